"""One thing that waits for the reader; every app lists its own in ``ringkasan.menunggu``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tugas:
    """What to do, for whom or from whom, by when (None: no fixed day), and the one address where it is done."""

    judul: str
    dari: str
    tenggat: date | None
    tautan: str
