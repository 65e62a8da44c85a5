"""A year's work of the synthetic people of ``data_skala``, one statement per table, so that every list has many rows.

Lists of the whole office grow with the office: a third to all of the people have a row in each. Lists of one person
grow with it too: the measured member of staff (``staf``) gets three rows in each for ten people and 3,000 for 10,000.
Values depend on the running number only.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection, transaction

from kinerja.models import AturanAngkaKredit, AturanTindakLanjut, Periode
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna
from survei.models import Instrumen


@dataclass(frozen=True, slots=True)
class Pelaku:
    """Who the pages are measured for: the head above all units, one member of staff and one functional one."""

    pengelola: Pengguna
    camat: Pegawai
    asisten: PejabatLuar  # outside the office, without an account
    staf: Pegawai
    fungsional: Pegawai


# People who have nothing yet, with their unit, its head, their evaluation and this year's plan.
_BARU = """
CREATE TEMP TABLE ukur_baru ON COMMIT DROP AS
SELECT p.id AS pegawai_id, NULL::bigint AS akun_id, NULL::bigint AS akun_kepala_id,
       row_number() OVER (ORDER BY p.id) - 1 AS urut, j.id AS jabatan_id, j.unit_id, j.memimpin,
       e.id AS evaluasi_id, s.id AS skp_id,
       first_value(p.id) OVER (PARTITION BY j.unit_id ORDER BY NOT j.memimpin, p.id) AS kepala_id
