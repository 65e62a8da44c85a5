"""Themes of suggestions, with a first list: one for each element of the survey, and three that no element covers."""

import django.db.models.deletion
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.db import migrations, models


# Name, element, words that propose it. Own wording.
TEMA = [
    ("Persyaratan", "persyaratan", "syarat|persyaratan|berkas|dokumen|fotokopi|bolak balik"),
    ("Alur dan antrean", "prosedur", "antre|antri|antrean|antrian|prosedur|alur|berbelit|ribet|rumit"),
    ("Waktu penyelesaian", "waktu", "lama|lambat|lamban|cepat|menunggu|nunggu|telat|terlambat|berhari hari"),
    ("Biaya", "biaya", "biaya|bayar|dibayar|mahal|gratis|pungli|pungutan|uang"),
    ("Hasil layanan", "produk", "salah ketik|salah nama|salah tulis|hasil|tidak sesuai"),
    ("Kemampuan petugas", "kompetensi", "tidak tahu|bingung|penjelasan|dijelaskan|menjelaskan|kurang paham"),
    ("Sikap petugas", "perilaku", "ramah|sopan|santun|senyum|jutek|galak|marah|cuek|judes"),
    (
        "Ruang dan fasilitas",
        "sarana",
        "kursi|ruang|ruangan|toilet|wc|parkir|parkiran|kipas|ac|panas|sempit|air minum|disabilitas|lansia",
    ),
    ("Penanganan pengaduan", "pengaduan", "pengaduan|keluhan|mengadu|lapor|kotak saran|ditanggapi"),
    ("Jaringan dan sistem", "", "sinyal|internet|jaringan|server|sistem|offline|error|aplikasi|wifi"),
    ("Jam buka dan kehadiran petugas", "", "jam buka|jam pelayanan|istirahat|tutup|kosong|tidak ada di tempat|sabtu"),
    ("Apresiasi", "", "terima kasih|terimakasih|bagus|mantap|puas|memuaskan|pertahankan|sukses"),
]


def isi(apps, schema_editor):
    tema = apps.get_model("survei", "TemaSaran")
    for urut, (nama, kode, kata) in enumerate(TEMA, start=1):
        tema.objects.get_or_create(
            nama=nama, defaults={"kode_unsur": kode, "kata_kunci": kata.replace("|", "\n"), "urutan": urut * 10}
        )


def kosongkan(apps, schema_editor):
    apps.get_model("survei", "TemaSaran").objects.filter(nama__in=[satu[0] for satu in TEMA]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("survei", "0014_berkas"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SaranDitandai",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "respons",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ditandai",
                        to="survei.respons",
                        verbose_name="jawaban",
                    ),
                ),
            ],
            options={
                "verbose_name": "saran yang ditandai",
                "verbose_name_plural": "saran yang ditandai",
                "ordering": ["uuid"],
            },
        ),
        migrations.CreateModel(
            name="TemaSaran",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("nama", models.CharField(max_length=60, verbose_name="tema")),
                (
                    "kode_unsur",
                    models.SlugField(
                        blank=True,
                        help_text="Bila temanya satu unsur survei, misalnya sarana.",
                        max_length=30,
                        verbose_name="kode unsur",
                    ),
                ),
                (
                    "kata_kunci",
                    models.TextField(
                        blank=True,
                        help_text="Satu kata atau frasa tiap baris. Dipakai untuk mengusulkan tema saja.",
                        verbose_name="kata kunci",
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
                ("aktif", models.BooleanField(default=True, verbose_name="dipakai")),
            ],
            options={
                "verbose_name": "tema saran",
                "verbose_name_plural": "tema saran",
                "ordering": ["urutan", "nama"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("nama"),
                        name="tema_nama_unik",
                        violation_error_message="Tema dengan nama itu sudah ada.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaTema",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ditandai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tanda", to="survei.saranditandai"
                    ),
                ),
                (
                    "tema",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tanda", to="survei.temasaran"
                    ),
                ),
            ],
            options={
                "verbose_name": "tema sebuah saran",
                "verbose_name_plural": "tema sebuah saran",
                "constraints": [
                    models.UniqueConstraint(fields=("ditandai", "tema"), name="tanda_tema_sekali"),
                ],
            },
        ),
        migrations.AddField(
            model_name="saranditandai",
            name="tema",
            field=models.ManyToManyField(
                related_name="+", through="survei.TandaTema", to="survei.temasaran", verbose_name="tema"
            ),
        ),
        migrations.CreateModel(
            name="KutipanSaran",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("teks", models.CharField(max_length=300, verbose_name="kutipan")),
                ("terbit_pada", models.DateField(verbose_name="tampil sejak")),
                ("ditarik_pada", models.DateField(blank=True, null=True, verbose_name="ditarik pada")),
                ("alasan_tarik", models.CharField(blank=True, max_length=300, verbose_name="alasan ditarik")),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disunting oleh",
                    ),
                ),
                (
                    "survei",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kutipan",
                        to="survei.survei",
                        verbose_name="survei",
                    ),
                ),
                (
                    "tema",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kutipan",
                        to="survei.temasaran",
                        verbose_name="tema",
                    ),
                ),
            ],
            options={
                "verbose_name": "kutipan saran",
                "verbose_name_plural": "kutipan saran",
                "ordering": ["terbit_pada", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan_tarik", ""), ("ditarik_pada__isnull", True)),
                            models.Q(("ditarik_pada__isnull", False), models.Q(("alasan_tarik", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="kutipan_tarik_beralasan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HitunganTema",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jumlah", models.PositiveIntegerField(verbose_name="jumlah saran")),
                (
                    "survei",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hitungan_tema", to="survei.survei"
                    ),
                ),
                (
                    "tema",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hitungan", to="survei.temasaran"
                    ),
                ),
            ],
            options={
                "verbose_name": "hitungan tema",
                "verbose_name_plural": "hitungan tema",
                "constraints": [
                    models.UniqueConstraint(fields=("survei", "tema"), name="hitungan_tema_sel"),
                ],
            },
        ),
        migrations.RunPython(isi, kosongkan),
    ]
