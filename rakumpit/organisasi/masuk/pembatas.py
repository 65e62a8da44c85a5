"""Limits on guessing. Only failures count: a success gives its share back.

The numbers: an attacker with any number of addresses gets 20 guesses an hour at one account; a mistyping office behind
one address gets 30 failures in five minutes; a person gets five failures from one network, then waits five minutes.
"""

from __future__ import annotations

import logging

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from rakumpit.organisasi.masuk import perangkat
from rakumpit.organisasi.masuk.alamat import jaringan_klien
from rakumpit.organisasi.models import Pengguna

log = logging.getLogger("rakumpit.masuk")

BATAS = {
    "akun_jaringan": "5/5m/key",
    "jaringan": "30/5m/key",
    "akun": "20/h/key",
    "perangkat": "10/5m/key",
    "kode_jaringan": "30/5m/key",
    "konfirmasi": "5/5m/key",
}


class Jatah:
    """Shares taken for one try; ``kembalikan`` after a success."""

    def __init__(self) -> None:
        self._terpakai: list[ratelimit.RateLimitUsage] = []

    def ambil(self, request: HttpRequest, batas: str, kunci: str) -> bool:
        """Take one share of ``batas`` for ``kunci``; False, with all shares given back, when none is left."""
        pakai = ratelimit.consume(request, app="rakumpit.masuk", action=batas, config=BATAS, key=kunci)
        if pakai is None:
            self.kembalikan()
            return False
        self._terpakai.append(pakai)
        return True

    def kembalikan(self) -> None:
        for pakai in self._terpakai:
            pakai.rollback()
        self._terpakai = []


def jatah_masuk(request: HttpRequest, sasaran: Pengguna | None, tertulis: str) -> Jatah | None:
    """Shares for one password try at ``sasaran`` (None: nobody has the name ``tertulis``); None when refused.

    An unknown name is counted like an account, so that the limits do not tell which names exist.
    """
    jatah = Jatah()
    if sasaran is not None and (dikenal := perangkat.sidik_dikenal(request, sasaran)):
        boleh = jatah.ambil(request, "perangkat", f"{sasaran.pk}:{dikenal}")
    else:
        akun = f"akun:{sasaran.pk}" if sasaran is not None else f"nama:{tertulis}"
        jaringan = jaringan_klien(request)
        boleh = (
            jatah.ambil(request, "akun_jaringan", f"{akun}@{jaringan}")
            and jatah.ambil(request, "jaringan", jaringan)
            and jatah.ambil(request, "akun", akun)
        )
    if not boleh:
        catat_dibatasi(request, sasaran)
        return None
    return jatah


def catat_dibatasi(request: HttpRequest, sasaran: Pengguna | None) -> None:
    """Log a refusal by the limits: row number and network only, never the name that was typed."""
    log.warning("percobaan masuk dibatasi: pengguna=%s jaringan=%s", sasaran and sasaran.pk, jaringan_klien(request))
