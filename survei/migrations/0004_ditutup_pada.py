"""The moment at which a survey was closed: forms that were filled in before it are taken until the lock."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("survei", "0003_instrumen_skm")]

    operations = [
        migrations.AddField(
            model_name="survei",
            name="ditutup_pada",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ditutup pada"),
        ),
    ]
