"""One part of the home page, read alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from rakumpit.bacaan import Bacaan, baca
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import Pembaca, baca_pembaca
from rakumpit.waktu import hari_ini

T = TypeVar("T")


def untuk(bagian: Callable[[Pembaca], Bacaan[T]], siapa: Pengguna) -> T:
    """What this part shows to somebody today."""
    return baca(bagian(baca(baca_pembaca(siapa, hari_ini()))))
