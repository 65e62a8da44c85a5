"""The pieces of which a report consists; the PDF template and the DOCX writer know each of them and nothing else.

All texts arrive as they are to be read. Plain mappings, because they go to the typesetter as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Blok = dict[str, object]


def bab(teks: str, *, mendatar: bool = False) -> Blok:
    """A chapter or annex on a new page; ``mendatar``: landscape, for wide tables."""
    return {"jenis": "bab", "teks": teks, "mendatar": mendatar}


def judul(teks: str) -> Blok:
    """A section."""
    return {"jenis": "judul", "teks": teks}


def paragraf(teks: str) -> Blok:
    """One paragraph."""
    return {"jenis": "paragraf", "teks": teks}


def nota(teks: str) -> Blok:
    """A remark in smaller letters."""
    return {"jenis": "nota", "teks": teks}


def daftar(butir: Iterable[str]) -> Blok:
    """A list with marks."""
    return {"jenis": "daftar", "butir": list(butir)}


def angka_besar(nilai: str, mutu: str, keterangan: str) -> Blok:
    """The index with its class."""
    return {"jenis": "angka", "nilai": nilai, "mutu": mutu, "keterangan": keterangan}


def tabel(
    kepala: Sequence[str], baris: Iterable[Sequence[str]], *, lebar: Sequence[int], kanan: Sequence[int] = ()
) -> Blok:
    """A table: widths of the columns as parts of the page, ``kanan`` the columns of numbers (from 0)."""
    return {
        "jenis": "tabel",
        "kepala": list(kepala),
        "baris": [list(satu) for satu in baris],
        "lebar": list(lebar),
        "kanan": list(kanan),
    }


def rincian(pasangan: Iterable[tuple[str, str]]) -> Blok:
    """Label and value in two columns without a head."""
    return {"jenis": "rincian", "baris": [list(satu) for satu in pasangan]}


def batang(teks: str, butir: Iterable[tuple[str, str, int, bool]], *, batas: int, nama_batas: str) -> Blok:
    """Bars: (name, value as text, length in thousandths of the axis, below the bound); ``batas`` in thousandths."""
    return {
        "jenis": "batang",
        "teks": teks,
        "butir": [list(satu) for satu in butir],
        "batas": batas,
        "nama_batas": nama_batas,
    }


def pengolahan(kepala: Sequence[str], baris: Iterable[str], kaki: Iterable[tuple[str, Sequence[str]]]) -> Blok:
    """The processing table on landscape pages.

    A row is its cells with blanks between («1 3 4 – 4»), so that a thousand forms stay small; ``kaki`` are the foot
    rows: label and one cell per element, or one cell for all of them.
    """
    return {
        "jenis": "pengolahan",
        "kepala": list(kepala),
        "baris": list(baris),
        "kaki": [[label, list(sel)] for label, sel in kaki],
    }
