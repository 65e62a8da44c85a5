"""How attendance was taken down, and what people read in tests and feedback."""

from __future__ import annotations

from enum import StrEnum

from pelatihan.perhitungan.tes import JenisTes
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik


class CaraHadir(StrEnum):
    """By the person: ``QR``, ``PIN``. By the organiser: ``STAF`` on the phone, ``KERTAS`` from the signed list."""

    QR = "qr"
    PIN = "pin"
    STAF = "staf"
    KERTAS = "kertas"


LABEL_CARA_HADIR = {
    CaraHadir.QR: "Kode QR",
    CaraHadir.PIN: "Enam angka",
    CaraHadir.STAF: "Dicatat panitia",
    CaraHadir.KERTAS: "Daftar kertas",
}
LABEL_JENIS_TES = {JenisTes.AWAL: "Tes awal", JenisTes.AKHIR: "Tes akhir"}
LABEL_BUTIR_UMPAN_BALIK = {
    ButirUmpanBalik.TUJUAN: "Tujuan kegiatan jelas bagi saya",
    ButirUmpanBalik.MANFAAT: "Yang saya pelajari berguna untuk pekerjaan saya",
    ButirUmpanBalik.ISI: "Isinya sesuai dengan yang dijanjikan",
    ButirUmpanBalik.PENJELASAN: "Narasumber menjelaskan dengan mudah dimengerti",
    ButirUmpanBalik.TANYA_JAWAB: "Ada cukup waktu untuk bertanya",
    ButirUmpanBalik.LATIHAN: "Latihannya membantu saya mencoba sendiri",
    ButirUmpanBalik.BAHAN: "Bahannya dapat saya pakai lagi",
    ButirUmpanBalik.WAKTU: "Kegiatan mulai dan selesai tepat waktu",
    ButirUmpanBalik.TEMPAT: "Tempat atau sambungannya mendukung belajar",
    ButirUmpanBalik.AKSES: "Saya dapat mengikuti semuanya tanpa hambatan",
}
LABEL_NILAI_UMPAN_BALIK = {1: "Tidak setuju", 2: "Kurang setuju", 3: "Setuju", 4: "Sangat setuju"}
