"""One form, one call of a process; and what every page fetches first."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from pelatihan.permissions import orang_kantor
from pelatihan.proses import ProsesDitolak
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import buang_tertahan


class Berhalaman(Protocol):
    """A row with a title and a page of its own."""

    judul: Any

    def get_absolute_url(self) -> str: ...


def akun(request: HttpRequest) -> Pengguna:
    """The signed-in account of somebody who works here or reads here; 404 for anybody else."""
    if not isinstance(request.user, Pengguna) or not orang_kantor(request.user):
        raise Http404
    return request.user


def pegawai_sendiri(pengguna: Pengguna) -> Pegawai:
    """The person behind the account, if training is counted for him; else 404."""
    pegawai: Pegawai | None = getattr(pengguna, "pegawai", None)
    if pegawai is None or not pegawai.ber_skp:
        raise Http404
    return pegawai


def pegawai_terlihat(pengguna: Pengguna, kode: UUID) -> Pegawai:
    pegawai: Pegawai = get_object_or_404(
        Pegawai.objects.terlihat_oleh(pengguna).ber_skp().select_related("pengguna"), uuid=kode
    )
    return pegawai


def tekan(
    request: HttpRequest,
    jalankan: Callable[[], object],
    *,
    pesan: str,
    lanjut: str,
    gagal: Callable[[str], HttpResponse],
) -> HttpResponse:
    """A step without words: do it and go on to ``lanjut``, or show the page of ``gagal`` with the refusal."""
    try:
        jalankan()
    except ProsesDitolak as galat:
        return gagal(str(galat))
    messages.success(request, pesan)
    return redirect(lanjut)


def beralasan(
    request: HttpRequest,
    objek: Berhalaman,
    form: forms.Form,
    jalankan: Callable[[dict[str, Any]], object],
    *,
    judul: str,
    keterangan: str,
    pesan: str,
) -> HttpResponse:
    """A step that needs a reason, on a page of its own under that of ``objek``, whose title is quoted."""
    return formulir(
        request,
        form,
        jalankan,
        judul=judul,
        tombol=judul,
        induk=(objek.judul, objek.get_absolute_url()),
        keterangan=keterangan,
        kutipan=objek.judul,
        pesan=pesan,
    )


def formulir(
    request: HttpRequest,
    form: forms.Form,
    jalankan: Callable[[dict[str, Any]], object],
    *,
    judul: str,
    tombol: str,
    induk: tuple[str, str],
    pesan: str,
    keterangan: str = "",
    kutipan: str = "",
    lanjut: str = "",
    tujuan: Callable[[Any], str] | None = None,
) -> HttpResponse:
    """Show the form, or do what it asks and go on to ``tujuan`` of the result, ``lanjut``, or the page above.

    422 for the form's own faults, 409 for a refusal of the process; nothing that was typed is lost.
    """
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                hasil = jalankan(form.cleaned_data)
            except ProsesDitolak as galat:
                form.add_error(None, str(galat))
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, pesan)
                return redirect(tujuan(hasil) if tujuan else lanjut or induk[1])
    isi = {
        "form": form,
        "judul": judul,
        "tombol": tombol,
        "induk": induk,
        "keterangan": keterangan,
        "kutipan": kutipan,
    }
    return render(request, "pelatihan/formulir.html", isi, status=status)
