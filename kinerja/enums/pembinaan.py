"""Outcomes of a plan to improve."""

from __future__ import annotations

from enum import StrEnum


class HasilPembinaan(StrEnum):
    MEMBAIK = "membaik"
    BELUM = "belum"


LABEL_HASIL_PEMBINAAN = {HasilPembinaan.MEMBAIK: "Kinerja membaik", HasilPembinaan.BELUM: "Kinerja belum membaik"}


class LanjutanPembinaan(StrEnum):
    """What the authority decided after a plan without improvement, in the order of PP 30/2019 Pasal 56-58."""

    UJI_KOMPETENSI = "uji"
    TETAP = "tetap"
    JABATAN_LAIN = "lain"
    JABATAN_RENDAH = "rendah"
    SEMENTARA = "sementara"
    BERHENTI = "berhenti"


LABEL_LANJUTAN_PEMBINAAN = {
    LanjutanPembinaan.UJI_KOMPETENSI: "Uji kompetensi",
    LanjutanPembinaan.TETAP: "Tetap di jabatannya",
    LanjutanPembinaan.JABATAN_LAIN: "Jabatan lain yang sesuai kompetensinya",
    LanjutanPembinaan.JABATAN_RENDAH: "Jabatan yang lebih rendah",
    LanjutanPembinaan.SEMENTARA: "Penempatan sementara",
    LanjutanPembinaan.BERHENTI: "Diberhentikan dengan hormat",
}
