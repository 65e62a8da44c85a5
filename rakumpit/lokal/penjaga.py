"""Keeper of one embedded server: ``python -m rakumpit.lokal.penjaga NAME``, started by `layanan.pakai`.

It starts the server as its direct child, waits until nobody holds the users' lock any more, stops the server and
ends. The child dies with it (PR_SET_PDEATHSIG). Exit status: 0 stopped in order, 1 the server failed or died,
75 another keeper of the same server is at work.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from types import FrameType

from rakumpit.lokal import alamat, anak
from rakumpit.lokal.galat import LokalError
from rakumpit.lokal.kunci import Kunci
from rakumpit.lokal.peladen import Postgres, Valkey, peladen

SUDAH_ADA = 75
_BATAS_SIAP = 60.0
_JEDA = 0.1
_diminta: list[bool] = []


class _Berhenti(Exception):
    """SIGTERM or SIGINT: ``lokal stop --paksa``, or the machine goes down."""


def _minta_berhenti(_nomor: int, _bingkai: FrameType | None) -> None:
    """Signal handler: only the first request counts, a second one must not break the orderly stop."""
    if not _diminta:
        _diminta.append(True)
        raise _Berhenti


def _tunggu_siap(server: Postgres | Valkey, proses: subprocess.Popen[bytes]) -> None:
    batas = time.monotonic() + _BATAS_SIAP
    while not server.menyala():
        if proses.poll() is not None:
            raise LokalError(f"{server.sebutan} berhenti saat dinyalakan. Isi {server.log}:\n{anak.ekor(server.log)}")
        if time.monotonic() > batas:
            raise LokalError(f"{server.sebutan} tidak menjawab dalam {_BATAS_SIAP:.0f} detik. Lihat {server.log}.")
        time.sleep(0.02)
    server.siapkan()


def _jaga(server: Postgres | Valkey, pemakai: Kunci) -> None:
    """Run the server until it is no longer used."""
    proses: subprocess.Popen[bytes] | None = None
    tetap = alamat.berkas_tetap(server.nama)
    try:
        proses = server.mulai()
        _tunggu_siap(server, proses)
        while proses.poll() is None:
            # Once this lock is ours, newcomers wait for the end of the stop and then start afresh.
            if not tetap.exists() and pemakai.coba(bersama=False):
                if not tetap.exists():
                    return
                pemakai.lepas()
            time.sleep(_JEDA)
        raise LokalError(f"{server.sebutan} mati mendadak (status {proses.returncode}). Lihat {server.log}.")
    except _Berhenti:
        return
    finally:
        _diminta.append(True)
        if proses is not None:
            anak.hentikan(proses, sinyal=server.sinyal_henti, tenggang=server.tenggang, darurat=server.sinyal_darurat)
            if isinstance(server, Valkey):
                server.soket.unlink(missing_ok=True)


def jalan(nama: str) -> int:
    """Keep server ``nama`` (``vk`` or a cluster) as long as somebody uses it; returns the exit status."""
    server = peladen(nama)
    with Kunci(alamat.berkas_penjaga(nama)) as penjaga, Kunci(alamat.berkas_pemakai(nama)) as pemakai:
        # Somebody who only looks whether a keeper is at work holds this lock for a moment.
        if not penjaga.tunggu(bersama=False, detik=1):
            return SUDAH_ADA
        penjaga.tulis(str(os.getpid()))
        alamat.berkas_tetap(nama).unlink(missing_ok=True)
        try:
            alamat.siapkan_folder_soket()
            _jaga(server, pemakai)
        except LokalError as galat:
            sys.stderr.write(f"{galat}\n")
            return 1
        finally:
            with contextlib.suppress(OSError):
                penjaga.tulis("")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _minta_berhenti)
    signal.signal(signal.SIGINT, _minta_berhenti)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    sys.exit(jalan(sys.argv[1]))
