"""Writes of the survey. Keyword-only functions; each is one transaction with its checks and its audit entry."""

from survei.proses.acak import acak_jawaban
from survei.proses.hitung import hitung_ulang, hitung_ulang_seluruhnya
from survei.proses.impor import HasilImpor, impor_isian
from survei.proses.isian import HasilKirim, batalkan_isian, sidik_isian, terima_isian
from survei.proses.keadaan import buka, kunci, publikasikan, tutup, tutup_lewat_tanggal
from survei.proses.loket import (
    HasilSelesai,
    batalkan_pelayanan,
    batalkan_tertinggal,
    mulai_pelayanan,
    selesaikan_pelayanan,
)
from survei.proses.masa_simpan import hapus_jatuh_tempo
from survei.proses.samaran import samarkan_saran
from survei.proses.saran import catat_ekspor_saran, catat_ekspor_teks
from survei.proses.tanda import kode_terima
from survei.proses.token import baca_kode_survei, cari_token, rapikan_token

__all__ = [
    "HasilImpor",
    "HasilKirim",
    "HasilSelesai",
    "acak_jawaban",
    "baca_kode_survei",
    "batalkan_isian",
    "batalkan_pelayanan",
    "batalkan_tertinggal",
    "buka",
    "cari_token",
    "catat_ekspor_saran",
    "catat_ekspor_teks",
    "hapus_jatuh_tempo",
    "hitung_ulang",
    "hitung_ulang_seluruhnya",
    "impor_isian",
    "kode_terima",
    "kunci",
    "mulai_pelayanan",
    "publikasikan",
    "rapikan_token",
    "samarkan_saran",
    "selesaikan_pelayanan",
    "sidik_isian",
    "terima_isian",
    "tutup",
    "tutup_lewat_tanggal",
]
