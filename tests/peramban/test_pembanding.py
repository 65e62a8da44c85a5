"""Each check sees what it watches for: one violation of each kind is planted into a real page.

The planted page must differ from the page as it is in exactly the checks that watch for that violation.
"""

from __future__ import annotations

import random
import struct
import zlib
from datetime import datetime
from typing import ClassVar
from urllib.parse import urlsplit

import pytest

from rakumpit.waktu import WIB
from tests import pabrik
from tests.dasar import Sebutan
from tests.peramban.halaman import Halaman, Jenis
from tests.peramban.kantor import Kantor, UjiSekelas
from tests.peramban.pemeriksaan import Sisip, Temuan, periksa

pytestmark = pytest.mark.peramban

MASUK = Halaman("account_login")
HASIL = Halaman("survei:hasil_daftar", jenis=Jenis.PUBLIK)
SURVEI = Halaman("survei:isi", objek="survei_terbuka", jenis=Jenis.PUBLIK, acak=True)
GAYA = "/static/uji/tanam.css"
SKRIP = "/static/uji/tanam.js"
GAMBAR = "/static/uji/tanam.png"
PANJANG = (
    "Kantor kecamatan melayani warga setiap hari kerja sejak pagi sampai sore dan petugas loket membantu warga yang "
    "belum membawa semua syarat agar urusannya tetap selesai pada hari itu juga tanpa perlu datang kembali besok pagi."
)


def _bongkah(jenis: bytes, isi: bytes) -> bytes:
    return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))


def gambar_acak(sisi: int) -> bytes:
    """A PNG of noise, which cannot be compressed: about 3 · sisi² bytes."""
    acak = random.Random(2026)  # noqa: S311 - noise for a picture
    baris = b"".join(b"\0" + acak.randbytes(3 * sisi) for _ in range(sisi))
    kepala = struct.pack(">IIBBBBB", sisi, sisi, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _bongkah(b"IHDR", kepala)
        + _bongkah(b"IDAT", zlib.compress(baris, 0))
        + _bongkah(b"IEND", b"")
    )


def tanam(isi: str, *, gaya: str = "", skrip: str = "", gambar: bytes = b"") -> Sisip:
    """Put ``isi`` at the end of the main part of every HTML page, with files that the page itself may load."""
    isi = (f'<link rel="stylesheet" href="{GAYA}">' if gaya else "") + isi
    isi += f'<script src="{SKRIP}"></script>' if skrip else ""

    def sajikan(route):
        jawab = route.fetch(max_redirects=0)
        if jawab.headers.get("content-type", "").startswith("text/html"):
            badan = jawab.text()
            assert "</main>" in badan
            route.fulfill(response=jawab, body=badan.replace("</main>", f"{isi}</main>", 1))
        else:
            route.fulfill(response=jawab)

    def pasang(page):
        page.route(lambda alamat: not urlsplit(alamat).path.startswith("/static/"), sajikan)
        page.route(f"**{GAYA}", lambda route: route.fulfill(body=gaya, content_type="text/css"))
        page.route(f"**{SKRIP}", lambda route: route.fulfill(body=skrip, content_type="text/javascript"))
        page.route(f"**{GAMBAR}*", lambda route: route.fulfill(body=gambar, content_type="image/png"))

    return pasang


