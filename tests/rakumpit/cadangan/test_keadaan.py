"""The record, the word to the technical admin, the nightly task, and the page."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest
from django.test import TestCase, override_settings
from django.urls import reverse

from rakumpit.bacaan import baca
from rakumpit.cadangan import ringkasan, tasks
from rakumpit.cadangan.enums import Pekerjaan
from rakumpit.cadangan.galat import CadanganDitolak, SedangBekerja
from rakumpit.cadangan.models import CatatanCadangan
from rakumpit.cadangan.perhitungan import malam_terakhir
from rakumpit.cadangan.proses import HasilCadangan, cadang, cadangkan, cadangkan_malam, uji_malam
from rakumpit.cadangan.proses.catat import catat_hasil
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.pembaca import baca_pembaca
from rakumpit.waktu import hari_ini, sekarang
from tests.pabrik import buat_pengguna
from tests.rakumpit.cadangan.test_perhitungan import MANIFES


def _jadi(folder: Path, _jumlah: int) -> HasilCadangan:
    return HasilCadangan(folder / "rakumpit-2026-12-02-013000.zip", 9, MANIFES, ())


@contextmanager
def hasil(cara: object) -> Iterator[None]:
    """What the writing of the file comes to."""
    with mock.patch.object(cadang, "_cadangkan", side_effect=cara):
        yield


@override_settings(CADANGAN_FOLDER="/mnt/cadangan")
class KeadaanTests(TestCase):
    def setUp(self) -> None:
        self.admin = buat_pengguna(admin_teknis=True)
        buat_pengguna(admin_teknis=True, is_active=False)
        buat_pengguna(pengelola=True)

    def _gagal(self) -> None:
        with hasil(CadanganDitolak("Disknya penuh.")), pytest.raises(CadanganDitolak):
            cadangkan()

    def test_gagal_dikabarkan_sekali_sampai_berhasil_lagi(self) -> None:
        self._gagal()
        self._gagal()
        kabar = Notifikasi.objects.get()
        self.assertEqual((kabar.penerima, kabar.judul), (self.admin, "Cadangan gagal"))
        self.assertIn("Disknya penuh.", kabar.isi)
        with hasil(_jadi):
            cadangkan()
        self.assertEqual(Notifikasi.objects.count(), 1)
        self._gagal()
        self.assertEqual(Notifikasi.objects.count(), 2)
        self.assertEqual(
            list(CatatanCadangan.objects.order_by("pk").values_list("berhasil", flat=True)),
            [False, False, True, False],
        )
        # Another command at work is no failure.
        with hasil(SedangBekerja("Tunggu.")), pytest.raises(SedangBekerja):
            cadangkan()
        self.assertEqual(CatatanCadangan.objects.count(), 4)

    def test_malam_sekali_dan_diulang_bila_gagal(self) -> None:
        with hasil(CadanganDitolak("Disknya penuh.")):
            self.assertFalse(cadangkan_malam())
        with hasil(_jadi):
            self.assertTrue(cadangkan_malam())
            self.assertFalse(cadangkan_malam())
            self.assertTrue(cadangkan_malam(malam_terakhir(sekarang()) + timedelta(days=1)))
        with hasil(_jadi), override_settings(CADANGAN_FOLDER=""):
            self.assertFalse(cadangkan_malam(sekarang() + timedelta(days=9)))

    def test_uji_sekali_sebulan_sesudah_cadangan_malam(self) -> None:
        with hasil(_jadi), mock.patch("subprocess.run", return_value=subprocess.CompletedProcess([], 0)) as jalan:
            # Nothing was ever tried; the command itself records what it found, which is left out here.
            tasks.cadangkan_malam()
            tasks.cadangkan_malam()
            self.assertEqual(jalan.call_count, 1)
            for umur, berhasil, diuji in ((29, True, False), (31, True, True), (0, False, True)):
                with self.subTest(umur=umur, berhasil=berhasil):
                    CatatanCadangan.objects.all().delete()
                    catat_hasil(Pekerjaan.UJI, berhasil=berhasil, keterangan="" if berhasil else "1 tabel berbeda")
                    CatatanCadangan.objects.update(waktu=sekarang() - timedelta(days=umur))
                    jalan.reset_mock()
                    tasks.cadangkan_malam()
                    self.assertEqual(jalan.call_count, int(diuji))
            perintah = jalan.call_args.args[0]
        # The command line leads to the command.
        bantuan = subprocess.run([*perintah, "--help"], capture_output=True, text=True, check=True)
        self.assertIn("Mencoba memulihkan cadangan terbaru", bantuan.stdout)

    def test_uji_yang_gagal_tercatat_di_log_dan_diulang(self) -> None:
        gagal = subprocess.CompletedProcess([], 1, stderr="CommandError: tidak dapat diandalkan\n")
        with mock.patch("subprocess.run", return_value=gagal) as jalan:
            for kali in (1, 2):
                with self.assertLogs("rakumpit.cadangan.proses.uji", "WARNING") as log:
                    self.assertTrue(uji_malam())
                self.assertIn("(status 1): CommandError: tidak dapat diandalkan", log.output[0])
                self.assertEqual(jalan.call_count, kali)

    def test_menunggu_hanya_bila_perlu_dan_hanya_admin_teknis(self) -> None:
        def tugas(**peran: bool) -> list[str]:
            pembaca = baca(baca_pembaca(buat_pengguna(**peran), hari_ini()))
            return [satu.judul for satu in baca(ringkasan.menunggu(pembaca))]

        self.assertEqual(tugas(admin_teknis=True), ["Buat cadangan", "Uji pemulihan cadangan"])
        self.assertEqual(tugas(pengelola=True), [])
        with override_settings(CADANGAN_FOLDER=""):
            self.assertEqual(tugas(admin_teknis=True), [])
        catat_hasil(Pekerjaan.CADANGAN, berhasil=True)
        catat_hasil(Pekerjaan.UJI, berhasil=False, keterangan="1 tabel berbeda")
        self.assertEqual(tugas(admin_teknis=True), ["Betulkan cadangan yang tidak pulih"])

    def test_halaman_berkata_apa_yang_harus_dilakukan(self) -> None:
        self.client.force_login(self.admin)
        alamat = reverse("cadangan:keadaan")
        kosong = self.client.get(alamat)
        self.assertContains(kosong, "Belum ada cadangan yang jadi.")
        self.assertContains(kosong, "perintah «cadangkan»")
        catat_hasil(Pekerjaan.CADANGAN, berhasil=True, berkas="/mnt/cadangan/rakumpit-x.zip", bita=2_000_000)
        with self.assertNumQueries(7):
            satu = self.client.get(alamat)
        for _ in range(30):
            catat_hasil(Pekerjaan.UJI, berhasil=True)
        with self.assertNumQueries(7):
            banyak = self.client.get(alamat)
        self.assertContains(satu, "rakumpit-x.zip")
        self.assertNotContains(satu, "/mnt/cadangan/rakumpit-x.zip")
        self.assertNotContains(banyak, "Lakukan ini")
        self.assertEqual(len(banyak.context["catatan"].object_list), 20)

    def test_hanya_admin_teknis_membukanya(self) -> None:
        alamat = reverse("cadangan:keadaan")
        self.assertEqual(self.client.get(alamat).status_code, 302)
        for peran, kode in (
            ({"pengelola": True}, 404),
            ({"pemeriksa": True}, 404),
            ({}, 404),
            ({"admin_teknis": True}, 200),
        ):
            self.client.force_login(buat_pengguna(**peran))
            self.assertEqual((peran, self.client.get(alamat).status_code), (peran, kode))
            self.assertEqual(self.client.post(alamat).status_code, 405)

    def test_umur_menurut_waktu_basis_data(self) -> None:
        catat_hasil(Pekerjaan.CADANGAN, berhasil=True)
        catat_hasil(Pekerjaan.UJI, berhasil=True)

        def baik(saat: datetime) -> list[bool]:
            return [satu.baik for satu in baca(ringkasan.keadaan(saat))]

        self.assertEqual(baik(sekarang()), [True, True])
        self.assertEqual(baik(sekarang() + timedelta(hours=27)), [False, True])
        self.assertEqual(baik(sekarang() + timedelta(days=36)), [False, False])
