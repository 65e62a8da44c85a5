"""Who stands behind a NIP or an e-mail address and a password."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest

from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nama_masuk import cari_pengguna


@lru_cache(maxsize=4)
def _sandi_tiruan(algoritma: str) -> str:
    return make_password("tidak dipakai siapa pun", hasher=algoritma)


class BackendNIPAtauEmail(AuthenticationBackend):
    """Unknown name, wrong password and inactive account give the same answer after one password verification each."""

    def get_user(self, user_id: int) -> Pengguna | None:
        """The account of a session with the person behind it, which nearly every page asks for: one statement."""
        pengguna = Pengguna.objects.select_related("pegawai", "pejabat_luar").filter(pk=user_id).first()
        return pengguna if pengguna is not None and self.user_can_authenticate(pengguna) else None

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Pengguna | None:
        sandi = credentials.get("password")
        if not sandi:
            return None
        pengguna = cari_pengguna(credentials.get("email") or credentials.get("username") or "")
        if pengguna is None or not pengguna.is_active or not pengguna.has_usable_password():
            check_password(sandi, _sandi_tiruan("default"))
            return None
        return pengguna if pengguna.check_password(sandi) else None
