"""Rules for every page of a signed-in person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone

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


# Idle time of those who keep accounts and run evaluations, longest session of everybody (ASVS 5.0 7.3.1, 7.3.2).
DIAM_PENGURUS = timedelta(minutes=30)
SESI_TERLAMA = timedelta(hours=12)
CATAT_TIAP = timedelta(minutes=1)


class SesiMiddleware:
    """Ends sessions that were idle or open for too long, and notes the last visit for «Perangkat yang masuk».

    In place of allauth's own, which writes on every request: one read, and a write at most once a minute. The idle time
    of all others is the age of the cookie.
    """

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        pengguna = request.user
        if isinstance(pengguna, Pengguna):
            sesi = UserSession.objects.filter(session_key=request.session.session_key).first()
            if sesi is not None and _lewat(sesi, pengguna):
                sesi.delete()
                logout(request)
            elif sesi is None or sesi.user_id != pengguna.pk or timezone.now() - sesi.last_seen_at > CATAT_TIAP:
                UserSession.objects.create_from_request(request)
        return self.get_response(request)


def _lewat(sesi: UserSession, pengguna: Pengguna) -> bool:
    kini = timezone.now()
    pengurus = pengguna.admin_teknis or pengguna.pengelola
    return kini - sesi.created_at > SESI_TERLAMA or (pengurus and kini - sesi.last_seen_at > DIAM_PENGURUS)


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


# Beside the forum and the pages of surveys and accounts named here, an account of a citizen opens nothing; a page that
# nobody put on this list is closed to it.
_WARGA = frozenset(
    {
        *("beranda", "aksesibilitas", "saran_pengaduan", "manifes", "healthz_live", "healthz_ready", "akun_tema"),
        *("dokumen:periksa", "dokumen:lihat"),
        *("survei:layanan", "survei:daftar", "survei:isi", "survei:luring", "survei:hapus_sendiri", "survei:hasil"),
        *(
            "survei:hasil_daftar",
            "survei:tindak_lanjut_publik",
            "survei:layanan_lihat",
            "survei:kode",
            "survei:pekerja",
        ),
        *("survei:kios", "survei:kios_isi", "survei:kios_keluar", "survei:lembar", "survei:lembar_pdf"),
        *("survei:data_katalog", "survei:data_kamus", "survei:data_csv", "survei:data_json", "kinerja:bukti_terbuka"),
    }
)
_AWAL_WARGA = ("forum:", "account_", "mfa_", "usersessions_")
_KANTOR = "/forum/kelola/"
# The library of good practice and the calendars that everybody may read.
_UMUM = "/pelatihan/umum/"


def _untuk_warga(nama: str, jalur: str) -> bool:
    if nama in _WARGA or jalur.startswith(_UMUM):
        return True
    return nama.startswith(_AWAL_WARGA) and not jalur.startswith(_KANTOR)


class WargaMiddleware:
    """Accounts of citizens see the public pages and the forum; any other page answers as if it did not exist."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if isinstance(request.user, Pengguna) and request.user.warga:
            cocok = request.resolver_match
            if cocok is None or not _untuk_warga(cocok.view_name, request.path_info):
                raise Http404
        return None


def _menuju_masuk(response: HttpResponse) -> bool:
    return response.status_code == 302 and response["Location"].partition("?")[0] == resolve_url(settings.LOGIN_URL)
