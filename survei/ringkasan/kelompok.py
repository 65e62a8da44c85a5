"""Breakdowns of a locked result by one property of the respondents at a time.

Never two properties at once and never before the lock: two readings of a growing count, or a cross table beside its
margins, would tell what a single person answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from survei.enums import DEMOGRAFI
from survei.models import HasilSurvei
from survei.ringkasan.perkembangan import selang_tersimpan

TIDAK_DIISI = "Tidak diisi"


@dataclass(frozen=True, slots=True)
class Kelompok:
    """One group; all figures are None where it is not shown."""

    nama: str
    n: int | None
    ikm: Decimal | None
    mutu: str
    selang: tuple[Decimal, Decimal] | None


@dataclass(frozen=True, slots=True)
class Menurut:
    """One breakdown: property, its groups, and how many forms the hidden ones hold together."""

    dimensi: str
    label: str
    kelompok: tuple[Kelompok, ...]
    n_tertutup: int


def menurut_kelompok(hasil: HasilSurvei, *, umum: bool) -> list[Menurut]:
    """All breakdowns of a locked result, for the public or for staff; empty for a result locked without them."""
    keluar = []
    tersimpan = hasil.rincian.get("kelompok", {})
    for dimensi, (label, pilihan) in DEMOGRAFI.items():
        if (isi := tersimpan.get(dimensi)) is None:
            continue
        tertutup = isi["tertutup_umum"] if umum else isi["tertutup"]
        baris = []
        for kode, nama in (*pilihan.items(), ("", TIDAK_DIISI)):
            if kode in tertutup:
                baris.append(Kelompok(nama, None, None, "", None))
                continue
            satu = isi["tampil"][kode]
            ikm = None if satu["ikm"] is None else Decimal(satu["ikm"])
            baris.append(Kelompok(nama, satu["n"], ikm, satu["mutu"], selang_tersimpan(satu)))
        n_tertutup = hasil.n - sum(satu.n for satu in baris if satu.n is not None)
        keluar.append(Menurut(dimensi, label, tuple(baris), n_tertutup))
    return keluar
