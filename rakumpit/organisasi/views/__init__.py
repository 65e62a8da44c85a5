"""Meja pengelola: people, codes, moves, import. Everybody but the pengelola gets 404."""

from rakumpit.organisasi.views.impor import impor, impor_periksa, impor_templat, impor_urungkan
from rakumpit.organisasi.views.langkah import berhenti, mutasi, penugasan_akhiri, tunjuk
from rakumpit.organisasi.views.pegawai import cari_nip, kode_cetak, meja, pegawai_daftar, pegawai_rinci

__all__ = [
    "berhenti",
    "cari_nip",
    "impor",
    "impor_periksa",
    "impor_templat",
    "impor_urungkan",
    "kode_cetak",
    "meja",
    "mutasi",
    "pegawai_daftar",
    "pegawai_rinci",
    "penugasan_akhiri",
    "tunjuk",
]
