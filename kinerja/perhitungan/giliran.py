"""Spreading people over a span of time, so that not everybody comes at the same minute. Pure."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID


def menit_giliran(kode: UUID, jendela: int) -> int:
    """Minute 0 … ``jendela`` - 1 of a person; the same on every day and every machine. ValueError for an empty span.

    Public reports blame slow pages near deadlines on everybody entering arrears at once; a fixed minute per person
    spreads the visits that a reminder causes.
    """
    if jendela < 1:
        raise ValueError("Jendela pengingat paling sedikit satu menit.")
    return int.from_bytes(sha256(kode.bytes).digest()[:8]) % jendela
