"""Signing in over real HTTP: names, limits, second factor, sessions, passwords."""

from __future__ import annotations

import time
from datetime import date
from typing import Any
from unittest import mock

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.usersessions.models import UserSession
from cryptography.fernet import InvalidToken
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory, SimpleTestCase, TestCase, override_settings
from django.urls import reverse

from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.masuk import BackendNIPAtauEmail, alamat_klien, faktor, jaringan_klien, perangkat
from rakumpit.organisasi.models import Pengguna, PerangkatDikenal
from rakumpit.organisasi.tasks import kirim_tautan_sandi
from tests.pabrik import SANDI, buat_pegawai, buat_pengguna, buat_unit

NIP = "198508172010011901"
TIDAK_COCOK = "NIP/email atau kata sandi tidak cocok"
DIBATASI = "Terlalu banyak percobaan"


def masuk(klien: Client, nama: str | None = NIP, sandi: str = SANDI, *, dari: str = "203.0.113.7", **lain):
    return klien.post(reverse("account_login"), {"login": nama or "", "password": sandi}, REMOTE_ADDR=dari, **lain)


def sudah_masuk(klien: Client) -> bool:
    return "_auth_user_id" in klien.session


def kode_totp(rahasia: str, geser: int = 0) -> str:
    return str(format_hotp_value(hotp_value(rahasia, int(time.time()) // 30 + geser)))


def pasang_totp(pengguna: Pengguna) -> str:
    rahasia = str(generate_totp_secret())
    TOTP.activate(pengguna, rahasia)
    return rahasia


class DasarMasuk(TestCase):
    def setUp(self) -> None:
        cache.clear()
        self.pengguna = buat_pengguna(nip=NIP, nama="Kristina Lestari", email="kristina@contoh.example")


class MasukDenganNIPAtauEmailTest(DasarMasuk):
    def test_nip_boleh_memakai_spasi_dan_tanda_hubung(self) -> None:
        for tertulis in (NIP, "19850817 201001 1 901", "19850817-201001-1-901", f"  {NIP} ", f"'{NIP}"):
            with self.subTest(tertulis=tertulis):
                klien = Client()
                self.assertRedirects(masuk(klien, tertulis), reverse("beranda"), fetch_redirect_response=False)
                self.assertTrue(sudah_masuk(klien))

    def test_email_dengan_huruf_besar(self) -> None:
        klien = Client()
        masuk(klien, "Kristina@Contoh.example ")
        self.assertTrue(sudah_masuk(klien))

    def test_pengguna_tanpa_email_masuk_dengan_nip(self) -> None:
        buat_pengguna(nip="199001012015032902")
        klien = Client()
        masuk(klien, "199001012015032902")
        self.assertTrue(sudah_masuk(klien))

    def test_kembali_ke_halaman_yang_dituju_hanya_di_situs_ini(self) -> None:
        jawab = self.client.post(
            reverse("account_login"), {"login": NIP, "password": SANDI, "next": "/akun/"}, REMOTE_ADDR="203.0.113.7"
        )
        self.assertEqual(jawab["Location"], "/akun/")
        lain = Client().post(
            reverse("account_login"), {"login": NIP, "password": SANDI, "next": "https://jahat.example/"}
        )
        self.assertEqual(lain["Location"], reverse("beranda"))

    def test_sesi_mendapat_pengenal_baru_ketika_masuk(self) -> None:
        self.client.get(reverse("account_login"))
        self.client.session["penanda"] = 1
        sesi = self.client.session
        sesi["penanda"] = 1
        sesi.save()
        self.client.cookies["sessionid"] = sesi.session_key or ""
        masuk(self.client)
        self.assertNotEqual(self.client.session.session_key, sesi.session_key)

    def test_tidak_ada_pendaftaran(self) -> None:
        for jalur in ("/signup/", "/daftar/", "/masuk/daftar/", "/accounts/signup/"):
            self.assertEqual(self.client.get(jalur).status_code, 404)

    def test_halaman_berbahasa_indonesia_tanpa_bintang(self) -> None:
        for nama in ("account_login", "masuk_kode", "account_reset_password", "account_reset_password_done"):
            jawab = self.client.get(reverse(nama))
            self.assertEqual(jawab.status_code, 200)
            for kata in ("Password", "Sign", "Email address", "Forgot", "asteriskField", "style="):
                self.assertNotContains(jawab, kata)


class IsianMasukTest(TestCase):
    def test_pengelola_sandi_mengenali_setiap_isian(self) -> None:
        """Names of the HTML standard, by which browsers fill in (WCAG 2.2 1.3.5, 3.3.8); nothing forbids pasting."""
        for nama, isian in (
            ("account_login", {"login": "username", "password": "current-password"}),
            ("masuk_kode", {"login": "username", "kode_masuk": "one-time-code"}),
            ("account_reset_password", {"email": "email"}),
        ):
            jawab = self.client.get(reverse(nama))
            form = jawab.context["form"]
            with self.subTest(halaman=nama):
                kata = {n: form.fields[n].widget.attrs.get("autocomplete") for n in isian}
                self.assertEqual(kata, isian)
                self.assertNotContains(jawab, "onpaste")
                self.assertContains(jawab, "Minta kode baru kepada pengelola kinerja")

    def test_kata_sandi_lama_dan_baru_dibedakan(self) -> None:
        self.client.force_login(buat_pengguna())
        form = self.client.get(reverse("account_change_password")).context["form"]
        kata = [form.fields[n].widget.attrs.get("autocomplete") for n in ("oldpassword", "password1", "password2")]
        self.assertEqual(kata, ["current-password", "new-password", "new-password"])


class JawabanSamaTest(DasarMasuk):
    """Nobody learns from the answer which NIP has an account (ASVS 5.0 6.3.8)."""

    def test_nama_tak_dikenal_sandi_salah_dan_akun_mati_tidak_dapat_dibedakan(self) -> None:
        mati = buat_pengguna(nip="199001012015032902", is_active=False)
        tanpa_sandi = buat_pengguna(nip="199001012015032903", password=None)
        percobaan = {
            "tak dikenal": ("198001012005011999", SANDI),
            "sandi salah": (NIP, "bukan-sandinya-sama-sekali"),
            "mati": (mati.nip, SANDI),
            "tanpa sandi": (tanpa_sandi.nip, SANDI),
            "bukan nip": ("siapa saja", SANDI),
        }
        isi = set()
        for sebutan, (nama, sandi) in percobaan.items():
            with (
                self.subTest(sebutan),
                mock.patch.object(
                    MD5PasswordHasher, "verify", autospec=True, side_effect=MD5PasswordHasher.verify
                ) as verifikasi,
            ):
                jawab = masuk(Client(), nama, sandi)
                self.assertEqual(verifikasi.call_count, 1)
                self.assertContains(jawab, TIDAK_COCOK)
                teks = jawab.content.decode().replace(f'value="{nama}"', "")
                isi.add("".join(baris for baris in teks.splitlines() if "csrfmiddlewaretoken" not in baris))
        self.assertEqual(len(isi), 1)

    def test_masuk_yang_benar_juga_satu_verifikasi(self) -> None:
        with mock.patch.object(
            MD5PasswordHasher, "verify", autospec=True, side_effect=MD5PasswordHasher.verify
        ) as verifikasi:
            masuk(self.client)
        self.assertEqual(verifikasi.call_count, 1)

    def test_log_kegagalan_tidak_memuat_nip_atau_email(self) -> None:
        with self.assertLogs("rakumpit.masuk", "INFO") as log:
            masuk(Client(), sandi="salah-salah-salah")
            masuk(Client(), "kristina@contoh.example", "salah-salah-salah")
            masuk(Client(), "199912312024011999", "salah-salah-salah")
        teks = "\n".join(log.output)
        self.assertIn(f"pengguna={self.pengguna.pk}", teks)
        self.assertNotIn(NIP, teks)
        self.assertNotIn("199912312024011999", teks)
        self.assertNotIn("kristina@", teks)

    def test_backend_tidak_menerima_akun_mati_atau_nul(self) -> None:
        self.pengguna.is_active = False
        self.pengguna.save()
        self.assertIsNone(BackendNIPAtauEmail().authenticate(None, email=NIP, password=SANDI))
        self.assertIsNone(BackendNIPAtauEmail().authenticate(None, email="a\x00@b.example", password=SANDI))


class PembatasTest(DasarMasuk):
    """Guessing is bounded, and nobody can lock an official out (a NIP can be guessed)."""

    def serang(self, kali: int) -> list[bool]:
        """``kali`` wrong tries, each from another network; whether each was refused by the limit."""
        return [
            DIBATASI in masuk(Client(), sandi=f"tebakan-ke-{n}-xxxx", dari=f"198.18.{n}.9").content.decode()
            for n in range(kali)
        ]

    def test_seratus_tebakan_dari_banyak_alamat_tidak_mengunci_perangkat_yang_dikenal(self) -> None:
        pemilik = Client()
        masuk(pemilik)
        pemilik.post(reverse("account_logout"))
        self.assertFalse(sudah_masuk(pemilik))

        dibatasi = self.serang(100)

        self.assertEqual(dibatasi.count(False), 20)
        self.assertContains(masuk(Client(), dari="192.0.2.55"), DIBATASI)
        masuk(pemilik, dari="192.0.2.56")
        self.assertTrue(sudah_masuk(pemilik))

    def test_perangkat_yang_dikenal_pun_tidak_boleh_menebak_terus(self) -> None:
        pemilik = Client()
        masuk(pemilik)
        pemilik.post(reverse("account_logout"))
        jawab = [masuk(pemilik, sandi="tebakan-tebakan").content.decode() for _ in range(12)]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 10 + [True] * 2)

    def test_perangkat_orang_lain_tidak_menjadi_dikenal(self) -> None:
        buat_pengguna(nip="199001012015032902")
        rekan = Client()
        masuk(rekan, "199001012015032902")
        rekan.post(reverse("account_logout"))
        self.serang(25)
        self.assertContains(masuk(rekan), DIBATASI)

    def test_kuki_perangkat_yang_dipalsukan_tidak_berlaku(self) -> None:
        masuk(Client())
        self.serang(25)
        palsu = Client()
        palsu.cookies[perangkat.nama_kuki()] = "InBhbHN1Ig:1tPalsu:tandatangan"
        self.assertContains(masuk(palsu, dari="192.0.2.57"), DIBATASI)

    def test_dua_puluh_kali_salah_dari_satu_alamat(self) -> None:
        jawab = [masuk(Client(), sandi="salah-salah-salah").content.decode() for _ in range(20)]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 5 + [True] * 15)
        # A colleague behind the same address is not touched.
        buat_pengguna(nip="199001012015032902")
        rekan = Client()
        masuk(rekan, "199001012015032902")
        self.assertTrue(sudah_masuk(rekan))

    def test_satu_jaringan_tidak_boleh_mencoba_banyak_akun(self) -> None:
        jawab = [
            masuk(Client(), f"1980010120050119{n:02d}", "salah-salah-salah", dari=f"198.18.7.{n}").content.decode()
            for n in range(33)
        ]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 30 + [True] * 3)

    def test_nama_tak_dikenal_dibatasi_seperti_akun(self) -> None:
        jawab = [masuk(Client(), "198001012005011999", "salah-salah-salah").content.decode() for _ in range(7)]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 5 + [True] * 2)

    def test_masuk_yang_berhasil_tidak_menghabiskan_jatah(self) -> None:
        for _ in range(25):
            klien = Client()
            masuk(klien)
            self.assertTrue(sudah_masuk(klien))

    def test_nip_dan_email_satu_akun_berbagi_jatah(self) -> None:
        nama = [NIP, "kristina@contoh.example"] * 4
        jawab = [masuk(Client(), satu, "salah-salah-salah").content.decode() for satu in nama]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 5 + [True] * 3)

    def test_x_forwarded_for_palsu_tidak_memberi_jatah_baru(self) -> None:
        jawab = [
            masuk(Client(), sandi="salah-salah-salah", HTTP_X_FORWARDED_FOR=f"198.18.{n}.1").content.decode()
            for n in range(7)
        ]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 5 + [True] * 2)

    @override_settings(JUMLAH_PROKSI=1)
    def test_di_balik_satu_proksi_hanya_alamat_tambahan_proksi_yang_dihitung(self) -> None:
        jawab = [
            masuk(
                Client(), sandi="salah-salah-salah", HTTP_X_FORWARDED_FOR=f"198.18.{n}.1, 203.0.113.80"
            ).content.decode()
            for n in range(7)
        ]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 5 + [True] * 2)

    def test_soket_unix_tanpa_alamat_tetap_dapat_masuk(self) -> None:
        masuk(self.client, dari="")
        self.assertTrue(sudah_masuk(self.client))
        self.assertEqual(self.client.get(reverse("akun"), REMOTE_ADDR="").status_code, 200)

    def test_perangkat_lama_dibuang_setelah_sepuluh(self) -> None:
        for _ in range(12):
            masuk(Client())
        self.assertEqual(PerangkatDikenal.objects.filter(pengguna=self.pengguna).count(), 10)


