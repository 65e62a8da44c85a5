"""Reading of XLSX and CSV with limits, so that no file can exhaust the server.

The kind is told by the content, not by the name. XLSX: size, members, unpacked size and ratio are checked before
anything is parsed, and no XML with a DTD is parsed at all (entities could expand without bound or read files).
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from rakumpit.angka import format_angka
from rakumpit.lembar.arsip import MIB, ArsipDitolak, periksa_arsip
from rakumpit.lembar.isi import Baris, JenisSel, Lembar, Nilai, Sel, huruf_kolom

UKURAN_MAKS = 10 * MIB
BARIS_MAKS = 50_000
KOLOM_MAKS = 256
# Excel's own last row: openpyxl walks through the gap up to whatever number a file names.
BARIS_EXCEL = 1_048_576
# Cells walked through, empty ones included: rows that are wide only by a styled cell cost time, too.
SEL_MAKS = 30_000_000

_TANDA_ZIP = b"PK"
_TANDA_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_RUMUS = re.compile(rb"<(?:\w+:)?f[ />]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_PEMISAH = (",", ";", "\t")


class LembarTidakTerbaca(ValueError):
    """A file that is not read; ``str()`` of it is an Indonesian sentence that says what to do."""


def baca_lembar(berkas: IO[bytes] | bytes | Path, nama: str = "", *, nama_lembar: str | None = None) -> Lembar:
    """Read an uploaded or stored file, XLSX or CSV by its content; ``nama`` only stands in the messages.

    Raises ``LembarTidakTerbaca``. Nothing is written, the file is read into memory once (at most 10 MiB).
    """
    try:
        return _baca_menurut_isi(_isi(berkas), nama_lembar)
    except LembarTidakTerbaca as galat:
        if nama:
            raise LembarTidakTerbaca(f"{nama}: {galat}") from galat
        raise


def _baca_menurut_isi(isi: bytes, nama_lembar: str | None) -> Lembar:
    if not isi.strip():
        raise LembarTidakTerbaca("Berkas kosong. Pilih berkas yang berisi data.")
    if isi.startswith(_TANDA_ZIP):
        return baca_xlsx(isi, nama_lembar=nama_lembar)
    if isi.startswith(_TANDA_OLE):
        raise LembarTidakTerbaca(
            "Berkas ini berformat .xls lama atau berkata sandi. Buka di Excel, simpan sebagai "
            "«Buku Kerja Excel (.xlsx)» tanpa kata sandi, lalu unggah lagi."
        )
    if isi.lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise LembarTidakTerbaca(
            "Isi berkas ini halaman web, bukan lembar kerja. Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi."
        )
    if isi.startswith(b"%PDF"):
        raise LembarTidakTerbaca("Berkas ini PDF. Unggah lembar kerja aslinya (.xlsx atau .csv).")
    return baca_csv(isi)


def _isi(berkas: IO[bytes] | bytes | Path) -> bytes:
    if isinstance(berkas, bytes):
        isi = berkas
    elif isinstance(berkas, Path):
        with berkas.open("rb") as aliran:
            isi = aliran.read(UKURAN_MAKS + 1)
    else:
        isi = berkas.read(UKURAN_MAKS + 1)
    if len(isi) > UKURAN_MAKS:
        raise LembarTidakTerbaca(
            f"Berkas lebih besar dari {UKURAN_MAKS // MIB} MB. "
            "Bagi menjadi beberapa berkas, atau hapus gambar di dalamnya."
        )
    return isi


# --- XLSX -------------------------------------------------------------------------------------------------------------


def baca_xlsx(isi: bytes, *, nama_lembar: str | None = None) -> Lembar:
    """Read one sheet of a workbook: the named one, else the first that is visible.

    Cells hold the stored result of their formula; a formula without a stored result becomes ``JenisSel.RUMUS``, so
    that it is never taken for an empty cell. Raises ``LembarTidakTerbaca``.
    """
    try:
        ada_rumus = _periksa_zip(_isi(isi))
        return _baca_buku(isi, nama_lembar, ada_rumus)
    except LembarTidakTerbaca:
        raise
    except Exception as galat:  # openpyxl fails on broken workbooks in many ways: KeyError, TypeError, ParseError…
        raise LembarTidakTerbaca(
            "Berkas tidak dapat dibaca sebagai Excel (.xlsx). Buka di Excel atau LibreOffice, "
            "simpan ulang sebagai .xlsx, lalu unggah lagi."
        ) from galat


def _periksa_zip(isi: bytes) -> bool:
    """Refuse bombs and DTDs; True when a worksheet has formulas."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        try:
            periksa_arsip(arsip)
        except ArsipDitolak as galat:
            raise LembarTidakTerbaca(str(galat)) from galat
        if "xl/workbook.xml" not in arsip.namelist():
            raise LembarTidakTerbaca("Berkas ini bukan buku kerja Excel. Simpan sebagai .xlsx, lalu unggah lagi.")
        rumus = False
        for a in arsip.infolist():
            if a.filename.lower().endswith((".xml", ".rels")):
                rumus = _periksa_anggota(arsip, a) or rumus
        return rumus


