"""Deadlines against the golden rows, with the seeded holiday table; the rule rows; properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.test import SimpleTestCase, TestCase
from hypothesis import given
from hypothesis import strategies as st

from forum.models import AturanTenggat
from forum.perhitungan.tenggat import BatasWaktu, Jeda, Kalender, Satuan, hitung, hitung_semua, kalimat, lama_jeda
from forum.ringkasan.tenggat import baca_kalender, kalender_untuk
from rakumpit.organisasi.models import HariLibur
from rakumpit.waktu import hari_kerja, hitung_hari_kerja, tanggal_lokal

# Number, day of receipt, working days, last day. Source: the joint decrees (SKB) of 2025 and 2026.
EMAS = [
    ("W01", date(2026, 3, 16), 3, date(2026, 3, 26)),
    ("W02", date(2026, 3, 17), 1, date(2026, 3, 25)),
    ("W03", date(2026, 3, 21), 5, date(2026, 3, 31)),
    ("W04", date(2026, 3, 18), 14, date(2026, 4, 14)),
    ("W05", date(2025, 3, 27), 5, date(2025, 4, 14)),
    ("W06", date(2025, 8, 15), 1, date(2025, 8, 19)),
    ("W07", date(2025, 8, 5), 10, date(2025, 8, 20)),
    ("W08", date(2026, 5, 13), 3, date(2026, 5, 20)),
    ("W09", date(2026, 5, 26), 5, date(2026, 6, 5)),
    ("W10", date(2026, 4, 2), 1, date(2026, 4, 6)),
    ("W11", date(2025, 12, 23), 14, date(2026, 1, 15)),
    ("W12", date(2026, 1, 2), 60, date(2026, 4, 9)),
    ("W13", date(2026, 11, 25), 14, date(2026, 12, 15)),
    ("W17 hari kerja", date(2026, 2, 10), 14, date(2026, 3, 4)),
    ("F07", date(2026, 3, 25), 14, date(2026, 4, 15)),
]


def kerja(n: int) -> BatasWaktu:
    return BatasWaktu("UJI", n, Satuan.HARI_KERJA)


def kalender_hari(n: int) -> BatasWaktu:
    return BatasWaktu("UJI_UU", n, Satuan.HARI_KALENDER)


class EmasTest(TestCase):
    def _akhir(self, mulai: date, n: int) -> date:
        return hitung(kerja(n), mulai, kalender_untuk(mulai, [kerja(n)])).akhir

    def test_hari_kerja(self) -> None:
        for nomor, mulai, n, akhir in EMAS:
            with self.subTest(nomor):
                self.assertEqual(self._akhir(mulai, n), akhir)

    def test_w07_sebelum_skb_diubah(self) -> None:
        HariLibur.objects.get(tanggal=date(2025, 8, 18)).delete()
        self.assertEqual(self._akhir(date(2025, 8, 5), 10), date(2025, 8, 19))

    def test_w14_tanggal_wib(self) -> None:
        mulai = tanggal_lokal(datetime(2026, 3, 16, 17, 30, tzinfo=UTC))
        self.assertEqual((mulai, self._akhir(mulai, 3)), (date(2026, 3, 17), date(2026, 3, 27)))

    def test_w15_w16_hari_berlalu(self) -> None:
        libur = baca_kalender(date(2025, 1, 1), date(2026, 12, 31)).libur
        self.assertEqual(hitung_hari_kerja(date(2026, 5, 12), date(2026, 5, 29), libur), 9)
        self.assertEqual(hitung_hari_kerja(date(2025, 3, 27), date(2025, 4, 8), libur), 1)

    def test_w17_w18_hari_kalender(self) -> None:
        kosong = Kalender({}, frozenset())
        for mulai, n, akhir in (
            (date(2026, 2, 10), 14, date(2026, 2, 24)),
            (date(2026, 1, 5), 60, date(2026, 3, 6)),
        ):
            self.assertEqual(hitung(kalender_hari(n), mulai, kosong).akhir, akhir)

    def test_yang_lebih_awal_menjadi_tenggat(self) -> None:
        batas = [kalender_hari(60), kerja(60)]
        semua = hitung_semua(batas, date(2026, 1, 2), kalender_untuk(date(2026, 1, 2), batas))
        self.assertEqual([satu.akhir for satu in semua], [date(2026, 3, 3), date(2026, 4, 9)])

    def test_penjelasan_menyebut_hari_libur(self) -> None:
        hasil = hitung(kerja(3), date(2026, 3, 16), kalender_untuk(date(2026, 3, 16), [kerja(3)]))
        self.assertEqual(
            [satu.tanggal for satu in hasil.dilewati],
            [date(2026, 3, 18), date(2026, 3, 19), date(2026, 3, 20), date(2026, 3, 23), date(2026, 3, 24)],
        )
        self.assertIn("Nyepi", hasil.dilewati[1].nama)
        self.assertEqual(
            kalimat(hasil),
            (
                "Hari ke-0: Senin, 16 Maret 2026.",
                "Batasnya 3 hari kerja sesudah hari itu.",
                "Sabtu dan Minggu dilewati: 2 hari.",
                "Hari terakhir: Kamis, 26 Maret 2026 pukul 23.59 WIB.",
            ),
        )

    def test_tahun_tanpa_daftar_resmi_sementara(self) -> None:
        for mulai, sementara in ((date(2026, 11, 25), False), (date(2026, 12, 23), True), (date(2027, 2, 1), True)):
            with self.subTest(mulai):
                batas = [kerja(14)]
                self.assertEqual(hitung(batas[0], mulai, kalender_untuk(mulai, batas)).sementara, sementara)


class AturanTest(TestCase):
    def test_benih_belum_diperiksa_dan_bersumber(self) -> None:
        self.assertEqual(AturanTenggat.objects.filter(terverifikasi=True).count(), 0)
        self.assertEqual(AturanTenggat.objects.filter(dasar_hukum="").count(), 0)
        kerja_ = dict(AturanTenggat.objects.filter(satuan="hari_kerja").values_list("kode", "jumlah"))
        self.assertEqual(
            kerja_,
            {
                "VERIF": 3,
                "RESP_INFO": 5,
                "RESP_NONWAS": 14,
                "RESP_WAS": 60,
                "RESP_RINGAN": 2,
                "RESP_ASP": 14,
                "LAPOR_TL": 5,
                "LAPOR_BALAS": 10,
                "KEBERATAN": 10,
                "KIP": 10,
                "KIP_PANJANG": 7,
            },
        )
        kalender = dict(AturanTenggat.objects.filter(satuan="hari_kalender").values_list("kode", "jumlah"))
        self.assertEqual(
            kalender, {"UU_ADUAN": 30, "UU_TANGGAP": 14, "UU_LENGKAPI": 30, "UU_PUTUSAN": 60, "UU_KABAR": 14}
        )

    def test_masa_tidak_bertumpuk(self) -> None:
        lama = AturanTenggat.objects.get(kode="VERIF")
        isi = {"tahap": lama.tahap, "jenis": lama.jenis, "jumlah": 2, "dasar_hukum": "PermenPANRB 5/2025"}
        with self.assertRaises(IntegrityError), transaction.atomic():
            AturanTenggat.objects.create(kode="VERIF", berlaku_mulai=date(2026, 7, 1), **isi)
        AturanTenggat.objects.filter(pk=lama.pk).update(berlaku_sampai=date(2026, 6, 30))
        baru = AturanTenggat.objects.create(kode="VERIF", berlaku_mulai=date(2026, 7, 1), **isi)
        for hari, berlaku in ((date(2026, 6, 30), lama), (date(2026, 7, 1), baru)):
            self.assertEqual(AturanTenggat.objects.pada(hari).get(kode="VERIF"), berlaku)


hari = st.dates(date(2025, 1, 1), date(2027, 6, 30))
daftar_libur = st.dictionaries(hari, st.just("Libur"), max_size=40)
jumlah = st.integers(min_value=1, max_value=60)


class SifatTest(SimpleTestCase):
    @given(hari, jumlah, daftar_libur, st.integers(0, 20))
    def test_tenggat_hari_kerja_adalah_hari_kerja(self, mulai: date, n: int, libur: dict[date, str], jeda: int) -> None:
        hasil = hitung(kerja(n), mulai, Kalender(libur, frozenset()), Jeda(jeda, jeda))
        self.assertTrue(hari_kerja(hasil.akhir, libur))
        self.assertEqual(hitung_hari_kerja(mulai, hasil.akhir, libur), n + jeda)
        lewat = (hasil.akhir - mulai).days
        self.assertEqual(lewat, n + jeda + len(hasil.dilewati) + hasil.akhir_pekan)

    @given(hari, st.integers(0, 30), jumlah, st.integers(0, 30), daftar_libur)
    def test_tidak_turun_menurut_penerimaan_dan_batas(
        self, mulai: date, geser: int, n: int, lebih: int, libur: dict[date, str]
    ) -> None:
        kalender = Kalender(libur, frozenset())
        for batas, lain in ((kerja(n), kerja(n + lebih)), (kalender_hari(n), kalender_hari(n + lebih))):
            awal = hitung(batas, mulai, kalender).akhir
            self.assertLessEqual(awal, hitung(batas, mulai + timedelta(days=geser), kalender).akhir)
            self.assertLessEqual(awal, hitung(lain, mulai, kalender).akhir)

    @given(hari, jumlah, st.integers(0, 20), st.integers(0, 20), daftar_libur)
    def test_jeda_menggeser_sebanyak_hari_kerja_yang_dijeda(
        self, mulai: date, n: int, sesudah: int, lama: int, libur: dict[date, str]
    ) -> None:
        """What was left when the clock stopped is left when it goes on."""
        kalender = Kalender(libur, frozenset())
        berhenti = mulai + timedelta(days=sesudah)
        lanjut = berhenti + timedelta(days=lama)
        biasa = hitung(kerja(n), mulai, kalender).akhir
        if berhenti > biasa:
            return
        jeda = lama_jeda(berhenti, lanjut, kalender)
        akhir = hitung(kerja(n), mulai, kalender, jeda).akhir
        self.assertEqual(hitung_hari_kerja(lanjut, akhir, libur), hitung_hari_kerja(berhenti, biasa, libur))
