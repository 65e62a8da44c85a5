"""Standard error, interval and comparison against published tables and an oracle that shares no code with them."""

from __future__ import annotations

import csv
import statistics
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survei.perhitungan import (
    Arah,
    JumlahSkor,
    Ketidakpastian,
    bandingkan,
    indeks_dari_jawaban,
    jumlah_skor,
    ketidakpastian,
    kuantil_t,
)
from survei.perhitungan.indeks import URUTAN_KUESIONER

SKM = Path(__file__).parents[1] / "data" / "skm"

# Two-sided 95 % points as printed in the NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2.
TABEL_T = {
    1: "12.706", 2: "4.303", 3: "3.182", 4: "2.776", 5: "2.571", 6: "2.447", 7: "2.365", 8: "2.306", 9: "2.262",
    10: "2.228", 11: "2.201", 12: "2.179", 13: "2.160", 14: "2.145", 15: "2.131", 16: "2.120", 17: "2.110",
    18: "2.101", 19: "2.093", 20: "2.086", 21: "2.080", 22: "2.074", 23: "2.069", 24: "2.064", 25: "2.060",
    26: "2.056", 27: "2.052", 28: "2.048", 29: "2.045", 30: "2.042", 40: "2.021", 50: "2.009", 60: "2.000",
    70: "1.994", 80: "1.990", 90: "1.987", 100: "1.984", 10**9: "1.960",
}  # fmt: skip


@pytest.mark.parametrize(("derajat", "tercetak"), TABEL_T.items())
def test_kuantil_t_sama_dengan_tabel(derajat: int, tercetak: str) -> None:
    assert abs(kuantil_t(derajat) - Decimal(tercetak)) <= Decimal("0.0005")


def test_kuantil_t_turun_tanpa_lompatan_di_antara_kedua_cara() -> None:
    deret = [kuantil_t(derajat) for derajat in range(1, 400)]
    turun = [kiri - kanan for kiri, kanan in pairwise(deret)]
    assert all(satu > 0 for satu in turun)
    assert all(kiri > kanan for kiri, kanan in pairwise(turun))
    with pytest.raises(ValueError, match="Derajat"):
        kuantil_t(0)


def formulir(nama: str, **saring: str) -> list[list[int]]:
    with (SKM / nama).open(encoding="utf-8", newline="") as berkas:
        return [
            [int(baris[f"U{i}"]) for i in range(1, 10)]
            for baris in csv.DictReader(berkas)
            if all(baris[kunci] == isi for kunci, isi in saring.items())
        ]


def hitung(isi: list[list[int]], populasi: int | None = None) -> Ketidakpastian:
    jawaban = [dict(zip(map(str, URUTAN_KUESIONER), satu, strict=True)) for satu in isi]
    return ketidakpastian(jumlah_skor(isi), indeks_dari_jawaban(jawaban).ikm_eksak, populasi)


@pytest.mark.parametrize(
    "nama",
    [
        "kediri-2024-raw.csv",
        "biro-organisasi-sumbar-2024-raw.csv",
        "sekadau-2019s1-first49-raw.csv",
        "pulang-pisau-2020-s2.csv",
        "pulang-pisau-dpmptsp-2018-2020-2022-raw.csv",
    ],
)
@pytest.mark.parametrize("populasi", [None, 2000])
def test_galat_baku_jawaban_nyata_sama_dengan_pustaka_statistik(nama: str, populasi: int | None) -> None:
    """The library's own standard deviation of the scores, in binary floats, is the oracle."""
    isi = formulir(nama)
    n = len(isi)
    skor = [25 * sum(satu) / 9 for satu in isi]
    galat = statistics.stdev(skor) / n**0.5
    if populasi:
        galat *= ((populasi - n) / (populasi - 1)) ** 0.5
    hasil = hitung(isi, populasi)
    assert hasil.galat_baku is not None
    assert hasil.setengah is not None
    assert float(hasil.galat_baku) == pytest.approx(galat, abs=6e-5)
    assert float(hasil.setengah) == pytest.approx(galat * float(kuantil_t(n - 1)), abs=0.006)
    assert hasil.koreksi is (populasi is not None)
    assert hasil.bawah is not None
    assert hasil.atas is not None
    tengah = statistics.mean(skor)
    assert float(hasil.bawah) == pytest.approx(max(tengah - float(hasil.setengah), 25), abs=0.02)
    assert float(hasil.atas) == pytest.approx(min(tengah + float(hasil.setengah), 100), abs=0.02)


def test_satu_jawaban_dan_skor_yang_semua_sama_tidak_memberi_selang() -> None:
    assert hitung(formulir("tubaba-2023s1-raw.csv")).bawah is None
    semua = hitung([[4] * 9] * 40)
    assert (semua.bawah, semua.atas, semua.galat_baku) == (None, None, Decimal("0.0000"))
    assert "Nilai semua formulir sama" in semua.alasan
    assert "tidak tersimpan" in ketidakpastian(None, Fraction(80)).alasan


