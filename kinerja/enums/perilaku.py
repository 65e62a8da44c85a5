"""States of a request to rate a colleague or superior."""

from __future__ import annotations

from enum import StrEnum


class StatusPenilai(StrEnum):
    DIMINTA = "diminta"
    DIISI = "diisi"
    DIBATALKAN = "dibatalkan"


LABEL_STATUS_PENILAI = {
    StatusPenilai.DIMINTA: "Belum menilai",
    StatusPenilai.DIISI: "Sudah menilai",
    StatusPenilai.DIBATALKAN: "Dibatalkan",
}
