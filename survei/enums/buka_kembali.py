"""States of a request to open a locked survey again."""

from __future__ import annotations

from enum import StrEnum


class StatusPermintaanBuka(StrEnum):
    """Decided once, by another person; the one who asked may take it back before."""

    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DITOLAK = "ditolak"
    DITARIK = "ditarik"


LABEL_STATUS_PERMINTAAN = {
    StatusPermintaanBuka.DIAJUKAN: "Diajukan",
    StatusPermintaanBuka.DISETUJUI: "Disetujui",
    StatusPermintaanBuka.DITOLAK: "Ditolak",
    StatusPermintaanBuka.DITARIK: "Ditarik kembali",
}
