"""What a colleague types for somebody, and how that person makes it his or her own."""

from __future__ import annotations

from enum import StrEnum


class JenisIsian(StrEnum):
    CATATAN = "catatan"
    REALISASI = "realisasi"


LABEL_JENIS_ISIAN = {JenisIsian.CATATAN: "Catatan harian", JenisIsian.REALISASI: "Realisasi"}


class StatusIsian(StrEnum):
    MENUNGGU = "menunggu"
    DISAHKAN = "disahkan"
    DITOLAK = "ditolak"
    KEDALUWARSA = "kedaluwarsa"


LABEL_STATUS_ISIAN = {
    StatusIsian.MENUNGGU: "Menunggu disahkan",
    StatusIsian.DISAHKAN: "Disahkan",
    StatusIsian.DITOLAK: "Ditolak",
    StatusIsian.KEDALUWARSA: "Lewat waktu, tidak dihitung",
}


class CaraSah(StrEnum):
    AKUN = "akun"
    PIN = "pin"
    KERTAS = "kertas"


LABEL_CARA_SAH = {
    CaraSah.AKUN: "lewat akun sendiri",
    CaraSah.PIN: "dengan PIN di perangkat rekan",
    CaraSah.KERTAS: "dengan tanda tangan di kertas",
}
