"""Competence and the schemes of the IP ASN."""

from __future__ import annotations

from enum import StrEnum


class RumpunKompetensi(StrEnum):
    """PermenPANRB 38/2017; technical competence has each agency's own dictionary."""

    MANAJERIAL = "manajerial"
    SOSIAL_KULTURAL = "sosial_kultural"
    TEKNIS = "teknis"


LABEL_RUMPUN_KOMPETENSI = {
    RumpunKompetensi.MANAJERIAL: "Manajerial",
    RumpunKompetensi.SOSIAL_KULTURAL: "Sosial kultural",
    RumpunKompetensi.TEKNIS: "Teknis",
}


class SumberPenilaian(StrEnum):
    """Who says which level a person has reached."""

    ASESMEN = "asesmen"
    ATASAN = "atasan"
    UJI = "uji"


LABEL_SUMBER_PENILAIAN = {
    SumberPenilaian.ASESMEN: "Asesmen kompetensi",
    SumberPenilaian.ATASAN: "Penilaian atasan",
    SumberPenilaian.UJI: "Uji kompetensi",
}


class StatusSkema(StrEnum):
    AKTIF = "aktif"
    DRAF = "draf"


LABEL_STATUS_SKEMA = {StatusSkema.AKTIF: "Aktif", StatusSkema.DRAF: "Draf, belum dipakai"}
