"""Counters, always recomputed from the answers and never incremented: a lost or doubled message changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection, transaction

from survei.enums import BENDERA_RAGU, DEMOGRAFI
from survei.enums.instrumen import JenisInstrumen
from survei.models import Hitungan, HitunganButir, HitunganTanda, RekapHarian, Survei
from survei.perhitungan import PENYEBUT_SKOR, UNSUR_TERBANYAK, JumlahSkor
from survei.perhitungan.butir import JenisPertanyaan
from survei.proses.samaran import samarkan_baris_baru

# One line per form: how many of the instrument's elements it answers, and with how many different values. A free
# survey has no elements; each of its forms counts. Worked out within the row, so nothing is sorted or joined.
_FORMULIR = """
    SELECT r.survei_id, r.layanan_id, r.tanggal, r.saluran, r.bendera, r.demografi, r.jawaban, r.terverifikasi, j.*
      FROM survei_respons r
     CROSS JOIN LATERAL (
           SELECT count(n.isi) AS terjawab, count(DISTINCT n.isi) AS ragam, sum(n.isi::bigint) AS jumlah
             FROM (SELECT r.jawaban ->> k.kode AS isi FROM unnest(%(unsur)s::text[]) AS k (kode)) n) j
     WHERE r.survei_id = %(survei)s AND NOT r.dibatalkan AND NOT r.terlambat
       AND (%(layanan)s::bigint IS NULL OR (r.layanan_id = %(layanan)s AND r.tanggal = %(hari)s))
"""

_REKAP = f"""
INSERT INTO survei_rekapharian
       (survei_id, layanan_id, hari, diterima, dihitung, lurus, terverifikasi, skor, skor_kuadrat, dihitung_pada)
SELECT survei_id, layanan_id, tanggal, count(*),
       count(*) FILTER (WHERE terjawab >= %(minimal)s),
       count(*) FILTER (WHERE terjawab >= %(minimal)s AND ragam = 1),
       count(*) FILTER (WHERE terjawab >= %(minimal)s AND terverifikasi),
       CASE WHEN max(terjawab) <= %(terbanyak)s
            THEN coalesce(sum(skor) FILTER (WHERE terjawab >= %(minimal)s), 0) END,
       CASE WHEN max(terjawab) <= %(terbanyak)s
            THEN coalesce(sum(skor * skor) FILTER (WHERE terjawab >= %(minimal)s), 0) END,
       statement_timestamp()
  FROM (SELECT *, (jumlah * (%(penyebut)s / nullif(terjawab, 0)))::bigint AS skor FROM ({_FORMULIR}) f) f
 GROUP BY survei_id, layanan_id, tanggal
"""  # noqa: S608 - a constant, the values are parameters

_HITUNGAN = f"""
INSERT INTO survei_hitungan (survei_id, layanan_id, hari, kode_unsur, nilai, jumlah)
SELECT f.survei_id, f.layanan_id, f.tanggal, k.kode, (f.jawaban ->> k.kode)::smallint, count(*)
  FROM ({_FORMULIR}) f
 CROSS JOIN unnest(%(unsur)s::text[]) AS k (kode)
 WHERE f.terjawab >= %(minimal)s AND f.jawaban ->> k.kode IS NOT NULL
 GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608 - a constant, the values are parameters


# Whether all answers are alike is read from the answers; the other marks were set when the form came in.
_BERTANDA = f"""
    SELECT *, array_remove(bendera::text[], 'lurus')
              || CASE WHEN ragam = 1 THEN ARRAY['lurus'] ELSE ARRAY[]::text[] END AS tanda,
           (jumlah * (%(penyebut)s / nullif(terjawab, 0)))::bigint AS skor
      FROM ({_FORMULIR}) f
     WHERE terjawab >= %(minimal)s
"""  # noqa: S608 - a constant, the values are parameters

