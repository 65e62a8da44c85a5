"""Recommendations to the official who rates, by somebody else for whom the person worked."""

from __future__ import annotations

from enum import StrEnum


class PeranPemberi(StrEnum):
    """Why somebody is asked: an official of another unit gave the task, or the person worked in a team."""

    PEJABAT = "pejabat"
    KETUA_TIM = "ketua_tim"


LABEL_PERAN_PEMBERI = {
    PeranPemberi.PEJABAT: "Pejabat unit lain yang memberi tugas",
    PeranPemberi.KETUA_TIM: "Ketua tim",
}


class StatusRekomendasi(StrEnum):
    DIMINTA = "diminta"
    DIISI = "diisi"
    DIBATALKAN = "dibatalkan"


LABEL_STATUS_REKOMENDASI = {
    StatusRekomendasi.DIMINTA: "Belum diisi",
    StatusRekomendasi.DIISI: "Sudah diisi",
    StatusRekomendasi.DIBATALKAN: "Dibatalkan",
}
