"""Pages of daily notes."""

from __future__ import annotations

from tests.peramban.halaman import Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:catatan", "pegawai"),
    Halaman("kinerja:catatan", "pegawai", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:catatan", "pegawai", sebutan="kosong", kueri="?kata=zzzz"),
    Halaman("kinerja:catatan_orang", "pengelola", "orang_pegawai"),
    Halaman("kinerja:catatan_ubah", "pegawai", "catatan"),
    Halaman("kinerja:catatan_batalkan", "pegawai", "catatan"),
]
