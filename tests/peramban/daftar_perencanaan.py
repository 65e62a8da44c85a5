"""Agreements of units and what is made from them."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:perjanjian_daftar", "camat"),
    Halaman("kinerja:perjanjian", "pegawai", "perjanjian_setuju"),
    Halaman("kinerja:perjanjian", "kasi", "perjanjian_draf", sebutan="draf"),
    Halaman("kinerja:perjanjian_perubahan", "camat", "perjanjian_setuju"),
    Halaman("kinerja:perjanjian_hapus", "kasi", "perjanjian_draf"),
    Halaman("kinerja:perjanjian_tandatangani", "kasi", "perjanjian_draf"),
    Halaman("kinerja:sasaran_tambah", "kasi", "perjanjian_draf"),
    Halaman("kinerja:sasaran_tambah", "kasi", "perjanjian_draf", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:sasaran_ubah", "kasi", "sasaran_draf"),
    Halaman("kinerja:sasaran_hapus", "kasi", "sasaran_draf"),
    Halaman("kinerja:iku_tambah", "kasi", "sasaran_draf"),
    Halaman("kinerja:iku_ubah", "kasi", "iku_draf"),
    Halaman("kinerja:iku_hapus", "kasi", "iku_draf"),
    Halaman("kinerja:skp_perjanjian", "kasi", "skp_kasi"),
    Halaman("kinerja:skp_perjanjian", "pegawai", "skp_draf", sebutan="kosong"),
    Halaman("kinerja:mph", "camat"),
    Halaman("kinerja:mph", "kasi", sebutan="kasi"),
    Halaman("kinerja:mph_pegawai", "kasi", "mph_baris"),
    Halaman("kinerja:mph_pegawai", "kasi", "mph_baris", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:peran_ubah", "kasi", "peran"),
    Halaman("kinerja:peran_hapus", "kasi", "peran"),
    Halaman("kinerja:skp_matriks", "pegawai", "skp_draf", sebutan="kosong"),
    Halaman("kinerja:skp_matriks", "pegawai", "skp_peran"),
    Halaman("kinerja:pohon", "camat"),
    Halaman("kinerja:pohon", "pegawai", sebutan="pegawai"),
    Halaman("kinerja:pohon_cabang", "camat", "hasil_kasi"),
    Halaman("kinerja:capaian_daftar", "camat"),
    Halaman("kinerja:capaian", "camat", "capaian_seksi"),
    Halaman("kinerja:capaian", "camat", "capaian_seksi", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:capaian", "pegawai", "capaian_kecamatan", sebutan="ditetapkan"),
    Halaman("kinerja:capaian_surat", "pengelola", "capaian_kecamatan"),
    Halaman("kinerja:sebaran", "camat", "capaian_kecamatan"),
    Halaman("kinerja:sebaran", "kasi", "capaian_seksi", sebutan="pratinjau"),
]
KECUALI = {
    "kinerja:perjanjian_pindaian": BERKAS,
    "kinerja:capaian_pindaian": BERKAS,
}
