"""Restoring and rehearsing: the same data come back, or nothing changes."""

from __future__ import annotations

import io
import json
import stat
import threading
import zipfile
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from unittest import mock

import psycopg2
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
from rakumpit.cadangan import arsip, basis_data, penghapusan, samping
from rakumpit.cadangan.arsip import Arsip, arsip_terperiksa, folder_terkunci
from rakumpit.cadangan.galat import CadanganDitolak
from rakumpit.cadangan.perhitungan import beda_baris
from rakumpit.cadangan.proses import cadangkan, cadangkan_malam, pulih, pulihkan, terima, uji_pulih
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
            self.assertEqual((hasil["pengaman"], hasil["salah"]), ("", ""))
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
            # Broken off before the names change: the database is as it was, and the same words do it anew.
            tadi = isi_tabel()
            with (
                mock.patch.object(pulih, "call_command", side_effect=KeyboardInterrupt),
                pytest.raises(KeyboardInterrupt),
            ):
                self.jalankan("pulihkan", berkas, "--timpa", nama)
            self.assertEqual(isi_tabel(), tadi)
            self.assertEqual(len(self.ada()), 3)
            keluar = self.jalankan("pulihkan", berkas, "--timpa", nama)
            self.assertIn("Cadangan pengaman dari isi sebelumnya", keluar)
            self.assertIn("1 migrasi.", keluar)
            self.assertEqual([satu for satu in nama_basis_data() if satu.startswith(f"{nama}_")], [])
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
        with basis_data_kosong() as nama, self.setelan(self.akar / "media-baru"):
            # The control: without the list both are there again.
            hasil = pulihkan(berkas=berkas)
            self.assertEqual((hasil.dihapus_lagi, hasil.salah), (0, ""))
            hidup = Respons.objects.get(pk=respons.pk), Pengguna.objects.get(uuid=warga.uuid)
            self.assertEqual((hidup[0].jawaban, hidup[1].nama), (respons.jawaban, "Warga Sungai"))
            daftar.write_text("{")
            with pytest.raises(CadanganDitolak, match="Daftar penghapusan"):
                pulihkan(berkas=berkas, timpa=nama)
            disimpan.rename(daftar)
            hasil = pulihkan(berkas=berkas, timpa=nama)
            self.assertEqual((hasil.dihapus_lagi, hasil.salah), (2, ""))
            mati = Respons.objects.get(pk=respons.pk), Pengguna.objects.get(uuid=warga.uuid)
            self.assertEqual((mati[0].jawaban, mati[0].dibatalkan), ({}, True))
            self.assertEqual((mati[1].nama, mati[1].email, mati[1].is_active), (NAMA_TERHAPUS, None, False))
            self.assertEqual(penghapusan.ulangi(penghapusan.baca(self.folder)), 0)
            self.assertIn("survei.tasks.hitung_ulang", Antrean.objects.values_list("tugas", flat=True))

    def test_isi_yang_kurang_tidak_menggantikan_apa_pun(self) -> None:
        """Rows that the dump does not bring, a dump that breaks off, or somebody connected at the last moment."""
        berkas = cadangkan().berkas
        with basis_data_kosong() as nama, self.setelan(self.akar / "media-baru"):
            pulihkan(berkas=berkas)
            HariLibur.objects.create(tanggal="2031-01-01", nama="Sesudah cadangan")
            tadi = isi_tabel("cadangan_catatancadangan")

            def ditolak(cocok: str, ganti: AbstractContextManager[object]) -> None:
                with self.subTest(cocok):
                    # The safety backup is another test's.
                    aman = mock.patch.object(pulih, "cadangkan")
                    with aman, ganti, pytest.raises(CadanganDitolak, match=cocok):
                        pulihkan(berkas=berkas, timpa=nama)
                    self.assertEqual(isi_tabel("cadangan_catatancadangan"), tadi)
                    self.assertEqual([satu for satu in nama_basis_data() if satu.startswith(f"{nama}_")], [])

            ditolak(
                "organisasi_pengguna: 0 baris, seharusnya",
                mock.patch.object(terima, "beda_baris", lambda harus, _: beda_baris(harus, {})),
            )
            with zipfile.ZipFile(berkas) as isi:
                dump = isi.read("basis_data.dump")
            for satu in (dump[: len(dump) // 2], dump[:3000], b""):
                ganti = mock.patch.object(Arsip, "buka", lambda _arsip, _nama, satu=satu: io.BytesIO(satu))
                with mock.patch.object(pulih, "tulis_media", return_value=0):
                    ditolak("tidak dapat dimuat, dan basis data tidak berubah: pg_restore", ganti)
            orang = psycopg2.connect(
                host=connection.settings_dict["HOST"], user=connection.settings_dict["USER"], dbname=nama
            )
            try:
                ditolak("masih dipakai 1 sambungan lain", nullcontext())
                ditolak(
                    "tidak dapat diganti: .*Hentikan server web",
                    mock.patch.object(basis_data, "sambungan_lain", return_value=0),
                )
            finally:
                orang.close()
            with folder_terkunci(self.folder):
                ditolak("Perintah cadangan lain sedang bekerja", nullcontext())

    def test_pulih_tidak_mengunci_ribuan_hal_sekaligus(self) -> None:
        """A server's table of locks has room for about 64 times its connections, for everybody together."""
        berkas = cadangkan().berkas
        terbanyak = 0
        selesai = threading.Event()

        def intip() -> None:
            nonlocal terbanyak
            sambungan = psycopg2.connect(
                host=connection.settings_dict["HOST"], user=connection.settings_dict["USER"], dbname="postgres"
            )
            try:
                with sambungan.cursor() as kursor:
                    while not selesai.wait(0.005):
                        kursor.execute(
                            "SELECT coalesce(max(n), 0) FROM (SELECT count(*) n FROM pg_locks l JOIN pg_database d "
                            "ON d.oid = l.database WHERE d.datname = %s GROUP BY l.pid) a",
                            [f"{nama}_pulih"],
                        )
                        terbanyak = max(terbanyak, kursor.fetchone()[0])
                        sambungan.rollback()
            finally:
                sambungan.close()

        with basis_data_kosong() as nama, self.setelan(self.akar / "media-baru"):
            penonton = threading.Thread(target=intip)
            penonton.start()
            try:
                pulihkan(berkas=berkas)
            finally:
                selesai.set()
                penonton.join()
        # Counting the rows of all tables locks each of them and its indexes; loading them at once took 7,000 more.
        self.assertGreater(terbanyak, 500)
        self.assertLess(terbanyak, 2000)

    def test_hak_dan_setelan_basis_data_ikut(self) -> None:
        berkas = cadangkan().berkas
        sifat = (
            "SELECT pg_get_userbyid(datdba), datcollate, datctype, encoding, "
            "(SELECT array_agg(a::text ORDER BY a::text) FROM unnest(datacl) a), "
            "shobj_description(oid, 'pg_database'), "
            "(SELECT setconfig FROM pg_db_role_setting WHERE setdatabase = d.oid AND setrole = 0) "
            "FROM pg_database d WHERE datname = current_database()"
        )
        with basis_data_kosong() as nama, self.setelan(self.akar / "media-baru"):
            with connection.cursor() as kursor:
                kursor.execute(f'REVOKE ALL ON DATABASE "{nama}" FROM PUBLIC')
                kursor.execute(f'GRANT CONNECT ON DATABASE "{nama}" TO pg_monitor WITH GRANT OPTION')
                kursor.execute(f"ALTER DATABASE \"{nama}\" SET statement_timeout = '90s'")
                kursor.execute(f"COMMENT ON DATABASE \"{nama}\" IS 'kantor kecamatan'")
            connection.close()
            with connection.cursor() as kursor:
                kursor.execute(sifat)
                semula = kursor.fetchone()
            self.assertIn("pg_monitor=c*", str(semula))
            self.assertEqual(semula[-1], ["statement_timeout=90s"])
            pulihkan(berkas=berkas)
            with connection.cursor() as kursor:
                kursor.execute(sifat)
                self.assertEqual(kursor.fetchone(), semula)

    def test_tanpa_hak_ditolak_sebelum_apa_pun(self) -> None:
        berkas = cadangkan().berkas
        semula = self.ada(), isi_tabel("cadangan_catatancadangan")
        peran = f"tanpa_hak_{connection.settings_dict['NAME']}"
        pengelola = psycopg2.connect(host=connection.settings_dict["HOST"], user="postgres", dbname="postgres")
        pengelola.autocommit = True
        try:
            with pengelola.cursor() as kursor:
                kursor.execute(f'DROP ROLE IF EXISTS "{peran}"')
                kursor.execute(f'CREATE ROLE "{peran}" LOGIN')
                connection.close()
                with (
                    mock.patch.dict(connection.settings_dict, USER=peran),
                    pytest.raises(CadanganDitolak, match=f'ALTER ROLE "{peran}" CREATEDB; ALTER DATABASE .* OWNER TO'),
                ):
                    pulihkan(berkas=berkas, timpa=str(connection.settings_dict["NAME"]))
                connection.close()
                kursor.execute(f'DROP ROLE "{peran}"')
        finally:
            pengelola.close()
        self.assertEqual((self.ada(), isi_tabel("cadangan_catatancadangan")), semula)
        self.assertNotIn(samping.nama_samping(samping.PULIH), nama_basis_data())

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
        asli = connection.settings_dict["NAME"]
        sementara, lama = samping.nama_samping(samping.UJI), samping.nama_samping(samping.LAMA)
        with connection.cursor() as kursor:
            kursor.execute(f'CREATE DATABASE "{sementara}"')
            kursor.execute(f'CREATE DATABASE "{lama}"')
            kursor.execute(f"COMMENT ON DATABASE \"{sementara}\" IS 'arsip 2019'")
            # Somebody else's, whatever its name.
            with pytest.raises(CadanganDitolak, match="bukan buatan perintah ini"):
                uji_pulih(berkas=berkas)
            self.assertLess({sementara, lama}, nama_basis_data())
            # Left by a rehearsal that was killed, and by a restore that was killed after its end.
            for satu in (sementara, lama):
                kursor.execute(f"COMMENT ON DATABASE \"{satu}\" IS 'Kinerja Rakumpit: sementara, boleh dihapus'")
        ada: list[bool] = []

        def gagal(_arsip: Arsip, nama: str) -> None:
            with samping.memakai(nama):
                ada.append(sementara in nama_basis_data() and not basis_data.tabel())
                raise RuntimeError("listrik")

        with mock.patch("rakumpit.cadangan.proses.uji.muat_arsip", gagal), pytest.raises(RuntimeError):
            uji_pulih(berkas=berkas)
        self.assertEqual(ada, [True])
        self.assertFalse({sementara, lama} & nama_basis_data())
        self.assertEqual(connection.settings_dict["NAME"], asli)
        for salah in (samping.buang_basis_data, samping.tukar):
            with pytest.raises(ValueError, match=str(asli)):
                salah(str(asli))


class SetelanTests(SimpleTestCase):
    def test_tugas_yang_disebut_memang_ada(self) -> None:
        for modul in settings.PENGHAPUSAN.values():
            self.assertTrue(callable(import_string(f"{modul}.yang_terhapus")))
            self.assertTrue(callable(import_string(f"{modul}.hapus_lagi")))
        current_app.loader.import_default_modules()
        for nama in (*settings.TUGAS_SURAT, *settings.TUGAS_SESUDAH_PULIH, *settings.TUGAS_SEBELUM_CADANGAN):
            self.assertIn(nama, current_app.tasks)
