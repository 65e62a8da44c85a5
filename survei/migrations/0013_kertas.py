"""Bundles of paper forms and their sheets."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0007_standar_pindah"),
        ("survei", "0012_samaran"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BatchKertas",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("nomor", models.PositiveSmallIntegerField(verbose_name="nomor bundel")),
                ("jumlah", models.PositiveSmallIntegerField(verbose_name="jumlah lembar")),
                (
                    "layanan",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), size=None, verbose_name="urutan layanan"
                    ),
                ),
                ("versi_formulir", models.CharField(max_length=60, verbose_name="versi formulir")),
                ("dicetak_pada", models.DateField(verbose_name="dicetak pada")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diketik", "Sedang diketik"),
                            ("diperiksa", "Sedang diperiksa"),
                            ("dihitung", "Sudah dihitung"),
                            ("batal", "Dibatalkan"),
                        ],
                        default="diketik",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "berakhir_pada",
                    models.DateField(blank=True, null=True, verbose_name="dihitung atau dibatalkan pada"),
                ),
                ("alasan_batal", models.CharField(blank=True, max_length=300, verbose_name="alasan pembatalan")),
                (
                    "berakhir_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dihitung atau dibatalkan oleh",
                    ),
                ),
                (
                    "dicetak_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicetak oleh",
                    ),
                ),
                (
                    "petugas",
                    models.ManyToManyField(
                        related_name="batch_kertas", to=settings.AUTH_USER_MODEL, verbose_name="petugas"
                    ),
                ),
                (
                    "survei",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="batch_kertas",
                        to="survei.survei",
                        verbose_name="survei",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="batch_kertas",
                        to="organisasi.unitkerja",
                        verbose_name="unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "bundel kertas",
                "verbose_name_plural": "bundel kertas",
                "ordering": ["survei", "-nomor"],
                "constraints": [
                    models.UniqueConstraint(fields=("survei", "nomor"), name="batchkertas_nomor"),
                    models.CheckConstraint(condition=models.Q(("jumlah__range", (1, 100))), name="batchkertas_jumlah"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("alasan_batal", ""),
                                ("berakhir_oleh__isnull", True),
                                ("berakhir_pada__isnull", True),
                                ("status__in", ["diketik", "diperiksa"]),
                            ),
                            models.Q(
                                ("alasan_batal", ""),
                                ("berakhir_oleh__isnull", False),
                                ("berakhir_pada__isnull", False),
                                ("status", "dihitung"),
                            ),
                            models.Q(
                                ("berakhir_oleh__isnull", False),
                                ("berakhir_pada__isnull", False),
                                ("status", "batal"),
                                models.Q(("alasan_batal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="batchkertas_akhir_lengkap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LembarKertas",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("nomor", models.PositiveSmallIntegerField(verbose_name="nomor formulir")),
                (
                    "kiriman",
                    models.UUIDField(
                        help_text="Dibuat halaman; dua kali Enter tetap satu baris.",
                        unique=True,
                        verbose_name="kode kiriman",
                    ),
                ),
                ("orang_dalam", models.BooleanField(verbose_name="diketik petugas unit yang disurvei")),
                ("diketik_pada", models.DateField(verbose_name="diketik pada")),
                (
                    "status",
                    models.CharField(
                        choices=[("diketik", "Sudah diketik"), ("dihitung", "Sudah dihitung"), ("batal", "Dibatalkan")],
                        default="diketik",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("isian", models.JSONField(null=True, verbose_name="isian")),
                ("contoh", models.BooleanField(default=False, verbose_name="diketik dua kali")),
                ("isian_kedua", models.JSONField(null=True, verbose_name="isian kedua")),
                (
                    "dibandingkan",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="isian dibandingkan"),
                ),
                ("berbeda", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="isian berbeda")),
                ("alasan_koreksi", models.CharField(blank=True, max_length=300, verbose_name="alasan perbaikan")),
                ("alasan_batal", models.CharField(blank=True, max_length=300, verbose_name="alasan pembatalan")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lembar",
                        to="survei.batchkertas",
                        verbose_name="bundel",
                    ),
                ),
                (
                    "dikoreksi_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diperbaiki oleh",
                    ),
                ),
                (
                    "petugas_input",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diketik oleh",
                    ),
                ),
                (
                    "petugas_kedua",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diketik lagi oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "lembar kertas",
                "verbose_name_plural": "lembar kertas",
                "ordering": ["batch", "nomor", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "batal"), _negated=True),
                        fields=("batch", "nomor"),
                        name="lembarkertas_nomor",
                    ),
                    models.CheckConstraint(condition=models.Q(("nomor__gte", 1)), name="lembarkertas_nomor_mulai_satu"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("berbeda__isnull", True),
                                ("dibandingkan__isnull", True),
                                ("petugas_kedua__isnull", True),
                            ),
                            models.Q(
                                ("berbeda__isnull", False),
                                ("contoh", True),
                                ("dibandingkan__isnull", False),
                                ("petugas_kedua__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="lembarkertas_kedua_lengkap",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("petugas_kedua", models.F("petugas_input")), _negated=True),
                        name="lembarkertas_orang_kedua_lain",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan_koreksi", ""), ("dikoreksi_oleh__isnull", True)),
                            models.Q(
                                ("berbeda__gt", 0),
                                ("dikoreksi_oleh__isnull", False),
                                models.Q(("alasan_koreksi", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="lembarkertas_koreksi_beralasan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dikoreksi_oleh", models.F("petugas_input")), _negated=True),
                        name="lembarkertas_koreksi_orang_lain",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan_batal", ""), ("isian__isnull", False), ("status", "diketik")),
                            models.Q(
                                ("alasan_batal", ""),
                                ("isian__isnull", True),
                                ("isian_kedua__isnull", True),
                                ("status", "dihitung"),
                            ),
                            models.Q(
                                ("isian__isnull", True),
                                ("isian_kedua__isnull", True),
                                ("status", "batal"),
                                models.Q(("alasan_batal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="lembarkertas_isian_sampai_dihitung",
                    ),
                ],
            },
        ),
    ]
