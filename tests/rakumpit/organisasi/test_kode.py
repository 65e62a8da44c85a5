"""First-login codes, lost second factors, and corrected NIPs."""

from __future__ import annotations

import re
import threading
from contextlib import suppress
from datetime import timedelta
from unittest import mock

from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.db.models import QuerySet
from django.test import Client, TestCase, override_settings
from django.urls import reverse
from django.utils import timezone

from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi import proses
from rakumpit.organisasi.models import KodeMasuk, Pengguna
from rakumpit.organisasi.proses import kode as modul_kode
from tests.pabrik import SANDI, buat_pegawai, buat_pengguna
from tests.rakumpit.organisasi.test_masuk import DIBATASI, kode_totp, pasang_totp
from tests.serentak import UjiSerentak

SANDI_BARU = "tiga perahu di dermaga"
TIDAK_BERLAKU = "Kode tidak berlaku"


class DasarKode(TestCase):
    def setUp(self) -> None:
        cache.clear()
        self.pengelola = buat_pengguna(pengelola=True)
        self.staf = buat_pengguna(nip="199001012015032902")

    def buat(self) -> str:
        return proses.buat_kode(untuk=self.staf, oleh=self.pengelola)

    def kirim(self, klien: Client, kode: str, nama: str | None = "199001012015032902"):
        return klien.post(reverse("masuk_kode"), {"login": nama or "", "kode_masuk": kode})


class BuatKodeTest(DasarKode):
    def test_bentuk_kode_dan_yang_tersimpan(self) -> None:
        kode = self.buat()
        self.assertRegex(kode, r"^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$")
        baris = KodeMasuk.objects.get()
        self.assertRegex(baris.sidik, re.compile(r"^[0-9a-f]{64}$"))
        self.assertAlmostEqual(baris.kedaluwarsa, timezone.now() + timedelta(hours=72), delta=timedelta(minutes=1))
        catatan = CatatanAudit.objects.get(aksi="organisasi.kode.buat")
        self.assertEqual((catatan.pelaku, catatan.objek_id), (self.pengelola, str(self.staf.uuid)))
        self.assertNotIn(kode.replace("-", ""), str(catatan.nilai.sesudah))

    def test_kode_baru_membatalkan_yang_lama(self) -> None:
        lama, baru = self.buat(), self.buat()
        self.assertNotEqual(lama, baru)
        with self.assertRaisesMessage(ValidationError, TIDAK_BERLAKU):
            proses.pakai_kode(nip_atau_email=self.staf.nip or "", kode=lama)
        self.assertEqual(proses.pakai_kode(nip_atau_email=self.staf.nip or "", kode=baru), self.staf)

    def test_siapa_yang_boleh(self) -> None:
        admin = buat_pengguna(admin_teknis=True)
        boleh = [(self.pengelola, self.staf), (admin, buat_pengguna(admin_teknis=True)), (admin, self.pengelola)]
        for oleh, untuk in boleh:
            proses.buat_kode(untuk=untuk, oleh=oleh)
        dilarang = [
            (self.staf, buat_pengguna()),
            (admin, self.staf),
            (self.pengelola, self.pengelola),
            (admin, admin),
            (buat_pengguna(pemeriksa=True), self.staf),
            (self.pengelola, admin),
            (self.pengelola, buat_pengguna(pengelola=True)),
            (buat_pengguna(pengelola=True, is_active=False), self.staf),
        ]
        sebelum = KodeMasuk.objects.count()
        for oleh, untuk in dilarang:
            with self.assertRaises(PermissionDenied):
                proses.buat_kode(untuk=untuk, oleh=oleh)
        self.assertEqual(KodeMasuk.objects.count(), sebelum)

    def test_akun_mati_tidak_mendapat_kode(self) -> None:
        Pengguna.objects.filter(pk=self.staf.pk).update(is_active=False)
        with self.assertRaisesMessage(ValidationError, "tidak aktif"):
            self.buat()


