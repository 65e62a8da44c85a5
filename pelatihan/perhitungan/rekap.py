"""How far training reached: shares by group, and what it cost. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rakumpit.angka import bulatkan

# Smaller groups are not shown, nor is anything from which they could be found by subtraction.
SEL_MINIMUM = 5


@dataclass(frozen=True, slots=True)
class Cakupan:
    """One group: people, those who took part, per cent with one decimal; None where the group is not shown."""

    nama: str
    orang: int | None
    ikut: int | None
    persen: Decimal | None


def cakupan(nama: str, orang: int, ikut: int) -> Cakupan:
    return Cakupan(nama, orang, ikut, bulatkan(Fraction(ikut * 100, orang), 1) if orang else None)


def cakupan_kelompok(anggota: Iterable[tuple[str, bool]], *, rahasia: bool) -> list[Cakupan]:
    """Shares by the group of each person (name, took part), by name.

    ``rahasia``: with a group below five nothing is shown but the names, because the total is known and the small
    group would be what is left.
    """
    banyak: dict[str, list[int]] = {}
    for nama, ikut in anggota:
        jumlah = banyak.setdefault(nama, [0, 0])
        jumlah[0] += 1
        jumlah[1] += ikut
    if rahasia and any(orang < SEL_MINIMUM for orang, _ in banyak.values()):
        return [Cakupan(nama, None, None, None) for nama in sorted(banyak)]
    return [cakupan(nama, orang, ikut) for nama, (orang, ikut) in sorted(banyak.items())]


@dataclass(frozen=True, slots=True)
class Biaya:
    """Budget of events against what was spent; cost per participant and per JP, None where it cannot be told.

    ``realisasi`` is None while no line has one.
    """

    rencana: Decimal
    realisasi: Decimal | None
    per_peserta: Decimal | None
    per_jp: Decimal | None


def hitung_biaya(rencana: Decimal, realisasi: Decimal | None, peserta: int, jp: Decimal) -> Biaya:
    """``peserta`` credited persons, ``jp`` hours credited to them; whole rupiah, half up."""
    return Biaya(
        rencana=rencana,
        realisasi=realisasi,
        per_peserta=bulatkan(Fraction(realisasi) / peserta, 0) if realisasi is not None and peserta else None,
        per_jp=bulatkan(Fraction(realisasi) / Fraction(jp), 0) if realisasi is not None and jp else None,
    )
