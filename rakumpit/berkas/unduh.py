"""Files leave only from here: stored ones, and those made for the one who asks."""

from __future__ import annotations

import re
from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

_JENIS = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TIDAK_AMAN = re.compile(r"[^\w.-]+")


def unduhan(medan: FieldFile, nama: str) -> FileResponse:
    """A stored file as an attachment that no browser opens as a page, under ``nama`` and its true ending."""
    try:
        isi = medan.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    jawaban = FileResponse(isi, as_attachment=True, filename=f"{nama}{PurePath(medan.name or '').suffix}")
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    # Should a browser show it all the same, nothing inside may run (OWASP ASVS 5.0, 3.2.1).
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return jawaban


def unduhan_jadi(isi: bytes, nama: str, bentuk: str, *, umum: bool = False) -> HttpResponse:
    """What was made just now, as an attachment ``nama.bentuk``; the name holds no NIP.

    No cache keeps it, unless it is for everybody (``umum``). Codes that people choose are part of many names, so what
    a folder or a header would read as more than a name becomes a hyphen. KeyError: a form that nobody makes.
    """
    aman = _TIDAK_AMAN.sub("-", nama).strip("-.") or "berkas"
    jawaban = HttpResponse(isi, content_type=_JENIS[bentuk])
    jawaban["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{aman}.{bentuk}")
    if not umum:
        jawaban["Cache-Control"] = "private, no-store"
    return jawaban
