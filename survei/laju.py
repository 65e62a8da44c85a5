"""How many forms come from one place within an hour. A generous limit: families share a phone, a kiosk serves all.

The address is cut to its network and only its keyed digest reaches the database cache, for an hour. Each process looks
there once in ``KELIPATAN`` forms, so that the limit costs most submits nothing; it is exact to about ``KELIPATAN`` ×
processes. Once a process has seen a network at its limit, it refuses it for the rest of the hour.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import deque
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

KELIPATAN = 10
_JAM = 3600
# More forms than these within so many seconds from one network are marked: three phones side by side do not reach it.
BANYAK_BERUNTUN = 10
DETIK_BERUNTUN = 600
JARINGAN_DIINGAT = 10_000

_gembok = threading.Lock()
_menunggu: dict[str, int] = {}
_penuh: set[str] = set()
_terakhir: dict[str, deque[float]] = {}
_jam_kini = 0


def jaringan(request: HttpRequest) -> str:
    """The sender's network, the first 24 bits of IPv4 or 48 of IPv6, as seen behind the trusted proxies; "" unknown."""
    alamat = request.META.get("REMOTE_ADDR", "")
    if settings.JUMLAH_PROKSI:
        rantai = [
            bersih for satu in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if (bersih := satu.strip())
        ]
        if len(rantai) >= settings.JUMLAH_PROKSI:
            alamat = rantai[-settings.JUMLAH_PROKSI]
    try:
        ip = ipaddress.ip_address(alamat)
    except ValueError:
        return ""
    return ip.packed[: 3 if ip.version == 4 else 6].hex()


def dalam_batas(request: HttpRequest, kode_survei: str) -> bool:
    """Count one form and say whether its network is still within the hourly limit."""
    global _jam_kini  # noqa: PLW0603 - the one clock of this module, guarded by the lock
    batas = settings.BATAS_KIRIM_PER_JAM
    langkah = max(1, min(KELIPATAN, batas))
    jam = int(time.time()) // _JAM
    asal = f"{jam}|{kode_survei}|{jaringan(request)}"
    with _gembok:
        if jam != _jam_kini:
            _menunggu.clear()
            _penuh.clear()
            _jam_kini = jam
        if asal in _penuh:
            return False
        menunggu = _menunggu.get(asal, 0) + 1
        _menunggu[asal] = menunggu % langkah
    if menunggu < langkah:
        return True
    kunci = "survei.laju." + salted_hmac("survei.laju", asal).hexdigest()
    jumlah = int(cache.get(kunci, 0)) + menunggu
    cache.set(kunci, jumlah, _JAM)
    if jumlah >= batas:
        with _gembok:
            _penuh.add(asal)
    return jumlah <= batas


def beruntun(request: HttpRequest, kode_survei: str, diisi_pada: datetime | None = None) -> bool:
    """Whether many forms of this survey were filled in within minutes in the sender's network.

    A form counts at the moment ``diisi_pada`` that its device told, else at its arrival: forms that waited for a line
    all come at once, and no burst of them was filled in. Kept in the memory of this process alone and forgotten with
    it: with several processes a burst shows later, by at most their number times ``BANYAK_BERUNTUN`` forms. An unknown
    network is never marked.
    """
    asal = jaringan(request)
    if not asal:
        return False
    kini = diisi_pada.timestamp() if diisi_pada else time.time()
    with _gembok:
        if len(_terakhir) >= JARINGAN_DIINGAT:
            _terakhir.clear()
        saat = _terakhir.setdefault(f"{kode_survei}|{asal}", deque(maxlen=BANYAK_BERUNTUN))
        banyak = len(saat) == BANYAK_BERUNTUN and all(abs(kini - satu) <= DETIK_BERUNTUN for satu in saat)
        saat.append(kini)
    return banyak


def lupakan() -> None:
    """Forget the local counts (tests)."""
    with _gembok:
        _terakhir.clear()
        _menunggu.clear()
        _penuh.clear()
