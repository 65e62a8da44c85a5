import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0011_catatan_harian"),
        ("organisasi", "0005_pimpinan_mandiri"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ButirLampiran",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("dukungan", "Dukungan Sumber Daya"),
                            ("skema", "Skema Pertanggungjawaban"),
                            ("konsekuensi", "Konsekuensi"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(verbose_name="urut")),
                ("isi", models.CharField(max_length=500, verbose_name="isi")),
            ],
            options={
                "verbose_name": "butir lampiran SKP",
                "verbose_name_plural": "butir lampiran SKP",
                "ordering": ["skp", "jenis", "urut"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("isi", ""), _negated=True), name="lampiran_berisi"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EkspektasiPerilaku",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "nilai_dasar",
                    models.CharField(
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
                ("isi", models.TextField(blank=True, verbose_name="ekspektasi khusus pimpinan")),
                (
                    "diubah",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="diubah"),
                ),
            ],
            options={
                "verbose_name": "ekspektasi perilaku",
                "verbose_name_plural": "ekspektasi perilaku",
                "ordering": ["skp", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "nilai_dasar__in",
                                [
                                    "berorientasi_pelayanan",
                                    "akuntabel",
                                    "kompeten",
                                    "harmonis",
                                    "loyal",
                                    "adaptif",
                                    "kolaboratif",
                                ],
                            )
                        ),
                        name="ekspektasi_nilai_dasar",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="skp",
            name="skp_disetujui_berpenilai",
        ),
        migrations.RemoveConstraint(
            model_name="skp",
            name="skp_satu_disetujui_per_hari",
        ),
        migrations.AddField(
            model_name="indikator",
            name="asal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lanjutan",
                to="kinerja.indikator",
                verbose_name="lanjutan dari",
            ),
        ),
        migrations.AddField(
            model_name="rencanahasilkerja",
            name="asal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lanjutan",
                to="kinerja.rencanahasilkerja",
                verbose_name="lanjutan dari",
            ),
        ),
        migrations.AddField(
            model_name="rencanahasilkerja",
            name="penugasan_dari",
            field=models.CharField(blank=True, max_length=200, verbose_name="penugasan dari"),
        ),
        migrations.AddField(
            model_name="skp",
            name="alasan_perubahan",
            field=models.CharField(blank=True, max_length=300, verbose_name="alasan perubahan"),
        ),
        migrations.AddField(
            model_name="skp",
            name="bentuk",
            field=models.CharField(
                choices=[
                    ("pegawai", "Administrator, pengawas, pelaksana, dan fungsional"),
                    ("pimpinan", "Pimpinan tinggi atau pimpinan unit kerja mandiri"),
                ],
                default="pegawai",
                max_length=10,
                verbose_name="bentuk SKP",
            ),
        ),
        migrations.AddField(
            model_name="skp",
            name="diganti_sejak",
            field=models.DateField(blank=True, null=True, verbose_name="digantikan sejak"),
        ),
        migrations.AddField(
            model_name="skp",
            name="disetujui_pada",
            field=models.DateField(blank=True, null=True, verbose_name="disetujui pada"),
        ),
        migrations.AddField(
            model_name="skp",
            name="suntingan",
            field=models.PositiveIntegerField(default=0, verbose_name="suntingan"),
        ),
        migrations.AlterField(
            model_name="indikator",
            name="target",
            field=models.DecimalField(
                blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="target (batas bawah bila rentang)"
            ),
        ),
        migrations.AlterField(
            model_name="rencanaaksi",
            name="target",
            field=models.DecimalField(
                blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="target periode"
            ),
        ),
        migrations.AlterField(
            model_name="skp",
            name="status",
            field=models.CharField(
                choices=[
                    ("draf", "Draf"),
                    ("diajukan", "Diajukan"),
                    ("dikembalikan", "Dikembalikan"),
                    ("disetujui", "Disetujui"),
                    ("selesai", "Selesai"),
                    ("diganti", "Digantikan versi baru"),
                ],
                default="draf",
                max_length=14,
                verbose_name="keadaan",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("target__isnull", False), ("target_atas__isnull", True), _connector="OR"),
                name="indikator_batas_atas_bertarget",
                violation_error_message="Isi batas bawah rentang juga.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(("aspek", ""), ("perspektif", ""), _connector="OR"),
                name="indikator_aspek_atau_perspektif",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.UniqueConstraint(fields=("asal",), name="indikator_satu_lanjutan"),
        ),
        migrations.AddConstraint(
            model_name="rencanaaksi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("target__isnull", False),
                    models.Q(("target_atas__isnull", True), models.Q(("uraian", ""), _negated=True)),
                    _connector="OR",
                ),
                name="rencanaaksi_berisi",
            ),
        ),
        migrations.AddConstraint(
            model_name="skp",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ["disetujui", "selesai", "diganti"]), _negated=True),
                    ("penilai__isnull", False),
                    ("penilai_luar__isnull", False),
                    _connector="OR",
                ),
                name="skp_disetujui_berpenilai",
            ),
        ),
        migrations.AddConstraint(
            model_name="skp",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diganti_sejak__isnull", False), ("status", "diganti")),
                    models.Q(models.Q(("status", "diganti"), _negated=True), ("diganti_sejak__isnull", True)),
                    _connector="OR",
                ),
                name="skp_diganti_bertanggal",
            ),
        ),
        migrations.AddConstraint(
            model_name="skp",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sebelumnya__isnull", True),
                    models.Q(("sebelumnya", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="skp_bukan_pengganti_sendiri",
            ),
        ),
        migrations.AddConstraint(
            model_name="skp",
            constraint=models.UniqueConstraint(fields=("sebelumnya",), name="skp_satu_pengganti"),
        ),
        migrations.AddConstraint(
            model_name="skp",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(
                    ("status__in", ["disetujui", "selesai"]),
                    models.Q(("diganti_sejak__gt", models.F("mulai")), ("status", "diganti")),
                    _connector="OR",
                ),
                expressions=[
                    ("pegawai", "="),
                    (
                        models.Func(
                            models.F("mulai"),
                            models.F("selesai"),
                            models.Value("[]"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="skp_satu_disetujui_per_hari",
                violation_error_message="Sudah ada SKP yang disetujui untuk tanggal itu.",
            ),
        ),
        migrations.AddField(
            model_name="butirlampiran",
            name="skp",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lampiran",
                to="kinerja.skp",
                verbose_name="SKP",
            ),
        ),
        migrations.AddField(
            model_name="ekspektasiperilaku",
            name="ditulis_oleh",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ditulis oleh",
            ),
        ),
        migrations.AddField(
            model_name="ekspektasiperilaku",
            name="skp",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ekspektasi",
                to="kinerja.skp",
                verbose_name="SKP",
            ),
        ),
        migrations.AddConstraint(
            model_name="butirlampiran",
            constraint=models.UniqueConstraint(fields=("skp", "jenis", "urut"), name="lampiran_urut_per_jenis"),
        ),
        migrations.AddConstraint(
            model_name="ekspektasiperilaku",
            constraint=models.UniqueConstraint(fields=("skp", "nilai_dasar"), name="ekspektasi_satu_per_nilai"),
        ),
    ]
