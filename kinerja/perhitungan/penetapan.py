"""Until when a plan is set."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def batas_penetapan(mulai: date, bulan: int) -> date:
    """Last day on which a plan that begins on ``mulai`` is set in time: the end of its ``bulan``-th month.

    For a plan of the whole year and 1 that is 31 January (BKN Pekanbaru, under older rules; the exact last day under
    PermenPANRB 6/2022 was not found, so pages say «Belum diperiksa dengan peraturan»). A plan after a move begins with
    the new post and gets as many months by analogy.
    """
    tahun, urut = divmod(mulai.year * 12 + mulai.month - 1 + bulan - 1, 12)
    return date(tahun, urut + 1, monthrange(tahun, urut + 1)[1])
