"""Rules of time by the day on which they hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q


class AturanTenggatQuerySet(models.QuerySet[Any]):
    def pada(self, tanggal: date) -> AturanTenggatQuerySet:
        """Rows in force on a date (both end days included)."""
        return self.filter(Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal), berlaku_mulai__lte=tanggal)
