"""Pages of feedback."""

from __future__ import annotations

from tests.peramban.halaman import Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:umpan_balik_daftar", "pegawai"),
    Halaman("kinerja:umpan_balik_daftar", "pegawai", sebutan="diminta", kueri="?bagian=diminta"),
    Halaman("kinerja:umpan_balik_daftar", "kasi", sebutan="kasi"),
    Halaman("kinerja:umpan_balik_pilih", "pegawai"),
    Halaman("kinerja:umpan_balik_beri", "pegawai", "orang_kasi"),
    Halaman("kinerja:umpan_balik_beri", "kasi", "orang_pegawai", sebutan="atasan"),
    Halaman("kinerja:umpan_balik_beri", "pegawai", "orang_kasi", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:umpan_balik_minta", "pegawai", "orang_camat"),
    Halaman("kinerja:umpan_balik_tanggapi", "pegawai", "umpan_balik"),
    Halaman("kinerja:umpan_balik_orang", "kasi", "orang_pegawai"),
    Halaman("kinerja:umpan_balik_jumlah", "pengelola"),
]
