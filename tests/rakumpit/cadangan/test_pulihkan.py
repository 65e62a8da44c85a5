"""Restoring and rehearsing: the same data come back, or nothing changes."""

from __future__ import annotations

import io
import json
import stat
import subprocess
import zipfile
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

import pytest
from celery import current_app
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import SimpleTestCase, override_settings
from django.utils.module_loading import import_string

from forum.proses.akun_warga import NAMA_TERHAPUS, hapus_akun
from kinerja.models import Evaluasi
from rakumpit.antrean.models import Antrean, antrekan
from rakumpit.cadangan import arsip, basis_data, penghapusan
from rakumpit.cadangan.alat import cari_alat, lingkungan, muat
from rakumpit.cadangan.arsip import Arsip, arsip_terperiksa
from rakumpit.cadangan.galat import CadanganDitolak
from rakumpit.cadangan.proses import cadangkan, cadangkan_malam, pulih, pulihkan, uji_pulih
from rakumpit.cadangan.proses.terima import periksa_boleh
from rakumpit.organisasi.models import HariLibur, Pengguna
from survei.models import Respons
from survei.proses import hitung_ulang_seluruhnya
from survei.proses.hapus_sendiri import hapus_lagi
from tests.pabrik import buat_pengguna, buat_respons, buat_survei, buat_unit
from tests.rakumpit.cadangan.dasar import (
    SURAT,
    UjiCadangan,
    basis_data_kosong,
    isi_tabel,
    nama_basis_data,
)

# They change by the restore itself: sessions end, tasks are asked for, content types are none of the office's rows.
BERUBAH = (*basis_data.TANPA_ISI, "antrean_antrean", "cadangan_catatancadangan")


