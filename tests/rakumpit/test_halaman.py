"""Pages that belong to no app: theme, manifest, profile, and what the office says to citizens."""

from __future__ import annotations

from django.contrib.staticfiles import finders
from django.test import TestCase
from django.urls import reverse

from tests import pabrik


class TemaTest(TestCase):
    def setUp(self) -> None:
        self.client.force_login(pabrik.buat_pengguna())

    def test_pilihan_disimpan_di_peramban_dan_dipakai_halaman(self) -> None:
        self.assertNotContains(self.client.get("/"), "data-bs-theme")
        jawab = self.client.post(reverse("akun_tema"), {"tema": "dark"})
        self.assertRedirects(jawab, reverse("akun"))
        kuki = jawab.cookies["tema"]
        self.assertEqual((kuki.value, kuki["samesite"], kuki["httponly"]), ("dark", "Lax", True))
        self.assertContains(self.client.get("/"), 'data-bs-theme="dark"')

    def test_ikut_perangkat_menghapus_pilihan(self) -> None:
        self.client.cookies["tema"] = "light"
        self.client.post(reverse("akun_tema"), {"tema": ""})
        self.assertNotContains(self.client.get("/"), "data-bs-theme")

    def test_pilihan_lain_ditolak(self) -> None:
        jawab = self.client.post(reverse("akun_tema"), {"tema": '"><script>'}, follow=True)
        self.assertContains(jawab, "Pilih salah satu tampilan.")
        self.assertNotIn("tema", self.client.cookies)

    def test_kuki_palsu_diabaikan(self) -> None:
        self.client.cookies["tema"] = "neon"
        self.assertNotContains(self.client.get("/"), "data-bs-theme")


class ManifesTest(TestCase):
    def test_setiap_gambar_ada_dan_alamatnya_milik_situs(self) -> None:
        jawab = self.client.get(reverse("manifes"))
        self.assertEqual(jawab["Content-Type"], "application/manifest+json")
        isi = jawab.json()
        self.assertEqual((isi["start_url"], isi["scope"], isi["display"]), ("/", "/", "standalone"))
        ukuran = {satu["sizes"] for satu in isi["icons"]}
        self.assertEqual(ukuran, {"any", "192x192", "512x512"})
        for satu in isi["icons"]:
            self.assertIsNotNone(finders.find(satu["src"].removeprefix("/static/")), satu["src"])


class HalamanUmumTest(TestCase):
    def test_dapat_dibaca_tanpa_akun(self) -> None:
        for nama, kata in (("aksesibilitas", "WCAG 2.2"), ("saran_pengaduan", "LAPOR")):
            with self.subTest(nama), self.assertNumQueries(0):
                self.assertContains(self.client.get(reverse(nama)), kata)


class AlamatDipendekkanTest(TestCase):
    def test_alamat_aplikasi_membuka_halaman_pertamanya(self) -> None:
        """Who types the word before the slash, or shortens an address, arrives somewhere."""
        for alamat, tujuan in (("/kinerja/", "kinerja:saya"), ("/pelatihan/", "pelatihan:saya")):
            with self.subTest(alamat):
                self.assertRedirects(self.client.get(alamat), reverse(tujuan), fetch_redirect_response=False)
