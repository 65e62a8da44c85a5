"""Writes of the survey. Keyword-only functions; each is one transaction with its checks and its audit entry."""

from survei.proses.acak import acak_jawaban
from survei.proses.hitung import hitung_ulang, hitung_ulang_seluruhnya
from survei.proses.impor import HasilImpor, impor_isian
from survei.proses.isian import HasilKirim, batalkan_isian, kode_terima, sidik_isian, terima_isian
from survei.proses.keadaan import buka, kunci, publikasikan, tutup, tutup_lewat_tanggal
from survei.proses.saran import catat_ekspor_saran

__all__ = [
    "HasilImpor",
    "HasilKirim",
    "acak_jawaban",
    "batalkan_isian",
    "buka",
    "catat_ekspor_saran",
    "hitung_ulang",
    "hitung_ulang_seluruhnya",
    "impor_isian",
    "kode_terima",
    "kunci",
    "publikasikan",
    "sidik_isian",
    "terima_isian",
    "tutup",
    "tutup_lewat_tanggal",
]
