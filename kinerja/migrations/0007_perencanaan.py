"""Agreements of units, their organisation predicates and the matrix of roles.

Signed agreements with everything below them, and predicates that were set, never change: triggers refuse it whoever
asks. An agreement may only become «diganti», a predicate may only lose ``terbaru``.
"""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


PASANG = """
CREATE FUNCTION kinerja_perjanjian_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.status = 'ditandatangani' AND NEW.status = 'diganti'
       AND to_jsonb(OLD) - 'status' = to_jsonb(NEW) - 'status' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Perjanjian kinerja yang sudah ditandatangani tidak dapat diubah; buat perjanjian perubahan.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'perjanjian_tetap';
END
$$;
CREATE TRIGGER perjanjian_tetap BEFORE UPDATE OR DELETE ON kinerja_perjanjiankinerja
    FOR EACH ROW WHEN (OLD.status <> 'draf') EXECUTE FUNCTION kinerja_perjanjian_tetap();

CREATE FUNCTION kinerja_isi_perjanjian_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    baris jsonb;
    kunci bigint;
BEGIN
    -- Both ends of a move are looked at: rows neither leave nor enter a signed agreement.
    FOREACH baris IN ARRAY array_remove(ARRAY[to_jsonb(OLD), to_jsonb(NEW)], NULL) LOOP
        IF TG_TABLE_NAME = 'kinerja_sasaran' THEN
            kunci := (baris ->> 'perjanjian_id')::bigint;
        ELSIF TG_TABLE_NAME = 'kinerja_indikatorutama' THEN
            SELECT perjanjian_id INTO kunci FROM kinerja_sasaran WHERE id = (baris ->> 'sasaran_id')::bigint;
        ELSE
            SELECT s.perjanjian_id INTO kunci FROM kinerja_indikatorutama i JOIN kinerja_sasaran s ON s.id = i.sasaran_id
                WHERE i.id = (baris ->> 'iku_id')::bigint;
        END IF;
        IF EXISTS (SELECT FROM kinerja_perjanjiankinerja WHERE id = kunci AND status <> 'draf') THEN
            RAISE EXCEPTION 'Isi perjanjian kinerja yang sudah ditandatangani tidak dapat diubah.'
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'perjanjian_tetap';
        END IF;
    END LOOP;
    RETURN COALESCE(NEW, OLD);
END
$$;
CREATE TRIGGER sasaran_tetap BEFORE INSERT OR UPDATE OR DELETE ON kinerja_sasaran
    FOR EACH ROW EXECUTE FUNCTION kinerja_isi_perjanjian_tetap();
CREATE TRIGGER iku_tetap BEFORE INSERT OR UPDATE OR DELETE ON kinerja_indikatorutama
    FOR EACH ROW EXECUTE FUNCTION kinerja_isi_perjanjian_tetap();
CREATE TRIGGER targettriwulan_tetap BEFORE INSERT OR UPDATE OR DELETE ON kinerja_targettriwulan
    FOR EACH ROW EXECUTE FUNCTION kinerja_isi_perjanjian_tetap();

CREATE FUNCTION kinerja_capaian_organisasi_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.terbaru AND NOT NEW.terbaru
       AND to_jsonb(OLD) - 'terbaru' = to_jsonb(NEW) - 'terbaru' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Capaian organisasi yang sudah ditetapkan tidak dapat diubah; tetapkan lagi sebagai revisi.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'capaian_organisasi_tetap';
END
$$;
CREATE TRIGGER capaian_organisasi_tetap BEFORE UPDATE OR DELETE ON kinerja_capaianorganisasi
    FOR EACH ROW EXECUTE FUNCTION kinerja_capaian_organisasi_tetap();
"""

