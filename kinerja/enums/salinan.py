"""Choices of the copy to e-Kinerja."""

from __future__ import annotations

from enum import StrEnum


class BagianSalinan(StrEnum):
    """What is typed on one screen of e-Kinerja, in the order of its screens (guides of BKN, secondary)."""

    SKP = "skp"
    REALISASI = "realisasi"
    UMPAN_BALIK = "umpan_balik"
    PENILAIAN = "penilaian"


LABEL_BAGIAN_SALINAN = {
    BagianSalinan.SKP: "SKP",
    BagianSalinan.REALISASI: "Realisasi dan bukti",
    BagianSalinan.UMPAN_BALIK: "Umpan balik",
    BagianSalinan.PENILAIAN: "Rating dan predikat",
}


class KeadaanSalinan(StrEnum):
    """``KOSONG``: there is nothing to copy yet; ``BERUBAH``: it was copied and has changed since."""

    KOSONG = "kosong"
    BELUM = "belum"
    DISALIN = "disalin"
    BERUBAH = "berubah"


LABEL_KEADAAN_SALINAN = {
    KeadaanSalinan.KOSONG: "Belum ada isi",
    KeadaanSalinan.BELUM: "Belum disalin",
    KeadaanSalinan.DISALIN: "Sudah disalin",
    KeadaanSalinan.BERUBAH: "Berubah sesudah disalin",
}
