"""Numbers, hours of own events, and what of a NIP everybody may see."""

from __future__ import annotations

from decimal import Decimal

from django.test import SimpleTestCase

from pelatihan.perhitungan.jp import CaraHitung, JPTidakTerhitung, Konversi
from pelatihan.perhitungan.sertifikat import Acara, jp_acara, samarkan_nip, susun_nomor

D = Decimal
PROGRAM = Konversi(CaraHitung.PROGRAM, tambahan=D(20))
SEMINAR = Konversi(CaraHitung.PER_HARI, D(4), D(6))


class NomorTests(SimpleTestCase):
    def test_urut_tiga_angka_dan_boleh_lebih(self) -> None:
        self.assertEqual(susun_nomor("{urut}/SERT/{tahun}", 7, 2026), "007/SERT/2026")
        self.assertEqual(susun_nomor("800.2/{urut}-KRKP/{tahun}", 1234, 2027), "800.2/1234-KRKP/2027")

    def test_pola_tanpa_bagian_atau_dengan_kurung_lain_ditolak(self) -> None:
        for pola in (
            "{urut}/SERT",
            "{tahun}",
            "{urut}/{tahun}/{bulan}",
            "{urut.__class__}/{tahun}",
            "{urut}{urut}{tahun}",
        ):
            with self.subTest(pola), self.assertRaises(ValueError):
                susun_nomor(pola, 1, 2026)


class SamarTests(SimpleTestCase):
    def test_tanggal_lahir_tidak_terbaca(self) -> None:
        self.assertEqual(samarkan_nip("199003012015032001"), "•" * 15 + "001")
        self.assertEqual(samarkan_nip(""), "")


class JpAcaraTests(SimpleTestCase):
    def test_urutan_ditetapkan_program_bentuk_menit(self) -> None:
        for acara, konversi, jp, kata in (
            (Acara(2, 450, jp=D(9), jp_program=D(5)), SEMINAR, D(9), "ditetapkan untuk kegiatan ini"),
            (Acara(2, 450, jp_program=D(5)), SEMINAR, D(5), "5 JP program"),
            (Acara(2, 450), SEMINAR, D(8), "2 hari, kegiatan nasional"),
            (Acara(1, 450, internasional=True), SEMINAR, D(6), "1 hari, kegiatan internasional"),
            (Acara(2, 225), PROGRAM, D(5), "225 menit dibagi 45"),  # J05
            (Acara(1, 100), PROGRAM, D(2), "100 menit dibagi 45"),  # J06
            (Acara(3, 0, internasional=True, jp_program=D(12)), PROGRAM, D("14.4"), "internasional"),  # J04
        ):
            with self.subTest(kata):
                hasil, rincian = jp_acara(acara, konversi)
                self.assertEqual(hasil, jp)
                self.assertIn(kata, rincian)

    def test_konversi_yang_belum_diperiksa_tidak_memberi_tambahan(self) -> None:
        self.assertEqual(jp_acara(Acara(3, 0, internasional=True, jp_program=D(12)), None)[0], D(12))
        self.assertEqual(jp_acara(Acara(1, 100), None)[0], D(2))

    def test_kurang_dari_satu_jp_tidak_terhitung(self) -> None:
        with self.assertRaises(JPTidakTerhitung):
            jp_acara(Acara(1, 44), PROGRAM)
