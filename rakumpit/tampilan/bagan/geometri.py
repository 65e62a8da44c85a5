"""What all charts share: checked numbers, places on a scale, numbers as words.

Coordinates are ``Decimal`` with two places, rounded once. Quotients are ``Fraction`` until then, so that no decimal
context of the caller has an influence.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from rakumpit.angka import bulatkan, format_angka

Angka = Decimal | int
Skala = tuple[Angka, Angka]

BELUM_ADA = "Belum ada data"
# The space does not break: «75» at the end of a line and «%» on the next reads badly.
PERSEN = "\u00a0%"


def periksa_angka(nilai: object, nama: str) -> Decimal:
    """The number itself; ``ValueError`` for a float, a bool, a text, NaN or infinity."""
    if isinstance(nilai, bool) or not isinstance(nilai, (Decimal, int)):
        raise ValueError(f"{nama} harus Decimal atau int, bukan {type(nilai).__name__}.")  # noqa: TRY004 - one error type
    angka = Decimal(nilai)
    if not angka.is_finite():
        raise ValueError(f"{nama} harus angka biasa, bukan {angka}.")
    return angka


def periksa_opsional(nilai: object | None, nama: str) -> Decimal | None:
    return None if nilai is None else periksa_angka(nilai, nama)


def periksa_jumlah(nilai: object, nama: str) -> int:
    """A count: int, zero or more."""
    if isinstance(nilai, bool) or not isinstance(nilai, int) or nilai < 0:
        raise ValueError(f"{nama} harus bilangan bulat mulai 0.")
    return nilai


def periksa_skala(skala: Sequence[object], nama: str = "Skala") -> tuple[Decimal, Decimal]:
    """Two rising ends."""
    if len(skala) != 2:
        raise ValueError(f"{nama} harus berisi dua angka.")
    bawah, atas = periksa_angka(skala[0], nama), periksa_angka(skala[1], nama)
    if bawah >= atas:
        raise ValueError(f"{nama} harus naik: {bawah} tidak lebih kecil dari {atas}.")
    return bawah, atas


def periksa_teks(teks: str, nama: str) -> str:
    if not teks.strip():
        raise ValueError(f"{nama} tidak boleh kosong.")
    return teks


def letak(nilai: Decimal, skala: tuple[Decimal, Decimal], ke: tuple[int, int] = (0, 100)) -> Decimal:
    """Place of a value of ``skala`` on the line ``ke`` (it may fall: SVG counts y downwards), clamped to its ends."""
    bawah, atas = Fraction(skala[0]), Fraction(skala[1])
    bagian = min(max((Fraction(nilai) - bawah) / (atas - bawah), Fraction(0)), Fraction(1))
    return bulatkan(ke[0] + bagian * (ke[1] - ke[0]))


def ringkas(nilai: Decimal | Fraction | int, desimal: int = 2) -> str:
    """A number without trailing zeros behind its comma («90», «37,5»): for bounds and shares."""
    teks = format_angka(nilai, desimal)
    return teks.rstrip("0").rstrip(",") if "," in teks else teks


def persen(bagian: int, total: int) -> str:
    """Share with at most one decimal: «75 %», «37,5 %»."""
    return f"{ringkas(Fraction(bagian * 100, total), 1)}{PERSEN}"


def gabung(nama: Sequence[str]) -> str:
    """«a», «a dan b», «a, b, dan c»; with semicolons where a name has its own «dan»."""
    if any(" dan " in satu or "," in satu for satu in nama):
        return "; ".join(nama)
    if len(nama) < 3:
        return " dan ".join(nama)
    return f"{', '.join(nama[:-1])}, dan {nama[-1]}"
