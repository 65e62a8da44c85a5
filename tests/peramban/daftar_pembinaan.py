"""Pages of the follow-up."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:tindak_lanjut", "pembina", "eval_rendah"),
    Halaman("kinerja:tindak_lanjut", "pembina", "eval_rendah", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:tindak_lanjut", "dibina", "eval_rendah", sebutan="pegawai"),
    Halaman("kinerja:tindak_lanjut", "pengusul", "eval_tinggi", sebutan="penghargaan"),
    Halaman("kinerja:evaluasi", "pembina", "eval_rendah", sebutan="belajar"),
    Halaman("kinerja:pembinaan_tinjau", "pembina", "eval_rendah"),
    Halaman("kinerja:tindak_lanjut", "pengelola", "eval_belum_membaik", sebutan="belum_membaik"),
    Halaman("kinerja:pembinaan_keputusan", "pengelola", "eval_belum_membaik"),
]
KECUALI = {"kinerja:pembinaan_pindaian": BERKAS, "kinerja:kebutuhan_belajar": HANYA_POST}
