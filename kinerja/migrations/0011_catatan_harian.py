"""Daily notes; under a final evaluation none of them changes, and none is ever deleted."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models

PASANG = """
CREATE FUNCTION kinerja_catatan_terkunci() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'Catatan harian tidak dihapus; batalkan dengan alasan.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'catatanharian_tidak_dihapus';
    END IF;
    IF EXISTS (
        SELECT FROM kinerja_evaluasi e JOIN kinerja_periode p ON p.id = e.periode_id
        WHERE e.pegawai_id = OLD.pegawai_id AND e.terbaru AND e.status = 'ditetapkan'
          AND (OLD.tanggal BETWEEN p.mulai AND p.selesai OR NEW.tanggal BETWEEN p.mulai AND p.selesai)
    ) THEN
        RAISE EXCEPTION 'Penilaian untuk hari itu sudah ditetapkan; catatannya tidak dapat diubah.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'catatanharian_terkunci';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER catatanharian_terkunci BEFORE UPDATE OR DELETE ON kinerja_catatanharian
    FOR EACH ROW EXECUTE FUNCTION kinerja_catatan_terkunci();
"""

LEPAS = """
DROP TRIGGER catatanharian_terkunci ON kinerja_catatanharian;
DROP FUNCTION kinerja_catatan_terkunci();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0010_masa_khusus"),
        ("organisasi", "0003_hari_libur"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CatatanHarian",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("kiriman_id", models.UUIDField(unique=True, verbose_name="nomor kiriman")),
                ("tanggal", models.DateField(verbose_name="tanggal pekerjaan")),
                ("uraian", models.CharField(max_length=300, verbose_name="uraian")),
                (
                    "hasil",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="hasil"),
                ),
                ("versi", models.PositiveIntegerField(default=1, verbose_name="versi")),
                (
                    "dibuat_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="dibuat pada"
                    ),
                ),
                (
                    "diubah_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="diubah pada"
                    ),
                ),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada")),
                ("alasan_batal", models.CharField(blank=True, max_length=300, verbose_name="alasan dibatalkan")),
                (
                    "dibatalkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibatalkan oleh",
                    ),
                ),
                (
                    "diisi_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diisi oleh",
                    ),
                ),
                (
                    "indikator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="catatan_harian",
                        to="kinerja.indikator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="catatan_harian",
                        to="organisasi.pegawai",
                        verbose_name="pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "catatan harian",
                "verbose_name_plural": "catatan harian",
                "ordering": ["-tanggal", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("uraian", ""), _negated=True), name="catatanharian_berisi"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hasil__isnull", True),
                            models.Q(("hasil__gte", 0), ("indikator__isnull", False)),
                            _connector="OR",
                        ),
                        name="catatanharian_hasil_untuk_indikator",
                        violation_error_message="Hasil berupa angka perlu indikatornya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("alasan_batal", ""),
                                ("dibatalkan_oleh__isnull", True),
                                ("dibatalkan_pada__isnull", True),
                            ),
                            models.Q(
                                ("dibatalkan_oleh__isnull", False),
                                ("dibatalkan_pada__isnull", False),
                                models.Q(("alasan_batal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="catatanharian_batal_beralasan",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["pegawai", "-tanggal"], name="kinerja_cat_pegawai_56e3a4_idx"),
                    models.Index(fields=["indikator", "tanggal"], name="kinerja_cat_indikat_15daa9_idx"),
                ],
            },
        ),
        migrations.AddField(
            model_name="bukti",
            name="catatan_harian",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bukti",
                to="kinerja.catatanharian",
                verbose_name="catatan harian",
            ),
        ),
        migrations.AddConstraint(
            model_name="bukti",
            constraint=models.CheckConstraint(
                condition=models.Q(("indikator__isnull", True), ("catatan_harian__isnull", True), _connector="OR"),
                name="bukti_satu_tempat",
            ),
        ),
        migrations.AddConstraint(
            model_name="bukti",
            constraint=models.UniqueConstraint(
                condition=models.Q(("dibatalkan_pada__isnull", True), ("jenis", "berkas")),
                fields=("catatan_harian", "sidik"),
                name="bukti_foto_catatan_sekali",
            ),
        ),
        migrations.RunSQL(PASANG, LEPAS),
    ]
