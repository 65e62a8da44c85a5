"""Pages for what goes wrong: plain words, and nothing typed is lost."""

from __future__ import annotations

from unittest import mock

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, OperationalError
from django.test import Client, RequestFactory, TestCase
from django.urls import reverse
from psycopg2 import errors

from rakumpit import galat
from tests.pabrik import SANDI, buat_pengguna

SENDIRI = {"Sec-Fetch-Site": "same-origin"}


class CsrfGagalTest(TestCase):
    """C32: a form that was open too long gives the text back."""

    def setUp(self) -> None:
        self.klien = Client(enforce_csrf_checks=True)
        self.klien.force_login(buat_pengguna())
        self.jalur = reverse("usersessions_list")

    def test_ketikan_kembali_dengan_token_segar(self) -> None:
        teks = "Kegiatan <b>pagi</b>.\n" + "x" * 2000
        jawab = self.klien.post(self.jalur, {"uraian": teks, "bulan": "7", "pilih": ["a", "b"]}, headers=SENDIRI)
        self.assertContains(jawab, "Kirim lagi", status_code=403)
        self.assertContains(jawab, "Kegiatan &lt;b&gt;pagi&lt;/b&gt;.", status_code=403)
        self.assertContains(jawab, "x" * 2000, status_code=403)
        self.assertContains(jawab, 'name="bulan" value="7"', status_code=403)
        self.assertContains(jawab, 'name="pilih"', count=2, status_code=403)
        token = jawab.content.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        lagi = self.klien.post(self.jalur, {"uraian": teks, "csrfmiddlewaretoken": token}, headers=SENDIRI)
        self.assertEqual(lagi.status_code, 302)

    def test_kata_sandi_tidak_pernah_dikembalikan(self) -> None:
        klien = Client(enforce_csrf_checks=True)
        jawab = klien.post(
            reverse("account_login"), {"login": "198508172010011901", "password": SANDI}, headers=SENDIRI
        )
        self.assertNotContains(jawab, SANDI, status_code=403)
        self.assertNotContains(jawab, "198508172010011901", status_code=403)
        self.assertNotContains(jawab, "Kirim lagi", status_code=403)
        self.assertContains(jawab, reverse("account_login"), status_code=403)

    def test_formulir_dari_situs_lain_tidak_dapat_dikirim_lagi(self) -> None:
        kepala: list[dict[str, str]] = [
            {"Sec-Fetch-Site": "cross-site"},
            {"Origin": "https://jahat.example"},
            {"Referer": "https://jahat.example/"},
            {},
        ]
        for satu in kepala:
            with self.subTest(satu):
                jawab = self.klien.post(self.jalur, {"uraian": "isi palsu"}, headers=satu)
                self.assertNotContains(jawab, "isi palsu", status_code=403)
                self.assertNotContains(jawab, "Kirim lagi", status_code=403)

    def test_berkas_diminta_lagi(self) -> None:
        jawab = self.klien.post(
            self.jalur, {"uraian": "isi", "lampiran": SimpleUploadedFile("a.pdf", b"%PDF")}, headers=SENDIRI
        )
        self.assertContains(jawab, 'type="file"', status_code=403)
        self.assertContains(jawab, "pilih lagi berkasnya", status_code=403)


