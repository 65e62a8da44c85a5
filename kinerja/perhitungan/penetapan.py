"""Until when a plan is set."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def batas_penetapan(mulai: date) -> date:
    """Last day on which a plan that begins on ``mulai`` is set in time: the end of that month.

    For a plan of the whole year that is 31 January (BKN Pekanbaru, under older rules; the exact last day under
    PermenPANRB 6/2022 was not found, so pages say «Belum diperiksa dengan peraturan»). A plan after a move begins with
    the new post and gets the same month by analogy.
    """
    return mulai.replace(day=monthrange(mulai.year, mulai.month)[1])
