"""States of an agreement of a unit."""

from __future__ import annotations

from enum import StrEnum


class StatusPerjanjian(StrEnum):
    """``DITANDATANGANI`` never changes again but to ``DIGANTI``, when a changed agreement is signed."""

    DRAF = "draf"
    DITANDATANGANI = "ditandatangani"
    DIGANTI = "diganti"


LABEL_STATUS_PERJANJIAN = {
    StatusPerjanjian.DRAF: "Draf",
    StatusPerjanjian.DITANDATANGANI: "Ditandatangani",
    StatusPerjanjian.DIGANTI: "Diganti",
}
