"""What a limit of time is for, and which reports it holds for."""

from __future__ import annotations

from enum import StrEnum

from forum.perhitungan.tenggat import LABEL_SATUAN, Satuan

__all__ = ["LABEL_JENIS_TENGGAT", "LABEL_SATUAN", "LABEL_TAHAP_TENGGAT", "JenisTenggat", "Satuan", "TahapTenggat"]


class TahapTenggat(StrEnum):
    """The step that a limit bounds; the first two are counted for every report."""

    VERIFIKASI = "verifikasi"
    PENYELESAIAN = "penyelesaian"
    TINDAK_LANJUT = "tindak_lanjut"
    BALASAN = "balasan"
    KEBERATAN = "keberatan"
    PELENGKAPAN = "pelengkapan"
    PEMBERITAHUAN = "pemberitahuan"
    PENYAMPAIAN = "penyampaian"
    PERPANJANGAN = "perpanjangan"


LABEL_TAHAP_TENGGAT = {
    TahapTenggat.VERIFIKASI: "Verifikasi dan kabar pertama",
    TahapTenggat.PENYELESAIAN: "Jawaban",
    TahapTenggat.TINDAK_LANJUT: "Rumusan tindak lanjut",
    TahapTenggat.BALASAN: "Menunggu balasan pelapor",
    TahapTenggat.KEBERATAN: "Keberatan pelapor",
    TahapTenggat.PELENGKAPAN: "Pelengkapan oleh pelapor",
    TahapTenggat.PEMBERITAHUAN: "Penyampaian jawaban",
    TahapTenggat.PENYAMPAIAN: "Pengaduan sesudah kejadian",
    TahapTenggat.PERPANJANGAN: "Perpanjangan",
}


class JenisTenggat(StrEnum):
    """The kind of report that a limit holds for."""

    SEMUA = "semua"
    PENGADUAN = "pengaduan"
    DI_TEMPAT = "di_tempat"
    RINGAN = "ringan"
    TIDAK_BERKADAR = "tidak_berkadar"
    BERKADAR = "berkadar"
    ASPIRASI = "aspirasi"
    PPID = "ppid"


LABEL_JENIS_TENGGAT = {
    JenisTenggat.SEMUA: "Semua laporan",
    JenisTenggat.PENGADUAN: "Semua pengaduan",
    JenisTenggat.DI_TEMPAT: "Pengaduan yang selesai di tempat",
    JenisTenggat.RINGAN: "Permintaan informasi dan pengaduan ringan",
    JenisTenggat.TIDAK_BERKADAR: "Pengaduan tidak berkadar pengawasan",
    JenisTenggat.BERKADAR: "Pengaduan berkadar pengawasan",
    JenisTenggat.ASPIRASI: "Saran dan aspirasi",
    JenisTenggat.PPID: "Permintaan informasi lewat PPID",
}