def test_populasi_yang_tidak_lebih_besar_dari_jawaban_tidak_menyempitkan_selang() -> None:
    isi = formulir("kediri-2024-raw.csv")
    tanpa = hitung(isi)
    assert [hitung(isi, N).setengah for N in (1, 20)] == [tanpa.setengah] * 2
    sempit = hitung(isi, 21)
    assert sempit.setengah is not None
    assert tanpa.setengah is not None
    assert sempit.setengah < tanpa.setengah


def test_selang_tidak_keluar_dari_skala() -> None:
    """Mean 85, variance 1125, SE √225 = 15, t(4) = 2.776445 gives 41.65 to each side."""
    hasil = hitung([[4] * 9] * 4 + [[1] * 9])
    assert (hasil.galat_baku, hasil.setengah) == (Decimal("15.0000"), Decimal("41.65"))
    assert (hasil.bawah, hasil.atas) == (Decimal("43.35"), Decimal(100))


def test_perbandingan_welch_dengan_contoh_tangan() -> None:
    """Equal n and equal spread: Welch is the pooled test with 2n−2 degrees; difference and width by hand.

    Scores 50 and 75 alternating, n = 10: variance 25²·10/36 = 173.611…, SE² = 17.3611…; two periods 34.7222…,
    SE = 5.89256; t(18) = 2.10092; half-width 12.3798.
    """
    lama = hitung([[2] * 9, [3] * 9] * 5)
    baru = hitung([[3] * 9, [4] * 9] * 5)
    hasil = bandingkan(Fraction(125, 2), lama, Fraction(175, 2), baru)
    assert (hasil.arah, hasil.selisih) == (Arah.NAIK, Decimal("25.00"))
    assert (hasil.bawah, hasil.atas) == (Decimal("12.62"), Decimal("37.38"))
    assert bandingkan(Fraction(175, 2), baru, Fraction(125, 2), lama).arah is Arah.TURUN
    dekat = hitung([[2] * 9, [3] * 9] * 4 + [[3] * 9, [4] * 9])
    assert bandingkan(Fraction(125, 2), lama, Fraction(135, 2), dekat).arah is Arah.BELUM_NAIK
    assert bandingkan(Fraction(135, 2), dekat, Fraction(125, 2), lama).arah is Arah.BELUM_TURUN
    assert bandingkan(Fraction(125, 2), lama, Fraction(125, 2), lama).arah is Arah.TETAP


def test_pulang_pisau_naik_dari_2020_ke_2022() -> None:
    """78.09 in 2020 and 98.59 in 2022, hundreds of forms each: beyond any chance."""
    lama, baru = (formulir("pulang-pisau-dpmptsp-2018-2020-2022-raw.csv", year=tahun) for tahun in ("2020", "2022"))
    ikm = [Fraction(25 * sum(map(sum, isi)), 9 * len(isi)) for isi in (lama, baru)]
    hasil = bandingkan(ikm[0], hitung(lama), ikm[1], hitung(baru))
    assert hasil.arah is Arah.NAIK
    assert hasil.bawah is not None
    assert hasil.bawah > 15


def test_yang_tidak_dapat_dibandingkan_disebut_begitu() -> None:
    satu, sama = hitung([[4] * 9]), hitung([[4] * 9] * 40)
    assert bandingkan(Fraction(100), satu, Fraction(100), sama).arah is Arah.TIDAK_TAHU
    assert bandingkan(None, satu, Fraction(100), sama).arah is Arah.TIDAK_TAHU
    assert bandingkan(Fraction(100), sama, Fraction(75), hitung([[3] * 9] * 40)).arah is Arah.TIDAK_TAHU


nilai = st.lists(st.integers(1, 4), min_size=1, max_size=12)


@settings(max_examples=80, deadline=None)
@given(st.lists(nilai, max_size=15), st.lists(nilai, max_size=15))
def test_jumlah_skor_tepat_dan_dapat_digabung(a: list[list[int]], b: list[list[int]]) -> None:
    gabungan = jumlah_skor(a) + jumlah_skor(b)
    assert gabungan == jumlah_skor(a + b)
    assert gabungan - jumlah_skor(b) == jumlah_skor(a)
    rata = [Fraction(sum(satu), len(satu)) for satu in a + b]
    assert Fraction(gabungan.jumlah, 27720) == sum(rata)
    assert Fraction(gabungan.kuadrat, 27720**2) == sum(satu**2 for satu in rata)


def test_skor_menolak_formulir_kosong_dan_terlalu_panjang() -> None:
    for isi in ([], [1] * 13):
        with pytest.raises(ValueError, match="1 sampai 12"):
            jumlah_skor([isi])
    assert jumlah_skor([]) == JumlahSkor(0, 0, 0)
