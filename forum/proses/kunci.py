"""Secret links of people without an account.

The key is derived from a random code of the row and the secret of this installation, so that a form sent twice gets
the same link again and a mail can name it; the database alone holds only its SHA-256.
"""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.utils.crypto import salted_hmac


def kunci_tautan(guna: str, kode: UUID) -> str:
    """32 hexadecimal digits (128 bits) for one use («pendaftaran») and one code."""
    return salted_hmac(f"forum.{guna}", kode.hex, algorithm="sha256").hexdigest()[:32]


def sidik_kunci(kunci: str) -> str:
    """What is stored and searched of a key."""
    return hashlib.sha256(kunci.encode()).hexdigest()
