"""Pages of reports of wrong data."""

from __future__ import annotations

from tests.peramban.halaman import HANYA_POST, Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:laporan_data_daftar", "pegawai"),
    Halaman("kinerja:laporan_data_tambah", "pegawai"),
    Halaman("kinerja:laporan_data_tambah", "pegawai", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:laporan_data_masuk", "pengelola"),
    Halaman("kinerja:laporan_data", "pegawai", "laporan_data_diperbaiki"),
    Halaman("kinerja:laporan_data_jawab", "pengelola", "laporan_data"),
]
KECUALI = {"kinerja:laporan_data_cabut": HANYA_POST}
