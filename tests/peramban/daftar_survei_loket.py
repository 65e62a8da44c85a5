"""Pages of the counter, and of its codes."""

from __future__ import annotations

from typing import Any

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, Jenis, isikan, jawab, kosongkan
from tests.peramban.kantor import Kantor

P = Jenis.PUBLIK


def _selesai(page: Any, kantor: Kantor) -> None:
    # Each visit of this page uses up one of the services under way, so it begins one itself.
    with page.expect_navigation():
        page.locator("button[name=layanan]").first.click()
    with page.expect_navigation():
        page.locator("form[action$='/selesai/'] button").last.click()


HALAMAN = [
    Halaman("survei:loket", "pegawai"),
    Halaman("survei:loket", "camat", sebutan="camat"),
    Halaman("survei:loket_selesai", "pegawai", cara=_selesai, tetap="/loket/", acak=True),
    Halaman("survei:loket_batal", "pegawai", "pelayanan_berjalan"),
    Halaman("survei:loket_batal", "pegawai", "pelayanan_berjalan", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:layanan", jenis=P),
    Halaman("survei:layanan", sebutan="kosong", kueri="?q=zzzz", jenis=P),
    Halaman("survei:layanan_lihat", objek="layanan_tercatat", jenis=P),
    Halaman("survei:layanan_lihat", objek="layanan_tanpa_menit", sebutan="tanpa_menit", jenis=P),
    Halaman("survei:layanan_lihat", objek="layanan_tercatat", sebutan="mendatang", kueri="?versi=2", jenis=P),
    Halaman("survei:standar_kelola", "pengelola"),
    Halaman("survei:standar_ubah", "pengelola", "layanan_tercatat"),
    Halaman("survei:standar_ubah", "pengelola", "layanan_draf", sebutan="draf"),
    Halaman("survei:standar_ubah", "pengelola", "layanan_draf", sebutan="galat", cara=isikan(menit="999"), status=422),
    Halaman("survei:loket_waktu", "lurah"),
    Halaman("survei:loket_waktu", "pengelola", sebutan="pengelola", kueri="?bulan=2026-10"),
    Halaman("survei:titik", "pengelola"),
    Halaman("survei:titik_tambah", "pengelola"),
    Halaman("survei:titik_tambah", "pengelola", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:titik_ubah", "pengelola", "titik"),
    Halaman("survei:titik_ubah", "pengelola", "titik_kios", sebutan="kios"),
    Halaman("survei:titik_pendek", objek="titik_tutup", jenis=P),
    Halaman("survei:kios", objek="kios", jenis=P),
    Halaman("survei:kios_isi", objek="kios", jenis=P, acak=True),
    Halaman("survei:kios_isi", objek="kios", sebutan="galat", jenis=P, acak=True, status=422, cara=kosongkan),
    Halaman("survei:kios_isi", objek="kios", sebutan="bahasa", kueri="?bahasa=ngaju", jenis=P, acak=True),
    Halaman("survei:kios_isi", objek="kios", sebutan="terima_kasih", jenis=P, acak=True, cara=jawab),
    Halaman("survei:kios_keluar", objek="kios", jenis=P),
    Halaman("survei:kode", jenis=P),
    Halaman("survei:kode", sebutan="galat", kueri="?kode=ABC", jenis=P),
    Halaman("survei:kode_buka", objek="kode_mati", jenis=P, status=404),
    Halaman("survei:isi", objek="survei_terbuka", sebutan="kode_mati", kueri="?kode=7K3MACDE", jenis=P, acak=True),
]
KECUALI = {
    "survei:loket_mulai": HANYA_POST,
    "survei:standar_terbitkan": HANYA_POST,
    "survei:populasi": HANYA_POST,
    "survei:titik_poster": BERKAS,
    "survei:titik_qr": BERKAS,
}
