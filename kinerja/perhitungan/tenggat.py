"""Days by the calendar: last day of an objection, day of a review, end of a month. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import date, timedelta

from rakumpit.waktu import tambah_hari_kerja


def hari_terakhir(mulai: date, hari: int, *, hari_kerja: bool, libur: Collection[date]) -> date:
    """Last day of a time of ``hari`` days that begins the day after ``mulai``.

    «Paling lama 14 hari sejak diterima» (PP 30/2019 Pasal 59): the day of receipt is day 0, day 14 still counts.
    Whether calendar or working days are meant is not said there, so the dated rule says it.
    """
    return tambah_hari_kerja(mulai, hari, libur) if hari_kerja else mulai + timedelta(days=hari)


def tambah_bulan(tanggal: date, bulan: int) -> date:
    """The same day so many months later, at most the last day of that month: 31 August + 6 is 28 February."""
    indeks = tanggal.month - 1 + bulan
    tahun, ke = tanggal.year + indeks // 12, indeks % 12 + 1
    return date(tahun, ke, min(tanggal.day, akhir_bulan(date(tahun, ke, 1)).day))


def akhir_bulan(tanggal: date) -> date:
    """Last day of the month of a day."""
    return tanggal.replace(day=calendar.monthrange(tanggal.year, tanggal.month)[1])
