"""Masking of what people write freely, before others read it (UU 27/2022; screening of free text). Pure.

The names of the office are passed in; ``rakumpit.organisasi.samaran`` reads them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from rakumpit.samaran.kendaraan import KENDARAAN
from rakumpit.samaran.nama import NAMA, PolaNama, pola_nama, samarkan_nama
from rakumpit.samaran.nomor import AKUN, EMAIL, NIK, NOMOR, TELEPON, samarkan_nomor

# Raise it when the rules change: what was masked by an older version is then masked again.
VERSI_SAMARAN = 2
TAUTAN = "[tautan]"
TANDA_SAMAR = (NIK, TELEPON, EMAIL, AKUN, NOMOR, KENDARAAN, NAMA, TAUTAN)
_TAUTAN = re.compile(r"(?<!@)(?:https?://|www\.)\S+", re.IGNORECASE)
_TAK_TAMPAK = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF])


def samarkan(teks: str, pola: PolaNama, *, tautan: bool = False) -> str:
    """The text with NIK, telephone, e-mail, account numbers, number plates and names replaced by a word in brackets.

    Invisible characters go first, and digits of other scripts become 0 to 9, so that neither hides a number. What is
    in doubt is masked rather than shown; ``samarkan`` of a masked text changes nothing. With ``tautan`` every
    web address goes too: what the whole public reads leads nowhere that the office has not chosen.
    """
    bersih = "".join(
        str(unicodedata.decimal(huruf)) if huruf.isdecimal() and not huruf.isascii() else huruf
        for huruf in teks.translate(_TAK_TAMPAK)
    )
    if tautan:
        bersih = _TAUTAN.sub(TAUTAN, bersih)
    return samarkan_nama(samarkan_nomor(bersih), pola)


def sidik_pola(pola: PolaNama) -> str:
    """Sixteen hexadecimal digits that change with the rules and with the office's names."""
    isi = [str(VERSI_SAMARAN), *sorted(pola.kata), *map(str, sorted(pola.pasangan)), "|", *sorted(pola.tempat)]
    return hashlib.sha256("\n".join(isi).encode()).hexdigest()[:16]


__all__ = [
    "TANDA_SAMAR",
    "TAUTAN",
    "VERSI_SAMARAN",
    "PolaNama",
    "pola_nama",
    "samarkan",
    "sidik_pola",
]