class AlamatKlienTest(SimpleTestCase):
    def alamat(self, **meta: Any) -> str:
        return alamat_klien(RequestFactory(**meta).get("/"))

    def test_tanpa_proksi_hanya_alamat_sambungan(self) -> None:
        self.assertEqual(self.alamat(REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="198.51.100.9"), "192.0.2.1")

    @override_settings(JUMLAH_PROKSI=2)
    def test_dua_proksi(self) -> None:
        self.assertEqual(
            self.alamat(REMOTE_ADDR="10.0.0.2", HTTP_X_FORWARDED_FOR="9.9.9.9, 198.51.100.9, 10.0.0.1"), "198.51.100.9"
        )
        self.assertEqual(self.alamat(REMOTE_ADDR="10.0.0.2", HTTP_X_FORWARDED_FOR="9.9.9.9"), "10.0.0.2")
        self.assertEqual(self.alamat(REMOTE_ADDR="10.0.0.2", HTTP_X_FORWARDED_FOR="bukan, alamat"), "10.0.0.2")

    def test_bentuk_alamat(self) -> None:
        self.assertEqual(self.alamat(REMOTE_ADDR=""), "127.0.0.1")
        self.assertEqual(self.alamat(REMOTE_ADDR="[2001:db8::1]:443"), "2001:db8::1")
        self.assertEqual(self.alamat(REMOTE_ADDR="::ffff:192.0.2.1"), "192.0.2.1")
        self.assertEqual(self.alamat(REMOTE_ADDR="fe80::1%eth0"), "fe80::1")

    def test_jaringan(self) -> None:
        minta = RequestFactory()
        self.assertEqual(jaringan_klien(minta.get("/", REMOTE_ADDR="192.0.2.77")), "192.0.2.0/24")
        self.assertEqual(jaringan_klien(minta.get("/", REMOTE_ADDR="2001:db8:1:2:3::9")), "2001:db8:1:2::/64")


