"""Children die with their parent, whatever ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from rakumpit.lokal import anak
from tests.rakumpit.lokal.dasar import tunggu

_INDUK = """
import signal, sys, time
from rakumpit.lokal import anak
proses = anak.mulai([sys.executable, "-c", "import time; time.sleep(60)"], sinyal=signal.SIGTERM)
print(proses.pid, flush=True)
time.sleep(60)
"""


def _hidup(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_induk_dibunuh_anak_ikut_mati() -> None:
    with subprocess.Popen([sys.executable, "-c", _INDUK], stdout=subprocess.PIPE, text=True) as induk:
        assert induk.stdout is not None
        pid = int(induk.stdout.readline())
        assert _hidup(pid)
        induk.kill()
    assert tunggu(lambda: not _hidup(pid), 5)


def test_anak_tidak_menerima_ctrl_c_dari_terminal() -> None:
    proses = anak.mulai([sys.executable, "-c", "import time; time.sleep(60)"], sinyal=signal.SIGTERM)
    try:
        assert os.getsid(proses.pid) == proses.pid
        assert os.getpgid(proses.pid) != os.getpgid(0)
    finally:
        assert anak.hentikan(proses, sinyal=signal.SIGTERM, tenggang=5) == -signal.SIGTERM


def test_anak_yang_mengabaikan_permintaan_dibunuh_beserta_grupnya(tmp_path: Path) -> None:
    log = tmp_path / "anak.log"
    kode = (
        "import os, signal, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "cucu = os.fork()\n"
        "print(cucu, flush=True) if cucu else None\n"
        "time.sleep(60)\n"
    )
    proses = anak.mulai([sys.executable, "-c", kode], sinyal=signal.SIGKILL, log=log)
    assert tunggu(lambda: log.exists() and log.read_text().strip() != "", 10)
    cucu = int(log.read_text())
    awal = time.monotonic()
    assert anak.hentikan(proses, sinyal=signal.SIGTERM, tenggang=0.3) == -signal.SIGKILL
    assert time.monotonic() - awal < 5
    assert tunggu(lambda: not _hidup(cucu), 5)


def test_log_besar_digulung(tmp_path: Path) -> None:
    log = tmp_path / "anak.log"
    log.write_bytes(b"x" * (6 * 1024 * 1024))
    proses = anak.mulai([sys.executable, "-c", "print('baru')"], sinyal=signal.SIGTERM, log=log)
    proses.wait(20)
    assert log.read_text() == "baru\n"
    assert (tmp_path / "anak.log.1").stat().st_size == 6 * 1024 * 1024


def test_ekor_log_yang_tidak_ada_tidak_gagal(tmp_path: Path) -> None:
    assert anak.ekor(tmp_path / "tidak-ada") == "(log kosong)"
