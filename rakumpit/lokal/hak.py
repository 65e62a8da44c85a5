"""PostgreSQL refuses to run as root: how a root user starts it without touching the system.

Nothing is installed, no system user is added, no folder outside the data folder changes.

1. ``userns``: ``unshare --user`` maps root to an ordinary number in a namespace of its own. Files stay root's.
2. ``setpriv``: where user namespaces are refused (the usual seccomp filter of containers), the server runs as nobody
   and keeps one single capability, to pass folders such as /root that only root may enter. Its cluster then
   belongs to nobody.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rakumpit.lokal.galat import LokalError

UID_NOBODY = 65534


@dataclass(frozen=True, slots=True)
class Hak:
    """Prefix of the command line, and the owner that the cluster's files need on disk."""

    nama: str
    awalan: tuple[str, ...]
    uid: int


_USERNS = Hak("userns", ("unshare", "--user", f"--map-user={UID_NOBODY}", f"--map-group={UID_NOBODY}", "--"), 0)
AWALAN_SETPRIV = (
    "setpriv",
    f"--reuid={UID_NOBODY}",
    f"--regid={UID_NOBODY}",
    "--clear-groups",
    "--inh-caps=-all,+dac_override",
    "--ambient-caps=-all,+dac_override",
    "--bounding-set=-all,+dac_override",
    # A change of user clears the request of `anak.mulai`; setpriv renews it. SIGINT is PostgreSQL's fast stop.
    "--pdeathsig=INT",
    "--",
)
_SETPRIV = Hak("setpriv", AWALAN_SETPRIV, UID_NOBODY)


@cache
def hak_postgres(program: str) -> Hak:
    """How ``program`` (the postgres binary) can run here; raises `LokalError` when no way works."""
    if os.geteuid() != 0:
        return Hak("biasa", (), os.geteuid())
    # RAKUMPIT_HAK picks one way, to try the second one on a machine where the first works.
    pilihan = os.environ.get("RAKUMPIT_HAK")
    for hak in (_USERNS, _SETPRIV):
        if pilihan in {None, "", hak.nama} and shutil.which(hak.awalan[0]) and _bisa(hak, program):
            return hak
    raise LokalError(
        "PostgreSQL tidak boleh berjalan sebagai root, dan mesin ini menolak ruang nama pengguna (unshare) maupun "
        "pelepasan hak (setpriv). Jalankan sebagai pengguna biasa, atau setel DATABASE_URL ke server PostgreSQL Anda."
    )


def _bisa(hak: Hak, program: str) -> bool:
    coba = subprocess.run([*hak.awalan, program, "--version"], capture_output=True, cwd="/", check=False, timeout=30)
    return coba.returncode == 0


def samakan_pemilik(folder: Path, uid: int) -> None:
    """Give the cluster folder to the user that will run it, when root changed from one way to the other."""
    pemilik = folder.stat().st_uid
    if pemilik == uid:
        return
    if os.geteuid() != 0 or pemilik not in {0, UID_NOBODY}:
        raise LokalError(
            f"Folder data {folder} milik pengguna lain (uid {pemilik}). Jalankan sebagai pengguna itu, "
            "atau pilih folder data lain lewat RAKUMPIT_DATA."
        )
    for akar, cabang, berkas in os.walk(folder):
        for nama in [".", *cabang, *berkas]:
            os.chown(Path(akar) / nama, uid, uid, follow_symlinks=False)
