"""The supervisor: refusals before anything starts, and what is left after a violent end."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from rakumpit.lokal import alamat, hak, pengawas
from rakumpit.lokal.galat import LokalError
from rakumpit.lokal.kunci import Kunci
from tests.rakumpit.lokal import dasar


def _porta_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


@pytest.mark.parametrize("teks", ["", "abc", "0", "65536", "-1", "80 80", "８０８０"])
def test_porta_yang_bukan_porta_ditolak(teks: str) -> None:
    with pytest.raises(LokalError, match="PORT harus angka"):
        pengawas.baca_porta(teks)


def test_porta_yang_dipakai_program_lain_ditolak_dengan_saran() -> None:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        soket.listen()
        porta = soket.getsockname()[1]
        with pytest.raises(LokalError, match=f"Porta {porta} sedang dipakai program lain"):
            pengawas.periksa_porta(porta)
    pengawas.periksa_porta(porta)


def _jalankan_sampai_ditolak(data: Path, porta: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "jalankan"],
        cwd=alamat.AKAR,
        env=dasar.lingkungan(data, PORT=str(porta)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_jalankan_menolak_porta_terpakai_tanpa_menyalakan_apa_pun(tmp_path: Path) -> None:
    with socket.socket() as soket, dasar.folder_sendiri(tmp_path) as data:
        soket.bind(("127.0.0.1", 0))
        soket.listen()
        porta = soket.getsockname()[1]
        hasil = _jalankan_sampai_ditolak(data, porta)
        assert (hasil.returncode, hasil.stdout) == (1, "")
        assert hasil.stderr == f"Porta {porta} sedang dipakai program lain. Pilih yang lain, mis. PORT={porta + 1}.\n"
        assert not (data / "pg").exists()


def test_jalankan_kedua_di_folder_yang_sama_ditolak(tmp_path: Path) -> None:
    with dasar.folder_sendiri(tmp_path) as data:
        data.mkdir(mode=0o700)
        with Kunci(data / "pengawas.kunci") as kunci:
            assert kunci.coba(bersama=False)
            hasil = _jalankan_sampai_ditolak(data, _porta_bebas())
        assert hasil.returncode == 1
        assert f"sudah berjalan (atau masih berhenti) di folder data {data}" in hasil.stderr
        assert "Traceback" not in hasil.stderr
        assert not (data / "pg").exists()


class _Jalan:
    """A running ``manage.py jalankan``."""

    def __init__(self, data: Path, awalan: Sequence[str] = (), **tambahan: str) -> None:
        self.data = data
        self.porta = _porta_bebas()
        self.keluaran = data.parent / "keluaran.txt"
        with self.keluaran.open("wb") as berkas:
            self.proses = subprocess.Popen(
                [*awalan, sys.executable, "manage.py", "jalankan"],
                cwd=alamat.AKAR,
                env=dasar.lingkungan(data, PORT=str(self.porta), **tambahan),
                stdout=berkas,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def teks(self) -> str:
        """What it has said so far."""
        return self.keluaran.read_text()

    def tunggu_halaman(self) -> None:
        """Wait until it says that it is ready, and see that the first page answers."""
        tanda = "Tekan Ctrl-C"
        # All tables of a new folder take minutes where other work fills the machine; one that fails ends by itself.
        dasar.tunggu(lambda: tanda in self.teks() or self.proses.poll() is not None, 600)
        assert tanda in self.teks(), self.teks()
        self.hidup()

    def hidup(self) -> None:
        """The web server answers."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.porta}/healthz/live", timeout=20) as jawaban:
            assert jawaban.status == 200

    def pid(self, pola: str) -> int:
        """Smallest pid whose command line contains ``pola``: the master of a group."""
        return min(pid for pid, baris in dasar.proses_folder(self.data).items() if pola in baris)

    def postmaster(self) -> int:
        """Process id of PostgreSQL."""
        return int((self.data / "pg" / "postmaster.pid").read_text().split()[0])

    def henti(self, sinyal: int) -> int:
        """Send a signal and wait for the end; returns the exit status."""
        self.proses.send_signal(sinyal)
        return self.proses.wait(90)


def _tulis_tanda(data: Path) -> int:
    """Add a row to a table of the test's own and return the number of rows."""
    import psycopg2

    with dasar.data_terpilih(data):
        soket = alamat.soket_postgres("pg")
    sambungan = psycopg2.connect(host=str(soket), user=alamat.PERAN, dbname=alamat.NAMA_BASIS_DATA)
    try:
        with sambungan, sambungan.cursor() as kursor:
            kursor.execute("CREATE TABLE IF NOT EXISTS tanda_uji (isi integer)")
            kursor.execute("INSERT INTO tanda_uji VALUES (1)")
            kursor.execute("SELECT count(*) FROM tanda_uji")
            return int(kursor.fetchone()[0])
    finally:
        sambungan.close()


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder of its own."""
    with dasar.folder_sendiri(tmp_path) as folder:
        yield folder


@pytest.fixture(scope="session")
def pernah_jalan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder after the first start from nothing, one row, and Ctrl-C. Making all tables takes a minute."""
    with dasar.folder_sendiri(tmp_path_factory.mktemp("pernah")) as folder:
        jalan = _Jalan(folder)
        jalan.tunggu_halaman()
        assert _tulis_tanda(folder) == 1
        assert jalan.henti(signal.SIGINT) == 0
        assert dasar.proses_folder(folder) == {}
        yield folder


