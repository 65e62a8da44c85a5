from datetime import date, time

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


def isi(apps, schema_editor):
    """Hours of Perpres 21/2023: 37 h 30 min a week from 07.30, in Ramadan 32 h 30 min from 08.00, pauses added.

    The days of Ramadan follow the calendar of the ministry and are confirmed by its session, so none is verified yet.
    """
    jam = apps.get_model("pelatihan", "JamKerja")
    dasar = "Perpres 21/2023"
    jam.objects.get_or_create(
        nama="Jam kerja",
        mulai=date(2023, 4, 12),
        defaults={
            "masuk": time(7, 30),
            "pulang": time(16, 0),
            "pulang_jumat": time(16, 30),
            "menit_seminggu": 2250,
            "dasar_hukum": dasar,
        },
    )
    for nama, mulai, selesai in (
        ("Ramadan 1447 H", date(2026, 2, 19), date(2026, 3, 20)),
        ("Ramadan 1448 H", date(2027, 2, 8), date(2027, 3, 9)),
    ):
        jam.objects.get_or_create(
            nama=nama,
            mulai=mulai,
            defaults={
                "selesai": selesai,
                "masuk": time(8, 0),
                "pulang": time(15, 0),
                "pulang_jumat": time(15, 30),
                "menit_seminggu": 1950,
                "dasar_hukum": dasar,
            },
        )


class Migration(migrations.Migration):
    dependencies = [
        ("pelatihan", "0010_tes_kinerja"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="kegiatan",
            name="diubah_pada",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="diubah pada"
            ),
        ),
        migrations.CreateModel(
            name="JamKerja",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nama", models.CharField(max_length=100, verbose_name="nama")),
                ("mulai", models.DateField(verbose_name="berlaku mulai")),
                ("selesai", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("masuk", models.TimeField(verbose_name="masuk")),
                ("pulang", models.TimeField(verbose_name="pulang, Senin sampai Kamis")),
                ("pulang_jumat", models.TimeField(verbose_name="pulang, Jumat")),
                ("menit_seminggu", models.PositiveSmallIntegerField(verbose_name="menit kerja seminggu")),
                ("dasar_hukum", models.CharField(blank=True, max_length=200, verbose_name="dasar hukum")),
                ("terverifikasi", models.BooleanField(default=False, verbose_name="sudah diperiksa dengan peraturan")),
            ],
            options={
                "verbose_name": "jam kerja",
                "verbose_name_plural": "jam kerja",
                "ordering": ["-mulai", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True), ("selesai__gte", models.F("mulai")), _connector="OR"
                        ),
                        name="jamkerja_rentang",
                        violation_error_message="Tanggal akhir mendahului tanggal mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pulang__gt", models.F("masuk")), ("pulang_jumat__gt", models.F("masuk"))),
                        name="jamkerja_urut",
                        violation_error_message="Jam pulang sesudah jam masuk.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KalenderPribadi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "pengguna",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kalender_pelatihan",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
            ],
            options={
                "verbose_name": "kalender pribadi",
                "verbose_name_plural": "kalender pribadi",
            },
        ),
        migrations.RunPython(isi, migrations.RunPython.noop),
    ]
