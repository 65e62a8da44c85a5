"""The pattern of an organisation predicate against the people of a unit, in whole numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.perhitungan import (
    POLA_SEBARAN,
    RATING_PIMPINAN,
    CapaianOrganisasi,
    Predikat,
    Rating,
    banding_sebaran,
    kalimat_pola,
    persen_baik,
)

P = Predikat


def test_every_line_says_its_sum_also_where_it_holds():
    (satu, dua) = banding_sebaran("butuh_perbaikan", {P.SANGAT_BAIK: 1, P.BUTUH_PERBAIKAN: 5})
    assert (satu.rumus, satu.cocok) == ("10 × 5 ≥ 6 × 6", True)
    assert satu.saran == "pola menyarankan paling sedikit 60% (4)"
    assert (dua.rumus, dua.cocok) == ("10 × 1 > 1 × 6", False)
    assert dua.hitungan == "1 dari 6 pegawai berpredikat Sangat Baik"
    assert dua.saran == "pola menyarankan paling banyak 10% (0)"


@pytest.mark.parametrize(
    ("capaian", "jumlah", "cocok"),
    [
        # Istimewa: most, at most 70%, Sangat Baik. Half is not most.
        ("istimewa", {P.SANGAT_BAIK: 7, P.BAIK: 3}, [True, True]),
        ("istimewa", {P.SANGAT_BAIK: 8, P.BAIK: 3}, [True, False]),
        ("istimewa", {P.SANGAT_BAIK: 5, P.BAIK: 5}, [False, True]),
        # Baik: most, at most 70%, Baik, and at least one Butuh Perbaikan and/or Kurang.
        ("baik", {P.BAIK: 7, P.SANGAT_BAIK: 2, P.KURANG: 1}, [True, True, True]),
        ("baik", {P.BAIK: 7, P.SANGAT_BAIK: 3}, [True, True, False]),
        ("baik", {P.BAIK: 8, P.BUTUH_PERBAIKAN: 2}, [True, False, True]),
        ("baik", {P.BAIK: 3, P.SANGAT_BAIK: 2, P.KURANG: 1}, [False, True, True]),
        # Kurang: at least 60% Kurang, at least 10% Butuh Perbaikan, Sangat Baik at most 10%.
        ("kurang", {P.KURANG: 6, P.BUTUH_PERBAIKAN: 1, P.SANGAT_BAIK: 1, P.BAIK: 2}, [True, True, True]),
        ("kurang", {P.KURANG: 5, P.BAIK: 5}, [False, False, True]),
        # Sangat Kurang: at least 60%, at least 10% Kurang and/or Butuh Perbaikan, no Sangat Baik.
        ("sangat_kurang", {P.SANGAT_KURANG: 9, P.KURANG: 1}, [True, True, True]),
        ("sangat_kurang", {P.SANGAT_KURANG: 18, P.KURANG: 1, P.SANGAT_BAIK: 1}, [True, False, False]),
    ],
)
def test_patterns_of_se_3_2023(capaian: str, jumlah: dict[Predikat, int], cocok: list[bool]):
    assert [satu.cocok for satu in banding_sebaran(capaian, jumlah)] == cocok


def test_most_is_more_than_half_with_its_sum():
    satu = banding_sebaran("istimewa", {P.SANGAT_BAIK: 3, P.BAIK: 3})[0]
    assert (satu.rumus, satu.cocok) == ("2 × 3 ≤ 6", False)
    assert satu.saran == "pola menyarankan sebagian besar, dibaca lebih dari separuh (4)"


def test_pattern_in_words():
    """SE MenPANRB 3/2023 as one secondary source summarises it."""
    assert kalimat_pola("istimewa") == (((P.SANGAT_BAIK,), "sebagian besar, paling banyak 70%"),)
    assert kalimat_pola("baik") == (
        ((P.BAIK,), "sebagian besar, paling banyak 70%"),
        ((P.BUTUH_PERBAIKAN, P.KURANG), "paling sedikit 1 orang"),
    )
    assert kalimat_pola("sangat_kurang") == (
        ((P.SANGAT_KURANG,), "paling sedikit 60%"),
        ((P.KURANG, P.BUTUH_PERBAIKAN), "paling sedikit 10%"),
        ((P.SANGAT_BAIK,), "tidak ada"),
    )


@given(st.sampled_from(list(CapaianOrganisasi)), st.dictionaries(st.sampled_from(list(Predikat)), st.integers(0, 400)))
def test_no_people_no_lines(capaian: CapaianOrganisasi, jumlah: dict[Predikat, int]):
    assert (len(banding_sebaran(capaian, jumlah)) == 0) == (sum(jumlah.values()) == 0)


def test_every_organisation_predicate_has_a_pattern_and_a_rating_of_its_head():
    assert set(POLA_SEBARAN) == set(RATING_PIMPINAN) == set(CapaianOrganisasi)
    assert [RATING_PIMPINAN[satu] for satu in CapaianOrganisasi] == [
        Rating.DI_ATAS,
        Rating.SESUAI,
        Rating.DI_BAWAH,
        Rating.DI_BAWAH,
        Rating.DI_BAWAH,
    ]


@pytest.mark.parametrize(
    ("predikat", "minimum", "persen"),
    [
        # 5 of 6 and 1 of 16 by hand: 83.33… and 6.25, the latter half up.
        ({"sangat_baik": 2, "baik": 3, "kurang": 1}, 5, Decimal("83.3")),
        ({"baik": 1, "butuh_perbaikan": 15}, 5, Decimal("6.3")),
        ({"baik": 5}, 5, Decimal("100.0")),
        ({"sangat_kurang": 5}, 5, Decimal("0.0")),
        ({"baik": 4}, 5, None),
        ({}, 0, None),
    ],
)
def test_persen_baik_is_exact_and_hidden_for_few(predikat, minimum, persen):
    assert persen_baik(predikat, minimum=minimum) == persen