def _periksa_anggota(arsip: zipfile.ZipFile, anggota: zipfile.ZipInfo) -> bool:
    rumus, ekor = False, b""
    with arsip.open(anggota) as aliran:
        while potongan := aliran.read(MIB):
            if not ekor and potongan.startswith(_UTF16):
                raise LembarTidakTerbaca(
                    "Berkas Excel ini tidak lazim (UTF-16). Buka di Excel, simpan ulang, lalu unggah lagi."
                )
            jendela = ekor + potongan
            if _DTD.search(jendela):
                raise LembarTidakTerbaca(
                    "Berkas Excel ini memuat deklarasi XML yang tidak diizinkan. Salin datanya ke buku kerja baru."
                )
            rumus = rumus or ("worksheets/" in anggota.filename and _RUMUS.search(jendela) is not None)
            ekor = jendela[-64:]
    return rumus


def _baca_buku(isi: bytes, nama_lembar: str | None, ada_rumus: bool) -> Lembar:
    buku = openpyxl.load_workbook(io.BytesIO(isi), read_only=True, data_only=True, keep_links=False)
    try:
        terlihat = [ws for ws in buku.worksheets if ws.sheet_state == "visible"] or buku.worksheets
        if not terlihat:
            raise LembarTidakTerbaca("Buku kerja ini tidak punya lembar data.")
        if nama_lembar is not None and nama_lembar not in buku.sheetnames:
            raise LembarTidakTerbaca(f"Lembar «{nama_lembar}» tidak ada. Yang ada: {', '.join(buku.sheetnames)}.")
        ws = buku[nama_lembar] if nama_lembar is not None else terlihat[0]
        rumus = _letak_rumus(isi, ws.title) if ada_rumus else frozenset()
        catatan = []
        if nama_lembar is None and len(terlihat) > 1:
            lain = ", ".join(f"«{w.title}»" for w in terlihat[1:])
            catatan.append(f"Hanya lembar pertama («{ws.title}») yang dibaca; lembar {lain} tidak.")
        if buku.epoch == CALENDAR_MAC_1904:
            catatan.append("Buku kerja memakai sistem tanggal 1904; tanggal yang tersimpan sebagai angka akan keliru.")
        baris = _susun_baris(
            (n, [_sel_xlsx(k, sel, (n, k) in rumus) for k, sel in enumerate(isi_baris, 1)])
            for n, isi_baris in _baris_xlsx(ws)
        )
        return Lembar(baris, ws.title, tuple(catatan))
    finally:
        buku.close()


