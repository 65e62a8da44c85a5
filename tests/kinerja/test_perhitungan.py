"""Golden tables and boundaries of the evaluation; expected values come from the sources, not from the code."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal, getcontext, localcontext
from pathlib import Path

import pytest

from kinerja import perhitungan
from kinerja.perhitungan import (
    JenjangFungsional,
    NilaiDasar,
    Predikat,
    PredikatPP30,
    banding_sebaran,
    capaian,
    periksa_bobot,
    predikat_kinerja,
    predikat_pp30,
    rata_menurut_hari,
    rata_tertimbang,
    teks_angka,
)
from rakumpit.angka import bulatkan

DATA = Path(__file__).parent.parent / "data"
D = Decimal


def golden(awalan: str) -> list:
    """Rows of the golden table whose scheme starts with ``awalan``; fails when there are none."""
    with (DATA / "kinerja" / "golden_kinerja.csv").open(newline="", encoding="utf-8") as berkas:
        baris = [b for b in csv.DictReader(berkas) if b["scheme"].startswith(awalan)]
    assert baris, awalan
    return [
        pytest.param(
            json.loads(b["input_json"], parse_float=D),
            json.loads(b["expected_json"], parse_float=D),
            D(b["tolerance"] or "0"),
            id=b["id"],
        )
        for b in baris
    ]


def kasus(nama: str) -> dict:
    isi: dict = json.loads((DATA / "kasus" / f"{nama}.json").read_text(encoding="utf-8"), parse_float=D)
    return isi


def kata(teks: str) -> str:
    return teks.lower().replace(" ", "_")


class TestKuadran:
    @pytest.mark.parametrize(("masukan", "harapan", "_"), golden("permenpanrb6_2022.kuadran"))
    def test_every_cell_of_the_golden_table(self, masukan, harapan, _):
        hasil, perilaku = kata(masukan["hasil_kerja"]), kata(masukan["perilaku"])
        assert predikat_kinerja(hasil, perilaku) == kata(harapan["predikat"])
        assert predikat_kinerja(masukan["hasil_kerja"], masukan["perilaku"]) is Predikat(kata(harapan["predikat"]))

    def test_golden_table_has_all_nine_cells(self):
        assert len(golden("permenpanrb6_2022.kuadran")) == 9

    def test_off_diagonal_corners(self):
        assert predikat_kinerja("di_atas", "di_bawah") == "kurang"
        assert predikat_kinerja("di_bawah", "di_atas") == "butuh_perbaikan"

    def test_table_with_swapped_axes_fails_the_golden_table(self):
        # Negative control: the fault of one real app must be visible in this table.
        salah = [
            p.id
            for p in golden("permenpanrb6_2022.kuadran")
            if predikat_kinerja(kata(p.values[0]["perilaku"]), kata(p.values[0]["hasil_kerja"]))
            != kata(p.values[1]["predikat"])
        ]
        assert salah == ["G19.3", "G19.6", "G19.7", "G19.8"]

    @pytest.mark.parametrize("rating", ["", "cukup", "baik", None])
    def test_unknown_rating_is_refused(self, rating):
        with pytest.raises(ValueError, match="is not a valid Rating"):
            predikat_kinerja(rating, "sesuai")


class TestCapaian:
    @pytest.mark.parametrize(("masukan", "harapan", "toleransi"), golden("permenpanrb8_2021.capaian_iki"))
    def test_published_examples(self, masukan, harapan, toleransi):
        arah = {"normal": "tinggi", "khusus": "rendah"}[masukan["kondisi"]]
        hasil = capaian((masukan["target_min"], masukan["target_max"]), masukan["realisasi"], arah)
        assert abs(hasil - harapan["capaian_persen"]) <= toleransi

    def test_misprint_of_page_100_is_not_followed(self):
        # The Lampiran prints 92/90 x 100% = 113%.
        assert bulatkan(capaian(90, 92, "tinggi") or D(0), 4) == D("102.2222")

    @pytest.mark.parametrize(
        ("target", "realisasi", "arah", "harapan"),
        [
            (100, 90, "tinggi", 90),
            (100, 0, "tinggi", 0),
            (95, 93, "tinggi", D(9300) / 95),
            (12, 12, "rendah", 100),
            (12, "9.12", "rendah", 124),
            (12, 9.12, "rendah", 124),
            (12, 0, "rendah", 200),
            (12, 24, "rendah", 0),
            (12, 25, "rendah", 0),
            ((80, 90), 80, "tinggi", 100),
            ((80, 90), 85, "tinggi", 100),
            ((80, 90), 90, "tinggi", 100),
            ((80, 90), 99, "tinggi", 110),
            ((80, 90), 72, "tinggi", 90),
            ((4, 5), 3, "rendah", 125),
            ((4, 5), 6, "rendah", 80),
            ((0, 5), 0, "rendah", 100),
            ((None, 5), 6, "rendah", 80),
            ((5, None), 6, "rendah", 80),
        ],
    )
    def test_values(self, target, realisasi, arah, harapan):
        hasil = capaian(target, realisasi, arah)
        assert isinstance(hasil, Decimal)
        assert hasil == harapan

    @pytest.mark.parametrize("target", [0, "0.00", None, "", (None, None), (0, 0)])
    def test_without_a_usable_target_there_is_none(self, target):
        assert capaian(target, 5, "tinggi") is None
        assert capaian(target, 0, "rendah") is None

    def test_empty_realisasi_is_none_and_zero_is_zero(self):
        assert capaian(10, None, "tinggi") is None
        assert capaian(10, "", "tinggi") is None
        assert capaian(10, 0, "tinggi") == 0

    def test_cap_limits_and_is_optional(self):
        assert capaian(10, 13, "tinggi") == 130
        assert capaian(10, 13, "tinggi", 120) == 120
        assert capaian(10, 12, "tinggi", batas=D(120)) == 120
        assert capaian(10, 11, "tinggi", 120) == 110

    @pytest.mark.parametrize(
        ("target", "realisasi", "arah", "pesan"),
        [
            ((90, 80), 85, "tinggi", "Batas bawah"),
            ((90, 80), None, "tinggi", "Batas bawah"),
            (-1, 5, "tinggi", "negatif"),
            (10, -1, "tinggi", "negatif"),
            ("sepuluh", 5, "tinggi", "bukan angka"),
            ("NaN", 5, "tinggi", "bukan angka"),
            (10, float("inf"), "tinggi", "bukan angka"),
            (10, 5, "naik", "Arah"),
        ],
    )
    def test_nonsense_is_refused(self, target, realisasi, arah, pesan):
        with pytest.raises(ValueError, match=pesan):
            capaian(target, realisasi, arah)

    def test_not_rounded_and_independent_of_the_callers_context(self):
        with localcontext() as konteks:
            konteks.prec = 4
            assert str(capaian(3, 2, "tinggi")) == "66.66666666666666666666666667"
        assert getcontext().prec == 28


class TestPredikatPP30:
    @pytest.mark.parametrize(("masukan", "harapan", "_"), golden("pp30_2019.predikat"))
    def test_golden_table(self, masukan, harapan, _):
        assert predikat_pp30(masukan["nilai"], masukan["ide_baru"]) == kata(harapan["predikat"])

    @pytest.mark.parametrize(
        ("nilai", "ide", "harapan"),
        [
            (115, False, "baik"),
            ("109.99", True, "baik"),
            (120, True, "sangat_baik"),
            (0, True, "sangat_kurang"),
            ("89.999", True, "cukup"),
        ],
    )
    def test_boundaries(self, nilai, ide, harapan):
        assert predikat_pp30(nilai, ide) is PredikatPP30(harapan)

    def test_negative_is_refused(self):
        with pytest.raises(ValueError, match="negatif"):
            predikat_pp30(-1, False)


class TestBobot:
    @pytest.mark.parametrize(
        ("nomor", "pesan"),
        [
            (1, None),
            (2, "99,9"),
            (3, None),
            (4, "101"),
            (5, "persen"),
            (6, "nomor 1 adalah −10"),
            (7, None),
            (8, "nomor 3 belum diisi"),
        ],
    )
    def test_lists_of_the_case(self, nomor, pesan):
        daftar = [D(teks) if teks else None for teks in kasus("C29_jumlah_bobot")["daftar"][nomor - 1]]
        hasil = periksa_bobot(daftar)
        if pesan is None:
            assert hasil is None
        else:
            assert pesan in (hasil or "")

    def test_no_weights_at_all_means_equal_ones(self):
        assert periksa_bobot([None, None]) is None
        assert periksa_bobot([]) is None

    def test_zero_and_more_than_100_are_refused(self):
        assert "nomor 1 adalah 0" in (periksa_bobot([D(0), D(100)]) or "")
        assert "nomor 1 adalah 100,01" in (periksa_bobot([D("100.01")]) or "")

    @pytest.mark.parametrize("bobot", ["NaN", "Infinity", "-Infinity"])
    def test_what_is_no_number_is_refused(self, bobot):
        assert periksa_bobot([D(50), D(bobot)]) == "Bobot indikator nomor 2 bukan angka."


class TestRataTertimbang:
    def test_a_real_zero_counts_and_a_missing_part_leaves_the_divisor(self):
        isi = kasus("C26_bobot_60_40")
        hasil = {}
        for pegawai in isi["pegawai"]:
            perilaku = rata_tertimbang((1, nilai) for nilai in pegawai["perilaku"].values())
            hasil[pegawai["kode"]] = rata_tertimbang(
                [(isi["bobot"]["skp"], pegawai["skp"]), (isi["bobot"]["perilaku"], perilaku)]
            )
        assert hasil["A"] == 90
        assert hasil["B"] == 90
        assert bulatkan(hasil["C"] or D(0)) == D("74.67")

    def test_unused_part_leaves_the_divisor(self):
        assert rata_tertimbang((1, nilai) for nilai in kasus("C27_komponen_tidak_dipakai")["nilai"].values()) == 5

    def test_nothing_left_is_none(self):
        assert rata_tertimbang([(1, None)]) is None
        assert rata_tertimbang([]) is None

    def test_move_within_the_year_counts_by_days(self):
        bagian = [
            (*(date.fromisoformat(hari) for hari in n["periode"].split("/")), n["nilai"])
            for n in kasus("C62_pindah_tengah_tahun")["nilai"]
        ]
        assert [(selesai - mulai).days + 1 for mulai, selesai, _ in bagian] == [165, 200]
        assert bulatkan(rata_menurut_hari(bagian) or D(0)) == D("85.48")
        with pytest.raises(ValueError, match="sebelum dimulai"):
            rata_menurut_hari([(date(2026, 2, 1), date(2026, 1, 1), 80)])


class TestSebaran:
    @staticmethod
    def peringatan(capaian: str, jumlah: dict[Predikat, int]) -> list[str]:
        """What the page marks: the limits that do not hold."""
        return [f"{satu.hitungan}; {satu.saran}" for satu in banding_sebaran(capaian, jumlah) if not satu.cocok]

    def test_at_most_ten_percent_of_six_people_is_nobody(self):
        (peringatan,) = self.peringatan("butuh_perbaikan", {Predikat.SANGAT_BAIK: 1, Predikat.BUTUH_PERBAIKAN: 5})
        assert peringatan == "1 dari 6 pegawai berpredikat Sangat Baik; pola menyarankan paling banyak 10% (0)"
        assert self.peringatan("butuh_perbaikan", {Predikat.SANGAT_BAIK: 1, Predikat.BUTUH_PERBAIKAN: 9}) == []

    def test_sixty_percent_is_compared_exactly(self):
        assert self.peringatan("butuh_perbaikan", {Predikat.BUTUH_PERBAIKAN: 6, Predikat.BAIK: 4}) == []
        (peringatan,) = self.peringatan("butuh_perbaikan", {Predikat.BUTUH_PERBAIKAN: 10, Predikat.BAIK: 7})
        assert "paling sedikit 60% (11)" in peringatan

    def test_other_patterns(self):
        assert self.peringatan("istimewa", {Predikat.SANGAT_BAIK: 7, Predikat.BAIK: 3}) == []
        assert len(self.peringatan("istimewa", {Predikat.SANGAT_BAIK: 8, Predikat.BAIK: 2})) == 1
        assert len(self.peringatan("baik", {Predikat.BAIK: 10})) == 2
        assert len(self.peringatan("sangat_kurang", {Predikat.SANGAT_BAIK: 1, Predikat.SANGAT_KURANG: 9})) == 2
        assert self.peringatan("kurang", {}) == []


class TestPilihan:
    @pytest.mark.parametrize(
        "pilihan",
        ["Rating", "Predikat", "PredikatPP30", "CapaianOrganisasi", "Arah", "Sumber", "NilaiDasar", "Penilai"],
    )
    def test_every_choice_has_a_label(self, pilihan):
        nama = {"PredikatPP30": "PREDIKAT_PP30", "CapaianOrganisasi": "CAPAIAN_ORGANISASI", "NilaiDasar": "NILAI_DASAR"}
        label = getattr(perhitungan, f"LABEL_{nama.get(pilihan, pilihan.upper())}")
        assert list(label) == list(getattr(perhitungan, pilihan))
        assert all(label.values())

    def test_levels_have_labels_and_seven_values_exist(self):
        assert list(perhitungan.LABEL_JENJANG_FUNGSIONAL) == list(JenjangFungsional)
        assert len(NilaiDasar) == 7

    @pytest.mark.parametrize(
        ("nilai", "teks"),
        [
            ("87.5000", "87,5"),
            ("100.0000", "100"),
            ("1E+2", "100"),
            ("0.0000", "0"),
            ("1500", "1500"),
            ("12500000.50", "12.500.000,5"),
            ("-10", "−10"),
            ("1E-7", "0,0000001"),
        ],
    )
    def test_numbers_in_formulas(self, nilai, teks):
        assert teks_angka(D(nilai)) == teks
