"""Rules of backups that need neither files nor a database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from rakumpit.cadangan.perhitungan import (
    Bagian,
    Manifes,
    ManifesRusak,
    baca_manifes,
    beda_baris,
    jalur_aman,
    keadaan_cadangan,
    keadaan_uji,
    malam_terakhir,
    migrasi_asing,
    nama_cadangan,
    pilih_alat,
    urut_cadangan,
    yang_dibuang,
)
from rakumpit.waktu import WIB

SIDIK = "a" * 64
MANIFES = Manifes(
    dibuat=datetime(2026, 12, 1, 1, 30, tzinfo=WIB),
    versi="0.1.0",
    komit="",
    contoh=False,
    basis_data="rakumpit",
    postgres=15,
    alat=15,
    kunci="0" * 16,
    migrasi=(("survei", "0001_initial"),),
    baris={"survei_survei": 2, "forum_topik": 1},
    bagian=(Bagian("media/bukti/a.pdf", 3, SIDIK), Bagian("basis_data.dump", 9, SIDIK)),
    hilang=(),
)


class ManifesTests(SimpleTestCase):
    def test_yang_ditulis_terbaca_sama(self) -> None:
        self.assertEqual(baca_manifes(MANIFES.ke_json()), MANIFES)
        self.assertEqual((MANIFES.media, MANIFES.jumlah_baris), (["bukti/a.pdf"], 3))

    def test_yang_tidak_dapat_dipercaya_ditolak(self) -> None:
        def ubah(**isi: Any) -> str:
            return json.dumps(json.loads(MANIFES.ke_json()) | isi)

        dump = {"nama": "basis_data.dump", "bita": 1, "sha256": SIDIK}
        for salah in (
            "", "[]", "{}", "{",
            ubah(bentuk=2),
            ubah(lain=1),
            ubah(dibuat="kemarin"),
            ubah(baris={'survei"; DROP TABLE x': 1}),
            ubah(bagian=[]),
            ubah(bagian=[dump, dump]),
            ubah(bagian=[dump, {"nama": "media/../../etc/passwd", "bita": 1, "sha256": SIDIK}]),
            ubah(bagian=[dump, {"nama": "lain.txt", "bita": 1, "sha256": SIDIK}]),
            ubah(bagian=[{**dump, "sha256": "x"}]),
        ):  # fmt: skip
            with self.subTest(salah[:80]), pytest.raises(ManifesRusak):
                baca_manifes(salah)

    def test_bentuk_yang_lebih_baru_dikatakan_begitu(self) -> None:
        with pytest.raises(ManifesRusak, match="versi aplikasi lain"):
            baca_manifes('{"bentuk": 2, "sesuatu": 1}')

    def test_nama_berkas_tidak_keluar_dari_foldernya(self) -> None:
        for baik in ("media/a.pdf", "media/bukti/2026/a b.pdf"):
            self.assertTrue(jalur_aman(baik), baik)
        for buruk in ("media/", "media//etc/x", "media/../x", "media/a/../../x", "a.pdf", "media/a\\b", "media/./a"):
            self.assertFalse(jalur_aman(buruk), buruk)

    def test_migrasi_yang_lebih_baru_disebut(self) -> None:
        baru = replace(MANIFES, migrasi=(("survei", "0001_initial"), ("forum", "0099_nanti")))
        self.assertEqual(migrasi_asing(MANIFES, {("survei", "0001_initial"), ("survei", "0002_x")}), [])
        self.assertEqual(migrasi_asing(baru, {("survei", "0001_initial")}), ["forum.0099_nanti"])

    def test_beda_baris_ke_dua_arah(self) -> None:
        self.assertEqual(beda_baris({"a": 1, "b": 2}, {"a": 1, "b": 2}), [])
        self.assertEqual(
            beda_baris({"a": 1, "b": 2}, {"b": 3, "c": 4}),
            ["a: 0 baris, seharusnya 1", "b: 3 baris, seharusnya 2", "c: 4 baris, seharusnya 0"],
        )


class RotasiTests(SimpleTestCase):
    def test_nama_berurut_waktu_dan_tidak_bertabrakan(self) -> None:
        saat = MANIFES.dibuat
        satu = nama_cadangan(saat, [])
        dua = nama_cadangan(saat, [satu])
        self.assertEqual((satu, dua), ("rakumpit-2026-12-01-013000.zip", "rakumpit-2026-12-01-013000-2.zip"))
        sepuluh = "rakumpit-2026-12-01-013000-10.zip"
        self.assertEqual(urut_cadangan([satu, sepuluh, "foto.zip", dua, ".setengah-" + satu]), [sepuluh, dua, satu])
        tersandi = nama_cadangan(saat + timedelta(seconds=1), [satu], tersandi=True)
        self.assertEqual(tersandi, "rakumpit-2026-12-01-013001.zip.age")
        self.assertEqual(nama_cadangan(saat, [tersandi], tersandi=True), "rakumpit-2026-12-01-013000.zip.age")
        self.assertEqual(urut_cadangan([satu, tersandi, dua, tersandi + ".tmp"]), [tersandi, dua, satu])

    @given(st.lists(st.integers(0, 10**7), unique=True, max_size=30), st.integers(-2, 20), st.data())
    def test_yang_baru_selalu_tinggal_dan_sisanya_yang_terbaru(
        self, detik: list[int], simpan: int, data: st.DataObject
    ) -> None:
        nama = [nama_cadangan(MANIFES.dibuat + timedelta(seconds=satu), []) for satu in detik]
        if not nama:
            return
        baru = data.draw(st.sampled_from(nama))
        dibuang = yang_dibuang([*nama, "catatan.txt"], baru=baru, simpan=simpan)
        tinggal = set(nama) - set(dibuang)
        self.assertIn(baru, tinggal)
        self.assertEqual(len(tinggal), min(len(nama), max(simpan, 1)))
        self.assertNotIn("catatan.txt", dibuang)
        lain = tinggal - {baru}
        if lain and dibuang:
            self.assertGreater(min(lain), max(dibuang))


class AlatTests(SimpleTestCase):
    def test_versi_server_dulu_lalu_yang_paling_dekat(self) -> None:
        versi = {"a": 18, "b": 15, "c": 16}
        self.assertEqual(pilih_alat(versi, paling_rendah=15, cocok=15), "b")
        self.assertEqual(pilih_alat(versi, paling_rendah=17, cocok=17), "a")
        self.assertEqual(pilih_alat(versi, paling_rendah=16, cocok=15), "c")
        self.assertIsNone(pilih_alat(versi, paling_rendah=19, cocok=19))
        self.assertIsNone(pilih_alat({}, paling_rendah=15, cocok=15))


class KeadaanTests(SimpleTestCase):
    kini = datetime(2026, 12, 2, 9, 0, tzinfo=WIB)

    def test_cadangan(self) -> None:
        def lihat(jam: int | None, gagal: str = "", *, terjadwal: bool = True) -> tuple[bool, str, str]:
            baik = None if jam is None else self.kini - timedelta(hours=jam)
            satu = keadaan_cadangan(baik, gagal, self.kini, terjadwal=terjadwal)
            return satu.baik, satu.kalimat, satu.lakukan

        self.assertEqual(lihat(8), (True, "Yang terakhir jadi: 2 Desember 2026 pukul 01.00 WIB.", ""))
        self.assertTrue(lihat(26)[0])
        self.assertFalse(lihat(27)[0])
        self.assertIn("penjadwal Celery", lihat(27)[2])
        self.assertIn("RAKUMPIT_CADANGAN", lihat(None, terjadwal=False)[2])
        baik, kalimat, lakukan = lihat(8, "disknya penuh.")
        self.assertFalse(baik)
        self.assertIn("Percobaan terakhir gagal: disknya penuh.", kalimat)
        self.assertIn("Cadangan yang lama masih ada", lakukan)
        self.assertNotIn("Cadangan yang lama", lihat(None, "disknya penuh.")[2])

    def test_uji(self) -> None:
        self.assertFalse(keadaan_uji(None, self.kini).baik)
        self.assertTrue(keadaan_uji((self.kini - timedelta(days=35), ""), self.kini).baik)
        self.assertIn("sudah lama", keadaan_uji((self.kini - timedelta(days=36), ""), self.kini).kalimat)
        self.assertIn("gagal. rusak", keadaan_uji((self.kini, "rusak"), self.kini).kalimat)

    def test_malam(self) -> None:
        malam = datetime(2026, 12, 2, 1, 30, tzinfo=WIB)
        self.assertEqual(malam_terakhir(self.kini), malam)
        self.assertEqual(malam_terakhir(malam), malam)
        self.assertEqual(malam_terakhir(malam - timedelta(minutes=1)), malam - timedelta(days=1))
        # 18.40 UTC is already the next day in the office.
        self.assertEqual(malam_terakhir(datetime(2026, 12, 1, 18, 40, tzinfo=UTC)), malam)
