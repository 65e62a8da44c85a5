"""Advisory file locks (flock): the kernel drops them with the process, even after ``kill -9``."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from rakumpit.lokal.galat import LokalError


class Kunci:
    """One open lock file. A lock belongs to the open file: children that inherit ``fd`` share it."""

    def __init__(self, berkas: Path) -> None:
        self.berkas = berkas
        try:
            self.fd = os.open(berkas, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as galat:
            raise LokalError(f"Berkas kunci {berkas} tidak dapat dibuka: {galat.strerror}.") from galat

    def coba(self, *, bersama: bool) -> bool:
        """Take the lock (shared or exclusive) without waiting; a lock already held is converted."""
        try:
            fcntl.flock(self.fd, (fcntl.LOCK_SH if bersama else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def tunggu(self, *, bersama: bool, detik: float) -> bool:
        """Like `coba`, for at most ``detik`` seconds."""
        batas = time.monotonic() + detik
        while not self.coba(bersama=bersama):
            if time.monotonic() > batas:
                return False
            time.sleep(0.02)
        return True

    def lepas(self) -> None:
        """Give the lock up and keep the file open."""
        fcntl.flock(self.fd, fcntl.LOCK_UN)

    def tulis(self, teks: str) -> None:
        """Replace the content of the file (a process id, for the person who looks)."""
        os.ftruncate(self.fd, 0)
        os.pwrite(self.fd, teks.encode(), 0)

    def tutup(self) -> None:
        """Close the file; the lock goes when the last process that shares it has closed it."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def __enter__(self) -> Kunci:
        return self

    def __exit__(self, *galat: object) -> None:
        self.tutup()


def dipegang(berkas: Path) -> bool:
    """Whether somebody holds ``berkas`` exclusively."""
    if not berkas.exists():
        return False
    with Kunci(berkas) as kunci:
        return not kunci.coba(bersama=True)
