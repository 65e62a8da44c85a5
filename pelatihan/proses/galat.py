"""Refusals of the processes: each carries an Indonesian sentence that the page shows as it stands."""

from __future__ import annotations

from django.db import IntegrityError


class ProsesDitolak(Exception):
    """The process did nothing, and ``str()`` of this says why and what to do."""


def wajib_diisi(teks: str, kalimat: str, *, maks: int = 300) -> str:
    """The text on one line; ProsesDitolak with that sentence when nothing is left."""
    teks = " ".join(teks.split())[:maks]
    if not teks:
        raise ProsesDitolak(kalimat)
    return teks


def nama_kendala(galat: IntegrityError) -> str:
    """Name of the constraint that refused the row, "" when the database does not say."""
    rincian = getattr(galat.__cause__, "diag", None)
    return str(getattr(rincian, "constraint_name", None) or "")
