"""Ranks and grades: 17 grades I/a to IV/e with names for PNS, I to XVII without names for PPPK.

Many hands write one grade in many ways ("Penata Muda Tk.I (III/b)", "3B", "III.b"); this module makes one of them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

# Two public sources agree (tests/data/SUMBER.md); the order is the order of rank.
PANGKAT_PNS = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
ROMAWI = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip
# Bare I to IV are a PPPK grade or the first half of a PNS grade; only the kind of employment tells.
_BERMAKNA_GANDA = ROMAWI[:4]

_AWALAN = re.compile(r"^(?:GOLONGAN|GOL|PANGKAT|RUANG|PPPK)\b[./:\s]*")
_RUANG = re.compile(r"(?:^|(?<=[\s,(/\-.]))(?P<gol>[IVX]{1,5}|[1-9])\s*[/.\-]?\s*(?P<ruang>[A-Z])\)?\s*$")
_POLOS = re.compile(r"(?P<gol>[IVX]{1,5})")
_TINGKAT = re.compile(r"\b(?:TINGKAT|TKT|TK)\s*(?:I|1)\b")


class AlasanGolongan(StrEnum):
    """Why a text is not a grade."""

    KOSONG = "kosong"
    TIDAK_DIKENAL = "tidak_dikenal"
    TIDAK_ADA = "tidak_ada"
    TIDAK_LENGKAP = "tidak_lengkap"


class GolonganTidakSah(ValueError):
    """Not a grade; the message is Indonesian and says what to write."""

    def __init__(self, alasan: AlasanGolongan, pesan: str) -> None:
        super().__init__(pesan)
        self.alasan = alasan


@dataclass(frozen=True, slots=True)
class Golongan:
    """One grade: ``kode`` "III/b" (PNS) or "IX" (PPPK), official name of the rank (PPPK: None), doubts for people."""

    kode: str
    nama: str | None
    jenis: Literal["pns", "pppk"]
    peringatan: tuple[str, ...] = ()

    @property
    def urut(self) -> int:
        """Order within its kind, from 1."""
        return (tuple(PANGKAT_PNS) if self.jenis == "pns" else ROMAWI).index(self.kode) + 1

    def __str__(self) -> str:
        return f"{self.nama} ({self.kode})" if self.nama else self.kode


def _kunci_nama(teks: str) -> str:
    teks = " ".join(re.sub(r"[.,()/\-]", " ", teks.upper()).split())
    return _TINGKAT.sub("TINGKAT I", teks)


_KODE_NAMA = {_kunci_nama(nama): kode for kode, nama in PANGKAT_PNS.items()}


def _pns(kode: str, *peringatan: str) -> Golongan:
    return Golongan(kode, PANGKAT_PNS[kode], "pns", peringatan)


def baca_golongan(teks: str, *, pppk: bool | None = None) -> Golongan:
    """Read a grade, with or without the name of the rank, in any of the usual spellings.

    ``pppk`` says what is known of the employment: with True a bare "III" is the PPPK grade, otherwise it is an
    incomplete PNS grade and refused. Where name and grade disagree the grade is taken and ``peringatan`` says so. A
    name alone gives its grade. Raises ``GolonganTidakSah`` with ``.alasan``.
    """
    asli = " ".join(unicodedata.normalize("NFKC", teks).replace("\ufeff", "").split())
    bersih = _AWALAN.sub("", asli.upper()).strip(" '")
    if bersih in {"", "-"}:
        raise GolonganTidakSah(AlasanGolongan.KOSONG, "Golongan belum diisi.")
    if cocok := _POLOS.fullmatch(bersih):
        return _golongan_polos(cocok["gol"], asli, pppk)
    if kode := _KODE_NAMA.get(_kunci_nama(bersih)):
        return _pns(kode)
    if cocok := _RUANG.search(bersih):
        return _golongan_ruang(cocok, bersih[: cocok.start()], asli)
    raise GolonganTidakSah(
        AlasanGolongan.TIDAK_DIKENAL,
        f"«{asli[:60]}» bukan pangkat atau golongan. Tulis misalnya III/b, atau IX untuk PPPK.",
    )


def _golongan_polos(gol: str, asli: str, pppk: bool | None) -> Golongan:
    if gol not in ROMAWI:
        raise GolonganTidakSah(
            AlasanGolongan.TIDAK_ADA, f"Golongan «{asli}» tidak ada. Golongan PPPK ialah I sampai XVII."
        )
    if pppk is not True and gol in _BERMAKNA_GANDA:
        raise GolonganTidakSah(
            AlasanGolongan.TIDAK_LENGKAP, f"Golongan «{asli}» belum lengkap. Tambahkan ruangnya, misalnya {gol}/a."
        )
    if pppk is False:
        raise GolonganTidakSah(
            AlasanGolongan.TIDAK_ADA, f"Golongan «{asli}» hanya ada pada PPPK. Golongan PNS ialah I/a sampai IV/e."
        )
    return Golongan(gol, None, "pppk")


def _golongan_ruang(cocok: re.Match[str], depan: str, asli: str) -> Golongan:
    gol = ROMAWI[int(cocok["gol"]) - 1] if cocok["gol"].isdigit() else cocok["gol"]
    kode = f"{gol}/{cocok['ruang'].lower()}"
    if kode not in PANGKAT_PNS:
        raise GolonganTidakSah(
            AlasanGolongan.TIDAK_ADA, f"Golongan «{asli}» tidak ada. Golongan PNS ialah I/a sampai IV/e."
        )
    nama = _kunci_nama(depan)
    if not nama or _KODE_NAMA.get(nama) == kode:
        return _pns(kode)
    if nama in _KODE_NAMA:
        lain = _KODE_NAMA[nama]
        return _pns(
            kode,
            f"Pangkat dan golongan tidak cocok: {PANGKAT_PNS[lain]} adalah {lain}, sedangkan {kode} adalah "
            f"{PANGKAT_PNS[kode]}. Dipakai {kode}; periksa SK pangkat.",
        )
    return _pns(kode, f"Nama pangkat pada «{asli[:60]}» tidak dikenal; dipakai {kode} ({PANGKAT_PNS[kode]}).")


def baca_pangkat_golongan(pangkat: str, golongan: str, *, pppk: bool | None = None) -> Golongan:
    """Read the two columns of a staff list together; one of them may be empty.

    Swapped columns are read the right way round with a warning. A half grade ("III") beside a full one is a warning, as
    are two that disagree (the one in the grade column is taken). Raises ``GolonganTidakSah`` when neither can be read.
    """
    isi = {nama: teks.strip(" \u00a0") for nama, teks in (("pangkat", pangkat), ("golongan", golongan))}
    hasil: dict[str, Golongan] = {}
    galat: dict[str, GolonganTidakSah] = {}
    for kolom, teks in isi.items():
        try:
            hasil[kolom] = baca_golongan(teks, pppk=pppk)
        except GolonganTidakSah as salah:
            galat[kolom] = salah
    utama = hasil.get("golongan") or hasil.get("pangkat")
    if utama is None:
        raise galat["golongan"] if galat["golongan"].alasan != AlasanGolongan.KOSONG else galat["pangkat"]
    peringatan = [p for g in hasil.values() for p in g.peringatan]
    tertukar = (
        isi["golongan"]
        and _kunci_nama(isi["golongan"]) in _KODE_NAMA
        and "pangkat" in hasil
        and _kunci_nama(isi["pangkat"]) not in _KODE_NAMA
    )
    if tertukar:
        utama = hasil["pangkat"]
        peringatan.append(
            f"Kolom pangkat («{isi['pangkat']}») dan golongan («{isi['golongan']}») tampaknya tertukar; "
            f"dibaca sebagai {utama}."
        )
    for kolom, sebab in galat.items():
        if sebab.alasan != AlasanGolongan.KOSONG:
            peringatan.append(f"Kolom {kolom}: {sebab} Dipakai {utama.kode} dari kolom lainnya.")
    if len({g.kode for g in hasil.values()}) > 1:
        peringatan.append(
            f"Kolom pangkat ({hasil['pangkat'].kode}) dan golongan ({hasil['golongan'].kode}) tidak cocok; "
            f"dipakai {utama.kode}. Periksa SK pangkat."
        )
    return replace(utama, peringatan=tuple(dict.fromkeys(peringatan)))


def golongan_siasn(id_golongan: str | int, *, pppk: bool) -> Golongan:
    """Grade by the id of the central staff export: "32" is III/b; for PPPK "7" is VII. Raises ``GolonganTidakSah``."""
    teks = str(id_golongan).strip(" '\u00a0")
    if pppk and teks.isascii() and teks.isdigit() and 1 <= int(teks) <= len(ROMAWI):
        return Golongan(ROMAWI[int(teks) - 1], None, "pppk")
    if not pppk and re.fullmatch(r"[1-4][1-5]", teks):
        kode = f"{ROMAWI[int(teks[0]) - 1]}/{'abcde'[int(teks[1]) - 1]}"
        if kode in PANGKAT_PNS:
            return _pns(kode)
    raise GolonganTidakSah(
        AlasanGolongan.TIDAK_DIKENAL, f"Kode golongan «{teks[:20]}» tidak dikenal. Periksa berkas SIASN."
    )
