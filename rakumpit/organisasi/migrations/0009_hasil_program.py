"""What a programme is expected to bring."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0008_pelimpahan_wewenang")]

    operations = [
        migrations.AddField(
            model_name="programpelayanan",
            name="hasil_diharapkan",
            field=models.CharField(
                blank=True,
                help_text="Misalnya: warga lansia mendapat KTP-el tanpa ke kota.",
                max_length=300,
                verbose_name="hasil yang diharapkan",
            ),
        ),
    ]
