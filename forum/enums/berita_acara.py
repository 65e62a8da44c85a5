"""Choices of what was said, agreed and signed."""

from __future__ import annotations

from enum import StrEnum


class KeputusanMasukan(StrEnum):
    """What the office did with one thing that was said."""

    BELUM = "belum"
    DITERIMA = "diterima"
    SEBAGIAN = "sebagian"
    DITAMPUNG = "ditampung"
    DITOLAK = "ditolak"


LABEL_KEPUTUSAN_MASUKAN = {
    KeputusanMasukan.BELUM: "Belum diputuskan",
    KeputusanMasukan.DITERIMA: "Diterima",
    KeputusanMasukan.SEBAGIAN: "Diterima sebagian",
    KeputusanMasukan.DITAMPUNG: "Ditampung untuk dibahas lagi",
    KeputusanMasukan.DITOLAK: "Tidak diterima",
}


class JenisKesepakatan(StrEnum):
    """What else an agreement becomes beside its actions."""

    BIASA = "biasa"
    MUSRENBANG = "musrenbang"
    STANDAR = "standar"


LABEL_JENIS_KESEPAKATAN = {
    JenisKesepakatan.BIASA: "Dikerjakan kantor ini",
    JenisKesepakatan.MUSRENBANG: "Usulan musrenbang",
    JenisKesepakatan.STANDAR: "Pembaruan standar pelayanan",
}


class PihakTandaTangan(StrEnum):
    """Whom a signature speaks for; both are needed (number: convention of the product)."""

    PENYELENGGARA = "penyelenggara"
    WAKIL = "wakil"


LABEL_PIHAK_TANDA_TANGAN = {
    PihakTandaTangan.PENYELENGGARA: "Penyelenggara",
    PihakTandaTangan.WAKIL: "Wakil masyarakat",
}


class CaraTandaTangan(StrEnum):
    """By account, by the own link, or on paper that was scanned."""

    AKUN = "akun"
    TAUTAN = "tautan"
    KERTAS = "kertas"


LABEL_CARA_TANDA_TANGAN = {
    CaraTandaTangan.AKUN: "Lewat akun",
    CaraTandaTangan.TAUTAN: "Lewat tautan sendiri",
    CaraTandaTangan.KERTAS: "Di kertas, dipindai",
}


class StatusBeritaAcara(StrEnum):
    """Waiting for signatures, then fixed."""

    DISIAPKAN = "disiapkan"
    DITANDATANGANI = "ditandatangani"


LABEL_STATUS_BERITA_ACARA = {
    StatusBeritaAcara.DISIAPKAN: "Menunggu tanda tangan",
    StatusBeritaAcara.DITANDATANGANI: "Ditandatangani",
}


class Tercatat(StrEnum):
    """Whether an attendee finds the own words in the minutes."""

    YA = "ya"
    SEBAGIAN = "sebagian"
    TIDAK = "tidak"
    TANPA = "tanpa"


LABEL_TERCATAT = {
    Tercatat.YA: "Ya, tercatat",
    Tercatat.SEBAGIAN: "Sebagian",
    Tercatat.TIDAK: "Tidak",
    Tercatat.TANPA: "Saya tidak menyampaikan masukan",
}
LABEL_NILAI_SESI = {1: "Tidak puas", 2: "Kurang puas", 3: "Puas", 4: "Sangat puas"}
