"""Rules for every page of a signed-in person."""

from __future__ import annotations

from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client, TestCase, override_settings
from django.urls import reverse
from django.utils import timezone

from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini
from tests.pabrik import SANDI, buat_jabatan, buat_pegawai, buat_pejabat_luar, buat_pengguna, buat_unit, tugaskan
from tests.rakumpit.organisasi.test_masuk import kode_totp, pasang_totp


def masuk(klien: Client, pengguna: Pengguna) -> None:
    klien.post(reverse("account_login"), {"login": pengguna.nip or pengguna.email, "password": SANDI})


class TanpaSimpananTest(TestCase):
    def test_halaman_setelah_masuk_tidak_disimpan_peramban(self) -> None:
        pengguna = buat_pengguna()
        self.assertNotIn("no-store", self.client.get(reverse("account_reset_password_done")).get("Cache-Control", ""))
        masuk(self.client, pengguna)
        for nama in ("akun", "account_change_password", "account_reset_password_done"):
            self.assertIn("no-store", self.client.get(reverse(nama))["Cache-Control"])
        self.assertIn("no-store", self.client.get("/tidak-ada/")["Cache-Control"])

    def test_ketikan_dikembalikan_ketika_sesi_berakhir(self) -> None:
        pengguna = buat_pengguna()
        masuk(self.client, pengguna)
        teks = "Laporan panjang.\n" * 120
        del self.client.cookies["sessionid"]
        jawab = self.client.post(reverse("usersessions_list"), {"uraian": teks, "jumlah": "12"})
        self.assertEqual(jawab.status_code, 403)
        self.assertContains(jawab, "Sesi Anda berakhir", status_code=403)
        self.assertContains(jawab, "Laporan panjang.", count=120, status_code=403)
        self.assertContains(jawab, 'name="jumlah" value="12"', status_code=403)
        self.assertContains(jawab, "Kirim lagi", status_code=403)

    def test_halaman_masuk_sendiri_tidak_terganggu(self) -> None:
        jawab = self.client.post(reverse("account_login"), {"login": "x", "password": "y"})
        self.assertEqual(jawab.status_code, 200)


class UmurSesiTest(TestCase):
    def _masih_masuk(self, pengguna: Pengguna, *, dibuka: timedelta, terakhir: timedelta) -> bool:
        klien = Client()
        klien.force_login(pengguna)
        klien.get(reverse("akun"))
        kini = timezone.now()
        UserSession.objects.filter(user=pengguna).update(created_at=kini - dibuka, last_seen_at=kini - terakhir)
        return klien.get(reverse("akun")).status_code == 200

    def test_diam_30_menit_hanya_bagi_pengurus_dan_12_jam_bagi_semua(self) -> None:
        staf, admin, pengelola = buat_pengguna(), buat_pengguna(admin_teknis=True), buat_pengguna(pengelola=True)
        jam, menit = timedelta(hours=1), timedelta(minutes=1)
        for orang, dibuka, terakhir, masih in (
            (staf, 2 * jam, 31 * menit, True),
            (admin, 2 * jam, 29 * menit, True),
            (admin, 2 * jam, 31 * menit, False),
            (pengelola, 2 * jam, 31 * menit, False),
            (staf, 11 * jam, menit, True),
            (staf, 12 * jam + menit, menit, False),
        ):
            with self.subTest(orang=orang.nama, dibuka=dibuka, terakhir=terakhir):
                self.assertIs(self._masih_masuk(orang, dibuka=dibuka, terakhir=terakhir), masih)

    def test_kunjungan_terakhir_dicatat_dan_sesi_yang_berakhir_hilang(self) -> None:
        pengguna = buat_pengguna(admin_teknis=True)
        self.assertTrue(self._masih_masuk(pengguna, dibuka=timedelta(0), terakhir=timedelta(minutes=5)))
        self.assertGreater(UserSession.objects.get().last_seen_at, timezone.now() - timedelta(minutes=1))
        UserSession.objects.all().delete()
        self.assertFalse(self._masih_masuk(pengguna, dibuka=timedelta(0), terakhir=timedelta(hours=1)))
        self.assertFalse(UserSession.objects.filter(user=pengguna).exists())


