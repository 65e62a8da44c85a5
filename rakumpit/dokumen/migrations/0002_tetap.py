"""An issued document never changes: it may be replaced once and voided once, and nothing else; nothing is deleted."""

from django.db import migrations

PASANG = """
CREATE FUNCTION dokumen_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    boleh text[] := ARRAY['digantikan_oleh_id', 'dibatalkan_pada', 'dibatalkan_oleh_id', 'alasan_batal'];
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'dokumen_dokumen' THEN
        IF to_jsonb(NEW) - boleh = to_jsonb(OLD) - boleh
            AND (OLD.digantikan_oleh_id IS NULL OR NEW.digantikan_oleh_id = OLD.digantikan_oleh_id)
            AND (OLD.dibatalkan_pada IS NULL
                OR (NEW.dibatalkan_pada, NEW.alasan_batal) = (OLD.dibatalkan_pada, OLD.alasan_batal)
                    AND NEW.dibatalkan_oleh_id IS NOT DISTINCT FROM OLD.dibatalkan_oleh_id)
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'Dokumen yang sudah diterbitkan tidak dapat diubah atau dihapus.' USING ERRCODE = '23001';
END
$$;
CREATE TRIGGER dokumen_tetap BEFORE UPDATE OR DELETE ON dokumen_dokumen
    FOR EACH ROW EXECUTE FUNCTION dokumen_tetap();
CREATE TRIGGER dokumen_tetap BEFORE UPDATE OR DELETE ON dokumen_berkasdokumen
    FOR EACH ROW EXECUTE FUNCTION dokumen_tetap();
"""

LEPAS = """
DROP TRIGGER dokumen_tetap ON dokumen_dokumen;
DROP TRIGGER dokumen_tetap ON dokumen_berkasdokumen;
DROP FUNCTION dokumen_tetap();
"""


class Migration(migrations.Migration):
    dependencies = [("dokumen", "0001_initial")]

    operations = [migrations.RunSQL(PASANG, LEPAS)]
