"""Coordinates worked out by hand from the scales named in each test; words as the screens say them."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakumpit.tampilan.bagan import (
    Butir,
    Kategori,
    Pita,
    TitikTren,
    buat_batang_unsur,
    buat_bilah,
    buat_kemajuan,
    buat_kuadran,
    buat_sebaran,
    buat_selang,
    buat_tren,
)
from rakumpit.tampilan.bagan.geometri import gabung, letak

PREDIKAT = [
    ["Kurang", "Baik", "Sangat Baik"],
    ["Kurang", "Baik", "Baik"],
    ["Sangat Kurang", "Butuh Perbaikan", "Butuh Perbaikan"],
]
BATAS: dict[str, Any] = {"batas_hasil": (90, 110), "batas_perilaku": (80, 100)}
# PermenPANRB 14/2017, table of mutu pelayanan.
PITA = [
    Pita("D", 25, "Tidak baik"),
    Pita("C", 65, "Kurang baik"),
    Pita("B", Decimal("76.61"), "Baik"),
    Pita("A", Decimal("88.31"), "Sangat baik"),
]

# Typed as anything, so that the type checker lets it reach the check of the product.
SALAH_JENIS: Any = 70.5

angka = st.one_of(
    st.integers(-(10**9), 10**9),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3),
)
mungkin = st.none() | angka


def kotak(grafik):
    """The only framed cell as (row, column, cell)."""
    [hasil] = [(i, j, sel) for i, baris in enumerate(grafik.baris) for j, sel in enumerate(baris.sel) if sel.di_sini]
    return hasil


def koordinat(path: str) -> list[Decimal]:
    return [Decimal(teks) for teks in re.findall(r"-?\d+(?:\.\d+)?", path.replace("h.01", ""))]


class TestKuadran:
    def test_titik_menurut_kedua_angka(self):
        """Hasil 95 is 5/20 of 90–110 from below: y 75; perilaku 105 is 5/20 of 100–120: x 25."""
        grafik = buat_kuadran(predikat=PREDIKAT, di=("sesuai", "di_atas"), hasil=95, perilaku=Decimal(105), **BATAS)
        baris, kolom, sel = kotak(grafik)
        assert (baris, kolom, sel.predikat, sel.x, sel.y) == (1, 2, "Baik", Decimal("25.00"), Decimal("75.00"))
        assert sel.titik == "M25.00 75.00h.01"
        assert sel.teks_di_atas
        assert grafik.keterangan == ""
        assert grafik.kalimat == (
            "Hasil kerja sesuai ekspektasi (95,00). Perilaku kerja di atas ekspektasi (105,00). Predikat: Baik."
        )

    def test_sel_paling_bawah_kiri_ada_di_baris_terakhir(self):
        baris, kolom, sel = kotak(
            buat_kuadran(predikat=PREDIKAT, di=("di_bawah", "di_bawah"), hasil=45, perilaku=20, **BATAS)
        )
        assert (baris, kolom, sel.predikat, sel.x, sel.y) == (2, 0, "Sangat Kurang", Decimal("25.00"), Decimal("50.00"))

    def test_angka_di_luar_sel_keputusan_dijepit_dan_disebut(self):
        grafik = buat_kuadran(predikat=PREDIKAT, di=("di_bawah", "di_atas"), hasil=97, perilaku=84, **BATAS)
        _, _, sel = kotak(grafik)
        assert (sel.x, sel.y) == (Decimal("0.00"), Decimal("0.00"))
        assert grafik.keterangan == "Angka berada di luar kotak ini. Titik diletakkan di tepi yang terdekat."

    def test_di_atas_skala_tetap_di_dalam_sel(self):
        grafik = buat_kuadran(predikat=PREDIKAT, di=("di_atas", "di_atas"), hasil=150, perilaku=120, **BATAS)
        _, _, sel = kotak(grafik)
        assert (sel.x, sel.y, grafik.keterangan) == (Decimal("100.00"), Decimal("0.00"), "")

    def test_tepat_pada_batas_termasuk_sel_di_atasnya(self):
        grafik = buat_kuadran(predikat=PREDIKAT, di=("di_atas", "sesuai"), hasil=110, perilaku=80, **BATAS)
        _, _, sel = kotak(grafik)
        assert (sel.x, sel.y, grafik.keterangan) == (Decimal("0.00"), Decimal("100.00"), "")

    @pytest.mark.parametrize(
        "kurang", [{"hasil": None}, {"perilaku": None}, {"batas_hasil": None}, {"batas_perilaku": None}]
    )
    def test_tanpa_salah_satu_angka_tidak_ada_titik(self, kurang):
        lengkap = {"hasil": 95, "perilaku": 105, **BATAS} | kurang
        _, _, sel = kotak(buat_kuadran(predikat=PREDIKAT, di=("sesuai", "di_atas"), **lengkap))
        assert (sel.x, sel.y, sel.titik) == (None, None, "")

    def test_belum_dinilai_menyebut_alasan(self):
        grafik = buat_kuadran(predikat=PREDIKAT, di=None, alasan="perilaku kerja belum dinilai.")
        assert not any(sel.di_sini for baris in grafik.baris for sel in baris.sel)
        assert grafik.kalimat == "Belum dapat ditempatkan: perilaku kerja belum dinilai."
        assert buat_kuadran(predikat=PREDIKAT, di=None).kalimat == "Belum dapat ditempatkan."

    def test_batas_tertulis_pada_baris_dan_kolom(self):
        grafik = buat_kuadran(predikat=PREDIKAT, di=None, batas_hasil=(Decimal("90.00"), Decimal("110.5")))
        assert [(b.label, b.ambang) for b in grafik.baris] == [
            ("di atas", "mulai 110,5"),
            ("sesuai", "mulai 90"),
            ("di bawah", "90"),
        ]
        assert [k.ambang for k in grafik.kolom] == ["", "", ""]

    @pytest.mark.parametrize(
        ("ubah", "pesan"),
        [
            ({"predikat": PREDIKAT[:2]}, "tiga baris"),
            ({"predikat": [["a", "b"]] * 3}, "tiga baris"),
            ({"di": ("tinggi", "sesuai")}, "Letak harus"),
            ({"batas_hasil": (110, 90)}, "harus naik"),
            ({"batas_hasil": (90, 130)}, "di dalam skala"),
            ({"hasil": 95.5}, "bukan float"),
            ({"perilaku": Decimal("NaN")}, "angka biasa"),
            ({"hasil": True}, "bukan bool"),
        ],
    )
    def test_masukan_salah_ditolak(self, ubah, pesan):
        with pytest.raises(ValueError, match=pesan):
            buat_kuadran(**({"predikat": PREDIKAT, "di": ("sesuai", "sesuai"), **BATAS} | ubah))

    @given(hasil=angka, perilaku=angka, i=st.integers(0, 2), j=st.integers(0, 2))
    def test_titik_selalu_di_dalam_sel(self, hasil, perilaku, i, j):
        tempat = ("di_bawah", "sesuai", "di_atas")
        grafik = buat_kuadran(predikat=PREDIKAT, di=(tempat[i], tempat[j]), hasil=hasil, perilaku=perilaku, **BATAS)
        baris, kolom, sel = kotak(grafik)
        assert (2 - baris, kolom) == (i, j)
        assert 0 <= sel.x <= 100
        assert 0 <= sel.y <= 100


class TestSebaran:
    def test_bagian_dari_jumlah_dan_tanda_pola(self):
        grafik = buat_sebaran(
            "Predikat",
            [
                Kategori("Baik", 6, harapan=60),
                Kategori("Butuh Perbaikan", 1, harapan=Decimal("12.5")),
                Kategori("Kurang", 1),
            ],
            satuan="pegawai",
        )
        assert [(b.lebar, b.tanda) for b in grafik.baris] == [
            (Decimal("75.00"), Decimal("60.00")),
            (Decimal("12.50"), Decimal("12.50")),
            (Decimal("12.50"), None),
        ]
        assert [b.teks for b in grafik.baris][:2] == ["6 dari 8 (75\u00a0%)", "1 dari 8 (12,5\u00a0%)"]
        assert [b.harapan for b in grafik.baris] == ["60\u00a0%", "12,5\u00a0%", ""]
        assert grafik.kalimat == "Paling banyak: Baik, 6 dari 8 pegawai (75\u00a0%)."
        assert grafik.berpola

    def test_puncak_bersama_disebut_semua(self):
        grafik = buat_sebaran("Predikat", [Kategori("Baik", 1), Kategori("Sedang", 1), Kategori("Kurang", 1)])
        assert grafik.kalimat == "Paling banyak: Baik, Sedang, dan Kurang, masing-masing 1 dari 3 (33,3\u00a0%)."
        assert not grafik.berpola

    def test_jumlah_nol_adalah_belum_ada_data(self):
        grafik = buat_sebaran("Predikat", [Kategori("Baik", 0), Kategori("Kurang", 0)])
        assert grafik.kalimat == "Belum ada data."
        assert {(b.teks, b.lebar) for b in grafik.baris} == {("Belum ada data", None)}

    @pytest.mark.parametrize(
        ("kategori", "pesan"),
        [
            ([], "satu kategori"),
            ([Kategori("Baik", -1)], "mulai 0"),
            ([Kategori("Baik", True)], "mulai 0"),
            ([Kategori(" ", 1)], "kosong"),
            ([Kategori("Baik", 1, harapan=101)], "0 sampai 100"),
        ],
    )
    def test_masukan_salah_ditolak(self, kategori, pesan):
        with pytest.raises(ValueError, match=pesan):
            buat_sebaran("Predikat", kategori)

    @given(st.lists(st.integers(0, 10**12), min_size=1, max_size=9))
    def test_lebar_di_dalam_gambar_dan_genap_seratus(self, jumlah):
        grafik = buat_sebaran("Predikat", [Kategori(f"K{i}", n) for i, n in enumerate(jumlah)])
        lebar = [b.lebar for b in grafik.baris]
        if sum(jumlah) == 0:
            assert set(lebar) == {None}
        else:
            terisi = [satu for satu in lebar if satu is not None]
            assert all(0 <= satu <= 100 for satu in terisi)
            assert abs(sum(terisi, Decimal(0)) - 100) <= Decimal("0.01") * len(lebar)


class TestTren:
    def test_koordinat_menurut_skala(self):
        """Two periods: x at 25 and 75. Scale 70–90 on y 46…4: 80 is 25, 90 is 4; half-width 5 is 10.5 high."""
        grafik = buat_tren("Indeks", [TitikTren("I", 80, setengah=5), TitikTren("II", 90)], skala=(70, 90))
        assert grafik.garis == "M25.00 25.00L75.00 4.00"
        assert grafik.bulatan == "M25.00 25.00h.01M75.00 4.00h.01"
        assert grafik.kumis == "M25.00 14.50V35.50"
        assert grafik.titik[0].selang == "75,00–85,00"
        assert grafik.kalimat == "II: 90,00. Naik 10,00 dari I."
        assert grafik.keterangan == "Skala 70–90. Garis tegak: selang 95\u00a0%."

    def test_celah_memutus_garis(self):
        nilai = [80, None, 80, 80]
        grafik = buat_tren("Indeks", [TitikTren(f"P{i}", n) for i, n in enumerate(nilai)], skala=(70, 90))
        assert grafik.garis == "M62.50 25.00L87.50 25.00"
        assert len(re.findall("M", grafik.bulatan)) == 3
        assert (grafik.titik[1].teks, grafik.titik[1].y) == ("Belum ada data", None)
        assert grafik.kalimat == "P3: 80,00. Sama dengan P2."
        assert grafik.keterangan.endswith("Garis terputus: belum ada data.")

    def test_satu_nilai_belum_tren(self):
        grafik = buat_tren("Indeks", [TitikTren("I", None), TitikTren("II", Decimal("76.1"))])
        assert not grafik.tergambar
        assert grafik.kalimat == "II: 76,10. Tren baru terlihat setelah ada dua periode."

    def test_tanpa_nilai_belum_ada_data(self):
        grafik = buat_tren("Indeks", [TitikTren("I", None), TitikTren("II", None)])
        assert not grafik.tergambar
        assert grafik.kalimat == "Belum ada data."

    def test_selang_bertumpuk_belum_naik(self):
        """77.85 ± 1.4 reaches 79.25; 79.90 ± 1.32 starts at 78.58."""
        titik = [
            TitikTren("II", Decimal("77.85"), 187, Decimal("1.4")),
            TitikTren("III", Decimal("79.90"), 212, Decimal("1.32")),
        ]
        assert buat_tren("Indeks", titik).kalimat == (
            "III: 79,90. II: 77,85. Selang bertumpuk: belum dapat disebut naik."
        )
        assert buat_tren("Indeks", titik[::-1]).kalimat.endswith("belum dapat disebut turun.")

    def test_selang_terpisah_disebut_turun(self):
        titik = [TitikTren("II", 80, setengah=1), TitikTren("III", Decimal("77.5"), setengah=1)]
        assert buat_tren("Indeks", titik).kalimat == "III: 77,50. Turun 2,50 dari II."

    def test_skala_turunan_memuat_selang(self):
        """78 − 2 = 76 to 82 + 1 = 83; a tenth of 7 is under one unit, so one unit free: 75–84."""
        grafik = buat_tren("Indeks", [TitikTren("I", 78, setengah=2), TitikTren("II", 82, setengah=1)])
        assert grafik.keterangan.startswith("Skala 75–84.")

    def test_di_luar_skala_dijepit(self):
        grafik = buat_tren("Indeks", [TitikTren("I", 10), TitikTren("II", 200, setengah=50)], skala=(25, 100))
        assert [t.y for t in grafik.titik] == [Decimal("46.00"), Decimal("4.00")]
        assert grafik.titik[1].y_atas == Decimal("4.00")

    def test_label_rapat_mulai_tujuh_periode(self):
        assert not buat_tren("Indeks", [TitikTren(f"P{i}", i) for i in range(6)]).rapat
        assert buat_tren("Indeks", [TitikTren(f"P{i}", i) for i in range(7)]).rapat

    @pytest.mark.parametrize(
        ("titik", "pesan"),
        [
            ([], "satu periode"),
            ([TitikTren("I", 1, setengah=-1)], "tidak boleh negatif"),
            ([TitikTren("I", SALAH_JENIS)], "bukan float"),
            ([TitikTren("I", 1, n=-1)], "mulai 0"),
            ([TitikTren("", 1)], "kosong"),
        ],
    )
    def test_masukan_salah_ditolak(self, titik, pesan):
        with pytest.raises(ValueError, match=pesan):
            buat_tren("Indeks", titik)

    @given(
        st.lists(st.tuples(mungkin, st.none() | st.integers(0, 10**6)), min_size=1, max_size=40),
        st.none() | st.just((25, 100)),
    )
    def test_koordinat_selalu_di_dalam_gambar(self, isi, skala):
        titik = [TitikTren(f"P{i}", nilai, setengah=sisi) for i, (nilai, sisi) in enumerate(isi)]
        grafik = buat_tren("Indeks", titik, skala=skala)
        for satu in grafik.titik:
            assert 0 < satu.x < 100
            assert all(tepi is None or 4 <= tepi <= 46 for tepi in (satu.y, satu.y_atas, satu.y_bawah))
        for path in (grafik.garis, grafik.bulatan, grafik.kumis):
            assert all(0 <= satu <= 100 for satu in koordinat(path))
        assert grafik.garis.count("M") == sum(a[0] is not None and b[0] is not None for a, b in pairwise(isi))


class TestBatangUnsur:
    def test_lebar_ambang_dan_kata(self):
        """Scale 25–100: 70 is 45/75 = 60, the bound 76.61 is 51.61/75 = 68.81."""
        grafik = buat_batang_unsur(
            "Unsur",
            [Butir("Biaya", 100, tanda="Sangat baik"), Butir("Waktu", 70), Butir("Alat", None)],
            batas=Decimal("76.61"),
        )
        assert [b.lebar for b in grafik.baris] == [Decimal("100.00"), Decimal("60.00"), None]
        assert [b.di_bawah for b in grafik.baris] == [False, True, False]
        assert grafik.ambang == Decimal("68.81")
        assert grafik.baris[2].teks == "Belum ada data"
        assert grafik.kalimat == "1 dari 2 di bawah batas 76,61: Waktu. 1 belum ada data."
        assert grafik.keterangan == "Batang mulai dari 25, penuh pada 100. Garis tegak: batas, 76,61."

    def test_tepat_pada_batas_tidak_di_bawah(self):
        grafik = buat_batang_unsur("Unsur", [Butir("Biaya", Decimal("76.61"))], batas=Decimal("76.61"))
        assert grafik.kalimat == "Tidak ada yang di bawah batas 76,61."

    def test_tanpa_batas_menyebut_ujung(self):
        grafik = buat_batang_unsur("Unsur", [Butir("A", 70), Butir("B", 90, teks="90 hari"), Butir("C", 80)])
        assert grafik.kalimat == "Tertinggi B (90 hari), terendah A (70,00)."
        assert buat_batang_unsur("Unsur", [Butir("A", 70)]).kalimat == "A: 70,00."
        assert buat_batang_unsur("Unsur", [Butir("A", None)]).kalimat == "Belum ada data."

    def test_di_luar_skala_dijepit(self):
        grafik = buat_batang_unsur("Unsur", [Butir("A", 0), Butir("B", 101)])
        assert [b.lebar for b in grafik.baris] == [Decimal("0.00"), Decimal("100.00")]

    @pytest.mark.parametrize(
        ("kata", "pesan"),
        [
            ({"butir": []}, "satu butir"),
            ({"batas": 20}, "di luar skala"),
            ({"skala": (100, 25)}, "harus naik"),
            ({"butir": [Butir("A", SALAH_JENIS)]}, "bukan float"),
            ({"judul": ""}, "kosong"),
        ],
    )
    def test_masukan_salah_ditolak(self, kata, pesan):
        with pytest.raises(ValueError, match=pesan):
            buat_batang_unsur(**({"judul": "Unsur", "butir": [Butir("A", 70)]} | kata))

    @given(nilai=st.lists(mungkin, min_size=1, max_size=9), batas=st.integers(25, 100))
    def test_koordinat_selalu_di_dalam_gambar(self, nilai, batas):
        grafik = buat_batang_unsur("Unsur", [Butir(f"U{i}", satu) for i, satu in enumerate(nilai)], batas=batas)
        assert grafik.ambang is not None
        assert 0 <= grafik.ambang <= 100
        assert all((b.lebar is None) == (n is None) for b, n in zip(grafik.baris, nilai, strict=True))
        assert all(b.lebar is None or 0 <= b.lebar <= 100 for b in grafik.baris)


class TestKemajuanDanBilah:
    def test_bagian_dan_kata(self):
        grafik = buat_kemajuan(64, 96, satuan="pegawai")
        assert (grafik.lebar, grafik.teks, grafik.tanda) == (Decimal("66.67"), "64 dari 96 pegawai", None)

    def test_target(self):
        grafik = buat_kemajuan(Decimal(95), 120, teks="Capaian 95,00", target=100)
        assert (grafik.lebar, grafik.tanda, grafik.di_bawah) == (Decimal("79.17"), Decimal("83.33"), True)
        assert grafik.teks == "Capaian 95,00, di bawah target"
        assert not buat_kemajuan(100, 120, target=100).di_bawah

    @pytest.mark.parametrize(("isi", "dari"), [(None, 10), (0, 0), (None, 0)])
    def test_tidak_ada_yang_dihitung(self, isi, dari):
        grafik = buat_kemajuan(isi, dari)
        assert (grafik.lebar, grafik.teks) == (None, "Belum ada data")

    def test_nol_bukan_kosong_dan_lebih_tetap_penuh(self):
        assert (buat_kemajuan(0, 10).lebar, buat_kemajuan(0, 10).teks) == (Decimal("0.00"), "0 dari 10")
        assert buat_kemajuan(12, 10).lebar == Decimal("100.00")

    @pytest.mark.parametrize(
        "kata", [{"isi": -1, "dari": 2}, {"isi": 1, "dari": -2}, {"isi": 1, "dari": 2, "target": -1}]
    )
    def test_negatif_ditolak(self, kata):
        with pytest.raises(ValueError, match="negatif"):
            buat_kemajuan(**kata)

    @given(isi=mungkin.filter(lambda n: n is None or n >= 0), dari=st.integers(0, 10**9))
    def test_batang_selalu_di_dalam_gambar(self, isi, dari):
        grafik = buat_kemajuan(isi, dari, target=50)
        assert all(satu is None or 0 <= satu <= 100 for satu in (grafik.lebar, grafik.tanda))

    def test_bilah(self):
        grafik = buat_bilah(2, 4, kini=3, satuan="langkah")
        assert [b.penuh for b in grafik.bilah] == [True, True, False, False]
        assert [b.kini for b in grafik.bilah] == [False, False, True, False]
        assert grafik.bilah[1].d == "M17 2h6l-4 16h-6z"
        assert (grafik.lebar, grafik.kini, grafik.teks) == (48, "M24 22h9", "2 dari 4 langkah, kini ke-3")

    def test_bilah_tanpa_isi_dan_lebih_dari_penuh(self):
        assert buat_bilah(0, 0).teks == "Belum ada data"
        assert buat_bilah(22, 20, satuan="JP").teks == "22 dari 20 JP"
        assert all(b.penuh for b in buat_bilah(22, 20).bilah)

    @pytest.mark.parametrize(
        ("kata", "pesan"),
        [
            ({"isi": 1, "dari": 41}, "paling banyak 40"),
            ({"isi": -1, "dari": 4}, "mulai 0"),
            ({"isi": 1, "dari": 4, "kini": 5}, "1 sampai 4"),
            ({"isi": 1, "dari": 4, "kini": 0}, "1 sampai 4"),
        ],
    )
    def test_bilah_salah_ditolak(self, kata, pesan):
        with pytest.raises(ValueError, match=pesan):
            buat_bilah(**kata)

    @pytest.mark.parametrize("dari", [1, 7, 40])
    def test_bilah_di_dalam_gambar(self, dari):
        """Rightmost corner of a slat: its start and 6; leftmost: 4 before it."""
        grafik = buat_bilah(0, dari, kini=dari)
        mulai = [koordinat(b.d)[0] for b in grafik.bilah]
        assert min(mulai) - 4 >= 0
        assert max(mulai) + 6 <= grafik.lebar
        assert koordinat(grafik.kini)[0] + 9 <= grafik.lebar


class TestSelang:
    def test_letak_pita_dan_selang(self):
        """(79.90 − 25)/75 = 73.20; (78.58 − 25)/75 = 71.44, (81.22 − 25)/75 = 74.96."""
        grafik = buat_selang(Decimal("79.90"), PITA, setengah=Decimal("1.32"))
        assert (grafik.x, grafik.kiri, grafik.lebar) == (Decimal("73.20"), Decimal("71.44"), Decimal("3.52"))
        assert [p.x for p in grafik.pita] == [Decimal("0.00"), Decimal("53.33"), Decimal("68.81"), Decimal("84.41")]
        assert [p.rentang for p in grafik.pita] == ["25,00–64,99", "65,00–76,60", "76,61–88,30", "88,31–100,00"]
        assert [p.di_sini for p in grafik.pita] == [False, False, True, False]
        assert grafik.kalimat == "Indeks 79,90: mutu B (baik). Selang 95\u00a0%: 78,58–81,22."
        assert grafik.label_gambar.startswith("Skala 25,00 sampai 100,00. Indeks 79,90")

    def test_selang_menyentuh_mutu_lain(self):
        grafik = buat_selang(Decimal("77"), PITA, setengah=Decimal(13))
        assert grafik.kalimat.endswith("Selang ini juga menyentuh mutu D, C, dan A.")

    @pytest.mark.parametrize(
        ("nilai", "mutu"), [("76.604", "C"), ("76.605", "B"), ("88.31", "A"), ("25", "D"), ("100", "A")]
    )
    def test_mutu_menurut_nilai_yang_tertulis(self, nilai, mutu):
        [pita] = [p for p in buat_selang(Decimal(nilai), PITA).pita if p.di_sini]
        assert pita.label == mutu

    def test_tanpa_nilai(self):
        grafik = buat_selang(None, PITA, setengah=1)
        assert (grafik.x, grafik.kiri, grafik.lebar) == (None, None, None)
        assert grafik.kalimat == "Indeks: belum ada data."
        assert not any(p.di_sini for p in grafik.pita)

    @pytest.mark.parametrize(
        ("kata", "pesan"),
        [
            ({"pita": []}, "satu pita"),
            ({"pita": PITA[::-1]}, "harus naik"),
            ({"sampai": 80}, "harus naik"),
            ({"setengah": -1}, "negatif"),
            ({"nilai": 80.5}, "bukan float"),
        ],
    )
    def test_masukan_salah_ditolak(self, kata, pesan):
        with pytest.raises(ValueError, match=pesan):
            buat_selang(**({"nilai": Decimal(80), "pita": PITA} | kata))

    @given(nilai=angka, setengah=st.none() | st.integers(0, 10**6))
    def test_koordinat_selalu_di_dalam_gambar(self, nilai, setengah):
        grafik = buat_selang(nilai, PITA, setengah=setengah)
        assert grafik.x is not None
        assert 0 <= grafik.x <= 100
        if setengah is not None:
            assert grafik.kiri is not None
            assert grafik.lebar is not None
            assert grafik.lebar >= 0
            assert 0 <= grafik.kiri <= grafik.x <= grafik.kiri + grafik.lebar <= 100
        assert sum(p.lebar for p in grafik.pita) == 100
        assert sum(p.di_sini for p in grafik.pita) == 1


def test_letak_pada_sumbu_turun_dan_pembulatan_setengah_ke_atas():
    assert letak(Decimal(80), (Decimal(70), Decimal(90)), (46, 4)) == Decimal("25.00")
    assert letak(Decimal("0.00005"), (Decimal(0), Decimal(1))) == Decimal("0.01")


def test_gabung_memakai_titik_koma_bila_nama_memuat_dan():
    assert gabung(["a"]) == "a"
    assert gabung(["a", "b"]) == "a dan b"
    assert gabung(["a", "b", "c"]) == "a, b, dan c"
    assert gabung(["Ruang dan alat", "Biaya"]) == "Ruang dan alat; Biaya"
