"""Ways of delivery and states of an objection."""

from __future__ import annotations

from enum import StrEnum


class CaraPenyampaian(StrEnum):
    APLIKASI = "aplikasi"
    KERTAS = "kertas"


LABEL_CARA_PENYAMPAIAN = {CaraPenyampaian.APLIKASI: "Lewat aplikasi", CaraPenyampaian.KERTAS: "Di atas kertas"}


class StatusKeberatan(StrEnum):
    """``DIDENGAR``: the statements of both sides are there, so it can be decided."""

    DIAJUKAN = "diajukan"
    DIDENGAR = "didengar"
    DIPUTUS = "diputus"
    DICABUT = "dicabut"


LABEL_STATUS_KEBERATAN = {
    StatusKeberatan.DIAJUKAN: "Diajukan",
    StatusKeberatan.DIDENGAR: "Kedua pihak sudah didengar",
    StatusKeberatan.DIPUTUS: "Diputus",
    StatusKeberatan.DICABUT: "Dicabut",
}
KEBERATAN_TERBUKA = (StatusKeberatan.DIAJUKAN.value, StatusKeberatan.DIDENGAR.value)


class PutusanKeberatan(StrEnum):
    TETAP = "tetap"
    BERUBAH = "berubah"


LABEL_PUTUSAN_KEBERATAN = {PutusanKeberatan.TETAP: "Hasil tetap", PutusanKeberatan.BERUBAH: "Hasil berubah"}


class Pihak(StrEnum):
    """Whose statement is heard (PP 30/2019 Pasal 59: the official hears both sides)."""

    PEGAWAI = "pegawai"
    PENILAI = "penilai"


LABEL_PIHAK = {Pihak.PEGAWAI: "Pegawai", Pihak.PENILAI: "Pejabat penilai"}
