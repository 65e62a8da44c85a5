"""The contract of the staff search: what every app finds in its own rows for a reader.

Every app's ``ringkasan`` offers ``cari(pengguna, kata, *, batas) -> Bacaan[list[Temuan]]`` (``rakumpit.bacaan``): at
most ``batas`` findings of each ``jenis``, only rows that the reader may see anyway. ``kata`` has at least
``HURUF_MINIMUM`` letters; people are found by name, never by NIP, which must not stand in an address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HURUF_MINIMUM = 2
PER_JENIS = 8
SEMUA_SATU_JENIS = 100
_HURUF_MAKS = 100
# The text search of PostgreSQL with the stems and stop words of Indonesian.
BAHASA = "indonesian"
_SEPERTI_NIP = re.compile(r"[0-9][0-9 .-]{7,}")


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: its kind as the heading, what it is, one line about it, and its address ("" without a page)."""

    jenis: str
    judul: str
    keterangan: str
    tautan: str


def rapikan(teks: str) -> str:
    """The words with single blanks, without NUL, cut to a length that no name reaches."""
    return " ".join(teks.replace("\x00", "").split())[:_HURUF_MAKS]


def berkarakter(kata: str) -> bool:
    """Whether there are characters that the word search leaves out: %, _, /, + …"""
    return any(not satu.isalnum() and not satu.isspace() for satu in kata)


def seperti_nip(teks: str) -> bool:
    """Whether somebody typed a NIP, or a good part of one."""
    return _SEPERTI_NIP.search(teks) is not None
