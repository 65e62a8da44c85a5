"""Answers of free surveys: reading, branching, order, arithmetic. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from statistics import mean, median

import pytest

from survei.perhitungan import NilaiTidakSah
from survei.perhitungan.butir import (
    Butir,
    Jawaban,
    JenisPertanyaan,
    baca_butir,
    periksa_isian,
    ringkas_angka,
    salah_susun,
    sebagai_isian,
    susun_acak,
)

J = JenisPertanyaan
TUNGGAL = Butir("p1", J.TUNGGAL, pilihan=frozenset({1, 2, 3}))
GANDA = Butir("p2", J.GANDA, pilihan=frozenset({1, 2, 3}))
ANGKA = Butir("p3", J.ANGKA, bawah=Decimal(0), atas=Decimal(20))
TEKS = Butir("p4", J.TEKS)
TANGGAL = Butir("p5", J.TANGGAL)
MATRIKS = Butir("p6", J.MATRIKS, pilihan=frozenset({1, 2}), baris=("b1", "b2"))


@pytest.mark.parametrize(
    ("butir", "isi", "nilai"),
    [
        (TUNGGAL, ["2"], 2),
        (TUNGGAL, ["tidak"], None),
        (TUNGGAL, [], None),
        (GANDA, ["3", "1", "3"], [1, 3]),
        (ANGKA, ["2,50"], "2.5"),
        (ANGKA, ["2.5"], "2.5"),
        (ANGKA, ["10"], "10"),
        (ANGKA, ["0"], "0"),
        (TEKS, ["  tidak "], "tidak"),
        (TEKS, ["dua\r\nbaris 😀"], "dua\nbaris 😀"),
        (TANGGAL, ["2026-09-01"], "2026-09-01"),
        (TANGGAL, ["1 September 2026"], "2026-09-01"),
    ],
)
def test_isian_dibaca(butir: Butir, isi: list[str], nilai: Jawaban) -> None:
    assert baca_butir(butir, isi) == nilai


@pytest.mark.parametrize(
    ("butir", "isi"),
    [
        (TUNGGAL, ["4"]),
        (TUNGGAL, ["-1"]),
        (TUNGGAL, ["1", "2"]),
        (TUNGGAL, ["<script>"]),
        (TUNGGAL, ["²"]),
        (GANDA, ["1", "9"]),
        (ANGKA, ["21"]),
        (ANGKA, ["-1"]),
        (ANGKA, ["1,005"]),
        (ANGKA, ["NaN"]),
        (ANGKA, ["banyak"]),
        (TEKS, ["a" * 501]),
        (TEKS, ["a\x00b"]),
        (TEKS, ["\ud800"]),
        (TANGGAL, ["12/31/2026"]),
        (TANGGAL, ["46000"]),
    ],
)
def test_isian_ditolak_dengan_kalimat(butir: Butir, isi: list[str]) -> None:
    with pytest.raises(NilaiTidakSah) as galat:
        baca_butir(butir, isi)
    assert galat.value.alasan.endswith(".")


def baca(isi: Mapping[str, Sequence[str]]) -> tuple[dict[str, Jawaban], dict[str, str]]:
    lanjut = Butir("p7", J.TEKS, bila="p1", bila_nilai=frozenset({2}))
    cucu = Butir("p9", J.TUNGGAL, pilihan=frozenset({1, 2}), bila="p8", bila_nilai=frozenset({1}))
    anak = Butir("p8", J.GANDA, pilihan=frozenset({1, 2}), bila="p1", bila_nilai=frozenset({2, 3}), wajib=False)
    return periksa_isian([TUNGGAL, lanjut, anak, cucu, MATRIKS], lambda kunci: isi.get(kunci, []))


BARIS = {"p6-b1": ["1"], "p6-b2": ["tidak"]}


def test_yang_tidak_dicapai_dibuang_dan_tidak_wajib() -> None:
    jawaban, galat = baca({"p1": ["1"], "p7": ["dititipkan"], "p8": ["1"], "p9": ["1"], **BARIS})
    assert galat == {}
    assert jawaban == {"p1": 1, "p6-b1": 1, "p6-b2": None}


def test_yang_dicapai_wajib_sampai_ke_cucunya() -> None:
    jawaban, galat = baca({"p1": ["2"], "p8": ["1", "2"], **BARIS})
    assert galat == {"p7": "Belum diisi.", "p9": "Belum dijawab."}
    assert jawaban["p8"] == [1, 2]
    # The grandchild is out of reach where its parent was not asked, whatever was posted there.
    assert "p9" not in baca({"p1": ["1"], "p8": ["1"], "p9": ["2"], **BARIS})[0]


def test_tabel_wajib_di_setiap_baris_dan_tidak_menjawab_adalah_jawaban() -> None:
    assert baca({"p1": ["tidak"], "p6-b1": ["2"]})[1] == {"p6-b2": "Belum dijawab."}
    assert baca({"p1": ["tidak"], **BARIS})[1] == {}


def test_ganda_dan_teks_wajib_tidak_dilewati_dengan_kata_tidak() -> None:
    assert periksa_isian([GANDA], lambda _: ["tidak"])[1] == {"p2": "Belum dijawab."}
    assert periksa_isian([TEKS], lambda _: ["tidak"]) == ({"p4": "tidak"}, {})


def test_jawaban_tersimpan_terbaca_lagi_sama() -> None:
    semua: list[tuple[Butir, list[str]]] = [
        (TUNGGAL, ["tidak"]),
        (GANDA, ["1", "2"]),
        (ANGKA, ["2,5"]),
        (TEKS, ["kata"]),
        (TEKS, ["tidak"]),
        (Butir("p4", J.TEKS, wajib=False), []),
        (TANGGAL, ["2026-09-01"]),
    ]
    for butir, isi in semua:
        jawaban, galat = periksa_isian([butir], lambda _, isi=isi: isi)  # type: ignore[misc]  # bound by default
        ulang = periksa_isian([butir], lambda kunci, jawaban=jawaban: sebagai_isian(jawaban, kunci, {"p4"}))  # type: ignore[misc]
        assert (ulang, galat) == ((jawaban, {}), {})


def test_urutan_acak_tetap_untuk_satu_formulir_dan_menjaga_bagian_serta_syarat() -> None:
    daftar = [
        Butir("b1", J.BAGIAN),
        *(Butir(f"p{i}", J.TUNGGAL, pilihan=frozenset({1, 2})) for i in range(1, 6)),
        Butir("anak", J.TEKS, bila="p2", bila_nilai=frozenset({1})),
        Butir("b2", J.BAGIAN),
        Butir("akhir", J.TEKS),
    ]
    urutan = {tuple(satu.kode for satu in susun_acak(daftar, str(biji))) for biji in range(50)}
    assert len(urutan) > 20
    for satu in urutan:
        assert sorted(satu) == sorted(butir.kode for butir in daftar)
        assert (satu[0], satu[7:]) == ("b1", ("b2", "akhir"))
        assert satu.index("anak") == satu.index("p2") + 1
    assert susun_acak(daftar, "sama") == susun_acak(daftar, "sama")


def test_susunan_yang_tidak_dapat_terbit() -> None:
    yatim = Butir("p9", J.TEKS, bila="p1", bila_nilai=frozenset({1}))
    assert set(salah_susun([yatim, TUNGGAL])) == {"p9"}
    assert set(salah_susun([TUNGGAL, Butir("p9", J.TEKS, bila="p1", bila_nilai=frozenset({7}))])) == {"p9"}
    assert set(salah_susun([Butir("p1", J.GANDA, pilihan=frozenset({1}))])) == {"p1"}
    assert set(salah_susun([Butir("p1", J.MATRIKS, pilihan=frozenset({1, 2}))])) == {"p1"}
    assert salah_susun([TUNGGAL, yatim, GANDA, ANGKA, MATRIKS]) == {}


def test_rata_rata_dan_nilai_tengah_sama_dengan_pustaka_baku() -> None:
    sebaran = {Decimal(1): 3, Decimal("2.5"): 2, Decimal(10): 1}
    lurus = [Decimal(1)] * 3 + [Decimal("2.5")] * 2 + [Decimal(10)]
    hasil = ringkas_angka(sebaran)
    assert (hasil.n, hasil.rata, hasil.median) == (6, round(mean(lurus), 2), median(lurus))
    assert hasil.median == Decimal("1.75")
    assert ringkas_angka({}).rata is None
