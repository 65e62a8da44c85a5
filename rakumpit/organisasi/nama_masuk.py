"""The account that a person means by what is typed in the field «NIP atau email»."""

from __future__ import annotations

from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nip import PANJANG_NIP, bersihkan_nip


def nama_masuk(tertulis: str) -> str:
    """What is looked up: an e-mail address in lower case, or the digits of a NIP without blanks and hyphens."""
    tertulis = tertulis.strip()
    return tertulis.lower() if "@" in tertulis else bersihkan_nip(tertulis)


def cari_pengguna(tertulis: str) -> Pengguna | None:
    """Account by NIP or e-mail address, active or not; one query at most."""
    nama = nama_masuk(tertulis)
    if "\x00" in nama:
        return None
    if "@" in nama:
        return Pengguna.objects.filter(email=nama).first()
    if len(nama) == PANJANG_NIP and nama.isascii() and nama.isdigit():
        return Pengguna.objects.filter(nip=nama).first()
    return None
