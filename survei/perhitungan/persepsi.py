"""Indices of integrity zones on the scale 1–4, held against their thresholds."""

from decimal import Decimal
from fractions import Fraction

from rakumpit.angka import bulatkan
from survei.perhitungan.indeks import PENGALI_KONVERSI


def nilai_empat(indeks_eksak: Fraction) -> Decimal:
    """The index 25…100 on the scale 1–4, two decimals: published figures of IPAK and IPKP mostly stand so (3,87)."""
    return bulatkan(indeks_eksak / PENGALI_KONVERSI, 2)


def mencapai(nilai: Decimal, ambang: Decimal) -> bool:
    """Whether a value, rounded to two decimals as it is reported, reaches its threshold."""
    return nilai >= ambang
