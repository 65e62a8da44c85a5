"""Pages of angka kredit; number 12 of the sample office has a balance, number 13 has months to be set."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:angka_kredit", "pengelola"),
    Halaman("kinerja:angka_kredit", "lurah", sebutan="kosong"),
    Halaman("kinerja:angka_kredit_pegawai", "fungsional", "fungsional"),
    Halaman("kinerja:angka_kredit_pegawai", "penilai_fungsional", "fungsional_belum", sebutan="penilai"),
    Halaman("kinerja:saldo_awal", "pengelola", "fungsional"),
    Halaman("kinerja:saldo_awal", "pengelola", "fungsional", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:angka_kredit_tetapkan", "penilai_fungsional", "eval_fungsional"),
    Halaman("kinerja:angka_kredit_batalkan", "penilai_fungsional", "angka_kredit"),
]
KECUALI = {"kinerja:angka_kredit_cetak": BERKAS}
