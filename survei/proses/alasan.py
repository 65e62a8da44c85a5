"""Reasons that must be written: one line, never empty."""

from __future__ import annotations

from django.core.exceptions import ValidationError

PANJANG_ALASAN = 300


def wajib_ditulis(teks: str, pesan: str = "Tulis alasan pembatalan.", *, panjang: int = PANJANG_ALASAN) -> str:
    """The text without needless blanks, at most ``panjang`` letters. ``ValidationError`` with ``pesan`` when empty."""
    bersih = " ".join(teks.split())[:panjang]
    if not bersih:
        raise ValidationError(pesan)
    return bersih
