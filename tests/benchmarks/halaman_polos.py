"""The product with one more page, a bare one of about 1 kB: what the line and the server cost without the survey."""

from __future__ import annotations

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rakumpit.settings")
django.setup()
settings.ROOT_URLCONF = __name__

from rakumpit import urls  # noqa: E402  # the product's addresses need the settings first

ISI = "<!doctype html><html lang=id><title>Polos</title><h1>Polos</h1><p>" + "Halaman tanpa gaya. " * 46


def polos(request: HttpRequest) -> HttpResponse:
    """Text only: no style sheet, no picture, no database."""
    return HttpResponse(ISI)


urlpatterns = [path("polos/", polos), *urls.urlpatterns]
application = get_wsgi_application()