class FaktorKeduaTest(DasarMasuk):
    def setUp(self) -> None:
        super().setUp()
        self.rahasia = pasang_totp(self.pengguna)

    def test_sandi_saja_tidak_cukup(self) -> None:
        self.assertRedirects(masuk(self.client), reverse("mfa_authenticate"))
        self.assertFalse(sudah_masuk(self.client))
        self.client.post(reverse("mfa_authenticate"), {"code": kode_totp(self.rahasia)})
        self.assertTrue(sudah_masuk(self.client))

    def test_kode_hanya_sekali_selama_masih_berlaku(self) -> None:
        kode = kode_totp(self.rahasia)
        masuk(self.client)
        self.client.post(reverse("mfa_authenticate"), {"code": kode})
        self.assertTrue(sudah_masuk(self.client))
        lain = Client()
        masuk(lain)
        # The library forgets a used code after 30 seconds, though the tolerance keeps it valid for 90.
        cache.delete(f"allauth.mfa.totp.used?user={self.pengguna.pk}&code={kode}")
        jawab = lain.post(reverse("mfa_authenticate"), {"code": f" {kode} "})
        self.assertContains(jawab, "Kode salah atau sudah dipakai")
        self.assertFalse(sudah_masuk(lain))

    def test_tebakan_kode_dibatasi(self) -> None:
        masuk(self.client)
        jawab = [self.client.post(reverse("mfa_authenticate"), {"code": f"{n:06d}"}).content.decode() for n in range(7)]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 5 + [True] * 2)

    def test_rahasia_tersandi_di_basis_data(self) -> None:
        RecoveryCodes.activate(self.pengguna)
        for satu in Authenticator.objects.filter(user=self.pengguna):
            teks = str(satu.data)
            self.assertNotIn(self.rahasia, teks)
            self.assertIn("gAAAA", teks)

    def test_kode_pemulihan_berlaku_sekali(self) -> None:
        kode = RecoveryCodes.activate(self.pengguna).get_unused_codes()[0]
        masuk(self.client)
        self.client.post(reverse("mfa_authenticate"), {"code": kode})
        self.assertTrue(sudah_masuk(self.client))
        lain = Client()
        masuk(lain)
        lain.post(reverse("mfa_authenticate"), {"code": kode})
        self.assertFalse(sudah_masuk(lain))

    def test_akun_dimatikan_di_antara_sandi_dan_kode(self) -> None:
        masuk(self.client)
        Pengguna.objects.filter(pk=self.pengguna.pk).update(is_active=False)
        self.client.post(reverse("mfa_authenticate"), {"code": kode_totp(self.rahasia)})
        self.assertEqual(self.client.get(reverse("akun")).status_code, 302)

    def test_atur_ulang_sandi_tidak_melewati_faktor_kedua(self) -> None:
        kirim_tautan_sandi("kristina@contoh.example", "https://rakumpit.example/kata-sandi/lupa/")
        jalur = mail.outbox[0].body.partition("https://rakumpit.example")[2].split()[0]
        halaman = self.client.get(jalur, follow=True)
        self.client.post(
            halaman.redirect_chain[-1][0],
            {"password1": "tiga perahu di dermaga", "password2": "tiga perahu di dermaga"},
        )
        self.assertFalse(sudah_masuk(self.client))
        masuk(self.client, sandi="tiga perahu di dermaga")
        self.assertFalse(sudah_masuk(self.client))

    def test_halaman_faktor_kedua_berbahasa_indonesia(self) -> None:
        masuk(self.client)
        self.client.post(reverse("mfa_authenticate"), {"code": kode_totp(self.rahasia)})
        RecoveryCodes.activate(self.pengguna)
        for nama in (
            "mfa_index",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "usersessions_list",
            "account_change_password",
            "account_logout",
            "account_reauthenticate",
            "mfa_reauthenticate",
        ):
            with self.subTest(nama):
                jawab = self.client.get(reverse(nama))
                self.assertEqual(jawab.status_code, 200)
                for kata in ("Authenticator code", "Password", "Recovery", "style=", "asteriskField"):
                    self.assertNotContains(jawab, kata)
        unduh = self.client.get(reverse("mfa_download_recovery_codes"))
        self.assertContains(unduh, "Kode pemulihan Kinerja Rakumpit")


