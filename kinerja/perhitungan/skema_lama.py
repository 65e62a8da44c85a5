"""Numeric schemes of 2014-2021, only to read and check archives; an old value is never turned into a new predicate.

Words are compared where old letters are copied (``proses.sebutan_arsip``). The office keeps no targets of those years,
so the values of single measures are computed in no page; they stand here as the checked reading of the published cases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from kinerja.perhitungan.ukuran import KONTEKS, NOL, SERATUS, Angka, ke_desimal
from rakumpit.angka import bulatkan

_FAKTOR = Decimal("1.76")


@dataclass(frozen=True, slots=True)
class CapaianSKP2013:
    """Perka BKN 1/2013: value per aspect, their sum, mean and word; aspects that were not used are absent."""

    aspek: dict[str, Decimal]
    penghitungan: Decimal
    nilai_capaian: Decimal
    sebutan: str


def nilai_waktu_2013(target: Angka, realisasi: Angka) -> Decimal:
    """Time or cost (Perka BKN 1/2013), not rounded: on target 76, the 24% boundary belongs to the first branch.

    Decimal matters: 100 - 9.12/12 x 100 is 24.000000000000007 in binary floats and takes the wrong branch.
    ValueError: target 0 or less.
    """
    t, r = ke_desimal(target), ke_desimal(realisasi)
    if t <= 0 or r < 0:
        raise ValueError("Target harus di atas 0 dan realisasi tidak boleh negatif.")
    with localcontext(KONTEKS):
        dasar = (_FAKTOR * t - r) * 100 / t
        # e = 100 - R/T x 100 <= 24, without a division
        return dasar if (t - r) * 100 <= 24 * t else 76 - (dasar - 100)


def nilai_capaian_2013(target: Mapping[str, Angka], realisasi: Mapping[str, Angka]) -> CapaianSKP2013:
    """Perka BKN 1/2013: aspects kuantitas, kualitas, waktu, biaya; one with target 0 is not used. Not rounded."""
    aspek: dict[str, Decimal] = {}
    with localcontext(KONTEKS):
        for nama, isi in target.items():
            t = ke_desimal(isi)
            if t == 0:
                continue
            r = ke_desimal(realisasi[nama])
            aspek[nama] = nilai_waktu_2013(t, r) if nama in {"waktu", "biaya"} else r * 100 / t
        if not aspek:
            raise ValueError("Tidak ada aspek dengan target.")
        jumlah = sum(aspek.values(), NOL)
        nilai = jumlah / len(aspek)
    return CapaianSKP2013(aspek, jumlah, nilai, sebutan_2013(nilai))


def sebutan_2013(nilai: Angka) -> str:
    """Word of a value (PP 46/2011); the text leaves gaps such as 90-91, so 2 decimals and the lower bounds decide."""
    x = bulatkan(ke_desimal(nilai), 2)
    for batas, sebutan in ((91, "Sangat Baik"), (76, "Baik"), (61, "Cukup"), (51, "Kurang")):
        if x >= batas:
            return sebutan
    return "Buruk"


def nilai_iki_2021(capaian: Decimal, *, target_maksimum: bool = False) -> tuple[int, str, Decimal]:
    """Whole percent, category and value of an indicator of a JPT (PermenPANRB 8/2021 Lampiran p. 92-93, 243).

    The percent is rounded to a whole number before the interpolation. ``target_maksimum``: the target is the most
    that can be reached, so reaching it counts 120.
    """
    c = int(bulatkan(capaian, 0))
    with localcontext(KONTEKS):
        if c > 110:
            return c, "Sangat Baik", Decimal(120)
        if c > 100:
            return c, "Sangat Baik", 110 + Decimal(10) * (c - 101) / 9
        if c == 100:
            return c, "Baik", Decimal(120 if target_maksimum else 109)
        if c >= 80:
            return c, "Cukup", 70 + Decimal(c - 80)
        if c >= 60:
            return c, "Kurang", 50 + Decimal(c - 60)
        return c, "Sangat Kurang", Decimal(c) * 49 / 59


def nilai_tertimbang_tambahan_2021(bobot_kategori: Angka, bobot_lingkup: Angka, nilai: Angka) -> Decimal:
    """Weighted value of one additional result (PermenPANRB 8/2021): category/100 x scope/100 x value."""
    with localcontext(KONTEKS):
        return ke_desimal(bobot_kategori) * ke_desimal(bobot_lingkup) * ke_desimal(nilai) / (SERATUS * SERATUS)


# Only mixes on which two independent readings of the regulation agree; others are not decided here.
_RENCANA_JA_JF: dict[tuple[str, ...], int] = {
    ("SB", "SB", "SB"): 120,
    ("B", "B", "B"): 100,
    ("B", "B", "C"): 100,
    ("B", "C", "C"): 80,
}


def nilai_rencana_ja_jf_2021(kategori: Sequence[str]) -> int | None:
    """Value of a plan from its three indicator categories; None where the sources do not settle it."""
    return _RENCANA_JA_JF.get(tuple(sorted(kategori)))
