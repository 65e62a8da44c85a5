"""Writes of the organisation: every function is one transaction with one audit entry."""

from rakumpit.organisasi.proses.akun import (
    akhiri_sesi,
    aktifkan,
    atur_terima_pengingat,
    ganti_nip,
    ganti_sandi,
    nonaktifkan,
    reset_faktor_kedua,
)
from rakumpit.organisasi.proses.kode import buat_kode, pakai_kode

__all__ = [
    "akhiri_sesi",
    "aktifkan",
    "atur_terima_pengingat",
    "buat_kode",
    "ganti_nip",
    "ganti_sandi",
    "nonaktifkan",
    "pakai_kode",
    "reset_faktor_kedua",
]
