"""Quarters of the calendar year."""

from __future__ import annotations

from datetime import date

_ROMAWI = ("I", "II", "III", "IV")


def awal_triwulan(tanggal: date) -> date:
    """First day of the quarter of a day."""
    return date(tanggal.year, 3 * ((tanggal.month - 1) // 3) + 1, 1)


def nama_triwulan(awal: date) -> str:
    """«Triwulan III 2026» of a first day."""
    return f"Triwulan {_ROMAWI[(awal.month - 1) // 3]} {awal.year}"
