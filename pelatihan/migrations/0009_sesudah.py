import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0010_warga"),
        ("pelatihan", "0008_sertifikat_kegiatan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EvaluasiPerilaku",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "peran",
                    models.CharField(
                        choices=[("peserta", "Peserta"), ("atasan", "Atasan langsung"), ("rekan", "Rekan seunit")],
                        max_length=7,
                        verbose_name="sebagai",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="dapat diisi sejak")),
                ("batas", models.DateField(verbose_name="diisi paling lambat")),
                ("diisi_pada", models.DateTimeField(blank=True, null=True, verbose_name="diisi pada")),
                ("catatan", models.CharField(blank=True, max_length=500, verbose_name="contoh dari pekerjaan")),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluasi_perilaku",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "penilai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluasi_perilaku",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengisi",
                    ),
                ),
                (
                    "peserta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluasi_perilaku",
                        to="organisasi.pegawai",
                        verbose_name="peserta",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluasi perilaku",
                "verbose_name_plural": "evaluasi perilaku",
                "ordering": ["batas", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("kegiatan", "peserta", "peran"), name="evaluasiperilaku_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("batas__gte", models.F("mulai"))), name="evaluasiperilaku_urutan_hari"
                    ),
                ],
                "indexes": [
                    models.Index(fields=["penilai", "diisi_pada", "mulai"], name="pelatihan_e_penilai_6abc6b_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerilakuKegiatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("urutan", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("pernyataan", models.CharField(max_length=200, verbose_name="perilaku")),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perilaku",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "perilaku yang disepakati",
                "verbose_name_plural": "perilaku yang disepakati",
                "ordering": ["urutan"],
                "constraints": [
                    models.UniqueConstraint(fields=("kegiatan", "urutan"), name="perilakukegiatan_urutan_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("urutan__range", (1, 5)), models.Q(("pernyataan", ""), _negated=True)),
                        name="perilakukegiatan_sah",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NilaiPerilaku",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sebelum",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "1 Belum pernah"), (2, "2 Kadang-kadang"), (3, "3 Sering"), (4, "4 Selalu")],
                        null=True,
                        verbose_name="sebelum pelatihan",
                    ),
                ),
                (
                    "kini",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "1 Belum pernah"), (2, "2 Kadang-kadang"), (3, "3 Sering"), (4, "4 Selalu")],
                        verbose_name="sekarang",
                    ),
                ),
                (
                    "evaluasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nilai",
                        to="pelatihan.evaluasiperilaku",
                        verbose_name="evaluasi",
                    ),
                ),
                (
                    "perilaku",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nilai",
                        to="pelatihan.perilakukegiatan",
                        verbose_name="perilaku",
                    ),
                ),
            ],
            options={
                "verbose_name": "nilai perilaku",
                "verbose_name_plural": "nilai perilaku",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("evaluasi", "perilaku"), name="nilaiperilaku_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kini__range", (1, 4)),
                            models.Q(("sebelum__isnull", True), ("sebelum__range", (1, 4)), _connector="OR"),
                        ),
                        name="nilaiperilaku_skala",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluasiHasil",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("unsur", models.CharField(max_length=40, verbose_name="unsur survei")),
                ("mulai", models.DateField(blank=True, null=True, verbose_name="dapat disimpulkan sejak")),
                ("batas", models.DateField(blank=True, null=True, verbose_name="disimpulkan paling lambat")),
                ("simpulan", models.CharField(blank=True, max_length=1000, verbose_name="simpulan")),
                ("angka", models.JSONField(blank=True, default=dict, verbose_name="angka saat disimpulkan")),
                ("diisi_pada", models.DateTimeField(blank=True, null=True, verbose_name="disimpulkan pada")),
                (
                    "diisi_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disimpulkan oleh",
                    ),
                ),
                (
                    "kegiatan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluasi_hasil",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                        verbose_name="unit yang melayani",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluasi hasil",
                "verbose_name_plural": "evaluasi hasil",
                "ordering": ["batas", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batas__isnull", True), ("mulai__isnull", True)),
                            models.Q(
                                ("batas__gte", models.F("mulai")), ("batas__isnull", False), ("mulai__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="evaluasihasil_urutan_hari",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("diisi_oleh__isnull", True), ("diisi_pada__isnull", True), ("simpulan", "")),
                            models.Q(
                                ("diisi_oleh__isnull", False),
                                ("diisi_pada__isnull", False),
                                models.Q(("simpulan", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evaluasihasil_simpulan_lengkap",
                    ),
                ],
            },
        ),
    ]
