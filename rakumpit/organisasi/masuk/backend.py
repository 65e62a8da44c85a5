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

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Pengguna | None:
        sandi = credentials.get("password")
        if not sandi:
            return None
        pengguna = cari_pengguna(credentials.get("email") or credentials.get("username") or "")
        if pengguna is None or not pengguna.is_active or not pengguna.has_usable_password():
            check_password(sandi, _sandi_tiruan("default"))
            return None
        return pengguna if pengguna.check_password(sandi) else None
