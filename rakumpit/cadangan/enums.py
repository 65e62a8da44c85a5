"""What was done with backups."""

from __future__ import annotations

from enum import StrEnum


class Pekerjaan(StrEnum):
    """Kind of a record."""

    CADANGAN = "cadangan"
    UJI = "uji"
    PULIH = "pulih"


LABEL_PEKERJAAN = {
    Pekerjaan.CADANGAN: "Cadangan",
    Pekerjaan.UJI: "Uji pemulihan",
    Pekerjaan.PULIH: "Pemulihan",
}
