"""Scores, gain, order and text of tests; feedback of few."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.perhitungan.naskah import ButirNaskah, NaskahTidakSah, baca_naskah, tulis_naskah
from pelatihan.perhitungan.tes import (
    JenisTes,
    acak,
    kenaikan,
    kenaikan_ternormal,
    lulus,
    masa_tes,
    nilai_tes,
    rekap_tes,
)
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik, rekap_umpan_balik
from tests.survei.dasar import SAAT

D = Decimal


class UjiKenaikan(SimpleTestCase):
    def test_sepuluh_poin_dari_yang_mungkin(self) -> None:
        """S10: before 60, after 80, of 100."""
        self.assertEqual(kenaikan(D(60), D(80)), D(20))
        self.assertEqual(kenaikan_ternormal(D(60), D(80)), D("0.50"))

    def test_sudah_penuh_atau_belum_ada(self) -> None:
        for awal, akhir in ((D(100), D(100)), (D(100), D(90)), (None, D(80)), (D(60), None)):
            self.assertIsNone(kenaikan_ternormal(awal, akhir))
        self.assertEqual(kenaikan(D(100), D(90)), D(-10))
        self.assertIsNone(kenaikan(None, D(80)))

    def test_turun_tetap_tertulis(self) -> None:
        self.assertEqual(kenaikan_ternormal(D(80), D(60)), D("-1.00"))

    def test_rekap_hanya_yang_mengerjakan_keduanya(self) -> None:
        rekap = rekap_tes([(D(60), D(80)), (D(100), D(100)), (D(10), None), (None, D(90))])
        self.assertEqual((rekap.awal, rekap.akhir, rekap.keduanya), (3, 3, 2))
        self.assertEqual((rekap.rerata_awal, rekap.rerata_akhir), (D("80.00"), D("90.00")))
        self.assertEqual((rekap.rerata_kenaikan, rekap.rerata_ternormal), (D("10.00"), D("0.50")))
        self.assertIsNone(rekap_tes([]).rerata_kenaikan)

    def test_lulus(self) -> None:
        self.assertEqual([lulus(D(70), D(70)), lulus(D("69.99"), D(70)), lulus(None, D(70))], [True, False, False])
        self.assertIsNone(lulus(D(10), None))


class UjiNilai(SimpleTestCase):
    def test_skor(self) -> None:
        kunci = {"a": "1", "b": "2", "c": "3"}
        self.assertEqual(nilai_tes({"a": "1", "b": "9"}, kunci).skor, D("33.33"))
        self.assertEqual(nilai_tes(kunci, kunci).skor, D("100.00"))
        self.assertEqual(nilai_tes({"x": "1"}, kunci).benar, 0)

    @given(st.text(), st.lists(st.uuids(), unique=True))
    def test_urutan_tetap_dan_lengkap(self, benih: str, kunci: list[object]) -> None:
        self.assertEqual(acak(benih, kunci), acak(benih, reversed(kunci)))
        self.assertEqual(set(acak(benih, kunci)), set(kunci))

    def test_urutan_berbeda_tiap_orang(self) -> None:
        urut = {tuple(acak(f"orang {n}", range(8))) for n in range(50)}
        self.assertGreater(len(urut), 45)

    def test_masa(self) -> None:
        jam = timedelta(hours=1)
        sesi = [(SAAT + 2 * jam, SAAT + 3 * jam), (SAAT, SAAT + jam)]
        awal, akhir = masa_tes(JenisTes.AWAL, sesi), masa_tes(JenisTes.AKHIR, sesi)
        assert awal is not None
        assert akhir is not None
        self.assertEqual([awal.memuat(SAAT + n * jam) for n in (-1, 0, 1, 2)], [True, True, False, False])
        self.assertEqual([akhir.memuat(SAAT + n * jam) for n in (0, 1, 2, 99)], [False, False, True, True])
        self.assertIsNone(masa_tes(JenisTes.AWAL, []))


_kata = st.text("abc déf", min_size=1, max_size=30).map(lambda satu: " ".join(satu.split())).filter(bool)
_butir = st.builds(
    lambda soal, pilihan, benar: ButirNaskah(
        soal, tuple((teks, n == benar % len(pilihan)) for n, teks in enumerate(pilihan))
    ),
    _kata,
    st.lists(_kata, min_size=2, max_size=6, unique_by=str.casefold),
    st.integers(0, 5),
)


class UjiNaskah(SimpleTestCase):
    @given(st.lists(_butir, min_size=1, max_size=5))
    def test_bolak_balik(self, butir: list[ButirNaskah]) -> None:
        self.assertEqual(baca_naskah(tulis_naskah(butir)), butir)

    def test_galat_menyebut_soal(self) -> None:
        for teks, kata in (
            ("", "paling sedikit satu soal"),
            ("- jawaban", "Baris pertama adalah soal"),
            ("Satu?\n* a\n- b\nDua?\n* a", "Soal 2 memerlukan 2 sampai 6"),
            ("Satu?\n- a\n- b", "Soal 1 memerlukan tepat satu"),
            ("Satu?\n* a\n* b", "Soal 1 memerlukan tepat satu"),
            ("Satu?\n* a\n- A", "dua jawaban yang sama"),
            ("Satu?\n* a\n-", "jawaban yang kosong"),
            ("x" * 401 + "\n* a\n- b", "terlalu panjang"),
            ("Soal?\n* a\n- b\n" * 51, "Paling banyak 50"),
        ):
            with self.assertRaisesRegex(NaskahTidakSah, kata):
                baca_naskah(teks)


class UjiRekapUmpanBalik(SimpleTestCase):
    def test_kurang_dari_lima_tidak_terbuka(self) -> None:
        satu = {butir.value: 4 for butir in ButirUmpanBalik}
        self.assertIsNone(rekap_umpan_balik([satu] * 4))
        rekap = rekap_umpan_balik([satu] * 4 + [satu | {"waktu": 1}])
        assert rekap is not None
        waktu = next(butir for butir in rekap if butir.butir == "waktu")
        self.assertEqual((waktu.banyak, waktu.rerata), ((1, 0, 0, 4), D("3.40")))
        self.assertEqual(len(rekap), 10)
