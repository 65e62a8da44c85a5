"""The product's gunicorn against the test database, for benchmarks that measure over the network."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from rakumpit.lokal import alamat, anak
from rakumpit.lokal.pekerja import argv_web, lingkungan


def lingkungan_uji(**tambahan: str) -> dict[str, str]:
    """Environment of the product with the database of this test."""
    basis = connection.settings_dict
    return lingkungan(
        DATABASE_URL=f"postgres://{basis['USER']}@/{basis['NAME']}?host={basis['HOST']}",
        # A database of its own: what it sends must not wake the workers of a fault test that runs beside it.
        REDIS_URL=f"{alamat.url_perantara()}?virtual_host=1",
        RAKUMPIT_MODE="pengembangan",
        DJANGO_SETTINGS_MODULE="rakumpit.settings",
        **tambahan,
    )


def kumpulkan_statis(env: dict[str, str]) -> None:
    """Write the static files where gunicorn serves them from, compressed."""
    perintah = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(perintah, check=True, cwd=alamat.AKAR, env=env)


@contextmanager
def peladen(aplikasi: str, env: dict[str, str]) -> Iterator[int]:
    """Serve that application (``rakumpit.wsgi`` is the product) as the product is served; yields the port."""
    porta = _porta_bebas()
    argv = [aplikasi if satu == "rakumpit.wsgi" else satu for satu in argv_web(porta)]
    log = alamat.folder_data() / "uji-web.log"
    proses = anak.mulai(argv, sinyal=signal.SIGKILL, log=log, env=env, cwd=alamat.AKAR)
    try:
        _tunggu(porta, proses)
        yield porta
    finally:
        anak.hentikan(proses, sinyal=signal.SIGTERM, tenggang=15)


def _porta_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def _tunggu(porta: int, proses: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if proses.poll() is not None:
            raise AssertionError("gunicorn berhenti; lihat uji-web.log")
        try:
            socket.create_connection(("127.0.0.1", porta), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("gunicorn belum menjawab setelah 30 detik")
