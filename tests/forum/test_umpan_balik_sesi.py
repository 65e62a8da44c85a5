"""What attendees thought, for the organiser: nothing below five answers, sums and masked words from then on."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

from django.test import TestCase
from django.urls import reverse

from forum.perhitungan.sesi import StatusSesi
from forum.proses.umpan_balik import simpan_umpan_balik
from forum.ringkasan.umpan_balik import umpan_balik_sesi
from tests import pabrik
from tests.forum.dasar import HARI_SESI, SAAT, KantorForum, pada


class UmpanBalikTest(TestCase):
    def setUp(self) -> None:
        with pada(SAAT):
            self.k = KantorForum.buat()
            self.sesi = self.k.sesi(StatusSesi.MENUNGGU)
        beku = pada(HARI_SESI)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.alamat = reverse("forum:umpan_balik_sesi", args=[self.sesi.uuid])

    def jawab(self, *nilai: int, tercatat: str = "ya", saran: str = "") -> None:
        for satu in nilai:
            simpan_umpan_balik(sesi=self.sesi, kiriman=uuid4(), nilai=satu, tercatat=tercatat, saran=saran)

    def test_di_bawah_lima_tidak_ada_yang_tampil(self) -> None:
        self.jawab(1, 1, 1, 1, saran="Ruangannya panas.")
        self.assertIsNone(umpan_balik_sesi(self.sesi).jumlah)
        self.client.force_login(self.k.akun(self.k.kasi))
        halaman = self.client.get(self.alamat)
        self.assertContains(halaman, "Belum cukup jawaban")
        self.assertNotContains(halaman, "panas")
        self.assertNotContains(halaman, "dari 4")

    def test_mulai_lima_tampil_jumlah_dan_saran_tersamar(self) -> None:
        pabrik.buat_pegawai(nama="Rahmat Tundan")
        self.jawab(4, 4, 3, 3)
        self.jawab(2, tercatat="tidak", saran="Rahmat memotong pembicaraan, wa 0812-3456-7890.")
        hasil = umpan_balik_sesi(self.sesi)
        self.assertEqual((hasil.jumlah, hasil.rata_rata), (5, Decimal("3.20")))
        self.assertEqual([n for _, n in hasil.menurut_nilai], [0, 1, 2, 2])
        self.assertEqual([n for _, n in hasil.menurut_tercatat], [4, 0, 1, 0])
        self.assertEqual(hasil.saran, ("[nama] memotong pembicaraan, wa [nomor telepon].",))
        self.client.force_login(self.k.pengelola)
        halaman = self.client.get(self.alamat)
        self.assertContains(halaman, "3,20 dari 4")
        self.assertContains(halaman, "[nama] memotong")

    def test_sama_banyak_kueri(self) -> None:
        self.jawab(4, 4, 4, 4, 4, saran="Baik.")
        with self.assertNumQueries(6):
            umpan_balik_sesi(self.sesi)
        self.jawab(*[3] * 20, saran="Cukup.")
        with self.assertNumQueries(6):
            umpan_balik_sesi(self.sesi)

    def test_hanya_penyelenggara(self) -> None:
        for pegawai, kode in ((self.k.kasi, 200), (self.k.camat, 200), (self.k.staf, 404), (self.k.rekan, 404)):
            self.client.force_login(self.k.akun(pegawai))
            self.assertEqual(self.client.get(self.alamat).status_code, kode)
