"""Which embedded servers a management command needs, for ``manage.py``. Django is not imported."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rakumpit.lokal import alamat
from rakumpit.lokal.kunci import dipegang
from rakumpit.lokal.layanan import pakai
from rakumpit.lokal.pekerja import pekerja_sementara

# They neither read nor write the database, or see to the servers themselves.
TANPA_SERVER = frozenset(
    {
        "help",
        "version",
        "check",
        "collectstatic",
        "compilemessages",
        "makemessages",
        "diffsettings",
        "findstatic",
        "startapp",
        "startproject",
        "jalankan",
        "lokal",
        # A file goes in and figures come out; nothing is stored.
        "hitung_ikm",
    }
)
# They hand their work to Celery and wait for it, so they need the broker and somebody who works.
DENGAN_PEKERJA = frozenset({"hitung_evaluasi", "muat_contoh"})
DENGAN_PERANTARA = DENGAN_PEKERJA | {"runserver", "shell"}


def server_untuk(argv: Sequence[str]) -> list[str]:
    """Short names of the embedded servers that a command line needs; empty with real servers in the environment."""
    perintah = argv[1] if len(argv) > 1 else "help"
    if perintah in TANPA_SERVER or perintah.startswith("-") or {"-h", "--help"} & set(argv[2:]):
        return []
    nama = []
    if not os.environ.get("DATABASE_URL"):
        nama.append(alamat.klaster())
    if perintah in DENGAN_PERANTARA and not os.environ.get("REDIS_URL"):
        nama.append("vk")
    return nama


@contextmanager
def server_perintah(argv: Sequence[str]) -> Iterator[None]:
    """Hold the servers of a command for its time, and a worker of its own when no supervisor runs one."""
    nama = server_untuk(argv)
    with pakai(*nama) as dipakai:
        if "vk" in nama and argv[1] in DENGAN_PEKERJA and not dipegang(alamat.berkas_pengawas()):
            with pekerja_sementara([pakaian.fd for pakaian in dipakai]):
                yield
        else:
            yield
