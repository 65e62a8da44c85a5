"""Rounding, reading and writing of numbers: the one place where the product rounds.

Pure: standard library only. Everything is ``Decimal``, ``Fraction`` or ``int``; a binary float is never rounded,
because 2.675 is already 2.67499… before anybody looks at it.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from fractions import Fraction

# Longer texts are no number that a person typed; the limit keeps hostile input cheap.
PANJANG_MAKS = 40

# Own context: the process-wide one may be changed by others, and its 28 digits are too few for huge values.
_KONTEKS = Context(prec=90, rounding=ROUND_HALF_UP)
_KUANTA = tuple(Decimal((0, (1,), -desimal)) for desimal in range(9))

_BERKELOMPOK = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+", re.ASCII)
_BULAT = re.compile(r"[0-9]+", re.ASCII)
_PECAHAN_KOMA = re.compile(r"(?P<bulat>[0-9.]+),(?P<pecahan>[0-9]+)", re.ASCII)
_PECAHAN_TITIK = re.compile(r"[0-9]+\.[0-9]+", re.ASCII)


class AlasanAngka(StrEnum):
    """Why a text is not read as a number."""

    KOSONG = "kosong"
    BUKAN_ANGKA = "bukan_angka"
    TITIK_BERMAKNA_GANDA = "titik_bermakna_ganda"
    TANDA_INGGRIS = "tanda_inggris"
    TERLALU_PANJANG = "terlalu_panjang"


class AngkaTidakSah(ValueError):
    """A text that is not read as a number; ``str()`` of it is an Indonesian sentence for the person who typed it."""

    def __init__(self, alasan: AlasanAngka, pesan: str) -> None:
        super().__init__(pesan)
        self.alasan = alasan


def bulatkan(nilai: Decimal | Fraction | int, desimal: int = 2) -> Decimal:
    """Round half up, away from zero for negatives (2.345 -> 2.35, -2.345 -> -2.35).

    Exact for any size: the decimal context, its precision and its rounding mode have no influence. Zero is never
    negative, so that "-0,00" is never printed. Raises ``TypeError`` for float, ``ValueError`` for NaN and infinity.
    """
    if not isinstance(nilai, (Decimal, Fraction, int)):
        raise TypeError(f"bulatkan() menerima Decimal, Fraction, atau int, bukan {type(nilai).__name__}.")
    if desimal < 0:
        raise ValueError("Jumlah desimal tidak boleh negatif.")
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise ValueError("NaN dan tak hingga tidak dapat dibulatkan.")
    if isinstance(nilai, Decimal) and desimal < len(_KUANTA) and nilai.adjusted() < _KONTEKS.prec - len(_KUANTA):
        # The fast way, for every number that people and runs use.
        hasil = nilai.quantize(_KUANTA[desimal], context=_KONTEKS)
        return hasil if hasil else hasil.copy_abs()
    pembilang, penyebut = nilai.as_integer_ratio()
    digit = (2 * abs(pembilang) * 10**desimal + penyebut) // (2 * penyebut)
    tanda = 1 if pembilang < 0 and digit else 0
    return Decimal((tanda, tuple(int(d) for d in str(digit)), -desimal))


def format_angka(nilai: Decimal | Fraction | int, desimal: int = 2) -> str:
    """Write as in Indonesia: decimal comma, thousands dot ("1.250,75")."""
    bulat, _, pecahan = f"{bulatkan(nilai, desimal):,f}".partition(".")
    bulat = bulat.replace(",", ".")
    return f"{bulat},{pecahan}" if pecahan else bulat


def baca_angka(teks: object) -> Decimal:
    """Read a number as a person in Indonesia writes it, or a numeric spreadsheet cell.

    ``3,5`` and ``1.250,75`` and ``1.250.000`` have one meaning. ``82.5`` too: its dot cannot group thousands.
    ``12.500`` has two (12,5 or 12500) and is refused; ``0.125`` has one. ``1,250.75`` is the English form and refused,
    while ``1,250`` is 1,25: a comma is always the decimal sign.

    Raises ``AngkaTidakSah`` with ``.alasan`` and an Indonesian sentence that says what to type.
    """
    if isinstance(teks, bool):
        raise AngkaTidakSah(AlasanAngka.BUKAN_ANGKA, "Isinya BENAR/SALAH, bukan angka.")
    if isinstance(teks, (int, float, Decimal)):
        return _baca_sel_angka(teks)
    if not isinstance(teks, str):
        raise AngkaTidakSah(AlasanAngka.BUKAN_ANGKA, "Isinya bukan angka. Tulis angka, misalnya 3,5.")
    bersih = teks.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2212", "-").strip()
    if not bersih:
        raise AngkaTidakSah(AlasanAngka.KOSONG, "Angka belum diisi.")
    if len(bersih) > PANJANG_MAKS:
        raise AngkaTidakSah(AlasanAngka.TERLALU_PANJANG, f"Angka terlalu panjang (lebih dari {PANJANG_MAKS} tanda).")
    tanda = -1 if bersih.startswith("-") else 1
    return _baca_tanpa_tanda(bersih.removeprefix("-") if tanda < 0 else bersih.removeprefix("+"), bersih) * tanda


def _baca_sel_angka(nilai: int | float | Decimal) -> Decimal:
    """Value of a numeric cell; the shortest decimal form of a float is what the sheet shows."""
    angka = Decimal(repr(nilai)) if isinstance(nilai, float) else Decimal(nilai)
    if not angka.is_finite():
        raise AngkaTidakSah(AlasanAngka.BUKAN_ANGKA, "Isinya bukan angka yang dapat dihitung.")
    return angka


def _baca_tanpa_tanda(teks: str, asli: str) -> Decimal:
    if _BULAT.fullmatch(teks):
        return Decimal(teks)
    if cocok := _PECAHAN_KOMA.fullmatch(teks):
        bulat = cocok["bulat"]
        if _BULAT.fullmatch(bulat) or _BERKELOMPOK.fullmatch(bulat):
            return Decimal(f"{bulat.replace('.', '')}.{cocok['pecahan']}")
    if _BERKELOMPOK.fullmatch(teks):
        if teks.count(".") > 1:
            return Decimal(teks.replace(".", ""))
        tanpa_titik, desimal = teks.replace(".", ""), teks.replace(".", ",")
        raise AngkaTidakSah(
            AlasanAngka.TITIK_BERMAKNA_GANDA,
            f"«{asli}» dapat berarti dua hal. Tulis {tanpa_titik} bila maksudnya ribuan, "
            f"atau {desimal} bila maksudnya pecahan.",
        )
    if _PECAHAN_TITIK.fullmatch(teks):
        return Decimal(teks)
    if "," in teks and "." in teks and teks.rfind(",") < teks.rfind("."):
        raise AngkaTidakSah(
            AlasanAngka.TANDA_INGGRIS,
            f"«{asli}» memakai tanda cara Inggris. Pakai koma untuk pecahan dan titik untuk ribuan, misalnya 1.250,75.",
        )
    raise AngkaTidakSah(
        AlasanAngka.BUKAN_ANGKA,
        f"«{asli}» bukan angka. Tulis angkanya saja, tanpa satuan atau spasi, misalnya 3,5 atau 1250.",
    )
