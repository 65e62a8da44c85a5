"""Pages of obstacles and requests for support."""

from __future__ import annotations

from tests.peramban.halaman import HANYA_POST, Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:kendala_daftar", "pegawai"),
    Halaman("kinerja:kendala_tambah", "pegawai"),
    Halaman("kinerja:kendala_tambah", "pegawai", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:kendala", "pegawai", "kendala"),
    Halaman("kinerja:kendala_tutup", "pegawai", "kendala"),
    Halaman("kinerja:dukungan_minta", "pegawai"),
    Halaman("kinerja:dukungan_masuk", "kasi"),
    Halaman("kinerja:dukungan_masuk", "pengelola", sebutan="pengelola"),
    Halaman("kinerja:dukungan", "pegawai", "dukungan"),
    Halaman("kinerja:dukungan_batal", "pegawai", "dukungan_janji"),
    Halaman("kinerja:dukungan_jawab", "kasi", "dukungan"),
]
KECUALI = {"kinerja:dukungan_penuhi": HANYA_POST, "kinerja:dukungan_tagih": HANYA_POST}
