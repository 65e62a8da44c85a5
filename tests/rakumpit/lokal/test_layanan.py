"""Starting, adopting and letting go of the embedded servers, with real servers and separate processes."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rakumpit.lokal import dasar


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """One data folder for all tests of this module: initdb runs once."""
    induk = Path(tempfile.mkdtemp(prefix="uji-lokal-"))
    with dasar.folder_sendiri(induk) as folder:
        yield folder
    shutil.rmtree(induk, ignore_errors=True)


@pytest.fixture(autouse=True)
def tanpa_sisa(data: Path) -> Iterator[None]:
    """A failed test leaves no process to the next one."""
    yield
    for pid in dasar.proses_folder(data):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_dua_perintah_serentak_di_folder_kosong_memakai_satu_server(data: Path) -> None:
    # A broken-off initdb of an earlier start must not pass for a cluster.
    (data / "pgtest.new").mkdir(parents=True)
    data.chmod(0o700)
    (data / "pgtest.new" / "PG_VERSION").write_text("18\n")
    pemakai = [dasar.mulai_pemakai(data, "pgtest") for _ in range(2)]
    jawaban = [dasar.tunggu_siap(satu) for satu in pemakai]
    assert sorted(jawaban) == ["siap False", "siap True"]
    assert not (data / "pgtest.new").exists()
    # Two keepers may have been started; all but one give up.
    assert dasar.tunggu(lambda: sum("lokal.penjaga" in baris for baris in dasar.proses_folder(data).values()) == 1)

    # The one that started it leaves first; the other keeps its server.
    penyala = jawaban.index("siap True")
    assert dasar.selesai(pemakai[penyala]) == 0
    assert dasar.sambungan_berhasil(data)
    assert dasar.selesai(pemakai[1 - penyala]) == 0
    assert not dasar.sambungan_berhasil(data)
    # The keeper lets its lock go just before its process ends.
    assert dasar.tunggu(lambda: not dasar.proses_folder(data)), dasar.proses_folder(data)


def test_pemakai_terakhir_dibunuh_server_ikut_berhenti(data: Path) -> None:
    pemakai = dasar.mulai_pemakai(data, "pgtest", "vk")
    assert dasar.tunggu_siap(pemakai) == "siap True True"
    assert dasar.proses_folder(data)
    dasar.bunuh(pemakai)
    assert dasar.tunggu(lambda: not dasar.proses_folder(data)), dasar.proses_folder(data)


def test_penjaga_dan_server_dibunuh_mulai_berikutnya_pulih(data: Path) -> None:
    pemakai = dasar.mulai_pemakai(data, "pgtest")
    dasar.tunggu_siap(pemakai)
    postmaster = int((data / "pgtest" / "postmaster.pid").read_text().split()[0])
    for pid in (int((data / "pgtest.penjaga").read_text()), postmaster):
        os.kill(pid, signal.SIGKILL)
    dasar.bunuh(pemakai)

    # After a restart of the machine the old number may be any program, here the test itself.
    pid_lama = data / "pgtest" / "postmaster.pid"
    assert pid_lama.exists()
    baris = pid_lama.read_text().splitlines()
    pid_lama.write_text("\n".join([str(os.getppid()), *baris[1:]]) + "\n")
    lagi = dasar.mulai_pemakai(data, "pgtest")
    assert dasar.tunggu_siap(lagi) == "siap True"
    assert dasar.selesai(lagi) == 0
    assert dasar.proses_folder(data) == {}


def test_penjaga_dibunuh_tidak_meninggalkan_postgres(data: Path) -> None:
    pemakai = dasar.mulai_pemakai(data, "pgtest")
    dasar.tunggu_siap(pemakai)
    os.kill(int((data / "pgtest.penjaga").read_text()), signal.SIGKILL)
    dasar.bunuh(pemakai)
    assert dasar.tunggu(lambda: not dasar.proses_folder(data)), dasar.proses_folder(data)


def test_klaster_milik_pengguna_lain_ditolak_dengan_pesan_jelas(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rakumpit.lokal import layanan
    from rakumpit.lokal.galat import LokalError

    data.mkdir(mode=0o700, exist_ok=True)
    monkeypatch.setenv("RAKUMPIT_DATA", str(data))
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    with pytest.raises(LokalError, match="milik pengguna lain"):
        layanan.mulai("pgtest")
