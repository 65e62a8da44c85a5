"""Verification codes: secret, copied from paper by hand, told over the telephone.

Pure. Twenty characters of an alphabet of 26 are 94 bits. No two of them look alike; what a reader could take for one
of them (O I L S B Z G U) is read as the one that is meant, or is refused where nothing is meant.
"""

from __future__ import annotations

import math
import secrets

ABJAD = "ACDEFHJKMNPQRTVWXY23456789"
PANJANG = 20
KELOMPOK = 4
BIT = PANJANG * math.log2(len(ABJAD))

# Letters outside the alphabet -> the character of the alphabet that was read wrongly.
_MIRIP = str.maketrans({"S": "5", "B": "8", "Z": "2", "G": "6", "U": "V"})
_PEMISAH = str.maketrans("", "", " -–—.\t\r\n\u00a0\u00ad\u200b\u2010\u2011")
# What is looked at of a typed text: a code with any separators is shorter.
_PANJANG_BACA = 80


def buat_kode() -> str:
    """A fresh code without separators, from the system's source of secrets."""
    return "".join(secrets.choice(ABJAD) for _ in range(PANJANG))


def tampil_kode(kode: str) -> str:
    """The code in groups of four: ``7K3M-ACDE-…``."""
    return "-".join(kode[i : i + KELOMPOK] for i in range(0, len(kode), KELOMPOK))


def baca_kode(ketikan: str) -> str:
    """The typed code without separators, in capitals, look-alikes resolved; wrong characters stay as they are."""
    return ketikan[:_PANJANG_BACA].upper().translate(_PEMISAH).translate(_MIRIP)


def kode_terbaca(kode: str) -> bool:
    """Whether a text that ``baca_kode`` returned has the form of a code."""
    return len(kode) == PANJANG and all(huruf in ABJAD for huruf in kode)