FROM organisasi_pegawai p
JOIN organisasi_penugasan t ON t.pegawai_id = p.id JOIN organisasi_jabatan j ON j.id = t.jabatan_id
JOIN kinerja_evaluasi e ON e.pegawai_id = p.id AND e.periode_id = %(periode)s AND e.terbaru
JOIN kinerja_skp s ON s.pegawai_id = p.id AND s.mulai = DATE '2026-01-01'
WHERE p.nama LIKE 'Pegawai Rekaan %%' AND p.catatan = ''
"""
# Every fifth person has no account; the measured ones have theirs.
_AKUN = (
    """INSERT INTO organisasi_pengguna (uuid, password, nip, nama, is_active, admin_teknis, pengelola, pemeriksa,
                                        terima_pengingat, wajib_ganti_sandi)
    SELECT gen_random_uuid(), '!', '1991' || lpad(pegawai_id::text, 14, '0'), 'Pegawai Rekaan', true, false, false,
           false, true, false
    FROM ukur_baru b JOIN organisasi_pegawai p ON p.id = b.pegawai_id
    WHERE p.pengguna_id IS NULL AND (urut %% 5 <> 4 OR memimpin)""",
    """UPDATE organisasi_pegawai p SET catatan = 'ukur', pengguna_id = COALESCE(p.pengguna_id, (
           SELECT a.id FROM organisasi_pengguna a WHERE a.nip = '1991' || lpad(p.id::text, 14, '0')))
    FROM ukur_baru b WHERE b.pegawai_id = p.id""",
    """UPDATE ukur_baru b SET akun_id = p.pengguna_id, akun_kepala_id = k.pengguna_id
    FROM organisasi_pegawai p, organisasi_pegawai k WHERE p.id = b.pegawai_id AND k.id = b.kepala_id""",
    "ANALYZE ukur_baru",
)
_UMUM = (
    """UPDATE organisasi_jabatan j SET jenis = 'fungsional', jenjang = 'ahli_pertama'
    FROM ukur_baru b WHERE b.jabatan_id = j.id AND b.urut %% 10 = 5""",
    # Results of staff support those of their head, and those of heads support those of the camat.
    """UPDATE kinerja_rencanahasilkerja r SET rhk_pimpinan_id = a.id
    FROM ukur_baru b, kinerja_skp s, kinerja_rencanahasilkerja a
    WHERE r.skp_id = b.skp_id AND s.mulai = DATE '2026-01-01' AND a.skp_id = s.id AND a.urut = r.urut
      AND s.pegawai_id = CASE WHEN b.memimpin THEN %(camat)s ELSE b.kepala_id END""",
    """UPDATE kinerja_evaluasi e SET
           status = CASE WHEN (urut + urut / 50 + 8) %% 10 < 6 THEN 'ditetapkan'
                         WHEN (urut + urut / 50 + 8) %% 10 < 8 THEN 'diputus' ELSE 'menunggu' END,
           rating_hasil = CASE WHEN (urut + urut / 50 + 8) %% 10 < 8 THEN usulan_hasil ELSE '' END,
           rating_perilaku = CASE WHEN (urut + urut / 50 + 8) %% 10 < 8 THEN usulan_perilaku ELSE '' END,
           predikat = CASE WHEN (urut + urut / 50 + 8) %% 10 < 8 THEN usulan_predikat ELSE '' END,
           ditetapkan_pada = CASE WHEN (urut + urut / 50 + 8) %% 10 < 6 THEN now() END,
           ditetapkan_oleh_id = CASE WHEN (urut + urut / 50 + 8) %% 10 < 6 THEN
               CASE WHEN b.memimpin THEN %(akun_camat)s ELSE akun_kepala_id END END,
           penilai_id = CASE WHEN b.memimpin THEN NULL ELSE e.penilai_id END,
           penilai_luar_id = CASE WHEN b.memimpin THEN %(asisten)s END
    FROM ukur_baru b WHERE b.evaluasi_id = e.id""",
    """INSERT INTO kinerja_hasilditerima (uuid, evaluasi_id, unit_penilai_id, siap_pada, cara, disampaikan_pada,
                                          aturan_id, batas_keberatan, pindaian)
    SELECT gen_random_uuid(), e.id, e.unit_id, DATE '2026-11-19', CASE WHEN akun_id IS NULL THEN '' ELSE 'aplikasi' END,
           CASE WHEN akun_id IS NOT NULL THEN DATE '2026-11-20' END,
           CASE WHEN akun_id IS NOT NULL THEN %(aturan_lanjut)s END,
           CASE WHEN akun_id IS NOT NULL THEN DATE '2026-12-04' END, ''
    FROM ukur_baru b JOIN kinerja_evaluasi e ON e.id = b.evaluasi_id WHERE e.status = 'ditetapkan'""",
    """INSERT INTO kinerja_keberatan (uuid, evaluasi_id, status, alasan, diajukan_pada, diajukan_oleh_id,
               batas_putusan, keterangan_pegawai, keterangan_penilai, putusan, rating_hasil, rating_perilaku,
               alasan_putusan, pemutus_nama, pemutus_jabatan, ditutup_pada, ditutup_oleh_id, surat_nomor,
               surat_pindaian, versi, diubah, diubah_oleh_id)
    SELECT gen_random_uuid(), e.id, CASE urut %% 9 WHEN 0 THEN 'diajukan' WHEN 3 THEN 'didengar' ELSE 'diputus' END,
           'Angka realisasi belum lengkap.', DATE '2026-11-25', akun_id, DATE '2026-12-10',
           CASE WHEN urut %% 9 <> 0 THEN 'Sudah saya lampirkan.' ELSE '' END,
           CASE WHEN urut %% 9 <> 0 THEN 'Menurut bahan yang ada.' ELSE '' END,
           CASE WHEN urut %% 9 = 6 THEN 'tetap' ELSE '' END, '', '',
           CASE WHEN urut %% 9 = 6 THEN 'Bahan sudah dihitung.' ELSE '' END,
           CASE WHEN urut %% 9 = 6 THEN 'Camat Rekaan' ELSE '' END, '',
           CASE WHEN urut %% 9 = 6 THEN DATE '2026-11-28' END, CASE WHEN urut %% 9 = 6 THEN %(akun_camat)s END, '', '',
           1, now(), akun_id
    FROM ukur_baru b JOIN kinerja_evaluasi e ON e.id = b.evaluasi_id
    WHERE e.status = 'ditetapkan' AND akun_id IS NOT NULL AND urut %% 3 = 0""",
    """INSERT INTO kinerja_rencanapembinaan (uuid, evaluasi_id, aturan_id, sasaran, langkah, mulai, tinjau_pada,
               dibuat_oleh_id, hasil, catatan_hasil, versi, diubah, diubah_oleh_id)
    SELECT gen_random_uuid(), e.id, %(aturan_lanjut)s, 'Membaik', 'Bimbingan', DATE '2026-11-20', DATE '2026-12-05',
           %(akun_camat)s, '', '', 1, now(), %(akun_camat)s
    FROM ukur_baru b JOIN kinerja_evaluasi e ON e.id = b.evaluasi_id
    WHERE e.status = 'ditetapkan' AND e.predikat IN ('kurang', 'sangat_kurang', 'butuh_perbaikan')""",
    # Next year's plans: three of ten submitted, three of ten still written.
    """INSERT INTO kinerja_skp (uuid, pegawai_id, mulai, selesai, pendekatan, bentuk, status, suntingan, versi,
               alasan_perubahan, catatan_pengembalian, surat_persetujuan, pindaian_persetujuan)
    SELECT gen_random_uuid(), pegawai_id, DATE '2027-01-01', DATE '2027-12-31', 'kuantitatif', 'pegawai',
           CASE WHEN (urut + urut / 50 + 8) %% 10 < 3 THEN 'diajukan' ELSE 'draf' END, 0, 1, '', '', '', ''
    FROM ukur_baru WHERE (urut + urut / 50 + 8) %% 10 < 6""",
    """INSERT INTO kinerja_rencanahasilkerja (uuid, skp_id, urut, jenis, uraian, penugasan_dari)
    SELECT gen_random_uuid(), s.id, u, 'utama', 'Rencana tahun depan ' || u, ''
    FROM ukur_baru b JOIN kinerja_skp s ON s.pegawai_id = b.pegawai_id AND s.mulai = DATE '2027-01-01'
    CROSS JOIN generate_series(1, 2) AS u""",
    """INSERT INTO kinerja_kendala (uuid, pegawai_id, jenis, uraian, sejak, status, teratasi_pada, catatan_akhir)
    SELECT gen_random_uuid(), pegawai_id, 'jaringan', 'Jaringan putus.', DATE '2026-11-02',
           CASE WHEN urut %% 3 = 2 THEN 'teratasi' ELSE 'terbuka' END,
           CASE WHEN urut %% 3 = 2 THEN DATE '2026-11-10' END, CASE WHEN urut %% 3 = 2 THEN 'Pulih.' ELSE '' END
    FROM ukur_baru""",
    """INSERT INTO kinerja_permintaandukungan (uuid, pegawai_id, kendala_id, jenis, uraian, diajukan_pada, tingkat,
               diminta_dari_id, tenggat, status, jawaban, alasan, dijanjikan, dijawab_oleh_id, dijawab_pada)
    SELECT gen_random_uuid(), b.pegawai_id, k.id, 'alat', 'Perlu pemancar.', DATE '2026-11-03', (urut %% 20 = 0)::int,
           CASE WHEN b.memimpin THEN %(camat)s ELSE b.kepala_id END, DATE '2026-11-20' + (urut %% 30)::int,
           CASE WHEN urut %% 6 = 3 THEN 'dijawab' ELSE 'diajukan' END,
           CASE WHEN urut %% 6 = 3 THEN 'disetujui' ELSE '' END, '',
           CASE WHEN urut %% 6 = 3 THEN DATE '2026-12-20' END, CASE WHEN urut %% 6 = 3 THEN %(akun_camat)s END,
           CASE WHEN urut %% 6 = 3 THEN DATE '2026-11-05' END
    FROM ukur_baru b JOIN kinerja_kendala k ON k.pegawai_id = b.pegawai_id AND k.status = 'terbuka'""",
    """INSERT INTO kinerja_inovasi (uuid, pengusul_id, judul, masalah, gagasan, status, diusulkan_pada, dicoba_sejak,
               hasil, ukuran, satuan, diverifikasi_oleh_id, diverifikasi_pada, catatan_verifikasi, versi)
    SELECT gen_random_uuid(), pegawai_id, 'Inovasi ' || urut, 'Antrean panjang.', 'Nomor antrean daring.',
           (ARRAY['ide', 'dicoba', 'berhasil', 'berhasil', 'tidak'])[1 + urut / 2 %% 5],
           DATE '2026-01-01' + (urut %% 300)::int, CASE WHEN urut / 2 %% 5 > 0 THEN DATE '2026-11-01' END,
           CASE WHEN urut / 2 %% 5 > 1 THEN 'Antrean memendek.' ELSE '' END, '', '',
           CASE WHEN urut / 2 %% 5 = 3 THEN %(akun_camat)s END,
           CASE WHEN urut / 2 %% 5 = 3 THEN DATE '2026-11-20' END, '', 1
    FROM ukur_baru WHERE urut %% 2 = 1""",
    """INSERT INTO kinerja_adopsi (inovasi_id, unit_id, tanggal, catatan, oleh_id)
    SELECT i.id, b.unit_id, DATE '2026-11-21', '', %(akun_camat)s
    FROM ukur_baru b JOIN kinerja_inovasi i ON i.pengusul_id = b.pegawai_id WHERE i.status = 'berhasil'""",
    """INSERT INTO kinerja_catatanharian (uuid, pegawai_id, kiriman_id, tanggal, uraian, versi, diisi_oleh_id,
               alasan_batal)
    SELECT gen_random_uuid(), pegawai_id, gen_random_uuid(), DATE '2026-10-05' + u, 'Melayani warga.', 1,
           COALESCE(akun_id, %(pengelola)s), ''
    FROM ukur_baru CROSS JOIN generate_series(1, 3) AS u""",
    """INSERT INTO kinerja_salinanekinerja (uuid, pegawai_id, periode_id, bagian, sidik, ditandai_oleh_id,
               ditandai_pada)
    SELECT gen_random_uuid(), pegawai_id, %(periode)s, bagian, repeat('0', 64), %(pengelola)s, now()
    FROM ukur_baru CROSS JOIN unnest(ARRAY['skp', 'realisasi', 'umpan_balik', 'penilaian'])
         WITH ORDINALITY AS x (bagian, u)
    WHERE urut %% 4 = 0 OR (urut %% 4 = 1 AND u < 3)""",
    """INSERT INTO kinerja_dialogkinerja (uuid, pegawai_id, atasan_id, jenis, tanggal, tugas_belajar, ringkasan,
               kesepakatan, dicatat_oleh_id, disahkan_oleh_id, disahkan_pada, tanggapan, versi)
    SELECT gen_random_uuid(), pegawai_id, CASE WHEN memimpin THEN %(camat)s ELSE kepala_id END, 'pemantauan',
           DATE '2026-10-01' + (urut %% 50)::int, false, 'Kemajuan dibahas.', 'Dilanjutkan.', akun_id,
           CASE WHEN urut %% 2 = 0 THEN %(pengelola)s END, CASE WHEN urut %% 2 = 0 THEN now() END, '', 1
    FROM ukur_baru WHERE akun_id IS NOT NULL""",
    """INSERT INTO kinerja_bimbingan (uuid, pegawai_id, pembimbing_id, tanggal, topik, ringkasan, tindak_lanjut,
               tanggapan)
    SELECT gen_random_uuid(), pegawai_id, CASE WHEN urut %% 3 = 0 OR memimpin THEN %(camat)s ELSE kepala_id END,
           DATE '2026-10-01' + (urut %% 50)::int, 'Pelayanan', 'Cara melayani.', '', ''
    FROM ukur_baru""",
    """INSERT INTO kinerja_umpanbalik (uuid, pegawai_id, dari_id, hubungan, triwulan, tanggal, isi, nilai_dasar, anonim,
               tanggapan)
    SELECT gen_random_uuid(), pegawai_id, CASE WHEN memimpin THEN %(camat)s ELSE kepala_id END, 'atasan',
           DATE '2026-10-01', DATE '2026-10-01' + (urut %% 50)::int, 'Kerja yang rapi.', '', false, ''
    FROM ukur_baru""",
    """INSERT INTO kinerja_umpanbalik (uuid, pegawai_id, hubungan, triwulan, isi, nilai_dasar, anonim, tanggapan)
    SELECT gen_random_uuid(), pegawai_id, '', DATE '2026-07-01', 'Cepat menjawab.', '', true, ''
    FROM ukur_baru CROSS JOIN generate_series(1, 3) WHERE urut %% 2 = 0""",
    """INSERT INTO kinerja_isianatasnama (uuid, pemilik_id, pengisi_id, kiriman_id, jenis, isi, status, cara,
               alasan_tolak, berlaku_sampai)
    SELECT gen_random_uuid(), pegawai_id, kepala_id, gen_random_uuid(), 'catatan', jsonb_build_object('kiriman_id',
           gen_random_uuid(), 'tanggal', '2026-11-20', 'uraian', 'Melayani warga.', 'hasil', NULL, 'indikator', NULL),
           'menunggu', '', '', DATE '2026-12-31'
    FROM ukur_baru WHERE NOT memimpin""",
    """INSERT INTO kinerja_peranhasil (uuid, versi, rhk_pimpinan_id, pegawai_id, uraian)
    SELECT gen_random_uuid(), 1, r.id, b.pegawai_id, 'Menyusun bagian ' || r.urut
    FROM ukur_baru b
    JOIN kinerja_skp s ON s.mulai = DATE '2026-01-01'
         AND s.pegawai_id = CASE WHEN b.memimpin THEN %(camat)s ELSE b.kepala_id END
    JOIN kinerja_rencanahasilkerja r ON r.skp_id = s.id AND r.urut < 3""",
    """INSERT INTO kinerja_penilaidiminta (uuid, pegawai_id, periode_id, penilai_id, sebagai, status, diminta_oleh_id)
    SELECT gen_random_uuid(), b.pegawai_id, %(periode)s, r.pegawai_id, 'rekan', 'diminta', %(akun_camat)s
    FROM ukur_baru b JOIN ukur_baru r ON r.unit_id = b.unit_id AND r.urut IN (b.urut + 1, b.urut + 2)
    WHERE NOT b.memimpin""",
    """INSERT INTO kinerja_penetapanangkakredit (uuid, pegawai_id, evaluasi_id, aturan_id, jenjang, mulai, selesai,
               bulan, predikat, persen, koefisien, ditetapkan_oleh_id, ditetapkan_pada, alasan_batal)
    SELECT gen_random_uuid(), b.pegawai_id, e.id, %(aturan_ak)s, 'ahli_pertama', DATE '2026-07-01',
           DATE '2026-09-30', 3, e.predikat, 100, 12.5, %(akun_camat)s, now(), ''
    FROM ukur_baru b JOIN kinerja_evaluasi e ON e.id = b.evaluasi_id
    WHERE urut %% 10 = 5 AND e.status = 'ditetapkan'""",
)
# Agreements of the units, signed once their goals stand, and what was said of each unit.
_UNIT = (
    """CREATE TEMP TABLE ukur_unit ON COMMIT DROP AS
    SELECT u.id AS unit_id, row_number() OVER (ORDER BY u.id) AS urut,
           COALESCE((SELECT kepala_id FROM ukur_baru b WHERE b.unit_id = u.id LIMIT 1), %(camat)s) AS kepala_id
    FROM organisasi_unitkerja u
    WHERE u.kode LIKE 'skala-%%' AND u.induk_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM kinerja_perjanjiankinerja p WHERE p.unit_id = u.id)""",
    """INSERT INTO kinerja_perjanjiankinerja (uuid, unit_id, tahun, versi, status, alasan_perubahan, nomor,
               pihak_pertama_nama, pihak_pertama_jabatan, pihak_kedua_nama, pihak_kedua_jabatan, pindaian)
    SELECT gen_random_uuid(), unit_id, 2026, 1, 'draf', '', 'PK/' || urut, 'Kepala', 'Kepala', 'Asisten', 'Asisten', ''
    FROM ukur_unit""",
    """INSERT INTO kinerja_sasaran (uuid, versi, perjanjian_id, urut, uraian, tujuan, rujukan)
    SELECT gen_random_uuid(), 1, p.id, 1, 'Pelayanan yang cepat', '', ''
    FROM ukur_unit u JOIN kinerja_perjanjiankinerja p USING (unit_id)""",
    """INSERT INTO kinerja_indikatorutama (uuid, versi, sasaran_id, urut, uraian, satuan, arah, target, kode_tetap)
    SELECT gen_random_uuid(), 1, s.id, n, 'IKU ' || n, 'persen', 'tinggi', 90, gen_random_uuid()
    FROM ukur_unit u JOIN kinerja_perjanjiankinerja p USING (unit_id) JOIN kinerja_sasaran s ON s.perjanjian_id = p.id
    CROSS JOIN generate_series(1, 5) AS n""",
    """UPDATE kinerja_perjanjiankinerja p SET status = 'ditandatangani', tanggal = DATE '2026-01-15',
           pihak_pertama_id = u.kepala_id, pihak_kedua_luar_id = %(asisten)s, dicatat_oleh_id = %(pengelola)s
    FROM ukur_unit u WHERE u.unit_id = p.unit_id""",
    """UPDATE kinerja_indikator i SET iku_id = q.id
    FROM ukur_unit u, kinerja_perjanjiankinerja p, kinerja_sasaran s, kinerja_indikatorutama q, kinerja_skp k,
         kinerja_rencanahasilkerja r
    WHERE p.unit_id = u.unit_id AND s.perjanjian_id = p.id AND q.sasaran_id = s.id AND k.pegawai_id = u.kepala_id
      AND k.mulai = DATE '2026-01-01' AND r.skp_id = k.id AND r.urut = q.urut AND i.rencana_id = r.id""",
    """INSERT INTO kinerja_capaianorganisasi (uuid, unit_id, periode_id, revisi, terbaru, predikat, dasar,
               pejabat_luar_id, pejabat_nama, pejabat_jabatan, ditetapkan_oleh_id, surat_nomor, surat_pindaian)
    SELECT gen_random_uuid(), unit_id, %(periode)s, 0, true, 'baik', 'Laporan triwulan.', %(asisten)s, 'Asisten',
           'Asisten', %(pengelola)s, '', ''
    FROM ukur_unit WHERE urut %% 2 = 0""",
    """INSERT INTO survei_survei (uuid, kode, judul, unit_id, instrumen_id, mulai, selesai, status)
    SELECT gen_random_uuid(), 'ukur-' || unit_id || '-' || n, 'Survei ' || unit_id || ' ' || n, unit_id, %(instrumen)s,
           DATE '2026-07-01', DATE '2026-12-31', (ARRAY['terbuka', 'terbuka', 'ditutup', 'dipublikasi', 'draf'])[n]
    FROM ukur_unit CROSS JOIN generate_series(1, 5) AS n""",
    """INSERT INTO organisasi_layanan (uuid, unit_id, kode, nama, gratis, aktif)
    SELECT gen_random_uuid(), unit_id, 'ukur', 'Layanan rekaan', true, true FROM ukur_unit""",
    """INSERT INTO survei_survei_layanan (survei_id, layanan_id)
    SELECT s.id, l.id FROM ukur_unit u JOIN survei_survei s USING (unit_id) JOIN organisasi_layanan l USING (unit_id)
    WHERE l.kode = 'ukur'""",
    """INSERT INTO survei_rekapharian (survei_id, layanan_id, hari, diterima, dihitung, lurus)
    SELECT s.id, l.id, DATE '2026-10-01' + n, 10, 9, 0
    FROM ukur_unit u JOIN survei_survei s USING (unit_id) JOIN organisasi_layanan l USING (unit_id)
    CROSS JOIN generate_series(1, 10) AS n WHERE l.kode = 'ukur'""",
    """INSERT INTO survei_hasilsurvei (uuid, survei_id, n, rincian, ikm, mutu, bendera)
    SELECT gen_random_uuid(), s.id, 90, '{}', 82.5, 'B', '{}' FROM ukur_unit u JOIN survei_survei s USING (unit_id)
    WHERE s.status = 'dipublikasi'""",
)
# Rows of the measured people alone.
_SENDIRI = (
    """INSERT INTO kinerja_catatanharian (uuid, pegawai_id, kiriman_id, tanggal, uraian, versi, diisi_oleh_id,
               alasan_batal)
    SELECT gen_random_uuid(), %(staf)s, gen_random_uuid(), DATE '2024-01-01' + n %% 1000, 'Melayani warga.', 1,
           %(akun_staf)s, ''
    FROM generate_series(%(sudah)s + 1, %(banyak)s) AS n""",
    """INSERT INTO kinerja_kendala (uuid, pegawai_id, jenis, uraian, sejak, status, catatan_akhir)
    SELECT gen_random_uuid(), %(staf)s, 'alat', 'Alat rusak.', DATE '2026-01-01' + n %% 300, 'terbuka', ''
    FROM generate_series(%(sudah)s + 1, %(banyak)s) AS n""",
    """INSERT INTO kinerja_permintaandukungan (uuid, pegawai_id, jenis, uraian, diajukan_pada, tingkat, diminta_dari_id,
               tenggat, status, jawaban, alasan)
    SELECT gen_random_uuid(), %(staf)s, 'alat', 'Perlu alat.', DATE '2026-11-03', 0, %(camat)s, DATE '2026-12-20',
           'diajukan', '', ''
    FROM generate_series(%(sudah)s / 10 + 1, %(banyak)s / 10) AS n""",
    """INSERT INTO kinerja_dialogkinerja (uuid, pegawai_id, atasan_id, jenis, tanggal, tugas_belajar, ringkasan,
               kesepakatan, dicatat_oleh_id, tanggapan, versi)
    SELECT gen_random_uuid(), %(staf)s, %(camat)s, 'evaluasi', DATE '2024-01-01' + n %% 1000, false, 'Dibahas.',
           'Dilanjutkan.', %(akun_camat)s, '', 1
    FROM generate_series(%(sudah)s + 1, %(banyak)s) AS n""",
    """INSERT INTO kinerja_bimbingan (uuid, pegawai_id, pembimbing_id, tanggal, topik, ringkasan, tindak_lanjut,
               tanggapan)
    SELECT gen_random_uuid(), %(staf)s, %(camat)s, DATE '2024-01-01' + n %% 1000, 'Pelayanan', 'Cara.', '', ''
    FROM generate_series(%(sudah)s + 1, %(banyak)s) AS n""",
    """INSERT INTO kinerja_umpanbalik (uuid, pegawai_id, dari_id, hubungan, triwulan, tanggal, isi, nilai_dasar, anonim,
               tanggapan)
    SELECT gen_random_uuid(), %(staf)s, %(camat)s, 'atasan', DATE '2026-10-01', DATE '2026-10-01' + n %% 50, 'Rapi.',
           '', false, ''
    FROM generate_series(%(sudah)s + 1, %(banyak)s) AS n""",
    """INSERT INTO kinerja_isianatasnama (uuid, pemilik_id, pengisi_id, kiriman_id, jenis, isi, status, cara,
               alasan_tolak, berlaku_sampai)
    SELECT gen_random_uuid(), %(staf)s, %(camat)s, gen_random_uuid(), 'catatan', jsonb_build_object('kiriman_id',
           gen_random_uuid(), 'tanggal', '2026-11-20', 'uraian', 'Melayani warga.', 'hasil', NULL, 'indikator', NULL),
           'kedaluwarsa', '', '', DATE '2026-11-01'
    FROM generate_series(%(sudah)s + 1, %(banyak)s) AS n""",
    """INSERT INTO kinerja_permintaanumpanbalik (uuid, pegawai_id, kepada_id, pertanyaan, tanggal, triwulan)
    SELECT gen_random_uuid(), pegawai_id, %(staf)s, 'Bagaimana pelayanan saya?', DATE '2026-11-01', DATE '2026-10-01'
    FROM ukur_baru WHERE pegawai_id <> %(staf)s AND urut %% 30 = 7""",
    """INSERT INTO kinerja_evaluasiarsip (uuid, pegawai_id, mulai, selesai, skema, nilai, sebutan, sumber,
               dicatat_oleh_id, dibatalkan, alasan_batal)
    SELECT gen_random_uuid(), %(staf)s, DATE '2010-01-01' + n, DATE '2012-12-31' + n, 'pp_46_2011', '88,5', 'Baik',
           'SK ' || n, %(pengelola)s, false, ''
    FROM generate_series(%(sudah)s / 10 + 1, %(banyak)s / 10) AS n""",
    """INSERT INTO kinerja_penetapanangkakredit (uuid, pegawai_id, evaluasi_id, aturan_id, jenjang, mulai, selesai,
               bulan, predikat, persen, koefisien, ditetapkan_oleh_id, ditetapkan_pada, alasan_batal)
    SELECT gen_random_uuid(), %(fungsional)s, e.id, %(aturan_ak)s, 'ahli_pertama',
           (DATE '2000-01-01' + make_interval(months => n))::date,
           (DATE '2000-01-01' + make_interval(months => n + 1))::date - 1, 1, 'baik', 100, 12.5, %(akun_camat)s, now(),
           ''
    FROM kinerja_evaluasi e CROSS JOIN generate_series(%(sudah)s / 15 + 1, %(banyak)s / 15) AS n
    WHERE e.pegawai_id = %(fungsional)s AND e.periode_id = %(periode)s AND e.terbaru""",
    """INSERT INTO notifikasi_notifikasi (uuid, penerima_id, kunci, judul, isi, tautan)
    SELECT gen_random_uuid(), akun, 'ukur-' || n, 'Pemberitahuan', '', '/kinerja/saya/'
    FROM generate_series(%(sudah)s + 1, %(banyak)s) AS n
    CROSS JOIN (VALUES (%(akun_staf)s), (%(akun_camat)s)) AS x (akun)""",
)


@transaction.atomic
def isi_pekerjaan(*, periode: Periode, pelaku: Pelaku, sudah: int, banyak: int) -> None:
    """Fill the tables for people and units that have no rows yet; the measured people alone get ``banyak`` rows,
    of which they have ``sudah``."""
    nilai = {
        "periode": periode.pk,
        "pengelola": pelaku.pengelola.pk,
        "camat": pelaku.camat.pk,
        "akun_camat": pelaku.camat.pengguna_id,
        "asisten": pelaku.asisten.pk,
        "staf": pelaku.staf.pk,
        "akun_staf": pelaku.staf.pengguna_id,
        "fungsional": pelaku.fungsional.pk,
        "aturan_lanjut": AturanTindakLanjut.objects.pada(periode.selesai).pk,
        "aturan_ak": AturanAngkaKredit.objects.pada(periode.selesai).pk,
        "instrumen": Instrumen.objects.get(kode="skm", versi=1).pk,
        "sudah": sudah,
        "banyak": banyak,
    }
    with connection.cursor() as kursor:
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for perintah in (_BARU, *_AKUN, *_UMUM, *_UNIT, *_SENDIRI):
            kursor.execute(perintah, nilai)
        kursor.execute("DROP TABLE ukur_baru, ukur_unit")
        kursor.execute("ANALYZE")
