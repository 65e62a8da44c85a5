"""The online discussion, with the trigrams that find words in spite of a typing error, and the reasons of moderation."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


# (code, name, what the author is told)
ALASAN = [
    ("data_pribadi", "Memuat data pribadi orang", "Jangan menulis nama, alamat, NIK, atau nomor telepon orang."),
    ("menghina", "Menghina atau menyerang orang", "Sampaikan kritik tentang pelayanan, bukan tentang orangnya."),
    ("sara", "Menyinggung suku, agama, ras, atau golongan", "Forum ini untuk semua warga."),
    ("bohong", "Kabar yang tidak benar", "Sebutkan sumbernya, atau tanyakan dulu kepada kantor."),
    ("iklan", "Iklan atau tautan yang tidak berkaitan", "Forum ini bukan tempat beriklan."),
    ("luar_topik", "Tidak berkaitan dengan topik", "Tulis sebagai topik baru pada kategori yang sesuai."),
    ("pengaduan", "Seharusnya pengaduan", "Kirim lewat halaman pengaduan, supaya ada nomor dan tenggatnya."),
    ("lain", "Alasan lain", "Baca catatan dari moderator."),
]


def isi(apps, schema_editor):
    for urutan, (kode, nama, keterangan) in enumerate(ALASAN, start=1):
        apps.get_model("forum", "AlasanModerasi").objects.get_or_create(
            kode=kode, defaults={"nama": nama, "keterangan": keterangan, "urutan": urutan}
        )


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0003_aturan_tenggat"),
        ("organisasi", "0010_warga"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="AlasanModerasi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kode", models.SlugField(max_length=30, unique=True, verbose_name="kode")),
                ("nama", models.CharField(max_length=80, verbose_name="alasan")),
                ("keterangan", models.CharField(max_length=200, verbose_name="penjelasan untuk penulis")),
                ("urutan", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("aktif", models.BooleanField(default=True, verbose_name="dipakai")),
            ],
            options={
                "verbose_name": "alasan moderasi",
                "verbose_name_plural": "alasan moderasi",
                "ordering": ["urutan", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Balasan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("kiriman", models.UUIDField(editable=False, unique=True, verbose_name="kode kiriman")),
                ("sebagai", models.CharField(blank=True, max_length=300, verbose_name="jabatan dan unit")),
                ("isi", models.TextField(verbose_name="isi")),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu pemeriksaan"),
                            ("tayang", "Tayang"),
                            ("disembunyikan", "Disembunyikan"),
                        ],
                        default="tayang",
                        max_length=15,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "ditahan",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="sebab ditahan",
                    ),
                ),
                ("dibuat", models.DateTimeField(verbose_name="dikirim pada")),
                ("disunting_pada", models.DateTimeField(blank=True, null=True, verbose_name="disunting pada")),
                (
                    "cari",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("isi", config="indonesian"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "alasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="forum.alasanmoderasi",
                        verbose_name="alasan disembunyikan",
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
            ],
            options={
                "verbose_name": "balasan",
                "verbose_name_plural": "balasan",
                "ordering": ["dibuat", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keadaan", "disembunyikan"), ("alasan__isnull", False)),
                            models.Q(models.Q(("keadaan", "disembunyikan"), _negated=True), ("alasan__isnull", True)),
                            _connector="OR",
                        ),
                        name="balasan_sembunyi_beralasan",
                    ),
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["cari"], name="balasan_cari"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("isi"), name="gin_trgm_ops"
                        ),
                        name="balasan_isi_trigram",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KategoriDiskusi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("versi", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi")),
                (
                    "diubah_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="diubah pada"
                    ),
                ),
                ("nama", models.CharField(max_length=80, unique=True, verbose_name="nama")),
                (
                    "rumpun",
                    models.CharField(
                        choices=[("layanan", "Layanan"), ("kelurahan", "Kelurahan"), ("tema", "Tema")],
                        max_length=10,
                        verbose_name="rumpun",
                    ),
                ),
                ("keterangan", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
                ("urutan", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
                ("aktif", models.BooleanField(default=True, verbose_name="menerima topik baru")),
                (
                    "diubah_oleh",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diubah oleh",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                        verbose_name="unit yang menjawab",
                    ),
                ),
            ],
            options={
                "verbose_name": "kategori diskusi",
                "verbose_name_plural": "kategori diskusi",
                "ordering": ["urutan", "nama", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Topik",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("kiriman", models.UUIDField(editable=False, unique=True, verbose_name="kode kiriman")),
                ("sebagai", models.CharField(blank=True, max_length=300, verbose_name="jabatan dan unit")),
                ("isi", models.TextField(verbose_name="isi")),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu pemeriksaan"),
                            ("tayang", "Tayang"),
                            ("disembunyikan", "Disembunyikan"),
                        ],
                        default="tayang",
                        max_length=15,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "ditahan",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="sebab ditahan",
                    ),
                ),
                ("dibuat", models.DateTimeField(verbose_name="dikirim pada")),
                ("disunting_pada", models.DateTimeField(blank=True, null=True, verbose_name="disunting pada")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("diskusi", "Diskusi"),
                            ("usulan", "Usulan"),
                            ("pertanyaan", "Pertanyaan"),
                            ("apresiasi", "Apresiasi"),
                        ],
                        default="diskusi",
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("judul", models.CharField(max_length=150, verbose_name="judul")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("baru", "Baru"),
                            ("dibahas", "Dibahas"),
                            ("dijawab", "Dijawab"),
                            ("ditindaklanjuti", "Ditindaklanjuti"),
                            ("ditutup", "Ditutup"),
                        ],
                        default="baru",
                        max_length=15,
                        verbose_name="status",
                    ),
                ),
                ("tautan_tindak", models.URLField(blank=True, max_length=300, verbose_name="tautan tindak lanjut")),
                ("alasan_tutup", models.CharField(blank=True, max_length=300, verbose_name="alasan ditutup")),
                ("aktivitas", models.DateTimeField(verbose_name="kegiatan terakhir")),
                (
                    "cari",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector("judul", config="indonesian", weight="A"),
                            "||",
                            django.contrib.postgres.search.SearchVector("isi", config="indonesian", weight="B"),
                            django.contrib.postgres.search.SearchConfig("indonesian"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "alasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="forum.alasanmoderasi",
                        verbose_name="alasan disembunyikan",
                    ),
                ),
                (
                    "digabung_ke",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gabungan",
                        to="forum.topik",
                        verbose_name="digabung ke topik",
                    ),
                ),
                (
                    "kategori",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="topik",
                        to="forum.kategoridiskusi",
                        verbose_name="kategori",
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
            ],
            options={
                "verbose_name": "topik diskusi",
                "verbose_name_plural": "topik diskusi",
                "ordering": ["-aktivitas", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keadaan", "disembunyikan"), ("alasan__isnull", False)),
                            models.Q(models.Q(("keadaan", "disembunyikan"), _negated=True), ("alasan__isnull", True)),
                            _connector="OR",
                        ),
                        name="topik_sembunyi_beralasan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditindaklanjuti"), _negated=True),
                            models.Q(("tautan_tindak", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="topik_tindak_bertautan",
                        violation_error_message="Tulis tautan tindak lanjutnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditutup"), models.Q(("alasan_tutup", ""), _negated=True)),
                            models.Q(models.Q(("status", "ditutup"), _negated=True), ("alasan_tutup", "")),
                            _connector="OR",
                        ),
                        name="topik_tutup_beralasan",
                        violation_error_message="Tulis alasan menutup topik.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("digabung_ke__isnull", True),
                            models.Q(("digabung_ke", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="topik_bukan_gabungan_sendiri",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["keadaan", "-aktivitas", "-id"], name="topik_daftar"),
                    models.Index(fields=["kategori", "status"], name="topik_kategori_status"),
                    django.contrib.postgres.indexes.GinIndex(fields=["cari"], name="topik_cari"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("judul"), name="gin_trgm_ops"
                        ),
                        name="topik_judul_trigram",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("isi"), name="gin_trgm_ops"
                        ),
                        name="topik_isi_trigram",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatKiriman",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("judul", models.CharField(blank=True, max_length=150, verbose_name="judul")),
                ("isi", models.TextField(verbose_name="isi")),
                ("sampai", models.DateTimeField(verbose_name="berlaku sampai")),
                (
                    "balasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="riwayat",
                        to="forum.balasan",
                    ),
                ),
                (
                    "topik",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="riwayat",
                        to="forum.topik",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat kiriman",
                "verbose_name_plural": "riwayat kiriman",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("topik__isnull", True), ("balasan__isnull", True), _connector="XOR"),
                        name="riwayatkiriman_satu_kiriman",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Penandaan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("kiriman", models.UUIDField(editable=False, unique=True, verbose_name="kode kiriman")),
                ("catatan", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                (
                    "dibuat",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="dibuat"
                    ),
                ),
                ("selesai_pada", models.DateTimeField(blank=True, null=True, verbose_name="selesai diperiksa pada")),
                (
                    "alasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="forum.alasanmoderasi",
                        verbose_name="alasan",
                    ),
                ),
                (
                    "balasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
                        to="forum.balasan",
                    ),
                ),
                (
                    "topik",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
                        to="forum.topik",
                    ),
                ),
            ],
            options={
                "verbose_name": "tanda dari pembaca",
                "verbose_name_plural": "tanda dari pembaca",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("topik__isnull", True), ("balasan__isnull", True), _connector="XOR"),
                        name="penandaan_satu_kiriman",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("selesai_pada__isnull", True)), fields=["topik"], name="penandaan_terbuka"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LanggananDiskusi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "irama",
                    models.CharField(
                        choices=[("harian", "Setiap hari"), ("mingguan", "Setiap minggu")],
                        max_length=10,
                        verbose_name="dikirim",
                    ),
                ),
                (
                    "mulai",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="mulai"
                    ),
                ),
                ("berhenti_pada", models.DateTimeField(blank=True, null=True, verbose_name="berhenti pada")),
                (
                    "kategori",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="langganan",
                        to="forum.kategoridiskusi",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pelanggan",
                    ),
                ),
                (
                    "topik",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="langganan",
                        to="forum.topik",
                    ),
                ),
            ],
            options={
                "verbose_name": "langganan diskusi",
                "verbose_name_plural": "langganan diskusi",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("topik__isnull", True), ("kategori__isnull", True), _connector="XOR"),
                        name="langganandiskusi_satu_sasaran",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("berhenti_pada__isnull", True)),
                        fields=("pengguna", "topik", "kategori"),
                        name="langganandiskusi_sekali",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeputusanModerasi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "tindakan",
                    models.CharField(
                        choices=[
                            ("terbitkan", "Diterbitkan"),
                            ("sembunyikan", "Disembunyikan"),
                            ("biarkan", "Tetap tayang"),
                            ("pulihkan", "Ditampilkan lagi"),
                        ],
                        max_length=15,
                        verbose_name="tindakan",
                    ),
                ),
                ("catatan", models.CharField(blank=True, max_length=300, verbose_name="catatan untuk penulis")),
                ("pada", models.DateTimeField(verbose_name="pada")),
                (
                    "alasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="forum.alasanmoderasi",
                        verbose_name="alasan",
                    ),
                ),
                (
                    "balasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
                        to="forum.balasan",
                    ),
                ),
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
                    "topik",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
                        to="forum.topik",
                    ),
                ),
            ],
            options={
                "verbose_name": "keputusan moderasi",
                "verbose_name_plural": "keputusan moderasi",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("topik__isnull", True), ("balasan__isnull", True), _connector="XOR"),
                        name="keputusanmoderasi_satu_kiriman",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tindakan", "sembunyikan"), _negated=True),
                            ("alasan__isnull", False),
                            _connector="OR",
                        ),
                        name="keputusanmoderasi_sembunyi_beralasan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JawabanResmi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("kiriman", models.UUIDField(editable=False, unique=True, verbose_name="kode kiriman")),
                ("versi", models.PositiveIntegerField(verbose_name="versi")),
                ("isi", models.TextField(verbose_name="isi")),
                ("sebagai", models.CharField(max_length=300, verbose_name="jabatan dan unit")),
                ("pada", models.DateTimeField(verbose_name="dijawab pada")),
                ("berlaku", models.BooleanField(default=True, verbose_name="berlaku")),
                (
                    "cari",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("isi", config="indonesian"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                        verbose_name="unit",
                    ),
                ),
                (
                    "topik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jawaban",
                        to="forum.topik",
                        verbose_name="topik",
                    ),
                ),
            ],
            options={
                "verbose_name": "jawaban resmi",
                "verbose_name_plural": "jawaban resmi",
                "ordering": ["-versi"],
                "constraints": [
                    models.UniqueConstraint(fields=("topik", "versi"), name="jawabanresmi_versi_sekali"),
                    models.UniqueConstraint(
                        condition=models.Q(("berlaku", True)), fields=("topik",), name="jawabanresmi_satu_yang_berlaku"
                    ),
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["cari"], name="jawabanresmi_cari"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dukungan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dibuat",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="dibuat"
                    ),
                ),
                ("dicabut_pada", models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada")),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pendukung",
                    ),
                ),
                (
                    "topik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dukungan",
                        to="forum.topik",
                        verbose_name="topik",
                    ),
                ),
            ],
            options={
                "verbose_name": "dukungan",
                "verbose_name_plural": "dukungan",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dicabut_pada__isnull", True)),
                        fields=("topik", "pengguna"),
                        name="dukungan_satu_per_akun",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="balasan",
            name="topik",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="balasan",
                to="forum.topik",
                verbose_name="topik",
            ),
        ),
        migrations.CreateModel(
            name="KeberatanModerasi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("isi", models.CharField(max_length=1000, verbose_name="keberatan")),
                ("diajukan_pada", models.DateTimeField(verbose_name="diajukan pada")),
                (
                    "putusan",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu putusan"),
                            ("diterima", "Keberatan diterima"),
                            ("ditolak", "Keberatan ditolak"),
                        ],
                        default="menunggu",
                        max_length=10,
                        verbose_name="putusan",
                    ),
                ),
                ("catatan", models.CharField(blank=True, max_length=300, verbose_name="penjelasan putusan")),
                ("diputus_pada", models.DateTimeField(blank=True, null=True, verbose_name="diputus pada")),
                (
                    "diputus_moderator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="yang menyembunyikan",
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
                    "keputusan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keberatan",
                        to="forum.keputusanmoderasi",
                        verbose_name="keputusan",
                    ),
                ),
            ],
            options={
                "verbose_name": "keberatan moderasi",
                "verbose_name_plural": "keberatan moderasi",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("catatan", ""),
                                ("diputus_oleh__isnull", True),
                                ("diputus_pada__isnull", True),
                                ("putusan", "menunggu"),
                            ),
                            models.Q(
                                models.Q(("putusan", "menunggu"), _negated=True),
                                ("diputus_oleh__isnull", False),
                                ("diputus_pada__isnull", False),
                                models.Q(("catatan", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="keberatanmoderasi_putusan_lengkap",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("diputus_oleh", models.F("diputus_moderator")), _negated=True),
                        name="keberatanmoderasi_orang_lain",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RingkasanDiskusi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "irama",
                    models.CharField(choices=[("harian", "Setiap hari"), ("mingguan", "Setiap minggu")], max_length=10),
                ),
                ("periode", models.CharField(max_length=10)),
                ("dibuat", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "ringkasan diskusi",
                "verbose_name_plural": "ringkasan diskusi",
                "constraints": [
                    models.UniqueConstraint(fields=("pengguna", "irama", "periode"), name="ringkasandiskusi_sekali")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="balasan",
            index=models.Index(fields=["topik", "dibuat", "id"], name="balasan_urut"),
        ),
        migrations.RunPython(isi, migrations.RunPython.noop),
    ]
