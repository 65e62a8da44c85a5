"""What a typed sheet holds, as it stands in the database and as the forms give it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any


def isian_lembar(
    *,
    layanan: str,
    tanggal: date,
    jawaban: Mapping[str, int | None],
    demografi: Mapping[str, str],
    saran: str,
) -> dict[str, Any]:
    """One sheet: service (its uuid as text), ISO date, element → 1…4 or None, groups, suggestion."""
    return {
        "layanan": layanan,
        "tanggal": tanggal.isoformat(),
        "jawaban": dict(jawaban),
        "demografi": dict(demografi),
        "saran": saran,
    }


def tanggal_isian(isian: Mapping[str, Any]) -> date:
    """The date that stands on the sheet."""
    return date.fromisoformat(isian["tanggal"])
