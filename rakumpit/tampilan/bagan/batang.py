"""Flat bars (items beside a bound, progress) and slats for what can be counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from rakumpit.angka import format_angka
from rakumpit.tampilan.bagan.geometri import (
    BELUM_ADA,
    Angka,
    Skala,
    gabung,
    letak,
    periksa_angka,
    periksa_jumlah,
    periksa_opsional,
    periksa_skala,
    periksa_teks,
    ringkas,
)

# More slats than these cannot be counted at a glance: use ``Kemajuan``.
BILAH_MAKS = 40
# Width of one slat with its gap, in the unit of the viewBox.
LANGKAH_BILAH = 12


@dataclass(frozen=True, slots=True)
class Butir:
    """Input: ``teks`` replaces the written value, ``tanda`` is its word («Baik»), ``n`` the number of answers."""

    label: str
    nilai: Angka | None
    n: int | None = None
    teks: str = ""
    tanda: str = ""


@dataclass(frozen=True, slots=True)
class BarisBatang:
    """``lebar`` runs 0…100; a missing value has no bar and says so."""

    label: str
    teks: str
    tanda: str
    n: str
    lebar: Decimal | None
    di_bawah: bool


@dataclass(frozen=True, slots=True)
class BatangUnsur:
    templat: ClassVar[str] = "komponen/bagan/batang_unsur.html"

    judul: str
    baris: tuple[BarisBatang, ...]
    ambang: Decimal | None
    kalimat: str
    keterangan: str
    nama_label: str
    nama_nilai: str
    nama_n: str

    @property
    def ada_n(self) -> bool:
        """Whether the table says more than the rows."""
        return any(satu.n for satu in self.baris)


def buat_batang_unsur(
    judul: str,
    butir: Sequence[Butir],
    *,
    skala: Skala = (25, 100),
    batas: Angka | None = None,
    nama_batas: str = "batas",
    desimal: int = 2,
    nama_label: str = "Unsur",
    nama_nilai: str = "Nilai",
    nama_n: str = "Jumlah jawaban",
) -> BatangUnsur:
    """Bars in the order given. Values below ``batas`` are golden and carry the words «di bawah batas»."""
    if not butir:
        raise ValueError("Bagan batang memerlukan paling sedikit satu butir.")
    ujung = periksa_skala(skala)
    ambang = periksa_opsional(batas, "Batas")
    if ambang is not None and not ujung[0] <= ambang <= ujung[1]:
        raise ValueError(f"Batas {ambang} berada di luar skala {ujung[0]}–{ujung[1]}.")
    nilai = [periksa_opsional(satu.nilai, f"Nilai {satu.label}") for satu in butir]
    baris = tuple(_baris(satu, angka, ujung, ambang, desimal) for satu, angka in zip(butir, nilai, strict=True))
    return BatangUnsur(
        judul=periksa_teks(judul, "Judul"),
        baris=baris,
        ambang=None if ambang is None else letak(ambang, ujung),
        kalimat=_kalimat(baris, nilai, ambang, nama_batas),
        keterangan=f"Batang mulai dari {ringkas(ujung[0])}, penuh pada {ringkas(ujung[1])}."
        + ("" if ambang is None else f" Garis tegak: {nama_batas}, {ringkas(ambang)}."),
        nama_label=nama_label,
        nama_nilai=nama_nilai,
        nama_n=nama_n,
    )


def _baris(
    butir: Butir, nilai: Decimal | None, skala: tuple[Decimal, Decimal], ambang: Decimal | None, desimal: int
) -> BarisBatang:
    return BarisBatang(
        label=periksa_teks(butir.label, "Label butir"),
        teks=BELUM_ADA if nilai is None else butir.teks or format_angka(nilai, desimal),
        tanda=butir.tanda if nilai is not None else "",
        n="" if butir.n is None else ringkas(periksa_jumlah(butir.n, f"Jumlah {butir.label}")),
        lebar=None if nilai is None else letak(nilai, skala),
        di_bawah=nilai is not None and ambang is not None and nilai < ambang,
    )


def _kalimat(
    baris: Sequence[BarisBatang], nilai: Sequence[Decimal | None], ambang: Decimal | None, nama_batas: str
) -> str:
    ada = [(angka, satu) for satu, angka in zip(baris, nilai, strict=True) if angka is not None]
    if not ada:
        return f"{BELUM_ADA}."
    kosong = len(baris) - len(ada)
    akhir = f" {kosong} belum ada data." if kosong else ""
    if ambang is not None:
        kurang = [satu.label for _, satu in ada if satu.di_bawah]
        sebut = f"{nama_batas} {ringkas(ambang)}"
        if kurang:
            return f"{len(kurang)} dari {len(ada)} di bawah {sebut}: {gabung(kurang)}.{akhir}"
        return f"Tidak ada yang di bawah {sebut}.{akhir}"
    if len(ada) == 1:
        return f"{ada[0][1].label}: {ada[0][1].teks}.{akhir}"
    tinggi, rendah = max(ada, key=lambda satu: satu[0])[1], min(ada, key=lambda satu: satu[0])[1]
    return f"Tertinggi {tinggi.label} ({tinggi.teks}), terendah {rendah.label} ({rendah.teks}).{akhir}"


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """``lebar`` (None for a missing value: no bar) and ``tanda`` (the target) run 0…100."""

    templat: ClassVar[str] = "komponen/bagan/kemajuan.html"

    teks: str
    lebar: Decimal | None
    tanda: Decimal | None
    di_bawah: bool


def buat_kemajuan(
    isi: Angka | None, dari: Angka, *, teks: str = "", satuan: str = "", target: Angka | None = None
) -> Kemajuan:
    """Flat bar of ``isi`` out of ``dari``, optionally with a target tick. More than full stays full.

    The words are ``teks`` or «64 dari 96 pegawai» (``satuan``), with «, di bawah target» when it is so. Nothing to
    count (``dari`` 0) or no value: «Belum ada data» and no bar.
    """
    penuh = periksa_angka(dari, "Jumlah seluruhnya")
    nilai, sasaran = periksa_opsional(isi, "Isi"), periksa_opsional(target, "Target")
    if penuh < 0 or (nilai is not None and nilai < 0) or (sasaran is not None and sasaran < 0):
        raise ValueError("Kemajuan tidak boleh negatif.")
    tanda = letak(sasaran, (Decimal(0), penuh)) if sasaran is not None and penuh else None
    if nilai is None or not penuh:
        return Kemajuan(teks or BELUM_ADA, None, tanda, False)
    di_bawah = sasaran is not None and nilai < sasaran
    kata = teks or f"{ringkas(nilai)} dari {ringkas(penuh)} {satuan}".rstrip()
    return Kemajuan(
        kata + (", di bawah target" if di_bawah else ""), letak(nilai, (Decimal(0), penuh)), tanda, di_bawah
    )


@dataclass(frozen=True, slots=True)
class SatuBilah:
    """A leaning slat: ``d`` is its outline."""

    d: str
    penuh: bool
    kini: bool


@dataclass(frozen=True, slots=True)
class Bilah:
    """``lebar`` is the width of the viewBox; its height is 24."""

    templat: ClassVar[str] = "komponen/bagan/bilah.html"

    teks: str
    bilah: tuple[SatuBilah, ...]
    lebar: int

    @property
    def kini(self) -> str:
        """Path of the mark under the current slat; empty for none."""
        return "".join(f"M{LANGKAH_BILAH * i} 22h9" for i, satu in enumerate(self.bilah) if satu.kini)


def buat_bilah(isi: int, dari: int, *, kini: int | None = None, teks: str = "", satuan: str = "") -> Bilah:
    """``isi`` of ``dari`` slats are full; ``kini`` (from 1) is the one in work. Words as for ``buat_kemajuan``."""
    penuh, banyak = periksa_jumlah(isi, "Isi bilah"), periksa_jumlah(dari, "Jumlah bilah")
    if banyak > BILAH_MAKS:
        raise ValueError(f"Bilah paling banyak {BILAH_MAKS}, bukan {banyak}. Pakai kemajuan.")
    if kini is not None and not 1 <= periksa_jumlah(kini, "Bilah kini") <= banyak:
        raise ValueError(f"Bilah kini harus 1 sampai {banyak}, bukan {kini}.")
    kata = f"{ringkas(penuh)} dari {ringkas(banyak)} {satuan}".rstrip() + ("" if kini is None else f", kini ke-{kini}")
    bilah = tuple(SatuBilah(f"M{LANGKAH_BILAH * i + 5} 2h6l-4 16h-6z", i < penuh, i + 1 == kini) for i in range(banyak))
    return Bilah(teks or (kata if banyak else BELUM_ADA), bilah, max(LANGKAH_BILAH * banyak, LANGKAH_BILAH))
