"""The one place where every refusal by a page passes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import UUID

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, models
from django.http import Http404, HttpRequest, HttpResponse

from rakumpit.audit.proses import catat_penolakan

log = logging.getLogger("rakumpit.akses")

_MEMBACA = frozenset({"GET", "HEAD", "OPTIONS"})


class PenolakanMiddleware:
    """Notes what a signed-in person was refused: 403, and the 404 of what is not theirs to know.

    Only refusals of views: an old form or a missing second factor never reach one. The 409 of a page that may be read
    is an answer about state, date or turn; and that of a second note without a name would name its author.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        if not isinstance(exception, (Http404, PermissionDenied)) or not request.user.is_authenticated:
            return
        try:
            _catat(request)
        except DatabaseError:
            # The refusal itself stands, whatever becomes of its record.
            log.exception("Penolakan tidak dapat dicatat")


def _catat(request: HttpRequest) -> None:
    objek = _objek(request)
    if objek is None or request.resolver_match is None:
        return
    halaman = request.resolver_match.view_name
    kode = objek.pk if isinstance(objek, models.Model) else objek
    log.warning("akses ditolak: pengguna=%s %s %s objek=%s", request.user.pk, request.method, halaman, kode)
    catat_penolakan(
        pelaku=request.user,  # type: ignore[arg-type]  # signed in, so a Pengguna
        tulis=request.method not in _MEMBACA,
        halaman=halaman,
        objek=objek,
    )


def _objek(request: HttpRequest) -> UUID | models.Model | None:
    """What the address names: its last code; in the admin, whose addresses have row numbers, the row."""
    cocok = request.resolver_match
    if cocok is None:
        return None
    kode = [satu for satu in cocok.kwargs.values() if isinstance(satu, UUID)]
    if kode:
        return kode[-1]
    admin = getattr(cocok.func, "model_admin", None)
    if admin is None or "object_id" not in cocok.kwargs:
        return None
    baris: models.Model | None = admin.get_object(request, unquote(cocok.kwargs["object_id"]))
    return baris
