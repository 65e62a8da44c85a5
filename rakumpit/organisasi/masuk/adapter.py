"""The points where django-allauth asks the product."""

from __future__ import annotations

import time
from typing import Any

from allauth.account import app_settings as pengaturan_akun
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rakumpit.organisasi import proses
from rakumpit.organisasi.masuk import faktor, pembatas, perangkat
from rakumpit.organisasi.masuk.alamat import alamat_klien, jaringan_klien
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nama_masuk import cari_pengguna, nama_masuk

_TIDAK_COCOK = "NIP/email atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."
_TERLALU_BANYAK = (
    "Terlalu banyak percobaan yang gagal. Tunggu beberapa menit lalu coba lagi, atau pakai kode masuk dari pengelola "
    "kinerja."
)


class AdapterAkun(DefaultAccountAdapter):
    """Accounts are made by the office: no sign-up, own limits, one answer for every failure."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _TIDAK_COCOK,
        "username_password_mismatch": _TIDAK_COCOK,
        "invalid_login": _TIDAK_COCOK,
        "too_many_login_attempts": _TERLALU_BANYAK,
        "rate_limited": _TERLALU_BANYAK,
        "incorrect_password": "Kata sandi salah.",
        "enter_current_password": "Kata sandi yang sekarang tidak cocok. Ketik sekali lagi.",
        "incorrect_code": "Kode salah atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu ketik lagi.",
        "invalid_password_reset": "Tautan ini sudah tidak berlaku. Minta tautan baru.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return alamat_klien(request)

    def get_login_stages(self) -> list[str]:
        return ["allauth.mfa.stages.AuthenticateStage"]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        tertulis = credentials.get("email") or credentials.get("username") or ""
        self._sasaran = cari_pengguna(tertulis)
        jatah = pembatas.jatah_masuk(request, self._sasaran, nama_masuk(tertulis))
        if jatah is None:
            raise self.validation_error("too_many_login_attempts")
        self._jatah = jatah

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        pengguna = super().authenticate(request, **credentials)
        if pengguna is not None:
            self._jatah.kembalikan()
        return pengguna

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        sasaran = self._sasaran
        pembatas.log.info("masuk gagal: pengguna=%s jaringan=%s", sasaran and sasaran.pk, jaringan_klien(request))

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Check the own password again. Allauth's way needs an e-mail address, which many people do not have."""
        jatah = pembatas.Jatah()
        if not jatah.ambil(context.request, "konfirmasi", str(user.pk)):
            raise self.validation_error("too_many_login_attempts")
        if not user.check_password(password):
            pembatas.log.info("konfirmasi kata sandi gagal: pengguna=%s", user.pk)
            return False
        jatah.kembalikan()
        return True

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """A password or code typed within the last minutes counts, so that nobody is asked twice in a row."""
        if not super().is_reauthentication_required(app=app, **kwargs):
            return False
        batas = time.time() - pengaturan_akun.REAUTHENTICATION_TIMEOUT
        catatan = get_authentication_records(context.request, context.request.user)
        return not any(satu["method"] in {"password", "mfa"} and satu["at"] > batas for satu in catatan)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        response = super().post_login(request, user, **kwargs)
        perangkat.kenali(request, response, user)
        pembatas.log.info("masuk: pengguna=%s jaringan=%s", user.pk, jaringan_klien(request))
        return response

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Reached only when an account is switched off between password and second factor."""
        messages.error(request, _TIDAK_COCOK)
        return HttpResponseRedirect(reverse("account_login"))

    def set_password(self, user: Any, password: str) -> None:
        """Every way to a new password (change, first password, reset) ends here."""
        request = context.request
        sendiri = request.user.is_authenticated and request.user.pk == user.pk
        proses.ganti_sandi(pengguna=user, sandi=password, sesi_tetap=request.session.session_key if sendiri else None)


class AdapterFaktorKedua(DefaultMFAAdapter):
    """Second factor: secrets encrypted at rest, not to be switched off by those who need it."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "Peran Anda mewajibkan faktor kedua, jadi tidak dapat dimatikan. "
        "Telepon hilang atau berganti? Minta admin teknis mengatur ulang faktor kedua Anda.",
        "incorrect_code": AdapterAkun.error_messages["incorrect_code"],
    }

    def get_totp_label(self, user: Any) -> str:
        """The name, not the NIP: the label is shown on the phone's screen."""
        return str(user)

    def encrypt(self, text: str) -> str:
        return faktor.enkripsi(text)

    def decrypt(self, encrypted_text: str) -> str:
        return faktor.dekripsi(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        pengguna = authenticator.user
        return not (isinstance(pengguna, Pengguna) and faktor.wajib_faktor_kedua(pengguna))
