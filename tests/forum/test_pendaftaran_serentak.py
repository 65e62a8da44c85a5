"""Fifty people register for the last seat at the same moment; and what happens without the lock."""

from __future__ import annotations

import threading
from functools import partial
from unittest import mock

from forum.models import Pendaftaran, SesiForum
from forum.perhitungan.sesi import StatusSesi
from forum.proses import pendaftaran as proses
from tests.forum.dasar import SAAT, KantorForum, daftar, pada
from tests.serentak import UjiSerentak

BANYAK = 50
SEREMPAK = 5


class UjiKursiTerakhir(UjiSerentak):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.k = KantorForum.buat()
        self.satu = self.k.sesi(StatusSesi.TERBUKA, kapasitas=20)
        for n in range(19):
            daftar(self.satu, f"Warga {n}")

    def test_tepat_satu_mendapat_kursi_dan_daftar_tunggu_urut(self) -> None:
        hasil = self.sekaligus(*(partial(daftar, self.satu, f"Bersamaan {n}") for n in range(BANYAK)))
        self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
        baru = Pendaftaran.objects.filter(nama__startswith="Bersamaan")
        self.assertEqual(baru.filter(status="terdaftar").count(), 1)
        self.assertEqual(baru.filter(status="menunggu").count(), BANYAK - 1)
        self.assertEqual(self.satu.pendaftaran.terdaftar().kursi(), 20)
        # Who got the seat came first; the places on the list are 1 … 49, each once, in order of arrival.
        self.assertEqual(baru.order_by("pk")[0].status, "terdaftar")
        urut = [proses.urutan_tunggu(satu) for satu in baru.filter(status="menunggu").order_by("pk")]
        self.assertEqual(urut, list(range(1, BANYAK)))

    def test_tanpa_kunci_lebih_dari_satu_mendapat_kursi(self) -> None:
        """Negative control: the lock on the session is what keeps the number."""

        bersamaan = threading.Barrier(SEREMPAK)

        def tanpa_kunci(sesi: SesiForum) -> SesiForum:
            return SesiForum.objects.get(pk=sesi.pk)

        def tunggu(*_: object) -> None:
            """Between the new row and its commit: nobody commits before all have counted."""
            bersamaan.wait(20)

        with mock.patch.object(proses, "_kunci_sesi", tanpa_kunci), mock.patch.object(proses, "kabari", tunggu):
            self.sekaligus(*(partial(daftar, self.satu, f"Bersamaan {n}") for n in range(SEREMPAK)))
        self.assertEqual(self.satu.pendaftaran.terdaftar().kursi(), 19 + SEREMPAK)
