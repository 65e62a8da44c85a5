from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0004_pegawai_siasn_id"),
    ]

    operations = [
        migrations.AddField(
            model_name="jabatan",
            name="pimpinan_mandiri",
            field=models.BooleanField(
                default=False,
                help_text="SKP-nya memakai perspektif, bukan aspek. Belum diperiksa dengan peraturan: tanyakan ke BKPSDM.",
                verbose_name="pimpinan unit kerja mandiri",
            ),
        ),
    ]
