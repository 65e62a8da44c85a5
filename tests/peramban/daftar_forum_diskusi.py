"""Pages of the discussion."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, Jenis, kosongkan
from tests.peramban.kantor import Kantor

P = Jenis.PUBLIK


def _akun_nama(page: Any, kantor: Kantor) -> None:
    # A name that nobody has: each way of looking at the page makes an account.
    page.fill("main [name=nama]", "Warga " + "".join(chr(ord("a") + int(satu, 16)) for satu in uuid4().hex[:10]))
    page.fill("main [name=sandi]", "perahu-kelotok-2026")
    with page.expect_navigation():
        page.locator("main form [type=submit]").first.click()


HALAMAN = [
    Halaman("forum:diskusi_daftar", jenis=P),
    Halaman("forum:diskusi_daftar", sebutan="cari", kueri="?q=lampu&status=ditindaklanjuti", jenis=P),
    Halaman("forum:diskusi_daftar", sebutan="kosong", kueri="?q=zzzzzz", jenis=P),
    *(
        Halaman("forum:diskusi_topik", objek=f"diskusi_{satu}", sebutan=satu, jenis=P)
        for satu in ("dijawab", "ditindaklanjuti", "baru", "gabung", "ditutup")
    ),
    Halaman("forum:diskusi_topik", "warga_forum", "diskusi_dijawab", sebutan="warga", jenis=P, acak=True),
    Halaman("forum:diskusi_topik", "warga_forum", "diskusi_menunggu", sebutan="menunggu", jenis=P, acak=True),
    Halaman("forum:diskusi_tulis", "warga_forum", jenis=P, acak=True),
    Halaman("forum:diskusi_tulis", "warga_forum", sebutan="galat", jenis=P, acak=True, status=422, cara=kosongkan),
    Halaman("forum:diskusi_sunting", "warga_forum", "diskusi_saya", jenis=P),
    Halaman("forum:balasan_sunting", "warga_forum", "balasan_saya", jenis=P),
    Halaman("forum:diskusi_tandai", objek="diskusi_baru", jenis=P, acak=True),
    Halaman(
        "forum:diskusi_tandai", objek="diskusi_baru", sebutan="galat", jenis=P, acak=True, status=422, cara=kosongkan
    ),
    Halaman("forum:balasan_tandai", objek="diskusi_balasan", jenis=P, acak=True),
    Halaman("forum:warga_daftar", jenis=P),
    Halaman("forum:warga_daftar", sebutan="galat", jenis=P, status=422, cara=kosongkan),
    Halaman("forum:warga_nama", jenis=P, acak=True),
    Halaman("forum:warga_nama", sebutan="kode", jenis=P, acak=True, cara=_akun_nama),
    Halaman("forum:warga_pulih", jenis=P),
    Halaman("forum:warga_konfirmasi", objek="tanda_akun", jenis=P),
    Halaman("forum:warga_konfirmasi", objek="tanda_akun_mati", sebutan="mati", jenis=P, status=410),
    Halaman("forum:warga_akun", "warga_keberatan", jenis=P),
    Halaman("forum:warga_hapus", "warga_forum", jenis=P),
    Halaman("forum:warga_keberatan", "warga_keberatan", "keputusan", jenis=P),
    Halaman("forum:langganan_berhenti", objek="tanda_berhenti", jenis=P),
    Halaman("forum:kelola_diskusi", "camat"),
    Halaman("forum:kelola_diskusi", "camat", sebutan="kosong", kueri="?q=zzzzzz"),
    Halaman("forum:kelola_diskusi_topik", "camat", "diskusi_baru"),
    Halaman("forum:kelola_diskusi_topik", "camat", "diskusi_dijawab", sebutan="dijawab"),
    Halaman("forum:kelola_diskusi_antrean", "pengelola"),
    Halaman("forum:kelola_putuskan", "pengelola", "periksa_menunggu"),
    Halaman("forum:kelola_putuskan", "pengelola", "periksa_ditandai", sebutan="ditandai"),
    Halaman("forum:kelola_keberatan", "camat", "keberatan_diskusi"),
    Halaman("forum:kelola_kategori", "pengelola"),
    Halaman("forum:kelola_kategori", "pengelola", sebutan="galat", status=422, cara=kosongkan),
    Halaman("forum:kelola_kategori_ubah", "pengelola", "kategori_diskusi"),
]
KECUALI = {
    "forum:diskusi_rss": BERKAS,
    "forum:diskusi_balas": HANYA_POST,
    "forum:diskusi_dukung": HANYA_POST,
    "forum:diskusi_ikuti": HANYA_POST,
    "forum:diskusi_ikuti_kategori": HANYA_POST,
    "forum:kelola_diskusi_jawab": HANYA_POST,
    "forum:kelola_diskusi_alih": HANYA_POST,
    "forum:kelola_diskusi_gabung": HANYA_POST,
    "forum:diskusi_lampiran": BERKAS,
}
