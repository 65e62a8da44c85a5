"""What the database itself refuses: loosened switches of a report, changed history, changed former deadlines."""

from django.db import migrations

PASANG = """
CREATE FUNCTION forum_laporan_tak_dilonggarkan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.anonim AND NOT NEW.anonim OR OLD.rahasia AND NOT NEW.rahasia THEN
        RAISE EXCEPTION 'Laporan anonim atau rahasia tidak dapat dilonggarkan.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.tanpa_identitas IS DISTINCT FROM NEW.tanpa_identitas OR OLD.nomor IS DISTINCT FROM NEW.nomor
       OR OLD.sidik_kunci IS DISTINCT FROM NEW.sidik_kunci OR OLD.diterima_pada IS DISTINCT FROM NEW.diterima_pada THEN
        RAISE EXCEPTION 'Nomor, kunci, dan hari penerimaan laporan tidak dapat diubah.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER forum_laporan_tak_dilonggarkan BEFORE UPDATE ON forum_laporan
    FOR EACH ROW EXECUTE FUNCTION forum_laporan_tak_dilonggarkan();
CREATE FUNCTION forum_hanya_tambah() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Riwayat tidak dapat diubah atau dihapus.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER forum_riwayat_tetap BEFORE UPDATE OR DELETE ON forum_riwayatlaporan
    FOR EACH ROW EXECUTE FUNCTION forum_hanya_tambah();
CREATE TRIGGER forum_tenggat_lama_tetap BEFORE UPDATE OR DELETE ON forum_tenggatlama
    FOR EACH ROW EXECUTE FUNCTION forum_hanya_tambah();
"""

LEPAS = """
DROP TRIGGER forum_tenggat_lama_tetap ON forum_tenggatlama;
DROP TRIGGER forum_riwayat_tetap ON forum_riwayatlaporan;
DROP FUNCTION forum_hanya_tambah();
DROP TRIGGER forum_laporan_tak_dilonggarkan ON forum_laporan;
DROP FUNCTION forum_laporan_tak_dilonggarkan();
"""


class Migration(migrations.Migration):
    dependencies = [("forum", "0005_laporan")]

    operations = [migrations.RunSQL(PASANG, LEPAS)]
