"""States of a document."""

from __future__ import annotations

from enum import StrEnum


class StatusDokumen(StrEnum):
    """Voided counts before replaced: a voided version was never to be relied on."""

    SAH = "sah"
    DIGANTIKAN = "digantikan"
    DIBATALKAN = "dibatalkan"
