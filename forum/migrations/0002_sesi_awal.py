"""Elements of the public, the first rules, and what the database keeps by itself once a record is signed."""

from datetime import date

from django.db import migrations

# Kecamatan FKP lists citing UU 25/2009, and Permendagri 86/2017 for planning forums.
UNSUR = (
    ("penyelenggara", "Penyelenggara layanan"),
    ("pengguna-layanan", "Pengguna layanan"),
    ("tokoh-masyarakat", "Tokoh masyarakat"),
    ("tokoh-adat", "Tokoh adat"),
    ("lembaga-kemasyarakatan", "Lembaga kemasyarakatan (RT, RW, PKK)"),
    ("ahli-praktisi", "Ahli atau praktisi"),
    ("akademisi", "Akademisi"),
    ("masyarakat-sipil", "Organisasi masyarakat sipil"),
    ("media-massa", "Media massa"),
    ("dunia-usaha", "Dunia usaha"),
    ("perempuan", "Perwakilan perempuan"),
    ("pemuda", "Pemuda"),
    ("disabilitas-rentan", "Penyandang disabilitas dan kelompok rentan"),
    ("kelurahan", "Kelurahan"),
    ("kepolisian-tni", "Kepolisian dan TNI"),
    ("lainnya", "Lainnya"),
)
DASAR = (
    "PermenPANRB 16/2017 tentang Pedoman Penyelenggaraan Forum Konsultasi Publik; angka-angkanya pilihan kantor dan "
    "belum dicocokkan dengan naskahnya."
)

PASANG = """
CREATE FUNCTION forum_berita_acara_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'ditandatangani' THEN
        RAISE EXCEPTION 'Berita acara yang sudah ditandatangani tidak dapat diubah atau dihapus.'
            USING ERRCODE = '23001';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER forum_berita_acara_tetap BEFORE UPDATE OR DELETE ON forum_beritaacara
    FOR EACH ROW EXECUTE FUNCTION forum_berita_acara_tetap();

CREATE FUNCTION forum_tanda_tangan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    keadaan text;
BEGIN
    SELECT status INTO keadaan FROM forum_beritaacara
        WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.berita_acara_id ELSE OLD.berita_acara_id END;
    IF keadaan = 'ditandatangani' THEN
        RAISE EXCEPTION 'Tanda tangan berita acara yang sudah lengkap tidak dapat diubah.' USING ERRCODE = '23001';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER forum_tanda_tangan_tetap BEFORE INSERT OR UPDATE OR DELETE ON forum_tandatangan
    FOR EACH ROW EXECUTE FUNCTION forum_tanda_tangan_tetap();

CREATE FUNCTION forum_sesi_tertutup() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    keadaan text;
BEGIN
    SELECT status INTO keadaan FROM forum_sesiforum
        WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.sesi_id ELSE OLD.sesi_id END;
    IF keadaan IN ('selesai', 'dipublikasikan') THEN
        RAISE EXCEPTION 'Berita acara sesi ini sudah ditandatangani. Buka koreksi lebih dulu.'
            USING ERRCODE = '23001';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER forum_sesi_tertutup BEFORE INSERT OR UPDATE OR DELETE ON forum_kehadiran
    FOR EACH ROW EXECUTE FUNCTION forum_sesi_tertutup();
CREATE TRIGGER forum_sesi_tertutup BEFORE INSERT OR UPDATE OR DELETE ON forum_masukan
    FOR EACH ROW EXECUTE FUNCTION forum_sesi_tertutup();
CREATE TRIGGER forum_sesi_tertutup BEFORE INSERT OR UPDATE OR DELETE ON forum_kesepakatan
    FOR EACH ROW EXECUTE FUNCTION forum_sesi_tertutup();
CREATE TRIGGER forum_sesi_tertutup BEFORE INSERT OR UPDATE OR DELETE ON forum_agendaitem
    FOR EACH ROW EXECUTE FUNCTION forum_sesi_tertutup();

CREATE FUNCTION forum_riwayat_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Riwayat tindak lanjut hanya ditambah.' USING ERRCODE = '23001';
END
$$;
CREATE TRIGGER forum_riwayat_tetap BEFORE UPDATE OR DELETE ON forum_riwayataksi
    FOR EACH ROW EXECUTE FUNCTION forum_riwayat_tetap();
"""
LEPAS = """
DROP TRIGGER forum_riwayat_tetap ON forum_riwayataksi;
DROP TRIGGER forum_sesi_tertutup ON forum_agendaitem;
DROP TRIGGER forum_sesi_tertutup ON forum_kesepakatan;
DROP TRIGGER forum_sesi_tertutup ON forum_masukan;
DROP TRIGGER forum_sesi_tertutup ON forum_kehadiran;
DROP TRIGGER forum_tanda_tangan_tetap ON forum_tandatangan;
DROP TRIGGER forum_berita_acara_tetap ON forum_beritaacara;
DROP FUNCTION forum_riwayat_tetap();
DROP FUNCTION forum_sesi_tertutup();
DROP FUNCTION forum_tanda_tangan_tetap();
DROP FUNCTION forum_berita_acara_tetap();
"""


def isi(apps, schema_editor):
    unsur = apps.get_model("forum", "UnsurPeserta")
    for urutan, (kode, nama) in enumerate(UNSUR, 1):
        unsur.objects.create(kode=kode, nama=nama, urutan=urutan)
    apps.get_model("forum", "AturanForum").objects.create(mulai=date(2026, 1, 1), dasar_hukum=DASAR)


def kosongkan(apps, schema_editor):
    apps.get_model("forum", "AturanForum").objects.filter(mulai=date(2026, 1, 1)).delete()
    apps.get_model("forum", "UnsurPeserta").objects.filter(kode__in=[kode for kode, _ in UNSUR]).delete()


class Migration(migrations.Migration):
    dependencies = [("forum", "0001_sesi")]

    operations = [migrations.RunPython(isi, kosongkan), migrations.RunSQL(PASANG, LEPAS)]
