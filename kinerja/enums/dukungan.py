"""Obstacles, and the requests to the superior that follow from them."""

from __future__ import annotations

from enum import StrEnum


class JenisKendala(StrEnum):
    """What is missing; the same words for an obstacle and for the support that is asked for."""

    ALAT = "alat"
    ORANG = "orang"
    BIAYA = "biaya"
    WAKTU = "waktu"
    KEWENANGAN = "kewenangan"
    DATA = "data"
    JARINGAN = "jaringan"
    LAINNYA = "lainnya"


LABEL_JENIS_KENDALA = {
    JenisKendala.ALAT: "Alat",
    JenisKendala.ORANG: "Orang",
    JenisKendala.BIAYA: "Biaya",
    JenisKendala.WAKTU: "Waktu",
    JenisKendala.KEWENANGAN: "Kewenangan",
    JenisKendala.DATA: "Data",
    JenisKendala.JARINGAN: "Jaringan",
    JenisKendala.LAINNYA: "Lainnya",
}


class StatusKendala(StrEnum):
    TERBUKA = "terbuka"
    TERATASI = "teratasi"


LABEL_STATUS_KENDALA = {StatusKendala.TERBUKA: "Terbuka", StatusKendala.TERATASI: "Teratasi"}


class StatusPermintaan(StrEnum):
    """``DIJAWAB`` holds an answer (``JawabanDukungan``); ``DIPENUHI`` is said by the person who asked.

    A promise that was not kept leads back to ``DIAJUKAN``; the history keeps it.
    """

    DIAJUKAN = "diajukan"
    DIJAWAB = "dijawab"
    DIPENUHI = "dipenuhi"
    DIBATALKAN = "dibatalkan"


LABEL_STATUS_PERMINTAAN = {
    StatusPermintaan.DIAJUKAN: "Diajukan",
    StatusPermintaan.DIJAWAB: "Dijawab",
    StatusPermintaan.DIPENUHI: "Dipenuhi",
    StatusPermintaan.DIBATALKAN: "Dibatalkan",
}


class JawabanDukungan(StrEnum):
    DISETUJUI = "disetujui"
    SEBAGIAN = "sebagian"
    DITOLAK = "ditolak"


LABEL_JAWABAN_DUKUNGAN = {
    JawabanDukungan.DISETUJUI: "Disetujui",
    JawabanDukungan.SEBAGIAN: "Disetujui sebagian",
    JawabanDukungan.DITOLAK: "Ditolak",
}


class LangkahDukungan(StrEnum):
    """What happened to a request, in its history."""

    DIAJUKAN = "diajukan"
    DINAIKKAN = "dinaikkan"
    DIALIHKAN = "dialihkan"
    DIJAWAB = "dijawab"
    DITAGIH = "ditagih"
    DIPENUHI = "dipenuhi"
    DIBATALKAN = "dibatalkan"


LABEL_LANGKAH_DUKUNGAN = {
    LangkahDukungan.DIAJUKAN: "Diajukan",
    LangkahDukungan.DINAIKKAN: "Diteruskan ke atasan berikutnya",
    LangkahDukungan.DIALIHKAN: "Atasan berganti, dialihkan",
    LangkahDukungan.DIJAWAB: "Dijawab",
    LangkahDukungan.DITAGIH: "Belum diterima, ditanyakan lagi",
    LangkahDukungan.DIPENUHI: "Dukungan diterima",
    LangkahDukungan.DIBATALKAN: "Dibatalkan",
}
