import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0010_warga"),
        ("pelatihan", "0002_isi_awal"),
        ("pelatihan", "0002_isi_awal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Kegiatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "tanggal_acuan",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="tanggal menurut seri"),
                ),
                ("judul", models.CharField(max_length=200, verbose_name="judul")),
                (
                    "moda",
                    models.CharField(
                        choices=[("luring", "Tatap muka"), ("daring", "Daring"), ("hibrida", "Tatap muka dan daring")],
                        default="luring",
                        max_length=7,
                        verbose_name="moda",
                    ),
                ),
                ("internasional", models.BooleanField(default=False, verbose_name="kegiatan internasional")),
                ("wajib", models.BooleanField(default=False, verbose_name="wajib diikuti")),
                ("perlu_persetujuan", models.BooleanField(default=True, verbose_name="pendaftaran disetujui atasan")),
                (
                    "kuota_min",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="peserta paling sedikit"),
                ),
                ("kuota_maks", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="kursi")),
                (
                    "tutup_pendaftaran",
                    models.DateTimeField(blank=True, null=True, verbose_name="pendaftaran ditutup pada"),
                ),
                (
                    "ambang_hadir",
                    models.PositiveSmallIntegerField(
                        default=80,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="kehadiran paling sedikit (persen)",
                    ),
                ),
                ("jp", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="JP")),
                (
                    "pagu",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="pagu anggaran (rupiah)"
                    ),
                ),
                ("sumber_dana", models.CharField(blank=True, max_length=100, verbose_name="sumber dana")),
                ("keterangan", models.TextField(blank=True, verbose_name="keterangan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("diusulkan", "Menunggu persetujuan"),
                            ("disetujui", "Disetujui"),
                            ("pendaftaran", "Pendaftaran dibuka"),
                            ("ditutup", "Pendaftaran ditutup"),
                            ("berlangsung", "Berlangsung"),
                            ("evaluasi", "Evaluasi"),
                            ("selesai", "Selesai"),
                            ("ditunda", "Ditunda"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="draf",
                        editable=False,
                        max_length=11,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "alasan",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="alasan ditunda atau dibatalkan"
                    ),
                ),
                (
                    "urutan_kalender",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="urutan kalender"),
                ),
                ("versi", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi")),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibuat oleh",
                    ),
                ),
                (
                    "disetujui_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disetujui oleh",
                    ),
                ),
                (
                    "kebutuhan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kegiatan",
                        to="pelatihan.kebutuhanpelatihan",
                        verbose_name="kebutuhan",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kegiatan",
                        to="pelatihan.program",
                        verbose_name="program",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kegiatan",
                        to="organisasi.unitkerja",
                        verbose_name="unit penyelenggara",
                    ),
                ),
            ],
            options={
                "verbose_name": "kegiatan pelatihan",
                "verbose_name_plural": "kegiatan pelatihan",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kuota_maks__isnull", True), ("kuota_maks__gte", 1), _connector="OR"),
                            models.Q(
                                ("kuota_min__isnull", True),
                                ("kuota_maks__isnull", True),
                                ("kuota_min__lte", models.F("kuota_maks")),
                                _connector="OR",
                            ),
                        ),
                        name="kegiatan_kuota",
                        violation_error_message="Peserta paling sedikit melebihi jumlah kursi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ambang_hadir__range", (1, 100))), name="kegiatan_ambang"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jp__isnull", True), ("jp__gt", 0), _connector="OR"),
                            models.Q(("pagu__isnull", True), ("pagu__gte", 0), _connector="OR"),
                        ),
                        name="kegiatan_angka",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["ditunda", "dibatalkan"]), models.Q(("alasan", ""), _negated=True)
                            ),
                            models.Q(("status__in", ["ditunda", "dibatalkan"]), _negated=True),
                            _connector="OR",
                        ),
                        name="kegiatan_berhenti_beralasan",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["status", "tutup_pendaftaran"], name="pelatihan_k_status_85f916_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Narasumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("instansi", models.CharField(blank=True, max_length=150, verbose_name="instansi")),
                ("keahlian", models.CharField(blank=True, max_length=300, verbose_name="keahlian")),
                ("kontak", models.CharField(blank=True, max_length=100, verbose_name="telepon atau email")),
                (
                    "jeda_menit",
                    models.PositiveSmallIntegerField(default=0, verbose_name="jeda sesudah berbicara (menit)"),
                ),
                ("aktif", models.BooleanField(default=True, verbose_name="masih bersedia")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "pegawai",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="narasumber",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "narasumber",
                "verbose_name_plural": "narasumber",
                "ordering": ["nama", "pk"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("jeda_menit__lte", 240)), name="narasumber_jeda_wajar"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pendaftaran",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu atasan"),
                            ("daftar_tunggu", "Daftar tunggu"),
                            ("ditawari", "Kursi ditawarkan"),
                            ("terdaftar", "Terdaftar"),
                            ("batal", "Batal"),
                            ("ditolak", "Ditolak atasan"),
                            ("tidak_hadir", "Tidak hadir"),
                            ("hadir", "Hadir"),
                            ("lulus", "Lulus"),
                        ],
                        max_length=13,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "mendaftar_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="mendaftar pada",
                    ),
                ),
                ("tawaran_sampai", models.DateTimeField(blank=True, null=True, verbose_name="tawaran berlaku sampai")),
                ("alasan", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                (
                    "alasan_melampaui",
                    models.CharField(blank=True, max_length=300, verbose_name="alasan melampaui batas JP"),
                ),
                ("versi", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi")),
                (
                    "didaftarkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="didaftarkan oleh",
                    ),
                ),
                (
                    "diputus_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diputus oleh",
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pendaftaran",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pendaftaran",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "pendaftaran",
                "verbose_name_plural": "pendaftaran",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["batal", "ditolak"]), _negated=True),
                        fields=("kegiatan", "pegawai"),
                        name="pendaftaran_sekali",
                        violation_error_message="Pegawai ini sudah terdaftar pada kegiatan ini.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditawari"), ("tawaran_sampai__isnull", False)),
                            models.Q(models.Q(("status", "ditawari"), _negated=True), ("tawaran_sampai__isnull", True)),
                            _connector="OR",
                        ),
                        name="pendaftaran_tawaran_berbatas",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditolak"), _negated=True),
                            models.Q(("alasan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pendaftaran_tolak_beralasan",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["kegiatan", "status"], name="pelatihan_p_kegiata_93c5e2_idx"),
                    models.Index(fields=["pegawai", "status"], name="pelatihan_p_pegawai_158f5d_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ruang",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("nama", models.CharField(max_length=100, verbose_name="nama")),
                ("kapasitas", models.PositiveSmallIntegerField(verbose_name="kapasitas")),
                ("fasilitas", models.CharField(blank=True, max_length=300, verbose_name="fasilitas")),
                ("akses_disabilitas", models.BooleanField(default=False, verbose_name="dapat dimasuki kursi roda")),
                (
                    "jeda_menit",
                    models.PositiveSmallIntegerField(default=0, verbose_name="jeda sesudah dipakai (menit)"),
                ),
                ("aktif", models.BooleanField(default=True, verbose_name="masih dipakai")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ruang",
                        to="organisasi.unitkerja",
                        verbose_name="unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "ruang",
                "verbose_name_plural": "ruang",
                "ordering": ["nama", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "nama"), name="ruang_nama_sekali"),
                    models.CheckConstraint(condition=models.Q(("kapasitas__gte", 1)), name="ruang_ada_kursi"),
                    models.CheckConstraint(condition=models.Q(("jeda_menit__lte", 240)), name="ruang_jeda_wajar"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeriPelatihan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("selang_bulan", models.PositiveSmallIntegerField(default=1, verbose_name="selang (bulan)")),
                ("jadwal_acuan", models.DateField(verbose_name="tanggal pertama")),
                ("jam_mulai", models.TimeField(verbose_name="jam mulai (WIB)")),
                ("lama_menit", models.PositiveSmallIntegerField(default=90, verbose_name="lama (menit)")),
                ("kuota_maks", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="kursi")),
                ("aktif", models.BooleanField(default=True, verbose_name="masih berjalan")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seri_pelatihan",
                        to="pelatihan.program",
                        verbose_name="program",
                    ),
                ),
                (
                    "ruang",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="pelatihan.ruang",
                        verbose_name="ruang",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                        verbose_name="unit penyelenggara",
                    ),
                ),
            ],
            options={
                "verbose_name": "seri pelatihan",
                "verbose_name_plural": "seri pelatihan",
                "ordering": ["nama", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("selang_bulan__range", (1, 12))), name="seripelatihan_selang"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lama_menit__range", (15, 720))), name="seripelatihan_lama"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="kegiatan",
            name="seri",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="kegiatan",
                to="pelatihan.seripelatihan",
                verbose_name="seri",
            ),
        ),
        migrations.CreateModel(
            name="SesiKegiatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("judul", models.CharField(max_length=200, verbose_name="judul")),
                ("waktu", django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name="waktu")),
                (
                    "waktu_ruang",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(
                        editable=False, verbose_name="waktu ruang dipakai"
                    ),
                ),
                ("tempat", models.CharField(blank=True, max_length=200, verbose_name="tempat lain")),
                ("tautan", models.URLField(blank=True, verbose_name="tautan")),
                (
                    "istirahat_menit",
                    models.PositiveSmallIntegerField(default=0, verbose_name="istirahat dan pembukaan (menit)"),
                ),
                ("batal", models.BooleanField(default=False, editable=False, verbose_name="dibatalkan")),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sesi",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "ruang",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sesi",
                        to="pelatihan.ruang",
                        verbose_name="ruang",
                    ),
                ),
            ],
            options={
                "verbose_name": "sesi kegiatan",
                "verbose_name_plural": "sesi kegiatan",
                "ordering": ["waktu", "pk"],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("batal", False), ("ruang__isnull", False)),
                        expressions=[("ruang", "="), ("waktu_ruang", "&&")],
                        name="sesikegiatan_ruang_tidak_bentrok",
                        violation_error_message="Ruang ini sudah dipakai pada waktu itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("waktu__isempty", False),
                            ("waktu__lower_inc", True),
                            ("waktu__lower_inf", False),
                            ("waktu__upper_inc", False),
                            ("waktu__upper_inf", False),
                        ),
                        name="sesikegiatan_waktu_setengah_terbuka",
                        violation_error_message="Sesi berakhir sesudah dimulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("waktu_ruang__contains", models.F("waktu"))),
                        name="sesikegiatan_ruang_meliputi_waktu",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["kegiatan", "batal"], name="pelatihan_s_kegiata_d666a8_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="NarasumberSesi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "waktu",
                    django.contrib.postgres.fields.ranges.DateTimeRangeField(editable=False, verbose_name="waktu"),
                ),
                ("batal", models.BooleanField(default=False, editable=False, verbose_name="dibatalkan")),
                (
                    "narasumber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sesi",
                        to="pelatihan.narasumber",
                        verbose_name="narasumber",
                    ),
                ),
                (
                    "sesi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pembicara",
                        to="pelatihan.sesikegiatan",
                        verbose_name="sesi",
                    ),
                ),
            ],
            options={
                "verbose_name": "narasumber sesi",
                "verbose_name_plural": "narasumber sesi",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("sesi", "narasumber"), name="narasumbersesi_sekali"),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("batal", False)),
                        expressions=[("narasumber", "="), ("waktu", "&&")],
                        name="narasumbersesi_tidak_bentrok",
                        violation_error_message="Narasumber ini sudah berbicara di tempat lain pada waktu itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnggaranKegiatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("honor", "Honor narasumber"),
                            ("konsumsi", "Konsumsi"),
                            ("atk", "Alat tulis dan bahan"),
                            ("perjalanan", "Perjalanan"),
                            ("sewa", "Sewa"),
                            ("lain", "Lain-lain"),
                        ],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("uraian", models.CharField(max_length=200, verbose_name="uraian")),
                ("rencana", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="rencana (rupiah)")),
                (
                    "realisasi",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="realisasi (rupiah)"
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anggaran",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "anggaran kegiatan",
                "verbose_name_plural": "anggaran kegiatan",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rencana__gte", 0),
                            models.Q(("realisasi__isnull", True), ("realisasi__gte", 0), _connector="OR"),
                        ),
                        name="anggarankegiatan_angka",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="kegiatan",
            constraint=models.UniqueConstraint(fields=("seri", "tanggal_acuan"), name="kegiatan_sekali_per_acuan"),
        ),
    ]
