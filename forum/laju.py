"""How often one network may send reports and try numbers with keys. Only failures of the second count."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from rakumpit.organisasi.masuk.alamat import jaringan_klien

# A family shares a phone and an office an address; a key of 112 bits is not found by guessing at any rate.
BATAS = {"kirim": "30/h/key", "lacak": "20/5m/key"}


def ambil(request: HttpRequest, batas: str) -> ratelimit.RateLimitUsage | None:
    """Take one share; None when the network has none left. ``rollback()`` gives it back."""
    return ratelimit.consume(request, app="forum", action=batas, config=BATAS, key=f"{batas}:{jaringan_klien(request)}")
