"""What the measurements of list pages share: many rows like one, statements, bytes and time of a page, the verdict."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any
from uuid import uuid4

from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rakumpit.organisasi.models import Pengguna

SEDIKIT = 3
BANYAK = int(os.environ.get("BARIS", "3000"))
PUTARAN = int(os.environ.get("PUTARAN", "5"))
HANYA = os.environ.get("HALAMAN", "")
KUERI_MAKS, BITA_MAKS = 20, 100_000
# Statements, bytes, and the median seconds of a page.
Ukuran = tuple[int, int, float]


def salin(contoh: Model, banyak: int, **beda: Callable[[int], Any]) -> list[Any]:
    """So many rows like this one; ``beda`` gives what must not be the same."""
    medan = [satu for satu in contoh._meta.concrete_fields if not satu.primary_key and not satu.generated]
    dasar = {satu.attname: getattr(contoh, satu.attname) for satu in medan}
    baris = [
        type(contoh)(
            **(dasar | ({"uuid": uuid4()} if "uuid" in dasar else {}) | {nama: isi(n) for nama, isi in beda.items()})
        )
        for n in range(1, banyak + 1)
    ]
    semua: list[Any] = type(contoh)._default_manager.bulk_create(baris, batch_size=1000)
    return semua


def ukur(semua: Mapping[str, tuple[Pengguna | None, str]]) -> dict[str, Ukuran]:
    """Measure each page, by its name; ``HALAMAN`` keeps those whose name contains it."""
    return {nama: _halaman(*satu) for nama, satu in semua.items() if HANYA in nama}


def _halaman(siapa: Pengguna | None, alamat: str) -> Ukuran:
    klien = Client()
    if siapa is not None:
        klien.force_login(siapa)
    # The first visit writes the session's activity and compiles the template.
    pertama = klien.get(alamat)
    assert pertama.status_code == 200, (alamat, pertama.status_code)
    with CaptureQueriesContext(connection) as kueri:
        bita = len(klien.get(alamat).content)
    # Counted now: the next request empties the log of the connection.
    banyak = len(kueri)
    assert banyak, alamat
    lama = []
    for _ in range(PUTARAN):
        awal = time.perf_counter()
        klien.get(alamat)
        lama.append(time.perf_counter() - awal)
    return banyak, bita, median(lama)


def analisis() -> None:
    """Let the database know how many rows there are now, as its own worker does after a while."""
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE")


def bandingkan(sedikit: Mapping[str, Ukuran], banyak: Mapping[str, Ukuran]) -> list[str]:
    """Print both sizes beside each other; the pages that pass the budget of a list."""
    baris, lewat = [f"{'halaman':36} {'kueri':>11} {'kB':>14} {'ms':>14}"], []
    for nama, (kueri, bita, detik) in sedikit.items():
        kueri_lain, bita_lain, detik_lain = banyak[nama]
        if kueri_lain > min(kueri, KUERI_MAKS) or bita_lain > BITA_MAKS:
            lewat.append(nama)
        baris.append(
            f"{nama:36} {kueri:4} → {kueri_lain:4} {bita / 1000:5.1f} → {bita_lain / 1000:6.1f}"
            f" {detik * 1000:5.0f} → {detik_lain * 1000:6.0f}{'  LEWAT' if nama in lewat else ''}"
        )
    sys.stdout.write(f"\n{SEDIKIT} → {BANYAK} baris, median {PUTARAN} putaran\n" + "\n".join(baris) + "\n")
    return lewat
