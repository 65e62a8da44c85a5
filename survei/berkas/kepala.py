"""The heading of a sheet: which column answers which element, and what the others are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from survei.data_responden import rapi
from survei.perhitungan import LABEL_UNSUR, KodeUnsur

Sel = Sequence[object]
MINIMAL_KOLOM_UNSUR = 5

_NOMOR_UNSUR = re.compile(r"(?:u|unsur)[ .\-]?0?([1-9])\b[ .:)\-–]*(.*)", re.ASCII)
# Enough of each name to know it in the wordings of published sheets; the order matters: "sarana" before "saran".
_NAMA_UNSUR: tuple[tuple[KodeUnsur, re.Pattern[str]], ...] = (
    (KodeUnsur.SARANA, re.compile(r"(?:sarana|kualitas sarana).*|prasarana.*")),
    (KodeUnsur.PENGADUAN, re.compile(r"(?:penanganan|pengelolaan) (?:pengaduan|saran|keluhan).*|pengaduan")),
    (KodeUnsur.PERSYARATAN, re.compile(r"(?:kesesuaian )?persyaratan.*")),
    (KodeUnsur.PROSEDUR, re.compile(r"(?:kemudahan )?prosedur.*|sistem,? mekanisme.*|mekanisme.*")),
    (KodeUnsur.WAKTU, re.compile(r"waktu|(?:kecepatan )?waktu (?:penyelesaian|pelayanan).*")),
    (KodeUnsur.BIAYA, re.compile(r"(?:kewajaran )?biaya.*|tarif.*")),
    (KodeUnsur.PRODUK, re.compile(r"produk.*|spesifikasi (?:produk|jenis).*")),
    (KodeUnsur.KOMPETENSI, re.compile(r"kompetensi.*|kemampuan (?:pelaksana|petugas).*")),
    (KodeUnsur.PERILAKU, re.compile(r"perilaku.*|kesopanan.*")),
)
# Columns beside the answers that are known; every other column is ignored with a note.
_KOLOM_LAIN: dict[str, frozenset[str]] = {
    "nomor": frozenset({"no", "no.", "nomor", "no. resp", "no resp", "no. responden", "no responden", "resp",
                        "responden", "nomor responden", "no urut", "no. urut"}),
    "tanggal": frozenset({"tanggal", "tgl", "tgl.", "tanggal survei", "date", "tanggal pengisian"}),
    "jam": frozenset({"jam", "jam survei", "waktu survei", "pukul"}),
    "jenis_kelamin": frozenset({"jenis kelamin", "jk", "l/p", "kelamin", "gender"}),
    "usia": frozenset({"usia", "umur"}),
    "pendidikan": frozenset({"pendidikan", "pendidikan terakhir"}),
    "pekerjaan": frozenset({"pekerjaan"}),
    "layanan": frozenset({"layanan", "jenis layanan", "jenis pelayanan", "nama layanan"}),
    "saran": frozenset({"saran", "saran/masukan", "saran dan masukan", "kritik dan saran",
                        "saran, kritik, atau pengaduan", "komentar"}),
}  # fmt: skip


@dataclass(slots=True)
class Kepala:
    """The heading: its row, column -> element code, column -> heading text, column -> other known field."""

    nomor: int
    unsur: dict[int, str]
    judul: dict[int, str]
    lain: dict[int, str]
    bernama: bool


def _unsur_menurut_nama(teks: str) -> str | None:
    return next((kode.value for kode, pola in _NAMA_UNSUR if pola.fullmatch(teks)), None)


def baca_kepala(nomor: int, sel: Sel, urutan: Sequence[str]) -> Kepala | None:
    """Read a row as the heading; None when it names too few elements to be one."""
    unsur: dict[int, str] = {}
    bernama = False
    for kolom, isi in enumerate(sel):
        teks = rapi(isi)
        cocok = _NOMOR_UNSUR.fullmatch(teks)
        kode = _unsur_menurut_nama(cocok[2] if cocok else teks)
        bernama = bernama or kode is not None
        if kode is None and cocok and int(cocok[1]) <= len(urutan):
            kode = str(urutan[int(cocok[1]) - 1])
        if kode is not None:
            unsur[kolom] = kode
    if len(set(unsur.values())) < MINIMAL_KOLOM_UNSUR:
        return None
    return Kepala(nomor, unsur, {kolom: str(sel[kolom]).strip() for kolom in unsur}, {}, bernama)


def lengkapi_kepala(kepala: Kepala, sel: Sel, sel_di_atas: Sel) -> list[str]:
    """Name the other columns, from the heading row or the row above it (merged cells); return the unknown ones."""
    asing = []
    for kolom in range(max(len(sel), len(sel_di_atas))):
        if kolom in kepala.unsur:
            continue
        sendiri = rapi(sel[kolom]) if kolom < len(sel) else ""
        atas = rapi(sel_di_atas[kolom]) if kolom < len(sel_di_atas) else ""
        teks = sendiri or atas
        jenis = next((jenis for jenis, judul in _KOLOM_LAIN.items() if teks in judul), None)
        if jenis and jenis not in kepala.lain.values():
            kepala.lain[kolom] = jenis
            kepala.judul[kolom] = str(sel[kolom] if sendiri else sel_di_atas[kolom]).strip()
        elif sendiri:
            asing.append(str(sel[kolom]).strip())
    return asing


def baris_nomor_kolom(kepala: Kepala, sel: Sel) -> bool:
    """Recognise the row "1 2 3 … 11" under the heading: the element columns count up by one."""
    nomor = [rapi(sel[kolom]).strip("()") for kolom in sorted(kepala.unsur) if kolom < len(sel)]
    if len(nomor) < MINIMAL_KOLOM_UNSUR or not all(teks.isdecimal() for teks in nomor):
        return False
    return all(int(kanan) == int(kiri) + 1 for kiri, kanan in pairwise(nomor))


def legenda_unsur(baris: Sequence[tuple[int, Sel]]) -> dict[int, str]:
    """Read "U8 | Penanganan Pengaduan" lines below the table: they settle the order of U8 and U9."""
    legenda: dict[int, str] = {}
    for _, sel in baris:
        teks = [rapi(isi) for isi in sel if rapi(isi)]
        cocok = _NOMOR_UNSUR.fullmatch(" ".join(teks[:2])) if teks else None
        kode = _unsur_menurut_nama(cocok[2]) if cocok else None
        if cocok and kode:
            legenda[int(cocok[1])] = kode
    return legenda


def catatan_urutan(kepala: Kepala, urutan: Sequence[str]) -> list[str]:
    """Say which order was used for U8 and U9, the two that the regulation itself prints in two orders."""
    if kepala.bernama:
        return ["Unsur dikenali dari nama kolomnya, bukan dari nomornya."]
    delapan, sembilan = (LABEL_UNSUR[KodeUnsur(kode)] for kode in urutan[7:9])
    return [
        f"U8 dibaca sebagai {delapan} dan U9 sebagai {sembilan}. Sebagian formulir menukar keduanya: "
        "nilai IKM tetap sama, tetapi nilai per unsur tertukar."
    ]
