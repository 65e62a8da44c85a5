"""The account that a person means by what is typed in the field «NIP atau email»."""

from __future__ import annotations

import unicodedata

from django.db.models import Value
from django.db.models.functions import Lower

from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nip import PANJANG_NIP, bersihkan_nip


def nama_masuk(tertulis: str) -> str:
    """What is looked up: an e-mail address in lower case, or the digits of a NIP without blanks and hyphens."""
    tertulis = tertulis.strip()
    return tertulis.lower() if "@" in tertulis else bersihkan_nip(tertulis)


def cari_pengguna(tertulis: str) -> Pengguna | None:
    """Account by NIP or e-mail address, active or not, or by the name of a citizen without one; one query at most."""
    nama = nama_masuk(tertulis)
    if "\x00" in nama:
        return None
    if "@" in nama:
        return Pengguna.objects.filter(email=nama).first()
    if len(nama) == PANJANG_NIP and nama.isascii() and nama.isdigit():
        return Pengguna.objects.filter(nip=nama).first()
    return _warga_bernama(tertulis)


def _warga_bernama(tertulis: str) -> Pengguna | None:
    """An account without an address by its name. One with an address is not found so: its name is no key of its own."""
    nama = " ".join(unicodedata.normalize("NFKC", tertulis).split())
    return (
        Pengguna.objects.annotate(nama_kecil=Lower("nama"))
        .filter(nama_kecil=Lower(Value(nama)), warga=True, is_active=True, email__isnull=True)
        .first()
    )
