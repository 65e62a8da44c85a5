"""Needs of training and the yearly plan."""

from __future__ import annotations

from enum import StrEnum


class SumberKebutuhan(StrEnum):
    """From where a need comes."""

    KESENJANGAN = "kesenjangan"
    KINERJA = "kinerja"
    SURVEI = "survei"
    FORUM = "forum"
    USULAN = "usulan"


LABEL_SUMBER_KEBUTUHAN = {
    SumberKebutuhan.KESENJANGAN: "Kesenjangan kompetensi",
    SumberKebutuhan.KINERJA: "Evaluasi kinerja",
    SumberKebutuhan.SURVEI: "Survei warga",
    SumberKebutuhan.FORUM: "Forum dan pengaduan",
    SumberKebutuhan.USULAN: "Usulan sendiri",
}


class StatusKebutuhan(StrEnum):
    TERBUKA = "terbuka"
    DIRENCANAKAN = "direncanakan"
    TERPENUHI = "terpenuhi"
    DITUTUP = "ditutup"


LABEL_STATUS_KEBUTUHAN = {
    StatusKebutuhan.TERBUKA: "Belum direncanakan",
    StatusKebutuhan.DIRENCANAKAN: "Sudah direncanakan",
    StatusKebutuhan.TERPENUHI: "Terpenuhi",
    StatusKebutuhan.DITUTUP: "Ditutup",
}


class Prioritas(StrEnum):
    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"


LABEL_PRIORITAS = {Prioritas.TINGGI: "Tinggi", Prioritas.SEDANG: "Sedang", Prioritas.RENDAH: "Rendah"}


class StatusRencana(StrEnum):
    """usulan → verifikasi atasan → validasi unit kepegawaian → ditetapkan → realisasi (Peraturan LAN 10/2018)."""

    DIUSULKAN = "diusulkan"
    DIVERIFIKASI = "diverifikasi"
    DIVALIDASI = "divalidasi"
    DITETAPKAN = "ditetapkan"
    TEREALISASI = "terealisasi"
    DITOLAK = "ditolak"
    DITARIK = "ditarik"


LABEL_STATUS_RENCANA = {
    StatusRencana.DIUSULKAN: "Menunggu atasan",
    StatusRencana.DIVERIFIKASI: "Menunggu kepegawaian",
    StatusRencana.DIVALIDASI: "Menunggu penetapan",
    StatusRencana.DITETAPKAN: "Ditetapkan",
    StatusRencana.TEREALISASI: "Sudah diikuti",
    StatusRencana.DITOLAK: "Ditolak",
    StatusRencana.DITARIK: "Ditarik",
}
RENCANA_TERBUKA = (StatusRencana.DIUSULKAN, StatusRencana.DIVERIFIKASI, StatusRencana.DIVALIDASI)
