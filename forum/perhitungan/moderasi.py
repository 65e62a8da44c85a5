"""Which posts wait for a moderator before others read them. Pure: words in, reasons out.

Signs that are wrong cost a citizen a short wait; signs that are missed can still be reported by everybody.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class SebabTahan(StrEnum):
    """Why a post waits."""

    KIRIMAN_PERTAMA = "kiriman_pertama"
    TAUTAN = "tautan"
    EMAIL = "email"
    TELEPON = "telepon"
    NIK = "nik"
    LAMPIRAN = "lampiran"


# So many posts of an account must have been let through before its posts appear at once.
KIRIMAN_DIPERCAYA = 1
_TAUTAN = re.compile(
    r"https?:|www\.|\bwa\.me\b|\bt\.me\b|\bbit\.ly\b|\b[a-z0-9-]+\.(?:com|net|org|info|xyz|site|online|shop|link|me)\b"
    r"|\b[a-z0-9-]+\.(?:co|or|go|ac|web|my|sch|biz)?\.?id\b(?=[/\s,;:!?)]|\.?$|\.\s)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+\.\w+", re.IGNORECASE)
# Digits with at most two of blank, point, hyphen or bracket between them.
_ANGKA = re.compile(r"\+?\d(?:[ .()/-]{0,2}\d){6,}")
_DIGIT_NIK = 16
_AWAL_TELEPON = ("08", "62", "05", "02")


def _datar(teks: str) -> str:
    """Full-width and mathematical letters and digits as plain ones, without invisible characters."""
    return "".join(satu for satu in unicodedata.normalize("NFKC", teks) if unicodedata.category(satu) != "Cf")


def sebab_ditahan(teks: str, *, sudah_tayang: int) -> tuple[SebabTahan, ...]:
    """Reasons for which a post waits, in the order of the enum; empty: it appears at once.

    ``sudah_tayang``: posts of the same account that are shown.
    """
    datar = _datar(teks)
    sebab = set()
    if sudah_tayang < KIRIMAN_DIPERCAYA:
        sebab.add(SebabTahan.KIRIMAN_PERTAMA)
    if _EMAIL.search(datar):
        sebab.add(SebabTahan.EMAIL)
    if _TAUTAN.search(_EMAIL.sub(" ", datar)):
        sebab.add(SebabTahan.TAUTAN)
    for cocok in _ANGKA.finditer(datar):
        angka = re.sub(r"\D", "", cocok.group())
        if len(angka) >= _DIGIT_NIK:
            sebab.add(SebabTahan.NIK)
        elif len(angka) >= 9 and angka.startswith(_AWAL_TELEPON):
            sebab.add(SebabTahan.TELEPON)
    return tuple(satu for satu in SebabTahan if satu in sebab)
