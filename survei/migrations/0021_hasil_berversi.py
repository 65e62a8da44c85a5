"""A result has versions: opened again by two people, corrected, and the version before kept."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models

PASANG = """
CREATE OR REPLACE FUNCTION survei_hasil_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.berlaku AND NOT NEW.berlaku AND to_jsonb(NEW) - 'berlaku' = to_jsonb(OLD) - 'berlaku' THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'Hasil survei yang sudah dikunci tidak dapat diubah atau dihapus.'
        USING ERRCODE = 'restrict_violation';
END
$$;
"""

LEPAS = """
CREATE OR REPLACE FUNCTION survei_hasil_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Hasil survei yang sudah dikunci tidak dapat diubah atau dihapus.'
        USING ERRCODE = 'restrict_violation';
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("survei", "0020_teks_bahasa"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PermintaanBuka",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("alasan", models.CharField(max_length=500, verbose_name="alasan")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Diajukan"),
                            ("disetujui", "Disetujui"),
                            ("ditolak", "Ditolak"),
                            ("ditarik", "Ditarik kembali"),
                        ],
                        default="diajukan",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                (
                    "diajukan_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="diajukan pada",
                    ),
                ),
                ("diputus_pada", models.DateTimeField(blank=True, null=True, verbose_name="diputus pada")),
                ("catatan", models.CharField(blank=True, max_length=500, verbose_name="catatan keputusan")),
            ],
            options={
                "verbose_name": "permintaan buka kembali",
                "verbose_name_plural": "permintaan buka kembali",
                "ordering": ["-diajukan_pada", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True), name="permintaanbuka_beralasan"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="hasilsurvei",
            name="berlaku",
            field=models.BooleanField(db_default=True, default=True, verbose_name="berlaku"),
        ),
        migrations.AddField(
            model_name="hasilsurvei",
            name="sebab",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=500, verbose_name="sebab diperbaiki"
            ),
        ),
        migrations.AddField(
            model_name="hasilsurvei",
            name="versi",
            field=models.PositiveSmallIntegerField(db_default=1, default=1, verbose_name="versi"),
        ),
        migrations.AlterField(
            model_name="hasilsurvei",
            name="survei",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hasil",
                to="survei.survei",
                verbose_name="survei",
            ),
        ),
        migrations.AddConstraint(
            model_name="hasilsurvei",
            constraint=models.UniqueConstraint(fields=("survei", "versi"), name="hasil_satu_per_versi"),
        ),
        migrations.AddConstraint(
            model_name="hasilsurvei",
            constraint=models.UniqueConstraint(
                condition=models.Q(("berlaku", True)), fields=("survei",), name="hasil_satu_yang_berlaku"
            ),
        ),
        migrations.AddConstraint(
            model_name="hasilsurvei",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sebab", ""), ("versi", 1)),
                    models.Q(("versi__gt", 1), models.Q(("sebab", ""), _negated=True)),
                    _connector="OR",
                ),
                name="hasil_perbaikan_bersebab",
            ),
        ),
        migrations.AddField(
            model_name="permintaanbuka",
            name="diajukan_oleh",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diajukan oleh",
            ),
        ),
        migrations.AddField(
            model_name="permintaanbuka",
            name="diputus_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diputus oleh",
            ),
        ),
        migrations.AddField(
            model_name="permintaanbuka",
            name="hasil",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="permintaan_buka",
                to="survei.hasilsurvei",
                verbose_name="hasil survei",
            ),
        ),
        migrations.AddConstraint(
            model_name="permintaanbuka",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "diajukan")), fields=("hasil",), name="permintaanbuka_satu_menunggu"
            ),
        ),
        migrations.AddConstraint(
            model_name="permintaanbuka",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "ditarik"),
                    models.Q(("diputus_oleh", models.F("diajukan_oleh")), _negated=True),
                    ("diputus_oleh__isnull", True),
                    _connector="OR",
                ),
                name="permintaanbuka_dua_orang",
            ),
        ),
        migrations.AddConstraint(
            model_name="permintaanbuka",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diputus_oleh", None), ("diputus_pada", None), ("status", "diajukan")),
                    models.Q(
                        ("status__in", ["disetujui", "ditarik"]),
                        ("diputus_oleh__isnull", False),
                        ("diputus_pada__isnull", False),
                    ),
                    models.Q(
                        ("status", "ditolak"),
                        ("diputus_oleh__isnull", False),
                        ("diputus_pada__isnull", False),
                        models.Q(("catatan", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="permintaanbuka_putusan_lengkap",
            ),
        ),
        migrations.RunSQL(PASANG, LEPAS),
    ]
