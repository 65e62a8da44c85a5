"""Known devices: a long-lived signed cookie whose digest stands beside the account."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from rakumpit.organisasi.models import Pengguna, PerangkatDikenal

UMUR = timedelta(days=180)
# Old browsers fall out first; a person rarely uses more.
PALING_BANYAK = 10
_GARAM = "rakumpit.organisasi.perangkat"


def nama_kuki() -> str:
    return "__Host-perangkat" if settings.SESSION_COOKIE_SECURE else "perangkat"


def _token(request: HttpRequest) -> str | None:
    try:
        isi = signing.loads(request.COOKIES.get(nama_kuki(), ""), salt=_GARAM, max_age=UMUR)
    except signing.BadSignature:
        return None
    return isi if isinstance(isi, str) else None


def _sidik(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def sidik_dikenal(request: HttpRequest, pengguna: Pengguna) -> str | None:
    """Digest of this browser when ``pengguna`` signed in from it within 180 days."""
    token = _token(request)
    if token is None:
        return None
    sidik = _sidik(token)
    ada = pengguna.perangkat.filter(sidik=sidik, terakhir__gte=timezone.now() - UMUR).exists()
    return sidik if ada else None


def kenali(request: HttpRequest, response: HttpResponseBase, pengguna: Pengguna) -> None:
    """Remember this browser for ``pengguna`` after a complete sign-in; several people may share one browser."""
    token = _token(request) or secrets.token_urlsafe(32)
    PerangkatDikenal.objects.update_or_create(
        pengguna=pengguna, sidik=_sidik(token), defaults={"terakhir": timezone.now()}
    )
    simpan = pengguna.perangkat.order_by("-terakhir", "-pk").values_list("pk", flat=True)[:PALING_BANYAK]
    pengguna.perangkat.exclude(pk__in=list(simpan)).delete()
    response.set_cookie(
        nama_kuki(),
        signing.dumps(token, salt=_GARAM),
        max_age=UMUR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