class PakaiKodeTest(DasarKode):
    def test_masuk_pertama_sampai_sandi_sendiri(self) -> None:
        kode = self.buat()
        jawab = self.kirim(self.client, kode.lower().replace("-", " "), "19900101 201503 2 902")
        self.assertEqual(jawab.status_code, 302)
        self.assertRedirects(self.client.get(reverse("akun")), reverse("account_set_password"))
        self.client.post(reverse("account_set_password"), {"password1": SANDI_BARU, "password2": SANDI_BARU})
        self.assertEqual(self.client.get(reverse("akun")).status_code, 200)
        lain = Client()
        lain.post(reverse("account_login"), {"login": self.staf.nip, "password": SANDI_BARU})
        self.assertIn("_auth_user_id", lain.session)

    def test_sekali_pakai(self) -> None:
        kode = self.buat()
        self.kirim(Client(), kode)
        jawab = self.kirim(self.client, kode)
        self.assertContains(jawab, TIDAK_BERLAKU)
        self.assertNotIn("_auth_user_id", self.client.session)

    def test_lewat_72_jam(self) -> None:
        kode = self.buat()
        KodeMasuk.objects.update(kedaluwarsa=timezone.now() - timedelta(seconds=1))
        self.assertContains(self.kirim(self.client, kode), TIDAK_BERLAKU)

    def test_kode_orang_lain_akun_mati_dan_nama_tak_dikenal_dijawab_sama(self) -> None:
        kode = self.buat()
        rekan = buat_pengguna()
        proses.buat_kode(untuk=rekan, oleh=self.pengelola)
        for nama in (rekan.nip, "198001012005011999", "bukan apa-apa"):
            self.assertContains(self.kirim(Client(), kode, nama), TIDAK_BERLAKU)
        Pengguna.objects.filter(pk=self.staf.pk).update(is_active=False)
        self.assertContains(self.kirim(Client(), kode), TIDAK_BERLAKU)
        self.assertIsNone(KodeMasuk.objects.get(pengguna=self.staf).dipakai)

    def test_sandi_dan_sesi_lama_mati(self) -> None:
        lama = Client()
        lama.post(reverse("account_login"), {"login": self.staf.nip, "password": SANDI})
        lama.get(reverse("akun"))
        proses.pakai_kode(nip_atau_email=self.staf.nip or "", kode=self.buat())
        self.assertEqual(lama.get(reverse("akun")).status_code, 302)
        lain = Client()
        lain.post(reverse("account_login"), {"login": self.staf.nip, "password": SANDI})
        self.assertNotIn("_auth_user_id", lain.session)

    def test_kode_tidak_melewati_faktor_kedua(self) -> None:
        rahasia = pasang_totp(self.staf)
        jawab = self.kirim(self.client, self.buat())
        self.assertRedirects(jawab, reverse("mfa_authenticate"))
        self.assertNotIn("_auth_user_id", self.client.session)
        self.client.post(reverse("mfa_authenticate"), {"code": kode_totp(rahasia)})
        self.assertRedirects(self.client.get(reverse("akun")), reverse("account_set_password"))

    def test_percobaan_dibatasi_per_jaringan_bukan_per_akun(self) -> None:
        kode = self.buat()
        jawab = [self.kirim(Client(), "AAAA-BBBB-CCCC-DDDD").content.decode() for _ in range(32)]
        self.assertEqual([DIBATASI in isi for isi in jawab], [False] * 30 + [True] * 2)
        lain = self.client.post(
            reverse("masuk_kode"), {"login": self.staf.nip, "kode_masuk": kode}, REMOTE_ADDR="192.0.2.9"
        )
        self.assertEqual(lain.status_code, 302)

    def test_kode_tetap_berlaku_setelah_kunci_rahasia_diganti(self) -> None:
        with override_settings(SECRET_KEY="kunci lama"):
            kode = self.buat()
        with override_settings(SECRET_KEY="kunci baru", SECRET_KEY_FALLBACKS=["kunci lama"]):
            self.assertEqual(proses.pakai_kode(nip_atau_email=self.staf.nip or "", kode=kode), self.staf)


class RebutanKodeTest(UjiSerentak):
    """Two browsers send the same code at the same moment."""

    def setUp(self) -> None:
        cache.clear()

    def rebut(self, sabar: float) -> int:
        """How many of the two get in. ``sabar``: seconds that the first waits for the other."""
        staf = buat_pengguna()
        kode = proses.buat_kode(untuk=staf, oleh=buat_pengguna(pengelola=True))
        gerbang = threading.Barrier(2)
        berhasil: list[Pengguna] = []
        asli = modul_kode._cocok

        def tunggu(tersimpan: KodeMasuk, tertulis: str) -> bool:
            # With the lock the other one never arrives here: it waits for the row.
            with suppress(threading.BrokenBarrierError):
                gerbang.wait(timeout=sabar)
            return asli(tersimpan, tertulis)

        def pakai() -> None:
            try:
                berhasil.append(proses.pakai_kode(nip_atau_email=staf.nip or "", kode=kode))
            except ValidationError:
                pass
            finally:
                connection.close()

        with mock.patch.object(modul_kode, "_cocok", tunggu):
            utas = [threading.Thread(target=pakai) for _ in range(2)]
            for satu in utas:
                satu.start()
            for satu in utas:
                satu.join()
        return len(berhasil)

    def test_hanya_satu_yang_berhasil(self) -> None:
        self.assertEqual(self.rebut(sabar=2), 1)

    def test_kendali_tanpa_kunci_baris_keduanya_berhasil(self) -> None:
        with mock.patch.object(QuerySet, "select_for_update", lambda self, **_: self):
            self.assertEqual(self.rebut(sabar=15), 2)


