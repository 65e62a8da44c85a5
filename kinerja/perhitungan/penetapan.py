"""Until when a plan is set."""

from __future__ import annotations

from datetime import date

from kinerja.perhitungan.tenggat import akhir_bulan, tambah_bulan


def batas_penetapan(mulai: date, bulan: int) -> date:
    """Last day on which a plan that begins on ``mulai`` is set in time: the end of its ``bulan``-th month.

    For a plan of the whole year and 1 that is 31 January (BKN Pekanbaru, under older rules; the exact last day under
    PermenPANRB 6/2022 was not found, so pages say «Belum diperiksa dengan peraturan»). A plan after a move begins with
    the new post and gets as many months by analogy.
    """
    return akhir_bulan(tambah_bulan(mulai, bulan - 1))
