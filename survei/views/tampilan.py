"""Figures as pages show them: written in Indonesian, small cells hidden. Computes nothing that is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rakumpit.angka import bulatkan, format_angka
from rakumpit.tampilan import bagan
from survei.enums import StatusSurvei
from survei.models import Pertanyaan
from survei.perhitungan import (
    LABEL_MUTU,
    PENGALI_KONVERSI,
    SAMPEL_KECIL,
    SEL_MINIMUM,
    HasilIndeks,
    KodeUnsur,
    Mutu,
    Pita,
    mutu,
    sel_minimum,
    sembunyikan_sel,
)
from survei.ringkasan import teks

BATAS_BAIK = Mutu.B
JENIS_STATUS = {
    StatusSurvei.DRAF: "netral",
    StatusSurvei.TERBUKA: "berjalan",
    StatusSurvei.DITUTUP: "perhatian",
    StatusSurvei.DIKUNCI: "info",
    StatusSurvei.DIPUBLIKASI: "baik",
}
JENIS_MUTU = {Mutu.A: "baik", Mutu.B: "baik", Mutu.C: "perhatian", Mutu.D: "bahaya"}
# More elements with the same highest value than these are counted, not named.
BANYAK_SEBUT = 3
BILANGAN = ("", "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan")
# What a citizen calls the elements; forms, tables and reports keep the words of the instrument.
SEBUTAN: dict[str, str] = {
    KodeUnsur.PERSYARATAN: "Syarat",
    KodeUnsur.PROSEDUR: "Langkah pengurusan",
    KodeUnsur.WAKTU: "Waktu selesai",
    KodeUnsur.BIAYA: "Biaya",
    KodeUnsur.PRODUK: "Hasil layanan",
    KodeUnsur.KOMPETENSI: "Kemampuan petugas",
    KodeUnsur.PERILAKU: "Kesopanan petugas",
    KodeUnsur.SARANA: "Ruang dan alat",
    KodeUnsur.PENGADUAN: "Penanganan pengaduan",
}


@dataclass(frozen=True, slots=True)
class BarisUnsur:
    """One element: texts for the table, ``angka`` (25…100) for charts; None and empty texts are hidden."""

    nomor: str
    unsur: str
    sebutan: str
    n: int
    nrr: str
    nilai: str
    mutu: str
    angka: Decimal | None
    di_bawah: bool
    kode: str

    @property
    def sedikit(self) -> bool:
        """Shown, but from so few answers that it is marked."""
        return self.angka is not None and self.n < SAMPEL_KECIL


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """One service; ``cukup`` False means that its figures are not shown."""

    nama: str
    cukup: bool
    n: int
    ikm: str
    mutu: str


teks_masa = teks.teks_masa
teks_mutu = teks.teks_mutu


def jenis_mutu(huruf: Mutu | str | None) -> str:
    """Kind of the badge of a class."""
    return JENIS_MUTU[Mutu(huruf)] if huruf else "netral"


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
        sebutan = SEBUTAN.get(tanya.kode_unsur, tanya.unsur)
        if tanya.kode_unsur in tertutup or rincian is None or rincian.nrr_eksak is None:
            baris.append(
                BarisUnsur(
                    tanya.nomor,
                    tanya.unsur,
                    sebutan,
                    banyak[tanya.kode_unsur],
                    "",
                    "",
                    "",
                    None,
                    False,
                    tanya.kode_unsur,
                )
            )
            continue
        nilai = bulatkan(rincian.nrr_eksak * PENGALI_KONVERSI, 2)
        baris.append(
            BarisUnsur(
                nomor=tanya.nomor,
                unsur=tanya.unsur,
                sebutan=sebutan,
                n=rincian.n,
                nrr=format_angka(rincian.nrr_eksak, 3),
                nilai=format_angka(nilai),
                mutu=teks_mutu(mutu(nilai, pita)),
                angka=nilai,
                di_bawah=batas is not None and nilai < batas,
                kode=tanya.kode_unsur,
            )
        )
    return baris


@dataclass(frozen=True, slots=True)
class Sorotan:
    """The best and the weakest elements as words («biaya dan syarat»); ``kurang``: the weakest are below «baik»."""

    terkuat: str
    terlemah: str
    kurang: bool


def _sebut(baris: list[BarisUnsur]) -> str:
    kata = [satu.sebutan[:1].lower() + satu.sebutan[1:] for satu in baris]
    return ", ".join(kata[:-1]) + f", serta {kata[-1]}" if len(kata) > 2 else " serta ".join(kata)


def sorotan(unsur: list[BarisUnsur]) -> Sorotan:
    """All elements below «baik», weakest first, else the lowest one; and the best ones that are not among them."""
    urut = sorted(((satu.angka, satu) for satu in unsur if satu.angka is not None), key=lambda pasangan: pasangan[0])
    if not urut:
        return Sorotan("", "", False)
    kurang = [satu for _, satu in urut if satu.di_bawah]
    lemah = kurang or [satu for angka, satu in urut if angka == urut[0][0]]
    kuat = [satu for angka, satu in urut if angka == urut[-1][0] and satu not in lemah]
    terkuat = _sebut(kuat) if len(kuat) <= BANYAK_SEBUT else f"{BILANGAN[len(kuat)].lower()} unsur sama tinggi"
    return Sorotan(terkuat, _sebut(lemah) if kurang or len(lemah) <= BANYAK_SEBUT else "", bool(kurang))


def kalimat_hasil(huruf: Mutu | str | None, unsur: list[BarisUnsur], hal: str = "layanan kami") -> str:
    """The result as one or two sentences: «Warga menilai layanan kami baik. Tiga hal masih kurang.»"""
    if not huruf:
        return "Jawaban masih sedikit"
    awal = f"Warga menilai {hal} {LABEL_MUTU[Mutu(huruf)].lower()}."
    kurang = sum(satu.di_bawah for satu in unsur)
    if not kurang:
        return awal
    return f"{awal} {BILANGAN[kurang] if kurang < len(BILANGAN) else kurang} hal masih kurang."


def sebut_tertutup(unsur: list[BarisUnsur]) -> str:
    """The elements whose figures are hidden, as words; empty for none."""
    return _sebut([satu for satu in unsur if satu.angka is None])


def bagan_selang(ikm: Decimal, pita: Pita, selang: tuple[Decimal, Decimal] | None) -> bagan.Selang:
    """The index with its 95 % interval on the bands of its instrument."""
    tangga = [bagan.Pita(kelas.value, batas, LABEL_MUTU[kelas]) for kelas, batas in reversed(pita.batas_bawah)]
    return bagan.buat_selang(ikm, tangga, selang=selang)


def bagan_unsur(unsur: list[BarisUnsur], pita: Pita) -> bagan.BatangUnsur | None:
    """Bars of the elements that are shown, the best first, beside the bound of «baik»; None where none is shown."""
    tampil = [satu for satu in unsur if satu.angka is not None]
    if not tampil:
        return None
    urut = sorted(tampil, key=lambda satu: satu.angka or Decimal(0), reverse=True)
    # A value below the bound is called so by the chart; its class stands in the table.
    butir = [
        bagan.Butir(satu.sebutan, satu.angka, tanda="" if satu.di_bawah else satu.mutu.partition(" — ")[2])
        for satu in urut
    ]
    batas = dict(pita.batas_bawah).get(BATAS_BAIK)
    return bagan.buat_batang_unsur("Nilai tiap unsur", butir, batas=batas, nama_batas="batas «baik»")


def bagan_layanan(layanan: list[tuple[str, int]]) -> bagan.BatangUnsur | None:
    """Forms per service, the most first; None without any form."""
    paling = max((banyak for _, banyak in layanan), default=0)
    if not paling:
        return None
    urut = sorted(layanan, key=lambda satu: (-satu[1], satu[0]))
    return bagan.buat_batang_unsur(
        "Jawaban menurut layanan",
        [bagan.Butir(nama, banyak, teks=f"{format_angka(banyak, 0)} jawaban") for nama, banyak in urut],
        skala=(0, paling),
        desimal=0,
    )


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


def cukup(n: int, minimum: int = SEL_MINIMUM) -> bool:
    """Whether a total may be shown."""
    return sel_minimum(n, minimum)
