"""Where a request comes from."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

# What a request on a unix socket has: the peer is on this machine.
ALAMAT_SETEMPAT = "127.0.0.1"


def alamat_klien(request: HttpRequest) -> str:
    """IP address of the client as text, never empty.

    With ``JUMLAH_PROKSI`` = n the n-th address from the right of X-Forwarded-For counts: the one that the outermost
    trusted proxy added. Everything further left was written by the client and is ignored, as is the whole header when
    there is no proxy.
    """
    jumlah = settings.JUMLAH_PROKSI
    if jumlah > 0:
        lewat = [bagian for bagian in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if bagian.strip()]
        if len(lewat) >= jumlah and (alamat := _bersihkan(lewat[-jumlah])):
            return alamat
    return _bersihkan(request.META.get("REMOTE_ADDR", "")) or ALAMAT_SETEMPAT


def jaringan_klien(request: HttpRequest) -> str:
    """The network of the client, which one household or one attacker can easily fill: /24 of IPv4, /64 of IPv6."""
    alamat = ipaddress.ip_address(alamat_klien(request))
    return str(ipaddress.ip_network((alamat, 24 if alamat.version == 4 else 64), strict=False))


def _bersihkan(teks: str) -> str:
    """Address without port and zone; empty when the text is none. An IPv4 address in IPv6 clothing becomes IPv4."""
    teks = teks.strip()
    if teks.startswith("["):
        teks = teks[1:].partition("]")[0]
    elif teks.count(":") == 1:
        teks = teks.partition(":")[0]
    try:
        alamat = ipaddress.ip_address(teks.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(alamat, ipaddress.IPv6Address) and alamat.ipv4_mapped:
        return str(alamat.ipv4_mapped)
    return str(alamat)