class EnkripsiTest(SimpleTestCase):
    def test_bolak_balik_dan_kunci_lama(self) -> None:
        with override_settings(SECRET_KEY="kunci lama"):
            tersandi = faktor.enkripsi("JBSWY3DPEHPK3PXP")
        with override_settings(SECRET_KEY="kunci baru", SECRET_KEY_FALLBACKS=["kunci lama"]):
            self.assertEqual(faktor.dekripsi(tersandi), "JBSWY3DPEHPK3PXP")
        with override_settings(SECRET_KEY="kunci baru", SECRET_KEY_FALLBACKS=[]), self.assertRaises(InvalidToken):
            faktor.dekripsi(tersandi)


class SesiTest(DasarMasuk):
    def test_keluar_hanya_dengan_post_dan_mematikan_sesi_di_server(self) -> None:
        masuk(self.client)
        kunci = self.client.session.session_key
        self.client.get(reverse("account_logout"))
        self.assertTrue(sudah_masuk(self.client))
        jawab = self.client.post(reverse("account_logout"))
        self.assertEqual(jawab["Clear-Site-Data"], '"cache"')
        pencuri = Client()
        pencuri.cookies["sessionid"] = kunci or ""
        self.assertEqual(pencuri.get(reverse("akun")).status_code, 302)

    def test_ganti_sandi_mengeluarkan_perangkat_lain_saja(self) -> None:
        lain = Client()
        masuk(lain)
        lain.get(reverse("akun"))
        masuk(self.client)
        self.client.post(
            reverse("account_change_password"),
            {"oldpassword": SANDI, "password1": "tiga perahu di dermaga", "password2": "tiga perahu di dermaga"},
        )
        self.assertEqual(self.client.get(reverse("akun")).status_code, 200)
        self.assertEqual(lain.get(reverse("akun")).status_code, 302)
        self.assertEqual(CatatanAudit.objects.filter(aksi="organisasi.akun.ganti_sandi").count(), 1)

    def test_akun_dimatikan_langsung_keluar(self) -> None:
        masuk(self.client)
        self.assertEqual(self.client.get(reverse("akun")).status_code, 200)
        Pengguna.objects.filter(pk=self.pengguna.pk).update(is_active=False)
        self.assertEqual(self.client.get(reverse("akun")).status_code, 302)

    def test_daftar_sesi_dan_keluarkan_satu(self) -> None:
        lain = Client(headers={"user-agent": "Telepon Lama"})
        masuk(lain)
        masuk(self.client)
        jawab = self.client.get(reverse("usersessions_list"))
        self.assertContains(jawab, "Telepon Lama")
        self.assertContains(jawab, "Keluarkan semua perangkat lain")
        sesi = UserSession.objects.get(user=self.pengguna, user_agent="Telepon Lama")
        self.client.post(reverse("usersessions_list"), {"sesi": sesi.pk})
        self.assertEqual(lain.get(reverse("akun")).status_code, 302)
        self.assertEqual(self.client.get(reverse("akun")).status_code, 200)

    def test_keluarkan_semua_yang_lain(self) -> None:
        lain = Client()
        masuk(lain)
        masuk(self.client)
        self.client.post(reverse("usersessions_list"))
        self.assertEqual(lain.get(reverse("akun")).status_code, 302)
        self.assertEqual(self.client.get(reverse("akun")).status_code, 200)

    def test_sesi_orang_lain_tidak_ditemukan(self) -> None:
        buat_pengguna(nip="199001012015032902")
        rekan = Client()
        masuk(rekan, "199001012015032902")
        sesi = UserSession.objects.get(session_key=rekan.session.session_key)
        masuk(self.client)
        for kiriman in (str(sesi.pk), "0", "x", "²"):
            self.assertEqual(self.client.post(reverse("usersessions_list"), {"sesi": kiriman}).status_code, 404)
        self.assertEqual(rekan.get(reverse("akun")).status_code, 200)


