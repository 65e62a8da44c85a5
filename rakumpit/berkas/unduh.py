"""Stored files leave only from here."""

from __future__ import annotations

from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404


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
