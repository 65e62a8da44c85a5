"""Values over periods, with gaps where a period has none and whiskers where the uncertainty is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from rakumpit.angka import bulatkan, format_angka
from rakumpit.tampilan.bagan.geometri import (
    BELUM_ADA,
    PERSEN,
    Angka,
    Skala,
    letak,
    periksa_angka,
    periksa_jumlah,
    periksa_opsional,
    periksa_skala,
    periksa_teks,
    ringkas,
)

# The viewBox is 100 × 50; the plot leaves room for the points at its upper and lower ends.
KE_Y = (46, 4)
# More labels than these do not fit side by side in 16 px on a phone: then only the first and the last are written.
LABEL_MAKS = 6


@dataclass(frozen=True, slots=True)
class TitikTren:
    """Input: ``setengah`` is the half-width of the interval in the unit of the value, ``n`` the number of answers.

    ``selang`` are the written ends of the interval where they are known better than value ± half-width.
    """

    label: str
    nilai: Angka | None
    n: int | None = None
    setengah: Angka | None = None
    selang: tuple[Angka, Angka] | None = None


@dataclass(frozen=True, slots=True)
class TempatTren:
    """One period: texts for list and table; coordinates in the viewBox, None for a gap."""

    label: str
    teks: str
    n: str
    selang: str
    x: Decimal
    y: Decimal | None
    y_atas: Decimal | None
    y_bawah: Decimal | None


@dataclass(frozen=True, slots=True)
class Tren:
    templat: ClassVar[str] = "komponen/bagan/tren.html"

    judul: str
    titik: tuple[TempatTren, ...]
    kalimat: str
    keterangan: str
    nama_nilai: str
    nama_n: str

    @property
    def tergambar(self) -> bool:
        """A trend needs two values; fewer are only said and listed."""
        return sum(satu.y is not None for satu in self.titik) > 1

    @property
    def rapat(self) -> bool:
        """More periods than labels fit."""
        return len(self.titik) > LABEL_MAKS

    @property
    def garis(self) -> str:
        """Path through the neighbours that both have a value: one piece per run, nothing across a gap."""
        bagian = []
        for kiri, kanan in pairwise(self.titik):
            if kiri.y is not None and kanan.y is not None:
                bagian.append(f"M{kiri.x} {kiri.y}L{kanan.x} {kanan.y}")
        return "".join(bagian)

    @property
    def bulatan(self) -> str:
        """Path of the points: lines of no length with round caps."""
        return "".join(f"M{satu.x} {satu.y}h.01" for satu in self.titik if satu.y is not None)

    @property
    def kumis(self) -> str:
        """Path of the intervals."""
        return "".join(f"M{satu.x} {satu.y_atas}V{satu.y_bawah}" for satu in self.titik if satu.y_atas is not None)

    @property
    def ada_n(self) -> bool:
        return any(satu.n for satu in self.titik)

    @property
    def ada_selang(self) -> bool:
        return any(satu.selang for satu in self.titik)


def buat_tren(
    judul: str,
    titik: Sequence[TitikTren],
    *,
    skala: Skala | None = None,
    desimal: int = 2,
    nama_nilai: str = "Nilai",
    nama_n: str = "Jumlah jawaban",
    kalimat: str = "",
) -> Tren:
    """Trend of the periods in the order given (oldest first).

    ``skala`` (bottom, top) is derived from values and intervals if it is not given; the text names it, because it
    does not start at zero. Overlapping intervals are said to be no difference; ``kalimat`` is said instead where
    somebody has compared the periods more exactly.
    """
    if not titik:
        raise ValueError("Tren memerlukan paling sedikit satu periode.")
    nilai = [periksa_opsional(satu.nilai, f"Nilai {satu.label}") for satu in titik]
    setengah = [_setengah(satu) for satu in titik]
    ujung = periksa_skala(skala) if skala is not None else _skala(nilai, setengah)
    tempat = [
        _tempat(satu, bulatkan(Fraction(100 * i + 50, len(titik))), angka, sisi, skala=ujung, desimal=desimal)
        for i, (satu, angka, sisi) in enumerate(zip(titik, nilai, setengah, strict=True))
    ]
    selang = any(sisi is not None for sisi in setengah)
    return Tren(
        judul=periksa_teks(judul, "Judul"),
        titik=tuple(tempat),
        kalimat=kalimat or _kalimat(titik, nilai, setengah, desimal),
        keterangan=f"Skala {ringkas(ujung[0])}–{ringkas(ujung[1])}."
        + (f" Garis tegak: selang 95{PERSEN}." if selang else "")
        + (" Garis terputus: belum ada data." if None in nilai else ""),
        nama_nilai=nama_nilai,
        nama_n=nama_n,
    )


def _setengah(titik: TitikTren) -> Decimal | None:
    setengah = periksa_opsional(titik.setengah, f"Lebar selang {titik.label}")
    if setengah is not None and setengah < 0:
        raise ValueError(f"Lebar selang {titik.label} tidak boleh negatif.")
    return setengah if titik.nilai is not None else None


def _skala(nilai: Sequence[Decimal | None], setengah: Sequence[Decimal | None]) -> tuple[Decimal, Decimal]:
    """Whole numbers around all that is drawn, with a tenth of it free on both sides (at least one unit)."""
    ujung = [
        tepi
        for angka, sisi in zip(nilai, setengah, strict=True)
        if angka is not None
        for tepi in (angka - (sisi or 0), angka + (sisi or 0))
    ]
    if not ujung:
        return Decimal(0), Decimal(1)
    ruang = max((max(ujung) - min(ujung)) / 10, Decimal(1))
    bawah, atas = min(ujung) - ruang, max(ujung) + ruang
    return bawah.to_integral_value(ROUND_FLOOR), atas.to_integral_value(ROUND_CEILING)


def _tempat(
    titik: TitikTren,
    x: Decimal,
    nilai: Decimal | None,
    setengah: Decimal | None,
    *,
    skala: tuple[Decimal, Decimal],
    desimal: int,
) -> TempatTren:
    bawah, atas = (nilai - setengah, nilai + setengah) if nilai is not None and setengah is not None else (None, None)
    if nilai is not None and titik.selang is not None:
        bawah, atas = (periksa_angka(tepi, f"Selang {titik.label}") for tepi in titik.selang)
    return TempatTren(
        label=periksa_teks(titik.label, "Label periode"),
        teks=BELUM_ADA if nilai is None else format_angka(nilai, desimal),
        n="" if titik.n is None else ringkas(periksa_jumlah(titik.n, f"Jumlah {titik.label}")),
        selang="" if bawah is None or atas is None else f"{format_angka(bawah, desimal)}–{format_angka(atas, desimal)}",
        x=x,
        y=None if nilai is None else letak(nilai, skala, KE_Y),
        y_atas=None if atas is None else letak(atas, skala, KE_Y),
        y_bawah=None if bawah is None else letak(bawah, skala, KE_Y),
    )


def _kalimat(
    titik: Sequence[TitikTren], nilai: Sequence[Decimal | None], setengah: Sequence[Decimal | None], desimal: int
) -> str:
    ada = [
        (satu.label, angka, sisi) for satu, angka, sisi in zip(titik, nilai, setengah, strict=True) if angka is not None
    ]
    if not ada:
        return f"{BELUM_ADA}."
    label, kini, sisi_kini = ada[-1]
    terakhir = f"{label}: {format_angka(periksa_angka(kini, label), desimal)}."
    if len(ada) < 2:
        return f"{terakhir} Tren baru terlihat setelah ada dua periode."
    label_lalu, lalu, sisi_lalu = ada[-2]
    beda = bulatkan(kini, desimal) - bulatkan(lalu, desimal)
    if not beda:
        return f"{terakhir} Sama dengan {label_lalu}."
    arah = "naik" if beda > 0 else "turun"
    banding = f"{label_lalu}: {format_angka(lalu, desimal)}."
    if sisi_kini is not None and sisi_lalu is not None and abs(kini - lalu) <= sisi_kini + sisi_lalu:
        return f"{terakhir} {banding} Selang bertumpuk: belum dapat disebut {arah}."
    return f"{terakhir} {arah.capitalize()} {format_angka(abs(beda), desimal)} dari {label_lalu}."
