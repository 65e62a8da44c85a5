"""One form, one call of a process: what every page with a form does."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from kinerja.proses import KonflikVersi, ProsesDitolak
from kinerja.views.ambil import buang_tertahan


def jalankan(request: HttpRequest, form: forms.BaseForm, aksi: Callable[[dict[str, Any]], object]) -> HTTPStatus | None:
    """Call ``aksi`` with what was typed; None when it is done, else the status with which the page is shown.

    200 for a page that was only opened, 422 for a form with errors, 409 when the process refused: the sentence of the
    refusal then stands in the form, and nothing that was typed is lost.
    """
    if request.method != "POST":
        return HTTPStatus.OK
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        aksi(form.cleaned_data)
    except ProsesDitolak as galat:
        if isinstance(galat, KonflikVersi) and isinstance(form, forms.ModelForm):
            pakai_versi_kini(form, request.POST)
        form.add_error(None, str(galat))
        return HTTPStatus.CONFLICT
    buang_tertahan(request)
    return None


def pakai_versi_kini(form: forms.ModelForm, kiriman: QueryDict) -> str:
    """Put what was typed on top of the version that is stored now, and say what that is.

    Sending it again is then a choice made in sight of both.
    """
    kini = type(form.instance)._default_manager.get(pk=form.instance.pk)
    data = kiriman.copy()
    data["versi"] = str(kini.versi)
    form.data = data
    return str(kini)


def simpan_formulir(
    request: HttpRequest,
    form: forms.BaseForm,
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
    jawab: list[HttpResponse] = []
    status = jalankan(request, form, lambda _data: jawab.append(simpan()))
    if status is None:
        return jawab[0]
    konteks = {
        "form": form,
        "judul": judul,
        "tombol": tombol,
        "induk": induk,
        "keterangan": keterangan,
        "kutipan": kutipan,
    }
    return render(request, "kinerja/formulir.html", konteks, status=status)
