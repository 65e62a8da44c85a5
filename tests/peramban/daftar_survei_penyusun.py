"""Pages of the builder, and a free survey as citizens see it."""

from __future__ import annotations

from typing import Any

from tests.peramban.halaman import HANYA_POST, Halaman, Jenis, kosongkan
from tests.peramban.kantor import Kantor

P = Jenis.PUBLIK


def _coba(page: Any, kantor: Kantor) -> None:
    for nama, nilai in (("p2", "2"), ("p4", "5"), ("p7-b1", "1"), ("p7-b2", "3")):
        page.locator(f"[name='{nama}'][value='{nilai}']").check()
    with page.expect_navigation():
        page.evaluate("document.querySelector('main form').submit()")


HALAMAN = [
    Halaman("survei:instrumen", "pengelola"),
    Halaman("survei:instrumen", "pengelola", sebutan="kosong", kueri="?q=zzzz"),
    Halaman("survei:instrumen_buat", "pengelola"),
    Halaman("survei:instrumen_buat", "pengelola", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:instrumen_lihat", "pengelola", "instrumen_draf"),
    Halaman("survei:instrumen_lihat", "pengelola", "instrumen_terbit", sebutan="terbit"),
    Halaman("survei:instrumen_ubah", "pengelola", "instrumen_draf"),
    Halaman("survei:instrumen_coba", "pengelola", "instrumen_draf", jenis=P, acak=True),
    Halaman("survei:instrumen_coba", "pengelola", "instrumen_draf", sebutan="hasil", acak=True, cara=_coba),
    Halaman("survei:pertanyaan_tambah", "pengelola", "tambah_draf"),
    Halaman("survei:pertanyaan_tambah", "pengelola", "tambah_draf", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:pertanyaan_ubah", "pengelola", "tanya_draf"),
    Halaman("survei:pertanyaan_ubah", "pengelola", "tanya_terbit", sebutan="kata"),
    Halaman("survei:instrumen_bahasa", "pengelola", "bahasa_draf"),
    Halaman("survei:program", "pengelola"),
    Halaman("survei:program", "pengelola", sebutan="kosong", kueri="?q=zzzz"),
    Halaman("survei:program_lihat", "pengelola", "program"),
    Halaman("survei:program_lihat", "pengelola", "program_terbuka", sebutan="terbuka"),
    Halaman("survei:isi", objek="survei_bebas", sebutan="bebas", jenis=P, acak=True),
    Halaman("survei:isi", objek="survei_bebas", sebutan="bebas_galat", jenis=P, acak=True, status=422, cara=kosongkan),
    Halaman("survei:isi", objek="survei_spak", sebutan="spak", jenis=P, acak=True),
    Halaman("survei:kelola_survei", "pengelola", "survei_bebas", sebutan="bebas"),
    Halaman("survei:hasil", objek="survei_bebas_terbit", sebutan="bebas", jenis=P),
]
KECUALI = {
    "survei:instrumen_terbitkan": HANYA_POST,
    "survei:instrumen_salin": HANYA_POST,
    "survei:instrumen_versi": HANYA_POST,
    "survei:instrumen_hapus": HANYA_POST,
    "survei:pertanyaan_pindah": HANYA_POST,
    "survei:pertanyaan_hapus": HANYA_POST,
}