class PembandingTest(UjiSekelas):
    """The login page stands for the pages of staff, the survey for the public ones."""

    saat = datetime(2026, 9, 15, 9, 0, tzinfo=WIB)
    _semula: ClassVar[dict[str, Temuan]]

    @classmethod
    def siapkan(cls) -> Kantor:
        cls._semula = {}
        unit = pabrik.buat_unit(nama="Kelurahan Mungku Baru")
        survei = pabrik.buat_survei(unit, layanan=[pabrik.buat_layanan(unit, nama="Surat pengantar")])
        return Kantor(objek=Sebutan(survei_terbuka=(survei.uuid,)))

    def semula(self, halaman: Halaman) -> Temuan:
        """Findings on the page as it is."""
        if halaman.kunci not in self._semula:
            self._semula[halaman.kunci] = periksa(self, halaman, self.kantor)
        return self._semula[halaman.kunci]

    def merah(self, sisip: Sisip, *harapan: str, halaman: Halaman = MASUK) -> None:
        semula = self.semula(halaman)
        assert not set(harapan) & set(semula), semula
        temuan = periksa(self, halaman, self.kantor, sisip)
        assert set(temuan) - set(semula) == set(harapan), temuan

    def test_kontras_pudar(self):
        self.merah(tanam('<p class="tanam">Teks pudar.</p>', gaya=".tanam {color: #aaa; background: #fff}"), "axe")

    def test_kontras_pudar_hanya_pada_tema_gelap(self):
        gaya = ".tanam {color: #111; background: #fff} @media (prefers-color-scheme: dark) {.tanam {color: #ddd}}"
        self.merah(tanam('<p class="tanam">Teks pudar.</p>', gaya=gaya), "axe")

    def test_kolom_tanpa_label(self):
        self.merah(tanam('<p><input class="form-control" type="text" name="tanam"></p>'), "axe", "susunan")

    def test_sel_berisi_dua_bagian(self):
        sel = "<table><tbody><tr><td data-kolom='Indeks'>{}</td></tr></tbody></table>"
        self.merah(tanam(sel.format("<strong>81,19</strong> IKM")), "susunan", halaman=HASIL)
        assert not set(periksa(self, HASIL, self.kantor, tanam(sel.format("<span><b>81</b> IKM</span>")))) - set(
            self.semula(HASIL)
        )

    def test_skrip_di_dalam_halaman(self):
        self.merah(tanam("<script>window.lolos = 1</script>"), "csp")

    def test_gaya_di_dalam_halaman(self):
        self.merah(tanam('<p style="margin: 0">Teks.</p>'), "csp")

    def test_melebar(self):
        self.merah(tanam('<p class="tanam">Teks.</p>', gaya=".tanam {width: 1400px}"), "lebar")

    def test_melebar_hanya_di_layar_tersempit(self):
        self.merah(tanam('<p class="tanam">Teks.</p>', gaya=".tanam {width: 340px; margin: 0}"), "lebar")

    def test_gambar_200_kb(self):
        gambar = gambar_acak(260)
        assert len(gambar) > 200_000
        sisip = tanam(
            f'<p><img class="tanam" src="{GAMBAR}" alt="Peta kecamatan"></p>',
            gaya=".tanam {width: 120px; height: 120px}",
            gambar=gambar,
        )
        self.merah(sisip, "bobot")

    def test_kata_inggris(self):
        self.merah(tanam("<p>Please periksa isian ini.</p>"), "inggris")

    def test_kata_inggris_di_nama_untuk_pembaca_layar(self):
        self.merah(
            tanam('<p><a class="btn btn-primary" href="/" aria-label="Beranda, home page">Beranda</a></p>'),
            "inggris",
            "istilah",
        )

    def test_kata_terlarang(self):
        self.merah(tanam("<p>Isi kuesioner ini.</p>"), "istilah")

    def test_kalimat_panjang(self):
        self.merah(tanam(f"<p>{PANJANG}</p>"), "kalimat")

    def test_bintang_pada_isian(self):
        self.merah(
            tanam('<p><label for="tanam">Nama *</label><input class="form-control" id="tanam" name="tanam"></p>'),
            "bintang",
        )

    def test_bintang_dari_lembar_gaya(self):
        isi = '<p><label class="tanam" for="tanam">Nama</label><input class="form-control" id="tanam" name="tanam"></p>'
        self.merah(tanam(isi, gaya='.tanam::after {content: " *"}'), "bintang")

    def test_sasaran_kecil(self):
        gaya = (
            ".tanam {margin: 60px} .tanam button {width: 20px; height: 20px; min-height: 0; padding: 0; font-size: 9px}"
        )
        self.merah(tanam('<p class="tanam"><button>Ya</button></p>', gaya=gaya), "sasaran")

    def test_sasaran_40_px_di_halaman_publik(self):
        gaya = ".tanam button {width: 90px; height: 40px; min-height: 0; padding: 0}"
        self.merah(tanam('<p class="tanam"><button>Ya</button></p>', gaya=gaya), "sasaran", halaman=HASIL)

    def test_fokus_tidak_tampak(self):
        gaya = "#tanam, #tanam:focus-visible {outline: none !important; box-shadow: none !important}"
        self.merah(tanam('<p><button class="btn btn-primary" id="tanam">Kirim ulang</button></p>', gaya=gaya), "fokus")

    def test_kendali_yang_tidak_tercapai_dengan_tab(self):
        """A dialogue of its own making that swallows the key."""
        skrip = """document.addEventListener("keydown", e => {
            if (e.key === "Tab" && document.activeElement?.id === "tanam") e.preventDefault(); })"""
        tombol = '<button class="btn btn-primary"{}>{}</button>'
        isi = f"<p>{tombol.format(' id=tanam', 'Satu')} {tombol.format('', 'Dua')}</p>"
        self.merah(tanam(isi, skrip=skrip), "fokus")

    def test_teks_hanya_dengan_javascript(self):
        isi = '<p id="tanam"></p>'
        self.merah(tanam(isi, skrip="document.getElementById('tanam').textContent = 'Sisa tiga hari.'"), "tanpa_skrip")

    def test_pesan_galat_di_konsol(self):
        self.merah(tanam("", skrip="console.error('Ada yang salah')"), "konsol")

    def test_berkas_yang_tidak_ada(self):
        self.merah(tanam('<p><img src="/static/uji/tidak-ada.png" alt="Peta"></p>'), "permintaan", "susunan")

    def test_terlalu_banyak_permintaan_di_survei(self):
        gambar = gambar_acak(4)
        isi = "".join(f'<img src="{GAMBAR}?{urut}" alt="">' for urut in range(6))
        self.merah(tanam(f"<p>{isi}</p>", gambar=gambar), "bobot", halaman=SURVEI)
