"""A form that waited on a device comes as JSON: the fields as the page names them, and when they were filled in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import QueryDict


class KirimanRusak(ValueError):
    """The body is not what the page sends."""


@dataclass(frozen=True, slots=True)
class KirimanLuring:
    """``isi`` like a posted form; ``diisi_pada`` is the device's moment, None when it told none that can be read."""

    isi: QueryDict
    diisi_pada: datetime | None


def baca_kiriman(badan: bytes) -> KirimanLuring:
    """Read ``{"diisi_pada": "2026-09-15T02:00:00Z", "isi": {"U1": "3", …}}``; a field may hold a list of texts.

    Raises ``KirimanRusak``.
    """
    try:
        data = json.loads(badan)
    except (ValueError, RecursionError) as galat:
        raise KirimanRusak from galat
    isi = data.get("isi") if isinstance(data, dict) else None
    if not isinstance(isi, dict):
        raise KirimanRusak
    hasil = QueryDict(mutable=True)
    for nama, nilai in isi.items():
        semua = nilai if isinstance(nilai, list) else [nilai]
        if not all(isinstance(satu, str) for satu in semua):
            raise KirimanRusak
        hasil.setlist(nama, semua)
    return KirimanLuring(hasil, _saat(data.get("diisi_pada")))


def _saat(teks: object) -> datetime | None:
    """A moment with its zone, in UTC."""
    try:
        saat = datetime.fromisoformat(str(teks))
        return saat.astimezone(UTC) if saat.tzinfo else None
    except (ValueError, OverflowError):
        return None
