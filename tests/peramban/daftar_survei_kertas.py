"""Pages of paper forms."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, isikan, kosongkan

HALAMAN = [
    Halaman("survei:kertas", "pegawai"),
    Halaman("survei:kertas", "lurah", sebutan="kosong"),
    Halaman("survei:kertas_daftar", "pengelola", "survei_kertas"),
    Halaman("survei:kertas_daftar", "pengelola", "survei_kertas", sebutan="galat", cara=kosongkan, status=422),
    *(
        Halaman("survei:kertas_batch", "pengelola", f"bundel_{keadaan}", sebutan=keadaan)
        for keadaan in ("diketik", "diperiksa", "dihitung", "batal", "ditutup", "dikunci", "habis", "terhapus")
    ),
    Halaman("survei:kertas_ketik", "pegawai", "bundel_diketik", acak=True),
    Halaman(
        "survei:kertas_ketik",
        "pegawai",
        "bundel_diketik",
        sebutan="galat",
        acak=True,
        cara=isikan(layanan="99", U1="7"),
        status=422,
    ),
    Halaman("survei:kertas_periksa", "kasi", "bundel_diperiksa", acak=True),
    Halaman("survei:kertas_banding", "pengelola", "bundel_diperiksa"),
    Halaman("survei:kertas_koreksi", "pengelola", "lembar_beda"),
    Halaman("survei:kertas_lembar_batal", "pengelola", "lembar_beda"),
]
KECUALI = {
    "survei:kertas_formulir": BERKAS,
    "survei:kertas_petugas": HANYA_POST,
    "survei:kertas_selesai": HANYA_POST,
    "survei:kertas_hitung": HANYA_POST,
    "survei:kertas_batal": HANYA_POST,
    "survei:kertas_urungkan": HANYA_POST,
}
