"""The contract of what citizens told and what could be learned from it: rows of survey and forum, offered to training.

Nothing here becomes a need by itself; somebody presses, and ``kunci`` keeps the row from becoming one twice. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CalonKebutuhan:
    """One row with its number and its day. ``sumber`` is «survei» or «forum»; ``tautan`` the page where it is read.

    ``judul`` and ``uraian`` are read by the whole unit once it is a need: no words of a reporter, no names.
    """

    kunci: str
    sumber: str
    nomor: str
    hari: date
    unit_id: int
    judul: str
    uraian: str
    tautan: str
    # Another key under which the same matter was offered before: a need made from that row is the need of this one.
    kunci_lain: str = ""
