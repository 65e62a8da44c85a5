"""The sheet of a certificate with the longest and widest texts that the database holds."""

from __future__ import annotations

import io
from datetime import date
from typing import Any
from unittest import mock

from django.test import SimpleTestCase
from pypdf import PdfReader

from pelatihan.models import SertifikatKegiatan
from pelatihan.proses.cetak_sertifikat import TEMPLAT
from rakumpit.dokumen.susun import Bingkai, qr_svg, susun_pdf, susun_png
from rakumpit.organisasi.models import UnitKerja
from tests.png import baris_abu

ISIAN = ("nomor", "nama", "judul", "bentuk", "kompetensi", "penyelenggara", "penanda", "jabatan_penanda")
TITIK = 40
GELAP = 150  # darker than the watermark behind the text
# Of the paper, in centimetres: margins of the text, and how far the double frame reaches in.
KIRI, ATAS, BAWAH, BINGKAI = 2.2, 1.6, 1.5, 1.0
BINGKAI_DOKUMEN = Bingkai(
    judul="Sertifikat", tanggal=date(2026, 9, 30), kode="7K3M-ACDE-9XYW-H4RT-PQ25", alamat_pendek="kantor.example"
)


def terpanjang(medan: str) -> int:
    return int(getattr(SertifikatKegiatan._meta.get_field(medan), "max_length", 0))


def data(huruf: str, banyak: int, kop: int) -> dict[str, Any]:
    """One sheet, each text ``banyak`` letters long or as long as its column of the table."""
    teks = {nama: (huruf * banyak)[: min(banyak, terpanjang(nama))] for nama in ISIAN}
    tanggal = {"tanggal_kegiatan": "29 September 2026 sampai 30 September 2026", "tanggal": "30 September 2026"}
    qr = qr_svg("https://kantor.example/")
    tetap = {"nip": "198508172010011901", "jp": "14,4 JP", "kode": "", "qr": qr, "versi": 12}
    kantor = (huruf * kop)[:kop]
    return {
        "kop": {"pemerintah": kantor, "kantor": kantor, "alamat": None},
        "tempat": kantor,
        "lembar": [teks | tanggal | tetap],
    }


def tinta_di_luar(png: bytes) -> list[tuple[int, int]]:
    """Dark points between the frame and the margins of the text, where nothing may stand."""
    baris = baris_abu(png)
    tinggi, lebar = len(baris), len(baris[0])
    titik = TITIK / 2.54
    kiri, kanan = KIRI * titik - 1, lebar - KIRI * titik + 1
    atas, bawah = ATAS * titik - 1, tinggi - BAWAH * titik + 1
    tepi = BINGKAI * titik
    return [
        (x, y)
        for y in range(int(tepi), int(tinggi - tepi))
        for x in range(int(tepi), int(lebar - tepi))
        if baris[y][x] < GELAP and not (kiri <= x <= kanan and atas <= y <= bawah)
    ]


class LebarTests(SimpleTestCase):
    def periksa(self, isi: dict[str, Any]) -> None:
        halaman = PdfReader(io.BytesIO(susun_pdf(TEMPLAT, isi, bingkai=BINGKAI_DOKUMEN))).pages
        self.assertEqual(len(halaman), 1)
        teks = "".join(halaman[0].extract_text().split()).replace("\u200b", "").replace("\u00ad", "")
        for nama in ISIAN:
            self.assertIn("".join(isi["lembar"][0][nama].split()), teks)
        self.assertEqual(tinta_di_luar(susun_png(TEMPLAT, isi, titik=TITIK)), [])

    def test_huruf_terlebar_tetap_satu_halaman_di_dalam_tepi(self) -> None:
        for banyak in (60, 90, 120, 200):
            with self.subTest(banyak=banyak):
                self.periksa(data("W", banyak, min(banyak, 120)))

    def test_yang_terpanjang_di_semua_kolom_sekaligus(self) -> None:
        kop = int(UnitKerja._meta.get_field("nama").max_length or 0)
        for huruf in ("W", "Penyelenggaraan pelayanan "):
            with self.subTest(huruf=huruf):
                self.periksa(data(huruf, 300, kop))

    def test_pembanding_tinta_di_luar_tepi_terlihat(self) -> None:
        """With margins wider than those of the sheet the same look finds ink, so that an empty list says something."""
        png = susun_png(TEMPLAT, data("W", 60, 60), titik=TITIK)
        for tepi in ("KIRI", "ATAS", "BAWAH"):
            with self.subTest(tepi), mock.patch(f"{__name__}.{tepi}", 2.8):
                self.assertNotEqual(tinta_di_luar(png), [])
