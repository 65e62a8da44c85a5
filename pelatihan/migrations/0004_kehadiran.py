import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pelatihan", "0003_kegiatan"),
        ("pelatihan", "0003_kegiatan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NaskahTes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("judul", models.CharField(max_length=200, verbose_name="judul")),
                ("aktif", models.BooleanField(default=True, verbose_name="dipakai")),
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
                    "program",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="naskah_tes",
                        to="pelatihan.program",
                        verbose_name="program",
                    ),
                ),
            ],
            options={
                "verbose_name": "naskah tes",
                "verbose_name_plural": "naskah tes",
                "ordering": ["judul", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ButirTes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("urutan", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("soal", models.CharField(max_length=400, verbose_name="soal")),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="butir",
                        to="pelatihan.naskahtes",
                        verbose_name="naskah",
                    ),
                ),
            ],
            options={
                "verbose_name": "butir tes",
                "verbose_name_plural": "butir tes",
                "ordering": ["urutan", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("naskah", "urutan"), name="butirtes_urutan_sekali"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PilihanTes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("teks", models.CharField(max_length=300, verbose_name="jawaban")),
                ("benar", models.BooleanField(default=False, verbose_name="benar")),
                (
                    "butir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pilihan",
                        to="pelatihan.butirtes",
                        verbose_name="butir",
                    ),
                ),
            ],
            options={
                "verbose_name": "pilihan jawaban",
                "verbose_name_plural": "pilihan jawaban",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("benar", True)), fields=("butir",), name="pilihantes_satu_benar"
                    ),
                    models.UniqueConstraint(fields=("butir", "teks"), name="pilihantes_teks_sekali"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaUmpanBalik",
            fields=[
                (
                    "tanda",
                    models.CharField(
                        editable=False, max_length=64, primary_key=True, serialize=False, verbose_name="tanda"
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda_umpan_balik",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tanda umpan balik",
                "verbose_name_plural": "tanda umpan balik",
                "ordering": ["tanda"],
            },
        ),
        migrations.CreateModel(
            name="TesKegiatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "skor_lulus",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="skor paling sedikit",
                    ),
                ),
                ("versi", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi")),
                (
                    "kegiatan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tes",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dipakai",
                        to="pelatihan.naskahtes",
                        verbose_name="naskah",
                    ),
                ),
            ],
            options={
                "verbose_name": "tes kegiatan",
                "verbose_name_plural": "tes kegiatan",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("skor_lulus__isnull", True),
                            models.Q(("skor_lulus__gte", 1), ("skor_lulus__lte", 100)),
                            _connector="OR",
                        ),
                        name="teskegiatan_skor",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PengerjaanTes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "jenis",
                    models.CharField(
                        choices=[("awal", "Tes awal"), ("akhir", "Tes akhir")], max_length=5, verbose_name="jenis"
                    ),
                ),
                ("jawaban", models.JSONField(verbose_name="jawaban")),
                ("benar", models.PositiveSmallIntegerField(verbose_name="jawaban benar")),
                ("butir", models.PositiveSmallIntegerField(verbose_name="banyaknya soal")),
                ("skor", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="skor")),
                ("dikirim_pada", models.DateTimeField(verbose_name="dikirim pada")),
                (
                    "pendaftaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengerjaan_tes",
                        to="pelatihan.pendaftaran",
                        verbose_name="peserta",
                    ),
                ),
                (
                    "tes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengerjaan",
                        to="pelatihan.teskegiatan",
                        verbose_name="tes",
                    ),
                ),
            ],
            options={
                "verbose_name": "pengerjaan tes",
                "verbose_name_plural": "pengerjaan tes",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pendaftaran", "jenis"),
                        name="pengerjaantes_sekali",
                        violation_error_message="Tes ini sudah Anda kerjakan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("benar__lte", models.F("butir")), ("butir__gte", 1), ("skor__gte", 0), ("skor__lte", 100)
                        ),
                        name="pengerjaantes_angka",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UmpanBalikKegiatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("nilai", models.JSONField(verbose_name="nilai")),
                ("saran", models.TextField(blank=True, verbose_name="saran")),
                ("dilepas", models.BooleanField(default=False, editable=False, verbose_name="dapat dibaca")),
                (
                    "kegiatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="umpan_balik",
                        to="pelatihan.kegiatan",
                        verbose_name="kegiatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "umpan balik kegiatan",
                "verbose_name_plural": "umpan balik kegiatan",
                "ordering": ["uuid"],
                "indexes": [
                    models.Index(fields=["kegiatan", "dilepas"], name="pelatihan_u_kegiata_763806_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kehadiran",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("hadir", models.BooleanField(default=True, verbose_name="hadir")),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("qr", "Kode QR"),
                            ("pin", "Enam angka"),
                            ("staf", "Dicatat panitia"),
                            ("kertas", "Daftar kertas"),
                        ],
                        max_length=6,
                        verbose_name="cara",
                    ),
                ),
                ("datang", models.DateTimeField(verbose_name="datang")),
                ("pulang", models.DateTimeField(blank=True, null=True, verbose_name="pulang")),
                ("terlambat_menit", models.PositiveSmallIntegerField(default=0, verbose_name="terlambat (menit)")),
                (
                    "dicatat_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="dicatat pada",
                    ),
                ),
                ("berlaku", models.BooleanField(default=True, verbose_name="berlaku")),
                ("alasan", models.CharField(blank=True, max_length=300, verbose_name="alasan perbaikan")),
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
                    "menggantikan",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="pelatihan.kehadiran",
                        verbose_name="memperbaiki",
                    ),
                ),
                (
                    "pendaftaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kehadiran",
                        to="pelatihan.pendaftaran",
                        verbose_name="peserta",
                    ),
                ),
                (
                    "sesi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kehadiran",
                        to="pelatihan.sesikegiatan",
                        verbose_name="sesi",
                    ),
                ),
            ],
            options={
                "verbose_name": "kehadiran",
                "verbose_name_plural": "kehadiran",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["sesi", "berlaku"], name="pelatihan_k_sesi_id_107fc6_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("berlaku", True)),
                        fields=("pendaftaran", "sesi"),
                        name="kehadiran_sekali_per_sesi",
                        violation_error_message="Kehadiran orang ini dalam sesi ini sudah tercatat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pulang__isnull", True), ("pulang__gte", models.F("datang")), _connector="OR"
                        ),
                        name="kehadiran_pulang_sesudah_datang",
                        violation_error_message="Orang pulang sesudah datang.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan", ""), ("menggantikan__isnull", True)),
                            models.Q(("menggantikan__isnull", False), models.Q(("alasan", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="kehadiran_perbaikan_beralasan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hadir", True), ("menggantikan__isnull", False), _connector="OR"),
                        name="kehadiran_tidak_hadir_lewat_perbaikan",
                    ),
                ],
            },
        ),
    ]
