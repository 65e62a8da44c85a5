"""A final evaluation never changes: no page, command, admin or direct statement can update or delete it.

One column is exempt, one way only: ``terbaru`` may go from true to false while nothing else changes, because a
correction is a new revision and only the newest revision of a person and period carries that mark.
"""

from django.db import migrations

PASANG = """
CREATE FUNCTION kinerja_evaluasi_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.terbaru AND NOT NEW.terbaru
       AND to_jsonb(OLD) - 'terbaru' = to_jsonb(NEW) - 'terbaru' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Penilaian yang sudah ditetapkan tidak dapat diubah atau dihapus; buat revisi baru.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'evaluasi_final_tidak_berubah';
END
$$;
CREATE TRIGGER evaluasi_final_tidak_berubah BEFORE UPDATE OR DELETE ON kinerja_evaluasi
    FOR EACH ROW WHEN (OLD.status = 'ditetapkan') EXECUTE FUNCTION kinerja_evaluasi_final();
CREATE FUNCTION kinerja_evaluasi_tidak_dikosongkan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM kinerja_evaluasi WHERE status = 'ditetapkan') THEN
        RAISE EXCEPTION 'Tabel evaluasi berisi penilaian yang sudah ditetapkan dan tidak dapat dikosongkan.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'evaluasi_final_tidak_berubah';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER evaluasi_tidak_dikosongkan BEFORE TRUNCATE ON kinerja_evaluasi
    FOR EACH STATEMENT EXECUTE FUNCTION kinerja_evaluasi_tidak_dikosongkan();
"""

LEPAS = """
DROP TRIGGER evaluasi_tidak_dikosongkan ON kinerja_evaluasi;
DROP FUNCTION kinerja_evaluasi_tidak_dikosongkan();
DROP TRIGGER evaluasi_final_tidak_berubah ON kinerja_evaluasi;
DROP FUNCTION kinerja_evaluasi_final();
"""


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0001_initial")]

    operations = [migrations.RunSQL(PASANG, LEPAS)]
