"""The settings module under different environments, each in a fresh interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.test import SimpleTestCase

PRODUKSI = {
    "DATABASE_URL": "postgres://a:b@localhost/x",
    "REDIS_URL": "redis://localhost",
    "RAKUMPIT_SECRET_KEY": "rahasia-uji-yang-cukup-panjang-0123456789-abcdefghij",
    "RAKUMPIT_ALLOWED_HOSTS": "contoh.go.id",
}


class SettingsTest(SimpleTestCase):
    def jalankan(self, perintah: str, data: str, **lingkungan: str) -> subprocess.CompletedProcess[str]:
        # A process of its own: what tests set for themselves (also the browser tests' DJANGO_…) stays out.
        asing = ("RAKUMPIT_", "DJANGO_", "DATABASE_URL", "REDIS_URL")
        dasar = {nama: isi for nama, isi in os.environ.items() if not nama.startswith(asing)}
        return subprocess.run(
            [sys.executable, "-c", perintah],
            capture_output=True,
            text=True,
            check=False,
            cwd=settings.BASE_DIR,
            env={**dasar, "RAKUMPIT_DATA": data, **lingkungan},
        )

    def test_produksi_menolak_berjalan_tanpa_rahasia(self) -> None:
        for hilang in PRODUKSI:
            with self.subTest(hilang=hilang), TemporaryDirectory() as data:
                isi = {k: v for k, v in PRODUKSI.items() if k != hilang}
                hasil = self.jalankan("import rakumpit.settings", data, RAKUMPIT_MODE="produksi", **isi)
                self.assertNotEqual(hasil.returncode, 0)
                self.assertIn(hilang, hasil.stderr.splitlines()[-1])

    def test_produksi_lengkap_lolos_pemeriksaan_penerapan(self) -> None:
        perintah = (
            "import django; from django.core.management import call_command;"
            "import os; os.environ['DJANGO_SETTINGS_MODULE']='rakumpit.settings'; django.setup();"
            "call_command('check', deploy=True, fail_level='WARNING')"
        )
        with TemporaryDirectory() as data:
            hasil = self.jalankan(perintah, data, **PRODUKSI)
        self.assertEqual(hasil.returncode, 0, hasil.stderr)

    def test_folder_kantor_contoh_selalu_ditandai(self) -> None:
        perintah = "from rakumpit import settings; print(settings.CONTOH)"
        with TemporaryDirectory() as data:
            self.assertEqual(self.jalankan(perintah, data).stdout.strip(), "False")
            (Path(data) / "kantor-contoh").touch()
            self.assertEqual(self.jalankan(perintah, data).stdout.strip(), "True")

    def test_kunci_pengembangan_acak_dan_tetap(self) -> None:
        perintah = "from rakumpit import settings; print(settings.SECRET_KEY)"
        with TemporaryDirectory() as satu, TemporaryDirectory() as dua:
            kunci = self.jalankan(perintah, satu).stdout
            self.assertGreater(len(kunci), 50)
            self.assertEqual(self.jalankan(perintah, satu).stdout, kunci)
            self.assertNotEqual(self.jalankan(perintah, dua).stdout, kunci)
