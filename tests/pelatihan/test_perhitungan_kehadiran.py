"""Codes, windows and shares: golden values of the description, and what must hold for all of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.perhitungan.kehadiran import (
    LANGKAH_KODE,
    LANGKAH_PIN,
    jendela_mandiri,
    kode_cocok,
    kode_qr,
    menit_lebih_awal,
    menit_terlambat,
    pin,
    pin_cocok,
    porsi_hadir,
    sisa_detik,
)
from rakumpit.waktu import WIB

MULAI = datetime(2026, 9, 15, 9, 0, tzinfo=WIB)
SATU, LAIN = b"rahasia satu", b"rahasia lain"


def _menit(n: int) -> datetime:
    return MULAI + timedelta(minutes=n)


class UjiJendela(SimpleTestCase):
    def test_lima_belas_menit_sebelum_dan_sesudah_mulai(self) -> None:
        jendela = jendela_mandiri(MULAI, _menit(60))
        for menit, harap in ((-16, False), (-15, True), (0, True), (14, True), (15, False), (30, False)):
            self.assertIs(jendela.memuat(_menit(menit)), harap, menit)

    def test_sesi_kedua_tertutup_selama_sesi_pertama(self) -> None:
        """S09: session 1 ends when session 2 begins, so 15 minutes before it would lie inside session 1."""
        jendela = jendela_mandiri(_menit(60), _menit(120), [_menit(60)])
        self.assertIs(jendela.memuat(_menit(50)), False)
        self.assertIs(jendela.memuat(_menit(60)), True)

    def test_sesi_bersamaan_tidak_saling_menutup(self) -> None:
        self.assertEqual(jendela_mandiri(MULAI, _menit(60), [_menit(60)]).buka, _menit(-15))

    def test_sesi_pendek_tidak_menerima_sesudah_selesai(self) -> None:
        self.assertEqual(jendela_mandiri(MULAI, _menit(10)).tutup, _menit(10))


class UjiKode(SimpleTestCase):
    def test_kode_berlaku_pada_langkahnya_dan_satu_di_sebelahnya(self) -> None:
        kode, angka = kode_qr(SATU, MULAI), pin(SATU, MULAI)
        for langkah, harap in ((-2, False), (-1, True), (0, True), (1, True), (2, False)):
            saat = MULAI + timedelta(seconds=langkah * LANGKAH_KODE)
            self.assertIs(kode_cocok(SATU, kode, saat), harap, langkah)
            saat = MULAI + timedelta(seconds=langkah * LANGKAH_PIN)
            self.assertIs(pin_cocok(SATU, angka, saat), harap, langkah)

    def test_kode_sesi_lain_ditolak(self) -> None:
        self.assertIs(kode_cocok(LAIN, kode_qr(SATU, MULAI), MULAI), False)
        self.assertIs(pin_cocok(LAIN, pin(SATU, MULAI), MULAI), False)

    def test_pin_dapat_diketik_berjarak(self) -> None:
        angka = pin(SATU, MULAI)
        self.assertIs(pin_cocok(SATU, f" {angka[:3]} {angka[3:]} ", MULAI), True)

    @given(st.integers(0, 4_000_000_000), st.binary(min_size=1))
    def test_bentuk_dan_umur(self, detik: int, rahasia: bytes) -> None:
        saat = datetime.fromtimestamp(detik, WIB)
        self.assertRegex(pin(rahasia, saat), r"^[0-9]{6}$")
        self.assertRegex(kode_qr(rahasia, saat), r"^[0-9a-f]{20}$")
        self.assertIs(kode_cocok(rahasia, kode_qr(rahasia, saat), saat), True)
        self.assertTrue(1 <= sisa_detik(saat, LANGKAH_KODE) <= LANGKAH_KODE)

    def test_tulisan_asing_tidak_merusak(self) -> None:
        self.assertIs(kode_cocok(SATU, "kode «é»", MULAI), False)
        self.assertIs(pin_cocok(SATU, "١٢٣٤٥٦", MULAI), False)


class UjiPorsi(SimpleTestCase):
    def test_tiga_dari_empat_sesi_di_bawah_ambang(self) -> None:
        """S08."""
        porsi = porsi_hadir([1, 2, 3, 4], [1, 2, 4], 80)
        self.assertEqual((porsi.persen, porsi.cukup), (Decimal("75.00"), False))

    def test_tepat_di_ambang_cukup(self) -> None:
        self.assertIs(porsi_hadir([1, 2, 3, 4], [1, 2, 3], 75).cukup, True)
        self.assertIs(porsi_hadir(range(5), range(4), 80).cukup, True)

    def test_dibandingkan_sebelum_dibulatkan(self) -> None:
        porsi = porsi_hadir(range(3), range(2), 67)
        self.assertEqual((porsi.persen, porsi.cukup), (Decimal("66.67"), False))

    def test_tanpa_sesi_tidak_diketahui(self) -> None:
        self.assertEqual((porsi_hadir([], [], 80).persen, porsi_hadir([], [], 80).cukup), (None, False))

    def test_sesi_batal_dan_catatan_ganda_tidak_menambah(self) -> None:
        self.assertEqual(porsi_hadir([1, 2], [1, 1, 9], 80).hadir, 1)

    def test_menit(self) -> None:
        self.assertEqual(menit_terlambat(MULAI, _menit(-5)), 0)
        self.assertEqual(menit_terlambat(MULAI, _menit(7) + timedelta(seconds=59)), 7)
        self.assertEqual(menit_lebih_awal(_menit(60), None), 0)
        self.assertEqual(menit_lebih_awal(_menit(60), _menit(45)), 15)
