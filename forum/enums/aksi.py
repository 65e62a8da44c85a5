"""Choices of actions."""

from __future__ import annotations

from enum import StrEnum

from forum.perhitungan.aksi import StatusAksi

LABEL_STATUS_AKSI = {
    StatusAksi.DIRENCANAKAN: "Direncanakan",
    StatusAksi.BERJALAN: "Berjalan",
    StatusAksi.DIKLAIM: "Menunggu verifikasi",
    StatusAksi.DIVERIFIKASI: "Selesai dan diverifikasi",
    StatusAksi.TERTUNDA: "Tertunda",
    StatusAksi.TIDAK_DAPAT: "Tidak dapat dilaksanakan",
    StatusAksi.DIALIHKAN: "Dialihkan",
}
JENIS_STATUS_AKSI = {
    StatusAksi.DIRENCANAKAN: "netral",
    StatusAksi.BERJALAN: "berjalan",
    StatusAksi.DIKLAIM: "info",
    StatusAksi.DIVERIFIKASI: "baik",
    StatusAksi.TERTUNDA: "perhatian",
    StatusAksi.TIDAK_DAPAT: "netral",
    StatusAksi.DIALIHKAN: "netral",
}


class Prioritas(StrEnum):
    """How urgent the office finds it."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"


LABEL_PRIORITAS = {Prioritas.TINGGI: "Tinggi", Prioritas.SEDANG: "Sedang", Prioritas.RENDAH: "Rendah"}
