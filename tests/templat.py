"""A migrated database that every test database is copied from: the migrations run once, not once for each process.

Named after everything that shapes it, so a changed migration makes a new one. ``python -m tests.templat NAMA``.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import django
import psycopg2
from django.conf import settings
from django.db import connection

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


def siapkan_templat() -> str:
    """Make the database if it is not there yet and let go of earlier ones; its name. The cluster is running."""
    nama = nama_templat()
    ada = _ada()
    if nama not in ada:
        for satu in ada:
            _perintah(f'DROP DATABASE IF EXISTS "{satu}"')
        # In a process of its own: this one has not opened a database yet, and pytest-django wants to be the first.
        lingkungan = os.environ | {"DJANGO_SETTINGS_MODULE": "rakumpit.settings_test"}
        subprocess.run([sys.executable, "-m", "tests.templat", nama], check=True, cwd=AKAR, env=lingkungan)
    return nama


def _ada() -> list[str]:
    return [satu for (satu,) in _perintah("SELECT datname FROM pg_database") if satu.startswith(AWALAN)]


def _perintah(sql: str) -> list[tuple[str]]:
    """Rows of one statement outside any transaction, in the database that is always there."""
    sifat = settings.DATABASES["default"]
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
    django.setup()
    sementara = f"setengah_{nama}"
    connection.settings_dict["TEST"] |= {"NAME": sementara, "TEMPLATE": None}
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    _perintah(f'ALTER DATABASE "{sementara}" RENAME TO "{nama}"')


if __name__ == "__main__":
    _buat(sys.argv[1])
