import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0022_bimbingan_dan_inovasi"),
        ("organisasi", "0006_pengguna_terima_pengingat"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ContohHasilKerja",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "jabatan",
                    models.CharField(
                        blank=True,
                        help_text="Seperti tertulis di daftar jabatan. Kosongkan bila berlaku untuk satu jenis jabatan.",
                        max_length=200,
                        verbose_name="nama jabatan",
                    ),
                ),
                (
                    "jenis_jabatan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pimpinan_tinggi", "Pimpinan tinggi"),
                            ("administrator", "Administrator"),
                            ("pengawas", "Pengawas"),
                            ("pelaksana", "Pelaksana"),
                            ("fungsional", "Fungsional"),
                            ("non_asn", "Tenaga non-ASN"),
                        ],
                        max_length=20,
                        verbose_name="jenis jabatan",
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[("utama", "Utama"), ("tambahan", "Tambahan")],
                        default="utama",
                        max_length=10,
                        verbose_name="jenis hasil kerja",
                    ),
                ),
                ("uraian", models.TextField(verbose_name="rencana hasil kerja")),
                ("indikator", models.CharField(max_length=300, verbose_name="indikator")),
                (
                    "aspek",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kuantitas", "Kuantitas"),
                            ("kualitas", "Kualitas"),
                            ("waktu", "Waktu"),
                            ("biaya", "Biaya"),
                        ],
                        max_length=12,
                        verbose_name="aspek",
                    ),
                ),
                ("satuan", models.CharField(blank=True, max_length=30, verbose_name="satuan")),
                (
                    "arah",
                    models.CharField(
                        choices=[("tinggi", "Makin tinggi makin baik"), ("rendah", "Makin rendah makin baik")],
                        default="tinggi",
                        max_length=6,
                        verbose_name="arah",
                    ),
                ),
                ("aktif", models.BooleanField(default=True, verbose_name="ditawarkan")),
            ],
            options={
                "verbose_name": "contoh hasil kerja",
                "verbose_name_plural": "contoh hasil kerja",
                "ordering": ["jabatan", "jenis_jabatan", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jabatan", ""), _negated=True),
                            models.Q(("jenis_jabatan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="contohhasilkerja_untuk_jabatan",
                        violation_error_message="Isi nama jabatan atau jenis jabatan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("uraian", ""), _negated=True), models.Q(("indikator", ""), _negated=True)
                        ),
                        name="contohhasilkerja_berisi",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DialogKinerja",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("perencanaan", "Perencanaan kinerja"),
                            ("pemantauan", "Pemantauan dan pembinaan"),
                            ("evaluasi", "Evaluasi kinerja"),
                        ],
                        max_length=12,
                        verbose_name="tentang",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal")),
                ("tugas_belajar", models.BooleanField(default=False, verbose_name="pegawai sedang tugas belajar")),
                ("ringkasan", models.TextField(verbose_name="yang dibicarakan")),
                ("kesepakatan", models.TextField(verbose_name="kesepakatan")),
                (
                    "dicatat_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="dicatat pada"
                    ),
                ),
                ("disahkan_pada", models.DateTimeField(blank=True, null=True, verbose_name="disahkan pada")),
                ("tanggapan", models.TextField(blank=True, verbose_name="tanggapan pihak lain")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "atasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dialog_tim",
                        to="organisasi.pegawai",
                        verbose_name="atasan",
                    ),
                ),
                (
                    "atasan_luar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dialog_tim",
                        to="organisasi.pejabatluar",
                        verbose_name="atasan di luar kantor",
                    ),
                ),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "disahkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disahkan oleh",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dialog",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dialog",
                        to="kinerja.skp",
                        verbose_name="SKP",
                    ),
                ),
            ],
            options={
                "verbose_name": "dialog kinerja",
                "verbose_name_plural": "dialog kinerja",
                "ordering": ["-tanggal", "-pk"],
                "indexes": [models.Index(fields=["pegawai", "-tanggal"], name="kinerja_dia_pegawai_db94b8_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("atasan__isnull", False), ("atasan_luar__isnull", True)),
                            models.Q(("atasan__isnull", True), ("atasan_luar__isnull", False)),
                            _connector="OR",
                        ),
                        name="dialog_satu_atasan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("atasan", models.F("pegawai")), _negated=True), name="dialog_dua_orang"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ringkasan", ""), _negated=True), models.Q(("kesepakatan", ""), _negated=True)
                        ),
                        name="dialog_berisi",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("disahkan_oleh__isnull", True), ("disahkan_pada__isnull", True), ("tanggapan", "")
                            ),
                            models.Q(
                                ("disahkan_oleh__isnull", False),
                                ("disahkan_pada__isnull", False),
                                models.Q(("disahkan_oleh", models.F("dicatat_oleh")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="dialog_disahkan_pihak_lain",
                    ),
                ],
            },
        ),
    ]
