"""Number and key of a report: the number is said aloud, the key is the reporter's secret. Pure but for the randomness.

The key has 24 characters of an alphabet of 26 without look-alikes: 112 bits. Only its digest is ever stored.
"""

from __future__ import annotations

import hashlib
import math
import re
import secrets

from rakumpit.dokumen.kode import ABJAD, baca_kode, tampil_kode

PANJANG_KUNCI = 24
BIT_KUNCI = PANJANG_KUNCI * math.log2(len(ABJAD))
_NOMOR = re.compile(r"([0-9]{2})[^0-9]*([0-9]{3})[^0-9]*([0-9]{3})", re.ASCII)


def buat_kunci() -> str:
    """A fresh key in groups of four."""
    return tampil_kode("".join(secrets.choice(ABJAD) for _ in range(PANJANG_KUNCI)))


def baca_kunci(ketikan: str) -> str:
    """The typed key without separators, or "" when it has not the form of one."""
    kunci = baca_kode(ketikan)
    return kunci if len(kunci) == PANJANG_KUNCI and all(huruf in ABJAD for huruf in kunci) else ""


def sidik_kunci(kunci: str) -> str:
    """SHA-256 of a key as ``baca_kunci`` returns it; a secret of 112 bits needs no slow hash."""
    return hashlib.sha256(kunci.encode("ascii")).hexdigest()


def buat_nomor(tahun: int) -> str:
    """A number such as 26-481-507: the year and six random digits, so that it tells neither order nor hour."""
    acak = secrets.randbelow(1_000_000)
    return f"{tahun % 100:02d}-{acak // 1000:03d}-{acak % 1000:03d}"


def baca_nomor(ketikan: str) -> str:
    """The typed number in its one form, or "" when it is none."""
    cocok = _NOMOR.fullmatch(ketikan.strip()[:20])
    return "-".join(cocok.groups()) if cocok else ""
