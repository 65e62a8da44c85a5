"""The charts as they reach the browser: well-formed, without inline style, readable without the drawing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

from django.template.loader import render_to_string
from django.test import SimpleTestCase

from rakumpit.tampilan.bagan import (
    Butir,
    Grafik,
    Kategori,
    TitikTren,
    buat_batang_unsur,
    buat_bilah,
    buat_kemajuan,
    buat_kuadran,
    buat_sebaran,
    buat_selang,
    buat_tren,
)
from tests.rakumpit.tampilan.test_bagan import BATAS, PITA, PREDIKAT

KUADRAN = buat_kuadran(
    predikat=PREDIKAT, di=("sesuai", "di_atas"), hasil=Decimal("96.86"), perilaku=Decimal("104.29"), **BATAS
)
SEBARAN = buat_sebaran("Sebaran predikat", [Kategori("Baik", 1500, 60), Kategori("Kurang & lain", 500, 40)])
TREN = buat_tren(
    "Tren indeks",
    [TitikTren("I", Decimal("76.1"), 1400, Decimal("1.6")), TitikTren("II", None), TitikTren("III", 80, 212)],
)
UNSUR = buat_batang_unsur(
    "Nilai unsur",
    [Butir("Biaya", Decimal("96.11"), 1212, tanda="Sangat baik"), Butir("Waktu", 70), Butir("Alat", None)],
    batas=Decimal("76.61"),
)
SELANG = buat_selang(Decimal("79.90"), PITA, setengah=Decimal("1.32"))
SEMUA: list[Grafik] = [
    KUADRAN,
    buat_kuadran(predikat=PREDIKAT, di=None),
    SEBARAN,
    buat_sebaran("Kosong", [Kategori("Baik", 0)]),
    TREN,
    buat_tren("Panjang", [TitikTren(f"P{i}", i * 1000) for i in range(12)]),
    buat_tren("Satu", [TitikTren("I", 80)]),
    UNSUR,
    buat_batang_unsur("Tanpa batas", [Butir("Biaya", 90, 10)]),
    buat_kemajuan(Decimal("1234.5"), 9000, target=2000),
    buat_kemajuan(None, 10),
    buat_bilah(14, 40, kini=15),
    buat_bilah(0, 0),
    SELANG,
    buat_selang(None, PITA),
]


def gambar(grafik: Grafik) -> ET.Element:
    """The rendered chart, parsed strictly."""
    html = render_to_string(grafik.templat, {"grafik": grafik}).replace("&nbsp;", "\u00a0").replace("<br>", "<br/>")
    return ET.fromstring(f"<div>{html}</div>")  # noqa: S314 - our own template


def teks(simpul: ET.Element) -> str:
    return " ".join("".join(simpul.itertext()).replace("\u00ad", "").split())


def baris_tabel(pohon: ET.Element) -> list[list[str]]:
    return [[teks(sel) for sel in baris] for baris in pohon.findall(".//tbody/tr")]


class SemuaBaganTests(SimpleTestCase):
    def test_tanpa_gaya_sebaris_dan_tanpa_huruf_di_dalam_gambar(self):
        for grafik in SEMUA:
            with self.subTest(grafik=type(grafik).__name__):
                for simpul in gambar(grafik).iter():
                    self.assertFalse({"style", "onclick", "id"} & set(simpul.attrib))
                for svg in gambar(grafik).iter("svg"):
                    self.assertEqual(teks(svg), "")

    def test_setiap_gambar_bernama_atau_disembunyikan_dari_pembaca_layar(self):
        for grafik in SEMUA:
            with self.subTest(grafik=type(grafik).__name__):
                for svg in gambar(grafik).iter("svg"):
                    if svg.get("role") == "img":
                        self.assertTrue(svg.get("aria-label", "").strip())
                    else:
                        self.assertEqual(svg.get("aria-hidden"), "true")

    def test_koordinat_bertitik_walau_halaman_berkoma(self):
        """Templates write numbers the Indonesian way; SVG understands only the point."""
        for grafik in SEMUA:
            with self.subTest(grafik=type(grafik).__name__):
                for svg in gambar(grafik).iter("svg"):
                    for simpul in svg.iter():
                        for nama in ("x", "y", "width", "height"):
                            self.assertRegex(simpul.get(nama, "0"), r"^\d+(\.\d\d)?$")
                        self.assertNotIn(",", simpul.get("d", "") + simpul.get("viewBox", ""))

    def test_kalimat_hasil_selalu_tertulis(self):
        for grafik in SEMUA:
            with self.subTest(grafik=type(grafik).__name__):
                kalimat: str = getattr(grafik, "kalimat", "") or getattr(grafik, "teks", "")
                self.assertTrue(kalimat)
                self.assertIn(" ".join(kalimat.split()), teks(gambar(grafik)))

    def test_nama_dari_luar_dilolosi(self):
        grafik = buat_sebaran('Judul " onload=x', [Kategori("<b>tebal</b>", 1)])
        html = render_to_string(grafik.templat, {"grafik": grafik})
        self.assertIn("&lt;b&gt;tebal&lt;/b&gt;", html)
        self.assertNotIn('" onload', html)


class SatuPerSatuTests(SimpleTestCase):
    def test_kuadran_sembilan_predikat_satu_di_sini(self):
        pohon = gambar(KUADRAN)
        self.assertEqual(
            [baris[1:] for baris in baris_tabel(pohon)],
            [["Kurang", "Baik", "Sangat Baik"], ["Kurang", "Baik", "Baik di sini"], PREDIKAT[2]],
        )
        self.assertEqual(
            [baris[0] for baris in baris_tabel(pohon)], ["di atas mulai 110", "sesuai mulai 90", "di bawah 90"]
        )
        [titik] = pohon.findall(".//path[@class='b-titik']")
        self.assertEqual(titik.get("d"), KUADRAN.baris[1].sel[2].titik)
        self.assertEqual(len(pohon.findall(".//td[@class='b-sini b-naik']")), 1)

    def test_kuadran_tanpa_angka_menulis_di_sini_yang_terlihat(self):
        pohon = gambar(buat_kuadran(predikat=PREDIKAT, di=("di_atas", "di_atas")))
        [sel] = pohon.findall(".//td[@class='b-sini']")
        self.assertEqual(teks(sel), "Sangat Baik di sini")
        self.assertEqual(sel.findall(".//svg") + sel.findall(".//span"), [])

    def test_sebaran_baris_dan_tabel(self):
        pohon = gambar(SEBARAN)
        self.assertEqual(
            [teks(li) for li in pohon.iter("li")],
            ["Baik 1.500 dari 2.000 (75 %)", "Kurang & lain 500 dari 2.000 (25 %)"],
        )
        self.assertEqual(
            baris_tabel(pohon), [["Baik", "1.500", "75 %", "60 %"], ["Kurang & lain", "500", "25 %", "40 %"]]
        )
        self.assertEqual([r.get("width") for r in pohon.findall(".//rect[@class='b-isi']")], ["75.00", "25.00"])

    def test_sebaran_tanpa_pola_tidak_mengulang_angka(self):
        self.assertIsNone(gambar(buat_sebaran("Sebaran", [Kategori("Baik", 1)])).find(".//table"))

    def test_tren_tabel_lengkap_dengan_celah(self):
        pohon = gambar(TREN)
        self.assertEqual(
            baris_tabel(pohon),
            [
                ["I", "76,10", "74,50–77,70", "1.400"],
                ["II", "Belum ada data", "Belum ada data", "Belum ada data"],
                ["III", "80,00", "Belum ada data", "212"],
            ],
        )
        self.assertEqual([teks(li) for li in pohon.iter("li")], ["I 76,10", "II Belum ada data", "III 80,00"])

    def test_tren_panjang_hanya_label_ujung_tetapi_tabel_penuh(self):
        pohon = gambar(buat_tren("Panjang", [TitikTren(f"P{i}", i) for i in range(12)]))
        self.assertEqual([teks(s) for s in pohon.findall(".//p[@class='b-baris']/span")], ["P0", "P11"])
        self.assertEqual(len(baris_tabel(pohon)), 12)

    def test_tren_satu_periode_tanpa_gambar(self):
        pohon = gambar(buat_tren("Satu", [TitikTren("I", 80)]))
        self.assertIsNone(pohon.find(".//svg"))
        self.assertEqual(baris_tabel(pohon), [["I", "80,00"]])

    def test_batang_di_bawah_batas_berwarna_dan_berkata(self):
        pohon = gambar(UNSUR)
        self.assertEqual(
            [teks(li) for li in pohon.iter("li")],
            ["Biaya 96,11 · Sangat baik", "Waktu 70,00 · di bawah batas", "Alat Belum ada data"],
        )
        self.assertEqual(len(pohon.findall(".//rect[@class='b-isi b-kurang']")), 1)
        self.assertEqual(len(pohon.findall(".//svg")), 2)
        self.assertEqual(
            baris_tabel(pohon),
            [
                ["Biaya", "96,11", "Sangat baik", "1.212"],
                ["Waktu", "70,00", "di bawah batas", "Belum ada data"],
                ["Alat", "Belum ada data", "Belum ada data", "Belum ada data"],
            ],
        )

    def test_setiap_sel_tabel_bernama_kolom_untuk_layar_sempit(self):
        for grafik in (SEBARAN, TREN, UNSUR):
            pohon = gambar(grafik)
            kepala = [teks(th) for th in pohon.findall(".//thead/tr/th")][1:]
            for baris in pohon.findall(".//tbody/tr"):
                self.assertEqual([re.sub(r"\s", " ", td.get("data-kolom", "")) for td in baris.findall("td")], kepala)

    def test_kemajuan_dan_bilah_boleh_di_dalam_paragraf(self):
        for grafik in (buat_kemajuan(64, 96), buat_bilah(2, 5)):
            self.assertLessEqual({s.tag for s in gambar(grafik)[0].iter()}, {"span", "svg", "rect", "path"})

    def test_bilah_penuh_sebanyak_isi(self):
        pohon = gambar(buat_bilah(2, 5, kini=3))
        self.assertEqual(len(pohon.findall(".//path[@class='b-isi']")), 2)
        self.assertEqual(len(pohon.findall(".//path[@class='b-garis']")), 1)
        self.assertEqual(len(pohon.findall(".//path")), 6)

    def test_selang_menyebut_pita_dan_menandai_satu(self):
        pohon = gambar(SELANG)
        self.assertEqual(
            [teks(li) for li in pohon.iter("li")],
            ["D 25,00–64,99", "C 65,00–76,60", "B 76,61–88,30, di sini", "A 88,31–100,00"],
        )
        self.assertEqual(len(pohon.findall(".//rect[@class='b-rel b-di']")), 1)
        self.assertIsNone(gambar(buat_selang(None, PITA)).find(".//svg"))
