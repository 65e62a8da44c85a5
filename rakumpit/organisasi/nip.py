"""Identity numbers of civil servants: NIP (PNS) and NI PPPK, both of 18 digits.

PNS: birth YYYYMMDD, TMT CPNS YYYYMM, sex, serial of 3. PPPK: birth YYYYMMDD, year of appointment, 2 and the number of
the contract (1-9), sex, serial of 3. Digits 13-14 tell them apart: 01-12 PNS, 21-29 PPPK. There is no check digit. A NI
can change with a contract at another office: it is never a key.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

PANJANG_NIP = 18
# A spreadsheet keeps 15 digits of a number; the rest is zeros that nobody typed.
DIGIT_ANGKA_UTUH = 15

# Blanks of all kinds, hyphens and dashes, apostrophes, zero-width marks: how people group or protect the digits.
_PEMISAH = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\-\u2010-\u2015\u2212'`\u2018\u2019\u02bc\u00b4]+")
_PEMBUNGKUS = re.compile(r'=\s*"(.*)"', re.DOTALL)
_NOTASI_ILMIAH = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+\-]?[0-9]+", re.ASCII)
_DIGIT = re.compile(r"[0-9]*", re.ASCII)

_SARAN_TEKS = (
    "Format kolom NIP sebagai Teks di Excel, lalu ketik ulang ke-18 digitnya dari SK; "
    "digit yang sudah hilang tidak dapat dikembalikan."
)


class AlasanNIP(StrEnum):
    """Why a text is not a NIP: length, birth date, month of TMT, sex, serial, not digits, number instead of text."""

    PANJANG = "panjang"
    TANGGAL = "tanggal"
    BULAN = "bulan"
    JENIS_KELAMIN = "jenis_kelamin"
    URUT = "urut"
    BUKAN_ANGKA = "bukan_angka"
    NOTASI_ILMIAH = "notasi_ilmiah"


class NIPTidakSah(ValueError):
    """Not a NIP. The message is Indonesian and does not repeat the number, so that it may be logged."""

    def __init__(self, alasan: AlasanNIP, pesan: str) -> None:
        super().__init__(pesan)
        self.alasan = alasan


@dataclass(frozen=True, slots=True)
class NIP:
    """A valid NIP or NI PPPK and what its digits say.

    ``tmt_tahun`` and ``tmt_bulan`` are the TMT CPNS of a PNS; for PPPK ``tmt_tahun`` is the year of appointment,
    ``tmt_bulan`` is None, ``kode`` is 2 and ``perjanjian_ke`` the number of the contract.
    """

    nip: str
    lahir: date
    jenis: Literal["pns", "pppk"]
    tmt_tahun: int
    tmt_bulan: int | None
    kode: int | None
    perjanjian_ke: int | None
    jenis_kelamin: Literal["L", "P"]
    urut: str

    def __str__(self) -> str:
        return self.nip


def bersihkan_nip(teks: str) -> str:
    """Digits without blanks, hyphens, apostrophes and the ``="…"`` wrapper; other signs stay and are refused later."""
    teks = teks.strip().strip("\ufeff")
    if cocok := _PEMBUNGKUS.fullmatch(teks):
        teks = cocok[1]
    return _PEMISAH.sub("", teks)


def baca_nip(teks: object) -> NIP:
    """Read one NIP as typed in a form or found in a cell.

    Raises ``NIPTidakSah`` with ``.alasan``. A numeric cell of more than 15 digits is refused as ``notasi_ilmiah``, as
    is a text such as "1,98803E+17": the spreadsheet has lost the last digits and they are never made up again.
    """
    bersih = _teks_sel(teks)
    if not _DIGIT.fullmatch(bersih):
        raise NIPTidakSah(
            AlasanNIP.BUKAN_ANGKA, "NIP hanya berisi angka. Hapus huruf atau tanda lain, sisakan 18 digitnya."
        )
    if len(bersih) != PANJANG_NIP:
        raise NIPTidakSah(
            AlasanNIP.PANJANG,
            f"NIP harus {PANJANG_NIP} digit, yang tertulis {len(bersih)} digit. Cocokkan dengan SK atau kartu pegawai.",
        )
    return _urai(bersih)


def _teks_sel(nilai: object) -> str:
    """Text of the cell without its wrapping; refuses numbers that have lost digits."""
    if isinstance(nilai, str):
        if _NOTASI_ILMIAH.fullmatch(nilai.strip().strip("'\u2019 \u00a0")):
            raise NIPTidakSah(
                AlasanNIP.NOTASI_ILMIAH, f"NIP tertulis sebagai angka ringkas (misalnya 1,98E+17). {_SARAN_TEKS}"
            )
        return bersihkan_nip(nilai)
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float, Decimal)) or not math.isfinite(nilai):
        raise NIPTidakSah(AlasanNIP.BUKAN_ANGKA, "NIP hanya berisi angka. Ketik 18 digitnya sebagai teks.")
    if abs(nilai) >= 10**DIGIT_ANGKA_UTUH:
        raise NIPTidakSah(
            AlasanNIP.NOTASI_ILMIAH,
            f"Sel NIP berisi bilangan; Excel hanya menyimpan {DIGIT_ANGKA_UTUH} digit pertamanya. {_SARAN_TEKS}",
        )
    if nilai < 0 or nilai != int(nilai):
        raise NIPTidakSah(AlasanNIP.BUKAN_ANGKA, "NIP hanya berisi angka. Ketik 18 digitnya sebagai teks.")
    return str(int(nilai))


def _urai(nip: str) -> NIP:
    try:
        lahir = date(int(nip[0:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        raise NIPTidakSah(
            AlasanNIP.TANGGAL, "Delapan digit pertama NIP harus tanggal lahir (tahun, bulan, hari). Periksa digit 1-8."
        ) from None
    kode = int(nip[12:14])
    pns = 1 <= kode <= 12
    if not pns and not 21 <= kode <= 29:
        raise NIPTidakSah(
            AlasanNIP.BULAN,
            "Digit 13-14 NIP harus bulan TMT CPNS (01-12) atau kode PPPK (21-29). Periksa digit 13-14.",
        )
    if nip[14] not in "12":
        raise NIPTidakSah(
            AlasanNIP.JENIS_KELAMIN, "Digit ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa digit itu."
        )
    if nip[15:] == "000":
        raise NIPTidakSah(
            AlasanNIP.URUT,
            "Tiga digit terakhir NIP (nomor urut) mulai dari 001, bukan 000. Periksa apakah Excel mengubahnya.",
        )
    return NIP(
        nip=nip,
        lahir=lahir,
        jenis="pns" if pns else "pppk",
        tmt_tahun=int(nip[8:12]),
        tmt_bulan=kode if pns else None,
        kode=None if pns else kode // 10,
        perjanjian_ke=None if pns else kode % 10,
        jenis_kelamin="L" if nip[14] == "1" else "P",
        urut=nip[15:],
    )


def format_nip(nip: NIP | str) -> str:
    """Grouped 8-6-1-3 by blanks ("19850817 201001 1 901"); other texts come back as they are."""
    teks = nip.nip if isinstance(nip, NIP) else nip
    if len(teks) != PANJANG_NIP:
        return teks
    return f"{teks[:8]} {teks[8:14]} {teks[14]} {teks[15:]}"


def peringatan_nip(nip: NIP, tanggal_lahir: date | None = None) -> list[str]:
    """Doubts that do not refuse a NIP: another birth date in the list, an implausible age at appointment."""
    catatan = []
    if tanggal_lahir is not None and tanggal_lahir != nip.lahir:
        catatan.append(
            f"Tanggal lahir {tanggal_lahir:%d-%m-%Y} tidak sama dengan yang ada di NIP ({nip.lahir:%d-%m-%Y})."
        )
    usia = nip.tmt_tahun - nip.lahir.year
    if not 16 <= usia <= 60:
        catatan.append(f"Menurut NIP, usia saat diangkat sekitar {usia} tahun. Periksa digit 1-12.")
    return catatan
