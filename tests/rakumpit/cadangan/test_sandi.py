"""Encrypted backups: nothing of them can be read without the key, and with it all that plain ones can do."""

from __future__ import annotations

import io
import json
import stat
from pathlib import Path
from unittest import mock

import pyrage
import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from rakumpit.cadangan.proses import cadangkan, pulihkan
from rakumpit.organisasi.models import Pegawai
from tests.rakumpit.cadangan.dasar import SURAT, UjiCadangan, basis_data_kosong, isi_tabel
from tests.rakumpit.cadangan.test_cadangkan import berkas_paling_besar
from tests.rakumpit.cadangan.test_pulihkan import BERUBAH


def kunci() -> str:
    """What the command prints."""
    keluar = io.StringIO()
    call_command("kunci_cadangan", stdout=keluar, stderr=io.StringIO())
    return keluar.getvalue().strip()


class SandiTests(UjiCadangan):
    def setUp(self) -> None:
        super().setUp()
        self.kunci = kunci()
        self.enterContext(override_settings(CADANGAN_KUNCI=self.kunci))

    def test_tidak_terbaca_tanpa_kunci_dan_pulih_dengannya(self) -> None:
        semula = isi_tabel(*BERUBAH)
        keluar = self.jalankan("cadangkan")
        self.assertIn("Isinya disandikan.", keluar)
        berkas = Path(keluar.partition(":")[0])
        self.assertEqual(self.ada(), [berkas.name])
        self.assertTrue(berkas.name.endswith(".zip.age"))
        self.assertEqual(stat.S_IMODE(berkas.stat().st_mode), 0o600)
        # Opened by the library itself, as any other program of that format would: there all of these can be read.
        dibuka = pyrage.decrypt(berkas.read_bytes(), [pyrage.x25519.Identity.from_str(self.kunci)])
        for isi in (SURAT, b"basis_data.dump", b"kinerja_evaluasi", b"PGDMP"):
            self.assertIn(isi, dibuka)
            self.assertNotIn(isi, berkas.read_bytes())

        hasil = json.loads(self.jalankan("uji_pulih", "--json"))
        self.assertEqual((hasil["berkas"], hasil["salah"]), (str(berkas), []))
        with basis_data_kosong(), self.setelan(self.akar / "media-baru"):
            self.assertEqual(pulihkan(berkas=berkas).salah, "")
            self.assertEqual(isi_tabel(*BERUBAH), semula)
            self.assertGreater(Pegawai.objects.count(), 0)
            self.assertEqual((self.akar / "media-baru/evaluasi/surat.pdf").read_bytes(), SURAT)

    def test_kunci_diganti(self) -> None:
        lama = cadangkan().berkas
        baru = kunci()
        with override_settings(CADANGAN_KUNCI=baru, CADANGAN_KUNCI_LAMA=[self.kunci]):
            self.jalankan("uji_pulih", str(lama))
            tersandi = cadangkan().berkas
            self.jalankan("uji_pulih")
        with override_settings(CADANGAN_KUNCI="", CADANGAN_KUNCI_LAMA=[self.kunci]):
            self.jalankan("uji_pulih", str(lama))
            with pytest.raises(CommandError, match="kuncinya lain"):
                self.jalankan("uji_pulih", str(tersandi))
            # A former key opens, and encrypts nothing any more.
            self.assertEqual(cadangkan().berkas.suffix, ".zip")

    def test_yang_tidak_dapat_dibuka_disebut_sebabnya(self) -> None:
        berkas = cadangkan().berkas
        isi = berkas.read_bytes()
        uji = self.akar / "uji.zip.age"

        def ditolak(cocok: str, isi: bytes) -> None:
            uji.write_bytes(isi)
            with self.subTest(cocok), pytest.raises(CommandError, match=cocok) as galat:
                self.jalankan("pulihkan", str(uji))
            self.assertEqual(galat.value.returncode, 1)

        tengah = len(isi) // 2
        for rusak in (isi[:tengah], isi[:-1], isi[:40], isi[:tengah] + bytes([isi[tengah] ^ 1]) + isi[tengah + 1 :]):
            ditolak("terpotong atau rusak", rusak)
        with override_settings(CADANGAN_KUNCI=""):
            ditolak("disandikan. Setel RAKUMPIT_CADANGAN_KUNCI", isi)
        with override_settings(CADANGAN_KUNCI=kunci()):
            ditolak("kuncinya lain", isi)
        with override_settings(CADANGAN_KUNCI=self.kunci[:-1]):
            ditolak("bukan kunci age yang utuh", isi)
            with pytest.raises(CommandError, match="bukan kunci age yang utuh"):
                self.jalankan("cadangkan")
        self.assertEqual(self.ada(), [berkas.name])

    def test_disk_penuh_tidak_meninggalkan_apa_pun(self) -> None:
        with berkas_paling_besar(30_000), pytest.raises(CommandError, match="disknya penuh"):
            self.jalankan("cadangkan")
        # Full only once the plain content is written, and while a backup is opened.
        with (
            mock.patch("rakumpit.cadangan.sandi.berkas_polos", io.BytesIO),
            berkas_paling_besar(30_000),
            pytest.raises(CommandError, match="disknya penuh"),
        ):
            self.jalankan("cadangkan")
        self.assertEqual(self.ada(), [])
        berkas = cadangkan().berkas
        with berkas_paling_besar(30_000), pytest.raises(CommandError, match="File too large"):
            self.jalankan("pulihkan", str(berkas))
        self.assertEqual(self.ada(), [berkas.name])
        self.assertEqual([satu for satu in (self.akar / "media").iterdir() if satu.is_file()], [])
