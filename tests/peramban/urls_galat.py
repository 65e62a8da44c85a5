"""The addresses of the product and, beside them, pages that fail in each way: their error pages are pages as well."""

from __future__ import annotations

from typing import NoReturn

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from rakumpit import galat, urls

handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler429 = urls.handler429
handler500 = urls.handler500


class _Sengaja(Exception):
    """Stands for a fault in the program."""


_GALAT: dict[int, Exception] = {
    400: SuspiciousOperation(),
    403: PermissionDenied(),
    413: RequestDataTooBig(),
    500: _Sengaja(),
    503: OperationalError(),
}


def gagal(request: HttpRequest, kode: int) -> NoReturn:
    raise _GALAT[kode]


def terlalu_sering(request: HttpRequest) -> HttpResponse:
    return galat.galat_429(request)


urlpatterns = [
    path("uji-galat/429/", terlalu_sering),
    path("uji-galat/<int:kode>/", gagal),
    *urls.urlpatterns,
]
