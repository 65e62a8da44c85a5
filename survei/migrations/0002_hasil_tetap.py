"""A locked result is never changed: the database refuses UPDATE and DELETE on it."""

from django.db import migrations

PASANG = """
CREATE FUNCTION survei_hasil_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Hasil survei yang sudah dikunci tidak dapat diubah atau dihapus.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER survei_hasil_tetap BEFORE UPDATE OR DELETE ON survei_hasilsurvei
    FOR EACH ROW EXECUTE FUNCTION survei_hasil_tetap();
"""

LEPAS = """
DROP TRIGGER survei_hasil_tetap ON survei_hasilsurvei;
DROP FUNCTION survei_hasil_tetap();
"""


class Migration(migrations.Migration):
    dependencies = [("survei", "0001_initial")]

    operations = [migrations.RunSQL(PASANG, LEPAS)]
