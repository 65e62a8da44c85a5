"""Pages of the survey."""

from survei.views.hasil import hasil, hasil_daftar
from survei.views.kelola import (
    batalkan,
    buka,
    kelola,
    kelola_survei,
    kunci,
    publikasikan,
    saran,
    tutup,
    unduh_saran,
)
from survei.views.kelompok import kelompok
from survei.views.luring import halaman_luring, pekerja
from survei.views.publik import daftar, isi

__all__ = [
    "batalkan",
    "buka",
    "daftar",
    "halaman_luring",
    "hasil",
    "hasil_daftar",
    "isi",
    "kelola",
    "kelola_survei",
    "kelompok",
    "kunci",
    "pekerja",
    "publikasikan",
    "saran",
    "tutup",
    "unduh_saran",
]
