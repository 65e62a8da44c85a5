"""Pages of innovations and coaching sessions."""

from __future__ import annotations

from tests.peramban.halaman import Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:inovasi_daftar", "pegawai"),
    Halaman("kinerja:inovasi_tambah", "pegawai"),
    Halaman("kinerja:inovasi", "pegawai", "inovasi"),
    Halaman("kinerja:inovasi", "kasi", "inovasi_berhasil", sebutan="berhasil"),
    Halaman("kinerja:inovasi_ubah", "pegawai", "inovasi"),
    Halaman("kinerja:inovasi_coba", "pegawai", "inovasi"),
    Halaman("kinerja:inovasi_hasil", "pegawai", "inovasi"),
    Halaman("kinerja:inovasi_hasil", "pegawai", "inovasi", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:inovasi_verifikasi", "kasi", "inovasi_berhasil"),
    Halaman("kinerja:inovasi_kembalikan", "kasi", "inovasi_berhasil"),
    Halaman("kinerja:inovasi_adopsi", "kasi", "inovasi_berhasil"),
    Halaman("kinerja:inovasi_tawarkan", "pegawai", "inovasi_berhasil"),
    Halaman("kinerja:bimbingan_daftar", "pegawai"),
    Halaman("kinerja:bimbingan", "pegawai", "bimbingan"),
    Halaman("kinerja:bimbingan_tambah", "kasi", "orang_pegawai"),
    Halaman("kinerja:bimbingan_tanggapi", "pegawai", "bimbingan"),
]
