"""PostgreSQL's own programs: where they are, and running them without a password on the command line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from rakumpit.cadangan.galat import CadanganDitolak
from rakumpit.cadangan.perhitungan import pilih_alat
from rakumpit.lokal.galat import LokalError
from rakumpit.lokal.peladen import Postgres

PROGRAM = ("pg_dump", "pg_restore")
_VERSI = re.compile(r"\(PostgreSQL\) ([0-9]+)")
_LAMA = 60
# What libpq reads from the environment, by the names that stand in DATABASES["default"]["OPTIONS"].
_PILIHAN = {
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "passfile": "PGPASSFILE",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "options": "PGOPTIONS",
}


def _calon() -> list[Path]:
    """Folders that may hold the programs."""
    if settings.CADANGAN_PROGRAM:
        return [Path(settings.CADANGAN_PROGRAM)]
    # Debian's /usr/bin/pg_dump picks a version by itself; the folders of the versions are named first.
    semua = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    semua += [Path(satu).parent for satu in [shutil.which("pg_dump")] if satu]
    # An office with its own server need not have the embedded one.
    with suppress(LokalError):
        semua.append(Path(Postgres.program("pg_dump")).parent)
    return [satu for satu in semua if all((satu / nama).is_file() for nama in PROGRAM)]


def _versi(folder: Path) -> int | None:
    try:
        jawab = subprocess.run(
            [str(folder / "pg_dump"), "--version"], capture_output=True, text=True, timeout=_LAMA, check=False
        )
    except OSError:
        return None
    cocok = _VERSI.search(jawab.stdout)
    return int(cocok.group(1)) if cocok else None


def cari_alat(*, peladen: int, paling_rendah: int | None = None) -> tuple[Path, int]:
    """Folder of pg_dump and pg_restore for a server of that major version, and their own version.

    ``paling_rendah``: the oldest that will do, if not the server's. Raises `CadanganDitolak` when there is none.
    """
    versi = {str(folder): satu for folder in _calon() if (satu := _versi(folder)) is not None}
    folder = pilih_alat(versi, paling_rendah=paling_rendah or peladen, cocok=peladen)
    if folder is None:
        ada = f" Yang ada: versi {', '.join(map(str, sorted(set(versi.values()))))}." if versi else ""
        raise CadanganDitolak(
            f"Program pg_dump dan pg_restore untuk PostgreSQL {peladen} tidak ditemukan.{ada} Di Debian/Ubuntu "
            f"pasang paket postgresql-client-{peladen}, atau sebut foldernya dengan RAKUMPIT_PG_BIN."
        )
    return Path(folder), versi[folder]


def lingkungan(basis_data: dict[str, Any], nama: str) -> dict[str, str]:
    """Environment in which PostgreSQL's programs open database ``nama``; the password stands only here."""
    isi = {
        "PGHOST": basis_data.get("HOST", ""),
        "PGPORT": str(basis_data.get("PORT", "")),
        "PGUSER": basis_data.get("USER", ""),
        "PGPASSWORD": basis_data.get("PASSWORD", ""),
        "PGDATABASE": nama,
        "PGCLIENTENCODING": "UTF8",
        "PGAPPNAME": "rakumpit cadangan",
        # Messages of the programs are matched and shown; their language is not that of the shell.
        "LC_MESSAGES": "C",
    }
    pilihan = basis_data.get("OPTIONS", {})
    isi |= {variabel: str(pilihan[satu]) for satu, variabel in _PILIHAN.items() if satu in pilihan}
    return {**os.environ, **{kunci: nilai for kunci, nilai in isi.items() if nilai}}


@contextmanager
def keluaran_program(argv: Sequence[str], env: dict[str, str]) -> Iterator[IO[bytes]]:
    """What a program writes; raises `CadanganDitolak` with its own words when it fails.

    The program dies with the block when that is left early.
    """
    with tempfile.TemporaryFile() as galat:
        proses = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=galat, env=env)
        assert proses.stdout is not None  # noqa: S101 - asked for above
        try:
            with proses.stdout:
                yield proses.stdout
            status = proses.wait()
        except BaseException:
            proses.kill()
            proses.wait()
            raise
        if status != 0:
            raise CadanganDitolak(f"{Path(argv[0]).name} gagal (status {status}): {_kata(galat)}")


def muat(folder: Path, dump: IO[bytes], env: dict[str, str]) -> None:
    """Load a dump into the database of ``env``, statement by statement: what a failure leaves there is half a database.

    Raises `CadanganDitolak` with the words of pg_restore, which stops at the first error.
    """
    argv = [str(folder / "pg_restore"), "--no-owner", "--no-privileges", "--no-comments", "--exit-on-error"]
    with tempfile.TemporaryFile() as galat:
        restore = subprocess.Popen(
            [*argv, "-d", env["PGDATABASE"]], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=galat, env=env
        )
        assert restore.stdin is not None  # noqa: S101 - asked for above
        try:
            # It closes its ear early after an error, which its status tells.
            with suppress(BrokenPipeError), restore.stdin as masuk:
                shutil.copyfileobj(dump, masuk, 1024 * 1024)
            status = restore.wait()
        except BaseException:
            restore.kill()
            restore.wait()
            raise
        if status != 0:
            raise CadanganDitolak(f"Isi cadangan tidak dapat dimuat, dan basis data tidak berubah: {_kata(galat)}")


def _kata(galat: IO[bytes]) -> str:
    """The last lines of what a program complained, in one line."""
    galat.seek(0)
    baris = galat.read().decode(errors="replace").strip().splitlines()
    return " ".join(satu.strip() for satu in baris[-4:])
