"""The own PIN."""

from __future__ import annotations

from http import HTTPStatus

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.forms.atas_nama import PasangPinForm
from kinerja.models import PinPegawai
from kinerja.proses import ProsesDitolak
from kinerja.proses.pin import pasang_pin
from kinerja.views.ambil import akun, pegawai_sendiri
from rakumpit.tertahan import wajib_masuk


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required
def pin(request: HttpRequest) -> HttpResponse:
    """Set or replace the own PIN, after the password was typed a moment ago."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    form = PasangPinForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                pasang_pin(pegawai=pegawai, oleh=pengguna, pin=form.cleaned_data["sandi_pin"])
            except ProsesDitolak as galat:
                form.add_error("sandi_pin", str(galat))
                status = HTTPStatus.CONFLICT
            else:
                messages.success(request, "PIN tersimpan.")
                return redirect("akun")
    ada = PinPegawai.objects.filter(pegawai=pegawai).exists()
    return render(request, "kinerja/pin.html", {"form": form, "ada": ada}, status=status)
