"""The account without an address: make it, and get in again with its code."""

from __future__ import annotations

from http import HTTPStatus
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from forum.forms.diskusi import AkunNamaForm, PulihkanAkunForm
from forum.proses.akun_tanpa_email import buat_akun_nama, pulihkan_akun
from forum.views.tampilan_diskusi import TERLALU_SERING, beri_galat, jatah

_CARA = ["GET", "HEAD", "POST"]


@never_cache
@sensitive_post_parameters("sandi")
@require_http_methods(_CARA)
def daftar(request: HttpRequest) -> HttpResponse:
    """Make an account by name and password; its code is on the answer, and nowhere else."""
    form = AkunNamaForm(request.POST or None, initial={"kiriman": uuid4()})
    status = HTTPStatus.OK
    if request.method == "POST":
        if not form.is_valid():
            status = HTTPStatus.UNPROCESSABLE_ENTITY
        elif (pakai := jatah(request, "akun")) is None:
            form.add_error(None, TERLALU_SERING)
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            try:
                kode = buat_akun_nama(**form.cleaned_data)
            except ValidationError as galat:
                # A name that is taken is not an account that was made.
                pakai.rollback()
                beri_galat(form, galat)
                status = HTTPStatus.CONFLICT if form.non_field_errors() else HTTPStatus.UNPROCESSABLE_ENTITY
            else:
                return _kode(request, kode, form.cleaned_data["nama"])
    return render(request, "forum/warga_nama.html", {"form": form}, status=status)


@never_cache
@sensitive_post_parameters("kode", "sandi")
@require_http_methods(_CARA)
def pulihkan(request: HttpRequest) -> HttpResponse:
    """Name and code for a new password, and the next code. Only failures use up the limits."""
    form = PulihkanAkunForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        if not form.is_valid():
            status = HTTPStatus.UNPROCESSABLE_ENTITY
        else:
            nama = form.cleaned_data["nama"].casefold()
            pakai = [jatah(request, "akun"), jatah(request, "pulih", nama)]
            if None in pakai:
                form.add_error(None, TERLALU_SERING)
                status = HTTPStatus.TOO_MANY_REQUESTS
            else:
                try:
                    kode = pulihkan_akun(**form.cleaned_data)
                except ValidationError as galat:
                    beri_galat(form, galat)
                    status = HTTPStatus.UNPROCESSABLE_ENTITY
                else:
                    for satu in pakai:
                        if satu is not None:
                            satu.rollback()
                    return _kode(request, kode, form.cleaned_data["nama"], dipulihkan=True)
    return render(request, "forum/warga_pulih.html", {"form": form}, status=status)


def _kode(request: HttpRequest, kode: str, nama: str, *, dipulihkan: bool = False) -> HttpResponse:
    """The one page that shows the code; no browser or proxy keeps it."""
    balasan = render(request, "forum/warga_kode.html", {"kode": kode, "nama": nama, "dipulihkan": dipulihkan})
    balasan["Cache-Control"] = "no-store"
    return balasan
