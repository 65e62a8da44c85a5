"""The second factor: who must have one, and how its secret is kept."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.cache import cache
from django.utils.encoding import force_bytes

from rakumpit.organisasi.models import Pengguna, Penugasan
from rakumpit.waktu import hari_ini

# A code is valid for its own 30 seconds and one step before and after (MFA_TOTP_TOLERANCE); remembered a little longer.
UMUR_KODE_TERPAKAI = 120


def wajib_faktor_kedua(pengguna: Pengguna) -> bool:
    """Whether the account must sign in with a second factor.

    True for everybody who keeps accounts, runs evaluations, reads the whole office, or leads a unit today and so rates
    people (definitive, Plt. or Plh.). Never when ``WAJIB_FAKTOR_KEDUA`` is off.
    """
    if not settings.WAJIB_FAKTOR_KEDUA:
        return False
    if pengguna.admin_teknis or pengguna.pengelola or pengguna.pemeriksa:
        return True
    return bool(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))


def _kunci(rahasia: str | bytes) -> Fernet:
    turunan = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"rakumpit.faktor-kedua").derive(
        force_bytes(rahasia)
    )
    return Fernet(base64.urlsafe_b64encode(turunan))


def _sandi_simpan() -> MultiFernet:
    return MultiFernet([_kunci(rahasia) for rahasia in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]])


def enkripsi(teks: str) -> str:
    """Text for the database, readable only with ``SECRET_KEY``."""
    return _sandi_simpan().encrypt(teks.encode()).decode()


def dekripsi(tersandi: str) -> str:
    """Counterpart of ``enkripsi``; raises ``InvalidToken`` when neither the key nor an old one fits."""
    return _sandi_simpan().decrypt(tersandi.encode()).decode()


def sekali_pakai(pengguna: Pengguna, kode: str) -> bool:
    """Mark a one-time code as used; False when it was used before. The library forgets it while it is still valid."""
    angka = "".join(huruf for huruf in kode if huruf.isalnum())
    return cache.add(f"rakumpit.totp:{pengguna.pk}:{angka}", 1, timeout=UMUR_KODE_TERPAKAI)
