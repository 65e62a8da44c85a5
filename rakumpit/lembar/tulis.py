"""Writing of sheets: no cell can run as a formula, no long number loses digits.

Numbers, dates and truth values keep their type; every text is a text. What is stored in the database is never changed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from rakumpit.lembar.isi import lindungi
from rakumpit.waktu import WIB

# Control characters that XML cannot hold and no spreadsheet shows; lone surrogates cannot be encoded at all.
_TAK_TERTULIS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEKS_SEL_MAKS = 32_767  # Excel's limit of one cell
_TERPOTONG = "… (terpotong)"
_DIGIT_ANGKA_UTUH = 15
_A4 = 9  # the number of the paper size in OOXML


def teks_tertulis(nilai: object) -> str:
    """A value as text that XML can hold."""
    return _TAK_TERTULIS.sub("", str(nilai))


def tulis_csv(baris: Iterable[Sequence[object]], *, pemisah: str = ";") -> bytes:
    """CSV for an Indonesian Excel: UTF-8 with BOM, semicolon, decimal comma, dates day first.

    A text that begins with = + - @ tab CR or a full-width form gets a leading apostrophe, as do long digit strings;
    ``baca_csv`` takes it off again.
    """
    keluaran = io.StringIO(newline="")
    penulis = csv.writer(keluaran, delimiter=pemisah, lineterminator="\r\n")
    for isi in baris:
        penulis.writerow([_sel_csv(nilai) for nilai in isi])
    return keluaran.getvalue().encode("utf-8-sig")


def _sel_csv(nilai: object) -> str:
    match nilai:
        case None:
            return ""
        case bool():
            return "Ya" if nilai else "Tidak"
        case datetime():
            return f"{_waktu_wib(nilai):%d-%m-%Y %H:%M}"
        case date():
            return f"{nilai:%d-%m-%Y}"
        case Decimal():
            return f"{nilai:f}".replace(".", ",")
        case int() | float():
            teks = str(nilai)
            return lindungi(teks) if len(teks.lstrip("-")) > _DIGIT_ANGKA_UTUH else teks.replace(".", ",")
        case _:
            return lindungi(teks_tertulis(nilai))


def _waktu_wib(waktu: datetime) -> datetime:
    """Spreadsheets know no zones: the WIB time, without one."""
    return waktu.astimezone(WIB).replace(tzinfo=None) if waktu.tzinfo else waktu


def tulis_xlsx(baris: Iterable[Sequence[object]], *, nama_lembar: str = "Data") -> bytes:
    """Workbook of one sheet. Texts are stored as text whatever they begin with, unchanged; so are numbers of more than
    15 digits. Decimals are numbers (Excel shows them with the comma of its own setting).
    """
    buku = openpyxl.Workbook(write_only=True)
    ws = buku.create_sheet(_nama_lembar(nama_lembar))
    for isi in baris:
        ws.append([_sel_xlsx(ws, nilai) for nilai in isi])
    keluaran = io.BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


@dataclass(frozen=True, slots=True)
class BaganBatang:
    """A chart beside the rows of a sheet: columns (from 1) of the names and of the values, ends of the axis."""

    judul: str
    nama: int
    nilai: int
    terendah: int
    tertinggi: int


@dataclass(frozen=True, slots=True)
class LembarTulis:
    """One sheet: rows, widths of the columns in letters, how many first rows stay in view and repeat in print."""

    nama: str
    baris: Sequence[Sequence[object]]
    lebar: Sequence[int]
    kepala: int = 0
    mendatar: bool = False
    bagan: BaganBatang | None = None


def tulis_buku(lembar: Iterable[LembarTulis]) -> bytes:
    """Workbook of several sheets for A4, as safe as ``tulis_xlsx``; a Decimal shows all of its places."""
    buku = openpyxl.Workbook(write_only=True)
    for satu in lembar:
        ws = buku.create_sheet(_nama_lembar(satu.nama))
        for kolom, lebar in enumerate(satu.lebar, start=1):
            ws.column_dimensions[get_column_letter(kolom)].width = lebar
        ws.page_setup.paperSize = _A4
        ws.page_setup.orientation = "landscape" if satu.mendatar else "portrait"
        ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
        ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        if satu.kepala:
            ws.print_title_rows = f"1:{satu.kepala}"
            ws.freeze_panes = f"A{satu.kepala + 1}"
        for isi in satu.baris:
            ws.append([_sel_berdesimal(ws, nilai) for nilai in isi])
        if satu.bagan is not None:
            ws.add_chart(_bagan(ws, satu), f"{get_column_letter(len(satu.lebar) + 2)}2")
    keluaran = io.BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


def _nama_lembar(nama: str) -> str:
    return re.sub(r"[\\/*?:\[\]]", " ", nama)[:31] or "Data"


def _sel_berdesimal(ws: Any, nilai: object) -> Any:
    if isinstance(nilai, Decimal) and isinstance(_sel_xlsx(ws, nilai), Decimal):
        desimal = -int(nilai.as_tuple().exponent)
        return _sel_berformat(ws, nilai, f"0.{'0' * desimal}" if desimal > 0 else "0")
    return _sel_xlsx(ws, nilai)


def _bagan(ws: Any, lembar: LembarTulis) -> BarChart:
    bagan, ukuran = BarChart(), lembar.bagan
    assert ukuran is not None  # noqa: S101 - asked for by the caller
    bagan.type, bagan.legend, bagan.title = "bar", None, ukuran.judul
    bagan.y_axis.scaling.min, bagan.y_axis.scaling.max = ukuran.terendah, ukuran.tertinggi
    bagan.x_axis.scaling.orientation = "maxMin"
    bagan.x_axis.delete = bagan.y_axis.delete = False
    akhir = len(lembar.baris)
    bagan.add_data(Reference(ws, min_col=ukuran.nilai, min_row=lembar.kepala + 1, max_row=akhir))
    bagan.set_categories(Reference(ws, min_col=ukuran.nama, min_row=lembar.kepala + 1, max_row=akhir))
    bagan.width, bagan.height = 22, 11
    return bagan


def _sel_xlsx(ws: Any, nilai: object) -> Any:
    match nilai:
        case None:
            return None
        case bool():
            return _sel_teks(ws, "Ya" if nilai else "Tidak")
        case datetime():
            return _sel_berformat(ws, _waktu_wib(nilai), "dd-mm-yyyy hh:mm")
        case date():
            return _sel_berformat(ws, nilai, "dd-mm-yyyy")
        case Fraction():
            return _sel_teks(ws, str(nilai))
        case Decimal() | int() | float():
            digit = len(str(nilai).lstrip("-").replace(".", ""))
            return nilai if digit <= _DIGIT_ANGKA_UTUH else _sel_teks(ws, str(nilai))
        case _:
            return _sel_teks(ws, teks_tertulis(nilai))


def _sel_berformat(ws: Any, nilai: object, bentuk: str) -> Any:
    sel = WriteOnlyCell(ws, nilai)
    sel.number_format = bentuk
    return sel


def _sel_teks(ws: Any, teks: str) -> Any:
    if len(teks) > _TEKS_SEL_MAKS:
        teks = teks[: _TEKS_SEL_MAKS - len(_TERPOTONG)] + _TERPOTONG
    sel = WriteOnlyCell(ws, teks)
    sel.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
    sel.number_format = "@"
    sel.quotePrefix = True  # stays text when a person edits the cell in Excel
    return sel
