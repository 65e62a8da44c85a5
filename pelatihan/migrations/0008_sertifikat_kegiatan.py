from datetime import date

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


def isi(apps, schema_editor):
    """The office's own numbers; a change is a new row from its day on."""
    apps.get_model("pelatihan", "AturanSesudahPelatihan").objects.create(
        mulai=date(2018, 1, 1),
        dasar_hukum="Pilihan kantor. Peraturan LAN 10/2018 meminta evaluasi, tetapi tidak menyebut harinya.",
    )


def kosongkan(apps, schema_editor):
    apps.get_model("pelatihan", "AturanSesudahPelatihan").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("dokumen", "0002_tetap"),
        ("organisasi", "0010_warga"),
        ("pelatihan", "0007_praktik_baik"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AturanSesudahPelatihan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("mulai", models.DateField(unique=True, verbose_name="berlaku mulai")),
                (
                    "pola_nomor",
                    models.CharField(
                        default="{urut}/SERT/{tahun}",
                        help_text="{urut} diganti nomor urut dalam tahun, {tahun} diganti tahunnya.",
                        max_length=60,
                        verbose_name="pola nomor sertifikat",
                    ),
                ),
                (
                    "hari_perilaku_mulai",
                    models.PositiveSmallIntegerField(default=60, verbose_name="perilaku dapat dinilai sesudah (hari)"),
                ),
                (
                    "hari_perilaku_batas",
                    models.PositiveSmallIntegerField(default=90, verbose_name="perilaku dinilai paling lambat (hari)"),
                ),
                (
                    "hari_hasil",
                    models.PositiveSmallIntegerField(
                        default=180,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(730),
                        ],
                        verbose_name="hasil dilihat sesudah (hari)",
                    ),
                ),
                (
                    "hari_hasil_batas",
                    models.PositiveSmallIntegerField(
                        default=210, verbose_name="hasil disimpulkan paling lambat (hari)"
                    ),
                ),
                ("dasar_hukum", models.TextField(verbose_name="dasar hukum")),
                ("terverifikasi", models.BooleanField(default=False, verbose_name="sudah diperiksa dengan peraturan")),
            ],
            options={
                "verbose_name": "aturan sesudah pelatihan",
                "verbose_name_plural": "aturan sesudah pelatihan",
                "ordering": ["-mulai"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hari_hasil__gte", 1),
                            ("hari_hasil_batas__gte", models.F("hari_hasil")),
                            ("hari_perilaku_batas__gte", models.F("hari_perilaku_mulai")),
                            ("hari_perilaku_mulai__gte", 1),
                        ),
                        name="aturansesudah_urutan_hari",
                        violation_error_message="Hari terakhir mendahului hari pertama.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pola_nomor__contains", "{urut}"), ("pola_nomor__contains", "{tahun}")),
                        name="aturansesudah_pola_lengkap",
                        violation_error_message="Pola nomor memuat {urut} dan {tahun}.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SertifikatKegiatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("tahun", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("urut", models.PositiveIntegerField(verbose_name="nomor urut")),
                ("nomor", models.CharField(max_length=80, unique=True, verbose_name="nomor sertifikat")),
                ("tanggal", models.DateField(verbose_name="tanggal sertifikat")),
                ("nama", models.CharField(max_length=200, verbose_name="nama dan gelar")),
                ("judul", models.CharField(max_length=200, verbose_name="judul kegiatan")),
                ("bentuk", models.CharField(max_length=120, verbose_name="bentuk")),
                ("kompetensi", models.CharField(blank=True, max_length=200, verbose_name="kompetensi dan level")),
                ("mulai", models.DateField(verbose_name="hari pertama")),
                ("selesai", models.DateField(verbose_name="hari terakhir")),
                ("jp", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="JP")),
                ("rincian_jp", models.CharField(max_length=300, verbose_name="cara menghitung JP")),
                ("penyelenggara", models.CharField(max_length=200, verbose_name="penyelenggara")),
                ("penanda", models.CharField(max_length=200, verbose_name="nama penanda tangan")),
                ("jabatan_penanda", models.CharField(max_length=300, verbose_name="jabatan penanda tangan")),
                (
                    "diterbitkan_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="diterbitkan pada",
                    ),
                ),
                ("dicabut_pada", models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada")),
                ("alasan_cabut", models.CharField(blank=True, max_length=300, verbose_name="alasan dicabut")),
                ("versi", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi")),
                (
                    "dicabut_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicabut oleh",
                    ),
                ),
                (
                    "diterbitkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diterbitkan oleh",
                    ),
                ),
                (
                    "dokumen",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dokumen.dokumen",
                        verbose_name="dokumen",
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sertifikat",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "menggantikan",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="pelatihan.sertifikatkegiatan",
                        verbose_name="menggantikan",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sertifikat_kegiatan",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "sertifikat kegiatan",
                "verbose_name_plural": "sertifikat kegiatan",
                "ordering": ["-tanggal", "-pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("tahun", "urut"), name="sertifikatkegiatan_urut_sekali"),
                    models.UniqueConstraint(
                        condition=models.Q(("dicabut_pada__isnull", True)),
                        fields=("kegiatan", "pegawai"),
                        name="sertifikatkegiatan_sekali",
                        violation_error_message="Peserta ini sudah punya sertifikat kegiatan ini.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai")), ("tanggal__gte", models.F("selesai"))),
                        name="sertifikatkegiatan_urutan_tanggal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jp__isnull", True), ("jp__gt", 0), _connector="OR"),
                        name="sertifikatkegiatan_jp_positif",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("alasan_cabut", ""), ("dicabut_oleh__isnull", True), ("dicabut_pada__isnull", True)
                            ),
                            models.Q(
                                ("dicabut_oleh__isnull", False),
                                ("dicabut_pada__isnull", False),
                                models.Q(("alasan_cabut", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="sertifikatkegiatan_cabut_beralasan",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["pegawai", "selesai"], name="pelatihan_s_pegawai_604655_idx"),
                ],
            },
        ),
        migrations.AddField(
            model_name="riwayatjp",
            name="sertifikat_kegiatan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="riwayat",
                to="pelatihan.sertifikatkegiatan",
                verbose_name="sertifikat kegiatan sendiri",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatjp",
            constraint=models.UniqueConstraint(
                condition=models.Q(("dibatalkan_pada__isnull", True)),
                fields=("sertifikat_kegiatan",),
                name="riwayatjp_sertifikat_kegiatan_sekali",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatjp",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sertifikat__isnull", True), ("sertifikat_kegiatan__isnull", True), _connector="OR"
                ),
                name="riwayatjp_satu_sertifikat",
            ),
        ),
        migrations.RunPython(isi, kosongkan),
    ]
