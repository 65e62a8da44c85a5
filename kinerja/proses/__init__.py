"""Writes of performance management: each function is one transaction, checks who, which state and which day, and
leaves one audit entry."""

from kinerja.proses.bahan import BahanPegawai, kumpulkan_bahan
from kinerja.proses.galat import KonflikVersi, ProsesDitolak
from kinerja.proses.keputusan import (
    HasilTetapkan,
    catat_keputusan_luar,
    putuskan,
    revisi_baru,
    tetapkan,
    tetapkan_banyak,
)
from kinerja.proses.perilaku import (
    IsianPerilaku,
    PerilakuDitolak,
    nilai_perilaku,
    nilai_perilaku_banyak,
    versi_perilaku,
)
from kinerja.proses.periode import buka_kembali_periode
from kinerja.proses.realisasi import batas_pengisian, simpan_realisasi, terbuka_untuk_diisi
from kinerja.proses.rujukan import Rujukan, siapkan_rujukan
from kinerja.proses.run import (
    bangunkan,
    buka_run,
    buka_run_jatuh_tempo,
    kemajuan,
    kerjakan_potongan,
    kerjakan_run,
    pegawai_berhak,
    selesaikan,
    terima_galat,
)
from kinerja.proses.simpan import HasilSimpan, KonteksRun, hitung_ulang, siapkan_run, simpan_evaluasi
from kinerja.proses.skp import (
    ajukan,
    akhiri,
    catat_persetujuan_luar,
    kembalikan,
    kunci_untuk_diubah,
    setujui,
)

__all__ = [
    "BahanPegawai",
    "HasilSimpan",
    "HasilTetapkan",
    "IsianPerilaku",
    "KonflikVersi",
    "KonteksRun",
    "PerilakuDitolak",
    "ProsesDitolak",
    "Rujukan",
    "ajukan",
    "akhiri",
    "bangunkan",
    "batas_pengisian",
    "buka_kembali_periode",
    "buka_run",
    "buka_run_jatuh_tempo",
    "catat_keputusan_luar",
    "catat_persetujuan_luar",
    "hitung_ulang",
    "kemajuan",
    "kembalikan",
    "kerjakan_potongan",
    "kerjakan_run",
    "kumpulkan_bahan",
    "kunci_untuk_diubah",
    "nilai_perilaku",
    "nilai_perilaku_banyak",
    "pegawai_berhak",
    "putuskan",
    "revisi_baru",
    "selesaikan",
    "setujui",
    "siapkan_rujukan",
    "siapkan_run",
    "simpan_evaluasi",
    "simpan_realisasi",
    "terbuka_untuk_diisi",
    "terima_galat",
    "tetapkan",
    "tetapkan_banyak",
    "versi_perilaku",
]