class LupaSandiTest(DasarMasuk):
    def minta(self, email: str):
        return self.client.post(reverse("account_reset_password"), {"email": email})

    def test_jawaban_tidak_mengatakan_apakah_alamat_ada(self) -> None:
        ada = self.minta("Kristina@contoh.example")
        tidak = self.minta("hantu@contoh.example")
        self.assertEqual((ada.status_code, ada["Location"]), (tidak.status_code, tidak["Location"]))
        baris = Antrean.objects.filter(tugas="rakumpit.organisasi.tasks.kirim_tautan_sandi").order_by("id")
        self.assertEqual([satu.muatan["alamat"] for satu in baris], ["kristina@contoh.example", "hantu@contoh.example"])

    def test_alamat_yang_sangat_panjang_dijawab_sama(self) -> None:
        alamat = f"{'a' * 60}@{'.'.join(['b' * 60] * 3)}.example"
        self.assertGreater(len(alamat), 200)
        jawab = self.client.post(reverse("account_reset_password"), {"email": alamat})
        self.assertRedirects(jawab, reverse("account_reset_password_done"))
        self.assertEqual(Antrean.objects.get().muatan["alamat"], alamat)

    def test_surat_hanya_kepada_akun_aktif(self) -> None:
        kirim_tautan_sandi("hantu@contoh.example", "https://rakumpit.example/kata-sandi/lupa/")
        Pengguna.objects.filter(pk=self.pengguna.pk).update(is_active=False)
        kirim_tautan_sandi("kristina@contoh.example", "https://rakumpit.example/kata-sandi/lupa/")
        self.assertEqual(mail.outbox, [])

    def test_tautan_berlaku_sekali_dan_mengeluarkan_semua_perangkat(self) -> None:
        lain = Client()
        masuk(lain)
        self.minta("kristina@contoh.example")
        kirim_tautan_sandi(**Antrean.objects.get(tugas="rakumpit.organisasi.tasks.kirim_tautan_sandi").muatan)
        surat = mail.outbox[0]
        self.assertIn("Kristina Lestari", surat.body)
        self.assertNotIn(NIP, f"{surat.body} {surat.subject}")
        jalur = surat.body.partition("http://testserver")[2].split()[0]
        halaman = self.client.get(jalur, follow=True)
        alamat = halaman.redirect_chain[-1][0]
        self.assertNotIn(jalur.rpartition("-")[2], alamat)
        sandi = "tiga perahu di dermaga"
        jawab = self.client.post(alamat, {"password1": sandi, "password2": sandi}, follow=True)
        self.assertContains(jawab, "Kata sandi sudah diganti")
        self.assertEqual(lain.get(reverse("akun")).status_code, 302)
        masuk(self.client, sandi=sandi)
        self.assertTrue(sudah_masuk(self.client))
        self.assertContains(Client().get(jalur, follow=True), "Tautan tidak berlaku")

    def test_setelah_tautan_perangkat_dikenal_walau_akun_diserang(self) -> None:
        kirim_tautan_sandi("kristina@contoh.example", "http://testserver/kata-sandi/lupa/")
        for n in range(25):
            masuk(Client(), sandi="tebakan-tebakan", dari=f"198.18.{n}.9")
        jalur = mail.outbox[0].body.partition("http://testserver")[2].split()[0]
        alamat = self.client.get(jalur, follow=True).redirect_chain[-1][0]
        sandi = "tiga perahu di dermaga"
        self.client.post(alamat, {"password1": sandi, "password2": sandi})
        masuk(self.client, sandi=sandi)
        self.assertTrue(sudah_masuk(self.client))

    def test_permintaan_surat_dibatasi_per_alamat(self) -> None:
        status = [self.minta("kristina@contoh.example").status_code for _ in range(5)]
        self.assertEqual(status, [302, 302, 302, 429, 429])


