"""Separate processes that use the embedded servers of a data folder of their own."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rakumpit.lokal import alamat

_PEMAKAI = """
import sys
from rakumpit.lokal.layanan import pakai
with pakai(*sys.argv[1:]) as dipakai:
    print("siap", *[satu.menyalakan for satu in dipakai], flush=True)
    sys.stdin.read()
"""


def lingkungan(data: Path, **tambahan: str) -> dict[str, str]:
    """Environment of a fresh terminal, with its own data folder and nothing of the test run."""
    buang = {"DATABASE_URL", "REDIS_URL", "RAKUMPIT_KLASTER", "DJANGO_SETTINGS_MODULE", "RAKUMPIT_MODE", "PORT"}
    return {**{k: v for k, v in os.environ.items() if k not in buang}, "RAKUMPIT_DATA": str(data), **tambahan}


def mulai_pemakai(data: Path, *nama: str) -> subprocess.Popen[str]:
    """A process that holds servers until its input is closed; use `tunggu_siap` before relying on them."""
    return subprocess.Popen(
        [sys.executable, "-c", _PEMAKAI, *nama],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=alamat.AKAR,
        env=lingkungan(data),
    )


def tunggu_siap(pemakai: subprocess.Popen[str]) -> str:
    """First line of a user: "siap" and, per server, whether this process has started it."""
    assert pemakai.stdout is not None
    baris = pemakai.stdout.readline().strip()
    assert baris.startswith("siap"), baris + pemakai.stdout.read()
    return baris


def selesai(pemakai: subprocess.Popen[str]) -> int:
    """Close the input of a user and wait for its end; returns the exit status."""
    pemakai.communicate(timeout=60)
    return pemakai.returncode


def bunuh(pemakai: subprocess.Popen[str]) -> None:
    """``kill -9``."""
    pemakai.kill()
    pemakai.communicate(timeout=60)


def proses_folder(data: Path) -> dict[int, str]:
    """Living processes (pid: command line) of a data folder: by command line, environment or working folder."""
    # Servers overwrite their command line and environment with a title; they still work inside the data folder.
    tanda = [str(data).encode(), f"RAKUMPIT_DATA={data}".encode(), sidik_folder(data).encode()]
    hasil = {}
    for entri in Path("/proc").glob("[0-9]*"):
        if int(entri.name) == os.getpid():
            continue
        with suppress(OSError):
            baris = (entri / "cmdline").read_bytes()
            bahan = baris + (entri / "environ").read_bytes() + os.fsencode((entri / "cwd").readlink())
            if baris and any(satu in bahan for satu in tanda):
                hasil[int(entri.name)] = baris.replace(b"\0", b" ").decode(errors="replace").strip()
    return hasil


def tunggu(syarat: Callable[[], bool], detik: float = 60) -> bool:
    """Wait until ``syarat`` holds; returns whether it did in time."""
    batas = time.monotonic() + detik
    while not syarat():
        if time.monotonic() > batas:
            return False
        time.sleep(0.05)
    return True


@contextmanager
def data_terpilih(data: Path) -> Iterator[None]:
    """Let `alamat` speak of another data folder for the time of a block."""
    semula = os.environ.get("RAKUMPIT_DATA")
    os.environ["RAKUMPIT_DATA"] = str(data)
    try:
        yield
    finally:
        if semula is None:
            del os.environ["RAKUMPIT_DATA"]
        else:
            os.environ["RAKUMPIT_DATA"] = semula


def sambungan_berhasil(data: Path, nama: str = "pgtest") -> bool:
    """Whether the product's database of a data folder can be opened."""
    import psycopg2

    with data_terpilih(data):
        soket = alamat.soket_postgres(nama)
    try:
        psycopg2.connect(host=str(soket), user=alamat.PERAN, dbname=alamat.NAMA_BASIS_DATA).close()
    except psycopg2.OperationalError:
        return False
    return True


@contextmanager
def folder_sendiri(dasar: Path) -> Iterator[Path]:
    """A data folder whose processes are all gone afterwards, whatever the test did."""
    data = dasar / "data"
    try:
        yield data
    finally:
        for pid in proses_folder(data):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for folder in Path("/tmp").glob("rakumpit-*-*"):
            if folder.name.endswith(sidik_folder(data)):
                shutil.rmtree(folder, ignore_errors=True)


def sidik_folder(data: Path) -> str:
    """Last part of the socket folder's name of a data folder."""
    return hashlib.sha256(os.fsencode(data.resolve())).hexdigest()[:12]
