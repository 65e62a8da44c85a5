"""Choices of the parts of a plan: its form, its three appendices."""

from __future__ import annotations

from enum import StrEnum


class BentukSKP(StrEnum):
    """Which form a plan has (PermenPANRB 6/2022): heads of independent units have perspektif, the others aspek."""

    PEGAWAI = "pegawai"
    PIMPINAN = "pimpinan"


LABEL_BENTUK_SKP = {
    BentukSKP.PEGAWAI: "Administrator, pengawas, pelaksana, dan fungsional",
    BentukSKP.PIMPINAN: "Pimpinan tinggi atau pimpinan unit kerja mandiri",
}


class JenisLampiran(StrEnum):
    """The three free lists of the Lampiran SKP (PermenPANRB 6/2022)."""

    DUKUNGAN = "dukungan"
    SKEMA = "skema"
    KONSEKUENSI = "konsekuensi"


LABEL_JENIS_LAMPIRAN = {
    JenisLampiran.DUKUNGAN: "Dukungan Sumber Daya",
    JenisLampiran.SKEMA: "Skema Pertanggungjawaban",
    JenisLampiran.KONSEKUENSI: "Konsekuensi",
}
