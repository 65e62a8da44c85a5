"""Double entry of paper forms: how large the sample is, which sheets fall into it, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Any, Final

# A choice of the product after the domain rule «double-entry sample 10 %», rounded up so that small bundles have one.
BAGIAN_CONTOH: Final = Fraction(1, 10)
# Suggestions are free text: two people never type them alike, so they are not compared.
BUKAN_BANDINGAN: Final = frozenset({"saran"})


def banyak_contoh(lembar: int) -> int:
    """Sheets to be typed a second time out of ``lembar``: a tenth, rounded up; 0 for none."""
    return -(-lembar * BAGIAN_CONTOH.numerator // BAGIAN_CONTOH.denominator)


def pilih_contoh(nomor: Sequence[int], acak: Random) -> list[int]:
    """Numbers of the sheets in the sample, ascending. ``acak`` is the system's; no typist can foretell it."""
    return sorted(acak.sample(list(nomor), banyak_contoh(len(nomor))))


def ratakan(isian: Mapping[str, Any]) -> dict[str, Any]:
    """A typed sheet as single fields: ``jawaban`` and ``demografi`` are opened, suggestions left out."""
    rata: dict[str, Any] = {}
    for nama, nilai in isian.items():
        if isinstance(nilai, Mapping):
            rata |= {f"{nama}.{kunci}": satu for kunci, satu in nilai.items()}
        elif nama not in BUKAN_BANDINGAN:
            rata[nama] = nilai
    return rata


def medan_berbeda(pertama: Mapping[str, Any], kedua: Mapping[str, Any]) -> tuple[list[str], int]:
    """Fields in which two entries of one sheet differ, and how many fields were compared.

    A field that only one of them has counts as empty in the other.
    """
    satu, dua = ratakan(pertama), ratakan(kedua)
    nama = list(dict.fromkeys([*satu, *dua]))
    return [medan for medan in nama if satu.get(medan) != dua.get(medan)], len(nama)
