"""An indicator with the source «jp» takes the person's own training hours."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja.models import Indikator
from kinerja.perhitungan import Sumber
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import buat_riwayat


class SumberJPTests(UjiPelatihan):
    def realisasi(self) -> tuple[str | None, str]:
        Indikator.objects.filter(pk__in=[satu.pk for satu in self.kantor.indikator.values()]).update(
            sumber=Sumber.JP.value
        )
        self.kantor.hitung()
        bahan = self.kantor.evaluasi(self.staf).bahan["indikator"][0]
        return bahan["realisasi"], bahan["keterangan"]

    def test_angka_dari_catatan_jp_sampai_akhir_periode(self) -> None:
        buat_riwayat(self.staf, self.kantor.pengelola, Decimal("14.4"), date(2026, 5, 5))
        buat_riwayat(self.staf, self.kantor.pengelola, 4, date(2026, 10, 1))
        angka, kata = self.realisasi()
        self.assertEqual((Decimal(angka or "0"), kata[:21]), (Decimal("14.4"), "14,4 JP dari 20 JP. K"))

    def test_pppk_tanpa_perjanjian_belum_diketahui(self) -> None:
        self.realisasi()
        bahan = self.kantor.evaluasi(self.pppk).bahan["indikator"][0]
        self.assertIsNone(bahan["realisasi"])
        self.assertIn("perjanjian kerja belum diisi", bahan["keterangan"])
