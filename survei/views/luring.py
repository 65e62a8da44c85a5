"""Forms without a line: the service worker, and the page of the answers that wait on this device."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from survei.views.publik import BOLEH_DISIMPAN

PEKERJA = "js/pekerja.js"
SKRIP = "js/luring.js"
# What a form and the page of waiting answers consist of, beside themselves.
ASET = ("css/publik.css", SKRIP, "js/luring_daftar.js", "gambar/ikon.svg")


def _berkas(nama: str) -> bytes:
    jalur = finders.find(nama)
    assert isinstance(jalur, str)  # noqa: S101 - a file of this product
    return Path(jalur).read_bytes()


@cache
def versi() -> str:
    """Digest of everything the worker keeps, and of itself: one byte less or more is a new version."""
    sidik = hashlib.sha256()
    for nama in (PEKERJA, *ASET):
        sidik.update(static(nama).encode() + _berkas(nama))
    sidik.update(render_to_string("survei/luring.html", {"contoh": settings.CONTOH}).encode())
    return sidik.hexdigest()[:16]


@gzip_page
@require_safe
def pekerja(request: HttpRequest) -> HttpResponse:
    """The service worker. It stands at the root, so that it may serve all public forms; it is asked for anew each time.

    Its own policy of content is that of every page: it loads and asks only from here.
    """
    halaman = reverse("survei:luring")
    pengaturan = {
        "versi": versi(),
        "halaman": halaman,
        "skrip": static(SKRIP),
        "aset": [halaman, *(static(nama) for nama in ASET)],
        "tanda": BOLEH_DISIMPAN,
    }
    isi = f"const PENGATURAN = {json.dumps(pengaturan)};\n{_berkas(PEKERJA).decode()}"
    return HttpResponse(isi, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@gzip_page
@require_safe
def halaman_luring(request: HttpRequest) -> HttpResponse:
    """Answers that wait on this device; the office knows nothing of them. Also shown where a page cannot be reached."""
    return render(request, "survei/luring.html")
