"""Command lines of the product's own processes: web server, Celery worker, Celery beat."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rakumpit.lokal import alamat, anak


def argv_worker() -> list[str]:
    """Celery worker with two processes."""
    return [
        *(sys.executable, "-m", "celery", "-A", "rakumpit", "worker", "--loglevel", "info", "--concurrency", "2"),
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
    ]


def argv_beat() -> list[str]:
    """Celery beat; its schedule file lies in the data folder, and there is no pid file that could go stale."""
    jadwal = str(alamat.folder_data() / "beat.db")
    return [sys.executable, "-m", "celery", "-A", "rakumpit", "beat", "--loglevel", "info", "-s", jadwal, "--pidfile="]


def argv_web(porta: int) -> list[str]:
    """gunicorn with two processes of four threads on this machine's own address."""
    return [
        *(sys.executable, "-m", "gunicorn", "rakumpit.wsgi", "--bind", f"127.0.0.1:{porta}", "--workers", "2"),
        *("--worker-class", "gthread", "--threads", "4", "--graceful-timeout", "10"),
        *("--logger-class", "rakumpit.pencatat_web.PencatatWeb"),
        "--no-control-socket",  # it would lie in the home folder of the user
    ]


def lingkungan(**tambahan: str) -> dict[str, str]:
    """Environment of the child processes."""
    # Celery warns about root otherwise; the embedded default is meant to work for root as well.
    return {**os.environ, "C_FORCE_ROOT": "1", "PYTHONUNBUFFERED": "1", **tambahan}


@contextmanager
def pekerja_sementara(wariskan: Sequence[int]) -> Iterator[None]:
    """Worker and beat for the time of one management command, so that it works without a running supervisor."""
    proses = []
    try:
        for nama, argv in (("worker", argv_worker()), ("beat", argv_beat())):
            log = alamat.folder_data() / f"{nama}.log"
            proses.append(
                anak.mulai(argv, sinyal=signal.SIGTERM, log=log, env=lingkungan(), cwd=alamat.AKAR, wariskan=wariskan)
            )
        yield
    finally:
        for satu in reversed(proses):
            anak.hentikan(satu, sinyal=signal.SIGTERM, tenggang=15, darurat=signal.SIGQUIT)