class AturanSandiTest(TestCase):
    def setUp(self) -> None:
        buat_unit(nama="Kelurahan Petuk Bukit")
        self.pengguna = buat_pengguna(nip=NIP)
        buat_pegawai(pengguna=self.pengguna, tanggal_lahir=date(1984, 3, 9))

    def test_ditolak(self) -> None:
        for sandi in (
            "pendek-2026",
            "password1234",
            "Rakumpit-hebat-sekali",
            "PALANGKA RAYA 2026",
            "petuk bukit indah",
            f"x{NIP}x",
            "sungai17081985",
            "sungai-1985-08-17",
            "dermaga 09-03-1984",
        ):
            with self.subTest(sandi), self.assertRaises(ValidationError):
                validate_password(sandi, self.pengguna)

    def test_diterima(self) -> None:
        for sandi in ("tiga perahu di dermaga", SANDI, "x" * 3 + "ikan saluang goreng" * 6):
            with self.subTest(sandi):
                validate_password(sandi, self.pengguna)
        validate_password("tiga perahu di dermaga", None)


class AdminTest(DasarMasuk):
    def test_admin_tidak_punya_halaman_masuk_sendiri(self) -> None:
        jawab = self.client.get("/admin/", follow=True)
        self.assertTrue(jawab.redirect_chain[-1][0].startswith(reverse("account_login")))
        self.assertContains(jawab, "NIP atau email")
        masuk(self.client)
        self.assertEqual(self.client.get("/admin/login/").status_code, 404)
