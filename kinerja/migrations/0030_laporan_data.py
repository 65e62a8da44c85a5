"""Reports of wrong data, and the working days in which an office answers them: five, its own choice."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_hanya_tambah"),
        ("kinerja", "0029_evaluasi_memimpin"),
        ("organisasi", "0007_standar_pindah"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LangkahLaporanData",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("urut", models.PositiveSmallIntegerField(verbose_name="urut")),
                (
                    "langkah",
                    models.CharField(
                        choices=[
                            ("diajukan", "Diajukan"),
                            ("dinaikkan", "Diteruskan ke pimpinan kantor"),
                            ("diperbaiki", "Diperbaiki"),
                            ("tidak", "Tidak diubah"),
                            ("dicabut", "Dicabut"),
                        ],
                        max_length=10,
                        verbose_name="langkah",
                    ),
                ),
                ("tenggat", models.DateField(blank=True, null=True, verbose_name="tenggat jawaban")),
                ("catatan", models.TextField(blank=True, verbose_name="catatan")),
                (
                    "pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="pada"
                    ),
                ),
            ],
            options={
                "verbose_name": "langkah laporan data",
                "verbose_name_plural": "langkah laporan data",
                "ordering": ["laporan", "urut"],
            },
        ),
        migrations.CreateModel(
            name="LaporanData",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "hal",
                    models.CharField(
                        choices=[
                            ("nama", "Nama atau gelar"),
                            ("nip", "NIP"),
                            ("pangkat", "Pangkat atau golongan"),
                            ("jabatan", "Jabatan"),
                            ("unit", "Unit kerja"),
                            ("atasan", "Atasan atau pejabat penilai"),
                            ("tmt", "Tanggal mulai bertugas (TMT)"),
                            ("periode", "Masa SKP atau periode yang dinilai"),
                            ("lainnya", "Data lain"),
                        ],
                        max_length=10,
                        verbose_name="yang salah",
                    ),
                ),
                ("tertulis", models.CharField(blank=True, max_length=500, verbose_name="tertulis saat dilaporkan")),
                ("seharusnya", models.TextField(verbose_name="yang seharusnya")),
                ("diajukan_pada", models.DateField(verbose_name="diajukan pada")),
                ("tenggat", models.DateField(verbose_name="tenggat jawaban")),
                ("dinaikkan", models.BooleanField(default=False, verbose_name="diteruskan ke pimpinan kantor")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Diajukan"),
                            ("diperbaiki", "Diperbaiki"),
                            ("tidak", "Tidak diubah"),
                            ("dicabut", "Dicabut"),
                        ],
                        default="diajukan",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("jawaban", models.TextField(blank=True, verbose_name="yang diubah, atau alasannya")),
                ("dijawab_pada", models.DateField(blank=True, null=True, verbose_name="dijawab pada")),
            ],
            options={
                "verbose_name": "laporan data",
                "verbose_name_plural": "laporan data",
                "ordering": ["tenggat", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("seharusnya", ""), _negated=True), name="laporandata_berisi"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tenggat__gte", models.F("diajukan_pada"))),
                        name="laporandata_urutan_tanggal",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["status", "tenggat"], name="kinerja_lap_status_c4e1a3_idx"),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="pilihankantor",
            name="pilihan_kantor_lebih_dari_nol",
        ),
        migrations.AddField(
            model_name="pilihankantor",
            name="hari_jawab_data",
            field=models.PositiveSmallIntegerField(
                default=5, verbose_name="hari kerja untuk menjawab laporan data salah"
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="pilihankantor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hari_isian_atas_nama__gte", 1),
                    ("hari_jawab_data__gte", 1),
                    ("hari_jawab_dukungan__gte", 1),
                    ("hari_kabar__gte", 1),
                    ("hari_penilaian_diri__gte", 1),
                    ("hari_tinjau_pembinaan__gte", 1),
                ),
                name="pilihan_kantor_lebih_dari_nol",
                violation_error_message="Jumlah hari paling sedikit 1.",
            ),
        ),
        migrations.AddField(
            model_name="langkahlaporandata",
            name="oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="oleh",
            ),
        ),
        migrations.AddField(
            model_name="laporandata",
            name="bukti",
            field=models.ManyToManyField(
                blank=True, related_name="laporan_data", to="kinerja.bukti", verbose_name="bukti"
            ),
        ),
        migrations.AddField(
            model_name="laporandata",
            name="dijawab_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="dijawab oleh",
            ),
        ),
        migrations.AddField(
            model_name="laporandata",
            name="evaluasi",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="kinerja.evaluasi",
                verbose_name="evaluasi",
            ),
        ),
        migrations.AddField(
            model_name="laporandata",
            name="pegawai",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="laporan_data",
                to="organisasi.pegawai",
                verbose_name="pelapor",
            ),
        ),
        migrations.AddField(
            model_name="laporandata",
            name="perubahan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="audit.catatanaudit",
                verbose_name="perubahan yang tercatat",
            ),
        ),
        migrations.AddField(
            model_name="laporandata",
            name="skp",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="kinerja.skp",
                verbose_name="SKP",
            ),
        ),
        migrations.AddField(
            model_name="langkahlaporandata",
            name="laporan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="langkah",
                to="kinerja.laporandata",
                verbose_name="laporan",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporandata",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "diajukan")),
                fields=("pegawai", "hal", "evaluasi"),
                name="laporandata_satu_terbuka",
                nulls_distinct=False,
                violation_error_message="Laporan tentang hal ini sudah menunggu jawaban.",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporandata",
            constraint=models.CheckConstraint(
                condition=models.Q(("skp__isnull", True), ("evaluasi__isnull", True), _connector="OR"),
                name="laporandata_satu_tempat",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporandata",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("dijawab_oleh__isnull", True),
                        ("dijawab_pada__isnull", True),
                        ("jawaban", ""),
                        ("status__in", ["diajukan", "dicabut"]),
                    ),
                    models.Q(
                        ("dijawab_oleh__isnull", False),
                        ("dijawab_pada__isnull", False),
                        ("status__in", ("diperbaiki", "tidak")),
                        models.Q(("jawaban", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="laporandata_jawaban_lengkap",
            ),
        ),
        migrations.AddConstraint(
            model_name="laporandata",
            constraint=models.CheckConstraint(
                condition=models.Q(("perubahan__isnull", True), ("status", "diperbaiki"), _connector="OR"),
                name="laporandata_perubahan_bila_diperbaiki",
            ),
        ),
        migrations.AddConstraint(
            model_name="langkahlaporandata",
            constraint=models.UniqueConstraint(fields=("laporan", "urut"), name="langkahlaporandata_sekali_per_urut"),
        ),
    ]
