"""One spelling for a telephone number or an e-mail address, so that one person is known as one. Pure."""

from __future__ import annotations

import re

_PEMISAH = re.compile(r"[\s().\-–—]+")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]{2,}")
_TELEPON = re.compile(r"\+?[0-9]{8,15}", re.ASCII)


class KontakTidakSah(ValueError):
    """Neither a telephone number nor an e-mail address."""


def kunci_kontak(teks: str) -> str:
    """``budi@contoh.id`` for any capitals, ``62812…`` for ``0812-…``, ``+62 812 …`` and ``812…``.

    Raises ``KontakTidakSah``.
    """
    rapi = teks.strip()
    if "@" in rapi:
        if _EMAIL.fullmatch(rapi) is None:
            raise KontakTidakSah(rapi)
        return rapi.lower()
    angka = _PEMISAH.sub("", rapi)
    if _TELEPON.fullmatch(angka) is None:
        raise KontakTidakSah(rapi)
    angka = angka.removeprefix("+")
    if angka.startswith("0"):
        return f"62{angka[1:]}"
    return f"62{angka}" if angka.startswith("8") else angka


def email_dari(kunci: str) -> str:
    """The address, or "" where the contact is a number."""
    return kunci if "@" in kunci else ""
