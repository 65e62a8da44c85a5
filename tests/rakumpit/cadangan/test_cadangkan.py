"""Making backups: what is in them, and that nothing half-made is ever taken for one."""

from __future__ import annotations

import json
import resource
import stat
import subprocess
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError
from django.db import connection, transaction
from django.test import override_settings

from rakumpit.cadangan import basis_data
from rakumpit.cadangan.alat import cari_alat, lingkungan
from rakumpit.cadangan.arsip import arsip_terperiksa, folder_terkunci
from rakumpit.cadangan.proses import cadangkan
from rakumpit.organisasi.models import HariLibur
from tests.pabrik import buat_pengguna
from tests.rakumpit.cadangan.dasar import SURAT, UjiCadangan


@contextmanager
def berkas_paling_besar(bita: int) -> Iterator[None]:
    """A disk that is full after so many bytes of a file."""
    lunak, keras = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bita, keras))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (lunak, keras))


class CadangkanTests(UjiCadangan):
    def test_isi_hak_dan_rotasi(self) -> None:
        self.client.force_login(buat_pengguna())
        with mock.patch("survei.tasks.acak_jawaban") as acak:
            hasil = json.loads(self.jalankan("cadangkan", "--json"))
        acak.assert_called_once_with()
        berkas = Path(hasil["berkas"])
        self.assertEqual(self.ada(), [berkas.name])
        self.assertEqual(stat.S_IMODE(berkas.stat().st_mode), 0o600)
        with zipfile.ZipFile(berkas) as zipf:
            self.assertEqual(
                sorted(zipf.namelist()),
                ["basis_data.dump", "manifes.json", "manifes.tanda", "media/evaluasi/surat.pdf"],
            )
            self.assertEqual(zipf.read("media/evaluasi/surat.pdf"), SURAT)
            manifes = json.loads(zipf.read("manifes.json"))
        self.assertEqual(manifes["dibuat"][-6:], "+07:00")
        self.assertEqual(manifes["baris"]["kinerja_evaluasi"], 4)
        self.assertIn(["kinerja", "0001_initial"], manifes["migrasi"])
        self.assertEqual(manifes["hilang"], [])
        # Sessions are neither counted nor kept: a stolen backup opens no account.
        self.assertNotIn("django_session", manifes["baris"])
        self.assertEqual(_baris_dump(berkas, "django_session"), 0)
        self.assertEqual(_baris_dump(berkas, "kinerja_evaluasi"), 4)

        lama = [self.folder / f"rakumpit-2026-01-0{hari}-013000.zip" for hari in (1, 2, 3)]
        for satu in lama:
            satu.write_bytes(b"lama")
        (self.folder / "foto.zip").write_bytes(b"bukan cadangan")
        (self.akar / "media/evaluasi/surat.pdf").unlink()
        hasil = json.loads(self.jalankan("cadangkan", "--simpan", "3", "--json"))
        self.assertEqual(hasil["hilang"], ["evaluasi/surat.pdf"])
        self.assertEqual(hasil["dibuang"], [lama[1].name, lama[0].name])
        self.assertEqual(self.ada(), sorted([lama[2].name, berkas.name, Path(hasil["berkas"]).name, "foto.zip"]))

    def test_kegagalan_tidak_meninggalkan_apa_pun(self) -> None:
        lama = self.folder / "rakumpit-2026-01-01-013000.zip"
        lama.write_bytes(b"lama")

        def gagal(cocok: str, kode: int, *argumen: str) -> None:
            with pytest.raises(CommandError, match=cocok) as galat:
                self.jalankan("cadangkan", "--simpan", "1", *argumen)
            self.assertEqual(galat.value.returncode, kode)
            self.assertEqual(self.ada(), [lama.name])

        with self.subTest("disk penuh"), berkas_paling_besar(30_000):
            gagal("disknya penuh", 1)
        with self.subTest("tanpa pg_dump"), override_settings(CADANGAN_PROGRAM=str(self.akar)):
            gagal("postgresql-client-", 1)
        with self.subTest("pg_dump gagal"), self._program("exit 1"):
            gagal("pg_dump gagal", 1)
        with self.subTest("disk yang belum tersambung"):
            gagal("Sambungkan disknya", 2, "--ke", str(self.akar / "usb"))
        with (
            self.subTest("berkas yang tidak boleh dibaca"),
            mock.patch.object(default_storage, "open", side_effect=PermissionError(13, "Permission denied")),
        ):
            gagal("evaluasi/surat.pdf tidak dapat dibaca", 1)
        with self.subTest("dua sekaligus"), folder_terkunci(self.folder):
            gagal("lain sedang bekerja", 1)
        with self.subTest("folder yang tidak dapat ditulis"):
            (self.akar / "lain/.kunci").mkdir(parents=True)
            gagal("lain tidak dapat ditulis. Berkas kunci", 1, "--ke", str(self.akar / "lain"))
        with self.subTest("--simpan 0"), pytest.raises(CommandError, match="Paling sedikit satu") as galat:
            self.jalankan("cadangkan", "--simpan", "0")
        self.assertEqual(galat.value.returncode, 2)
        with (
            self.subTest("disk yang mengubah isi"),
            mock.patch("rakumpit.cadangan.arsip._sidik", return_value="0"),
        ):
            gagal("tidak terbaca lagi", 1)
        with (
            self.subTest("Ctrl-C"),
            mock.patch("rakumpit.cadangan.proses.cadang.keluaran_program", side_effect=KeyboardInterrupt),
            pytest.raises(KeyboardInterrupt),
        ):
            self.jalankan("cadangkan")
        self.assertEqual(self.ada(), [lama.name])
        with self.subTest("sisa yang dibunuh dibersihkan"):
            (self.folder / ".setengah-rakumpit-2026-01-02-013000.zip").write_bytes(b"x")
            with folder_terkunci(self.folder):
                self.assertEqual(self.ada(), [lama.name])

    def test_sandi_tidak_ada_di_baris_perintah(self) -> None:
        with (
            self._program('echo "$@" > "$PGAPPNAME_BERKAS"; exit 1') as catatan,
            mock.patch.dict("os.environ", {"PGAPPNAME_BERKAS": str(catatan)}),
            mock.patch.dict(connection.settings_dict, {"PASSWORD": "sandi-rahasia"}),
        ):
            with pytest.raises(CommandError):
                self.jalankan("cadangkan")
            self.assertIn("--snapshot=", catatan.read_text())
            self.assertNotIn("sandi-rahasia", catatan.read_text())
            self.assertEqual(lingkungan(connection.settings_dict, "x")["PGPASSWORD"], "sandi-rahasia")

    def test_satu_keadaan_walau_orang_terus_bekerja(self) -> None:
        """A row of another transaction between the look at the files and the dump is in both, or in neither."""
        harus = HariLibur.objects.count()
        dibuat = self._cadangkan_selagi(lambda: HariLibur.objects.create(tanggal="2031-01-01", nama="Uji"))
        self.assertEqual(dibuat, (harus, harus))
        self.assertEqual(HariLibur.objects.count(), harus + 1)

        @contextmanager
        def longgar() -> Iterator[str]:
            """The view of the dump alone, while the counts see what others write."""
            with transaction.atomic(), connection.cursor() as kursor:
                kursor.execute("SELECT pg_export_snapshot()")
                yield kursor.fetchone()[0]

        with mock.patch.object(basis_data, "potret", longgar):
            dibuat = self._cadangkan_selagi(lambda: HariLibur.objects.create(tanggal="2031-01-02", nama="Uji"))
        self.assertEqual(dibuat, (harus + 2, harus + 1))

    def _cadangkan_selagi(self, pekerjaan: Callable[[], object]) -> tuple[int, int]:
        """Rows of the holiday table by the manifest and in the dump, when somebody works during the backup."""
        asli = basis_data.berkas_dirujuk

        def sela() -> list[str]:
            nama = asli()

            def kerja() -> None:
                pekerjaan()
                connection.close()

            benang = threading.Thread(target=kerja)
            benang.start()
            benang.join(20)
            return nama

        with mock.patch.object(basis_data, "berkas_dirujuk", sela):
            hasil = cadangkan()
        tabel = HariLibur._meta.db_table
        return hasil.manifes.baris[tabel], _baris_dump(hasil.berkas, tabel)

    @contextmanager
    def _program(self, pg_dump: str) -> Iterator[Path]:
        """A folder of programs whose pg_dump tells its version and then does as it is told."""
        folder, _ = cari_alat(peladen=basis_data.versi_peladen())
        palsu = self.akar / "program"
        palsu.mkdir(exist_ok=True)
        for nama in ("pg_restore", "psql"):
            (palsu / nama).unlink(missing_ok=True)
            (palsu / nama).symlink_to(folder / nama)
        naskah = palsu / "pg_dump"
        naskah.write_text(f'#!/bin/sh\n[ "$1" = --version ] && exec "{folder}/pg_dump" --version\n{pg_dump}\n')
        naskah.chmod(0o755)
        with override_settings(CADANGAN_PROGRAM=str(palsu)):
            yield self.akar / "catatan"


def _baris_dump(berkas: Path, tabel: str) -> int:
    """Rows of a table as they stand in the dump of a backup."""
    folder, _ = cari_alat(peladen=basis_data.versi_peladen())
    with arsip_terperiksa(berkas) as arsip, arsip.buka("basis_data.dump") as dump:
        naskah = subprocess.run(
            [str(folder / "pg_restore"), "--data-only", f"--table={tabel}", "-f", "-"],
            input=dump.read(),
            capture_output=True,
            check=True,
        ).stdout.decode()
    _, ada, sisa = naskah.partition(f"COPY public.{tabel} ")
    return sisa.partition("\n\\.\n")[0].count("\n") if ada else 0
