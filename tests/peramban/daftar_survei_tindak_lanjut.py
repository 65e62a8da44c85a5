"""Pages of what follows from a survey."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, Jenis, kosongkan

HALAMAN = [
    Halaman("survei:tindak_lanjut_publik", jenis=Jenis.PUBLIK),
    Halaman("survei:tindak_lanjut_daftar", "camat"),
    Halaman("survei:tindak_lanjut_daftar", "camat", sebutan="terlambat", kueri="?keadaan=terlambat"),
    Halaman("survei:tindak_lanjut_daftar", "lurah", sebutan="kosong", kueri="?keadaan=batal"),
    Halaman("survei:tindak_lanjut_survei", "kasi", "survei_berjanji"),
    Halaman("survei:tindak_lanjut_usul", "kasi", "unsur_berjanji"),
    Halaman("survei:tindak_lanjut_usul", "kasi", "unsur_berjanji", sebutan="galat", cara=kosongkan, status=422),
    *(
        Halaman("survei:tindak_lanjut", "camat", f"tindak_{keadaan}", sebutan=keadaan)
        for keadaan in ("diusulkan", "disetujui", "berjalan", "selesai", "batal")
    ),
    Halaman("survei:tindak_lanjut_berkas_batal", "kasi", "berkas_tindak"),
    Halaman("survei:kalender", "pengelola"),
    Halaman("survei:periode", "pengelola", "periode_survei"),
    Halaman("survei:periode", "pengelola", "periode_survei", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:pelaporan", "pengelola", "pelaporan"),
    Halaman("survei:tindak_lanjut_ubah", "lurah", "tindak_diusulkan"),
]
KECUALI = {
    "survei:tindak_lanjut_berkas": BERKAS,
    "survei:pelaporan_surat": BERKAS,
    "survei:tindak_lanjut_setujui": HANYA_POST,
    "survei:tindak_lanjut_mulai": HANYA_POST,
    "survei:tindak_lanjut_selesai": HANYA_POST,
    "survei:tindak_lanjut_batal": HANYA_POST,
}
