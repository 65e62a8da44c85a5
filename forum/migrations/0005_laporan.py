"""Reports of citizens with their history, forwarding, photos and limits of time."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0004_diskusi"),
        ("organisasi", "0009_hasil_program"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Laporan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("nomor", models.CharField(max_length=10, unique=True, verbose_name="nomor laporan")),
                ("kiriman", models.UUIDField(editable=False, unique=True, verbose_name="kode kiriman")),
                (
                    "sidik_kunci",
                    models.CharField(editable=False, max_length=64, unique=True, verbose_name="sidik kunci"),
                ),
                (
                    "klasifikasi",
                    models.CharField(
                        choices=[
                            ("pengaduan", "Pengaduan"),
                            ("saran", "Saran"),
                            ("aspirasi", "Aspirasi"),
                            ("informasi", "Permintaan informasi"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "kadar",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("di_tempat", "Selesai di tempat"),
                            ("ringan", "Ringan, cukup dijawab"),
                            ("tidak_berkadar", "Perlu perbaikan, tanpa pemeriksaan lapangan"),
                            ("berkadar", "Perlu pemeriksaan lapangan (berkadar pengawasan)"),
                            ("ppid", "Informasi publik lewat PPID"),
                        ],
                        max_length=15,
                        verbose_name="penanganan",
                    ),
                ),
                ("judul", models.CharField(max_length=120, verbose_name="tentang apa")),
                ("isi", models.TextField(verbose_name="isi laporan")),
                ("tempat", models.CharField(blank=True, max_length=200, verbose_name="tempat kejadian")),
                ("tanggal_kejadian", models.DateField(blank=True, null=True, verbose_name="tanggal kejadian")),
                (
                    "kanal",
                    models.CharField(
                        choices=[
                            ("daring", "Situs ini"),
                            ("loket", "Loket"),
                            ("telepon", "Telepon atau pesan"),
                            ("surat", "Surat"),
                            ("lapor", "SP4N-LAPOR!"),
                        ],
                        default="daring",
                        max_length=10,
                        verbose_name="lewat",
                    ),
                ),
                ("nomor_lapor", models.CharField(blank=True, max_length=30, verbose_name="nomor LAPOR!")),
                ("anonim", models.BooleanField(default=True, verbose_name="anonim")),
                ("rahasia", models.BooleanField(default=True, verbose_name="rahasia")),
                ("tanpa_identitas", models.BooleanField(default=True, verbose_name="tanpa identitas")),
                ("diterima_pada", models.DateTimeField(verbose_name="diterima")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diterima", "Diterima"),
                            ("perlu_dilengkapi", "Perlu dilengkapi"),
                            ("terverifikasi", "Sudah diperiksa"),
                            ("didisposisikan", "Diteruskan ke unit"),
                            ("diproses", "Dikerjakan"),
                            ("dijawab", "Dijawab"),
                            ("ditanggapi", "Pelapor berkeberatan"),
                            ("selesai", "Selesai"),
                            ("bukan_wewenang", "Bukan wewenang kami"),
                            ("diarsipkan", "Tidak ditangani"),
                            ("duplikat", "Sama dengan laporan lain"),
                            ("dicabut", "Dicabut"),
                            ("dialihkan", "Dialihkan ke LAPOR!"),
                        ],
                        default="diterima",
                        max_length=20,
                        verbose_name="keadaan",
                    ),
                ),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                ("dijawab_pada", models.DateField(null=True, verbose_name="dijawab pada")),
                ("dibalas_pada", models.DateField(null=True, verbose_name="balasan terakhir pelapor")),
                ("keberatan_pada", models.DateField(null=True, verbose_name="keberatan pada")),
                (
                    "hasil",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("dengan_perbaikan", "Selesai dengan perbaikan"),
                            ("tanpa_perbaikan", "Selesai tanpa perbaikan"),
                        ],
                        max_length=20,
                        verbose_name="hasil",
                    ),
                ),
                ("ditutup_pada", models.DateField(null=True, verbose_name="ditutup pada")),
                ("dibuka_lagi", models.PositiveSmallIntegerField(default=0, verbose_name="kali dibuka kembali")),
                ("tujuan", models.CharField(blank=True, max_length=200, verbose_name="instansi yang berwenang")),
                ("kepuasan", models.PositiveSmallIntegerField(null=True, verbose_name="kepuasan")),
                (
                    "duplikat_dari",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplikat",
                        to="forum.laporan",
                        verbose_name="sama dengan",
                    ),
                ),
                (
                    "kelurahan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                        verbose_name="kelurahan",
                    ),
                ),
                (
                    "layanan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.layanan",
                        verbose_name="layanan",
                    ),
                ),
                (
                    "penangan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan",
                        to="organisasi.pegawai",
                        verbose_name="petugas",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan",
                        to="organisasi.unitkerja",
                        verbose_name="unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "laporan warga",
                "verbose_name_plural": "laporan warga",
                "ordering": ["-diterima_pada", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nomor__regex", "^[0-9]{2}-[0-9]{3}-[0-9]{3}$")),
                        name="laporan_bentuk_nomor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sidik_kunci__regex", "^[0-9a-f]{64}$")), name="laporan_bentuk_sidik"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("penangan__isnull", False), ("unit__isnull", False)),
                            models.Q(
                                ("penangan__isnull", True),
                                ("unit__isnull", True),
                                models.Q(
                                    ("status__in", ["didisposisikan", "dijawab", "diproses", "ditanggapi"]),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="laporan_dipegang_unit_dan_orang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "selesai"), _negated=True),
                            models.Q(("hasil", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="laporan_selesai_berhasil",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("duplikat_dari__isnull", False), ("status", "duplikat")),
                            models.Q(models.Q(("status", "duplikat"), _negated=True), ("duplikat_dari__isnull", True)),
                            _connector="OR",
                        ),
                        name="laporan_duplikat_bernomor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dialihkan"), _negated=True),
                            models.Q(("nomor_lapor", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="laporan_dialihkan_bernomor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "bukan_wewenang"), _negated=True),
                            models.Q(("tujuan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="laporan_bukan_wewenang_bertujuan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kepuasan__isnull", True), ("kepuasan__range", (1, 4)), _connector="OR"),
                        name="laporan_kepuasan_1_4",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["status", "-diterima_pada"], name="forum_lapor_status_785143_idx"),
                    models.Index(fields=["unit", "status"], name="forum_lapor_unit_id_7debdc_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disposisi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("catatan", models.TextField(verbose_name="catatan")),
                ("batas", models.DateField(verbose_name="tenggat")),
                ("pada", models.DateField(verbose_name="pada")),
                (
                    "status",
                    models.CharField(
                        choices=[("terbuka", "Dipegang"), ("dikembalikan", "Dikembalikan"), ("selesai", "Selesai")],
                        default="terbuka",
                        max_length=15,
                        verbose_name="keadaan",
                    ),
                ),
                ("alasan_kembali", models.TextField(blank=True, verbose_name="alasan dikembalikan")),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                        verbose_name="petugas",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                        verbose_name="unit",
                    ),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disposisi",
                        to="forum.laporan",
                        verbose_name="laporan",
                    ),
                ),
            ],
            options={
                "verbose_name": "penerusan laporan",
                "verbose_name_plural": "penerusan laporan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "terbuka")), fields=("laporan",), name="disposisi_satu_terbuka"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dikembalikan"), models.Q(("alasan_kembali", ""), _negated=True)),
                            models.Q(models.Q(("status", "dikembalikan"), _negated=True), ("alasan_kembali", "")),
                            _connector="OR",
                        ),
                        name="disposisi_kembali_beralasan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LampiranLaporan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("judul", models.CharField(max_length=40, verbose_name="judul")),
                ("berkas", models.FileField(upload_to="laporan/", verbose_name="berkas")),
                (
                    "tipe",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("jpg", "Foto JPG"),
                            ("png", "Gambar PNG"),
                            ("xlsx", "Lembar kerja Excel"),
                            ("docx", "Dokumen Word"),
                        ],
                        max_length=4,
                        verbose_name="tipe berkas",
                    ),
                ),
                ("ukuran", models.PositiveIntegerField(verbose_name="ukuran (bita)")),
                ("sidik", models.CharField(max_length=64, verbose_name="sidik")),
                ("pada", models.DateField(verbose_name="diterima pada")),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lampiran",
                        to="forum.laporan",
                        verbose_name="laporan",
                    ),
                ),
            ],
            options={
                "verbose_name": "foto laporan",
                "verbose_name_plural": "foto laporan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("laporan", "sidik"), name="lampiranlaporan_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("sidik__regex", "^[0-9a-f]{64}$")), name="lampiranlaporan_sidik"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatLaporan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "langkah",
                    models.CharField(
                        choices=[
                            ("kirim", "Laporan diterima"),
                            ("verifikasi", "Laporan diperiksa"),
                            ("minta_lengkapi", "Pelapor diminta melengkapi"),
                            ("lengkapi", "Laporan dilengkapi"),
                            ("disposisi", "Diteruskan ke unit"),
                            ("mulai", "Mulai dikerjakan"),
                            ("kembalikan", "Dikembalikan oleh unit"),
                            ("kabar", "Kabar kemajuan"),
                            ("jawab", "Dijawab"),
                            ("balas", "Pelapor menulis"),
                            ("keberatan", "Pelapor berkeberatan"),
                            ("selesai", "Laporan ditutup"),
                            ("setuju", "Pelapor menerima jawaban"),
                            ("buka_lagi", "Dibuka kembali"),
                            ("bukan_wewenang", "Bukan wewenang kantor ini"),
                            ("arsipkan", "Tidak ditangani"),
                            ("duplikat", "Disatukan dengan laporan lain"),
                            ("alihkan", "Dialihkan ke LAPOR!"),
                            ("cabut", "Dicabut pelapor"),
                            ("lewat", "Tidak dilengkapi pada waktunya"),
                            ("nilai", "Penilaian pelapor"),
                            ("nomor_lapor", "Nomor LAPOR! dicatat"),
                            ("rahasiakan", "Disembunyikan dari umum"),
                            ("hitung_ulang", "Tenggat dihitung ulang"),
                        ],
                        max_length=20,
                        verbose_name="langkah",
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        choices=[("pelapor", "Pelapor"), ("petugas", "Petugas"), ("sistem", "Sistem")],
                        max_length=10,
                        verbose_name="oleh",
                    ),
                ),
                (
                    "saat",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="waktu"
                    ),
                ),
                (
                    "dari",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("diterima", "Diterima"),
                            ("perlu_dilengkapi", "Perlu dilengkapi"),
                            ("terverifikasi", "Sudah diperiksa"),
                            ("didisposisikan", "Diteruskan ke unit"),
                            ("diproses", "Dikerjakan"),
                            ("dijawab", "Dijawab"),
                            ("ditanggapi", "Pelapor berkeberatan"),
                            ("selesai", "Selesai"),
                            ("bukan_wewenang", "Bukan wewenang kami"),
                            ("diarsipkan", "Tidak ditangani"),
                            ("duplikat", "Sama dengan laporan lain"),
                            ("dicabut", "Dicabut"),
                            ("dialihkan", "Dialihkan ke LAPOR!"),
                        ],
                        max_length=20,
                        verbose_name="dari",
                    ),
                ),
                (
                    "ke",
                    models.CharField(
                        choices=[
                            ("diterima", "Diterima"),
                            ("perlu_dilengkapi", "Perlu dilengkapi"),
                            ("terverifikasi", "Sudah diperiksa"),
                            ("didisposisikan", "Diteruskan ke unit"),
                            ("diproses", "Dikerjakan"),
                            ("dijawab", "Dijawab"),
                            ("ditanggapi", "Pelapor berkeberatan"),
                            ("selesai", "Selesai"),
                            ("bukan_wewenang", "Bukan wewenang kami"),
                            ("diarsipkan", "Tidak ditangani"),
                            ("duplikat", "Sama dengan laporan lain"),
                            ("dicabut", "Dicabut"),
                            ("dialihkan", "Dialihkan ke LAPOR!"),
                        ],
                        max_length=20,
                        verbose_name="ke",
                    ),
                ),
                ("teks", models.TextField(blank=True, verbose_name="teks untuk pelapor")),
                ("catatan", models.TextField(blank=True, verbose_name="catatan kantor")),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="riwayat",
                        to="forum.laporan",
                        verbose_name="laporan",
                    ),
                ),
                (
                    "pelaku",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pelaku",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat laporan",
                "verbose_name_plural": "riwayat laporan",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TenggatLaporan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "tahap",
                    models.CharField(
                        choices=[
                            ("verifikasi", "Verifikasi dan kabar pertama"),
                            ("penyelesaian", "Jawaban"),
                            ("tindak_lanjut", "Rumusan tindak lanjut di LAPOR!"),
                            ("balasan", "Menunggu balasan pelapor"),
                            ("keberatan", "Keberatan pelapor"),
                            ("pelengkapan", "Pelengkapan oleh pelapor"),
                            ("pemberitahuan", "Kabar tentang keputusan"),
                            ("penyampaian", "Mengadu sesudah dilayani"),
                            ("perpanjangan", "Perpanjangan"),
                        ],
                        max_length=20,
                        verbose_name="tahap",
                    ),
                ),
                ("ke", models.PositiveSmallIntegerField(default=1, verbose_name="ke")),
                ("mulai", models.DateField(verbose_name="mulai")),
                ("batas", models.DateField(verbose_name="tenggat")),
                ("sementara", models.BooleanField(default=False, verbose_name="sementara")),
                ("jeda_kerja", models.PositiveSmallIntegerField(default=0, verbose_name="hari kerja dijeda")),
                ("jeda_kalender", models.PositiveSmallIntegerField(default=0, verbose_name="hari dijeda")),
                ("dijeda_pada", models.DateField(null=True, verbose_name="dijeda sejak")),
                ("terpenuhi_pada", models.DateField(null=True, verbose_name="dipenuhi pada")),
                ("gugur_pada", models.DateField(null=True, verbose_name="tidak berlaku lagi sejak")),
                (
                    "aturan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="forum.aturantenggat",
                        verbose_name="aturan",
                    ),
                ),
                (
                    "aturan_hukum",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="forum.aturantenggat",
                        verbose_name="batas terluar",
                    ),
                ),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tenggat",
                        to="forum.laporan",
                        verbose_name="laporan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tenggat laporan",
                "verbose_name_plural": "tenggat laporan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("laporan", "tahap", "ke"), name="tenggatlaporan_satu_per_putaran"),
                    models.UniqueConstraint(
                        condition=models.Q(("gugur_pada__isnull", True), ("terpenuhi_pada__isnull", True)),
                        fields=("laporan", "tahap"),
                        name="tenggatlaporan_satu_berjalan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("batas__gte", models.F("mulai"))), name="tenggatlaporan_urut"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("terpenuhi_pada__isnull", True), ("gugur_pada__isnull", True), _connector="OR"
                        ),
                        name="tenggatlaporan_satu_akhir",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("gugur_pada__isnull", True), ("terpenuhi_pada__isnull", True)),
                        fields=["batas"],
                        name="tenggatlaporan_berjalan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TenggatLama",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("batas", models.DateField(verbose_name="tenggat semula")),
                ("sebab", models.CharField(max_length=200, verbose_name="sebab")),
                (
                    "saat",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="waktu"
                    ),
                ),
                (
                    "tenggat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lama",
                        to="forum.tenggatlaporan",
                        verbose_name="tenggat",
                    ),
                ),
            ],
            options={
                "verbose_name": "tenggat semula",
                "verbose_name_plural": "tenggat semula",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="EskalasiLaporan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tingkat", models.PositiveSmallIntegerField(verbose_name="tingkat")),
                ("pada", models.DateField(verbose_name="pada")),
                (
                    "tenggat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="eskalasi",
                        to="forum.tenggatlaporan",
                        verbose_name="tenggat",
                    ),
                ),
            ],
            options={
                "verbose_name": "eskalasi laporan",
                "verbose_name_plural": "eskalasi laporan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("tenggat", "tingkat"), name="eskalasilaporan_sekali"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdentitasPelapor",
            fields=[
                (
                    "laporan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="identitas",
                        serialize=False,
                        to="forum.laporan",
                        verbose_name="laporan",
                    ),
                ),
                ("nama", models.CharField(blank=True, max_length=120, verbose_name="nama")),
                ("telepon", models.CharField(blank=True, max_length=30, verbose_name="telepon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email")),
            ],
            options={
                "verbose_name": "identitas pelapor",
                "verbose_name_plural": "identitas pelapor",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nama", ""), _negated=True),
                            models.Q(("telepon", ""), _negated=True),
                            models.Q(("email", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="identitaspelapor_tidak_kosong",
                    )
                ],
            },
        ),
    ]
