"""Bytes and requests of a first visit against the budgets of the product."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

KEPALA = 300
GAMBAR = 30_000
HTML = 100_000


@dataclass(frozen=True, slots=True)
class Anggaran:
    """Limits of a page; ``awal`` is what comes before the first paint."""

    total: int
    permintaan: int
    awal: int | None = None


SURVEI = Anggaran(total=40_000, permintaan=4, awal=14_000)
STAF = Anggaran(total=150_000, permintaan=10)


@dataclass(frozen=True, slots=True)
class Muatan:
    """One answer of the server: its path, kind (of the browser) and bytes with ``KEPALA`` for the headers."""

    jalur: str
    jenis: str
    bita: int


# Path and length of static files -> bytes with ``KEPALA``.
_TERTIMBANG: dict[tuple[str, str] | None, int] = {}


@lru_cache(maxsize=200)
def _terkompres(badan: bytes) -> int:
    return len(gzip.compress(badan, 9))


def muatan(jawaban: Any) -> Muatan | None:
    """Bytes of a response as the product sends it; None for a redirect, whose body nobody reads.

    The test server does not compress static files, which the product stores compressed: they count with their size
    under gzip. A page counts with its own, unless it came compressed.
    """
    if 300 <= jawaban.status < 400:
        return None
    jalur, jenis = urlsplit(jawaban.url).path, jawaban.request.resource_type
    # A static file of this length was weighed before: its bytes need not come out of the browser again.
    berkas = (jalur, jawaban.headers.get("content-length", "")) if jalur.startswith(settings.STATIC_URL) else None
    if berkas in _TERTIMBANG:
        return Muatan(jalur, jenis, _TERTIMBANG[berkas])
    badan = jawaban.body()
    polos = jenis in {"document", "xhr", "fetch"} and jawaban.headers.get("content-encoding") != "gzip"
    bita = (len(badan) if polos else _terkompres(badan)) + KEPALA
    if berkas is not None and berkas[1]:
        _TERTIMBANG[berkas] = bita
    return Muatan(jalur, jenis, bita)


def periksa_bobot(isi: list[Muatan], anggaran: Anggaran | None) -> list[str]:
    """What is heavier than allowed; without a budget only pages and pictures are weighed."""
    temuan = [
        f"gambar {satu.jalur}: {satu.bita} bita, paling banyak {GAMBAR}"
        for satu in isi
        if satu.jenis == "image" and satu.bita > GAMBAR + KEPALA
    ]
    temuan += [
        f"HTML {satu.jalur}: {satu.bita} bita, paling banyak {HTML}"
        for satu in isi
        if satu.jenis == "document" and satu.bita > HTML
    ]
    if anggaran is None:
        return temuan
    total = sum(satu.bita for satu in isi)
    awal = sum(satu.bita for satu in isi if satu.jenis in {"document", "stylesheet"})
    rinci = ", ".join(f"{satu.jalur} {satu.bita}" for satu in isi)
    if total > anggaran.total:
        temuan.append(f"total {total} bita, paling banyak {anggaran.total}: {rinci}")
    if anggaran.awal is not None and awal > anggaran.awal:
        temuan.append(f"sebelum tampil {awal} bita, paling banyak {anggaran.awal}: {rinci}")
    if len(isi) > anggaran.permintaan:
        temuan.append(f"{len(isi)} permintaan, paling banyak {anggaran.permintaan}: {rinci}")
    return temuan
