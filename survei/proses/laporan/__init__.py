"""The report of one locked survey."""

from survei.proses.laporan.bahan import BahanLaporan, kumpulkan
from survei.proses.laporan.cetak import BENTUK, buat_laporan, pratinjau_laporan

__all__ = ["BENTUK", "BahanLaporan", "buat_laporan", "kumpulkan", "pratinjau_laporan"]
