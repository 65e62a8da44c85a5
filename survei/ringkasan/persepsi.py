"""Thresholds of integrity zones as they stood on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from survei.models import AmbangPersepsi


@dataclass(frozen=True, slots=True)
class Ambang:
    """The lowest value (1–4) for one predicate; ``terverifikasi``: read in the regulation itself."""

    predikat: str
    nilai: Decimal
    dasar_hukum: str
    terverifikasi: bool


def ambang_berlaku(jenis: str, hari: date) -> list[Ambang]:
    """Thresholds of an index in force on a day, by predicate; one query."""
    baris = (
        AmbangPersepsi.objects.filter(Q(selesai=None) | Q(selesai__gte=hari), jenis=jenis, mulai__lte=hari)
        .order_by("predikat", "-mulai")
        .distinct("predikat")
    )
    return [Ambang(satu.predikat, satu.nilai, satu.dasar_hukum, satu.terverifikasi) for satu in baris]
