"""Words for figures and days, the same on pages, in documents and in files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from rakumpit.angka import format_angka
from rakumpit.waktu import format_tanggal
from survei.perhitungan import LABEL_MUTU, Mutu


def teks_masa(mulai: date, selesai: date) -> str:
    """«1 Juli – 30 September 2026»; the year twice only where it changes, one day by itself."""
    if mulai == selesai:
        return format_tanggal(mulai)
    awal = format_tanggal(mulai)
    if mulai.year == selesai.year:
        awal = awal.removesuffix(f" {mulai.year}")
    return f"{awal} – {format_tanggal(selesai)}"


def teks_mutu(huruf: Mutu | str | None) -> str:
    """«B — Baik»."""
    return f"{Mutu(huruf).value} — {LABEL_MUTU[Mutu(huruf)]}" if huruf else ""


def teks_rentang(selang: tuple[Decimal, Decimal] | None) -> str:
    """«76,57–78,09»; empty without an interval."""
    return "" if selang is None else f"{format_angka(selang[0])}–{format_angka(selang[1])}"


def teks_triwulan(tanggal: date) -> str:
    """«Triwulan IV 2026 (15 Desember 2026)»."""
    romawi = ("I", "II", "III", "IV")[(tanggal.month - 1) // 3]
    return f"Triwulan {romawi} {tanggal.year} ({format_tanggal(tanggal)})"
