"""Sets of the follow-up of events."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


class EvaluasiPerilakuQuerySet(models.QuerySet[Any]):
    def diminta(self) -> Self:
        """Those that are asked for: not closed because the certificate was revoked."""
        return self.filter(ditutup_pada__isnull=True)

    def belum_diisi(self) -> Self:
        return self.diminta().filter(diisi_pada__isnull=True)

    def milik(self, pengguna: Pengguna) -> Self:
        """Those that this account is asked to fill in."""
        return self.filter(penilai=pengguna)

    def terbuka(self, hari: date) -> Self:
        """Those whose time has begun; past the last day they stay open, and are late."""
        return self.belum_diisi().filter(mulai__lte=hari)
