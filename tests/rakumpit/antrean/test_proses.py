from __future__ import annotations

from typing import Any

from django.db import transaction
from django.test import TestCase

from rakumpit.antrean import proses
from rakumpit.antrean.models import Antrean, antrekan


class AlirkanTest(TestCase):
    def setUp(self) -> None:
        self.terkirim: list[tuple[str, dict[str, Any]]] = []

    def kirim(self, tugas: str, muatan: dict[str, Any]) -> None:
        self.terkirim.append((tugas, muatan))

    def test_mengirim_lalu_menghapus(self):
        antrekan(tugas="survei.tasks.hitung_ulang", kunci="a", survei_id=1)
        self.assertEqual(proses.alirkan(kirim=self.kirim), 1)
        self.assertEqual(self.terkirim, [("survei.tasks.hitung_ulang", {"survei_id": 1})])
        self.assertEqual(Antrean.objects.count(), 0)

    def test_kunci_sama_dikirim_sekali_dengan_muatan_terbaru(self):
        for nilai in (1, 2, 3):
            antrekan(tugas="t", kunci="sama", nilai=nilai)
        antrekan(tugas="t", kunci="lain", nilai=9)
        self.assertEqual(proses.alirkan(kirim=self.kirim), 4)
        self.assertEqual(self.terkirim, [("t", {"nilai": 3}), ("t", {"nilai": 9})])

    def test_perantara_mati_menyisakan_semua_baris(self):
        antrekan(tugas="t", kunci="a")
        antrekan(tugas="t", kunci="b")

        def gagal(tugas: str, muatan: dict[str, Any]) -> None:
            raise OSError("perantara tidak menjawab")

        with self.assertRaises(OSError), transaction.atomic():
            proses.alirkan(kirim=gagal)
        self.assertEqual(Antrean.objects.count(), 2)

    def test_batas_sekali_alir(self):
        for nomor in range(5):
            antrekan(tugas="t", kunci=str(nomor))
        self.assertEqual(proses.alirkan(kirim=self.kirim, batas=2), 2)
        self.assertEqual(Antrean.objects.count(), 3)

    def test_transaksi_batal_tidak_meninggalkan_baris(self):
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            antrekan(tugas="t", kunci="a")
            raise ZeroDivisionError
        self.assertEqual(Antrean.objects.count(), 0)
