"""The list of pages is complete, and its check can fail."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.test import SimpleTestCase
from django.urls import URLResolver, get_resolver, path
from django.urls.resolvers import RegexPattern

from tests.peramban.daftar import DAFTAR, KECUALI, periksa_daftar, terpilih, utama
from tests.peramban.halaman import Jenis


class DaftarTests(SimpleTestCase):
    def test_setiap_alamat_ada_di_daftar_atau_dikecualikan_dengan_alasan(self) -> None:
        self.assertEqual(periksa_daftar(get_resolver(), DAFTAR, KECUALI), [])
        self.assertEqual([nama for nama, alasan in KECUALI.items() if not alasan], [])

    def test_alamat_baru_baris_usang_dan_nama_ganda_ketahuan(self) -> None:
        semu = URLResolver(
            RegexPattern(r"^"), [*get_resolver().url_patterns, path("baru/", lambda _: HttpResponse(), name="baru")]
        )
        self.assertEqual(periksa_daftar(semu, DAFTAR, KECUALI), ["baru: alamat tanpa baris di daftar halaman"])
        usang = replace(DAFTAR[0], nama="lama", sebutan="")
        self.assertEqual(
            periksa_daftar(get_resolver(), [*DAFTAR, usang, usang], KECUALI),
            ["lama: baris daftar tanpa alamat", "lama: nama halaman ganda"],
        )
        self.assertEqual(
            periksa_daftar(get_resolver(), DAFTAR, [*KECUALI, "akun"]), ["akun: halaman sekaligus dikecualikan"]
        )

    def test_setiap_alamat_punya_satu_halaman_yang_dilihat_selengkapnya(self) -> None:
        lengkap = utama(DAFTAR)
        nama = [satu.nama for satu in DAFTAR if satu.kunci in lengkap and satu.jenis is not Jenis.ADMIN]
        self.assertEqual(set(nama), {satu.nama for satu in DAFTAR if satu.jenis is not Jenis.ADMIN})
        admin = {satu.nama.rsplit("_", 1)[-1] for satu in DAFTAR if satu.kunci in lengkap and satu.jenis is Jenis.ADMIN}
        self.assertLessEqual({"changelist", "add", "change", "history", "delete"}, admin)

    def test_awalan_memilih_halaman(self) -> None:
        with self.modify_environ(PERAMBAN_HALAMAN="kinerja:skp@draf, akun"):
            self.assertEqual([satu.kunci for satu in terpilih(DAFTAR)], ["akun", "akun@pemeriksa", "kinerja:skp@draf"])
        with self.modify_environ(PERAMBAN_HALAMAN=""):
            self.assertEqual(terpilih(DAFTAR), DAFTAR)

    def modify_environ(self, **isi: str):
        from unittest import mock

        return mock.patch.dict("os.environ", isi)