class HalamanGalatTest(TestCase):
    def minta(self, cara: str = "get", **isi: str):
        return getattr(RequestFactory(), cara)("/coba/", isi)

    def test_404_lewat_http(self) -> None:
        self.assertContains(self.client.get("/tidak-ada-halaman-ini/"), "Halaman tidak ditemukan", status_code=404)

    def test_semua_kode_berbahasa_indonesia(self) -> None:
        halaman = [
            (galat.galat_400(self.minta()), 400, "tidak dapat dibaca"),
            (galat.galat_400(self.minta(), RequestDataTooBig()), 413, "terlalu besar"),
            (galat.galat_403(self.minta()), 403, "tidak berhak"),
            (galat.galat_404(self.minta()), 404, "tidak ditemukan"),
            (galat.galat_409(self.minta()), 409, "Orang lain mengubah data ini lebih dulu"),
            (galat.galat_429(self.minta()), 429, "Terlalu banyak"),
            (galat.galat_500(self.minta()), 500, "kesalahan pada sistem"),
            (galat.galat_503(self.minta()), 503, "tidak tersedia"),
        ]
        for jawab, status, kata in halaman:
            with self.subTest(status):
                self.assertContains(jawab, kata, status_code=status)
                self.assertContains(jawab, "Kecamatan Rakumpit", status_code=status)
                self.assertContains(jawab, 'href="/"', status_code=status)
                judul = jawab.content.decode().partition("<h1>")[2].partition("</h1>")[0]
                self.assertContains(jawab, f"<title>{judul}", status_code=status)
                self.assertContains(jawab, "Yang dapat Anda lakukan", status_code=status)

    def test_kesalahan_sistem_mengembalikan_ketikan(self) -> None:
        jawab = galat.galat_500(self.minta("post", uraian="laporan yang panjang"))
        self.assertContains(jawab, "laporan yang panjang", status_code=500)

    def test_basis_data_mati_menjadi_503(self) -> None:
        with mock.patch("sys.exc_info", return_value=(None, OperationalError("server closed the connection"), None)):
            jawab = galat.galat_500(self.minta("post", uraian="isi"))
        self.assertEqual((jawab.status_code, jawab["Retry-After"]), (503, "60"))

    def test_dua_orang_bersamaan_menjadi_409_dan_ketikan_kembali(self) -> None:
        for sqlstate in ("23505", "23P01", "40001", "40P01"):
            with self.subTest(sqlstate):
                sebab = IntegrityError()
                sebab.__cause__ = errors.lookup(sqlstate)()
                with mock.patch("sys.exc_info", return_value=(None, sebab, None)):
                    jawab = galat.galat_500(self.minta("post", uraian="isi yang panjang"))
                self.assertContains(jawab, "Orang lain mengubah", status_code=409)
                self.assertContains(jawab, "isi yang panjang", status_code=409)

    def test_kolom_wajib_yang_kosong_bukan_409(self) -> None:
        sebab = IntegrityError()
        sebab.__cause__ = errors.NotNullViolation()
        with mock.patch("sys.exc_info", return_value=(None, sebab, None)):
            self.assertEqual(galat.galat_500(self.minta()).status_code, 500)

    def test_kode_gangguan_di_halaman_sama_dengan_di_catatan(self) -> None:
        with self.assertLogs("rakumpit.galat", "ERROR") as catatan:
            jawab = galat.galat_500(self.minta())
        kode = catatan.output[0].partition("Gangguan ")[2].partition(" ")[0]
        self.assertEqual(len(kode), 6)
        self.assertContains(jawab, kode, status_code=500)

    def test_yang_masuk_tetap_melihat_menunya(self) -> None:
        self.client.force_login(buat_pengguna(nama="Siti Rahmawati"))
        jawab = self.client.get("/tidak-ada-halaman-ini/")
        self.assertContains(jawab, "Menu utama", status_code=404)
        self.assertContains(jawab, "Siti Rahmawati", status_code=404)

    def test_tema_pilihan_berlaku_juga_di_halaman_galat(self) -> None:
        self.client.force_login(buat_pengguna())
        self.client.cookies["tema"] = "dark"
        self.assertContains(self.client.get("/tidak-ada/"), 'data-bs-theme="dark"', status_code=404)

    def test_isi_permintaan_yang_gagal_tidak_menggagalkan_halamannya(self) -> None:
        """The database goes away between the view and the page that says so."""
        minta = self.minta()
        type(minta).user = property(lambda _: (_ for _ in ()).throw(OperationalError()))
        self.addCleanup(delattr, type(minta), "user")
        with self.assertLogs("rakumpit.galat", "ERROR"):
            self.assertContains(galat.galat_404(minta), "Halaman tidak ditemukan", status_code=404)

    def test_halaman_galat_tidak_memerlukan_basis_data(self) -> None:
        with self.assertNumQueries(0):
            galat.galat_500(self.minta())
            galat.galat_503(self.minta())

    def test_templat_rusak_tetap_dijawab(self) -> None:
        with mock.patch.object(galat, "render_to_string", side_effect=OperationalError):
            jawab = galat.galat_500(self.minta())
        self.assertContains(jawab, "Ada gangguan", status_code=500)
        self.assertContains(jawab, 'href="/"', status_code=500)
