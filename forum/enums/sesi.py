"""Choices of sessions, invitations, registrations and attendance."""

from __future__ import annotations

from enum import StrEnum

from forum.perhitungan.seri import Frekuensi
from forum.perhitungan.sesi import StatusSesi

LABEL_STATUS_SESI = {
    StatusSesi.DRAF: "Draf",
    StatusSesi.DIJADWALKAN: "Dijadwalkan",
    StatusSesi.TERBUKA: "Pendaftaran dibuka",
    StatusSesi.BERLANGSUNG: "Berlangsung",
    StatusSesi.MENUNGGU: "Menunggu berita acara",
    StatusSesi.SELESAI: "Selesai",
    StatusSesi.DIPUBLIKASIKAN: "Dipublikasikan",
    StatusSesi.DITUNDA: "Ditunda",
    StatusSesi.DIBATALKAN: "Dibatalkan",
}
JENIS_STATUS_SESI = {
    StatusSesi.DRAF: "netral",
    StatusSesi.DIJADWALKAN: "info",
    StatusSesi.TERBUKA: "berjalan",
    StatusSesi.BERLANGSUNG: "berjalan",
    StatusSesi.MENUNGGU: "perhatian",
    StatusSesi.SELESAI: "baik",
    StatusSesi.DIPUBLIKASIKAN: "baik",
    StatusSesi.DITUNDA: "perhatian",
    StatusSesi.DIBATALKAN: "netral",
}
LABEL_FREKUENSI = {
    Frekuensi.BULANAN: "Setiap bulan",
    Frekuensi.TRIWULANAN: "Setiap triwulan",
    Frekuensi.SEMESTERAN: "Setiap semester",
    Frekuensi.TAHUNAN: "Setiap tahun",
    Frekuensi.KUSTOM: "Selang hari sendiri",
}


class Metode(StrEnum):
    """How people meet (SE Menteri PANRB 56/2017: face to face, or by media)."""

    TATAP_MUKA = "tatap_muka"
    DARING = "daring"
    HIBRIDA = "hibrida"
    MEDIA = "media"


LABEL_METODE = {
    Metode.TATAP_MUKA: "Tatap muka",
    Metode.DARING: "Daring",
    Metode.HIBRIDA: "Tatap muka dan daring",
    Metode.MEDIA: "Lewat media",
}


class SumberAgenda(StrEnum):
    """What evidence an item of the agenda comes from."""

    LAIN = "lain"
    SURVEI = "survei"
    AKSI = "aksi"
    LAPORAN = "laporan"
    WARGA = "warga"


LABEL_SUMBER_AGENDA = {
    SumberAgenda.LAIN: "Tidak dari data",
    SumberAgenda.SURVEI: "Hasil survei",
    SumberAgenda.AKSI: "Tindak lanjut forum",
    SumberAgenda.LAPORAN: "Laporan warga",
    SumberAgenda.WARGA: "Usulan warga",
}


class StatusUsul(StrEnum):
    """What became of an item that a citizen proposed."""

    MENUNGGU = "menunggu"
    DITERIMA = "diterima"
    DIGABUNG = "digabung"
    DITOLAK = "ditolak"


LABEL_STATUS_USUL = {
    StatusUsul.MENUNGGU: "Menunggu keputusan",
    StatusUsul.DITERIMA: "Diterima",
    StatusUsul.DIGABUNG: "Digabung dengan acara lain",
    StatusUsul.DITOLAK: "Tidak diterima",
}


class SaluranUndangan(StrEnum):
    """How an invitation reaches people."""

    SURAT = "surat"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    TELEPON = "telepon"


LABEL_SALURAN_UNDANGAN = {
    SaluranUndangan.SURAT: "Surat",
    SaluranUndangan.EMAIL: "Email",
    SaluranUndangan.WHATSAPP: "WhatsApp",
    SaluranUndangan.TELEPON: "Telepon",
}


class StatusUndangan(StrEnum):
    """How an invitation stands; ``diwakilkan`` names who comes instead."""

    DRAF = "draf"
    TERKIRIM = "terkirim"
    DIBACA = "dibaca"
    AKAN_HADIR = "hadir_konfirmasi"
    TIDAK_HADIR = "tidak_hadir"
    DIWAKILKAN = "diwakilkan"


LABEL_STATUS_UNDANGAN = {
    StatusUndangan.DRAF: "Belum dikirim",
    StatusUndangan.TERKIRIM: "Terkirim",
    StatusUndangan.DIBACA: "Sudah dibaca",
    StatusUndangan.AKAN_HADIR: "Akan hadir",
    StatusUndangan.TIDAK_HADIR: "Tidak dapat hadir",
    StatusUndangan.DIWAKILKAN: "Diwakilkan",
}


class StatusPendaftaran(StrEnum):
    """A seat, a place on the waiting list, or neither any more."""

    TERDAFTAR = "terdaftar"
    MENUNGGU = "menunggu"
    BATAL = "batal"


LABEL_STATUS_PENDAFTARAN = {
    StatusPendaftaran.TERDAFTAR: "Terdaftar",
    StatusPendaftaran.MENUNGGU: "Daftar tunggu",
    StatusPendaftaran.BATAL: "Dibatalkan",
}


class JenisKelamin(StrEnum):
    """Asked for the count by gender; may stay open."""

    PEREMPUAN = "p"
    LAKI_LAKI = "l"


LABEL_JENIS_KELAMIN = {JenisKelamin.PEREMPUAN: "Perempuan", JenisKelamin.LAKI_LAKI: "Laki-laki"}


class CaraHadir(StrEnum):
    """How a presence came to be known."""

    QR = "qr"
    DAFTAR = "daftar"
    LANGSUNG = "langsung"
    KERTAS = "kertas"


LABEL_CARA_HADIR = {
    CaraHadir.QR: "Kode QR",
    CaraHadir.DAFTAR: "Daftar peserta",
    CaraHadir.LANGSUNG: "Datang langsung",
    CaraHadir.KERTAS: "Dari daftar kertas",
}
