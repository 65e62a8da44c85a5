"""One index on its scale with the bands of its mutu and, if known, its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from rakumpit.angka import bulatkan, format_angka
from rakumpit.tampilan.bagan.geometri import (
    PERSEN,
    Angka,
    gabung,
    letak,
    periksa_angka,
    periksa_opsional,
    periksa_teks,
)


@dataclass(frozen=True, slots=True)
class Pita:
    """Input: a band starts at ``mulai`` and ends where the next one starts. ``arti`` is its word («Baik»)."""

    label: str
    mulai: Angka
    arti: str = ""


@dataclass(frozen=True, slots=True)
class PitaTampil:
    """``x`` and ``lebar`` run 0…100; ``rentang`` is «65,00–76,60»."""

    label: str
    arti: str
    rentang: str
    x: Decimal
    lebar: Decimal
    di_sini: bool


@dataclass(frozen=True, slots=True)
class Selang:
    templat: ClassVar[str] = "komponen/bagan/selang.html"

    nama: str
    pita: tuple[PitaTampil, ...]
    x: Decimal | None
    kiri: Decimal | None
    lebar: Decimal | None
    kalimat: str
    keterangan: str
    label_gambar: str


def buat_selang(
    nilai: Angka | None,
    pita: Sequence[Pita],
    *,
    sampai: Angka = 100,
    setengah: Angka | None = None,
    selang: tuple[Angka, Angka] | None = None,
    nama: str = "Indeks",
    nama_pita: str = "mutu",
    desimal: int = 2,
) -> Selang:
    """Index beside its bands; ``setengah`` is the half-width of its 95 % interval, ``selang`` its ends where they are
    known better (an interval that was cut at the end of the scale, or whose index was rounded).

    The band of the written (rounded) value counts, as in the table of PermenPANRB 14/2017. Drawing is clamped to the
    scale, the text is not. ``ValueError`` for no or falling bands.
    """
    if not pita:
        raise ValueError("Skala memerlukan paling sedikit satu pita.")
    ujung = [periksa_angka(satu.mulai, f"Batas {satu.label}") for satu in pita] + [periksa_angka(sampai, "Akhir skala")]
    if any(kiri >= kanan for kiri, kanan in pairwise(ujung)):
        raise ValueError("Batas pita harus naik dan berada di bawah akhir skala.")
    angka, sisi = periksa_opsional(nilai, nama), periksa_opsional(setengah, "Lebar selang")
    if sisi is not None and sisi < 0:
        raise ValueError("Lebar selang tidak boleh negatif.")
    tepi: tuple[Decimal, Decimal] | None = None
    if selang is not None:
        tepi = periksa_angka(selang[0], "Awal selang"), periksa_angka(selang[1], "Akhir selang")
    elif angka is not None and sisi is not None:
        tepi = angka - sisi, angka + sisi
    if tepi is not None and tepi[0] > tepi[1]:
        raise ValueError("Awal selang tidak boleh melebihi akhirnya.")
    skala = ujung[0], ujung[-1]
    letak_ujung = [letak(tepi, skala) for tepi in ujung]
    di = None if angka is None else _nomor_pita(bulatkan(angka, desimal), ujung)
    tampil = tuple(
        PitaTampil(
            label=periksa_teks(satu.label, "Label pita"),
            arti=satu.arti,
            rentang=_rentang(ujung, i, desimal),
            x=letak_ujung[i],
            lebar=letak_ujung[i + 1] - letak_ujung[i],
            di_sini=i == di,
        )
        for i, satu in enumerate(pita)
    )
    if angka is None or di is None:
        return Selang(nama, tampil, None, None, None, f"{nama}: belum ada data.", "", f"{nama}: belum ada data.")
    kalimat = f"{nama} {format_angka(angka, desimal)}: {nama_pita} {_sebut(tampil[di])}."
    kiri = lebar = None
    if tepi is not None:
        kiri, kanan = letak(tepi[0], skala), letak(tepi[1], skala)
        lebar = kanan - kiri
        kalimat += f" Selang 95{PERSEN}: {format_angka(tepi[0], desimal)}–{format_angka(tepi[1], desimal)}."
        rendah, tinggi = (_nomor_pita(bulatkan(satu, desimal), ujung) for satu in tepi)
        if luar := [tampil[i].label for i in range(rendah, tinggi + 1) if i != di]:
            kalimat += f" Selang ini juga menyentuh {nama_pita} {gabung(luar)}."
    return Selang(
        nama=nama,
        pita=tampil,
        x=letak(angka, skala),
        kiri=kiri,
        lebar=lebar,
        kalimat=kalimat,
        keterangan=f"Garis: {nama[:1].lower()}{nama[1:]}."
        + ("" if tepi is None else f" Kotak di atasnya: selang 95{PERSEN}."),
        label_gambar=f"Skala {format_angka(ujung[0], desimal)} sampai {format_angka(ujung[-1], desimal)}. {kalimat}",
    )


def _nomor_pita(nilai: Decimal, ujung: Sequence[Decimal]) -> int:
    """Band of a value; below the first and above the last counts to these."""
    return max(sum(nilai >= tepi for tepi in ujung[:-1]) - 1, 0)


def _rentang(ujung: Sequence[Decimal], i: int, desimal: int) -> str:
    akhir = ujung[i + 1] if i + 2 == len(ujung) else ujung[i + 1] - Decimal((0, (1,), -desimal))
    return f"{format_angka(ujung[i], desimal)}–{format_angka(akhir, desimal)}"


def _sebut(pita: PitaTampil) -> str:
    return f"{pita.label} ({pita.arti[:1].lower()}{pita.arti[1:]})" if pita.arti else pita.label
