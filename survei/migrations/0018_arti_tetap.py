"""Once there is an answer or a result, only words of its instrument may change: the database refuses the rest.

Also: elements of an index take 1…4, whatever other questions take.
"""

from django.db import migrations

PASANG = """
CREATE FUNCTION survei_terjawab(bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM survei_survei s JOIN survei_respons r ON r.survei_id = s.id WHERE s.instrumen_id = $1)
        OR EXISTS (SELECT FROM survei_survei s JOIN survei_hasilsurvei h ON h.survei_id = s.id WHERE s.instrumen_id = $1)
$$;
CREATE FUNCTION survei_tolak_arti() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Sudah ada jawaban: kata-kata boleh diperbaiki, pertanyaan, nilai, dan artinya tidak.'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION survei_pertanyaan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND survei_terjawab(OLD.instrumen_id) THEN
        IF TG_OP = 'DELETE' OR ROW(OLD.instrumen_id, OLD.kode_unsur, OLD.jenis, OLD.nomor, OLD.urutan, OLD.arah,
                                   OLD.wajib, OLD.bawah, OLD.atas, OLD.bila_id, OLD.bila_nilai)
                               IS DISTINCT FROM
                               ROW(NEW.instrumen_id, NEW.kode_unsur, NEW.jenis, NEW.nomor, NEW.urutan, NEW.arah,
                                   NEW.wajib, NEW.bawah, NEW.atas, NEW.bila_id, NEW.bila_nilai) THEN
            PERFORM survei_tolak_arti();
        END IF;
    ELSIF TG_OP <> 'DELETE' AND survei_terjawab(NEW.instrumen_id) THEN
        PERFORM survei_tolak_arti();
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER survei_pertanyaan_tetap BEFORE INSERT OR UPDATE OR DELETE ON survei_pertanyaan
    FOR EACH ROW EXECUTE FUNCTION survei_pertanyaan_tetap();

CREATE FUNCTION survei_pilihan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    tanya survei_pertanyaan;
BEGIN
    SELECT * INTO tanya FROM survei_pertanyaan WHERE id = coalesce(NEW.pertanyaan_id, OLD.pertanyaan_id);
    IF TG_OP <> 'DELETE' AND tanya.jenis = 'nilai' AND NEW.nilai NOT BETWEEN 1 AND 4 THEN
        RAISE EXCEPTION 'Unsur dinilai 1 sampai 4.' USING ERRCODE = 'check_violation', CONSTRAINT = 'pilihan_nilai_1_4';
    END IF;
    IF (TG_OP <> 'UPDATE' OR ROW(OLD.pertanyaan_id, OLD.nilai) IS DISTINCT FROM ROW(NEW.pertanyaan_id, NEW.nilai))
            AND survei_terjawab(tanya.instrumen_id) THEN
        PERFORM survei_tolak_arti();
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER survei_pilihan_tetap BEFORE INSERT OR UPDATE OR DELETE ON survei_pilihan
    FOR EACH ROW EXECUTE FUNCTION survei_pilihan_tetap();

CREATE FUNCTION survei_baris_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (TG_OP <> 'UPDATE' OR ROW(OLD.pertanyaan_id, OLD.kode, OLD.urutan)
                             IS DISTINCT FROM ROW(NEW.pertanyaan_id, NEW.kode, NEW.urutan))
            AND survei_terjawab((SELECT instrumen_id FROM survei_pertanyaan
                                  WHERE id = coalesce(NEW.pertanyaan_id, OLD.pertanyaan_id))) THEN
        PERFORM survei_tolak_arti();
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER survei_baris_tetap BEFORE INSERT OR UPDATE OR DELETE ON survei_barismatriks
    FOR EACH ROW EXECUTE FUNCTION survei_baris_tetap();
"""

LEPAS = """
DROP TRIGGER survei_baris_tetap ON survei_barismatriks;
DROP TRIGGER survei_pilihan_tetap ON survei_pilihan;
DROP TRIGGER survei_pertanyaan_tetap ON survei_pertanyaan;
DROP FUNCTION survei_baris_tetap(), survei_pilihan_tetap(), survei_pertanyaan_tetap(), survei_tolak_arti(),
              survei_terjawab(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("survei", "0017_susunan_bebas")]

    operations = [migrations.RunSQL(PASANG, LEPAS)]
