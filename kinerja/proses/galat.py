"""Refusals of the processes: each carries an Indonesian sentence that the page shows as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import IntegrityError, transaction

from rakumpit.waktu import format_waktu


class ProsesDitolak(Exception):
    """The process did nothing, and ``str()`` of this says why and what to do."""


class KonflikVersi(ProsesDitolak):
    """Somebody changed the row after the caller's form was opened; nothing was saved over it."""

    def __init__(self, *, oleh: str, pada: datetime) -> None:
        super().__init__(
            f"Data ini sudah diubah oleh {oleh} pada {format_waktu(pada)}. Isian Anda belum disimpan: "
            "periksa isi yang baru, lalu simpan lagi bila masih perlu."
        )
        self.oleh = oleh
        self.pada = pada


def wajib_diisi(teks: str, kalimat: str) -> str:
    """The text without blanks around it; ProsesDitolak with that sentence when nothing is left."""
    teks = teks.strip()
    if not teks:
        raise ProsesDitolak(kalimat)
    return teks


@contextmanager
def tolak_kembar(kendala: str, kalimat: str) -> Iterator[None]:
    """A savepoint for a write. ProsesDitolak with that sentence: it breaks a constraint.

    ``kendala`` is the constraint's name, or its column where the database has named it.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as galat:
        if kendala not in str(galat):
            raise
        raise ProsesDitolak(kalimat) from galat
