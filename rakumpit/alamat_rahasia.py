"""Addresses whose last part is a secret: it stands in no log, and no browser tells it to the next page.

The link is the key there, for people without an account and without script, so it cannot move to a form or behind «#».
What is written is masked where it is formatted, whoever wrote it: Django's line about a refused request, a traceback,
the log of the web server.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

GANTI = "[rahasia]"
# What comes before the secret. A new address of this kind is found missing here by its test.
_AWALAN = (
    r"/forum/(?:pendaftaran|usul|tanda-tangan|periksa)/",
    r"/forum/umpan-balik/[^/\s]+/",
    r"/forum/diskusi/(?:daftar-akun|berhenti)/",
    r"/kinerja/bukti/terbuka/",
    r"/pelatihan/hadir/[^/\s]+/",
    r"/pelatihan/umum/kalender/pribadi/",
    r"/(?:k|kios|dokumen)/",
    r"/kata-sandi/atur-ulang/",
    r"[?&](?:kode|kunci|tanda|token)=",
)
_RAHASIA = re.compile(rf"((?:{'|'.join(_AWALAN)}))[^/\s?&\"'<>]+", re.IGNORECASE)


def samarkan_alamat(teks: str) -> str:
    """A text with the secret part of every address in it replaced."""
    return _RAHASIA.sub(rf"\1{GANTI}", teks)


class FormatSamar(logging.Formatter):
    """A line of a log as it is written, its traceback with it, without secrets of addresses."""

    def format(self, record: logging.LogRecord) -> str:
        return samarkan_alamat(super().format(record))


class AlamatRahasiaMiddleware:
    """From such a page a browser names only the site, also to the site itself, whose proxy may keep a log.

    Not «no-referrer»: under it browsers post the page's own form with «Origin: null», which the CSRF check refuses.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _RAHASIA.search(request.get_full_path()):
            response.headers.setdefault("Referrer-Policy", "strict-origin")
        return response
