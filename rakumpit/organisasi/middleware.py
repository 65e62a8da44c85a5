"""Rules for every page of a signed-in person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse

from rakumpit.galat import kembalikan_ketikan
from rakumpit.organisasi.masuk import wajib_faktor_kedua
from rakumpit.organisasi.models import Pengguna

Jawab = Callable[[HttpRequest], HttpResponse]

# Pages that must stay open while a password or a second factor is still missing.
_SELALU_BOLEH = frozenset(
    {"account_logout", "account_reauthenticate", "mfa_reauthenticate", "healthz_live", "healthz_ready"}
)
_GANTI_SANDI = frozenset({"account_change_password", "account_set_password"})
_AKTIFKAN_FAKTOR = frozenset({"mfa_activate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes"})


class TanpaSimpananMiddleware:
    """Answers to a signed-in person are never stored by browser or proxy; text sent after the session ended comes back.

    Without the second rule a long report typed over an expired session would be lost on the way to the login page. A
    view that keeps the text itself and puts it back into its form marks its redirect with ``isian_ditahan``.
    """

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store, private"
        elif request.method == "POST" and _menuju_masuk(response) and not hasattr(response, "isian_ditahan"):
            response = kembalikan_ketikan(
                request,
                judul="Sesi Anda berakhir",
                pesan="Isian Anda belum disimpan, tetapi masih ada di halaman ini.",
                langkah=[
                    "Masuk lagi lewat tautan di bawah; halaman masuk terbuka di tab baru.",
                    "Kembali ke tab ini, lalu tekan «Kirim lagi».",
                ],
                status=403,
                tautan=(resolve_url(settings.LOGIN_URL), "Masuk di tab baru"),
            )
            response["Cache-Control"] = "no-store, private"
        return response


class FaktorKeduaMiddleware:
    """First an own password, then a second factor where the role needs one; until then no other page opens."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        pengguna = request.user
        nama = request.resolver_match.view_name if request.resolver_match else ""
        if not isinstance(pengguna, Pengguna) or nama in _SELALU_BOLEH:
            return None
        if pengguna.wajib_ganti_sandi or not pengguna.has_usable_password():
            if nama in _GANTI_SANDI:
                return None
            return self._alihkan(
                request, "account_change_password" if pengguna.has_usable_password() else "account_set_password"
            )
        if nama in _AKTIFKAN_FAKTOR or nama in _GANTI_SANDI or not wajib_faktor_kedua(pengguna):
            return None
        if Authenticator.objects.filter(user=pengguna, type=Authenticator.Type.TOTP).exists():
            return None
        return self._alihkan(request, "mfa_activate_totp")

    def _alihkan(self, request: HttpRequest, nama: str) -> HttpResponse:
        """To the missing step; text that was being sent is given back beside the link."""
        if request.method != "POST":
            return HttpResponseRedirect(reverse(nama))
        return kembalikan_ketikan(
            request,
            judul="Selesaikan pengamanan akun dulu",
            pesan="Isian Anda belum disimpan, tetapi masih ada di halaman ini.",
            langkah=[
                "Buka tautan di bawah di tab baru dan selesaikan langkahnya.",
                "Kembali ke tab ini, lalu tekan «Kirim lagi».",
            ],
            status=403,
            tautan=(reverse(nama), "Lanjutkan pengamanan akun di tab baru"),
        )


def _menuju_masuk(response: HttpResponse) -> bool:
    return response.status_code == 302 and response["Location"].partition("?")[0] == resolve_url(settings.LOGIN_URL)
