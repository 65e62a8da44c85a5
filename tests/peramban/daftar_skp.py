"""Pages about the parts and versions of a plan."""

from __future__ import annotations

from tests.peramban.halaman import Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:skp", "pegawai", "skp_kualitatif", sebutan="kualitatif"),
    Halaman("kinerja:skp", "camat", "skp_pimpinan", sebutan="pimpinan"),
    Halaman("kinerja:indikator_tambah", "pegawai", "rencana_kualitatif", sebutan="kualitatif"),
    Halaman("kinerja:skp_atur", "pegawai", "skp_draf"),
    Halaman("kinerja:skp_lampiran", "pegawai", "skp_draf"),
    Halaman("kinerja:skp_ekspektasi", "atasan", "skp_diajukan"),
    Halaman("kinerja:skp_perubahan", "pegawai", "skp_setuju"),
    Halaman("kinerja:skp_perubahan", "pegawai", "skp_setuju", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:skp_akhiri", "pengelola", "skp_setuju"),
    Halaman("kinerja:skp_hapus", "pegawai", "skp_draf"),
]
KECUALI: dict[str, str] = {}