class ResetFaktorKeduaTest(DasarKode):
    def test_hanya_admin_teknis_dan_tercatat(self) -> None:
        pasang_totp(self.staf)
        admin = buat_pengguna(admin_teknis=True)
        with self.assertRaises(PermissionDenied):
            proses.reset_faktor_kedua(untuk=self.staf, oleh=self.pengelola, alasan="telepon hilang")
        with self.assertRaisesMessage(ValidationError, "alasan"):
            proses.reset_faktor_kedua(untuk=self.staf, oleh=admin, alasan=" ")
        proses.reset_faktor_kedua(untuk=self.staf, oleh=admin, alasan="telepon hilang")
        self.assertFalse(Authenticator.objects.filter(user=self.staf).exists())
        self.assertEqual(
            CatatanAudit.objects.get(aksi="organisasi.akun.reset_faktor_kedua").keterangan, "telepon hilang"
        )
        with self.assertRaisesMessage(ValidationError, "belum mempunyai"):
            proses.reset_faktor_kedua(untuk=self.staf, oleh=admin, alasan="telepon hilang")

    def test_tidak_untuk_diri_sendiri(self) -> None:
        admin = buat_pengguna(admin_teknis=True)
        pasang_totp(admin)
        with self.assertRaises(PermissionDenied):
            proses.reset_faktor_kedua(untuk=admin, oleh=admin, alasan="telepon hilang")


class NonaktifTest(DasarKode):
    def test_sesi_dan_kode_mati_dan_tidak_hidup_lagi(self) -> None:
        self.client.post(reverse("account_login"), {"login": self.staf.nip, "password": SANDI})
        self.client.get(reverse("akun"))
        self.buat()
        proses.nonaktifkan(untuk=self.staf, oleh=self.pengelola, alasan="mutasi keluar")
        self.assertFalse(KodeMasuk.objects.filter(pengguna=self.staf).exists())
        proses.aktifkan(untuk=self.staf, oleh=self.pengelola, alasan="kembali")
        self.assertEqual(self.client.get(reverse("akun")).status_code, 302)
        self.assertEqual(
            list(
                CatatanAudit.objects.filter(aksi__startswith="organisasi.akun")
                .order_by("id")
                .values_list("aksi", flat=True)
            ),
            ["organisasi.akun.nonaktifkan", "organisasi.akun.aktifkan"],
        )


class GantiNIPTest(DasarKode):
    """C64: a corrected digit keeps person and history."""

    BARU = "199001012015032903"

    def test_orang_yang_sama_masuk_dengan_nip_baru(self) -> None:
        pegawai = buat_pegawai(pengguna=self.staf)
        lama = self.staf.nip
        proses.ganti_nip(pengguna=self.staf, nip_baru="19900101 201503 2 903", oleh=self.pengelola)
        pegawai.refresh_from_db()
        self.assertEqual((pegawai.pengguna_id, pegawai.nip), (self.staf.pk, self.BARU))
        self.client.post(reverse("account_login"), {"login": self.BARU, "password": SANDI})
        self.assertEqual(self.client.session["_auth_user_id"], str(self.staf.pk))
        gagal = Client()
        gagal.post(reverse("account_login"), {"login": lama, "password": SANDI})
        self.assertNotIn("_auth_user_id", gagal.session)
        nilai = CatatanAudit.objects.get(aksi="organisasi.akun.ganti_nip").nilai
        self.assertEqual((nilai.sebelum, nilai.sesudah), ({"nip": lama}, {"nip": self.BARU}))

    def test_bentrok_ditolak(self) -> None:
        buat_pengguna(nip=self.BARU)
        with self.assertRaisesMessage(ValidationError, "sudah dipakai akun lain"):
            proses.ganti_nip(pengguna=self.staf, nip_baru=self.BARU, oleh=self.pengelola)
        self.staf.refresh_from_db()
        self.assertEqual(self.staf.nip, "199001012015032902")
        self.assertFalse(CatatanAudit.objects.filter(aksi="organisasi.akun.ganti_nip").exists())

    def test_bukan_nip_dan_bukan_pengelola(self) -> None:
        with self.assertRaises(ValidationError):
            proses.ganti_nip(pengguna=self.staf, nip_baru="1990", oleh=self.pengelola)
        for oleh in (buat_pengguna(), buat_pengguna(admin_teknis=True)):
            with self.assertRaises(PermissionDenied):
                proses.ganti_nip(pengguna=self.staf, nip_baru=self.BARU, oleh=oleh)
