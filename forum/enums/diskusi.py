"""Choices of the discussion: values are stored, labels are what people read."""

from __future__ import annotations

from enum import StrEnum

from forum.perhitungan.diskusi import KeadaanKiriman, StatusTopik
from forum.perhitungan.moderasi import SebabTahan


class JenisTopik(StrEnum):
    """What a topic is. A complaint is none: it goes to the reports, which have deadlines and hide who wrote."""

    DISKUSI = "diskusi"
    USULAN = "usulan"
    PERTANYAAN = "pertanyaan"
    APRESIASI = "apresiasi"


LABEL_JENIS_TOPIK = {
    JenisTopik.DISKUSI: "Diskusi",
    JenisTopik.USULAN: "Usulan",
    JenisTopik.PERTANYAAN: "Pertanyaan",
    JenisTopik.APRESIASI: "Apresiasi",
}
LABEL_STATUS_TOPIK = {
    StatusTopik.BARU: "Baru",
    StatusTopik.DIBAHAS: "Dibahas",
    StatusTopik.DIJAWAB: "Dijawab",
    StatusTopik.DITINDAKLANJUTI: "Ditindaklanjuti",
    StatusTopik.DITUTUP: "Ditutup",
}
JENIS_STATUS_TOPIK = {
    StatusTopik.BARU: "netral",
    StatusTopik.DIBAHAS: "netral",
    StatusTopik.DIJAWAB: "baik",
    StatusTopik.DITINDAKLANJUTI: "baik",
    StatusTopik.DITUTUP: "netral",
}
LABEL_KEADAAN_KIRIMAN = {
    KeadaanKiriman.MENUNGGU: "Menunggu pemeriksaan",
    KeadaanKiriman.TAYANG: "Tayang",
    KeadaanKiriman.DISEMBUNYIKAN: "Disembunyikan",
}
LABEL_SEBAB_TAHAN = {
    SebabTahan.KIRIMAN_PERTAMA: "kiriman pertama akun ini",
    SebabTahan.TAUTAN: "memuat tautan",
    SebabTahan.EMAIL: "memuat alamat email",
    SebabTahan.TELEPON: "memuat nomor telepon",
    SebabTahan.NIK: "memuat angka seperti NIK",
    SebabTahan.LAMPIRAN: "memuat gambar atau PDF",
}


class RumpunKategori(StrEnum):
    """What a category stands for."""

    LAYANAN = "layanan"
    KELURAHAN = "kelurahan"
    TEMA = "tema"


LABEL_RUMPUN_KATEGORI = {
    RumpunKategori.LAYANAN: "Layanan",
    RumpunKategori.KELURAHAN: "Kelurahan",
    RumpunKategori.TEMA: "Tema",
}


class Irama(StrEnum):
    """How often a subscriber gets a digest."""

    HARIAN = "harian"
    MINGGUAN = "mingguan"


LABEL_IRAMA = {Irama.HARIAN: "Setiap hari", Irama.MINGGUAN: "Setiap minggu"}


class TindakanModerasi(StrEnum):
    """What a moderator decided about a post."""

    TERBITKAN = "terbitkan"
    SEMBUNYIKAN = "sembunyikan"
    BIARKAN = "biarkan"
    PULIHKAN = "pulihkan"


LABEL_TINDAKAN_MODERASI = {
    TindakanModerasi.TERBITKAN: "Diterbitkan",
    TindakanModerasi.SEMBUNYIKAN: "Disembunyikan",
    TindakanModerasi.BIARKAN: "Tetap tayang",
    TindakanModerasi.PULIHKAN: "Ditampilkan lagi",
}


class PutusanKeberatan(StrEnum):
    """The answer to an author's objection."""

    MENUNGGU = "menunggu"
    DITERIMA = "diterima"
    DITOLAK = "ditolak"


LABEL_PUTUSAN_KEBERATAN = {
    PutusanKeberatan.MENUNGGU: "Menunggu putusan",
    PutusanKeberatan.DITERIMA: "Keberatan diterima",
    PutusanKeberatan.DITOLAK: "Keberatan ditolak",
}
