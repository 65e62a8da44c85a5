"""One form, one call of a process: what every page with a form does."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from kinerja.proses import KonflikVersi, ProsesDitolak
from rakumpit.tertahan import buang_tertahan


def jalankan(
    request: HttpRequest,
    form: forms.BaseForm,
    aksi: Callable[[dict[str, Any]], object],
    *,
    saat_konflik: Callable[[], object] | None = None,
) -> HTTPStatus | None:
    """Call ``aksi`` with what was typed; None when it is done, else the status with which the page is shown.

    200 for a page that was only opened, 422 for a form with errors, 409 when the process refused: the sentence of the
    refusal then stands in the form, and nothing that was typed is lost. ``saat_konflik`` brings form and page up to
    what somebody else has stored meanwhile; a ModelForm does so by itself.
    """
    if request.method != "POST":
        return HTTPStatus.OK
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        aksi(form.cleaned_data)
    except ProsesDitolak as galat:
        if isinstance(galat, KonflikVersi) and saat_konflik is not None:
            saat_konflik()
        elif isinstance(galat, KonflikVersi) and isinstance(form, forms.ModelForm):
            pakai_versi_kini(form)
        form.add_error(None, str(galat))
        return HTTPStatus.CONFLICT
    buang_tertahan(request)
    return None


def pasang_versi(form: forms.BaseForm, versi: int | str, medan: str = "versi") -> None:
    """Put what was typed on top of the version that is stored now.

    Sending it again is then a choice made in sight of both.
    """
    data = QueryDict(mutable=True)
    data.update(form.data)
    data[medan] = str(versi)
    form.data = data


def pakai_versi_kini(form: forms.ModelForm) -> str:
    """``pasang_versi`` of the row of a ModelForm; says what is stored."""
    kini = type(form.instance)._default_manager.get(pk=form.instance.pk)
    pasang_versi(form, kini.versi)
    return str(kini)


def coba(request: HttpRequest, langkah: Callable[[], object]) -> str | None:
    """Take a step that needs no more than a press: None when it is done, else the sentence of the refusal.

    "" for a page that was only opened.
    """
    if request.method != "POST":
        return ""
    try:
        langkah()
    except ProsesDitolak as galat:
        return str(galat)
    return None


def konfirmasi_hapus(
    request: HttpRequest,
    hapus: Callable[[], object],
    *,
    apa: str,
    uraian: str,
    dari: str,
    jejak: tuple[tuple[str, str], tuple[str, str]],
    kembali: str,
    berhasil: str = "",
    lanjut: str = "",
) -> HttpResponse:
    """Ask before something is deleted, then delete it.

    ``apa`` and ``uraian`` say what, ``dari`` from where. ``jejak``: label and address of the list and of the page
    below it, to which «Kembali ke ``kembali``» leads and, without ``lanjut``, also the way on.
    """
    galat = coba(request, hapus)
    if galat is None:
        messages.success(request, berhasil or f"{apa.capitalize()} dihapus dari {dari}.")
        return redirect(lanjut or jejak[1][1])
    konteks = {"apa": apa, "uraian": uraian, "dari": dari, "jejak": jejak, "kembali": kembali, "galat": galat}
    status = HTTPStatus.CONFLICT if galat else HTTPStatus.OK
    return render(request, "kinerja/hapus.html", konteks, status=status)


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
    saat_konflik: Callable[[], str] | None = None,
) -> HttpResponse:
    """Show the form, or save it by ``simpan``, which returns the way on; what was typed is never lost.

    ``induk``: label and address of the page above. ``kutipan``: what somebody wrote and the form is about.
    ``saat_konflik`` brings the form up to what somebody else has stored meanwhile and says what that is; a ModelForm
    does so by itself.
    """
    jawab: list[HttpResponse] = []
    tersimpan: list[str] = []

    def bawa_kini() -> None:
        if saat_konflik is not None:
            tersimpan.append(saat_konflik())
        elif isinstance(form, forms.ModelForm):
            tersimpan.append(pakai_versi_kini(form))

    status = jalankan(request, form, lambda _data: jawab.append(simpan()), saat_konflik=bawa_kini)
    if status is None:
        return jawab[0]
    konteks = {
        "form": form,
        "judul": judul,
        "tombol": tombol,
        "induk": induk,
        "keterangan": keterangan,
        "kutipan": kutipan,
        "tersimpan": "".join(tersimpan),
    }
    return render(request, "kinerja/formulir.html", konteks, status=status)
