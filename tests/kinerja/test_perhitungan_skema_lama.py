"""Golden rows of the schemes of 2014-2021."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.perhitungan import capaian
from kinerja.perhitungan.skema_lama import (
    nilai_capaian_2013,
    nilai_iki_2021,
    nilai_rencana_ja_jf_2021,
    nilai_tertimbang_tambahan_2021,
    nilai_waktu_2013,
    sebutan_2013,
)
from tests.kinerja.test_perhitungan import golden

D = Decimal


@pytest.mark.parametrize(("masukan", "harapan", "toleransi"), golden("perka_bkn1_2013.waktu"))
def test_time_of_2013(masukan, harapan, toleransi):
    assert abs(nilai_waktu_2013(masukan["target"], masukan["realisasi"]) - harapan["nilai"]) <= toleransi


def test_time_of_2013_falls_again_just_below_the_boundary():
    assert nilai_waktu_2013(100, 76) == 100
    assert nilai_waktu_2013(100, 75) == 75
    with pytest.raises(ValueError, match="di atas 0"):
        nilai_waktu_2013(0, 5)


@pytest.mark.parametrize(("masukan", "harapan", "toleransi"), golden("perka_bkn1_2013.nilai_capaian"))
def test_value_of_2013(masukan, harapan, toleransi):
    hasil = nilai_capaian_2013(masukan["target"], masukan["realisasi"])
    assert abs(hasil.nilai_capaian - harapan["nilai_capaian"]) <= toleransi
    for nama in ("kuantitas", "kualitas", "waktu"):
        assert hasil.aspek[nama] == harapan.get(nama, hasil.aspek[nama])
    assert hasil.penghitungan == harapan.get("penghitungan", hasil.penghitungan)
    assert hasil.sebutan == harapan.get("sebutan", hasil.sebutan)


def test_cost_without_target_is_not_used_and_on_target_is_used():
    assert nilai_capaian_2013({"kuantitas": 2, "biaya": 0}, {"kuantitas": 2, "biaya": 0}).nilai_capaian == 100
    assert nilai_capaian_2013({"kuantitas": 2, "biaya": 5}, {"kuantitas": 2, "biaya": 5}).nilai_capaian == 88
    with pytest.raises(ValueError, match="Tidak ada aspek"):
        nilai_capaian_2013({"biaya": 0}, {"biaya": 0})


@pytest.mark.parametrize(
    ("nilai", "sebutan"),
    [("91", "Sangat Baik"), ("90.995", "Sangat Baik"), ("90.99", "Baik"), (76, "Baik"), (61, "Cukup"), (51, "Kurang"),
     ("50.99", "Buruk")],
)  # fmt: skip
def test_words_of_2013(nilai, sebutan):
    assert sebutan_2013(nilai) == sebutan


@pytest.mark.parametrize(("masukan", "harapan", "toleransi"), golden("permenpanrb8_2021.nilai_iki_jpt"))
def test_indicator_of_2021(masukan, harapan, toleransi):
    persen, kategori, nilai = nilai_iki_2021(capaian(masukan["target"], masukan["realisasi"], "tinggi") or D(0))
    assert (persen, kategori) == (harapan["capaian_persen"], harapan["kategori"])
    assert abs(nilai - harapan["nilai"]) <= toleransi


@pytest.mark.parametrize(
    ("persen", "kategori", "nilai"),
    [(111, "Sangat Baik", 120), (110, "Sangat Baik", 120), (101, "Sangat Baik", 110), ("99.5", "Baik", 109),
     (99, "Cukup", 89), (80, "Cukup", 70), (79, "Kurang", 69), (60, "Kurang", 50), (59, "Sangat Kurang", 49),
     (0, "Sangat Kurang", 0)],
)  # fmt: skip
def test_bands_of_2021(persen, kategori, nilai):
    assert nilai_iki_2021(D(persen))[1:] == (kategori, nilai)
    assert nilai_iki_2021(D(100), target_maksimum=True)[2] == 120


@pytest.mark.parametrize(("masukan", "harapan", "toleransi"), golden("permenpanrb8_2021.nilai_tertimbang_tambahan"))
def test_additional_result_of_2021(masukan, harapan, toleransi):
    hasil = nilai_tertimbang_tambahan_2021(masukan["bobot_kategori"], masukan["bobot_lingkup"], masukan["nilai"])
    assert abs(hasil - harapan["nilai_tertimbang"]) <= toleransi


@pytest.mark.parametrize(("masukan", "harapan", "_"), golden("permenpanrb8_2021.nilai_rencana_jajf"))
def test_plan_of_2021(masukan, harapan, _):
    assert nilai_rencana_ja_jf_2021(masukan["kategori_iki"]) == harapan["nilai_rencana"]


def test_mix_on_which_the_sources_disagree_is_not_decided():
    assert nilai_rencana_ja_jf_2021(["SB", "SB", "K"]) is None
