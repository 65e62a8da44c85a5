"""States of a bundle of paper forms and of its sheets."""

from __future__ import annotations

from enum import StrEnum


class StatusBatch(StrEnum):
    """Life of a bundle: typed once, a sample typed again by another person, then counted."""

    DIKETIK = "diketik"
    DIPERIKSA = "diperiksa"
    DIHITUNG = "dihitung"
    BATAL = "batal"


LABEL_STATUS_BATCH = {
    StatusBatch.DIKETIK: "Sedang diketik",
    StatusBatch.DIPERIKSA: "Sedang diperiksa",
    StatusBatch.DIHITUNG: "Sudah dihitung",
    StatusBatch.BATAL: "Dibatalkan",
}
# Sheets may still be read, mended and voided.
BATCH_BERJALAN = (StatusBatch.DIKETIK.value, StatusBatch.DIPERIKSA.value)


class StatusLembar(StrEnum):
    """Life of one typed sheet."""

    DIKETIK = "diketik"
    DIHITUNG = "dihitung"
    BATAL = "batal"


LABEL_STATUS_LEMBAR = {
    StatusLembar.DIKETIK: "Sudah diketik",
    StatusLembar.DIHITUNG: "Sudah dihitung",
    StatusLembar.BATAL: "Dibatalkan",
}