def _baris_xlsx(ws: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """Rows that the file holds, each as wide as its last cell; gaps between them cost nothing."""
    ws.reset_dimensions()  # the stored range is often wrong, and a false one would pad every row
    terlewati = 0
    for nomor, sel in enumerate(ws.iter_rows(max_row=BARIS_EXCEL), 1):
        terlewati += len(sel)
        if terlewati > SEL_MAKS:
            raise LembarTidakTerbaca(
                "Lembar ini terlalu luas: terlalu banyak sel kosong yang diberi format. "
                "Salin datanya ke buku kerja baru."
            )
        if any(s.value is not None for s in sel[KOLOM_MAKS:]):
            raise LembarTidakTerbaca(
                f"Baris {nomor} berisi sesuatu sesudah kolom {huruf_kolom(KOLOM_MAKS)}. Hapus kolom yang jauh di kanan."
            )
        if sel:
            yield nomor, sel[:KOLOM_MAKS]


def _letak_rumus(isi: bytes, nama: str) -> frozenset[tuple[int, int]]:
    """Where the formulas are; openpyxl gives either the results or the formulas, so this reads a second time."""
    buku = openpyxl.load_workbook(io.BytesIO(isi), read_only=True, data_only=False, keep_links=False)
    try:
        return frozenset(
            (n, k)
            for n, sel_baris in _baris_xlsx(buku[nama])
            for k, sel in enumerate(sel_baris, 1)
            if sel.data_type == "f"
        )
    finally:
        buku.close()


def _sel_xlsx(kolom: int, sel: Any, rumus: bool) -> Sel:
    nilai: Nilai = sel.value
    if nilai is None:
        return Sel(kolom, None, JenisSel.RUMUS if rumus else JenisSel.KOSONG)
    if sel.data_type == "e":
        return Sel(kolom, nilai, JenisSel.GALAT)
    return Sel(kolom, nilai, _jenis(nilai))


def _jenis(nilai: Nilai) -> JenisSel:
    match nilai:
        case None:
            return JenisSel.KOSONG
        case bool():
            return JenisSel.YA_TIDAK
        case str():
            return JenisSel.TEKS if nilai.strip("\ufeff \u00a0\t\r\n\u202f") else JenisSel.KOSONG
        case datetime() | date() | time() | timedelta():
            return JenisSel.TANGGAL
        case _:
            return JenisSel.ANGKA


def _susun_baris(sumber: Iterable[tuple[int, list[Sel]]]) -> tuple[Baris, ...]:
    """Rows without trailing empty cells and without trailing empty rows; refuses more than ``BARIS_MAKS``."""
    hasil: list[Baris] = []
    for nomor, isi_baris in sumber:
        while isi_baris and isi_baris[-1].kosong:
            isi_baris.pop()
        if not isi_baris:
            continue
        if nomor > BARIS_MAKS:
            raise LembarTidakTerbaca(
                f"Ada isi sesudah baris {format_angka(BARIS_MAKS, 0)}. "
                "Bagi menjadi beberapa berkas, atau hapus isi yang jauh di bawah."
            )
        hasil.extend(Baris(n) for n in range(hasil[-1].nomor + 1 if hasil else 1, nomor))
        hasil.append(Baris(nomor, tuple(isi_baris)))
    if not hasil:
        raise LembarTidakTerbaca("Lembar ini kosong. Pilih berkas yang berisi data.")
    return tuple(hasil)


# --- CSV --------------------------------------------------------------------------------------------------------------


def baca_csv(isi: bytes) -> Lembar:
    """Read CSV in UTF-8 (with or without BOM), UTF-16 with BOM or Windows-1252, divided by comma, semicolon or tab.

    Row numbers are those that Excel shows: a record with a line break inside quotes is one row, empty lines count, a
    first line "sep=;" does not. Every cell is text. Raises ``LembarTidakTerbaca``.
    """
    teks, catatan = _dekode(_isi(isi))
    pemisah = None
    if cocok := re.match(r"sep=([,;\t])\r?\n", teks):
        pemisah, teks = cocok[1], teks[cocok.end() :]
    pemisah = pemisah or _tebak_pemisah(teks)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    try:
        baris = _susun_baris(
            (n, [Sel(k, nilai, _jenis(nilai)) for k, nilai in enumerate(rekaman, 1)])
            for n, rekaman in enumerate(pembaca, 1)
        )
    except csv.Error as galat:
        raise LembarTidakTerbaca(
            f"Berkas CSV rusak dekat baris {pembaca.line_num}. Periksa tanda kutip di baris itu, lalu simpan ulang."
        ) from galat
    return Lembar(baris, "", catatan)


def _dekode(isi: bytes) -> tuple[str, tuple[str, ...]]:
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        calon = ["utf-16"]
    else:
        if b"\x00" in isi:
            raise LembarTidakTerbaca("Isi berkas ini bukan teks. Unggah berkas .xlsx atau .csv.")
        calon = ["utf-8-sig", "cp1252"]
    for sandi in calon:
        try:
            teks = isi.decode(sandi)
        except UnicodeDecodeError:
            continue
        if sandi == "cp1252":
            return teks, ("Berkas dibaca sebagai Windows-1252 (bukan UTF-8); periksa huruf khusus pada nama.",)
        return teks, ()
    raise LembarTidakTerbaca("Huruf di dalam berkas tidak dikenali. Di Excel pilih «Simpan Sebagai», lalu «CSV UTF-8».")


def _tebak_pemisah(teks: str) -> str:
    """The divider that cuts most of the first rows into equally many cells; ties: more cells, then the comma."""

    def skor(pemisah: str) -> tuple[int, int]:
        lebar: Counter[int] = Counter()
        try:
            for nomor, rekaman in enumerate(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)):
                if nomor >= 50:
                    break
                lebar[len(rekaman)] += len(rekaman) > 1
        except csv.Error:
            return (0, 0)
        jumlah, sel = max(((banyak, lebar_baris) for lebar_baris, banyak in lebar.items()), default=(0, 0))
        return jumlah, sel

    return max(_PEMISAH, key=skor)