@pytest.fixture
def lanjutan(pernah_jalan: Path, data: Path) -> Path:
    """A copy of that folder, for what does not look at the first start."""
    return Path(shutil.copytree(pernah_jalan, data, symlinks=True))


def _bersih(data: Path) -> None:
    assert dasar.tunggu(lambda: not dasar.proses_folder(data), 30), dasar.proses_folder(data)


@pytest.mark.gangguan
def test_ctrl_c_menghentikan_semua_dan_mulai_kedua_menyimpan_data(lanjutan: Path) -> None:
    jalan = _Jalan(lanjutan)
    jalan.tunggu_halaman()
    assert _tulis_tanda(lanjutan) == 2
    # A supervisor that is killed leaves nothing behind either.
    assert jalan.henti(signal.SIGKILL) == -signal.SIGKILL
    _bersih(lanjutan)


@pytest.mark.gangguan
def test_postmaster_dibunuh_semua_berhenti_lalu_pulih(lanjutan: Path) -> None:
    jalan = _Jalan(lanjutan)
    jalan.tunggu_halaman()
    assert _tulis_tanda(lanjutan) == 2
    os.kill(jalan.postmaster(), signal.SIGKILL)
    assert jalan.proses.wait(60) == 1
    assert "PostgreSQL mati mendadak, jadi semuanya dihentikan" in jalan.teks()
    assert "Traceback" not in jalan.teks()
    _bersih(lanjutan)

    jalan = _Jalan(lanjutan)
    jalan.tunggu_halaman()
    assert _tulis_tanda(lanjutan) == 3
    assert jalan.henti(signal.SIGTERM) == 0
    assert dasar.proses_folder(lanjutan) == {}


@pytest.mark.gangguan
def test_valkey_dan_worker_dibunuh_dinyalakan_lagi_tanpa_mengganggu_web(lanjutan: Path) -> None:
    jalan = _Jalan(lanjutan)
    jalan.tunggu_halaman()
    worker, valkey = jalan.pid("celery -A rakumpit worker"), jalan.pid("valkey-server")
    for pid in (valkey, worker):
        os.kill(pid, signal.SIGKILL)
        jalan.hidup()
    kembali = ["celery -A rakumpit worker", "valkey-server"]
    assert dasar.tunggu(lambda: all(any(p in b for b in dasar.proses_folder(lanjutan).values()) for p in kembali))
    assert dasar.tunggu(lambda: "Proses worker berhenti" in jalan.teks() and "Valkey mati mendadak" in jalan.teks())
    assert not {worker, valkey} & set(dasar.proses_folder(lanjutan))
    assert jalan.henti(signal.SIGINT) == 0
    assert dasar.proses_folder(lanjutan) == {}


@pytest.mark.gangguan
def test_perintah_lain_tetap_memakai_postgres_setelah_ctrl_c(lanjutan: Path) -> None:
    jalan = _Jalan(lanjutan)
    jalan.tunggu_halaman()
    pemakai = dasar.mulai_pemakai(lanjutan, "pg")
    assert dasar.tunggu_siap(pemakai) == "siap False"
    assert jalan.henti(signal.SIGINT) == 0
    assert "dibiarkan menyala karena masih dipakai perintah lain" in jalan.teks()
    assert dasar.sambungan_berhasil(lanjutan, "pg")
    assert dasar.selesai(pemakai) == 0
    _bersih(lanjutan)


_BUKAN_ROOT = hak.AWALAN_SETPRIV if os.geteuid() == 0 else ()


@pytest.mark.gangguan
def test_pengguna_biasa_menjalankan_semuanya(data: Path) -> None:
    # As root: nobody, who may only pass folders that are closed to it (the checkout may lie under /root).
    data.mkdir(mode=0o700)
    if _BUKAN_ROOT:
        os.chown(data, hak.UID_NOBODY, hak.UID_NOBODY)
    jalan = _Jalan(data, _BUKAN_ROOT, PYTHONDONTWRITEBYTECODE="1")
    jalan.tunggu_halaman()
    assert (data / "pg").stat().st_uid == data.stat().st_uid != 0
    assert jalan.henti(signal.SIGINT) == 0
    assert dasar.proses_folder(data) == {}


@pytest.mark.gangguan
@pytest.mark.parametrize("cara", ["userns", "setpriv"] if os.geteuid() == 0 else [""])
def test_setiap_cara_sebagai_root_membuka_klaster_yang_sama(data: Path, cara: str) -> None:
    for pilihan in (cara, "", cara):
        hasil = subprocess.run(
            [sys.executable, "-c", "from rakumpit.lokal.layanan import pakai\nwith pakai('pg'): print('siap')"],
            cwd=alamat.AKAR,
            env=dasar.lingkungan(data, RAKUMPIT_HAK=pilihan),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert (hasil.returncode, hasil.stdout, hasil.stderr) == (0, "siap\n", "")
        assert dasar.proses_folder(data) == {}
