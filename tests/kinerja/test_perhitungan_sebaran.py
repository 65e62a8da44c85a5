"""The pattern of an organisation predicate against the people of a unit, in whole numbers."""

from __future__ import annotations

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
        # Istimewa: Sangat Baik at most 70%.
        ("istimewa", {P.SANGAT_BAIK: 7, P.BAIK: 3}, [True]),
        ("istimewa", {P.SANGAT_BAIK: 8, P.BAIK: 3}, [False]),
        # Baik: Baik at most 70%, and at least one Butuh Perbaikan and/or Kurang.
        ("baik", {P.BAIK: 7, P.SANGAT_BAIK: 2, P.KURANG: 1}, [True, True]),
        ("baik", {P.BAIK: 7, P.SANGAT_BAIK: 3}, [True, False]),
        ("baik", {P.BAIK: 8, P.BUTUH_PERBAIKAN: 2}, [False, True]),
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
