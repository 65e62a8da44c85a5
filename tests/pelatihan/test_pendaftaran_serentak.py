"""Many people register at the same moment, on real connections; and what happens without the lock."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from unittest import mock

from django.db import connection

from pelatihan.models import Kegiatan, Pendaftaran
from pelatihan.proses import pendaftaran as proses
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.pendaftaran import mendaftar, terima_tawaran
from pelatihan.ringkasan.pendaftaran import nomor_tunggu
from rakumpit.organisasi.models import Pegawai, Pengguna
from tests import pabrik
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_pendaftaran import buka_kegiatan
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada

BANYAK = 200
# Connections open at once: the test server allows 80 in all, and several processes share it.
SEREMPAK = 20


class UjiKursiKegiatan(UjiSerentak):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.unit = pabrik.buat_unit(nama="Seksi Serentak")
        self.oleh: Pengguna = pabrik.buat_pengguna(nama="Pengelola", pengelola=True)

    def orang(self, n: int) -> list[Pegawai]:
        return [pabrik.buat_pegawai(self.unit, akun=False) for _ in range(n)]

    def serbu(self, kegiatan: Kegiatan, orang: list[Pegawai], kali: int = 1) -> list[object]:
        """Everybody is registered ``kali`` times, ``SEREMPAK`` calls at any moment."""

        def satu(pegawai: Pegawai) -> object:
            try:
                return mendaftar(kegiatan=kegiatan, pegawai=[pegawai], oleh=self.oleh)[0]
            finally:
                connection.close()

        with ThreadPoolExecutor(SEREMPAK) as kolam:
            return list(kolam.map(satu, [pegawai for pegawai in orang for _ in range(kali)]))

    def test_dua_ratus_orang_tiga_puluh_kursi(self) -> None:
        kegiatan = buka_kegiatan(self.unit, 30)
        self.serbu(kegiatan, self.orang(BANYAK))
        semua = list(kegiatan.pendaftaran.order_by("pk"))
        self.assertEqual(len({satu.pegawai_id for satu in semua}), BANYAK)
        self.assertEqual([satu.status for satu in semua], ["terdaftar"] * 30 + ["daftar_tunggu"] * (BANYAK - 30))
        self.assertEqual(nomor_tunggu(semua), {satu.pk: n for n, satu in enumerate(semua[30:], start=1)})

    def test_tekan_dua_kali_seorang_sekali(self) -> None:
        kegiatan = buka_kegiatan(self.unit, 5)
        hasil = self.serbu(kegiatan, self.orang(10), kali=4)
        self.assertEqual(len(hasil), 40)
        self.assertEqual((len(set(hasil)), kegiatan.pendaftaran.count()), (10, 10))
        self.assertEqual(kegiatan.pendaftaran.berkursi().count(), 5)

    def test_s05_dua_orang_untuk_kursi_terakhir(self) -> None:
        """Golden S05: one gets the seat, the other is number 1 of the list."""
        kegiatan = buka_kegiatan(self.unit, 1)
        dua = self.orang(2)
        kerja = (partial(mendaftar, kegiatan=kegiatan, pegawai=[satu], oleh=self.oleh) for satu in dua)
        hasil = self.sekaligus(*kerja)
        self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
        baris = list(kegiatan.pendaftaran.order_by("pk"))
        self.assertEqual([satu.status for satu in baris], ["terdaftar", "daftar_tunggu"])
        self.assertEqual(nomor_tunggu(baris), {baris[1].pk: 1})

    def test_dua_kegiatan_wajib_bersamaan_hanya_satu(self) -> None:
        kegiatan = [buka_kegiatan(self.unit, wajib=True) for _ in range(2)]
        (satu,) = self.orang(1)
        kerja = (partial(mendaftar, kegiatan=k, pegawai=[satu], oleh=self.oleh) for k in kegiatan)
        hasil = self.sekaligus(*kerja)
        self.assertEqual(sum(isinstance(h, ProsesDitolak) for h in hasil), 1)
        self.assertEqual(Pendaftaran.objects.filter(pegawai=satu).count(), 1)

    def test_tawaran_diterima_saat_kursi_lain_diminta(self) -> None:
        """Who accepts keeps the seat that is held for him, however many others press at that moment."""
        kegiatan = buka_kegiatan(self.unit, 1)
        pemilik = pabrik.buat_pegawai(self.unit)
        pertama = mendaftar(kegiatan=kegiatan, pegawai=self.orang(1), oleh=self.oleh)[0]
        tunggu = mendaftar(kegiatan=kegiatan, pegawai=[pemilik], oleh=self.oleh)[0]
        proses.batalkan(pendaftaran=pertama, oleh=self.oleh, alasan="Sakit.")
        kerja = (partial(mendaftar, kegiatan=kegiatan, pegawai=[satu], oleh=self.oleh) for satu in self.orang(5))
        hasil = self.sekaligus(partial(terima_tawaran, pendaftaran=tunggu, oleh=akun(pemilik)), *kerja)
        self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
        self.assertEqual([satu.pegawai_id for satu in kegiatan.pendaftaran.berkursi()], [pemilik.pk])

    def test_tanpa_kunci_kursi_terlampaui(self) -> None:
        """Negative control: the lock on the event is what keeps the number."""
        kegiatan = buka_kegiatan(self.unit, 1)
        bersamaan = threading.Barrier(5)

        def tanpa_kunci(kegiatan_id: int) -> Kegiatan:
            return Kegiatan.objects.get(pk=kegiatan_id)

        def tunggu(*_: object) -> None:
            """Between the new row and its commit: nobody commits before all have counted."""
            bersamaan.wait(20)

        kerja = [partial(mendaftar, kegiatan=kegiatan, pegawai=[satu], oleh=self.oleh) for satu in self.orang(5)]
        with mock.patch.object(proses, "kunci_kegiatan", tanpa_kunci), mock.patch.object(proses, "kabari", tunggu):
            self.sekaligus(*kerja)
        self.assertEqual(kegiatan.pendaftaran.berkursi().count(), 5)
