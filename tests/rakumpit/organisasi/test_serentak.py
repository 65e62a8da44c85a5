"""Two people at the same moment, on real connections; the lock of the unit tree with its negative control."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from rakumpit.organisasi.berkas_pegawai import baca_berkas
from rakumpit.organisasi.models import ImporPegawai, Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.proses.impor import simpan
from rakumpit.organisasi.proses.mutasi import pindahkan
from tests.pabrik import buat_jabatan, buat_pegawai, buat_pengguna, buat_unit
from tests.serentak import UjiSerentak

KUNCI = "PERFORM pg_advisory_xact_lock(hashtext('organisasi_unitkerja.induk_id'));"


def _fungsi_siklus() -> str:
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_get_functiondef('organisasi_tolak_siklus_unit'::regproc)")
        return str(kursor.fetchone()[0])


def _jalankan(perintah: str) -> None:
    with connection.cursor() as kursor:
        kursor.execute(perintah)


class SiklusSerentakTest(UjiSerentak):
    def _silang(self, tunggu: Callable[[], object]) -> tuple[list[object], bool]:
        """Move A below B and B below A at once, each waiting before its commit; results, and whether a circle came."""
        a, b = buat_unit(nama="A"), buat_unit(nama="B")

        def pindah(anak: UnitKerja, induk: UnitKerja) -> Callable[[], str]:
            def jalan() -> str:
                with transaction.atomic():
                    UnitKerja.objects.filter(pk=anak.pk).update(induk=induk)
                    tunggu()
                return "jadi"

            return jalan

        hasil = self.sekaligus(pindah(a, b), pindah(b, a))
        peta = UnitKerja.objects.induk_dari()
        return hasil, peta[a.pk] == b.pk and peta[b.pk] == a.pk

    def test_dua_pindah_bersilang_hanya_satu_yang_jadi(self) -> None:
        # The other one is held up in its own statement meanwhile.
        hasil, lingkaran = self._silang(lambda: time.sleep(0.5))
        self.assertEqual(hasil.count("jadi"), 1)
        self.assertEqual([type(satu) for satu in hasil if satu != "jadi"], [IntegrityError])
        self.assertFalse(lingkaran)

    def test_tanpa_kunci_lingkaran_terbentuk(self) -> None:
        """Negative control: the trigger alone does not see what the other transaction has not committed."""
        asli = _fungsi_siklus()
        self.assertIn(KUNCI, asli)
        _jalankan(asli.replace(KUNCI, ""))
        palang = threading.Barrier(2)
        try:
            hasil, lingkaran = self._silang(lambda: palang.wait(20))
        finally:
            _jalankan(asli)
        self.assertEqual((hasil, lingkaran), (["jadi", "jadi"], True))


class ProsesSerentakTest(UjiSerentak):
    def test_satu_kursi_dua_mutasi(self) -> None:
        oleh = buat_pengguna(pengelola=True)
        kursi = buat_jabatan(buat_unit())
        orang = [buat_pegawai(), buat_pegawai()]

        def pindah(pegawai: Pegawai) -> Callable[[], Penugasan]:
            return lambda: pindahkan(pegawai=pegawai, jabatan=kursi, mulai=date(2026, 7, 1), dasar="SK", oleh=oleh)

        hasil = self.sekaligus(*(pindah(satu) for satu in orang))
        self.assertEqual({type(satu) for satu in hasil}, {Penugasan, ValidationError})
        self.assertEqual(Penugasan.objects.filter(jabatan=kursi).count(), 1)

    def test_berkas_yang_sama_disimpan_dua_kali_bersamaan(self) -> None:
        berkas = baca_berkas(b"nip,nama\n198508172010011901,Rahmat\n,Udin\n", "daftar.csv")
        self.sekaligus(*(lambda: simpan(berkas=berkas, oleh=None) for _ in range(2)))
        self.assertEqual(sorted(Pegawai.objects.values_list("nama", flat=True)), ["Rahmat", "Udin"])
        self.assertEqual(ImporPegawai.objects.count(), 1)
