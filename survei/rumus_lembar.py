"""Works out the few formulas with which a processing sheet prints its own index, where no result is stored.

A workbook written by a program holds formulas without results. Only sums, means, products and quotients of cells are
followed (=SUM(B8:B12), =B13/5, =B14*0.111, =SUM(B15:J15)*25); anything else gives None. The file must have passed the
limits of `rakumpit.lembar` before.
"""

import io
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import openpyxl
from openpyxl.utils.cell import coordinate_from_string, range_boundaries

_BAGIAN = re.compile(
    r"(?P<tanda>[*/])|(?P<fungsi>SUM|AVERAGE)\((?P<awal>[A-Z]{1,2}[0-9]{1,5}):(?P<akhir>[A-Z]{1,2}[0-9]{1,5})\)"
    r"|(?P<sel>[A-Z]{1,2}[0-9]{1,5})|(?P<angka>[0-9]+(?:\.[0-9]+)?)"
)
_SEL_MAKS = 5_000
_DALAM_MAKS = 10


class _TidakDiikuti(ValueError):
    """A formula of another kind."""


def hitung_rumus(isi: bytes, nama_lembar: str, baris: int) -> tuple[Decimal, ...]:
    """Return the values of the formulas in one row, left to right; those that cannot be followed are left out."""
    buku = openpyxl.load_workbook(io.BytesIO(isi), data_only=False, keep_links=False)
    try:
        ws = buku[nama_lembar]
        hasil = []
        for sel in ws[baris]:
            if sel.data_type != "f":
                continue
            try:
                nilai = _nilai(ws, sel.coordinate, 0)
            except (_TidakDiikuti, ZeroDivisionError):
                continue
            if nilai is not None:
                hasil.append(Decimal(nilai.numerator) / Decimal(nilai.denominator))
        return tuple(hasil)
    finally:
        buku.close()


def _nilai(ws: Any, alamat: str, dalam: int) -> Fraction | None:
    coordinate_from_string(alamat)
    isi = ws[alamat].value
    if isi is None:
        return None
    if isinstance(isi, (int, float)) and not isinstance(isi, bool):
        return Fraction(str(isi))
    if not isinstance(isi, str) or not isi.startswith("=") or dalam > _DALAM_MAKS:
        raise _TidakDiikuti
    return _hitung(ws, isi[1:].replace(" ", "").replace("$", "").upper(), dalam + 1)


def _hitung(ws: Any, rumus: str, dalam: int) -> Fraction:
    hasil, tanda, letak = Fraction(1), "*", 0
    while letak < len(rumus):
        cocok = _BAGIAN.match(rumus, letak)
        if not cocok or bool(cocok["tanda"]) != (tanda == ""):
            raise _TidakDiikuti
        letak = cocok.end()
        if cocok["tanda"]:
            tanda = cocok["tanda"]
            continue
        suku = _suku(ws, cocok, dalam)
        hasil = hasil * suku if tanda == "*" else hasil / suku
        tanda = ""
    if tanda:
        raise _TidakDiikuti
    return hasil


def _suku(ws: Any, cocok: re.Match[str], dalam: int) -> Fraction:
    if cocok["angka"]:
        return Fraction(cocok["angka"])
    if cocok["sel"]:
        return _nilai(ws, cocok["sel"], dalam) or Fraction(0)
    kolom1, baris1, kolom2, baris2 = range_boundaries(f"{cocok['awal']}:{cocok['akhir']}")
    if (kolom2 - kolom1 + 1) * (baris2 - baris1 + 1) > _SEL_MAKS:
        raise _TidakDiikuti
    isi = [
        nilai
        for deret in ws.iter_rows(min_row=baris1, max_row=baris2, min_col=kolom1, max_col=kolom2)
        for sel in deret
        if (nilai := _nilai(ws, sel.coordinate, dalam)) is not None
    ]
    jumlah = sum(isi, Fraction(0))
    return jumlah if cocok["fungsi"] == "SUM" else jumlah / len(isi)
