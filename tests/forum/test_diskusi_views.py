"""The pages of the discussion: sending, refusing without loss, and what must not leak."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any
from unittest import mock
from uuid import uuid4

from django.core import mail
from django.test import Client
from django.urls import reverse

from forum.enums.diskusi import Irama
from forum.models import Balasan, LanggananDiskusi, Penandaan, RingkasanDiskusi, Topik
from forum.proses import akun_warga, diskusi, langganan, moderasi
from forum.proses.langganan import kirim_ringkasan, tanda_berhenti
from rakumpit.antrean.models import Antrean
from rakumpit.notifikasi.models import Notifikasi, kirim
from rakumpit.notifikasi.tasks import kirim_surel
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.forum.dasar_diskusi import UjiDiskusi
from tests.survei.dasar import SAAT, pada

SKRIP = "<script>alert(1)</script>"


class TulisTest(UjiDiskusi):
    def _isi(self, **ubah: Any) -> dict[str, Any]:
        return {
            "kiriman": str(uuid4()), "jenis": "usulan", "kategori": str(self.kategori.uuid),
            "judul": "Lampu jalan padam", "isi": "Sejak Senin.",
        } | ubah  # fmt: skip

    def test_send_and_send_again(self) -> None:
        self.client.force_login(self.percaya)
        isi = self._isi()
        for _ in range(2):
            respons = self.client.post(reverse("forum:diskusi_tulis"), isi)
            self.assertEqual(respons.status_code, 302)
        self.assertEqual(Topik.objects.filter(judul="Lampu jalan padam").count(), 1)

    def test_similar_topics_come_first_and_nothing_typed_is_lost(self) -> None:
        self.client.force_login(self.percaya)
        isi = self._isi(judul="Jadwal posyandu kapan", isi="Teks saya yang panjang")
        respons = self.client.post(reverse("forum:diskusi_tulis"), isi)
        self.assertContains(respons, str(self.lama.uuid))
        self.assertContains(respons, "Teks saya yang panjang")
        self.assertContains(respons, isi["kiriman"])
        self.assertFalse(Topik.objects.filter(kiriman=isi["kiriman"]).exists())
        self.assertEqual(self.client.post(reverse("forum:diskusi_tulis"), isi | {"yakin": "ya"}).status_code, 302)

    def test_complaint_goes_elsewhere_with_its_words(self) -> None:
        self.client.force_login(self.percaya)
        respons = self.client.post(reverse("forum:diskusi_tulis"), self._isi(jenis="pengaduan", isi="Aduan saya"))
        self.assertContains(respons, "halaman pengaduan")
        self.assertContains(respons, "Aduan saya")
        self.assertFalse(Topik.objects.filter(isi="Aduan saya").exists())

    def test_limit_keeps_what_was_typed(self) -> None:
        self.client.force_login(self.percaya)
        with mock.patch.dict("forum.views.tampilan_diskusi.BATAS", tulis="1/h/key"):
            self.assertEqual(self.client.post(reverse("forum:diskusi_tulis"), self._isi()).status_code, 302)
            respons = self.client.post(
                reverse("forum:diskusi_balas", args=[self.lama.uuid]), {"kiriman": str(uuid4()), "isi": "Kata saya"}
            )
        self.assertContains(respons, "Kata saya", status_code=429)
        self.assertFalse(Balasan.objects.exists())

    def test_bad_forms_come_back(self) -> None:
        self.client.force_login(self.percaya)
        respons = self.client.post(reverse("forum:diskusi_tulis"), self._isi(judul="", isi="Kata saya"))
        self.assertContains(respons, "Kata saya", status_code=422)
        respons = self.client.post(reverse("forum:diskusi_tulis"), self._isi(isi="a\x00b"))
        self.assertEqual(respons.status_code, 422)

    def test_script_is_text_on_every_page(self) -> None:
        topik = self.topik(
            self.percaya, judul=f"Judul {SKRIP}", isi=f"Isi {SKRIP} [a](javascript:alert(1)) {{{{7*7}}}}"
        )
        self.balas(topik, self.percaya, f"Balas {SKRIP}")
        Pengguna.objects.filter(pk=self.percaya.pk).update(nama=SKRIP)
        self.client.force_login(self.pengelola)
        for alamat in (
            reverse("forum:diskusi_daftar"),
            reverse("forum:diskusi_topik", args=[topik.uuid]),
            reverse("forum:diskusi_tandai", args=[topik.uuid]),
            reverse("forum:diskusi_rss"),
            reverse("forum:kelola_diskusi"),
            reverse("forum:kelola_diskusi_topik", args=[topik.uuid]),
            reverse("forum:kelola_putuskan", args=["topik", topik.uuid]),
            reverse("cari") + "?q=judul",
        ):
            with self.subTest(alamat):
                respons = self.client.get(alamat)
                self.assertEqual(respons.status_code, 200)
                self.assertNotContains(respons, SKRIP)
                self.assertNotContains(respons, 'href="javascript')
                self.assertNotContains(respons, "49}}")

    def test_report_without_account(self) -> None:
        kode = str(uuid4())
        for _ in range(2):
            respons = self.client.post(
                reverse("forum:diskusi_tandai", args=[self.lama.uuid]), {"kiriman": kode, "alasan": "sara"}
            )
            self.assertContains(respons, "Terima kasih")
        self.assertEqual(Penandaan.objects.count(), 1)
        with mock.patch.dict("forum.views.tampilan_diskusi.BATAS", tandai="1/h/key"):
            kirim = {"kiriman": str(uuid4()), "alasan": "sara", "catatan": "Catatan saya"}
            self.client.post(reverse("forum:diskusi_tandai", args=[self.lama.uuid]), kirim)
            respons = self.client.post(
                reverse("forum:diskusi_tandai", args=[self.lama.uuid]), kirim | {"kiriman": str(uuid4())}
            )
        self.assertContains(respons, "Catatan saya", status_code=429)

    def test_no_address_and_no_nip_in_public(self) -> None:
        self.balas(self.lama, self.petugas)
        for alamat in (
            reverse("forum:diskusi_daftar"),
            reverse("forum:diskusi_topik", args=[self.lama.uuid]),
            reverse("forum:diskusi_rss"),
        ):
            respons = self.client.get(alamat)
            for rahasia in (self.percaya.email, str(self.percaya.uuid), self.petugas.nip):
                self.assertNotContains(respons, str(rahasia), msg_prefix=alamat)
        self.assertContains(self.client.get(reverse("forum:diskusi_topik", args=[self.lama.uuid])), "Kelurahan Rekaan")


class AkunTest(UjiDiskusi):
    def _surat(self, email: str, nama: str = "Nama Samaran") -> str:
        self.client.post(reverse("forum:warga_daftar"), {"email": email, "nama": nama})
        tanda = Antrean.objects.filter(tugas="forum.tasks.surat_akun").latest("pk").muatan["tanda"]
        akun_warga.kirim_surat_akun(tanda=tanda)
        return str(mail.outbox[-1].body)

    def test_from_address_to_account(self) -> None:
        isi = self._surat("Saya@Contoh.Example")
        self.assertEqual(mail.outbox[-1].to, ["saya@contoh.example"])
        alamat = "/" + isi.split("http://localhost:8000/")[1].split()[0] if "localhost" in isi else ""
        self.assertIn("/forum/diskusi/daftar-akun/", alamat)
        # A mail scanner opens the link; nothing is made.
        self.assertEqual(self.client.get(alamat).status_code, 200)
        self.assertFalse(Pengguna.objects.filter(email="saya@contoh.example").exists())
        self.assertEqual(self.client.post(alamat, {"nama": "Nama Samaran", "sandi": "pendek"}).status_code, 422)
        self.assertContains(self.client.post(alamat, {"nama": "Nama Samaran", "sandi": pabrik.SANDI}), "sudah jadi")
        warga = Pengguna.objects.get(email="saya@contoh.example")
        self.assertTrue(warga.warga and warga.check_password(pabrik.SANDI))
        self.assertEqual(self.client.post(alamat, {"nama": "Lain Nama", "sandi": pabrik.SANDI}).status_code, 409)
        masuk = self.client.post(reverse("account_login"), {"login": "saya@contoh.example", "password": pabrik.SANDI})
        self.assertEqual((masuk.status_code, "_auth_user_id" in self.client.session), (302, True))

    def test_page_does_not_tell_who_has_an_account(self) -> None:
        baru = self.client.post(reverse("forum:warga_daftar"), {"email": "x@contoh.example", "nama": "Nama Satu"})
        ada = self.client.post(reverse("forum:warga_daftar"), {"email": self.percaya.email, "nama": "Nama Dua"})
        self.assertEqual((baru.status_code, baru.content), (ada.status_code, ada.content))
        self.assertIn("sudah punya akun", self._surat(str(self.percaya.email), "Nama Tiga"))

    def test_old_and_forged_links(self) -> None:
        self._surat("y@contoh.example")
        tanda = Antrean.objects.latest("pk").muatan["tanda"]
        self.assertIsNotNone(akun_warga.baca_tanda(tanda))
        self.assertIsNone(akun_warga.baca_tanda(tanda[:-2] + "xx"))
        with mock.patch("time.time", return_value=time.time() + 25 * 3600):
            self.assertIsNone(akun_warga.baca_tanda(tanda))

    def test_names(self) -> None:
        for nama in ("Camat Rakumpit", self.percaya.nama.upper(), "a"):
            respons = self.client.post(reverse("forum:warga_daftar"), {"email": "z@contoh.example", "nama": nama})
            self.assertEqual(respons.status_code, 422, nama)

    def test_deleted_account_leaves_its_posts(self) -> None:
        diskusi.dukung(topik=self.topik(self.percaya), oleh=self.baru, nyala=True)
        langganan.ikuti(oleh=self.percaya, topik=self.lama, irama="harian")
        self.client.force_login(self.percaya)
        alamat = reverse("forum:warga_hapus")
        self.assertEqual(self.client.post(alamat, {"sandi": "salah"}).status_code, 422)
        self.assertEqual(self.client.post(alamat, {"sandi": pabrik.SANDI}).status_code, 302)
        self.percaya.refresh_from_db()
        self.assertEqual((self.percaya.nama, self.percaya.email, self.percaya.is_active), ("Akun dihapus", None, False))
        respons = Client().get(reverse("forum:diskusi_topik", args=[self.lama.uuid]))
        self.assertContains(respons, "Akun dihapus")
        self.assertNotContains(respons, "Warga Percaya")
        self.assertFalse(LanggananDiskusi.objects.filter(berhenti_pada__isnull=True).exists())
        self.assertNotIn("_auth_user_id", self.client.session)


class RingkasanTest(UjiDiskusi):
    def _siap(self) -> None:
        langganan.ikuti(oleh=self.baru, topik=self.lama, irama="harian")
        LanggananDiskusi.objects.update(mulai=SAAT - timedelta(days=3))
        self.balas(self.lama, self.percaya, "Isi rahasia balasan")

    def test_once_per_period_and_nobody_else_in_it(self) -> None:
        self._siap()
        besok = SAAT + timedelta(days=1)
        self.assertEqual(kirim_ringkasan(saat=besok.replace(hour=5)), 0)
        self.assertEqual([kirim_ringkasan(saat=besok) for _ in range(3)], [1, 0, 0])
        kabar = Notifikasi.objects.get(penerima=self.baru, kunci="forum.ringkasan.harian.2026-09-15")
        kirim_surel(self.baru.pk, kabar.kunci)
        surat = mail.outbox[-1]
        utuh = str(surat.message())
        self.assertEqual(surat.to, [self.baru.email])
        self.assertIn("1 balasan baru", surat.body)
        for rahasia in (self.percaya.email, self.percaya.nama, "Isi rahasia", self.lama.kategori.unit.nama):
            self.assertNotIn(rahasia, utuh)
        self.assertIn("/forum/diskusi/berhenti/", surat.body)
        self.assertNotIn(str(self.baru.email), str(surat.body))

    def test_no_news_no_mail(self) -> None:
        langganan.ikuti(oleh=self.baru, topik=self.lama, irama="harian")
        LanggananDiskusi.objects.update(mulai=SAAT)
        self.assertEqual(kirim_ringkasan(saat=SAAT + timedelta(days=5)), 0)
        self.assertEqual(RingkasanDiskusi.objects.filter(pengguna=self.baru).count(), 1)

    def test_hidden_words_are_not_told(self) -> None:
        self._siap()
        moderasi.putuskan(
            sasaran=Balasan.objects.get(), oleh=self.pengelola, tindakan="sembunyikan", alasan=self.alasan()
        )
        self.assertEqual(kirim_ringkasan(saat=SAAT + timedelta(days=1)), 0)

    def test_title_with_line_break_adds_no_header(self) -> None:
        self._siap()
        Topik.objects.filter(pk=self.lama.pk).update(judul="Judul\nBcc: jahat@contoh.example")
        kirim_ringkasan(saat=SAAT + timedelta(days=1))
        kirim_surel(self.baru.pk, "forum.ringkasan.harian.2026-09-15")
        self.assertIsNone(mail.outbox[-1].message()["Bcc"])

    def test_unsubscribe_without_login_by_post_only(self) -> None:
        self._siap()
        alamat = reverse("forum:langganan_berhenti", args=[tanda_berhenti(self.baru)])
        self.assertEqual(self.client.get(alamat).status_code, 200)
        self.assertTrue(LanggananDiskusi.objects.filter(berhenti_pada__isnull=True).exists())
        self.assertContains(self.client.post(alamat), "tidak lagi")
        self.assertFalse(LanggananDiskusi.objects.filter(berhenti_pada__isnull=True).exists())
        self.assertEqual(kirim_ringkasan(saat=SAAT + timedelta(days=1)), 0)
        self.assertEqual(self.client.get(alamat[:-3] + "xx/").status_code, 404)

    def test_mail_offers_one_click_unsubscribe(self) -> None:
        """RFC 8058: the mail program posts without cookie or token."""
        self._siap()
        with self.settings(ALAMAT_PUBLIK="https://rakumpit.contoh.example"):
            kirim_ringkasan(saat=SAAT + timedelta(days=1))
        kirim_surel(self.baru.pk, "forum.ringkasan.harian.2026-09-15")
        surat = mail.outbox[-1].message()
        tautan = surat["List-Unsubscribe"].strip("<>")
        self.assertEqual(surat["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        self.assertIn(tautan, mail.outbox[-1].body)
        klien = Client(enforce_csrf_checks=True)
        jalur = tautan.removeprefix("https://rakumpit.contoh.example")
        respons = klien.post(jalur, {"List-Unsubscribe": "One-Click"})
        self.assertEqual((respons.status_code, dict(klien.cookies)), (200, {}))
        self.assertFalse(LanggananDiskusi.objects.filter(berhenti_pada__isnull=True).exists())

    def test_no_one_click_without_https_and_no_header_on_other_mail(self) -> None:
        self._siap()
        with self.settings(ALAMAT_PUBLIK="http://192.168.1.5:8000"):
            kirim_ringkasan(saat=SAAT + timedelta(days=1))
        kirim_surel(self.baru.pk, "forum.ringkasan.harian.2026-09-15")
        self.assertIsNone(mail.outbox[-1].message()["List-Unsubscribe-Post"])
        kirim(penerima_id=self.baru.pk, kunci="lain", judul="Lain")
        kirim_surel(self.baru.pk, "lain")
        self.assertIsNone(mail.outbox[-1].message()["List-Unsubscribe"])

    def test_category_is_followed_from_its_list(self) -> None:
        self.client.force_login(self.baru)
        daftar = f"{reverse('forum:diskusi_daftar')}?kategori={self.kategori.uuid}"
        alamat = reverse("forum:diskusi_ikuti_kategori", args=[self.kategori.uuid])
        self.assertContains(self.client.get(daftar), alamat)
        self.assertNotContains(Client().get(daftar), alamat)
        self.assertNotContains(self.client.get(reverse("forum:diskusi_daftar")), "Ikuti kategori")
        self.assertRedirects(self.client.post(alamat, {"irama": "harian"}), daftar)
        LanggananDiskusi.objects.update(mulai=SAAT - timedelta(days=3))
        self.topik(self.percaya, judul="Topik baru di kategori", isi="Isi.")
        self.assertEqual(kirim_ringkasan(saat=SAAT + timedelta(days=1)), 1)
        self.assertIn("Topik baru di kategori (topik baru)", Notifikasi.objects.get(penerima=self.baru).isi)
        self.assertContains(self.client.get(daftar), "Berhenti menerima kabar")
        self.client.post(alamat, {"berhenti": "ya"})
        self.assertFalse(LanggananDiskusi.objects.filter(berhenti_pada__isnull=True).exists())
        self.client.post(alamat, {"irama": "tahunan"})
        self.assertFalse(LanggananDiskusi.objects.filter(berhenti_pada__isnull=True).exists())

    def test_week_on_monday(self) -> None:
        for hari, kunci in (
            (date(2026, 9, 14), "2026-W37"),
            (date(2026, 9, 20), "2026-W37"),
            (date(2027, 1, 4), "2026-W53"),
        ):
            self.assertEqual(langganan.masa(Irama.MINGGUAN, hari)[0], kunci)


class KeadaanTest(UjiDiskusi):
    def test_waiting_topic_is_seen_by_its_author_alone(self) -> None:
        topik = self.topik(self.baru, judul="Belum tayang")
        alamat = reverse("forum:diskusi_topik", args=[topik.uuid])
        self.assertEqual(self.client.get(alamat).status_code, 404)
        self.client.force_login(self.percaya)
        self.assertEqual(self.client.get(alamat).status_code, 404)
        self.client.force_login(self.baru)
        self.assertContains(self.client.get(alamat), "Menunggu pemeriksaan")

    def test_expired_form_after_closing_is_told(self) -> None:
        Topik.objects.filter(pk=self.lama.pk).update(status="ditutup", alasan_tutup="Selesai.")
        self.client.force_login(self.percaya)
        with pada(SAAT + timedelta(hours=1)):
            respons = self.client.post(
                reverse("forum:diskusi_balas", args=[self.lama.uuid]), {"kiriman": str(uuid4()), "isi": "Kata saya"}
            )
        self.assertContains(respons, "Kata saya", status_code=409)


class MejaTest(UjiDiskusi):
    def test_desk_of_the_moderators(self) -> None:
        topik = self.topik(self.baru, judul="Topik menunggu")
        balasan = self.balas(self.lama, self.baru)
        moderasi.tandai(kiriman=uuid4(), sasaran=self.lama, alasan=self.alasan(), catatan="")
        self.client.force_login(self.pengelola)
        respons = self.client.get(reverse("forum:kelola_diskusi_antrean"))
        self.assertEqual(
            {(satu["macam"], satu["uuid"], satu["tanda"]) for satu, _ in respons.context["baris"]},
            {("topik", topik.uuid, 0), ("balasan", balasan.uuid, 0), ("topik", self.lama.uuid, 1)},
        )

    def test_home_names_what_waits(self) -> None:
        self.topik(self.baru, judul="Topik menunggu")
        self.client.force_login(self.pengelola)
        self.assertContains(self.client.get("/"), "Periksa 1 kiriman forum")
        self.client.force_login(self.lurah)
        self.assertContains(self.client.get("/"), "Jawab warga: Jadwal posyandu")
        self.client.force_login(self.petugas)
        self.assertContains(self.client.get("/cari/?q=posyandu"), "Jadwal posyandu")
        self.assertNotContains(self.client.get("/cari/?q=menunggu"), "Topik menunggu")

    def test_citizen_at_home_sees_the_public_page(self) -> None:
        self.client.force_login(self.percaya)
        self.assertContains(self.client.get("/"), "Kecamatan Rakumpit mendengar Anda")
