"""Using an embedded server: start it or adopt the running one, hold it, let it go.

    with pakai("pg"):
        ...                     # PostgreSQL answers

Nobody stops a server that another one still uses: see the package's docstring.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rakumpit.lokal import alamat, anak
from rakumpit.lokal.galat import LokalError
from rakumpit.lokal.kunci import Kunci, dipegang
from rakumpit.lokal.peladen import Postgres, Valkey, peladen
from rakumpit.lokal.penjaga import SUDAH_ADA

# initdb on a slow disk, or the recovery after a crash, may take a while.
_BATAS_SIAP = 120.0
_BATAS_HENTI = 40.0


class Pakaian:
    """A held server. Children that inherit ``fd`` hold it too, until the last of them has ended."""

    def __init__(self, server: Postgres | Valkey) -> None:
        self.server = server
        self.nama = server.nama
        self._kunci = Kunci(alamat.berkas_pemakai(server.nama))
        self._penjaga: subprocess.Popen[bytes] | None = None

    @property
    def fd(self) -> int:
        """Descriptor of the users' lock."""
        return self._kunci.fd

    def mulai(self) -> None:
        """Hold the server; start a keeper when none is at work. Returns when the server is ready."""
        # A keeper that is just stopping the server holds this lock until the end of the stop.
        if not self._kunci.tunggu(bersama=True, detik=_BATAS_HENTI):
            raise LokalError(f"{self.server.sebutan} sedang berhenti dan belum selesai. Coba lagi sebentar lagi.")
        batas = time.monotonic() + _BATAS_SIAP
        while not (self.hidup() and self.server.siap()):
            self._urus_penjaga()
            if time.monotonic() > batas:
                raise LokalError(f"{self.server.sebutan} belum siap setelah {_BATAS_SIAP:.0f} detik. Lihat {self.log}.")
            time.sleep(0.02)
        # Of two keepers that start at the same moment one gives up.
        if self._penjaga is not None and _pid_penjaga(self.nama) != self._penjaga.pid:
            _DITINGGAL.append(self._penjaga)
            self._penjaga = None

    @property
    def menyalakan(self) -> bool:
        """Whether this process has started the keeper at work, rather than adopted it."""
        return self._penjaga is not None

    @property
    def log(self) -> Path:
        """Log file of the keeper."""
        return alamat.folder_data() / f"{self.nama}.penjaga.log"

    def _urus_penjaga(self) -> None:
        """Start a keeper if there is none, and report why ours failed."""
        if self._penjaga is not None:
            status = self._penjaga.poll()
            if status is None:
                return
            self._penjaga = None
            if status != SUDAH_ADA:
                raise LokalError(anak.ekor(self.log, 16))
        if not self.hidup():
            self.log.unlink(missing_ok=True)
            # The folder is for the person who reads the list of processes.
            argv = [sys.executable, "-m", "rakumpit.lokal.penjaga", self.nama, str(alamat.folder_data())]
            # No parent-death signal: it outlives this process when somebody else still uses the server.
            self._penjaga = anak.mulai(argv, sinyal=None, log=self.log, cwd=alamat.AKAR)

    def ulangi(self) -> None:
        """Start again a server that was lost while it was held."""
        if self._penjaga is not None:
            self._penjaga.wait(_BATAS_HENTI)
            self._penjaga = None
        self.mulai()

    def hidup(self) -> bool:
        """Whether a keeper is at work."""
        return dipegang(alamat.berkas_penjaga(self.nama))

    def lepas(self) -> bool:
        """Let the server go. When nobody else uses it, wait until it has stopped; returns whether it has."""
        if self._kunci.fd < 0:
            return not self.hidup()
        terakhir = self._kunci.coba(bersama=False) and not alamat.berkas_tetap(self.nama).exists()
        self._kunci.tutup()
        if terakhir:
            batas = time.monotonic() + _BATAS_HENTI
            while self.hidup() and time.monotonic() < batas:
                time.sleep(0.02)
        if self._penjaga is not None:
            if terakhir:
                self._penjaga.wait(5)
            else:
                _DITINGGAL.append(self._penjaga)
        return not self.hidup()


def _pid_penjaga(nama: str) -> int | None:
    isi = alamat.berkas_penjaga(nama).read_text().strip()
    return int(isi) if isi.isdigit() else None


# Keepers that live on for others or are about to give up: dropping a running child would be a resource warning.
_DITINGGAL: list[subprocess.Popen[bytes]] = []


def mulai(nama: str) -> Pakaian:
    """Start or adopt server ``nama`` (``pg``, ``pgtest``, ``vk``); the caller must `Pakaian.lepas` it."""
    alamat.siapkan_folder(alamat.folder_data())
    alamat.siapkan_folder_soket()
    pakaian = Pakaian(peladen(nama))
    try:
        pakaian.mulai()
    except BaseException:
        pakaian.lepas()
        raise
    return pakaian


@contextmanager
def pakai(*nama: str) -> Iterator[list[Pakaian]]:
    """Hold several servers for the time of a block; let go in reverse order."""
    dipakai: list[Pakaian] = []
    try:
        for satu in nama:
            dipakai.append(mulai(satu))  # noqa: PERF401 - what is started so far must be let go when the next one fails
        yield dipakai
    finally:
        for pakaian in reversed(dipakai):
            pakaian.lepas()


@dataclass(frozen=True, slots=True)
class Keadaan:
    """State of one server, for ``manage.py lokal status``."""

    nama: str
    sebutan: str
    menyala: bool
    dipakai: bool
    tetap: bool
    pid_penjaga: int | None
    alamat: str


def keadaan(nama: str) -> Keadaan:
    """Look at a server without touching it."""
    server = peladen(nama)
    hidup = dipegang(alamat.berkas_penjaga(nama))
    dipakai = False
    if alamat.berkas_pemakai(nama).exists():
        with Kunci(alamat.berkas_pemakai(nama)) as kunci:
            dipakai = not kunci.coba(bersama=False)
    return Keadaan(
        nama=nama,
        sebutan=server.sebutan,
        menyala=hidup and server.siap(),
        dipakai=dipakai,
        tetap=hidup and alamat.berkas_tetap(nama).exists(),
        pid_penjaga=_pid_penjaga(nama) if hidup else None,
        alamat=str(server.soket),
    )


def tetapkan(nama: str) -> None:
    """Start a server and leave it up until `hentikan`."""
    pakaian = mulai(nama)
    try:
        alamat.berkas_tetap(nama).touch(mode=0o600)
    finally:
        pakaian.lepas()


def hentikan(nama: str, *, paksa: bool) -> bool:
    """Stop a server that nobody uses, or with ``paksa`` any; returns whether it has stopped."""
    alamat.berkas_tetap(nama).unlink(missing_ok=True)
    kini = keadaan(nama)
    if kini.dipakai and not paksa:
        return False
    if paksa and kini.pid_penjaga is not None:
        os.kill(kini.pid_penjaga, signal.SIGTERM)
    batas = time.monotonic() + _BATAS_HENTI
    while dipegang(alamat.berkas_penjaga(nama)) and time.monotonic() < batas:
        time.sleep(0.05)
    return not dipegang(alamat.berkas_penjaga(nama))
