"""Sets of attendance."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from pelatihan.perhitungan.kehadiran import BERPESERTA


class KehadiranQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> Self:
        """Entries that no correction replaced."""
        return self.filter(berlaku=True)

    def dihitung(self) -> Self:
        """Who was there, in sessions that took place, with a seat."""
        return self.filter(
            berlaku=True,
            hadir=True,
            sesi__batal=False,
            pendaftaran__status__in=[satu.value for satu in BERPESERTA],
        )