_TANDA = f"""
INSERT INTO survei_hitungantanda (survei_id, layanan_id, hari, saluran, tanda, jumlah)
SELECT survei_id, layanan_id, tanggal, saluran, satu, count(*)
  FROM ({_BERTANDA}) f
 CROSS JOIN LATERAL unnest(
       ARRAY['semua'] || CASE WHEN tanda && %(ragu)s::text[] THEN ARRAY['ditandai'] ELSE ARRAY[]::text[] END || tanda
       ) AS satu
 GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608 - a constant, the values are parameters

# Questions of a free survey: one line per field and value. A table has a field per row, several choices are a list, of
# a date only the month is counted, of a text only that it is there.
_BUTIR = f"""
INSERT INTO survei_hitunganbutir (survei_id, layanan_id, hari, kunci, nilai, jumlah)
SELECT f.survei_id, f.layanan_id, f.tanggal, n.kunci, n.nilai, count(*)
  FROM ({_FORMULIR}) f
  JOIN survei_pertanyaan p ON p.instrumen_id = %(instrumen)s AND p.jenis NOT IN ('nilai', 'bagian')
 CROSS JOIN LATERAL (
       SELECT p.kode_unsur AS kunci WHERE p.jenis <> 'matriks'
        UNION ALL
       SELECT p.kode_unsur || '-' || b.kode FROM survei_barismatriks b
        WHERE b.pertanyaan_id = p.id AND p.jenis = 'matriks') k
 CROSS JOIN LATERAL (SELECT f.jawaban -> k.kunci AS isi, f.jawaban ->> k.kunci AS teks) j
 CROSS JOIN LATERAL (
       SELECT k.kunci, jsonb_array_elements_text(
                  CASE jsonb_typeof(j.isi) WHEN 'array' THEN j.isi ELSE '[]'::jsonb END)::numeric AS nilai
        UNION ALL
       SELECT k.kunci, CASE p.jenis WHEN 'tanggal' THEN substr(replace(j.teks, '-', ''), 1, 6) ELSE j.teks END::numeric
        WHERE j.teks IS NOT NULL AND p.jenis NOT IN ('ganda', 'teks')
        UNION ALL
       SELECT k.kunci || '.n', 0 WHERE j.teks IS NOT NULL AND p.jenis IN ('ganda', 'teks')) n
 WHERE f.terjawab >= %(minimal)s
 GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608 - a constant, the values are parameters

# A part of the counted forms: how many, their scores, and per element the number and the sum of the answers. Summed
# first over forms whose respondents are alike in everything, which are few; then by one property at a time.
_BAGIAN = f"""
WITH formulir AS (
         SELECT f.demografi, tanda && %(ragu)s::text[] AS ragu, count(*) AS n, sum(skor) AS skor,
                sum(skor * skor) AS kuadrat
           FROM ({_BERTANDA}) f GROUP BY 1, 2),
     unsur AS (
         SELECT f.demografi, tanda && %(ragu)s::text[] AS ragu, k.kode, count(f.jawaban ->> k.kode) AS n,
                sum((f.jawaban ->> k.kode)::bigint) AS jumlah
           FROM ({_BERTANDA}) f CROSS JOIN unnest(%(unsur)s::text[]) AS k (kode) GROUP BY 1, 2, 3),
     bagian AS (SELECT * FROM unnest(%(dimensi)s::text[]) AS d (dimensi))
SELECT dimensi, coalesce(demografi ->> dimensi, '') AS kelompok, NULL AS kode, sum(n), sum(skor), sum(kuadrat)
  FROM formulir CROSS JOIN bagian WHERE dimensi <> '' OR NOT ragu GROUP BY 1, 2
 UNION ALL
SELECT dimensi, coalesce(demografi ->> dimensi, ''), kode, sum(n), coalesce(sum(jumlah), 0), NULL
  FROM unsur CROSS JOIN bagian WHERE dimensi <> '' OR NOT ragu GROUP BY 1, 2, 3
"""  # noqa: S608 - a constant, the values are parameters


@dataclass(slots=True)
class Bagian:
    """A part of the counted forms; ``unsur`` maps an element to the number and the sum of its answers."""

    n: int = 0
    skor: JumlahSkor | None = None
    unsur: dict[str, tuple[int, int]] = field(default_factory=dict)


