from datetime import date

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


def isi(apps, schema_editor):
    apps.get_model("pelatihan", "AturanPraktik").objects.create(
        mulai=date(2018, 1, 1),
        hari_tanya=60,
        menit_sunting=30,
        dasar_hukum="Pilihan kantor. Tidak ada peraturan yang menyebutnya.",
    )


def kosongkan(apps, schema_editor):
    apps.get_model("pelatihan", "AturanPraktik").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0010_warga"),
        ("pelatihan", "0006_pendaftaran"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="AdopsiPraktik",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("niat", models.TextField(verbose_name="yang akan dicoba")),
                ("rencana", models.TextField(blank=True, verbose_name="rencana")),
                ("mulai", models.DateField(blank=True, null=True, verbose_name="mulai dicoba")),
                ("selesai", models.DateField(blank=True, null=True, verbose_name="hasil dinilai pada")),
                ("hasil", models.TextField(blank=True, verbose_name="hasil")),
                ("bukti", models.CharField(blank=True, max_length=300, verbose_name="bukti")),
                ("alasan", models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("akan", "Akan dicoba"),
                            ("rencana", "Sedang dicoba"),
                            ("berhasil", "Berhasil"),
                            ("tidak_cocok", "Tidak cocok"),
                            ("batal", "Dibatalkan"),
                        ],
                        default="akan",
                        max_length=11,
                        verbose_name="keadaan",
                    ),
                ),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                ("dicatat_pada", models.DateField(verbose_name="dicatat pada")),
                ("tanya_pada", models.DateField(verbose_name="ditanyakan mulai")),
                ("ditanya_pada", models.DateField(blank=True, null=True, verbose_name="sudah ditanyakan pada")),
                (
                    "kegiatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adopsi_praktik",
                        to="pelatihan.kegiatan",
                        verbose_name="sesudah kegiatan",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adopsi_praktik",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adopsi_praktik",
                        to="organisasi.unitkerja",
                        verbose_name="unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "percobaan praktik baik",
                "verbose_name_plural": "percobaan praktik baik",
                "ordering": ["-dicatat_pada", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("unit__isnull", True), ("pegawai__isnull", True), _connector="XOR"),
                        name="adopsipraktik_unit_atau_pegawai",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["akan", "batal"]),
                            models.Q(
                                ("mulai__isnull", False),
                                ("selesai__gte", models.F("mulai")),
                                models.Q(("rencana", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="adopsipraktik_rencana_lengkap",
                        violation_error_message="Isi rencana, hari mulai, dan hari hasilnya dinilai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["berhasil", "tidak_cocok"]), _negated=True),
                            models.Q(models.Q(("hasil", ""), _negated=True), models.Q(("bukti", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="adopsipraktik_hasil_berbukti",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "batal"), models.Q(("alasan", ""), _negated=True)),
                            models.Q(models.Q(("status", "batal"), _negated=True), ("alasan", "")),
                            _connector="OR",
                        ),
                        name="adopsipraktik_batal_beralasan",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["status", "tanya_pada"], name="pelatihan_a_status_f95709_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AturanPraktik",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("mulai", models.DateField(unique=True, verbose_name="berlaku mulai")),
                ("hari_tanya", models.PositiveSmallIntegerField(verbose_name="hari sampai percobaan ditanyakan")),
                ("menit_sunting", models.PositiveSmallIntegerField(verbose_name="menit untuk menyunting komentar")),
                ("dasar_hukum", models.TextField(verbose_name="dasar hukum")),
                ("terverifikasi", models.BooleanField(default=False, verbose_name="sudah diperiksa dengan peraturan")),
            ],
            options={
                "verbose_name": "aturan praktik baik",
                "verbose_name_plural": "aturan praktik baik",
                "ordering": ["-mulai"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("hari_tanya__gte", 1)), name="aturanpraktik_hari")
                ],
            },
        ),
        migrations.CreateModel(
            name="PraktikBaik",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "kunci_asal",
                    models.CharField(
                        blank=True, editable=False, max_length=120, null=True, unique=True, verbose_name="kunci asal"
                    ),
                ),
                (
                    "asal",
                    models.CharField(
                        choices=[("luar", "Daerah lain"), ("sendiri", "Inovasi kantor ini")],
                        default="luar",
                        max_length=7,
                        verbose_name="asal",
                    ),
                ),
                ("judul", models.CharField(max_length=150, verbose_name="judul")),
                ("wilayah", models.CharField(max_length=150, verbose_name="daerah asal")),
                ("tautan", models.URLField(blank=True, max_length=300, verbose_name="tautan sumber")),
                (
                    "tema",
                    models.CharField(
                        choices=[
                            ("pelayanan", "Pelayanan warga"),
                            ("administrasi", "Administrasi dan arsip"),
                            ("pengaduan", "Pengaduan dan peran serta warga"),
                            ("pemberdayaan", "Pemberdayaan masyarakat"),
                            ("ketertiban", "Ketenteraman dan ketertiban"),
                            ("pembangunan", "Pembangunan dan lingkungan"),
                            ("digital", "Data dan layanan digital"),
                            ("pegawai", "Pegawai dan budaya kerja"),
                        ],
                        max_length=12,
                        verbose_name="tema",
                    ),
                ),
                ("unsur", models.CharField(blank=True, max_length=20, verbose_name="unsur survei")),
                ("masalah", models.TextField(verbose_name="masalah")),
                ("langkah", models.TextField(verbose_name="yang dikerjakan")),
                ("hasil", models.TextField(verbose_name="hasil")),
                ("ukuran", models.CharField(blank=True, max_length=150, verbose_name="yang diukur")),
                ("satuan", models.CharField(blank=True, max_length=30, verbose_name="satuan")),
                (
                    "sebelum",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="angka sebelum"
                    ),
                ),
                (
                    "sesudah",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="angka sesudah"
                    ),
                ),
                (
                    "keyakinan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("diperiksa", "Diperiksa orang kedua"),
                            ("laporan", "Dari laporan yang terbit"),
                            ("pengakuan", "Menurut pelaksananya, belum diperiksa"),
                        ],
                        max_length=10,
                        verbose_name="keyakinan angka",
                    ),
                ),
                ("dasar_angka", models.CharField(blank=True, max_length=300, verbose_name="dasar angka")),
                (
                    "biaya",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="biaya (rupiah)"
                    ),
                ),
                ("keterangan_biaya", models.CharField(blank=True, max_length=200, verbose_name="keterangan biaya")),
                ("kontak", models.CharField(blank=True, max_length=200, verbose_name="yang dapat dihubungi")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("usulan", "Menunggu diperiksa"),
                            ("kantor", "Dibaca kantor"),
                            ("umum", "Dipublikasikan"),
                            ("ditolak", "Ditolak"),
                            ("arsip", "Diarsipkan"),
                        ],
                        default="usulan",
                        max_length=7,
                        verbose_name="keadaan",
                    ),
                ),
                ("alasan", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                ("dibuat_pada", models.DateField(verbose_name="diusulkan pada")),
                ("terbit_pada", models.DateField(blank=True, null=True, verbose_name="dipublikasikan pada")),
                (
                    "cari",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.SearchVector("judul", config="indonesian", weight="A"),
                                "||",
                                django.contrib.postgres.search.SearchVector("wilayah", config="indonesian", weight="A"),
                                django.contrib.postgres.search.SearchConfig("indonesian"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "masalah", "langkah", "hasil", config="indonesian", weight="B"
                            ),
                            django.contrib.postgres.search.SearchConfig("indonesian"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diusulkan oleh",
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="praktik",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "kompetensi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="praktik",
                        to="pelatihan.kompetensi",
                        verbose_name="kompetensi",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="praktik",
                        to="pelatihan.program",
                        verbose_name="program",
                    ),
                ),
            ],
            options={
                "verbose_name": "praktik baik",
                "verbose_name_plural": "praktik baik",
                "ordering": ["-dibuat_pada", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sebelum__isnull", True), ("sesudah__isnull", True)),
                            models.Q(
                                ("sebelum__isnull", False),
                                ("sesudah__isnull", False),
                                models.Q(("ukuran", ""), _negated=True),
                                models.Q(("keyakinan", ""), _negated=True),
                                models.Q(("dasar_angka", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="praktik_angka_lengkap",
                        violation_error_message="Isi angka sebelum dan sesudah, yang diukur, keyakinan, dan dasarnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["ditolak", "arsip"]), models.Q(("alasan", ""), _negated=True)),
                            models.Q(("status__in", ["ditolak", "arsip"]), _negated=True),
                            _connector="OR",
                        ),
                        name="praktik_berhenti_beralasan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "umum"), ("terbit_pada__isnull", False)),
                            models.Q(models.Q(("status", "umum"), _negated=True), ("terbit_pada__isnull", True)),
                            _connector="OR",
                        ),
                        name="praktik_umum_bertanggal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("asal", "sendiri"), models.Q(("tautan", ""), _negated=True), _connector="OR"
                        ),
                        name="praktik_luar_bersumber",
                        violation_error_message="Tulis tautan sumbernya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asal", "luar"), ("kunci_asal__isnull", False), _connector="OR"),
                        name="praktik_sendiri_berasal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("biaya__isnull", True), ("biaya__gte", 0), _connector="OR"),
                        name="praktik_biaya",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["status", "-dibuat_pada", "-id"], name="praktik_daftar"),
                    django.contrib.postgres.indexes.GinIndex(fields=["cari"], name="praktik_cari"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("judul"), name="gin_trgm_ops"
                        ),
                        name="praktik_judul_trigram",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("wilayah"), name="gin_trgm_ops"
                        ),
                        name="praktik_wilayah_trigram",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PenemuPraktik",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("setuju_pada", models.DateField(blank=True, null=True, verbose_name="setuju disebut namanya pada")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
                (
                    "praktik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penemu",
                        to="pelatihan.praktikbaik",
                        verbose_name="praktik",
                    ),
                ),
            ],
            options={
                "verbose_name": "yang mengerjakan",
                "verbose_name_plural": "yang mengerjakan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("praktik", "pegawai"), name="penemupraktik_sekali"),
                ],
            },
        ),
        migrations.CreateModel(
            name="KomentarPraktik",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("kiriman", models.UUIDField(editable=False, unique=True, verbose_name="kode kiriman")),
                ("isi", models.TextField(verbose_name="isi")),
                ("dibuat", models.DateTimeField(verbose_name="dikirim pada")),
                ("disunting_pada", models.DateTimeField(blank=True, null=True, verbose_name="disunting pada")),
                (
                    "keadaan",
                    models.CharField(
                        choices=[("tayang", "Tampil"), ("disembunyikan", "Disembunyikan")],
                        default="tayang",
                        max_length=13,
                        verbose_name="keadaan",
                    ),
                ),
                ("alasan", models.CharField(blank=True, max_length=300, verbose_name="alasan disembunyikan")),
                (
                    "disembunyikan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "penulis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="penulis",
                    ),
                ),
                (
                    "praktik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="komentar",
                        to="pelatihan.praktikbaik",
                        verbose_name="praktik",
                    ),
                ),
            ],
            options={
                "verbose_name": "komentar praktik baik",
                "verbose_name_plural": "komentar praktik baik",
                "ordering": ["dibuat", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("disembunyikan_oleh__isnull", False),
                                ("keadaan", "disembunyikan"),
                                models.Q(("alasan", ""), _negated=True),
                            ),
                            models.Q(("alasan", ""), ("disembunyikan_oleh__isnull", True), ("keadaan", "tayang")),
                            _connector="OR",
                        ),
                        name="komentarpraktik_sembunyi_beralasan",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["praktik", "dibuat"], name="pelatihan_k_praktik_151d05_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="BerkasPraktik",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("judul", models.CharField(max_length=150, verbose_name="judul")),
                ("berkas", models.FileField(upload_to="praktik/", verbose_name="berkas")),
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
                ("umum", models.BooleanField(default=False, verbose_name="juga di halaman umum")),
                ("diunggah_pada", models.DateField(verbose_name="diunggah pada")),
                ("dibatalkan_pada", models.DateField(blank=True, null=True, verbose_name="dibatalkan pada")),
                ("alasan", models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan")),
                (
                    "adopsi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berkas",
                        to="pelatihan.adopsipraktik",
                        verbose_name="percobaan",
                    ),
                ),
                (
                    "diunggah_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
                (
                    "praktik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berkas",
                        to="pelatihan.praktikbaik",
                        verbose_name="praktik",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas praktik baik",
                "verbose_name_plural": "berkas praktik baik",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("adopsi__isnull", True), ("dibatalkan_pada__isnull", True)),
                        fields=("praktik", "sidik"),
                        name="berkaspraktik_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sidik__regex", "^[0-9a-f]{64}$")), name="berkaspraktik_sidik"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan", ""), ("dibatalkan_pada__isnull", True)),
                            models.Q(("dibatalkan_pada__isnull", False), models.Q(("alasan", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="berkaspraktik_batal_beralasan",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="adopsipraktik",
            name="praktik",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="adopsi",
                to="pelatihan.praktikbaik",
                verbose_name="praktik",
            ),
        ),
        migrations.AddConstraint(
            model_name="adopsipraktik",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["akan", "rencana"]), ("unit__isnull", False)),
                fields=("praktik", "unit"),
                name="adopsipraktik_satu_per_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="adopsipraktik",
            constraint=models.UniqueConstraint(
                condition=models.Q(("pegawai__isnull", False), ("status__in", ["akan", "rencana"])),
                fields=("praktik", "pegawai"),
                name="adopsipraktik_satu_per_pegawai",
            ),
        ),
        migrations.RunPython(isi, kosongkan),
    ]
