"""What people say of their own work."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0012_isi_skp"),
        ("organisasi", "0003_hari_libur"),
    ]

    operations = [
        migrations.CreateModel(
            name="PenilaianDiri",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("ringkasan", models.TextField(blank=True, verbose_name="ringkasan")),
                (
                    "rating_hasil",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("di_bawah", "di bawah ekspektasi"),
                            ("sesuai", "sesuai ekspektasi"),
                            ("di_atas", "di atas ekspektasi"),
                        ],
                        max_length=10,
                        verbose_name="rating hasil kerja menurut sendiri",
                    ),
                ),
                (
                    "rating_perilaku",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("di_bawah", "di bawah ekspektasi"),
                            ("sesuai", "sesuai ekspektasi"),
                            ("di_atas", "di atas ekspektasi"),
                        ],
                        max_length=10,
                        verbose_name="rating perilaku kerja menurut sendiri",
                    ),
                ),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "diubah",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="diubah"),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penilaian_diri",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penilaian_diri",
                        to="kinerja.periode",
                        verbose_name="periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "penilaian diri",
                "verbose_name_plural": "penilaian diri",
                "ordering": ["-periode__mulai", "pegawai__nama_urut"],
                "constraints": [
                    models.UniqueConstraint(fields=("pegawai", "periode"), name="penilaiandiri_satu_per_periode"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IsiPenilaianDiri",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "nilai_dasar",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("berorientasi_pelayanan", "Berorientasi Pelayanan"),
                            ("akuntabel", "Akuntabel"),
                            ("kompeten", "Kompeten"),
                            ("harmonis", "Harmonis"),
                            ("loyal", "Loyal"),
                            ("adaptif", "Adaptif"),
                            ("kolaboratif", "Kolaboratif"),
                        ],
                        max_length=30,
                        verbose_name="nilai dasar",
                    ),
                ),
                ("uraian", models.TextField(verbose_name="uraian")),
                (
                    "rencana",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kinerja.rencanahasilkerja",
                        verbose_name="rencana hasil kerja",
                    ),
                ),
                (
                    "penilaian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="isi", to="kinerja.penilaiandiri"
                    ),
                ),
            ],
            options={
                "verbose_name": "isi penilaian diri",
                "verbose_name_plural": "isi penilaian diri",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nilai_dasar", ""), ("rencana__isnull", False)),
                            models.Q(("rencana__isnull", True), models.Q(("nilai_dasar", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="isipenilaiandiri_satu_pokok",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uraian", ""), _negated=True), name="isipenilaiandiri_terisi"
                    ),
                    models.UniqueConstraint(
                        fields=("penilaian", "rencana", "nilai_dasar"),
                        name="isipenilaiandiri_sekali",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
    ]
