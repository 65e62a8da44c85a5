"""Decisions after a plan to improve that failed, copied from their letters; a row never changes."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


PASANG = """
CREATE FUNCTION kinerja_keputusan_pembinaan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND EXISTS (
        SELECT FROM kinerja_rencanapembinaan
        WHERE id = NEW.rencana_id AND hasil = 'belum' AND ditinjau_pada <= NEW.tanggal
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Keputusan dicatat sesudah pembinaan yang belum membaik, dan tidak berubah.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'keputusan_pembinaan_tetap';
END
$$;
CREATE TRIGGER keputusan_pembinaan_tetap BEFORE INSERT OR UPDATE OR DELETE ON kinerja_keputusanpembinaan
    FOR EACH ROW EXECUTE FUNCTION kinerja_keputusan_pembinaan_tetap();
"""

LEPAS = """
DROP TRIGGER keputusan_pembinaan_tetap ON kinerja_keputusanpembinaan;
DROP FUNCTION kinerja_keputusan_pembinaan_tetap();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0030_laporan_data"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="KeputusanPembinaan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("uji", "Uji kompetensi"),
                            ("tetap", "Tetap di jabatannya"),
                            ("lain", "Jabatan lain yang sesuai kompetensinya"),
                            ("rendah", "Jabatan yang lebih rendah"),
                            ("sementara", "Penempatan sementara"),
                            ("berhenti", "Diberhentikan dengan hormat"),
                        ],
                        max_length=10,
                        verbose_name="keputusan",
                    ),
                ),
                ("tanggal", models.DateField(verbose_name="tanggal surat")),
                ("surat_nomor", models.CharField(max_length=100, verbose_name="nomor surat")),
                ("pejabat", models.CharField(max_length=200, verbose_name="diputuskan oleh")),
                ("sampai", models.DateField(blank=True, null=True, verbose_name="sampai dengan")),
                ("uraian", models.TextField(verbose_name="isi keputusan")),
                ("pindaian", models.FileField(upload_to="pembinaan/", verbose_name="pindaian surat")),
                (
                    "dicatat_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="dicatat pada",
                    ),
                ),
            ],
            options={
                "verbose_name": "keputusan sesudah pembinaan",
                "verbose_name_plural": "keputusan sesudah pembinaan",
                "ordering": ["tanggal", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("surat_nomor", ""), _negated=True),
                            models.Q(("pejabat", ""), _negated=True),
                            models.Q(("uraian", ""), _negated=True),
                            models.Q(("pindaian", ""), _negated=True),
                        ),
                        name="keputusanpembinaan_berisi",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jenis", "sementara"), ("sampai__gte", models.F("tanggal"))),
                            models.Q(models.Q(("jenis", "sementara"), _negated=True), ("sampai__isnull", True)),
                            _connector="OR",
                        ),
                        name="keputusanpembinaan_sementara_berakhir",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="aturantindaklanjut",
            name="aturan_tindak_lanjut_lebih_dari_nol",
        ),
        migrations.AddField(
            model_name="aturantindaklanjut",
            name="bulan_sementara",
            field=models.PositiveSmallIntegerField(default=12, verbose_name="bulan penempatan sementara paling lama"),
        ),
        migrations.AddConstraint(
            model_name="aturantindaklanjut",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bulan_pembinaan__gte", 1),
                    ("bulan_sementara__gte", 1),
                    ("hari_keberatan__gte", 1),
                    ("hari_putusan__gte", 1),
                ),
                name="aturan_tindak_lanjut_lebih_dari_nol",
                violation_error_message="Jumlah hari dan bulan paling sedikit 1.",
            ),
        ),
        migrations.AddField(
            model_name="keputusanpembinaan",
            name="dicatat_oleh",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="dicatat oleh",
            ),
        ),
        migrations.AddField(
            model_name="keputusanpembinaan",
            name="rencana",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="keputusan",
                to="kinerja.rencanapembinaan",
                verbose_name="rencana pembinaan",
            ),
        ),
        migrations.AddConstraint(
            model_name="keputusanpembinaan",
            constraint=models.UniqueConstraint(
                fields=("rencana", "surat_nomor", "jenis"), name="keputusanpembinaan_sekali"
            ),
        ),
        migrations.RunSQL(PASANG, LEPAS),
    ]
