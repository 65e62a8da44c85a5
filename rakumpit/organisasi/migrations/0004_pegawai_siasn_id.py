from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0003_hari_libur")]

    operations = [
        migrations.AddField(
            model_name="pegawai",
            name="siasn_id",
            field=models.CharField(
                blank=True,
                help_text="Pengenal dari ekspor SIASN; tidak berubah bila NI berganti.",
                max_length=40,
                null=True,
                unique=True,
                verbose_name="PNS ID di SIASN",
            ),
        ),
    ]
