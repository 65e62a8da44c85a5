from __future__ import annotations

from django.core import mail
from django.test import TestCase
from django.urls import reverse

from rakumpit.antrean.models import Antrean
from rakumpit.notifikasi.models import Notifikasi, kirim
from rakumpit.notifikasi.tasks import kirim_surel
from rakumpit.organisasi.models import Pengguna
from tests.pabrik import buat_pengguna


class KirimTest(TestCase):
    pengguna: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.pengguna = buat_pengguna(email="siti@contoh.test")

    def test_kunci_yang_sama_hanya_sekali(self):
        for _ in range(2):
            kirim(penerima_id=self.pengguna.pk, kunci="evaluasi:1", judul="Hasil evaluasi Anda")
        self.assertEqual(Notifikasi.objects.count(), 1)
        self.assertEqual(Antrean.objects.count(), 1)

    def test_judul_berbaris_banyak_tidak_menambah_kepala_surat(self):
        """C83: a line break in a title must not stop the queue nor add a header."""
        kirim(penerima_id=self.pengguna.pk, kunci="k", judul="Rapat\r\nBcc: orang@lain.test")
        kirim_surel(self.pengguna.pk, "k")
        self.assertEqual(mail.outbox[0].subject, "Rapat Bcc: orang@lain.test")
        self.assertEqual(mail.outbox[0].bcc, [])

    def test_tugas_ganda_mengirim_satu_surat(self):
        kirim(penerima_id=self.pengguna.pk, kunci="k", judul="Kabar")
        kirim_surel(self.pengguna.pk, "k")
        kirim_surel(self.pengguna.pk, "k")
        self.assertEqual(len(mail.outbox), 1)

    def test_tanpa_alamat_hanya_di_dalam_produk(self):
        tanpa = buat_pengguna()
        kirim(penerima_id=tanpa.pk, kunci="k", judul="Kabar")
        kirim_surel(tanpa.pk, "k")
        self.assertEqual(mail.outbox, [])
        self.assertEqual(tanpa.notifikasi.count(), 1)


class HalamanTest(TestCase):
    lain: Pengguna
    pengguna: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.pengguna = buat_pengguna()
        cls.lain = buat_pengguna()
        kirim(penerima_id=cls.pengguna.pk, kunci="k", judul="Hasil Anda siap", tautan="/akun/")

    def test_hanya_milik_sendiri(self):
        self.client.force_login(self.lain)
        self.assertContains(self.client.get(reverse("notifikasi:daftar")), "Belum ada pemberitahuan")
        satu = Notifikasi.objects.get()
        self.assertEqual(self.client.post(reverse("notifikasi:buka", args=[satu.uuid])).status_code, 404)
        satu.refresh_from_db()
        self.assertIsNone(satu.dibaca)

    def test_membuka_menandai_dibaca_dan_mengalihkan(self):
        self.client.force_login(self.pengguna)
        satu = Notifikasi.objects.get()
        jawaban = self.client.post(reverse("notifikasi:buka", args=[satu.uuid]))
        self.assertRedirects(jawaban, "/akun/", fetch_redirect_response=False)
        satu.refresh_from_db()
        self.assertIsNotNone(satu.dibaca)

    def test_tautan_ke_situs_lain_tidak_diikuti(self):
        kirim(penerima_id=self.pengguna.pk, kunci="jahat", judul="x", tautan="//situs.jahat.test/")
        self.client.force_login(self.pengguna)
        satu = Notifikasi.objects.get(kunci="jahat")
        jawaban = self.client.post(reverse("notifikasi:buka", args=[satu.uuid]))
        self.assertRedirects(jawaban, reverse("notifikasi:daftar"), fetch_redirect_response=False)

    def test_membaca_daftar_tidak_mengubah_apa_pun(self):
        self.client.force_login(self.pengguna)
        self.client.get(reverse("notifikasi:daftar"))
        self.assertIsNone(Notifikasi.objects.get().dibaca)
