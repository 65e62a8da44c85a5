"""``kill -9`` in the middle of a backup and of a restore: nothing half-made is left, and the next try works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from rakumpit.cadangan import arsip, basis_data
from rakumpit.cadangan.alat import cari_alat
from rakumpit.cadangan.galat import CadanganDitolak
from rakumpit.cadangan.proses import cadangkan, pulihkan
from rakumpit.organisasi.models import HariLibur
from tests.rakumpit.cadangan.dasar import UjiCadangan, basis_data_kosong, isi_tabel
from tests.rakumpit.cadangan.test_pulihkan import BERUBAH

pytestmark = pytest.mark.gangguan

# The command in a process of its own, with the database and the folders of the test. The second argument says whether
# the archive is written under its own name at once: the control of what the temporary name is for.
PERINTAH = """
import os, sys
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.conf import settings
from rakumpit.cadangan import arsip
if sys.argv[1] == "langsung":
    arsip._SEMENTARA = ""
connection.settings_dict["NAME"] = os.environ["UJI_BASIS_DATA"]
berkas = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
with override_settings(STORAGES=settings.STORAGES | {"default": berkas}):
    call_command(*sys.argv[2:])
"""


class GangguanCadanganTests(UjiCadangan):
    def test_cadangan_yang_dibunuh_tidak_tampak_sebagai_cadangan(self) -> None:
        self._bunuh("pg_dump", "biasa", "cadangkan")
        self.assertEqual(arsip.daftar(self.folder), [])
        self.assertEqual(len(self.ada()), 1)
        hasil = cadangkan()
        self.assertEqual(self.ada(), [hasil.berkas.name])

    def test_tanpa_nama_sementara_ia_tampak_sebagai_cadangan(self) -> None:
        """The control: the same blow leaves a file that only its content betrays."""
        self._bunuh("pg_dump", "langsung", "cadangkan")
        (sisa,) = arsip.daftar(self.folder)
        with pytest.raises(CadanganDitolak, match="terpotong"), arsip.arsip_terperiksa(sisa):
            pass

    def test_pemulihan_yang_dibunuh_tidak_mengubah_basis_data_dan_dapat_diulang(self) -> None:
        semula = isi_tabel(*BERUBAH)
        berkas = cadangkan().berkas
        with basis_data_kosong() as nama, self.setelan(self.akar / "media-baru"):
            pulihkan(berkas=berkas)
            HariLibur.objects.create(tanggal="2031-01-01", nama="Sesudah cadangan")
            tadi = isi_tabel(*BERUBAH)
            self._bunuh("pg_restore", "biasa", "pulihkan", str(berkas), "--timpa", nama)
            self.assertEqual(isi_tabel(*BERUBAH), tadi)
            hasil = pulihkan(berkas=berkas, timpa=nama)
            self.assertEqual((hasil.media_ditulis, hasil.salah), (0, ""))
            self.assertEqual(isi_tabel(*BERUBAH), semula)

    def _bunuh(self, program: str, cara: str, *perintah: str) -> None:
        """Run a command whose ``program`` stops half-way, and kill the command there, not its children."""
        tanda = self.akar / "setengah-jalan"
        with self._lambat(program, tanda) as folder:
            lingkungan = os.environ | {
                "DJANGO_SETTINGS_MODULE": "rakumpit.settings_test",
                "UJI_BASIS_DATA": str(connection.settings_dict["NAME"]),
                "RAKUMPIT_CADANGAN": str(self.folder),
                "RAKUMPIT_MEDIA_ROOT": str(settings.MEDIA_ROOT),
                "RAKUMPIT_PG_BIN": str(folder),
            }
            connection.close()
            proses = subprocess.Popen(
                [sys.executable, "-c", PERINTAH, cara, *perintah],
                env=lingkungan,
                cwd=settings.BASE_DIR,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            batas = time.monotonic() + 120
            while not tanda.exists():
                if proses.poll() is not None or time.monotonic() > batas:
                    raise AssertionError(proses.communicate(timeout=5)[1].decode())
                time.sleep(0.02)
            proses.kill()
            # Its children still hold the pipe of the errors until they have ended.
            proses.communicate(timeout=60)
        self.assertEqual(proses.returncode, -signal.SIGKILL)
        while basis_data.sambungan_lain():
            self.assertLess(time.monotonic(), batas)
            time.sleep(0.05)

    @contextmanager
    def _lambat(self, program: str, tanda: Path) -> Iterator[Path]:
        """A folder of PostgreSQL's programs, one of which writes half, tells so, and ends two seconds later."""
        asli, _ = cari_alat(peladen=basis_data.versi_peladen())
        folder = self.akar / f"program-{program}"
        folder.mkdir()
        for nama in ("pg_dump", "pg_restore", "psql"):
            if nama != program:
                (folder / nama).symlink_to(asli / nama)
        naskah = folder / program
        setengah = f'{{ head -c 200000; : > "{tanda}"; sleep 2; }}'
        versi = f'[ "$1" = --version ] && exec "{asli / program}" "$1"'
        naskah.write_text(f'#!/bin/sh\n{versi}\n"{asli / program}" "$@" | {setengah}\n')
        naskah.chmod(0o755)
        yield folder
