"""Accounts without an address: made once by name and password, opened again by a code that is shown once."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any
from unittest import mock
from uuid import UUID, uuid4

from django.core import mail, signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client, TestCase
from django.urls import reverse

from forum.models import KodePulih, LanggananDiskusi, Topik
from forum.proses import akun_tanpa_email as proses
from forum.proses import akun_warga, langganan
from forum.proses.akun_warga import hapus_akun
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nama_masuk import cari_pengguna
from tests import pabrik
from tests.forum.dasar_diskusi import UjiDiskusi, buat_warga
from tests.serentak import UjiSerentak

SANDI = "perahu-kelotok-malam"
BARU = "jembatan-kahayan-pagi"


def buat(nama: str = "Warga Sungai", *, sandi: str = SANDI, kiriman: UUID | None = None) -> str:
    return proses.buat_akun_nama(kiriman=kiriman or uuid4(), nama=nama, sandi=sandi)


class ProsesTest(TestCase):
    def test_hanya_sidik_yang_tersimpan_dan_kode_tampil_sekali(self) -> None:
        kode = buat()
        akun = Pengguna.objects.get(nama="Warga Sungai")
        self.assertEqual((akun.email, akun.nip, akun.warga), (None, None, True))
        rapat = kode.replace("-", "")
        self.assertEqual(len(rapat), 24)
        isi = str(KodePulih.objects.values().get())
        for kata in (kode, rapat, SANDI):
            self.assertNotIn(kata, isi)

    def test_kirim_ulang_satu_akun_kode_yang_sama(self) -> None:
        kiriman = uuid4()
        kode = buat(kiriman=kiriman)
        self.assertEqual(buat(kiriman=kiriman), kode)
        self.assertEqual(Pengguna.objects.filter(warga=True).count(), 1)
        # The code is not told to who only has the form.
        with self.assertRaisesMessage(ValidationError, "sudah dibuat"):
            buat(kiriman=kiriman, sandi=BARU)

    def test_aturan_nama_dan_sandi_sama_dengan_akun_beremail(self) -> None:
        buat_warga("Warga Beremail")
        for ubah in (
            ("warga beremail", SANDI),
            ("Camat Rakumpit", SANDI),
            ("0812 3456 789", SANDI),
            ("a@b.example", SANDI),
            ("Warga Sungai", "pendek"),
            ("Warga Sungai", "Warga Sungai"),
        ):
            with self.subTest(ubah), self.assertRaises(ValidationError):
                buat(ubah[0], sandi=ubah[1])
        self.assertEqual(KodePulih.objects.count(), 0)

    def test_tautan_surat_yang_ditekan_dua_kali_menyuruh_masuk(self) -> None:
        """Not «this name is in use»: it is in use by the very account that the first press made."""
        tanda = signing.dumps({"email": "warga@contoh.example", "nama": "Warga Hulu"}, salt=akun_warga._GARAM)
        akun_warga.buat_akun(tanda=tanda, nama="Warga Hulu", sandi=SANDI)
        with self.assertRaisesMessage(ValidationError, "Akun ini sudah dibuat. Silakan masuk."):
            akun_warga.buat_akun(tanda=tanda, nama="Warga Hulu", sandi=SANDI)
        self.assertEqual(Pengguna.objects.filter(warga=True).count(), 1)

    def test_masuk_dengan_nama_hanya_tanpa_email(self) -> None:
        buat()
        buat_warga("Warga Beremail")
        akun = Pengguna.objects.get(nama="Warga Sungai")
        for ketikan in ("Warga Sungai", "  warga   SUNGAI "):
            self.assertEqual(cari_pengguna(ketikan), akun)
        pabrik.buat_pengguna(nama="Petugas Loket")
        for ketikan in ("Warga Beremail", "Petugas Loket", "Warga", ""):
            self.assertIsNone(cari_pengguna(ketikan))

    def test_kode_dipakai_sekali_dan_sesi_lain_berakhir(self) -> None:
        kode = buat()
        akun = Pengguna.objects.get(nama="Warga Sungai")
        peramban = Client()
        peramban.force_login(akun)
        kedua = proses.pulihkan_akun(nama="warga sungai", kode=kode.lower().replace("-", " "), sandi=BARU)
        self.assertNotEqual(kode, kedua)
        akun.refresh_from_db()
        self.assertTrue(akun.check_password(BARU))
        self.assertEqual(peramban.get(reverse("forum:warga_akun")).status_code, 302)
        with self.assertRaisesMessage(ValidationError, proses.TIDAK_COCOK):
            proses.pulihkan_akun(nama="Warga Sungai", kode=kode, sandi=BARU)
        proses.pulihkan_akun(nama="Warga Sungai", kode=kedua, sandi=SANDI)

    def test_nama_salah_kode_salah_dan_akun_beremail_jawabannya_sama(self) -> None:
        kode = buat()
        buat_warga("Warga Beremail")
        for nama, salah in (
            ("Tidak Ada", kode),
            ("Warga Sungai", "A" * 24),
            ("Warga Beremail", kode),
            ("Warga Sungai", ""),
        ):
            with self.subTest(nama), self.assertRaises(ValidationError) as galat:
                proses.pulihkan_akun(nama=nama, kode=salah, sandi=BARU)
            self.assertEqual(galat.exception.messages, [proses.TIDAK_COCOK])

    def test_dihapus_bersama_kodenya(self) -> None:
        kode = buat()
        akun = Pengguna.objects.get(nama="Warga Sungai")
        hapus_akun(oleh=akun, sandi=SANDI)
        self.assertEqual(KodePulih.objects.count(), 0)
        with self.assertRaisesMessage(ValidationError, proses.TIDAK_COCOK):
            proses.pulihkan_akun(nama="Warga Sungai", kode=kode, sandi=BARU)
        # The name is free again.
        buat()


class HalamanTest(UjiDiskusi):
    def setUp(self) -> None:
        super().setUp()
        self.daftar = reverse("forum:warga_nama")

    def test_dari_daftar_sampai_menulis_dan_pulih(self) -> None:
        isi = {"kiriman": str(uuid4()), "nama": "Warga Sungai", "sandi": SANDI}
        jadi = self.client.post(self.daftar, isi)
        kode = proses._kode(KodePulih.objects.get().kiriman)
        self.assertContains(jadi, kode)
        self.assertIn("no-store", jadi["Cache-Control"])
        self.assertNotContains(self.client.get(self.daftar), kode)
        masuk = self.client.post(reverse("account_login"), {"login": "warga sungai", "password": SANDI})
        self.assertEqual(masuk.status_code, 302)
        kirim = {
            "kiriman": str(uuid4()),
            "jenis": "usulan",
            "kategori": str(self.kategori.uuid),
            "judul": "Lampu dermaga",
            "isi": "Mohon ditambah.",
        }
        self.assertEqual(self.client.post(reverse("forum:diskusi_tulis"), kirim).status_code, 302)
        topik = Topik.objects.get(judul="Lampu dermaga")
        # First posts wait, with or without an address.
        self.assertEqual((topik.penulis.nama, topik.keadaan), ("Warga Sungai", "menunggu"))
        for alamat in (reverse("forum:warga_akun"), reverse("account_change_password"), reverse("beranda")):
            self.assertIn(self.client.get(alamat).status_code, {200, 302})
        self.assertEqual(self.client.get(reverse("forum:sesi_daftar")).status_code, 404)
        self.client.logout()
        pulih = self.client.post(reverse("forum:warga_pulih"), {"nama": "Warga Sungai", "kode": kode, "sandi": BARU})
        self.assertContains(pulih, "Kata sandi sudah diganti")
        self.assertEqual(mail.outbox, [])

    def test_kabar_email_tidak_ditawarkan_dan_ditolak(self) -> None:
        buat()
        akun = Pengguna.objects.get(nama="Warga Sungai")
        with self.assertRaisesMessage(ValidationError, "tanpa email"):
            langganan.ikuti(oleh=akun, irama="harian", topik=self.lama)
        self.client.force_login(akun)
        alamat = reverse("forum:diskusi_topik", args=[self.lama.uuid])
        self.assertContains(self.client.get(alamat), "Akun Anda tanpa email")
        self.client.post(reverse("forum:diskusi_ikuti", args=[self.lama.uuid]), {"irama": "harian"})
        self.assertEqual(LanggananDiskusi.objects.filter(pengguna=akun).count(), 0)

    def test_batas_pembuatan_dan_percobaan_kode(self) -> None:
        for n in range(10):
            cache_isi = {"kiriman": str(uuid4()), "nama": f"Warga Rt {'abcdefghij'[n] * 3}", "sandi": SANDI}
            self.assertEqual(self.client.post(self.daftar, cache_isi).status_code, 200)
        lagi = {"kiriman": str(uuid4()), "nama": "Warga Kesebelas", "sandi": SANDI}
        ditolak = self.client.post(self.daftar, lagi)
        self.assertEqual(ditolak.status_code, 429)
        self.assertContains(ditolak, "Warga Kesebelas", status_code=429)
        cache.clear()
        salah = {"nama": "Warga Rt aaa", "kode": "A" * 24, "sandi": BARU}
        kode = [self.client.post(reverse("forum:warga_pulih"), salah).status_code for _ in range(6)]
        self.assertEqual(kode, [422] * 5 + [429])

    def test_tebakan_kata_sandi_dibatasi_seperti_akun_lain(self) -> None:
        buat()
        jawaban = [
            self.client.post(reverse("account_login"), {"login": "Warga Sungai", "password": "salah-sekali-ini"})
            for _ in range(6)
        ]
        self.assertEqual(jawaban[4].status_code, 200)
        self.assertNotEqual(jawaban[5].content, b"")
        masuk = self.client.post(reverse("account_login"), {"login": "Warga Sungai", "password": SANDI})
        self.assertNotEqual(masuk.status_code, 302)


class SerentakTest(UjiSerentak):
    def test_kiriman_sama_serentak_satu_akun_satu_kode(self) -> None:
        kiriman = uuid4()
        hasil = self.sekaligus(*(partial(buat, kiriman=kiriman) for _ in range(5)))
        self.assertEqual({type(satu) for satu in hasil}, {str})
        self.assertEqual(len(set(map(str, hasil))), 1)
        self.assertEqual(Pengguna.objects.filter(warga=True).count(), 1)

    def test_kiriman_sama_yang_mendahului_di_antara_dua_pemeriksaan_memberi_kode_yang_sama(self) -> None:
        """The second finds no account of its form yet, and a moment later its name taken by that very form."""
        kiriman, pertama, asli = uuid4(), list[str](), akun_warga.nama_tampilan

        def didahului(nama: str) -> str:
            with mock.patch.object(proses, "nama_tampilan", asli):
                pertama.append(buat(kiriman=kiriman))
            return asli(nama)

        with mock.patch.object(proses, "nama_tampilan", didahului):
            self.assertEqual([buat(kiriman=kiriman)], pertama)
        self.assertEqual(Pengguna.objects.filter(warga=True).count(), 1)

    def test_kode_yang_sama_serentak_dipakai_satu_kali(self) -> None:
        kode = buat()
        hasil = self.sekaligus(
            *(partial(proses.pulihkan_akun, nama="Warga Sungai", kode=kode, sandi=BARU) for _ in range(4))
        )
        self.assertEqual(sum(isinstance(satu, str) for satu in hasil), 1)

    def test_tanpa_pemeriksaan_kedua_kode_dipakai_berkali_kali(self) -> None:
        """Negative control: the look under the lock is what makes the code good for one use."""
        kode = buat()
        bersamaan = threading.Barrier(3)

        def tunggu(*_: Any, **__: Any) -> None:
            bersamaan.wait(20)

        asli = KodePulih.objects.filter

        def selalu_ada(*a: Any, **k: Any) -> Any:
            return asli(pengguna=k["pengguna"]) if "sidik" in k else asli(*a, **k)

        with (
            mock.patch.object(proses, "_periksa_sandi", tunggu),
            mock.patch.object(KodePulih.objects, "filter", selalu_ada),
        ):
            hasil = self.sekaligus(
                *(partial(proses.pulihkan_akun, nama="Warga Sungai", kode=kode, sandi=BARU) for _ in range(3))
            )
        self.assertEqual(sum(isinstance(satu, str) for satu in hasil), 3)
