"""Pages of the report, the publication sheet, open data, and opening a survey again."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, Jenis, kosongkan

HALAMAN = [
    Halaman("survei:laporan", "pengelola", "survei_berjanji"),
    Halaman("survei:laporan", "pengelola", "survei_berjanji", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:laporan", "pengelola", "survei_terbuka", sebutan="terbuka"),
    Halaman("survei:sampel", "pengelola", "survei_draf"),
    Halaman("survei:sampel", "pengelola", "survei_draf", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:sampel", "camat", "survei_terbuka", sebutan="terbuka"),
    Halaman("survei:buka_minta", "pengelola", "survei_berjanji"),
    Halaman("survei:buka_minta", "pengelola", "survei_berjanji", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:permintaan_buka", "camat", "permintaan_buka"),
    Halaman("survei:permintaan_buka", "pengelola", "permintaan_buka", sebutan="peminta"),
    Halaman("survei:buka_sertakan", "pengelola", "permintaan_disetujui"),
    Halaman("survei:buka_sertakan", "pengelola", "permintaan_disetujui", sebutan="galat", cara=kosongkan, status=422),
    Halaman("survei:lembar", objek="survei_berjanji", jenis=Jenis.PUBLIK),
    Halaman("survei:data_katalog", jenis=Jenis.PUBLIK),
    Halaman("survei:data_kamus", jenis=Jenis.PUBLIK),
]
KECUALI = {
    "survei:laporan_pratinjau": BERKAS,
    "survei:lembar_pdf": BERKAS,
    "survei:data_csv": BERKAS,
    "survei:data_json": BERKAS,
    "survei:buka_setujui": HANYA_POST,
    "survei:buka_tolak": HANYA_POST,
    "survei:buka_tarik": HANYA_POST,
}
