"""Child processes that never outlive their parent and never see the terminal's Ctrl-C."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_BATAS_LOG = 5 * 1024 * 1024


def mati_bersama_induk(sinyal: int, induk: int) -> None:
    """Ask the kernel to send ``sinyal`` to this process when its parent ``induk`` dies (Linux)."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(sinyal), 0, 0, 0)
        if os.getppid() != induk:  # the parent died before the request was in place
            os.kill(os.getpid(), sinyal)


def _persiapan(sinyal: int | None) -> Callable[[], None]:
    induk = os.getpid()

    def siapkan() -> None:
        os.setsid()
        if sinyal is not None:
            mati_bersama_induk(sinyal, induk)

    return siapkan


def mulai(
    argv: Sequence[str],
    *,
    sinyal: int | None,
    log: Path | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | str | None = None,
    wariskan: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own.

    ``sinyal`` arrives in the child when this process dies in any way (``None``: the child may live on). Output goes
    to ``log`` (appended; a file above 5 MB becomes ``….1`` first) or to this process's own output. ``wariskan`` lists
    descriptors that the child shares, here the locks that say "still in use".
    """
    keluaran = None
    if log is not None:
        if log.exists() and log.stat().st_size > _BATAS_LOG:
            log.replace(log.with_name(log.name + ".1"))
        keluaran = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        return subprocess.Popen(
            argv,
            preexec_fn=_persiapan(sinyal),  # noqa: PLW1509 - started from the main thread of single-threaded programs
            stdin=subprocess.DEVNULL,
            stdout=keluaran,
            stderr=keluaran,
            env=env,
            cwd=cwd,
            pass_fds=tuple(wariskan),
        )
    finally:
        if keluaran is not None:
            os.close(keluaran)


def hentikan(proses: subprocess.Popen[bytes], *, sinyal: int, tenggang: float, darurat: int | None = None) -> int:
    """Stop a child of `mulai` and whatever is left of its process group; returns its exit status.

    ``sinyal`` asks, after ``tenggang`` seconds ``darurat`` insists for five more, then the group is killed.
    """
    for isyarat, lama in ((sinyal, tenggang), (darurat, 5.0)):
        if proses.poll() is None and isyarat is not None:
            with contextlib.suppress(ProcessLookupError):
                proses.send_signal(isyarat)
            with contextlib.suppress(subprocess.TimeoutExpired):
                proses.wait(lama)
    bersihkan_grup(proses)
    return proses.wait()


def bersihkan_grup(proses: subprocess.Popen[bytes]) -> None:
    """Kill what is left of a child's process group (pool processes of a worker whose master was killed)."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(proses.pid, signal.SIGKILL)


def ekor(berkas: Path, baris: int = 12) -> str:
    """Last lines of a log, for an error message."""
    try:
        isi = berkas.read_text(errors="replace")
    except OSError:
        return "(log kosong)"
    return "\n".join(isi.strip().splitlines()[-baris:]) or "(log kosong)"
