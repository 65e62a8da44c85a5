"""Counters, always recomputed from the answers and never incremented: a lost or doubled message changes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection, transaction

from survei.models import Hitungan, RekapHarian, Survei
from survei.perhitungan import PENYEBUT_SKOR, UNSUR_TERBANYAK

# One line per form: how many of the instrument's elements it answers, and with how many different values.
_FORMULIR = """
    SELECT r.submission_id, r.survei_id, r.layanan_id, r.tanggal,
           bool_or(r.terverifikasi) AS terverifikasi,
           count(r.jawaban ->> p.kode_unsur) AS terjawab,
           count(DISTINCT r.jawaban ->> p.kode_unsur) AS ragam,
           sum((r.jawaban ->> p.kode_unsur)::bigint) AS jumlah
      FROM survei_respons r
      JOIN survei_pertanyaan p ON p.instrumen_id = %(instrumen)s
     WHERE r.survei_id = %(survei)s AND NOT r.dibatalkan
       AND (%(layanan)s::bigint IS NULL OR (r.layanan_id = %(layanan)s AND r.tanggal = %(hari)s))
     GROUP BY r.submission_id, r.survei_id, r.layanan_id, r.tanggal
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
SELECT f.survei_id, f.layanan_id, f.tanggal, p.kode_unsur, (r.jawaban ->> p.kode_unsur)::smallint, count(*)
  FROM ({_FORMULIR}) f
  JOIN survei_respons r USING (submission_id)
  JOIN survei_pertanyaan p ON p.instrumen_id = %(instrumen)s
 WHERE f.terjawab >= %(minimal)s AND r.jawaban ->> p.kode_unsur IS NOT NULL
 GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608 - a constant, the values are parameters


def _tulis(survei: Survei, layanan_id: int | None, hari: date | None) -> None:
    """Replace the counters of one service and day, or of the whole survey; the caller holds the survey's row."""
    saring: dict[str, Any] = {"survei": survei}
    if layanan_id is not None:
        saring |= {"layanan_id": layanan_id, "hari": hari}
    Hitungan.objects.filter(**saring).delete()
    RekapHarian.objects.filter(**saring).delete()
    nilai = {
        "survei": survei.pk,
        "instrumen": survei.instrumen_id,
        "minimal": survei.instrumen.minimal_terjawab,
        "layanan": layanan_id,
        "hari": hari,
        "penyebut": PENYEBUT_SKOR,
        "terbanyak": UNSUR_TERBANYAK,
    }
    with connection.cursor() as kursor:
        kursor.execute(_REKAP, nilai)
        kursor.execute(_HITUNGAN, nilai)


@transaction.atomic
def hitung_ulang(*, survei_id: int, layanan_id: int, hari: date) -> bool:
    """Recompute the counters of one service and day; False when the survey is locked or gone and nothing was done.

    Two recounts at once give the same rows: the second waits for the survey's row.
    """
    survei = (
        Survei.objects.select_for_update(no_key=True, of=("self",)).select_related("instrumen").filter(pk=survei_id)
    ).first()
    if survei is None or survei.hitungan_final:
        return False
    _tulis(survei, layanan_id, hari)
    return True


@transaction.atomic
def hitung_ulang_seluruhnya(*, survei_id: int) -> bool:
    """Recompute all counters of a survey that is not locked (after an import, and inside the lock transaction)."""
    survei = Survei.objects.select_for_update(of=("self",)).select_related("instrumen").filter(pk=survei_id).first()
    if survei is None or survei.hitungan_final:
        return False
    _tulis(survei, None, None)
    return True
