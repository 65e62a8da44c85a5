"""What a sheet of the office holds: accepted and refused rows, or counters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


class BerkasSKMTidakTerbaca(ValueError):
    """The file as a whole cannot be used; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Penolakan:
    """One reason for which one row was refused: real row number in the file, heading of the column, what to do."""

    baris: int
    kolom: str
    alasan: str


@dataclass(frozen=True, slots=True)
class BarisJawaban:
    """One accepted form: answers by element code (None = not answered) and the other known columns as written."""

    nomor_baris: int
    nilai: dict[str, int | None]
    tanggal: date | None = None
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TotalTercetak:
    """The index that the sheet itself prints, to be shown beside the exact one; never used as a result."""

    baris: int
    ikm: Decimal


@dataclass(frozen=True, slots=True)
class Rekap:
    """Counters instead of rows: `{kode: {nilai: jumlah}}` and the number of forms where the file states it."""

    sebaran: dict[str, dict[int, int]]
    n: int | None


@dataclass(frozen=True, slots=True)
class BerkasSKM:
    """What one file holds. Either `jawaban` or `rekap` is filled."""

    jawaban: list[BarisJawaban]
    ditolak: list[Penolakan]
    catatan: list[str]
    total_tercetak: TotalTercetak | None = None
    rekap: Rekap | None = None

    @property
    def baris_ditolak(self) -> int:
        """Number of rows refused (a row may have several reasons)."""
        return len({tolak.baris for tolak in self.ditolak})
