"""What a sheet holds: cells with their raw type, rows with the number that they have in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias

Nilai: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | None

# Signs that make a spreadsheet run a cell as a formula, full-width forms included.
_RUMUS = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|[\t\r]")
# A spreadsheet shows 12 digits and more in E-notation, keeps only 15, and drops leading zeros.
_DIGIT_BERMAKNA = re.compile(r"[0-9]{12,}|0[0-9]+", re.ASCII)
_BERAPOSTROF = re.compile(r"'+(?:\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|[0-9]|\Z)")
_TERBUNGKUS = re.compile(r'=\s*"(.*)"', re.DOTALL)


def lindungi(teks: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula or spoil as a number."""
    if _RUMUS.match(teks) or _DIGIT_BERMAKNA.fullmatch(teks) or _BERAPOSTROF.match(teks):
        return f"'{teks}"
    return teks


def lepas_pelindung(teks: str) -> str:
    """Undo ``lindungi``: the apostrophe before digits or formula signs goes, the one of a name ("'Aisyah") stays."""
    return teks[1:] if _BERAPOSTROF.match(teks) else teks


class JenisSel(StrEnum):
    """Raw type of a cell as the file has it."""

    KOSONG = "kosong"
    TEKS = "teks"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    YA_TIDAK = "ya_tidak"
    GALAT = "galat"
    RUMUS = "rumus"  # a formula whose result the file does not hold


def huruf_kolom(nomor: int) -> str:
    """Column letters as a spreadsheet shows them: 1 -> A, 27 -> AA."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell. ``nilai`` is raw; ``teks`` is what a person sees."""

    kolom: int
    nilai: Nilai = None
    jenis: JenisSel = JenisSel.KOSONG

    @property
    def huruf(self) -> str:
        return huruf_kolom(self.kolom)

    @property
    def kosong(self) -> bool:
        """Nothing but blanks (non-breaking ones too)."""
        return self.jenis == JenisSel.KOSONG

    @property
    def teks(self) -> str:
        """Text without outer blanks, non-breaking blanks, protecting apostrophe and ``="…"`` wrapper; "" when empty.

        A whole number has no decimals, a date is ISO (with its time when it has one).
        """
        nilai = self.nilai
        if nilai is None:
            return ""
        if isinstance(nilai, str):
            bersih = nilai.replace("\u00a0", " ").replace("\u202f", " ").replace("\ufeff", "").strip()
            if cocok := _TERBUNGKUS.fullmatch(bersih):
                return cocok[1].strip()
            return lepas_pelindung(bersih)
        if isinstance(nilai, datetime):
            return nilai.date().isoformat() if nilai.time() == time() else nilai.isoformat(sep=" ")
        if isinstance(nilai, float) and nilai.is_integer() and abs(nilai) < 10**15:
            return str(int(nilai))
        return str(nilai)


@dataclass(frozen=True, slots=True)
class Baris:
    """One row; ``nomor`` is the row number that the person sees in Excel. Trailing empty cells are not kept."""

    nomor: int
    sel: tuple[Sel, ...] = ()

    @property
    def kosong(self) -> bool:
        return all(sel.kosong for sel in self.sel)

    @property
    def nilai(self) -> tuple[Nilai, ...]:
        """Raw values of the cells; None where a cell is empty."""
        return tuple(None if sel.kosong else sel.nilai for sel in self.sel)

    def ambil(self, kolom: int | None) -> Sel:
        """Cell of a column (1-based); an empty one where the row is shorter or the column is not there."""
        if kolom is None or kolom > len(self.sel):
            return Sel(kolom or 0)
        return self.sel[kolom - 1]


@dataclass(frozen=True, slots=True)
class Lembar:
    """The sheet that was read, with remarks for the person (other sheets, decoding, date system)."""

    baris: tuple[Baris, ...]
    nama: str = ""
    catatan: tuple[str, ...] = ()
