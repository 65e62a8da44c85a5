"""The seeded holidays against the decrees and against the ``holidays`` package."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
from django.test import TestCase

from rakumpit.organisasi.kalender import sementara
from rakumpit.organisasi.models import HariLibur
from rakumpit.waktu import hari_kerja

# Days on which our table and the package differ, with the reason. 18 August 2025 was added by SKB 933/2025.
BEDA: dict[int, set[date]] = {2025: set(), 2026: set(), 2027: set()}


class HariLiburTest(TestCase):
    def _tabel(self, tahun: int) -> dict[str, set[date]]:
        hasil: dict[str, set[date]] = {"libur_nasional": set(), "cuti_bersama": set()}
        for tanggal, jenis in HariLibur.objects.filter(tanggal__year=tahun).values_list("tanggal", "jenis"):
            hasil[jenis].add(tanggal)
        return hasil

    def test_banyaknya_menurut_skb(self) -> None:
        banyak = {t: tuple(len(hari) for hari in self._tabel(t).values()) for t in (2025, 2026)}
        self.assertEqual(banyak, {2025: (17, 11), 2026: (17, 8)})

    def test_hari_kerja_per_bulan(self) -> None:
        """Working days per month after the decrees of 2025 and 2026."""
        harapan = {
            2025: [19, 20, 19, 16, 17, 18, 23, 20, 21, 23, 20, 21],
            2026: [20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21],
        }
        for tahun, bulanan in harapan.items():
            libur = set().union(*self._tabel(tahun).values())
            semua = [date(tahun, 1, 1) + timedelta(days=i) for i in range(365)]
            self.assertEqual([sum(hari_kerja(h, libur) for h in semua if h.month == b) for b in range(1, 13)], bulanan)

    def test_sama_dengan_paket_holidays(self) -> None:
        for tahun, beda in BEDA.items():
            with self.subTest(tahun=tahun):
                paket = set(holidays.country_holidays("ID", years=tahun, categories=("public", "government")))
                tabel = set().union(*self._tabel(tahun).values())
                self.assertEqual({str(h) for h in tabel ^ paket}, {str(h) for h in beda})

    def test_tahun_2027_sementara_dan_setiap_hari_berdasar_hukum(self) -> None:
        self.assertEqual([sementara(t) for t in (2025, 2026, 2027, 2028)], [False, False, True, True])
        self.assertFalse(HariLibur.objects.filter(dasar_hukum="").exists())
