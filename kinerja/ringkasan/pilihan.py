"""What the office has chosen, for parts of the home page."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinerja.models import PilihanKantor
from rakumpit.bacaan import Bacaan


def baca_pilihan(hari: date, *medan: str) -> Bacaan[tuple[Any, ...]]:
    """The named fields of the choice in force on a day; one step. LookupError as ``PilihanKantor.objects.pada``."""
    (baris,) = yield [PilihanKantor.objects.berlaku(hari).values_list(*medan)[:1]]
    if not baris:
        raise LookupError(f"Belum ada pilihan kantor yang berlaku pada {hari:%d-%m-%Y}.")
    return baris[0]
