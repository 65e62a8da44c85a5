"""What follows when the table of days off changes."""

from __future__ import annotations

from django.conf import settings

from rakumpit.antrean.models import antrekan


def libur_berubah() -> None:
    """Ask every app that keeps last days to count its open ones again; call it inside the transaction of the change."""
    for tugas in settings.TUGAS_LIBUR_BERUBAH:
        antrekan(tugas=tugas, kunci="libur")
