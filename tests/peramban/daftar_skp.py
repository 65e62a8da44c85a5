"""Pages about the parts and versions of a plan."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, Halaman, kosongkan

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
    Halaman("kinerja:skp_bahan", "pegawai", "skp_draf"),
    Halaman("kinerja:skp_impor", "pegawai", "skp_draf"),
    Halaman("kinerja:rencana_aksi", "pegawai", "skp_setuju"),
    Halaman("kinerja:rencana_aksi", "pegawai", "skp_kini", sebutan="draf"),
    Halaman("kinerja:rencana_aksi_ubah", "pegawai", "aksi_kini"),
    Halaman("kinerja:tunggu_skp", "pengelola"),
    Halaman("kinerja:dialog_daftar", "pegawai"),
    Halaman("kinerja:dialog_catat", "pegawai", "pegawai_sendiri"),
    Halaman("kinerja:dialog_catat", "pegawai", "pegawai_sendiri", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:dialog", "pegawai", "dialog"),
    Halaman("kinerja:dialog_ubah", "pegawai", "dialog"),
]
KECUALI: dict[str, str] = {"kinerja:skp_templat": BERKAS}
