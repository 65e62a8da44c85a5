"""Who leads the unit of an evaluation, as a column that the database derives from the inputs.

A generated column is still empty when the trigger of migration 0002 compares a row before it is written, so the
trigger leaves it out: it cannot differ while ``bahan`` does not.
"""

from django.db import migrations, models
from django.db.models import Case, When

BANDING = """
CREATE OR REPLACE FUNCTION kinerja_evaluasi_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.terbaru AND NOT NEW.terbaru
       AND to_jsonb(OLD) {kecuali} = to_jsonb(NEW) {kecuali} THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Penilaian yang sudah ditetapkan tidak dapat diubah atau dihapus; buat revisi baru.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'evaluasi_final_tidak_berubah';
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0028_kolom_tidak_dinilai'),
    ]

    operations = [
        migrations.RunSQL(
            BANDING.format(kecuali="- 'terbaru' - 'memimpin'"), BANDING.format(kecuali="- 'terbaru'")
        ),
        migrations.AddField(
            model_name='evaluasi',
            name='memimpin',
            field=models.GeneratedField(
                db_persist=True,
                expression=Case(When(bahan__konteks__memimpin=True, then=True), default=False),
                output_field=models.BooleanField(verbose_name='memimpin unit itu'),
            ),
        ),
        migrations.AddIndex(
            model_name='evaluasi',
            index=models.Index(fields=['periode', 'unit'], name='evaluasi_unit'),
        ),
    ]