def hitung_bagian(survei: Survei) -> tuple[Bagian, dict[str, dict[str, Bagian]]]:
    """The counted forms without those in doubt, and all of them by one property of the respondent at a time.

    Read from the answers in one statement, for the lock alone; the key "" holds who did not tell the property.
    """
    nilai = _nilai(survei, None, None)
    terbanyak = len(nilai["unsur"])
    with connection.cursor() as kursor:
        kursor.execute(_BAGIAN, nilai | {"dimensi": ["", *DEMOGRAFI]})
        baris = kursor.fetchall()
    hasil: dict[str, dict[str, Bagian]] = {dimensi: {} for dimensi in ("", *DEMOGRAFI)}
    for dimensi, kelompok, kode, n, jumlah, kuadrat in baris:
        bagian = hasil[dimensi].setdefault(kelompok, Bagian())
        if kode is not None:
            bagian.unsur[kode] = (int(n), int(jumlah))
        else:
            bagian.n = int(n)
            bagian.skor = (
                JumlahSkor(int(n), int(jumlah or 0), int(kuadrat or 0)) if terbanyak <= UNSUR_TERBANYAK else None
            )
    return hasil.pop("").get("", Bagian()), hasil


def _nilai(survei: Survei, layanan_id: int | None, hari: date | None) -> dict[str, Any]:
    """Parameters of the statements above."""
    return {
        "survei": survei.pk,
        "instrumen": survei.instrumen_id,
        "unsur": list(
            survei.instrumen.pertanyaan.filter(jenis=JenisPertanyaan.NILAI.value)
            .order_by("kode_unsur")
            .values_list("kode_unsur", flat=True)
        ),
        "minimal": survei.instrumen.minimal_terjawab,
        "layanan": layanan_id,
        "hari": hari,
        "penyebut": PENYEBUT_SKOR,
        "terbanyak": UNSUR_TERBANYAK,
        "ragu": [satu.value for satu in BENDERA_RAGU],
    }


def _tulis(survei: Survei, layanan_id: int | None, hari: date | None) -> None:
    """Replace the counters of one service and day, or of the whole survey; the caller holds the survey's row."""
    saring: dict[str, Any] = {"survei": survei}
    if layanan_id is not None:
        saring |= {"layanan_id": layanan_id, "hari": hari}
    Hitungan.objects.filter(**saring).delete()
    RekapHarian.objects.filter(**saring).delete()
    HitunganTanda.objects.filter(**saring).delete()
    HitunganButir.objects.filter(**saring).delete()
    nilai = _nilai(survei, layanan_id, hari)
    with connection.cursor() as kursor:
        kursor.execute(_REKAP, nilai)
        kursor.execute(_HITUNGAN, nilai)
        kursor.execute(_TANDA, nilai)
        if survei.instrumen.jenis == JenisInstrumen.BEBAS:
            kursor.execute(_BUTIR, nilai)


@transaction.atomic
def hitung_ulang(*, survei_id: int, layanan_id: int, hari: date) -> bool:
    """Recompute the counters of one service and day, and mask what is newly worded there.

    False when the survey is locked or gone and nothing was done.
    Two recounts at once give the same rows: the second waits for the survey's row.
    """
    survei = (
        Survei.objects.select_for_update(no_key=True, of=("self",)).select_related("instrumen").filter(pk=survei_id)
    ).first()
    if survei is None or survei.hitungan_final or survei.jawaban_dihapus_pada:
        return False
    _tulis(survei, layanan_id, hari)
    samarkan_baris_baru(survei_id=survei_id, layanan_id=layanan_id, tanggal=hari)
    return True


@transaction.atomic
def hitung_ulang_seluruhnya(*, survei_id: int) -> bool:
    """Recompute all counters of a survey that is not locked (after an import, and inside the lock transaction)."""
    survei = Survei.objects.select_for_update(of=("self",)).select_related("instrumen").filter(pk=survei_id).first()
    if survei is None or survei.hitungan_final or survei.jawaban_dihapus_pada:
        return False
    _tulis(survei, None, None)
    samarkan_baris_baru(survei_id=survei_id)
    return True
