"""Rounding half up against a Fraction oracle; numbers as people write them."""

from __future__ import annotations

import math
from decimal import ROUND_DOWN, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakumpit.angka import AlasanAngka, AngkaTidakSah, baca_angka, bulatkan, format_angka


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"),
    [
        ("2.345", 2, "2.35"),
        ("-2.345", 2, "-2.35"),
        ("2.3449999999999999999999999999999999999", 2, "2.34"),
        ("88.305", 2, "88.31"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.5", 0, "-1"),
        ("76.608", 2, "76.61"),
        ("100", 2, "100.00"),
    ],
)
def test_bulatkan_setengah_ke_atas(nilai: str, desimal: int, hasil: str) -> None:
    assert str(bulatkan(Decimal(nilai), desimal)) == hasil


def test_bulatkan_pecahan_tepat_setengah() -> None:
    assert bulatkan(Fraction(1, 8), 2) == Decimal("0.13")
    assert bulatkan(Fraction(-1, 8), 2) == Decimal("-0.13")
    assert str(bulatkan(7)) == "7.00"


def test_bulatkan_tidak_pernah_menghasilkan_nol_negatif() -> None:
    assert str(bulatkan(Decimal("-0.001"))) == "0.00"
    assert format_angka(Decimal("-0.004")) == "0,00"


def test_bulatkan_tidak_bergantung_pada_konteks_desimal() -> None:
    panjang = Decimal("123456789012345678901234567890.125")
    with localcontext() as konteks:
        konteks.prec = 3
        konteks.rounding = ROUND_DOWN
        assert str(bulatkan(panjang)) == "123456789012345678901234567890.13"


def test_bulatkan_menolak_float_dan_yang_bukan_bilangan() -> None:
    with pytest.raises(TypeError):
        bulatkan(2.675)  # type: ignore[arg-type]  # a caller without type checks
    for nilai in ("NaN", "Infinity"):
        with pytest.raises(ValueError, match="tidak dapat dibulatkan"):
            bulatkan(Decimal(nilai))
    with pytest.raises(ValueError, match="negatif"):
        bulatkan(1, -1)


@given(st.fractions(), st.integers(min_value=0, max_value=8))
def test_bulatkan_sama_dengan_oracle_fraction(nilai: Fraction, desimal: int) -> None:
    skala = 10**desimal
    oracle = Fraction(math.floor(abs(nilai) * skala + Fraction(1, 2)), skala)
    hasil = bulatkan(nilai, desimal)
    assert Fraction(hasil) == (oracle if nilai >= 0 else -oracle)
    assert hasil.as_tuple().exponent == -desimal


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.integers(min_value=0, max_value=6))
def test_bulatkan_dua_kali_sama_dengan_sekali(nilai: Decimal, desimal: int) -> None:
    sekali = bulatkan(nilai, desimal)
    assert bulatkan(sekali, desimal) == sekali
    assert abs(Fraction(sekali) - Fraction(nilai)) * 2 <= Fraction(1, 10**desimal)


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (Decimal("82.449"), 2, "82,45"),
        (Decimal("1250.75"), 2, "1.250,75"),
        (10_000_000, 0, "10.000.000"),
        (Decimal("-1234.5"), 1, "-1.234,5"),
        (Fraction(1, 3), 4, "0,3333"),
    ],
)
def test_format_angka_cara_indonesia(nilai: Decimal | Fraction | int, desimal: int, teks: str) -> None:
    assert format_angka(nilai, desimal) == teks


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("3,5", "3.5"),
        ("82,45", "82.45"),
        ("1.250,75", "1250.75"),
        ("1250,75", "1250.75"),
        ("1.250.000", "1250000"),
        ("1.250.000,5", "1250000.5"),
        ("82.5", "82.5"),
        ("0.125", "0.125"),
        ("1250.750", "1250.750"),
        ("1,250", "1.250"),
        ("007", "7"),
        ("-4", "-4"),
        ("\u22124,5", "-4.5"),
        ("+4", "4"),
        ("  12 ", "12"),
        ("\u00a095,00\u00a0", "95.00"),
        (7, "7"),
        (82.5, "82.5"),
        (Decimal("12.500"), "12.500"),
    ],
)
def test_baca_angka_yang_bermakna_tunggal(teks: str | float | Decimal, hasil: str) -> None:
    assert str(baca_angka(teks)) == hasil


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("12.500", AlasanAngka.TITIK_BERMAKNA_GANDA),
        ("1.000", AlasanAngka.TITIK_BERMAKNA_GANDA),
        ("-12.500", AlasanAngka.TITIK_BERMAKNA_GANDA),
        ("1,250.75", AlasanAngka.TANDA_INGGRIS),
        ("1,250,000.00", AlasanAngka.TANDA_INGGRIS),
        ("", AlasanAngka.KOSONG),
        ("   ", AlasanAngka.KOSONG),
        ("tiga", AlasanAngka.BUKAN_ANGKA),
        ("3,5,6", AlasanAngka.BUKAN_ANGKA),
        ("12.34,5", AlasanAngka.BUKAN_ANGKA),
        ("1.2.3", AlasanAngka.BUKAN_ANGKA),
        ("3 5", AlasanAngka.BUKAN_ANGKA),
        ("85%", AlasanAngka.BUKAN_ANGKA),
        ("1e5", AlasanAngka.BUKAN_ANGKA),
        ("NaN", AlasanAngka.BUKAN_ANGKA),
        ("5,", AlasanAngka.BUKAN_ANGKA),
        ("--5", AlasanAngka.BUKAN_ANGKA),
        ("٣", AlasanAngka.BUKAN_ANGKA),
        ("9" * 41, AlasanAngka.TERLALU_PANJANG),
        (True, AlasanAngka.BUKAN_ANGKA),
        (float("nan"), AlasanAngka.BUKAN_ANGKA),
        (None, AlasanAngka.BUKAN_ANGKA),
    ],
)
def test_baca_angka_menolak_dengan_alasan(teks: object, alasan: AlasanAngka) -> None:
    with pytest.raises(AngkaTidakSah) as galat:
        baca_angka(teks)
    assert galat.value.alasan == alasan


def test_titik_ganda_diberi_dua_cara_menulis() -> None:
    with pytest.raises(AngkaTidakSah, match=r"Tulis 12500 .* atau 12,500"):
        baca_angka("12.500")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_yang_ditulis_format_angka_dibaca_kembali_sama(nilai: Decimal) -> None:
    assert baca_angka(format_angka(nilai)) == nilai
