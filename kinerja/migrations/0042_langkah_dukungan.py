from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0041_skp_dalam_satu_tahun"),
    ]

    operations = [
        migrations.AlterField(
            model_name="langkahpermintaan",
            name="langkah",
            field=models.CharField(
                choices=[
                    ("diajukan", "Diajukan"),
                    ("dinaikkan", "Diteruskan ke atasan berikutnya"),
                    ("dialihkan", "Atasan berganti, dialihkan"),
                    ("dijawab", "Dijawab"),
                    ("ditagih", "Belum diterima, ditanyakan lagi"),
                    ("dipenuhi", "Dukungan diterima"),
                    ("dibatalkan", "Dibatalkan"),
                ],
                max_length=10,
                verbose_name="langkah",
            ),
        ),
    ]
