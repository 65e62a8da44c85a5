"""Reminders, once per person, period and kind."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Now


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0015_salinan_e_kinerja"),
        ("organisasi", "0006_pengguna_terima_pengingat"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pengingat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("h7", "Tujuh hari sebelum tenggat"),
                            ("h3", "Tiga hari sebelum tenggat"),
                            ("h1", "Satu hari sebelum tenggat"),
                        ],
                        max_length=4,
                        verbose_name="jenis",
                    ),
                ),
                ("dibuat", models.DateTimeField(db_default=Now(), editable=False, verbose_name="dibuat")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengingat",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kinerja.periode",
                        verbose_name="periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "pengingat",
                "verbose_name_plural": "pengingat",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("pegawai", "periode", "jenis"), name="pengingat_sekali_per_jenis"),
                ],
            },
        ),
    ]
