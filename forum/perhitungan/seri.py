"""Days of the sessions of a series. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from rakumpit.waktu import hari_kerja, tambah_hari_kerja


class Frekuensi(StrEnum):
    """How often a series meets; ``kustom`` counts days."""

    BULANAN = "bulanan"
    TRIWULANAN = "triwulanan"
    SEMESTERAN = "semesteran"
    TAHUNAN = "tahunan"
    KUSTOM = "kustom"


_BULAN = {Frekuensi.BULANAN: 1, Frekuensi.TRIWULANAN: 3, Frekuensi.SEMESTERAN: 6, Frekuensi.TAHUNAN: 12}


def tambah_bulan(tanggal: date, n: int) -> date:
    """The same day ``n`` months later; the last day of a month that has no such day (31 January, one month: 28 or 29
    February)."""
    tahun, bulan = divmod(tanggal.year * 12 + tanggal.month - 1 + n, 12)
    return date(tahun, bulan + 1, min(tanggal.day, calendar.monthrange(tahun, bulan + 1)[1]))


def tanggal_acuan(acuan: date, frekuensi: str, urut: int, selang_hari: int | None = None) -> date:
    """Day of the session number ``urut`` (0 is the first), counted from the first so that short months leave no trace.

    Raises ``ValueError`` where a custom series has no interval.
    """
    if frekuensi == Frekuensi.KUSTOM:
        if not selang_hari:
            raise ValueError("Seri kustom memerlukan selang hari.")
        return acuan + timedelta(days=selang_hari * urut)
    return tambah_bulan(acuan, _BULAN[Frekuensi(frekuensi)] * urut)


def hari_sesi(tanggal: date, libur: Collection[date], *, boleh_hari_libur: bool) -> date:
    """The day itself, or the next working day when it is none (golden case F01)."""
    if boleh_hari_libur or hari_kerja(tanggal, libur):
        return tanggal
    return tambah_hari_kerja(tanggal, 1, libur)
