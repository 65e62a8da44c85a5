"""The receipt code of an answer: derived from its number, shown once, found again only by whoever has it."""

from __future__ import annotations

import base64
from uuid import UUID

from django.utils.crypto import salted_hmac

# No 0 O 1 I L: the code is read out at the counter and written by hand.
_HURUF_KODE = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "ABCDEFGHJKMNPQRSTUVWXYZ23456789W")


def kode_terima(submission_id: UUID) -> str:
    """Receipt code such as ``K7QH-2MNR``: derived from the id with the office's secret, stored nowhere."""
    sidik = salted_hmac("survei.kode_terima", submission_id.bytes, algorithm="sha256").digest()
    huruf = base64.b32encode(sidik[:5]).decode().translate(_HURUF_KODE)
    return f"{huruf[:4]}-{huruf[4:]}"


def sidik_tanda(kode: str) -> str:
    """What is stored of a receipt code, however it was typed: its keyed digest."""
    huruf = "".join(satu for satu in kode.upper() if satu.isalnum())
    return salted_hmac("survei.sidik_tanda", huruf, algorithm="sha256").hexdigest()
