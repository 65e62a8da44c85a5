import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("kinerja", "0036_pengaduan_terkait"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="penetapanangkakredit",
            name="alasan_batal",
            field=models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan"),
        ),
        migrations.AlterField(
            model_name="penetapanangkakredit",
            name="dibatalkan_oleh",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="dibatalkan oleh"),
        ),
    ]
