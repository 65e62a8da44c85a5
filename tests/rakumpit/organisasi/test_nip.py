"""NIP: golden rows, the forms in which lists write it, and numbers that a spreadsheet has spoiled."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakumpit.lembar import baca_lembar, cari_judul
from rakumpit.organisasi.nip import AlasanNIP, NIPTidakSah, baca_nip, format_nip, peringatan_nip

DATA = Path(__file__).parents[2] / "data"
KASUS = DATA / "kasus"


def baris_emas(skema: str) -> list[tuple[str, str, dict[str, object]]]:
    with (DATA / "kinerja" / "golden_kinerja.csv").open(encoding="utf-8", newline="") as berkas:
        return [
            (b["id"], json.loads(b["input_json"])["nip"], json.loads(b["expected_json"]))
            for b in csv.DictReader(berkas)
            if b["scheme"] == skema
        ]


def alasan(nilai: object) -> AlasanNIP:
    with pytest.raises(NIPTidakSah) as galat:
        baca_nip(nilai)
    return galat.value.alasan


def test_baris_emas_pns() -> None:
    ((kode, teks, harap),) = baris_emas("nip.pns")
    nip = baca_nip(teks)
    assert (kode, nip.jenis, nip.kode, nip.perjanjian_ke) == ("G14", "pns", None, None)
    assert {
        "valid": True,
        "lahir": nip.lahir.isoformat(),
        "tmt_cpns": f"{nip.tmt_tahun}-{nip.tmt_bulan:02}",
        "jenis_kelamin": nip.jenis_kelamin,
        "urut": nip.urut,
    } == harap


def test_baris_emas_pppk() -> None:
    ((kode, teks, harap),) = baris_emas("nip.pppk")
    nip = baca_nip(teks)
    assert (kode, nip.jenis, nip.tmt_bulan) == ("G15", "pppk", None)
    assert {
        "valid": True,
        "lahir": nip.lahir.isoformat(),
        "tahun_pengangkatan": nip.tmt_tahun,
        "kode": nip.kode,
        "perjanjian_ke": nip.perjanjian_ke,
        "jenis_kelamin": nip.jenis_kelamin,
        "urut": nip.urut,
    } == harap


def test_baris_emas_yang_tidak_sah() -> None:
    baris = baris_emas("nip.invalid")
    assert [kode for kode, _, _ in baris] == ["G16", "G17", "G18"]
    assert [alasan(teks) for _, teks, _ in baris] == [harap["alasan"] for _, _, harap in baris]


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("", "panjang"),
        ("-", "panjang"),
        ("1985081720100119010", "panjang"),
        ("198502302010011901", "tanggal"),
        ("000001012010011901", "tanggal"),
        ("198508172010001901", "bulan"),
        ("198508172010131901", "bulan"),
        ("198508172010201901", "bulan"),
        ("198508172010301901", "bulan"),
        ("198508172010010901", "jenis_kelamin"),
        ("198508172010011000", "urut"),
        ("19850817201001190l", "bukan_angka"),
        ("١٩٨٥٠٨١٧٢٠١٠٠١١٩٠١", "bukan_angka"),
        ("198508172010011901.0", "bukan_angka"),
        ("1,98803E+17", "notasi_ilmiah"),
        ("1.98803E+17", "notasi_ilmiah"),
        ("'1.99e17", "notasi_ilmiah"),
        ("1E+17", "notasi_ilmiah"),
        (1.99002032015022e17, "notasi_ilmiah"),
        (199002032015022000, "notasi_ilmiah"),
        (Decimal("1.99002032015022E+17"), "notasi_ilmiah"),
        (19850817, "panjang"),
        (1985.5, "bukan_angka"),
        (float("nan"), "bukan_angka"),
        (True, "bukan_angka"),
        (None, "bukan_angka"),
        (date(1985, 8, 17), "bukan_angka"),
    ],
)
def test_ditolak_dengan_alasan(teks: object, harap: str) -> None:
    assert alasan(teks) == harap


@pytest.mark.parametrize("kode", range(21, 30))
def test_semua_nomor_perjanjian_pppk(kode: int) -> None:
    nip = baca_nip(f"199507172022{kode}1906")
    assert (nip.jenis, nip.kode, nip.perjanjian_ke) == ("pppk", 2, kode - 20)


def test_kabisat_di_dalam_nip() -> None:
    assert baca_nip("199602292020122001").lahir == date(1996, 2, 29)
    assert alasan("199702292020122001") == "tanggal"


def test_pesan_tidak_memuat_nomor_dan_menyebut_yang_harus_dilakukan() -> None:
    with pytest.raises(NIPTidakSah) as galat:
        baca_nip("199002032015022000")
    assert "19900203" not in str(galat.value)
    with pytest.raises(NIPTidakSah, match="sebagai Teks"):
        baca_nip(1.99002032015022e17)


def test_c01_digit_yang_hilang_tidak_dikarang() -> None:
    tabel = cari_judul(baca_lembar(KASUS / "C01_nip_angka.xlsx"), {"nip": {"NIP"}})
    hasil: dict[int, str] = {}
    for baris in tabel.baris:
        nilai = tabel.sel(baris, "nip").nilai
        try:
            hasil[baris.nomor] = baca_nip(nilai).nip
        except NIPTidakSah as galat:
            hasil[baris.nomor] = galat.alasan
    assert hasil == {
        2: "198508172010011901",
        3: "notasi_ilmiah",
        4: "notasi_ilmiah",
        5: "197401012007011902",
        6: "notasi_ilmiah",
    }


def test_c02_lima_cara_menulis() -> None:
    tabel = cari_judul(baca_lembar(KASUS / "C02_nip_bentuk.csv"), {"nip": {"nip"}})
    mentah = [tabel.sel(baris, "nip").nilai for baris in tabel.baris]
    assert mentah[0] == '="198508172010011901"'
    assert [baca_nip(str(nilai)).nip for nilai in mentah] == [
        "198508172010011901",
        "197401012007011902",
        "197811252006042903",
        "199002032015022904",
        "198803212011011905",
    ]


def test_c04_satu_nip_dalam_dua_tulisan_dan_yang_tanpa_nip() -> None:
    tabel = cari_judul(baca_lembar(KASUS / "C04_tanpa_nip.csv"), {"nip": {"NIP"}, "nama": {"NAMA"}})
    teks = [tabel.sel(baris, "nip").teks for baris in tabel.baris]
    assert [t in {"", "-"} for t in teks] == [False, True, True, True, True, False, False]
    assert baca_nip(teks[5]) == baca_nip(teks[6])


def test_format_nip_berkelompok() -> None:
    assert format_nip(baca_nip("198508172010011901")) == "19850817 201001 1 901"
    assert format_nip("198508172010011901") == "19850817 201001 1 901"
    assert format_nip("") == ""


def test_peringatan_tidak_menolak() -> None:
    nip = baca_nip("198508172010011901")
    assert peringatan_nip(nip, date(1985, 8, 17)) == []
    assert len(peringatan_nip(nip, date(1985, 8, 18))) == 1
    assert "usia" in peringatan_nip(baca_nip("200508172010011901"))[0]


@given(
    st.dates(date(1940, 1, 1), date(2009, 12, 31)),
    st.tuples(st.integers(1960, 2030), st.one_of(st.integers(1, 12), st.integers(21, 29))),
    st.sampled_from("12"),
    st.integers(1, 999),
    st.sampled_from(
        ["{0} {1} {2} {3}", "{0}-{1}-{2}-{3}", "'{0}{1}{2}{3}", '="{0}{1}{2}{3}"', " {0}\u00a0{1}\u00a0{2}{3} "]
    ),
)
def test_setiap_nip_sah_dibaca_dari_tulisan_apa_pun(
    lahir: date, pengangkatan: tuple[int, int], kelamin: str, urut: int, bentuk: str
) -> None:
    tahun, kode = pengangkatan
    bagian = (f"{lahir:%Y%m%d}", f"{tahun}{kode:02}", kelamin, f"{urut:03}")
    nip = baca_nip(bentuk.format(*bagian))
    assert nip.nip == "".join(bagian)
    assert (nip.lahir, nip.tmt_tahun, nip.jenis) == (lahir, tahun, "pns" if kode <= 12 else "pppk")
    assert baca_nip(format_nip(nip)) == nip
