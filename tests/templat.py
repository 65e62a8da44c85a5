"""A migrated database that every test database is copied from: the migrations run once, not once for each process.

Named after everything that shapes it, so a changed migration makes a new one. ``python -m tests.templat`` makes it
before the tests ask for it.
"""

from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import psycopg2
from django.db import connection, connections

from rakumpit.lokal import alamat
from rakumpit.lokal.galat import LokalError
from rakumpit.lokal.kunci import Kunci
from rakumpit.lokal.layanan import pakai

AKAR = Path(__file__).parents[1]
AWALAN = "migrasi_"
# Read by the settings of the tests, in this process and in those of xdist.
LINGKUNGAN = "RAKUMPIT_TEMPLAT"


def nama_templat() -> str:
    """Name by the content of all migrations, the list of apps, and the versions of what runs them."""
    sidik = hashlib.sha256()
    for berkas in sorted([*AKAR.glob("*/migrations/*.py"), *AKAR.glob("rakumpit/*/migrations/*.py")]):
        sidik.update(str(berkas.relative_to(AKAR)).encode() + berkas.read_bytes())
    sidik.update((AKAR / "requirements.txt").read_bytes() + (AKAR / "rakumpit/settings.py").read_bytes())
    return AWALAN + sidik.hexdigest()[:20]


@contextmanager
def klaster_uji() -> Iterator[str]:
    """The test cluster for the time of a block; the name of the migrated database in it.

    Raises LokalError when another run works in this data folder: two would drop each other's test database.
    """
    folder = alamat.folder_data()
    alamat.siapkan_folder(folder)
    with Kunci(folder / "uji.kunci") as kunci:
        if not kunci.coba(bersama=False):
            raise LokalError(f"Uji lain sedang berjalan dengan folder data {folder}. Tunggu, atau setel RAKUMPIT_DATA.")
        with pakai(alamat.klaster()):
            yield _siapkan_templat()


def _siapkan_templat() -> str:
    """Make the database if it is not there yet and let go of earlier ones; its name. The cluster is running."""
    nama = nama_templat()
    ada = _ada()
    if nama not in ada:
        for satu in ada:
            _perintah(f'DROP DATABASE IF EXISTS "{satu}"')
        # In a process of its own: this one has not opened a database yet, and pytest-django wants to be the first.
        subprocess.run([sys.executable, "-m", "tests.templat", nama], check=True, cwd=AKAR)
    return nama


def _ada() -> list[str]:
    return [satu for (satu,) in _perintah("SELECT datname FROM pg_database") if satu.startswith(AWALAN)]


def _perintah(sql: str) -> list[tuple[str]]:
    """Rows of one statement outside any transaction, in the database that is always there."""
    sifat = connections.settings["default"]
    sambungan = psycopg2.connect(
        dbname="postgres",
        user=sifat["USER"],
        password=sifat["PASSWORD"],
        host=sifat["HOST"],
        port=sifat["PORT"] or None,
    )
    try:
        sambungan.autocommit = True
        with sambungan.cursor() as kursor:
            kursor.execute(sql)
            return kursor.fetchall() if kursor.description else []
    finally:
        sambungan.close()


def _buat(nama: str) -> None:
    """Migrate under a name for the time being, so that a run that was broken off leaves nothing half-made."""
    # The states of the models are many objects that stay to the end: to look through them all again and again is a
    # good part of the time.
    gc.set_threshold(50_000, 20, 50)
    sementara = f"setengah_{nama}"
    connection.settings_dict["TEST"] |= {"NAME": sementara, "TEMPLATE": None}
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    _perintah(f'ALTER DATABASE "{sementara}" RENAME TO "{nama}"')


def _utama(argv: list[str]) -> None:
    # These settings choose the cluster, so they are read before anything asks for it.
    os.environ["DJANGO_SETTINGS_MODULE"] = "rakumpit.settings_test"
    django.setup()
    if argv:
        _buat(argv[0])
    elif not os.environ.get("DATABASE_URL"):
        with klaster_uji():
            pass


if __name__ == "__main__":
    _utama(sys.argv[1:])
