"""How far an index may be off: standard error, 95 % interval, and whether two periods differ.

Every respondent has one score, the mean of the answers given × 25. Sums of scores and of their squares are whole
numbers in units of 1/27.720 of the mean, so that they can be added up over days and services without any rounding;
27.720 is divided by every number of answers up to twelve. Square roots are taken once, at 50 digits.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from rakumpit.angka import bulatkan
from survei.perhitungan.indeks import PENGALI_KONVERSI

PENYEBUT_SKOR = 27_720
UNSUR_TERBANYAK = 12
# Below this many answers a result carries «jawaban masih sedikit».
SAMPEL_KECIL = 30

_KONTEKS = Context(prec=50)
_TERENDAH, _TERTINGGI = Decimal(25), Decimal(100)
_PELUANG = 0.95
# From here on the expansion below is exact to more than the ten digits kept.
_DERAJAT_URAIAN = 200


@dataclass(frozen=True, slots=True)
class JumlahSkor:
    """Sum of the scores of ``n`` respondents and of their squares, in units of 1/27.720 of the mean 1…4."""

    n: int
    jumlah: int
    kuadrat: int

    def __add__(self, lain: "JumlahSkor") -> "JumlahSkor":
        """Pool two groups of respondents."""
        return JumlahSkor(self.n + lain.n, self.jumlah + lain.jumlah, self.kuadrat + lain.kuadrat)

    def __sub__(self, lain: "JumlahSkor") -> "JumlahSkor":
        """Take a group out of its whole."""
        return JumlahSkor(self.n - lain.n, self.jumlah - lain.jumlah, self.kuadrat - lain.kuadrat)


def jumlah_skor(formulir: Iterable[Iterable[int]]) -> JumlahSkor:
    """Add up the scores of forms, each given as its answers 1…4 (at least one, at most twelve)."""
    n = jumlah = kuadrat = 0
    for jawaban in formulir:
        isi = list(jawaban)
        if not 1 <= len(isi) <= UNSUR_TERBANYAK:
            raise ValueError(f"Skor memerlukan 1 sampai {UNSUR_TERBANYAK} jawaban, bukan {len(isi)}.")
        skor = sum(isi) * (PENYEBUT_SKOR // len(isi))
        n, jumlah, kuadrat = n + 1, jumlah + skor, kuadrat + skor * skor
    return JumlahSkor(n, jumlah, kuadrat)


def _luas_tengah(t: float, derajat: int) -> float:
    """Probability that |T| ≤ t; the finite series of Abramowitz & Stegun 26.7.3 and 26.7.4."""
    sudut = math.atan(t / math.sqrt(derajat))
    sinus, cosinus2 = math.sin(sudut), math.cos(sudut) ** 2
    ganjil = derajat % 2
    suku = math.cos(sudut) if ganjil else 1.0
    jumlah = 0.0
    for k in range(1, (derajat - ganjil) // 2 + 1):
        jumlah += suku
        suku *= cosinus2 * (2 * k / (2 * k + 1) if ganjil else (2 * k - 1) / (2 * k))
    return 2 / math.pi * (sudut + sinus * jumlah) if ganjil else sinus * jumlah


@lru_cache(maxsize=512)
def kuantil_t(derajat: int) -> Decimal:
    """97.5 % point of Student's t (two-sided 95 %) with whole degrees of freedom, to ten decimals.

    Up to 199 degrees the distribution itself is inverted by bisection, above that the expansion about the normal
    point of Abramowitz & Stegun 26.7.5 is taken. ``ValueError`` below one degree.
    """
    if derajat < 1:
        raise ValueError("Derajat bebas paling sedikit 1.")
    if derajat >= _DERAJAT_URAIAN:
        z = 1.959963984540054
        suku = (
            (z**3 + z) / 4,
            (5 * z**5 + 16 * z**3 + 3 * z) / 96,
            (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
            (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
        )
        return bulatkan(Decimal(z + sum(g / derajat**i for i, g in enumerate(suku, start=1))), 10)
    bawah, atas = 1.9, 12.8
    for _ in range(80):
        tengah = (bawah + atas) / 2
        if _luas_tengah(tengah, derajat) < _PELUANG:
            bawah = tengah
        else:
            atas = tengah
    return bulatkan(Decimal((bawah + atas) / 2), 10)


def _akar(nilai: Fraction) -> Decimal:
    return _KONTEKS.divide(Decimal(nilai.numerator), Decimal(nilai.denominator)).sqrt(_KONTEKS)


@dataclass(frozen=True, slots=True)
class Ketidakpastian:
    """Uncertainty of one index: ``bawah`` … ``atas`` is its 95 % interval on 25…100, cut at the ends of the scale.

    ``ragam`` is the exact square of the standard error. ``koreksi`` says whether the finite population was taken into
    account. Without an interval all figures are None and ``alasan`` says why.
    """

    n: int
    ragam: Fraction | None
    galat_baku: Decimal | None
    setengah: Decimal | None
    bawah: Decimal | None
    atas: Decimal | None
    koreksi: bool
    alasan: str = ""


def ketidakpastian(skor: JumlahSkor | None, ikm: Fraction | None, populasi: int | None = None) -> Ketidakpastian:
    """Standard error and 95 % interval by Student's t of an exact index, from the scores of its respondents.

    SE = sd / √n × √((N−n)/(N−1)) with N = ``populasi``, the service users; N is a count of an earlier period, so
    where it is unknown or not above n the correction is left out and the interval is the wider one. The interval is
    that of a simple random sample; a counter that asks whoever is willing has more doubt than it shows.
    """
    n = 0 if skor is None else skor.n
    if skor is None or ikm is None:
        return Ketidakpastian(n, None, None, None, None, None, False, "Nilai tiap formulir tidak tersimpan.")
    if n < 2:
        return Ketidakpastian(n, None, None, None, None, None, False, "Selang memerlukan paling sedikit dua jawaban.")
    satuan = Fraction(PENGALI_KONVERSI, PENYEBUT_SKOR)
    ragam = (skor.kuadrat - Fraction(skor.jumlah**2, n)) * satuan**2 / (n - 1) / n
    koreksi = populasi is not None and populasi > n
    if populasi is not None and koreksi:
        ragam *= Fraction(populasi - n, populasi - 1)
    if not ragam:
        return Ketidakpastian(
            n,
            ragam,
            Decimal("0.0000"),
            None,
            None,
            None,
            koreksi,
            "Nilai semua formulir sama, jadi selangnya tidak ada.",
        )
    galat = _akar(ragam)
    setengah = _KONTEKS.multiply(galat, kuantil_t(n - 1))
    tengah = _KONTEKS.divide(Decimal(ikm.numerator), Decimal(ikm.denominator))
    return Ketidakpastian(
        n=n,
        ragam=ragam,
        galat_baku=bulatkan(galat, 4),
        setengah=bulatkan(setengah, 2),
        bawah=max(bulatkan(_KONTEKS.subtract(tengah, setengah), 2), _TERENDAH),
        atas=min(bulatkan(_KONTEKS.add(tengah, setengah), 2), _TERTINGGI),
        koreksi=koreksi,
    )


def ketidakpastian_unsur(sebaran: Mapping[int, int], populasi: int | None) -> tuple[Fraction | None, Ketidakpastian]:
    """Exact value (25…100) of one element and its uncertainty, from answer 1…4 -> how many gave it.

    Each respondent's score is that one answer. The value is None without answers.
    """
    n = sum(sebaran.values())
    nilai = Fraction(PENGALI_KONVERSI * sum(v * c for v, c in sebaran.items()), n) if n else None
    per_nilai = [(jumlah_skor([[v]]), c) for v, c in sebaran.items()]
    skor = JumlahSkor(n, sum(c * s.jumlah for s, c in per_nilai), sum(c * s.kuadrat for s, c in per_nilai))
    return nilai, ketidakpastian(skor, nilai, populasi)


class Arah(StrEnum):
    """What may be said about two periods."""

    NAIK = "naik"
    TURUN = "turun"
    BELUM_NAIK = "belum_naik"
    BELUM_TURUN = "belum_turun"
    TETAP = "tetap"
    TIDAK_TAHU = "tidak_tahu"


LABEL_ARAH: dict[Arah, str] = {
    Arah.NAIK: "naik",
    Arah.TURUN: "turun",
    Arah.BELUM_NAIK: "belum dapat disebut naik",
    Arah.BELUM_TURUN: "belum dapat disebut turun",
    Arah.TETAP: "sama",
    Arah.TIDAK_TAHU: "belum dapat dibandingkan",
}


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """Difference of two indices (later minus earlier) with its 95 % interval; None where it cannot be said."""

    arah: Arah
    selisih: Decimal | None
    bawah: Decimal | None
    atas: Decimal | None


def bandingkan(
    sebelum: Fraction | None, tak_tentu_sebelum: Ketidakpastian, sesudah: Fraction | None, tak_tentu: Ketidakpastian
) -> Perbandingan:
    """Welch's comparison of two independent periods, degrees of freedom rounded down.

    «Naik» or «turun» only where the 95 % interval of the difference does not hold zero.
    """
    if sebelum is None or sesudah is None:
        return Perbandingan(Arah.TIDAK_TAHU, None, None, None)
    selisih = sesudah - sebelum
    tertulis = bulatkan(selisih, 2)
    a, b = tak_tentu_sebelum.ragam, tak_tentu.ragam
    if a is None or b is None or not a + b:
        return Perbandingan(Arah.TIDAK_TAHU, tertulis, None, None)
    derajat = math.floor((a + b) ** 2 / (a**2 / (tak_tentu_sebelum.n - 1) + b**2 / (tak_tentu.n - 1)))
    setengah = _KONTEKS.multiply(_akar(a + b), kuantil_t(derajat))
    tengah = _KONTEKS.divide(Decimal(selisih.numerator), Decimal(selisih.denominator))
    bawah, atas = _KONTEKS.subtract(tengah, setengah), _KONTEKS.add(tengah, setengah)
    if bawah > 0:
        arah = Arah.NAIK
    elif atas < 0:
        arah = Arah.TURUN
    elif not tertulis:
        arah = Arah.TETAP
    else:
        arah = Arah.BELUM_NAIK if selisih > 0 else Arah.BELUM_TURUN
    return Perbandingan(arah, tertulis, bulatkan(bawah, 2), bulatkan(atas, 2))
