"""How long what citizens wrote is kept, and the digest by which a citizen takes the own answer back."""

import datetime

import uuid
from django.db import migrations, models


DASAR = (
    "UU 27/2022 tentang Pelindungan Data Pribadi: disimpan tidak lebih lama daripada yang perlu. Undang-undang itu tidak "
    "menyebut angka; angka ini pilihan kantor."
)


def isi(apps, schema_editor):
    apps.get_model("survei", "MasaSimpan").objects.get_or_create(
        mulai=datetime.date(2026, 1, 1), defaults={"dasar_hukum": DASAR}
    )


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0007_standar_pindah"),
        ("survei", "0015_tema_saran"),
    ]

    operations = [
        migrations.CreateModel(
            name="MasaSimpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("mulai", models.DateField(unique=True, verbose_name="berlaku mulai")),
                ("dasar_hukum", models.TextField(verbose_name="dasar")),
                ("terverifikasi", models.BooleanField(default=False, verbose_name="sudah diperiksa dengan peraturan")),
                (
                    "hari_hapus_sendiri",
                    models.PositiveSmallIntegerField(
                        default=7,
                        help_text="Dihitung dari hari pengisian, dan hanya sebelum survei dikunci.",
                        verbose_name="hari warga dapat menghapus jawabannya",
                    ),
                ),
                (
                    "hari_saran_asli",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="Dihitung dari penguncian. Sesudahnya hanya saran yang sudah disamarkan yang ada.",
                        verbose_name="hari menyimpan tulisan asli saran",
                    ),
                ),
                (
                    "tahun_saran",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="Dihitung dari publikasi; tanpa publikasi dari penguncian.",
                        verbose_name="tahun menyimpan saran",
                    ),
                ),
                (
                    "tahun_jawaban",
                    models.PositiveSmallIntegerField(
                        default=2,
                        help_text="Sama. Sesudahnya hanya hitungan dan hasil yang ada.",
                        verbose_name="tahun menyimpan jawaban",
                    ),
                ),
            ],
            options={
                "verbose_name": "masa simpan",
                "verbose_name_plural": "masa simpan",
                "ordering": ["-mulai"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tahun_jawaban__gte", models.F("tahun_saran")), ("tahun_saran__gte", 1)),
                        name="masa_simpan_jawaban_sesudah_saran",
                        violation_error_message="Jawaban disimpan sekurangnya selama saran, dan saran sekurangnya setahun.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="respons",
            name="sidik_tanda",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=64, verbose_name="sidik tanda terima"
            ),
        ),
        migrations.AddField(
            model_name="survei",
            name="jawaban_dihapus_pada",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="jawaban dihapus pada"),
        ),
        migrations.AddField(
            model_name="survei",
            name="saran_dihapus_pada",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="saran dihapus pada"),
        ),
        migrations.AddIndex(
            model_name="respons",
            index=models.Index(
                condition=models.Q(("sidik_tanda", ""), _negated=True),
                fields=["sidik_tanda"],
                name="respons_sidik_tanda",
            ),
        ),
        migrations.RunPython(isi, migrations.RunPython.noop),
    ]
