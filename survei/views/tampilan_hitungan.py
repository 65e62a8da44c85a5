"""How sure an index is, how it moved, and what other ways of reckoning give; as pages show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rakumpit.angka import format_angka
from rakumpit.tampilan import bagan
from survei.enums import LABEL_BENDERA
from survei.models import HasilSurvei
from survei.perhitungan import (
    LABEL_ARAH,
    SEL_MINIMUM,
    Arah,
    HasilIndeks,
    Ketidakpastian,
    KodeUnsur,
    Pencacah,
    Perbandingan,
    indeks_tanpa,
    jelaskan_selisih,
    sembunyikan_sel,
)
from survei.ringkasan import Masa, TandaSaluran, selang_tersimpan, tanpa_tanda
from survei.views.tampilan import teks_masa, teks_mutu

JENIS_ARAH = {Arah.NAIK: "baik", Arah.TURUN: "perhatian"}


def ujung_selang(tak_tentu: Ketidakpastian) -> tuple[Decimal, Decimal] | None:
    """The interval, where there is one."""
    if tak_tentu.bawah is None or tak_tentu.atas is None:
        return None
    return tak_tentu.bawah, tak_tentu.atas


def teks_selang(selang: tuple[Decimal, Decimal] | None) -> str:
    """«76,57–78,09»."""
    return "" if selang is None else f"{format_angka(selang[0])}–{format_angka(selang[1])}"


def kalimat_banding(banding: Perbandingan | None) -> str:
    """«Naik 2,10 dari masa sebelumnya.», or that this cannot be said yet."""
    if banding is None:
        return ""
    if banding.selisih is None or banding.arah is Arah.TIDAK_TAHU:
        return "Belum dapat dibandingkan dengan masa sebelumnya."
    beda = format_angka(abs(banding.selisih))
    if banding.arah is Arah.TETAP:
        return "Sama dengan masa sebelumnya."
    if banding.arah in JENIS_ARAH:
        return f"{LABEL_ARAH[banding.arah].capitalize()} {beda} dari masa sebelumnya."
    letak = "di atas" if banding.selisih > 0 else "di bawah"
    return f"{LABEL_ARAH[banding.arah].capitalize()}: {beda} {letak} masa sebelumnya, masih dalam batas kebetulan."


@dataclass(frozen=True, slots=True)
class BarisMasa:
    """One period in the table; ``putus`` says that the line of comparable figures begins after it."""

    masa: Masa
    teks: str
    ikm: str
    selang: str
    banding: str
    putus: bool


def baris_masa(daftar: Sequence[Masa]) -> list[BarisMasa]:
    """The newest first."""
    baris = []
    for urut, satu in enumerate(daftar):
        berikut = daftar[urut + 1] if urut + 1 < len(daftar) else None
        baris.append(
            BarisMasa(
                masa=satu,
                teks=teks_masa(satu.mulai, satu.selesai),
                ikm="" if satu.ikm is None else format_angka(satu.ikm),
                selang=teks_selang(satu.selang),
                banding="" if satu.banding is None else LABEL_ARAH[satu.banding.arah].capitalize(),
                putus=berikut is not None and not satu.sama_cara and berikut.sama_cara,
            )
        )
    return baris[::-1]


def bagan_perkembangan(daftar: Sequence[Masa], nama: str = "IKM") -> bagan.Tren | None:
    """The periods that were measured in the same way, with their intervals; None below two."""
    sama = [satu for satu in daftar if satu.sama_cara and satu.ikm is not None]
    if len(sama) < 2:
        return None
    return bagan.buat_tren(
        "Indeks kepuasan tiap masa survei" if nama == "IKM" else f"{nama} tiap masa survei",
        [
            bagan.TitikTren(
                f"{satu.mulai:%m/%Y}–{satu.selesai:%m/%Y}",
                satu.ikm,
                n=satu.n,
                setengah=satu.setengah,
                selang=satu.selang,
            )
            for satu in sama
        ],
        nama_nilai=nama,
        kalimat=kalimat_banding(daftar[-1].banding) or "Masa terakhir belum dapat dibandingkan.",
    )


@dataclass(frozen=True, slots=True)
class TabelTanda:
    """Marks in the columns, channels in the rows; a channel with few forms has no cells."""

    kolom: list[str]
    baris: list[tuple[str, int, list[tuple[str, str]]]]


def tabel_tanda(daftar: Sequence[TandaSaluran]) -> TabelTanda | None:
    """«12 (3,4 persen)» per mark and channel; None without any form."""
    if not daftar:
        return None
    baris = []
    for satu in daftar:
        isi = satu.tanda
        sel = (
            []
            if isi is None
            else [(label, _bagian(isi.get(tanda, 0), satu.n)) for tanda, label in LABEL_BENDERA.items()]
        )
        baris.append((satu.saluran, satu.n, sel))
    return TabelTanda(list(LABEL_BENDERA.values()), baris)


def _bagian(banyak: int, semua: int) -> str:
    return f"{banyak} ({format_angka(Fraction(100 * banyak, semua), 1)} persen)" if banyak else "Tidak ada"


@dataclass(frozen=True, slots=True)
class BarisTanpaTanda:
    """The result with and without forms in doubt; ``kalimat`` says it where the figures may not stand."""

    kalimat: str
    baris: list[tuple[str, int, str, str, str]]


def baris_tanpa_tanda(hasil: HasilSurvei | None, minimum: int) -> BarisTanpaTanda | None:
    """None before the lock and for results locked without it."""
    satu = tanpa_tanda(hasil, minimum=minimum) if hasil is not None else None
    if hasil is None or satu is None or hasil.ikm is None:
        return None
    if not satu.ditandai:
        return BarisTanpaTanda("Tidak ada jawaban yang ditandai.", [])
    if satu.ikm is None:
        return BarisTanpaTanda(
            f"Jawaban yang ditandai, atau sisanya, kurang dari {minimum}. Angkanya tidak ditampilkan.", []
        )
    return BarisTanpaTanda(
        "",
        [
            (
                "Semua jawaban",
                hasil.n,
                format_angka(hasil.ikm),
                teks_selang(selang_tersimpan(hasil.rincian)),
                teks_mutu(hasil.mutu),
            ),
            (
                "Tanpa yang ditandai",
                satu.n,
                format_angka(satu.ikm),
                teks_selang(satu.selang),
                teks_mutu(satu.mutu),
            ),
        ],
    )


@dataclass(frozen=True, slots=True)
class Pembanding:
    """A figure of another way of reckoning, read only, with what it means."""

    nama: str
    nilai: str
    arti: str


def pembanding(hasil: HasilIndeks, sebaran: Pencacah, minimum: int = SEL_MINIMUM) -> list[Pembanding]:
    """«Tanpa unsur biaya» and «bobot 0,11»; the first is left out where it would tell the mean of a hidden element."""
    daftar = []
    tertutup = sembunyikan_sel({kode: satu.n for kode, satu in hasil.unsur.items()}, minimum)
    biaya = KodeUnsur.BIAYA.value
    if hasil.ikm is not None and biaya in hasil.unsur and hasil.unsur[biaya].n and biaya not in tertutup:
        tanpa = indeks_tanpa(biaya, sebaran, n=hasil.n)
        if tanpa.ikm is not None:
            daftar.append(
                Pembanding(
                    "Tanpa unsur biaya",
                    format_angka(tanpa.ikm),
                    "Layanan gratis hampir selalu mendapat nilai 4 untuk biaya. Angka ini dihitung dari unsur lainnya.",
                )
            )
    if hasil.pembanding_011 is not None:
        sebab = jelaskan_selisih(hasil, hasil.pembanding_011)
        daftar.append(
            Pembanding(
                "Dengan bobot 0,11",
                format_angka(hasil.pembanding_011),
                f"Cara sebagian lembar lama: {sebab or 'hasilnya sama'}. Hanya untuk mencocokkan, bukan indeks resmi.",
            )
        )
    return daftar
