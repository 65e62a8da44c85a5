"""Figures as pages show them: written in Indonesian, small cells hidden. Computes nothing that is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rakumpit.angka import bulatkan, format_angka
from survei.models import HasilSurvei, Pertanyaan
from survei.perhitungan import (
    LABEL_MUTU,
    PENGALI_KONVERSI,
    SEL_MINIMUM,
    HasilIndeks,
    Mutu,
    Pita,
    indeks,
    mutu,
    sel_minimum,
    sembunyikan_sel,
)

BATAS_BAIK = Mutu.B


@dataclass(frozen=True, slots=True)
class BarisUnsur:
    """One element: texts for the table, ``lebar`` (0…100 as text with a point) for the bar; empty texts are hidden."""

    nomor: str
    unsur: str
    n: int
    nrr: str
    nilai: str
    mutu: str
    lebar: str
    di_bawah: bool


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """One service; ``cukup`` False means that its figures are not shown."""

    nama: str
    cukup: bool
    n: int
    ikm: str
    mutu: str


def lebar(nilai: Decimal) -> str:
    """Length of a bar for a value on the scale 25…100."""
    return f"{bulatkan((nilai - 25) * 100 / 75, 2):f}"


def teks_mutu(huruf: Mutu | str | None) -> str:
    """«B — Baik»."""
    return f"{Mutu(huruf).value} — {LABEL_MUTU[Mutu(huruf)]}" if huruf else ""


def baris_unsur(
    hasil: HasilIndeks, pertanyaan: list[Pertanyaan], pita: Pita, minimum: int = SEL_MINIMUM
) -> list[BarisUnsur]:
    """Elements in the order of the questionnaire.

    An element with few answers is hidden, and a second one with it: from the index and eight means the ninth follows.
    """
    banyak = {
        tanya.kode_unsur: rincian.n if (rincian := hasil.unsur.get(tanya.kode_unsur)) else 0 for tanya in pertanyaan
    }
    tertutup = sembunyikan_sel(banyak, minimum)
    batas = dict(pita.batas_bawah).get(BATAS_BAIK)
    baris = []
    for tanya in pertanyaan:
        rincian = hasil.unsur.get(tanya.kode_unsur)
        if tanya.kode_unsur in tertutup or rincian is None or rincian.nrr_eksak is None:
            baris.append(BarisUnsur(tanya.nomor, tanya.unsur, banyak[tanya.kode_unsur], "", "", "", "", False))
            continue
        nilai = bulatkan(rincian.nrr_eksak * PENGALI_KONVERSI, 2)
        baris.append(
            BarisUnsur(
                nomor=tanya.nomor,
                unsur=tanya.unsur,
                n=rincian.n,
                nrr=format_angka(rincian.nrr_eksak, 3),
                nilai=format_angka(nilai),
                mutu=teks_mutu(mutu(nilai, pita)),
                lebar=lebar(nilai),
                di_bawah=batas is not None and nilai < batas,
            )
        )
    return baris


def baris_layanan(rincian: list[Mapping[str, Any]], minimum: int = SEL_MINIMUM) -> list[BarisLayanan]:
    """Breakdown by service: small cells hidden, and others with them so that none follows by subtraction."""
    banyak = {satu["uuid"]: int(satu["n"]) for satu in rincian}
    tertutup = sembunyikan_sel(banyak, minimum)
    hasil = []
    for satu in rincian:
        cukup = satu["uuid"] not in tertutup and satu["ikm"] is not None
        hasil.append(
            BarisLayanan(
                nama=satu["nama"],
                cukup=cukup,
                n=satu["n"] if cukup else 0,
                ikm=format_angka(Decimal(satu["ikm"])) if cukup else "",
                mutu=teks_mutu(satu["mutu"]) if cukup else "",
            )
        )
    return hasil


def indeks_tersimpan(hasil: HasilSurvei, pita: Pita) -> HasilIndeks:
    """The arithmetic of a locked result again, from its stored counts, for the lines per element."""
    sebaran = {
        kode: {int(nilai): jumlah for nilai, jumlah in unsur["sebaran"].items()}
        for kode, unsur in hasil.rincian["unsur"].items()
    }
    return indeks(sebaran, n=hasil.n, pita=pita)


def cukup(n: int, minimum: int = SEL_MINIMUM) -> bool:
    """Whether a total may be shown."""
    return sel_minimum(n, minimum)