class FaktorKeduaWajibTest(TestCase):
    def setUp(self) -> None:
        cache.clear()
        self.unit = buat_unit()

    def wajib(self, pengguna: Pengguna | None) -> bool:
        assert pengguna is not None
        klien = Client()
        masuk(klien, pengguna)
        jawab = klien.get(reverse("akun"))
        return jawab.status_code == 302 and jawab["Location"] == reverse("mfa_activate_totp")

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_siapa_yang_wajib(self) -> None:
        kemarin = hari_ini() - timedelta(days=1)
        staf = buat_pegawai(self.unit)
        pimpinan = buat_pegawai(self.unit, memimpin=True)
        plt = buat_pegawai()
        tugaskan(plt, buat_jabatan(buat_unit(), memimpin=True), sifat=SifatPenugasan.PLT.value)
        mantan = buat_pegawai()
        tugaskan(mantan, buat_jabatan(buat_unit(), memimpin=True), mulai=date(2024, 1, 1), selesai=kemarin)
        sekda = buat_pejabat_luar(buat_unit(), pengguna=buat_pengguna(nip=None, email="sekda@contoh.example"))
        harapan = [
            ("staf", staf.pengguna, False),
            ("pimpinan", pimpinan.pengguna, True),
            ("plt", plt.pengguna, True),
            ("mantan pimpinan", mantan.pengguna, False),
            ("pejabat luar", sekda.pengguna, True),
            ("admin", buat_pengguna(admin_teknis=True), True),
            ("pengelola", buat_pengguna(pengelola=True), True),
            ("pemeriksa", buat_pengguna(pemeriksa=True), True),
        ]
        for sebutan, pengguna, ya in harapan:
            with self.subTest(sebutan):
                self.assertEqual(self.wajib(pengguna), ya)

    @override_settings(WAJIB_FAKTOR_KEDUA=False)
    def test_dapat_dimatikan_untuk_peragaan(self) -> None:
        self.assertFalse(self.wajib(buat_pengguna(admin_teknis=True)))

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_aktivasi_membuka_jalan_dan_menutup_sesi_lama(self) -> None:
        pengguna = buat_pengguna(pengelola=True)
        pencuri = Client()
        masuk(pencuri, pengguna)
        masuk(self.client, pengguna)
        halaman = self.client.get(reverse("akun"), follow=True)
        self.assertContains(halaman, "Aktifkan faktor kedua")
        self.assertContains(halaman, "data:image/svg+xml")
        rahasia = halaman.context["form"].secret
        jawab = self.client.post(reverse("mfa_activate_totp"), {"code": kode_totp(rahasia)})
        self.assertRedirects(jawab, reverse("mfa_view_recovery_codes"))
        self.assertEqual(self.client.get(reverse("akun")).status_code, 200)
        self.assertTrue(pencuri.get(reverse("akun"))["Location"].startswith(reverse("account_login")))
        # The code that proved the activation cannot sign anybody in afterwards.
        lain = Client()
        masuk(lain, pengguna)
        lain.post(reverse("mfa_authenticate"), {"code": kode_totp(rahasia)})
        self.assertNotIn("_auth_user_id", lain.session)

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_yang_wajib_tidak_dapat_mematikannya(self) -> None:
        pengguna = buat_pengguna(admin_teknis=True)
        rahasia = pasang_totp(pengguna)
        masuk(self.client, pengguna)
        self.client.post(reverse("mfa_authenticate"), {"code": kode_totp(rahasia)})
        jawab = self.client.post(reverse("mfa_deactivate_totp"))
        self.assertContains(jawab, "tidak dapat dimatikan")
        self.assertTrue(Authenticator.objects.filter(user=pengguna).exists())

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_admin_juga_tertutup(self) -> None:
        masuk(self.client, buat_pengguna(admin_teknis=True))
        self.assertEqual(self.client.get("/admin/")["Location"], reverse("mfa_activate_totp"))

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_keluar_selalu_boleh(self) -> None:
        masuk(self.client, buat_pengguna(admin_teknis=True))
        self.client.post(reverse("account_logout"))
        self.assertNotIn("_auth_user_id", self.client.session)

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_kiriman_dikembalikan_bukan_hilang(self) -> None:
        masuk(self.client, buat_pengguna(pengelola=True))
        jawab = self.client.post(reverse("usersessions_list"), {"uraian": "teks yang diketik"})
        self.assertContains(jawab, "teks yang diketik", status_code=403)


class WajibGantiSandiTest(TestCase):
    def test_hanya_halaman_ganti_sandi_yang_terbuka(self) -> None:
        pengguna = buat_pengguna(wajib_ganti_sandi=True)
        masuk(self.client, pengguna)
        self.assertRedirects(self.client.get(reverse("akun")), reverse("account_change_password"))
        jawab = self.client.post(
            reverse("account_change_password"), {"oldpassword": SANDI, "password1": SANDI, "password2": SANDI}
        )
        self.assertContains(jawab, "harus berbeda")
        self.client.post(
            reverse("account_change_password"),
            {"oldpassword": SANDI, "password1": "tiga perahu di dermaga", "password2": "tiga perahu di dermaga"},
        )
        self.assertEqual(self.client.get(reverse("akun")).status_code, 200)
        pengguna.refresh_from_db()
        self.assertFalse(pengguna.wajib_ganti_sandi)
