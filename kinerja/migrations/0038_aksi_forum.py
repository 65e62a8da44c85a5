from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("kinerja", "0037_dibatalkan_bersama"),
    ]

    operations = [
        migrations.AddField(
            model_name="rencanahasilkerja",
            name="aksi_forum",
            field=models.UUIDField(blank=True, editable=False, null=True, verbose_name="tindak lanjut forum"),
        ),
        migrations.AddConstraint(
            model_name="rencanahasilkerja",
            constraint=models.UniqueConstraint(fields=("skp", "aksi_forum"), name="rhk_aksi_sekali"),
        ),
    ]
