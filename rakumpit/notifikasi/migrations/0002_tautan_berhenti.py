"""Where the mail of a notice can be ended."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifikasi", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="notifikasi",
            name="tautan_berhenti",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300, verbose_name="tautan berhenti"
            ),
        ),
    ]
