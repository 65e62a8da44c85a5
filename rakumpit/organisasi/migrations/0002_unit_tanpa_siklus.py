"""A unit may never stand above itself, however the row was written: form, ``update()`` or SQL."""

from django.db import migrations

# AFTER, so that a statement that moves several units at once is judged by its result. The lock lets only one transaction
# move units at a time: two of them together could close a circle that neither sees. 23514 is a check violation, which
# Django raises as IntegrityError.
PASANG = """
CREATE FUNCTION organisasi_tolak_siklus_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('organisasi_unitkerja.induk_id'));
    IF EXISTS (
        WITH RECURSIVE atas(id) AS (
            SELECT NEW.induk_id
            UNION
            SELECT u.induk_id FROM organisasi_unitkerja u JOIN atas a ON u.id = a.id WHERE u.induk_id IS NOT NULL
        )
        SELECT 1 FROM atas WHERE id = NEW.id
    ) THEN
        RAISE EXCEPTION 'Unit kerja tidak dapat berada di bawah dirinya sendiri.'
            USING ERRCODE = '23514', CONSTRAINT = 'unitkerja_tanpa_siklus', TABLE = 'organisasi_unitkerja';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER unitkerja_tanpa_siklus
    AFTER INSERT OR UPDATE OF induk_id ON organisasi_unitkerja
    FOR EACH ROW WHEN (NEW.induk_id IS NOT NULL)
    EXECUTE FUNCTION organisasi_tolak_siklus_unit();
"""

LEPAS = """
DROP TRIGGER unitkerja_tanpa_siklus ON organisasi_unitkerja;
DROP FUNCTION organisasi_tolak_siklus_unit();
"""


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0001_initial")]

    operations = [migrations.RunSQL(PASANG, LEPAS)]
