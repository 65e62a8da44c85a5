"""Competence: the gap between what a post asks and what a person has, and the job person match (JPM). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from rakumpit.angka import bulatkan

LEVEL = range(1, 6)
LABEL_LEVEL = {1: "1 Paham", 2: "2 Dasar", 3: "3 Menengah", 4: "4 Mumpuni", 5: "5 Ahli"}

# Bounds as assessment centres use them; the regulation was not read, the page says so.
BATAS_MEMENUHI = 80
BATAS_MASIH = 68


class KategoriJPM(StrEnum):
    MEMENUHI = "memenuhi"
    MASIH_MEMENUHI = "masih_memenuhi"
    KURANG = "kurang"


LABEL_KATEGORI_JPM = {
    KategoriJPM.MEMENUHI: "Memenuhi syarat",
    KategoriJPM.MASIH_MEMENUHI: "Masih memenuhi syarat",
    KategoriJPM.KURANG: "Kurang memenuhi syarat",
}


@dataclass(frozen=True, slots=True)
class Kesenjangan:
    """One competence of one person: level asked, level there, and the difference; below 0 is a gap.

    ``aktual`` and ``selisih`` are None when nobody has assessed it: «belum dinilai», never 0.
    """

    kompetensi: str
    standar: int
    aktual: int | None

    @property
    def selisih(self) -> int | None:
        return None if self.aktual is None else self.aktual - self.standar


@dataclass(frozen=True, slots=True)
class HasilJPM:
    """Match in per cent with two decimals over the assessed competences, None when none is assessed."""

    dinilai: int
    dari: int
    persen: Decimal | None
    kategori: KategoriJPM | None

    @property
    def lengkap(self) -> bool:
        return self.dinilai == self.dari


def kesenjangan(standar: Mapping[str, int], aktual: Mapping[str, int]) -> list[Kesenjangan]:
    """Each competence of the standard, in its order."""
    return [Kesenjangan(kode, level, aktual.get(kode)) for kode, level in standar.items()]


def hitung_jpm(baris: list[Kesenjangan], *, potong: bool = True) -> HasilJPM:
    """Sum of actual by sum of asked levels; ``potong``: what is above the standard counts as the standard.

    Competences that nobody has assessed stand in neither sum. The category is found from the exact ratio.
    """
    dinilai = [(satu.standar, satu.aktual) for satu in baris if satu.aktual is not None]
    if not dinilai:
        return HasilJPM(0, len(baris), None, None)
    punya = sum(min(aktual, standar) if potong else aktual for standar, aktual in dinilai)
    tepat = Fraction(punya * 100, sum(standar for standar, _ in dinilai))
    if tepat >= BATAS_MEMENUHI:
        kategori = KategoriJPM.MEMENUHI
    elif tepat >= BATAS_MASIH:
        kategori = KategoriJPM.MASIH_MEMENUHI
    else:
        kategori = KategoriJPM.KURANG
    return HasilJPM(len(dinilai), len(baris), bulatkan(tepat), kategori)
