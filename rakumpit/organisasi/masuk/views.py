"""Account pages that differ from allauth's own, and the first-login code."""

from __future__ import annotations

from typing import Any

from allauth.account import views as akun
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.mfa.totp import views as totp
from allauth.usersessions import views as sesi
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from rakumpit.organisasi import proses
from rakumpit.organisasi.masuk import pembatas, perangkat
from rakumpit.organisasi.masuk.adapter import AdapterAkun
from rakumpit.organisasi.masuk.alamat import jaringan_klien
from rakumpit.organisasi.masuk.forms import KodeMasukForm
from rakumpit.organisasi.masuk.peramban import nama_peramban
from rakumpit.organisasi.models import Pengguna


@never_cache
@sensitive_post_parameters("kode_masuk")
@require_http_methods(["GET", "HEAD", "POST"])
def masuk_kode(request: HttpRequest) -> HttpResponse:
    """Sign in once with the printed code; a second factor that exists is still asked, then an own password is set.

    A code has 80 bits, so only the network is limited: nobody can use up the tries of another person.
    """
    if request.user.is_authenticated:
        return redirect("beranda")
    form = KodeMasukForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        jatah = pembatas.Jatah()
        if not jatah.ambil(request, "kode_jaringan", jaringan_klien(request)):
            pembatas.catat_dibatasi(request, None)
            form.add_error(None, AdapterAkun.error_messages["too_many_login_attempts"])
            return render(request, "account/masuk_kode.html", {"form": form}, status=429)
        try:
            pengguna = proses.pakai_kode(
                nip_atau_email=form.cleaned_data["login"], kode=form.cleaned_data["kode_masuk"]
            )
        except ValidationError as galat:
            pembatas.log.info("kode masuk ditolak: jaringan=%s", jaringan_klien(request))
            form.add_error(None, galat)
        else:
            jatah.kembalikan()
            record_authentication(request, pengguna, method="kode")
            return perform_login(request, Login(user=pengguna))
    return render(request, "account/masuk_kode.html", {"form": form})


class KeluarView(akun.LogoutView):
    """Logging out also empties the browser's cache, so that the back button shows nothing (ASVS 5.0 14.3.1)."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = '"cache"'
        return response


class AturUlangSandiView(akun.PasswordResetFromKeyView):
    """Whoever holds the mail's link sets the password; the browser becomes known, the others are forgotten."""

    def form_valid(self, form: Any) -> HttpResponse:
        pengguna: Pengguna = self.reset_user
        response = super().form_valid(form)
        pengguna.perangkat.all().delete()
        perangkat.kenali(self.request, response, pengguna)
        return response


class AktifkanFaktorView(totp.ActivateTOTPView):
    """Sessions opened before the second factor existed have never shown it: they end."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        proses.akhiri_sesi(pengguna=self.request.user, sesi_tetap=self.request.session.session_key)
        return response


@method_decorator(require_http_methods(["GET", "HEAD", "POST"]), name="dispatch")
class SesiView(sesi.ListUserSessionsView):
    """Own sessions; «Keluarkan» ends one of them, or all others."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each session has a ``nama`` that its owner recognises."""
        konteks = super().get_context_data(**kwargs)
        for satu in konteks["sessions"]:
            satu.nama = nama_peramban(satu.user_agent)
        return konteks

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kode = request.POST.get("sesi")
        if kode is None:
            return super().post(request, *args, **kwargs)
        satu = UserSession.objects.filter(user=request.user, pk=kode).first() if kode.isdecimal() else None
        if satu is None or satu.is_current():
            raise Http404
        satu.end()
        messages.success(request, "Perangkat itu sudah dikeluarkan.")
        return redirect("usersessions_list")
