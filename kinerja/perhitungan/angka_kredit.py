"""Angka kredit of functional staff (PermenPANRB 1/2023, Peraturan BKN 3/2023): exact fractions until they are printed.

The percents, coefficients and needs are rows with their legal base (``kinerja.models.AturanAngkaKredit``), not here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from kinerja.perhitungan.tenggat import akhir_bulan


def angka_kredit(*, persen: int, koefisien: Decimal, bulan: int) -> Fraction:
    """Percent of the predicate × yearly coefficient × months/12, exact (2/12 of 12.5 is 25/12).

    Printed with two decimals, half up, as in the slides of BKN. ValueError: months outside 1 to 12.
    """
    if bulan not in range(1, 13):
        raise ValueError(f"Jumlah bulan {bulan} tidak sah: isi bilangan bulat 1 sampai 12.")
    return Fraction(persen) * Fraction(koefisien) * int(bulan) / 1200


@dataclass(frozen=True, slots=True)
class Kebutuhan:
    """Cumulative need in one jenjang for the next pangkat and the next jenjang; None where there is no next one."""

    pangkat: int | None
    jenjang: int | None


@dataclass(frozen=True, slots=True)
class SaldoAngkaKredit:
    """Balance in one jenjang. ``kurang_*`` is what is still needed, 0 once it is reached, None without a next one."""

    awal: Fraction
    tambahan: Fraction
    jumlah: Fraction
    kebutuhan: Kebutuhan
    kurang_pangkat: Fraction | None
    kurang_jenjang: Fraction | None


def hitung_saldo(*, awal: Decimal, penetapan: Iterable[Fraction], kebutuhan: Kebutuhan) -> SaldoAngkaKredit:
    """Opening balance and what was set since, against the need of the jenjang; nothing is rounded."""
    mula, tambahan = Fraction(awal), sum(penetapan, Fraction(0))
    jumlah = mula + tambahan
    return SaldoAngkaKredit(
        awal=mula,
        tambahan=tambahan,
        jumlah=jumlah,
        kebutuhan=kebutuhan,
        kurang_pangkat=_kurang(kebutuhan.pangkat, jumlah),
        kurang_jenjang=_kurang(kebutuhan.jenjang, jumlah),
    )


def _kurang(butuh: int | None, ada: Fraction) -> Fraction | None:
    return None if butuh is None else max(Fraction(butuh) - ada, Fraction(0))


def bulan_utuh(mulai: date, selesai: date) -> list[date]:
    """First days of the whole months in ``mulai`` … ``selesai``, both included."""
    bulan = mulai if mulai.day == 1 else akhir_bulan(mulai) + timedelta(days=1)
    hasil = []
    while (akhir := akhir_bulan(bulan)) <= selesai:
        hasil.append(bulan)
        bulan = akhir + timedelta(days=1)
    return hasil
