"""Baseline of the submit benchmark: a bare view that stores the same row, served by the same gunicorn."""

from __future__ import annotations

import json
import os
import uuid
from datetime import date

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rakumpit.settings")
django.setup()
settings.ROOT_URLCONF = __name__
settings.MIDDLEWARE = []


def simpan(request: HttpRequest) -> HttpResponse:
    """Insert what was posted, unchecked."""
    isi = request.POST
    jawaban = {kunci: int(nilai) for kunci, nilai in isi.items() if nilai in {"1", "2", "3", "4"}}
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO survei_respons (submission_id, survei_id, layanan_id, versi_formulir, jawaban, demografi,"
            " saran, saluran, tanggal, bendera, sidik, dibatalkan, alasan_batal)"
            " VALUES (%s, %s, %s, 'skm-1', %s, '{}', '', 'daring', %s, '{}', %s, false, '')",
            [
                str(uuid.UUID(isi["submission_id"])),
                os.environ["POLOS_SURVEI"],
                os.environ["POLOS_LAYANAN"],
                json.dumps(jawaban),
                date(2026, 7, 1),
                isi["submission_id"],
            ],
        )
    return HttpResponse()


urlpatterns = [path("", simpan)]
application = get_wsgi_application()
