"""What people read of good practice."""

from __future__ import annotations

from enum import StrEnum

from pelatihan.perhitungan.praktik import KeadaanKomentar, StatusAdopsi, StatusPraktik


class AsalPraktik(StrEnum):
    """From elsewhere, or an innovation of this office that a second person has verified."""

    LUAR = "luar"
    SENDIRI = "sendiri"


LABEL_ASAL_PRAKTIK = {AsalPraktik.LUAR: "Daerah lain", AsalPraktik.SENDIRI: "Inovasi kantor ini"}


class TemaPraktik(StrEnum):
    PELAYANAN = "pelayanan"
    ADMINISTRASI = "administrasi"
    PENGADUAN = "pengaduan"
    PEMBERDAYAAN = "pemberdayaan"
    KETERTIBAN = "ketertiban"
    PEMBANGUNAN = "pembangunan"
    DIGITAL = "digital"
    PEGAWAI = "pegawai"


LABEL_TEMA_PRAKTIK = {
    TemaPraktik.PELAYANAN: "Pelayanan warga",
    TemaPraktik.ADMINISTRASI: "Administrasi dan arsip",
    TemaPraktik.PENGADUAN: "Pengaduan dan peran serta warga",
    TemaPraktik.PEMBERDAYAAN: "Pemberdayaan masyarakat",
    TemaPraktik.KETERTIBAN: "Ketenteraman dan ketertiban",
    TemaPraktik.PEMBANGUNAN: "Pembangunan dan lingkungan",
    TemaPraktik.DIGITAL: "Data dan layanan digital",
    TemaPraktik.PEGAWAI: "Pegawai dan budaya kerja",
}


class Keyakinan(StrEnum):
    """How sure the figures are."""

    DIPERIKSA = "diperiksa"
    LAPORAN = "laporan"
    PENGAKUAN = "pengakuan"


LABEL_KEYAKINAN = {
    Keyakinan.DIPERIKSA: "Diperiksa orang kedua",
    Keyakinan.LAPORAN: "Dari laporan yang terbit",
    Keyakinan.PENGAKUAN: "Menurut pelaksananya, belum diperiksa",
}
LABEL_STATUS_PRAKTIK = {
    StatusPraktik.USULAN: "Menunggu diperiksa",
    StatusPraktik.KANTOR: "Dibaca kantor",
    StatusPraktik.UMUM: "Dipublikasikan",
    StatusPraktik.DITOLAK: "Ditolak",
    StatusPraktik.ARSIP: "Diarsipkan",
}
LABEL_STATUS_ADOPSI = {
    StatusAdopsi.AKAN: "Akan dicoba",
    StatusAdopsi.RENCANA: "Sedang dicoba",
    StatusAdopsi.BERHASIL: "Berhasil",
    StatusAdopsi.TIDAK_COCOK: "Tidak cocok",
    StatusAdopsi.BATAL: "Dibatalkan",
}
LABEL_KEADAAN_KOMENTAR = {KeadaanKomentar.TAYANG: "Tampil", KeadaanKomentar.DISEMBUNYIKAN: "Disembunyikan"}