LEPAS = """
DROP TRIGGER capaian_organisasi_tetap ON kinerja_capaianorganisasi;
DROP FUNCTION kinerja_capaian_organisasi_tetap();
DROP TRIGGER targettriwulan_tetap ON kinerja_targettriwulan;
DROP TRIGGER iku_tetap ON kinerja_indikatorutama;
DROP TRIGGER sasaran_tetap ON kinerja_sasaran;
DROP FUNCTION kinerja_isi_perjanjian_tetap();
DROP TRIGGER perjanjian_tetap ON kinerja_perjanjiankinerja;
DROP FUNCTION kinerja_perjanjian_tetap();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0006_bukti"),
        ("organisasi", "0003_hari_libur"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IndikatorUtama",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "diubah",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="diubah"),
                ),
                ("urut", models.PositiveSmallIntegerField(verbose_name="urut")),
                ("uraian", models.CharField(max_length=300, verbose_name="indikator kinerja utama")),
                ("satuan", models.CharField(max_length=30, verbose_name="satuan")),
                (
                    "arah",
                    models.CharField(
                        choices=[("tinggi", "Makin tinggi makin baik"), ("rendah", "Makin rendah makin baik")],
                        default="tinggi",
                        max_length=6,
                        verbose_name="arah",
                    ),
                ),
                (
                    "target",
                    models.DecimalField(
                        decimal_places=4, max_digits=16, verbose_name="target setahun (batas bawah bila rentang)"
                    ),
                ),
                (
                    "target_atas",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="batas atas rentang"
                    ),
                ),
                (
                    "kode_tetap",
                    models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="kode tetap"),
                ),
                (
                    "diubah_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diubah oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "indikator kinerja utama",
                "verbose_name_plural": "indikator kinerja utama",
                "ordering": ["sasaran", "urut"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("target__gte", 0),
                            models.Q(
                                ("target_atas__isnull", True), ("target_atas__gte", models.F("target")), _connector="OR"
                            ),
                        ),
                        name="iku_rentang_target",
                        violation_error_message="Target tidak boleh negatif, dan batas atas tidak boleh di bawah batas bawah.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="indikator",
            name="iku",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="indikator",
                to="kinerja.indikatorutama",
                verbose_name="indikator kinerja utama",
            ),
        ),
        migrations.CreateModel(
            name="PerjanjianKinerja",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "tahun",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="tahun",
                    ),
                ),
                ("versi", models.PositiveSmallIntegerField(default=1, verbose_name="versi")),
                (
                    "status",
                    models.CharField(
                        choices=[("draf", "Draf"), ("ditandatangani", "Ditandatangani"), ("diganti", "Diganti")],
                        default="draf",
                        max_length=14,
                        verbose_name="keadaan",
                    ),
                ),
                ("alasan_perubahan", models.CharField(blank=True, max_length=300, verbose_name="alasan perubahan")),
                ("nomor", models.CharField(blank=True, max_length=100, verbose_name="nomor")),
                ("tanggal", models.DateField(blank=True, null=True, verbose_name="tanggal ditandatangani")),
                ("pihak_pertama_nama", models.CharField(blank=True, max_length=200, verbose_name="nama pihak pertama")),
                (
                    "pihak_pertama_jabatan",
                    models.CharField(blank=True, max_length=220, verbose_name="jabatan pihak pertama"),
                ),
                ("pihak_kedua_nama", models.CharField(blank=True, max_length=200, verbose_name="nama pihak kedua")),
                (
                    "pihak_kedua_jabatan",
                    models.CharField(blank=True, max_length=220, verbose_name="jabatan pihak kedua"),
                ),
                ("pindaian", models.FileField(blank=True, upload_to="perjanjian/", verbose_name="pindaian perjanjian")),
                (
                    "dibuat",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="dibuat"
                    ),
                ),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "pihak_kedua",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                        verbose_name="pihak kedua",
                    ),
                ),
                (
                    "pihak_kedua_luar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pejabatluar",
                        verbose_name="pihak kedua di luar kantor",
                    ),
                ),
                (
                    "pihak_pertama",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                        verbose_name="pihak pertama",
                    ),
                ),
                (
                    "sebelumnya",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="kinerja.perjanjiankinerja",
                        verbose_name="menggantikan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perjanjian",
                        to="organisasi.unitkerja",
                        verbose_name="unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "perjanjian kinerja",
                "verbose_name_plural": "perjanjian kinerja",
                "ordering": ["-tahun", "unit", "-versi"],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "tahun", "versi"), name="perjanjian_satu_per_versi"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "ditandatangani")),
                        fields=("unit", "tahun"),
                        name="perjanjian_satu_berlaku",
                        violation_error_message="Unit ini sudah mempunyai perjanjian kinerja yang ditandatangani.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "draf")),
                        fields=("unit", "tahun"),
                        name="perjanjian_satu_draf",
                        violation_error_message="Unit ini sudah mempunyai draf perjanjian kinerja untuk tahun itu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draf"),
                            models.Q(
                                models.Q(("nomor", ""), _negated=True),
                                ("dicatat_oleh__isnull", False),
                                ("pihak_pertama__isnull", False),
                                ("tanggal__isnull", False),
                                models.Q(
                                    models.Q(("pihak_kedua__isnull", False), ("pihak_kedua_luar__isnull", True)),
                                    models.Q(("pihak_kedua__isnull", True), ("pihak_kedua_luar__isnull", False)),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="perjanjian_tanda_tangan_lengkap",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pihak_kedua__isnull", True),
                            models.Q(("pihak_kedua", models.F("pihak_pertama")), _negated=True),
                            _connector="OR",
                        ),
                        name="perjanjian_dua_pihak_berbeda",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__gte", 2000), ("tahun__lte", 2100)), name="perjanjian_tahun_wajar"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sasaran",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "diubah",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="diubah"),
                ),
                ("urut", models.PositiveSmallIntegerField(verbose_name="urut")),
                ("uraian", models.TextField(verbose_name="sasaran")),
                ("tujuan", models.TextField(blank=True, verbose_name="tujuan yang didukung")),
                (
                    "rujukan",
                    models.CharField(blank=True, max_length=200, verbose_name="letak dalam RPJMD atau Renstra"),
                ),
                (
                    "diubah_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diubah oleh",
                    ),
                ),
                (
                    "perjanjian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sasaran",
                        to="kinerja.perjanjiankinerja",
                        verbose_name="perjanjian kinerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "sasaran",
                "verbose_name_plural": "sasaran",
                "ordering": ["perjanjian", "urut"],
                "constraints": [
                    models.UniqueConstraint(fields=("perjanjian", "urut"), name="sasaran_urut_per_perjanjian"),
                ],
            },
        ),
        migrations.AddField(
            model_name="indikatorutama",
            name="sasaran",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="iku",
                to="kinerja.sasaran",
                verbose_name="sasaran",
            ),
        ),
        migrations.CreateModel(
            name="TargetTriwulan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("triwulan", models.PositiveSmallIntegerField(verbose_name="triwulan")),
                ("uraian", models.CharField(blank=True, max_length=300, verbose_name="rencana aksi")),
                (
                    "target",
                    models.DecimalField(
                        decimal_places=4, max_digits=16, verbose_name="target triwulan (batas bawah bila rentang)"
                    ),
                ),
                (
                    "target_atas",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="batas atas rentang"
                    ),
                ),
                (
                    "iku",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="triwulan",
                        to="kinerja.indikatorutama",
                        verbose_name="indikator kinerja utama",
                    ),
                ),
            ],
            options={
                "verbose_name": "target triwulan",
                "verbose_name_plural": "target triwulan",
                "ordering": ["iku", "triwulan"],
                "constraints": [
                    models.UniqueConstraint(fields=("iku", "triwulan"), name="targettriwulan_satu_per_triwulan"),
                    models.CheckConstraint(
                        condition=models.Q(("triwulan__gte", 1), ("triwulan__lte", 4)), name="targettriwulan_1_4"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("target__gte", 0),
                            models.Q(
                                ("target_atas__isnull", True), ("target_atas__gte", models.F("target")), _connector="OR"
                            ),
                        ),
                        name="targettriwulan_rentang_target",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CapaianOrganisasi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("revisi", models.PositiveSmallIntegerField(default=0, verbose_name="revisi")),
                ("terbaru", models.BooleanField(default=True, verbose_name="revisi terbaru")),
                (
                    "predikat",
                    models.CharField(
                        choices=[
                            ("istimewa", "Istimewa"),
                            ("baik", "Baik"),
                            ("butuh_perbaikan", "Butuh Perbaikan"),
                            ("kurang", "Kurang"),
                            ("sangat_kurang", "Sangat Kurang"),
                        ],
                        max_length=16,
                        verbose_name="capaian organisasi",
                    ),
                ),
                ("dasar", models.TextField(verbose_name="dasar penetapan")),
                ("pejabat_nama", models.CharField(max_length=200, verbose_name="nama pejabat")),
                ("pejabat_jabatan", models.CharField(max_length=220, verbose_name="jabatan pejabat")),
                (
                    "ditetapkan_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="ditetapkan pada",
                    ),
                ),
                ("surat_nomor", models.CharField(blank=True, max_length=100, verbose_name="nomor surat")),
                ("surat_pindaian", models.FileField(blank=True, upload_to="capaian/", verbose_name="pindaian surat")),
                (
                    "ditetapkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditetapkan atau dicatat oleh",
                    ),
                ),
                (
                    "pejabat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                        verbose_name="pejabat yang menetapkan",
                    ),
                ),
                (
                    "pejabat_luar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pejabatluar",
                        verbose_name="pejabat di luar kantor yang menetapkan",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="capaian_organisasi",
                        to="kinerja.periode",
                        verbose_name="periode",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="capaian_organisasi",
                        to="organisasi.unitkerja",
                        verbose_name="unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "capaian organisasi",
                "verbose_name_plural": "capaian organisasi",
                "ordering": ["-periode__mulai", "unit", "-revisi"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "periode", "revisi"), name="capaianorganisasi_satu_per_revisi"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("terbaru", True)),
                        fields=("unit", "periode"),
                        name="capaianorganisasi_satu_terbaru",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("pejabat__isnull", False), ("pejabat_luar__isnull", True)),
                            models.Q(("pejabat__isnull", True), ("pejabat_luar__isnull", False)),
                            _connector="OR",
                        ),
                        name="capaianorganisasi_satu_pejabat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dasar", ""), _negated=True), name="capaianorganisasi_berdasar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("surat_nomor", ""), ("surat_pindaian", "")),
                            models.Q(
                                models.Q(("surat_nomor", ""), _negated=True),
                                models.Q(("surat_pindaian", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="capaianorganisasi_surat_lengkap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeranHasil",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "diubah",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="diubah"),
                ),
                ("uraian", models.CharField(max_length=500, verbose_name="hasil kerja yang diharapkan")),
                (
                    "diambil",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="asal_peran",
                        to="kinerja.rencanahasilkerja",
                        verbose_name="diambil menjadi",
                    ),
                ),
                (
                    "diubah_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diubah oleh",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="peran_hasil",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
                (
                    "rhk_pimpinan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="peran",
                        to="kinerja.rencanahasilkerja",
                        verbose_name="hasil kerja pimpinan",
                    ),
                ),
            ],
            options={
                "verbose_name": "peran hasil",
                "verbose_name_plural": "peran hasil",
                "ordering": ["rhk_pimpinan", "pegawai", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rhk_pimpinan", "pegawai", "uraian"), name="peranhasil_tidak_rangkap"
                    ),
                    models.CheckConstraint(condition=models.Q(("uraian", ""), _negated=True), name="peranhasil_berisi"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="indikatorutama",
            constraint=models.UniqueConstraint(fields=("sasaran", "urut"), name="iku_urut_per_sasaran"),
        ),
        migrations.AddConstraint(
            model_name="indikatorutama",
            constraint=models.UniqueConstraint(fields=("sasaran", "kode_tetap"), name="iku_satu_per_kode_tetap"),
        ),
        migrations.RunSQL(PASANG, LEPAS),
    ]
