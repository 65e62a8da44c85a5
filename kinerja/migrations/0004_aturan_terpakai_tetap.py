"""The values of a rule that a run has used never change: another rule is another row with its own first day.

Free to change are the last day (a new rule follows), the mark that it was checked with the regulation, and the switch
that shows the «Angka bantu»: none of them enters a number.
"""

from django.db import migrations

PASANG = """
CREATE FUNCTION kinerja_aturan_terpakai() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) - '{selesai,terverifikasi,tampilkan_angka_bantu}'::text[]
       = to_jsonb(NEW) - '{selesai,terverifikasi,tampilkan_angka_bantu}'::text[]
       OR NOT EXISTS (SELECT FROM kinerja_runevaluasi WHERE aturan_id = OLD.id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Aturan yang sudah dipakai menghitung tidak dapat diubah; salin sebagai aturan baru.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'aturan_terpakai_tetap';
END
$$;
CREATE TRIGGER aturan_terpakai_tetap BEFORE UPDATE ON kinerja_aturanpenilaian
    FOR EACH ROW EXECUTE FUNCTION kinerja_aturan_terpakai();
"""

LEPAS = """
DROP TRIGGER aturan_terpakai_tetap ON kinerja_aturanpenilaian;
DROP FUNCTION kinerja_aturan_terpakai();
"""


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0003_aturan_penilaian_awal")]

    operations = [migrations.RunSQL(PASANG, LEPAS)]
