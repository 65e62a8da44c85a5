"""The figures of one locked result that a reader may see: the one source of report, sheet, CSV and JSON.

Every figure is rounded here, once, as the pages round it. What is hidden on the page of the result is None here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from rakumpit.angka import bulatkan
from survei.models import HasilSurvei, Pertanyaan
from survei.perhitungan import (
    PENGALI_KONVERSI,
    KodeUnsur,
    Pita,
    indeks_tanpa,
    mutu,
    sel_minimum,
    sembunyikan_sel,
)
from survei.ringkasan.indeks import pita_instrumen
from survei.ringkasan.kelompok import Menurut, menurut_kelompok
from survei.ringkasan.perkembangan import hitung_tersimpan, sebaran_tersimpan, selang_tersimpan

DESIMAL_NRR = 3


@dataclass(frozen=True, slots=True)
class AngkaUnsur:
    """One element: ``n`` answers, their sum, NRR and weighted NRR (3 decimals), NRR × 25 (2 decimals), class.

    All figures are None (class "") where the element is hidden.
    """

    kode: str
    nomor: str
    nama: str
    n: int | None
    jumlah: int | None
    nrr: Decimal | None
    tertimbang: Decimal | None
    nilai: Decimal | None
    mutu: str


@dataclass(frozen=True, slots=True)
class AngkaLayanan:
    """One service; ``n`` and the figures are None where it is hidden."""

    uuid: str
    nama: str
    n: int | None
    ikm: Decimal | None
    mutu: str
    selang: tuple[Decimal, Decimal] | None


@dataclass(frozen=True, slots=True)
class AngkaHasil:
    """A locked result at a minimum of ``minimum`` answers. ``ikm`` is None below it, and then all parts are empty.

    ``bobot`` is the number of elements that were measured (the weight is 1/bobot); ``pembanding_011`` and
    ``tanpa_biaya`` are figures of other ways of reckoning, never the index.
    """

    minimum: int
    n: int | None
    ikm: Decimal | None
    mutu: str
    nilai_interval: Decimal | None
    selang: tuple[Decimal, Decimal] | None
    galat_baku: Decimal | None
    bobot: int
    unsur: tuple[AngkaUnsur, ...]
    layanan: tuple[AngkaLayanan, ...]
    menurut: tuple[Menurut, ...]
    pembanding_011: Decimal | None
    tanpa_biaya: Decimal | None

    def urut_nilai(self) -> list[AngkaUnsur]:
        """Elements that are shown, the lowest first; equal ones in the order of the questionnaire."""
        return sorted((satu for satu in self.unsur if satu.nilai is not None), key=lambda satu: satu.nilai or 0)


def angka_hasil(hasil: HasilSurvei, *, minimum: int, umum: bool) -> AngkaHasil:
    """Read the figures. ``umum``: groups of respondents as the public sees them, else as staff do.

    Needs ``survei__instrumen`` of the result; one query for the questions.
    """
    if hasil.ikm is None or not sel_minimum(hasil.n, minimum):
        return AngkaHasil(minimum, None, None, "", None, None, None, 0, (), (), (), None, None)
    hitungan = hitung_tersimpan(hasil)
    pita = pita_instrumen(hasil.survei.instrumen)
    unsur = _unsur(hasil, list(hasil.survei.instrumen.pertanyaan.order_by("urutan")), minimum, pita)
    galat = (hasil.rincian.get("selang") or {}).get("galat_baku")
    biaya = next((satu for satu in unsur if satu.kode == KodeUnsur.BIAYA), None)
    tanpa = (
        indeks_tanpa(KodeUnsur.BIAYA.value, sebaran_tersimpan(hasil.rincian), n=hasil.n)
        if biaya is not None and biaya.nilai is not None
        else None
    )
    eksak = hitungan.ikm_eksak or Fraction(0)
    return AngkaHasil(
        minimum=minimum,
        n=hasil.n,
        ikm=hasil.ikm,
        mutu=hasil.mutu,
        nilai_interval=bulatkan(eksak / PENGALI_KONVERSI, DESIMAL_NRR),
        selang=selang_tersimpan(hasil.rincian),
        galat_baku=None if galat is None else bulatkan(Decimal(galat), 2),
        bobot=sum(1 for satu in hitungan.unsur.values() if satu.n),
        unsur=tuple(unsur),
        layanan=tuple(_layanan(hasil.rincian["layanan"], minimum)),
        menurut=tuple(menurut_kelompok(hasil, umum=umum)),
        pembanding_011=hitungan.pembanding_011,
        tanpa_biaya=None if tanpa is None else tanpa.ikm,
    )


def _unsur(hasil: HasilSurvei, pertanyaan: list[Pertanyaan], minimum: int, pita: Pita) -> list[AngkaUnsur]:
    hitungan = hitung_tersimpan(hasil)
    banyak = {tanya.kode_unsur: satu.n if (satu := hitungan.unsur.get(tanya.kode_unsur)) else 0 for tanya in pertanyaan}
    tertutup = sembunyikan_sel(banyak, minimum)
    terukur = sum(1 for n in banyak.values() if n)
    keluar = []
    for tanya in pertanyaan:
        kode = tanya.kode_unsur
        rincian = hitungan.unsur.get(kode)
        if kode in tertutup or rincian is None or rincian.nrr_eksak is None:
            keluar.append(AngkaUnsur(kode, tanya.nomor, tanya.unsur, None, None, None, None, None, ""))
            continue
        nilai = bulatkan(rincian.nrr_eksak * PENGALI_KONVERSI, 2)
        keluar.append(
            AngkaUnsur(
                kode=kode,
                nomor=tanya.nomor,
                nama=tanya.unsur,
                n=rincian.n,
                jumlah=rincian.jumlah,
                nrr=bulatkan(rincian.nrr_eksak, DESIMAL_NRR),
                tertimbang=bulatkan(rincian.nrr_eksak / terukur, DESIMAL_NRR),
                nilai=nilai,
                mutu=mutu(nilai, pita).value,
            )
        )
    return keluar


def _layanan(rincian: list[Mapping[str, Any]], minimum: int) -> list[AngkaLayanan]:
    tertutup = sembunyikan_sel({satu["uuid"]: int(satu["n"]) for satu in rincian}, minimum)
    return [
        AngkaLayanan(satu["uuid"], satu["nama"], None, None, "", None)
        if satu["uuid"] in tertutup or satu["ikm"] is None
        else AngkaLayanan(
            satu["uuid"], satu["nama"], satu["n"], Decimal(satu["ikm"]), satu["mutu"], selang_tersimpan(satu)
        )
        for satu in rincian
    ]