class PulihkanTests(UjiCadangan):
    def test_ke_basis_data_kosong_lalu_menimpa(self) -> None:
        self.client.force_login(buat_pengguna())
        antrekan(tugas=settings.TUGAS_SURAT[0], kunci="lama", penerima_id=1, kunci_notifikasi="x")
        antrekan(tugas="survei.tasks.hitung_ulang", kunci="1", survei_id=1, layanan_id=1, hari="2026-11-30")
        semula = isi_tabel(*BERUBAH)
        berkas = str(cadangkan().berkas)
        media = self.akar / "media-baru"
        with basis_data_kosong() as nama, self.setelan(media):
            hasil = json.loads(self.jalankan("pulihkan", berkas, "--json"))
            self.assertEqual((hasil["media_ditulis"], hasil["migrasi"], hasil["surat_dibuang"]), (1, 0, 1))
            self.assertEqual((hasil["pengaman"], hasil["dilanjutkan"], hasil["salah"]), ("", False, ""))
            self.maxDiff = 2000
            self.assertEqual(isi_tabel(*BERUBAH), semula)
            self.assertEqual((media / "evaluasi/surat.pdf").read_bytes(), SURAT)
            # Nobody is signed in any more, no old letter goes out, the recount of the old outbox still does.
            self.assertEqual(isi_tabel()["django_session"], "")
            self.assertEqual(
                sorted(Antrean.objects.values_list("tugas", flat=True)),
                sorted(["kinerja.tasks.kerjakan_run", "survei.tasks.hitung_ulang", *settings.TUGAS_SESUDAH_PULIH]),
            )

            with pytest.raises(CommandError, match=f"«{nama}» tidak kosong") as galat:
                self.jalankan("pulihkan", berkas)
            self.assertEqual(galat.value.returncode, 1)
            with pytest.raises(CommandError, match="Tidak ada yang diubah") as galat:
                self.jalankan("pulihkan", berkas, "--timpa", "rakumpit")
            self.assertEqual(galat.value.returncode, 2)

            # Back up what an older version has left, before its migrations run.
            with connection.cursor() as kursor:
                kursor.execute("DROP TABLE cadangan_catatancadangan")
                kursor.execute("DELETE FROM django_migrations WHERE app = 'cadangan'")
            berkas = self.jalankan("cadangkan").partition(":")[0]
            HariLibur.objects.create(tanggal="2031-01-01", nama="Sesudah cadangan")
            with (
                mock.patch.object(basis_data, "sambungan_lain", return_value=2),
                pytest.raises(CommandError, match="masih dipakai 2 sambungan lain"),
            ):
                self.jalankan("pulihkan", berkas, "--timpa", nama)
            self.assertEqual(len(self.ada()), 2)
            (media / "evaluasi/surat.pdf").write_bytes(b"rusak")
            # Broken off after the database was in place: the same words finish it, without a second safety backup.
            with (
                mock.patch.object(pulih, "call_command", side_effect=KeyboardInterrupt),
                pytest.raises(KeyboardInterrupt),
            ):
                self.jalankan("pulihkan", berkas, "--timpa", nama)
            self.assertEqual(len(self.ada()), 3)
            keluar = self.jalankan("pulihkan", berkas)
            self.assertIn("perintah yang terputus", keluar)
            self.assertIn("1 migrasi.", keluar)
            self.assertEqual(len(self.ada()), 3)
            tercatat = isi_tabel(*BERUBAH, "django_migrations")
            self.assertEqual(tercatat, {tabel: isi for tabel, isi in semula.items() if tabel != "django_migrations"})
            self.assertEqual((media / "evaluasi/surat.pdf").read_bytes(), SURAT)
            # What was overwritten is in the safety backup.
            with arsip_terperiksa(arsip.daftar(self.folder)[0]) as pengaman:
                self.assertEqual(pengaman.manifes.baris["organisasi_harilibur"], HariLibur.objects.count() + 1)

    def test_yang_tidak_utuh_atau_asing_ditolak_dan_tidak_mengubah_apa_pun(self) -> None:
        berkas = cadangkan().berkas
        utuh = berkas.read_bytes()
        uji = self.akar / "uji.zip"

        def ditolak(cocok: str, isi: bytes, kode: int = 1) -> None:
            uji.write_bytes(isi)
            for perintah in (
                ("pulihkan", str(uji), "--timpa", str(connection.settings_dict["NAME"])),
                ("uji_pulih", str(uji)),
            ):
                with self.subTest(cocok, perintah=perintah[0]), pytest.raises(CommandError, match=cocok) as galat:
                    self.jalankan(*perintah)
                self.assertEqual(galat.value.returncode, kode)

        # A rehearsal that fails is told; nothing else changes.
        kabar = ("cadangan_catatancadangan", "notifikasi_notifikasi", "antrean_antrean")
        semula = isi_tabel(*kabar)
        ditolak("terpotong atau rusak", utuh[: len(utuh) // 2])
        ditolak("terpotong atau rusak", b"bukan zip")
        tengah = utuh.index(b"PGDMP") + 5000
        ditolak("terpotong atau rusak", utuh[:tengah] + bytes([utuh[tengah] ^ 1]) + utuh[tengah + 1 :])
        ditolak("isi basis_data.dump berubah", self._ubah(berkas, "basis_data.dump", lambda isi: isi[:-1] + b"x"))
        ditolak("tidak sama dengan daftar isinya", self._ubah(berkas, "media/evaluasi/surat.pdf", None))
        ditolak("tidak ada daftar isinya", self._ubah(berkas, "manifes.tanda", None))
        ditolak(
            "diubah sesudah dibuat", self._ubah(berkas, "manifes.json", lambda isi: isi.replace(b'"0.1.0"', b'"0.1.1"'))
        )
        with override_settings(SECRET_KEY="lain"):
            ditolak("dibuat dengan RAKUMPIT_SECRET_KEY lain", utuh)
        with mock.patch.object(basis_data, "versi_peladen", return_value=14):
            ditolak("tidak menjamin pemulihan ke versi lama", utuh)
        with override_settings(CONTOH=True), pytest.raises(CommandError, match="data sungguhan"):
            self.jalankan("pulihkan", str(berkas))
        kenal = basis_data.migrasi_dikenal() - {("survei", "0001_initial")}
        with mock.patch.object(basis_data, "migrasi_dikenal", return_value=kenal):
            ditolak("tidak mengenal migrasi survei.0001_initial", utuh)
        uji.unlink()
        with pytest.raises(CommandError, match="tidak ada") as galat:
            self.jalankan("pulihkan", str(uji))
        self.assertEqual(galat.value.returncode, 2)
        self.assertEqual(isi_tabel(*kabar), semula)
        self.assertEqual(self.ada(), [berkas.name])
        # A changed secret that is still known reads its own backups.
        with (
            override_settings(SECRET_KEY="baru", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]),
            arsip_terperiksa(berkas) as arsip,
        ):
            periksa_boleh(arsip, kunci_lain=False)

    def test_yang_dihapus_pemiliknya_tidak_hidup_lagi(self) -> None:
        survei = buat_survei(buat_unit())
        respons = buat_respons(survei, sidik_tanda="a" * 64)
        hitung_ulang_seluruhnya(survei_id=survei.pk)
        warga = buat_pengguna(warga=True, nama="Warga Sungai", nip=None, email="warga@contoh.id")
        warga.set_password("sandi-yang-panjang")
        warga.save()
        berkas = cadangkan().berkas
        hapus_lagi(str(respons.pk))
        hapus_akun(oleh=warga, sandi="sandi-yang-panjang")
        self.assertFalse((self.folder / penghapusan.NAMA).exists())
        self.assertFalse(cadangkan_malam())
        daftar = self.folder / penghapusan.NAMA
        self.assertEqual(stat.S_IMODE(daftar.stat().st_mode), 0o600)
        self.assertEqual(
            penghapusan.baca(self.folder), {"survei.jawaban": {str(respons.pk)}, "forum.akun": {str(warga.uuid)}}
        )
        # The list never gets shorter.
        penghapusan.simpan(self.folder, {})
        self.assertEqual(len(penghapusan.baca(self.folder)), 2)

        disimpan = daftar.rename(self.akar / "daftar")
        with basis_data_kosong(), self.setelan(self.akar / "media-baru"):
            # The control: without the list both are there again.
            with mock.patch.object(basis_data, "hapus_penanda"):
                hasil = pulihkan(berkas=berkas)
            self.assertEqual((hasil.dihapus_lagi, hasil.salah), (0, ""))
            hidup = Respons.objects.get(pk=respons.pk), Pengguna.objects.get(uuid=warga.uuid)
            self.assertEqual((hidup[0].jawaban, hidup[1].nama), (respons.jawaban, "Warga Sungai"))
            daftar.write_text("{")
            with pytest.raises(CadanganDitolak, match="Daftar penghapusan"):
                pulihkan(berkas=berkas)
            disimpan.rename(daftar)
            hasil = pulihkan(berkas=berkas)
            self.assertEqual((hasil.dilanjutkan, hasil.dihapus_lagi, hasil.salah), (True, 2, ""))
            mati = Respons.objects.get(pk=respons.pk), Pengguna.objects.get(uuid=warga.uuid)
            self.assertEqual((mati[0].jawaban, mati[0].dibatalkan), ({}, True))
            self.assertEqual((mati[1].nama, mati[1].email, mati[1].is_active), (NAMA_TERHAPUS, None, False))
            self.assertEqual(penghapusan.ulangi(penghapusan.baca(self.folder)), 0)
            self.assertIn("survei.tasks.hitung_ulang", Antrean.objects.values_list("tugas", flat=True))

    def test_naskah_yang_terputus_tidak_meninggalkan_apa_pun(self) -> None:
        """psql takes the end of a killed command for the end of the script: only the last statement knows better."""
        alat, _ = cari_alat(peladen=basis_data.versi_peladen())
        with basis_data_kosong() as nama:
            env = lingkungan(connection.settings_dict, nama)
            with connection.cursor() as kursor:
                kursor.execute("CREATE TABLE uji AS SELECT 1 AS nilai")
            dump = subprocess.run([str(alat / "pg_dump"), "-Fc"], env=env, capture_output=True, check=True).stdout
            with connection.cursor() as kursor:
                kursor.execute("UPDATE uji SET nilai = 2")
            connection.close()
            for periksa, tinggal in ((basis_data.periksa_muat("a"), 2), ("SELECT 1", 1)):
                gagal = (
                    pytest.raises(CadanganDitolak, match="basis data tidak berubah") if tinggal == 2 else nullcontext()
                )
                with gagal:
                    muat(alat, io.BytesIO(dump), env, awal=basis_data.KOSONGKAN, akhir="", periksa=periksa)
                with connection.cursor() as kursor:
                    kursor.execute("SELECT nilai FROM uji")
                    self.assertEqual(kursor.fetchall(), [(tinggal,)])
                connection.close()

    @staticmethod
    def _ubah(berkas: Path, nama: str, cara: object) -> bytes:
        """The archive with one part changed, or left out."""
        hasil = berkas.with_name("ubahan")
        with zipfile.ZipFile(berkas) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
            for satu in asal.namelist():
                if satu != nama:
                    tujuan.writestr(satu, asal.read(satu))
                elif callable(cara):
                    tujuan.writestr(satu, cara(asal.read(satu)))
        isi = hasil.read_bytes()
        hasil.unlink()
        return isi


class UjiPulihTests(UjiCadangan):
    def test_yang_baik_lulus_dan_yang_salah_disebut(self) -> None:
        with pytest.raises(CommandError, match="Belum ada cadangan"):
            self.jalankan("uji_pulih")
        cadangkan()
        semula = isi_tabel("cadangan_catatancadangan")
        hasil = json.loads(self.jalankan("uji_pulih", "--json"))
        self.assertEqual((hasil["salah"], hasil["media"], hasil["migrasi"]), ([], 1, 0))
        self.assertEqual(isi_tabel("cadangan_catatancadangan"), semula)

        Evaluasi.objects.filter(surat_pindaian="").update(nilai_hasil=12)
        (self.akar / "media/evaluasi/surat.pdf").unlink()
        cadangkan()
        keluar = io.StringIO()
        sebut = mock.patch.object(basis_data, "berkas_dirujuk", return_value=["evaluasi/surat.pdf", "bukti/lain.pdf"])
        with sebut, pytest.raises(CommandError, match="tidak dapat diandalkan") as galat:
            call_command("uji_pulih", stdout=keluar)
        self.assertEqual(galat.value.returncode, 1)
        beda = [satu for satu in keluar.getvalue().splitlines() if satu.startswith("BEDA")]
        self.assertEqual(len(beda), 2)
        self.assertIn("1 berkas disebut basis data", beda[0])
        self.assertIn("3 evaluasi tidak sama", beda[1])
        self.assertIn("1 berkas sudah tidak ada sewaktu cadangan dibuat.", keluar.getvalue())

    def test_basis_data_sementara_selalu_hilang(self) -> None:
        berkas = cadangkan().berkas
        sementara, asli = basis_data.nama_uji(), connection.settings_dict["NAME"]
        with connection.cursor() as kursor:
            kursor.execute(f'CREATE DATABASE "{sementara}"')  # left by a rehearsal that was killed
        ada: list[bool] = []

        def gagal(_arsip: Arsip, nama: str) -> None:
            with basis_data.memakai(nama):
                ada.append(sementara in nama_basis_data() and not basis_data.tabel())
                raise RuntimeError("listrik")

        with mock.patch("rakumpit.cadangan.proses.uji.muat_arsip", gagal), pytest.raises(RuntimeError):
            uji_pulih(berkas=berkas)
        self.assertEqual(ada, [True])
        self.assertNotIn(sementara, nama_basis_data())
        self.assertEqual(connection.settings_dict["NAME"], asli)
        with pytest.raises(ValueError, match=str(asli)):
            basis_data.buang_basis_data(str(asli))


class SetelanTests(SimpleTestCase):
    def test_tugas_yang_disebut_memang_ada(self) -> None:
        for modul in settings.PENGHAPUSAN.values():
            self.assertTrue(callable(import_string(f"{modul}.yang_terhapus")))
            self.assertTrue(callable(import_string(f"{modul}.hapus_lagi")))
        current_app.loader.import_default_modules()
        for nama in (*settings.TUGAS_SURAT, *settings.TUGAS_SESUDAH_PULIH, *settings.TUGAS_SEBELUM_CADANGAN):
            self.assertIn(nama, current_app.tasks)
