"""Pages of evidence."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:bukti_tambah", "pegawai", "realisasi_menunggu"),
    Halaman("kinerja:bukti_tambah", "pegawai", "realisasi_menunggu", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:bukti_batalkan", "pegawai", "bukti"),
]
KECUALI = {"kinerja:bukti": BERKAS, "kinerja:bukti_cukup": HANYA_POST}
