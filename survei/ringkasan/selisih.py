"""Stored counts held against the answers themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection

TUGAS_HITUNG = "survei.tasks.hitung_ulang"


@dataclass(frozen=True, slots=True)
class SelisihHitungan:
    """A stored count that is not what the answers give.

    ``apa`` is «diterima», «dihitung», «lurus», «terverifikasi», a sum of scores, marks of a channel («daring: cepat»)
    or an answer such as «perilaku=4»; «p8.n=0» are the forms that answered. Service and day are None for a figure of
    the locked result, which is held against the counters, and for a theme, held against the marks on suggestions;
    ``letak`` says which.
    """

    survei: str
    layanan: str | None
    hari: date | None
    apa: str
    tersimpan: int
    seharusnya: int
    letak: str = "hitungan"


# Counted from the answers alone, by another way than the recount takes, so that a fault there cannot hide here. A day
# whose recount is still asked for in the outbox is not yet wrong.
# Where the answers were deleted after their time, the counters are held against the locked result alone.
_SELISIH_HARIAN = """
WITH jawab AS (
    SELECT r.submission_id, r.survei_id, r.layanan_id, r.tanggal AS hari, r.terverifikasi, i.minimal_terjawab,
           p.kode_unsur,
           (r.jawaban ->> p.kode_unsur)::int AS nilai
      FROM survei_respons r
      JOIN survei_survei s ON s.id = r.survei_id
      JOIN survei_instrumen i ON i.id = s.instrumen_id
      LEFT JOIN survei_pertanyaan p ON p.instrumen_id = i.id AND p.jenis = 'nilai'
     WHERE NOT r.dibatalkan AND NOT r.terlambat
), formulir AS (
    SELECT submission_id, survei_id, layanan_id, hari, count(nilai) >= minimal_terjawab AS dihitung,
           count(nilai) >= minimal_terjawab AND min(nilai) = max(nilai) AS lurus,
           count(nilai) >= minimal_terjawab AND terverifikasi AS terverifikasi,
           count(nilai) AS terjawab, round(27720 * avg(nilai)) AS skor
      FROM jawab GROUP BY submission_id, survei_id, layanan_id, hari, minimal_terjawab, terverifikasi
), seharusnya AS (
    SELECT survei_id, layanan_id, hari, satu.apa, satu.jumlah
      FROM (SELECT survei_id, layanan_id, hari, count(*) AS diterima, count(*) FILTER (WHERE dihitung) AS dihitung,
                   count(*) FILTER (WHERE lurus) AS lurus, count(*) FILTER (WHERE terverifikasi) AS terverifikasi,
                   CASE WHEN max(terjawab) <= 12 THEN sum(CASE WHEN dihitung THEN skor ELSE 0 END) END AS skor,
                   CASE WHEN max(terjawab) <= 12 THEN sum(CASE WHEN dihitung THEN skor * skor ELSE 0 END)
                    END AS skor_kuadrat
              FROM formulir GROUP BY survei_id, layanan_id, hari) f
     CROSS JOIN LATERAL (VALUES ('diterima', diterima), ('dihitung', dihitung), ('lurus', lurus),
           ('terverifikasi', terverifikasi), ('skor', skor), ('skor kuadrat', skor_kuadrat)) satu (apa, jumlah)
     UNION ALL
    SELECT survei_id, layanan_id, hari, kode_unsur || '=' || nilai, count(*)
      FROM jawab JOIN formulir USING (submission_id, survei_id, layanan_id, hari)
     WHERE dihitung AND nilai IS NOT NULL GROUP BY survei_id, layanan_id, hari, kode_unsur, nilai
     UNION ALL
    SELECT r.survei_id, r.layanan_id, r.tanggal, r.saluran || ': ' || t.tanda, count(*)
      FROM formulir f
      JOIN survei_respons r USING (submission_id)
     CROSS JOIN LATERAL (
           SELECT 'semua' AS tanda
            UNION ALL SELECT 'lurus' WHERE f.lurus
            UNION ALL SELECT b FROM unnest(r.bendera) b WHERE b <> 'lurus'
            UNION ALL SELECT 'ditandai' WHERE f.lurus OR 'cepat' = ANY(r.bendera) OR 'beruntun' = ANY(r.bendera)
                                              OR 'orang_dalam' = ANY(r.bendera)) t
     WHERE f.dihitung GROUP BY 1, 2, 3, 4
     UNION ALL
    SELECT b.survei_id, b.layanan_id, b.hari, b.kunci || '=' || trim_scale(b.nilai), count(*)
      FROM (SELECT f.survei_id, f.layanan_id, f.hari, e.key AS kunci,
                   CASE WHEN p.jenis = 'tanggal' THEN to_char((e.value #>> '{}')::date, 'YYYYMM')::numeric
                        ELSE coalesce(x.nilai, e.value #>> '{}')::numeric END AS nilai
              FROM formulir f
              JOIN survei_respons r USING (submission_id)
              JOIN survei_survei s ON s.id = f.survei_id
             CROSS JOIN LATERAL jsonb_each(r.jawaban) e
              JOIN survei_pertanyaan p ON p.instrumen_id = s.instrumen_id
                                      AND p.kode_unsur = split_part(e.key, '-', 1)
                                      AND p.jenis IN ('tunggal', 'skala', 'ganda', 'angka', 'tanggal', 'matriks')
              LEFT JOIN LATERAL (SELECT jsonb_array_elements_text(e.value) AS nilai
                                  WHERE jsonb_typeof(e.value) = 'array') x ON true
             WHERE f.dihitung AND e.value <> 'null'
             UNION ALL
            SELECT f.survei_id, f.layanan_id, f.hari, p.kode_unsur || '.n', 0
              FROM formulir f
              JOIN survei_respons r USING (submission_id)
              JOIN survei_survei s ON s.id = f.survei_id
              JOIN survei_pertanyaan p ON p.instrumen_id = s.instrumen_id AND p.jenis IN ('ganda', 'teks')
             WHERE f.dihitung AND jsonb_typeof(r.jawaban -> p.kode_unsur) <> 'null') b GROUP BY 1, 2, 3, 4
), tersimpan AS (
    SELECT survei_id, layanan_id, hari, satu.apa, satu.jumlah
      FROM survei_rekapharian
     CROSS JOIN LATERAL (VALUES ('diterima', diterima), ('dihitung', dihitung), ('lurus', lurus),
           ('terverifikasi', terverifikasi), ('skor', skor), ('skor kuadrat', skor_kuadrat)) satu (apa, jumlah)
     WHERE satu.jumlah IS NOT NULL
     UNION ALL
    SELECT survei_id, layanan_id, hari, kode_unsur || '=' || nilai, jumlah FROM survei_hitungan
     UNION ALL
    SELECT survei_id, layanan_id, hari, saluran || ': ' || tanda, jumlah FROM survei_hitungantanda
     UNION ALL
    SELECT survei_id, layanan_id, hari, kunci || '=' || trim_scale(nilai), jumlah FROM survei_hitunganbutir
)
SELECT s.kode, l.nama, hari, apa, coalesce(tersimpan.jumlah, 0), coalesce(seharusnya.jumlah, 0)
  FROM tersimpan FULL JOIN seharusnya USING (survei_id, layanan_id, hari, apa)
  JOIN survei_survei s ON s.id = survei_id
  JOIN organisasi_layanan l ON l.id = layanan_id
 WHERE coalesce(tersimpan.jumlah, 0) <> coalesce(seharusnya.jumlah, 0)
   AND s.jawaban_dihapus_pada IS NULL
   AND NOT EXISTS (
       SELECT FROM antrean_antrean a
        WHERE a.tugas = %s AND a.muatan @> jsonb_build_object(
            'survei_id', survei_id, 'layanan_id', layanan_id, 'hari', hari::text))
 ORDER BY s.kode, l.nama, hari, apa
"""

_SELISIH_TERKUNCI = """
SELECT s.kode, NULL, NULL, satu.apa, satu.tersimpan, satu.seharusnya
  FROM survei_hasilsurvei h
  JOIN survei_survei s ON s.id = h.survei_id
 CROSS JOIN LATERAL (
       SELECT 'dihitung' AS apa, h.n AS tersimpan, coalesce(sum(r.dihitung), 0) AS seharusnya
         FROM survei_rekapharian r WHERE r.survei_id = h.survei_id
        UNION ALL
       SELECT 'tanpa tanda', (h.rincian #>> '{tanpa_tanda,n}')::numeric,
              coalesce(sum(CASE t.tanda WHEN 'semua' THEN t.jumlah WHEN 'ditandai' THEN -t.jumlah END), 0)
         FROM survei_hitungantanda t WHERE t.survei_id = h.survei_id
        UNION ALL
       SELECT 'skor', (h.rincian #>> '{skor,jumlah}')::numeric, coalesce(sum(r.skor), 0)
         FROM survei_rekapharian r WHERE r.survei_id = h.survei_id
        UNION ALL
       SELECT 'skor kuadrat', (h.rincian #>> '{skor,kuadrat}')::numeric, coalesce(sum(r.skor_kuadrat), 0)
         FROM survei_rekapharian r WHERE r.survei_id = h.survei_id
        UNION ALL
       SELECT u.key || '=' || v.key, v.value::int,
              (SELECT coalesce(sum(c.jumlah), 0) FROM survei_hitungan c
                WHERE c.survei_id = h.survei_id AND c.kode_unsur = u.key AND c.nilai = v.key::int)
         FROM jsonb_each(h.rincian -> 'unsur') u CROSS JOIN jsonb_each_text(u.value -> 'sebaran') v
        UNION ALL
       SELECT kunci || '=' || trim_scale(nilai), coalesce(a.jumlah, 0), coalesce(b.jumlah, 0)
         FROM (SELECT u.key AS kunci, v.key::numeric AS nilai, v.value::int AS jumlah
                 FROM jsonb_each(h.rincian -> 'butir') u CROSS JOIN jsonb_each_text(u.value) v) a
         FULL JOIN (SELECT kunci, nilai, sum(jumlah) AS jumlah
                      FROM survei_hitunganbutir WHERE survei_id = h.survei_id GROUP BY 1, 2) b USING (kunci, nilai)
        WHERE h.rincian ? 'butir'
 ) satu
 WHERE h.berlaku AND satu.tersimpan <> satu.seharusnya
 ORDER BY s.kode, satu.apa
"""

# Themes are kept when the suggestions are deleted after their time; from then on there is nothing to hold them against.
_SELISIH_TEMA = """
WITH seharusnya AS (
    SELECT r.survei_id, t.tema_id, count(*) AS jumlah
      FROM survei_tandatema t
      JOIN survei_saranditandai d ON d.id = t.ditandai_id
      JOIN survei_respons r ON r.submission_id = d.respons_id
     WHERE NOT r.dibatalkan GROUP BY 1, 2
)
SELECT s.kode, NULL, NULL, m.nama, coalesce(h.jumlah, 0), coalesce(seharusnya.jumlah, 0)
  FROM survei_hitungantema h
  FULL JOIN seharusnya USING (survei_id, tema_id)
  JOIN survei_survei s ON s.id = survei_id
  JOIN survei_temasaran m ON m.id = tema_id
 WHERE coalesce(h.jumlah, 0) <> coalesce(seharusnya.jumlah, 0)
   AND s.saran_dihapus_pada IS NULL AND s.jawaban_dihapus_pada IS NULL
 ORDER BY s.kode, m.nama
"""


def selisih_hitungan() -> list[SelisihHitungan]:
    """Counters that differ from the answers, themes that differ from the marks on suggestions, and locked results that
    differ from the counters; three statements."""
    hasil = []
    for letak, perintah, nilai in (
        ("hitungan", _SELISIH_HARIAN, [TUGAS_HITUNG]),
        ("hasil terkunci", _SELISIH_TERKUNCI, None),
        ("tema saran", _SELISIH_TEMA, None),
    ):
        with connection.cursor() as kursor:
            kursor.execute(perintah, nilai)
            hasil += [
                SelisihHitungan(survei, layanan, hari, apa, int(tersimpan), int(seharusnya), letak)
                for survei, layanan, hari, apa, tersimpan, seharusnya in kursor.fetchall()
            ]
    return hasil
