"""The secret of this installation, as backups know it: it signs their manifests and reads second factors."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings


def rahasia() -> list[bytes]:
    """Keys for signatures: that of today first, then those before a change of ``SECRET_KEY``."""
    semua = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [hashlib.sha256(b"rakumpit.cadangan.tanda:" + satu.encode()).digest() for satu in semua]


def sidik_kunci(kunci: bytes) -> str:
    """Tells whether two installations have the same secret, and nothing else about it."""
    return hashlib.sha256(b"rakumpit.cadangan.kunci:" + kunci).hexdigest()[:16]


def tanda_manifes(teks: bytes, kunci: bytes) -> str:
    """Signature of a manifest."""
    return hmac.new(kunci, teks, hashlib.sha256).hexdigest()
