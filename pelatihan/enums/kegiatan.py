"""What people read for the states of events, registrations and budgets."""

from __future__ import annotations

from enum import StrEnum

from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran

LABEL_STATUS_KEGIATAN = {
    StatusKegiatan.DRAF: "Draf",
    StatusKegiatan.DIUSULKAN: "Menunggu persetujuan",
    StatusKegiatan.DISETUJUI: "Disetujui",
    StatusKegiatan.PENDAFTARAN: "Pendaftaran dibuka",
    StatusKegiatan.DITUTUP: "Pendaftaran ditutup",
    StatusKegiatan.BERLANGSUNG: "Berlangsung",
    StatusKegiatan.EVALUASI: "Evaluasi",
    StatusKegiatan.SELESAI: "Selesai",
    StatusKegiatan.DITUNDA: "Ditunda",
    StatusKegiatan.DIBATALKAN: "Dibatalkan",
}
# Kind of the badge.
JENIS_STATUS_KEGIATAN = {
    StatusKegiatan.DRAF: "netral",
    StatusKegiatan.DIUSULKAN: "perhatian",
    StatusKegiatan.DISETUJUI: "berjalan",
    StatusKegiatan.PENDAFTARAN: "berjalan",
    StatusKegiatan.DITUTUP: "berjalan",
    StatusKegiatan.BERLANGSUNG: "berjalan",
    StatusKegiatan.EVALUASI: "berjalan",
    StatusKegiatan.SELESAI: "baik",
    StatusKegiatan.DITUNDA: "perhatian",
    StatusKegiatan.DIBATALKAN: "netral",
}
LABEL_STATUS_PENDAFTARAN = {
    StatusPendaftaran.MENUNGGU: "Menunggu atasan",
    StatusPendaftaran.DAFTAR_TUNGGU: "Daftar tunggu",
    StatusPendaftaran.DITAWARI: "Kursi ditawarkan",
    StatusPendaftaran.TERDAFTAR: "Terdaftar",
    StatusPendaftaran.BATAL: "Batal",
    StatusPendaftaran.DITOLAK: "Ditolak atasan",
    StatusPendaftaran.TIDAK_HADIR: "Tidak hadir",
    StatusPendaftaran.HADIR: "Hadir",
    StatusPendaftaran.LULUS: "Lulus",
}
# Kind of the badge of a registration.
JENIS_STATUS_PENDAFTARAN = {
    StatusPendaftaran.MENUNGGU: "perhatian",
    StatusPendaftaran.DAFTAR_TUNGGU: "perhatian",
    StatusPendaftaran.DITAWARI: "info",
    StatusPendaftaran.TERDAFTAR: "baik",
    StatusPendaftaran.BATAL: "netral",
    StatusPendaftaran.DITOLAK: "bahaya",
    StatusPendaftaran.TIDAK_HADIR: "bahaya",
    StatusPendaftaran.HADIR: "baik",
    StatusPendaftaran.LULUS: "baik",
}


class UrutanTunggu(StrEnum):
    """Who on the waiting list is offered a seat first. Chosen before registration opens, shown to everybody."""

    WAKTU = "waktu"
    KESENJANGAN = "kesenjangan"
    BELUM_PERNAH = "belum_pernah"


LABEL_URUTAN_TUNGGU = {
    UrutanTunggu.WAKTU: "Yang mendaftar lebih dulu",
    UrutanTunggu.KESENJANGAN: "Yang kesenjangan kompetensinya paling besar",
    UrutanTunggu.BELUM_PERNAH: "Yang setahun ini belum ikut pelatihan",
}


class JenisAnggaran(StrEnum):
    """Lines of a budget."""

    HONOR = "honor"
    KONSUMSI = "konsumsi"
    ATK = "atk"
    PERJALANAN = "perjalanan"
    SEWA = "sewa"
    LAIN = "lain"


LABEL_JENIS_ANGGARAN = {
    JenisAnggaran.HONOR: "Honor narasumber",
    JenisAnggaran.KONSUMSI: "Konsumsi",
    JenisAnggaran.ATK: "Alat tulis dan bahan",
    JenisAnggaran.PERJALANAN: "Perjalanan",
    JenisAnggaran.SEWA: "Sewa",
    JenisAnggaran.LAIN: "Lain-lain",
}
