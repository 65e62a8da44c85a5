"""Pages of delivery and objection."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:evaluasi", "pemilik_final", "eval_final", sebutan="milik"),
    Halaman("kinerja:penyampaian", "pengelola", "eval_belum"),
    Halaman("kinerja:penyampaian_daftar", "pengelola"),
    Halaman("kinerja:keberatan_ajukan", "pemilik_final", "eval_final"),
    Halaman("kinerja:keberatan_ajukan", "pemilik_final", "eval_final", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:keberatan_daftar", "pengelola"),
    Halaman("kinerja:keberatan_daftar", "pengelola", sebutan="selesai", kueri="?keadaan=selesai"),
    Halaman("kinerja:keberatan", "pengelola", "keberatan"),
    Halaman("kinerja:keberatan", "pemohon", "keberatan", sebutan="pemohon"),
    Halaman("kinerja:keberatan", "camat", "keberatan_diputus", sebutan="diputus"),
    Halaman("kinerja:keberatan_keterangan", "pemohon", "keterangan"),
    Halaman("kinerja:keberatan_putus", "camat", "keberatan_didengar"),
    Halaman("kinerja:keberatan_putus", "camat", "keberatan_camat", sebutan="belum_didengar"),
    Halaman("kinerja:keberatan_putus", "camat", "keberatan_didengar", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:keberatan_surat", "pengelola", "keberatan"),
    Halaman("kinerja:keberatan_cabut", "pemohon", "keberatan"),
]
KECUALI = {
    "kinerja:hasil_terima": HANYA_POST,
    "kinerja:tanda_terima": BERKAS,
    "kinerja:keberatan_berkas": BERKAS,
    "kinerja:keberatan_pindaian": BERKAS,
}
