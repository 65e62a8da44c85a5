"""One form on a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kinerja.proses import ProsesDitolak
from kinerja.views.ambil import buang_tertahan


def simpan_formulir(
    request: HttpRequest,
    form: forms.Form,
    simpan: Callable[[], HttpResponse],
    *,
    judul: str,
    tombol: str,
    induk: tuple[str, str],
    keterangan: str = "",
    kutipan: str = "",
) -> HttpResponse:
    """Show the form, or save it by ``simpan``, which returns the way on; what was typed is never lost.

    ``induk``: label and address of the page above. ``kutipan``: what somebody wrote and the form is about.
    """
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                jawab = simpan()
            except ProsesDitolak as galat:
                form.add_error(None, str(galat))
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                return jawab
    konteks = {
        "form": form,
        "judul": judul,
        "tombol": tombol,
        "induk": induk,
        "keterangan": keterangan,
        "kutipan": kutipan,
    }
    return render(request, "kinerja/formulir.html", konteks, status=status)
