"""An office whose backup is worth something, with its files on a real disk."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from kinerja.models import Evaluasi
from rakumpit.cadangan import basis_data, samping
from tests.kinerja.kantor import buat_kantor
from tests.serentak import UjiSerentak

SURAT = b"%PDF-1.7 surat keputusan"


def isi_tabel(*kecuali: str) -> dict[str, str]:
    """Every row of every table as text, in the order of their content."""
    isi = {}
    with connection.cursor() as kursor:
        for nama in basis_data.tabel():
            if nama not in kecuali:
                kursor.execute(f'SELECT t::text FROM "{nama}" t ORDER BY 1')  # noqa: S608 - names of tables
                isi[nama] = "\n".join(baris for (baris,) in kursor.fetchall())
    return isi


def nama_basis_data() -> set[str]:
    """Databases of the server."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT datname FROM pg_database")
        return {nama for (nama,) in kursor.fetchall()}


@contextmanager
def basis_data_kosong() -> Iterator[str]:
    """An empty database, as on a new machine, that all of Django speaks to in the block."""
    nama = f"{connection.settings_dict['NAME']}_baru"
    with connection.cursor() as kursor:
        kursor.execute(f'DROP DATABASE IF EXISTS "{nama}"')
        kursor.execute(f'CREATE DATABASE "{nama}" TEMPLATE template0')
    try:
        with samping.memakai(nama):
            yield nama
    finally:
        with connection.cursor() as kursor:
            kursor.execute(f'DROP DATABASE "{nama}" WITH (FORCE)')


class UjiCadangan(UjiSerentak):
    """Two people with an evaluation, one of them with a scanned letter; folders of their own."""

    def setUp(self) -> None:
        self.akar = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.folder = self.akar / "cadangan"
        self.folder.mkdir()
        self.enterContext(self.setelan(self.akar / "media"))
        kantor = buat_kantor()
        kantor.hitung()
        surat = self.akar / "media/evaluasi/surat.pdf"
        surat.parent.mkdir(parents=True)
        surat.write_bytes(SURAT)
        pertama = Evaluasi.objects.order_by("pk").values("pk")[:1]
        Evaluasi.objects.filter(pk__in=pertama).update(surat_pindaian="evaluasi/surat.pdf")

    def setelan(self, media: Path) -> override_settings:
        """Settings of an installation whose stored files lie in ``media``."""
        berkas = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
        return override_settings(
            MEDIA_ROOT=media, STORAGES=settings.STORAGES | {"default": berkas}, CADANGAN_FOLDER=str(self.folder)
        )

    def jalankan(self, *argumen: str) -> str:
        """What a command prints."""
        keluar = io.StringIO()
        call_command(*argumen, stdout=keluar, stderr=io.StringIO())
        return keluar.getvalue()

    def ada(self) -> list[str]:
        """Names in the folder of backups, but its lock."""
        return sorted(satu.name for satu in self.folder.iterdir() if satu.name != ".kunci")
