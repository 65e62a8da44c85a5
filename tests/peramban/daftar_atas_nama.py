"""Pages for typing for a colleague, and the own PIN."""

from __future__ import annotations

from tests.peramban.halaman import HANYA_POST, Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:atas_nama", "pegawai"),
    Halaman("kinerja:atas_nama", "pengelola", sebutan="pengelola"),
    Halaman("kinerja:atas_nama_catatan", "pegawai", "orang_rekan"),
    Halaman("kinerja:atas_nama_realisasi", "pegawai", "orang_rekan"),
    Halaman("kinerja:atas_nama_realisasi", "pegawai", "orang_rekan", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:atas_nama_rinci", "pegawai", "isian_untuk_pegawai"),
    Halaman("kinerja:atas_nama_rinci", "pegawai", "isian_oleh_pegawai", sebutan="pin"),
    Halaman("kinerja:atas_nama_rinci", "pengelola", "isian_oleh_pegawai", sebutan="kertas"),
    Halaman("kinerja:pin", "pegawai", baru_masuk=True),
]
KECUALI = dict.fromkeys((f"kinerja:atas_nama_{nama}" for nama in ("sahkan", "tolak", "pin", "kertas")), HANYA_POST)
