"""Pages for typing for a colleague: who sees what, and what happens to a PIN that was typed."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from kinerja.models import CatatanHarian, IsianAtasNama, PinPegawai, Realisasi
from kinerja.proses.atas_nama import ketik_atas_nama
from kinerja.proses.catatan import IsiCatatan
from kinerja.proses.pin import pasang_pin
from rakumpit.organisasi.models import Pegawai
from tests.kinerja.berkas import PDF
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

PIN = "804153"


class AtasNamaViewTests(TestCase):
    kantor: Kantor
    pemilik: Pegawai
    pengisi: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.pemilik, cls.pengisi = cls.kantor.staf

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.client.force_login(akun(self.pengisi))

    def isian(self) -> IsianAtasNama:
        return ketik_atas_nama(
            pemilik=self.pemilik,
            oleh=akun(self.pengisi),
            kiriman_id=uuid4(),
            isi=IsiCatatan(date(2026, 9, 14), "Membersihkan ruang tunggu."),
        )

    def alamat(self, nama: str, isian: IsianAtasNama) -> str:
        return reverse(f"kinerja:atas_nama_{nama}", args=[isian.uuid])

    def test_mengetik_catatan_dan_realisasi_rekan(self) -> None:
        self.assertContains(self.client.get(reverse("kinerja:atas_nama")), "Staf 1")
        alamat = reverse("kinerja:atas_nama_catatan", args=[self.pemilik.uuid])
        isi: dict[str, Any] = {"kiriman_id": str(uuid4()), "tanggal": "2026-09-14", "uraian": "Menyapu halaman."}
        halaman = self.client.post(alamat, isi, follow=True)
        self.assertContains(halaman, "Menyapu halaman.")
        self.assertContains(halaman, "belum dihitung")
        alamat = reverse("kinerja:atas_nama_realisasi", args=[self.pemilik.uuid])
        # What was reached so far is nobody's business but the owner's.
        indikator = self.kantor.indikator[self.pemilik.pk]
        Realisasi.objects.filter(indikator=indikator).update(nilai=Decimal("94.1357"))
        self.assertNotContains(self.client.get(alamat), "94,1357")
        isi = {"kiriman_id": str(uuid4()), "indikator": str(indikator.uuid), "periode": "tw3-2026"}
        self.assertContains(self.client.post(alamat, isi), "Isi angkanya", status_code=422)
        self.assertContains(self.client.post(alamat, isi | {"nilai": "98,5"}, follow=True), "98,5")
        assert IsianAtasNama.objects.count() == 2

    def test_pemilik_mengesahkan_dari_menunggu_anda(self) -> None:
        isian = self.isian()
        self.client.force_login(akun(self.pemilik))
        self.assertContains(self.client.get("/"), "Sahkan catatan harian yang diketik Staf 2")
        self.assertContains(self.client.get(self.alamat("rinci", isian)), "Sahkan isian")
        self.assertRedirects(self.client.post(self.alamat("sahkan", isian)), self.alamat("rinci", isian))
        assert CatatanHarian.objects.get().pegawai == self.pemilik
        self.assertContains(self.client.post(self.alamat("sahkan", isian)), "sudah disahkan", status_code=409)

    def test_pemilik_menolak_dengan_alasan(self) -> None:
        isian = self.isian()
        self.client.force_login(akun(self.pemilik))
        jawab = self.client.post(self.alamat("tolak", isian), {"alasan": ""})
        self.assertContains(jawab, "Tulis alasannya", status_code=422)
        self.client.post(self.alamat("tolak", isian), {"alasan": "Bukan saya."})
        self.client.force_login(akun(self.pengisi))
        self.assertContains(self.client.get(self.alamat("rinci", isian)), "Bukan saya.")

    def test_pin_salah_tidak_tampil_lagi_dan_pin_benar_mengesahkan(self) -> None:
        isian = self.isian()
        pasang_pin(pegawai=self.pemilik, oleh=akun(self.pemilik), pin=PIN)
        jawab = self.client.post(self.alamat("pin", isian), {"sandi_pin": "555556"})
        self.assertContains(jawab, "PIN salah. Sisa percobaan: 4.", status_code=409)
        self.assertNotContains(jawab, "555556", status_code=409)
        self.assertContains(self.client.post(self.alamat("pin", isian), {"sandi_pin": "1"}), "6 angka", status_code=422)
        self.assertRedirects(
            self.client.post(self.alamat("pin", isian), {"sandi_pin": PIN}), self.alamat("rinci", isian)
        )

    def test_pin_yang_dikirim_setelah_sesi_berakhir_tidak_disimpan_di_sesi(self) -> None:
        isian = self.isian()
        del self.client.cookies["sessionid"]
        jawab = self.client.post(self.alamat("pin", isian), {"sandi_pin": PIN})
        self.assertNotContains(jawab, PIN, status_code=403)
        assert PIN not in str(dict(self.client.session))

    def test_kertas_oleh_pengelola_lalu_lembarnya_dapat_diunduh(self) -> None:
        isian = self.isian()
        self.client.force_login(self.kantor.pengelola)
        self.assertContains(self.client.get(reverse("kinerja:atas_nama")), "Staf 1")
        self.assertContains(self.client.post(self.alamat("kertas", isian)), "Pilih berkas", status_code=422)
        lembar = SimpleUploadedFile("lembar.pdf", PDF)
        halaman = self.client.post(self.alamat("kertas", isian), {"pindaian": lembar}, follow=True)
        self.assertContains(halaman, "Unduh lembar yang ditandatangani")
        isian.refresh_from_db()
        assert isian.pindaian is not None
        unduh = reverse("kinerja:bukti", args=[isian.pindaian.uuid])
        for orang, status in ((self.kantor.pengelola, 200), (akun(self.pemilik), 200), (akun(self.pengisi), 404)):
            self.client.force_login(orang)
            assert self.client.get(unduh).status_code == status

    def test_daftar_disaring_menurut_keadaan(self) -> None:
        self.isian()
        alamat = reverse("kinerja:atas_nama")
        self.assertContains(self.client.get(f"{alamat}?status=menunggu"), "Buka isian")
        self.assertNotContains(self.client.get(f"{alamat}?status=ditolak"), "Buka isian")

    def test_pin_dipasang_setelah_kata_sandi_diketik_lagi(self) -> None:
        alamat = reverse("kinerja:pin")
        assert self.client.get(alamat).status_code == 302
        sesi = self.client.session
        pengguna = akun(self.pengisi)
        sesi["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
        sesi["account_authentication_methods_user"] = str(pengguna.pk)
        sesi.save()
        for pin, ulang, kata, status in (
            (PIN, "804154", "tidak sama", 422),
            ("123456", "123456", "mudah ditebak", 409),
        ):
            jawab = self.client.post(alamat, {"sandi_pin": pin, "sandi_ulang": ulang})
            self.assertContains(jawab, kata, status_code=status)
            self.assertNotContains(jawab, pin, status_code=status)
        self.assertRedirects(self.client.post(alamat, {"sandi_pin": PIN, "sandi_ulang": PIN}), reverse("akun"))
        assert PinPegawai.objects.get().pegawai == self.pengisi
        self.assertContains(self.client.get(alamat), "sudah terpasang")

    def test_jumlah_kueri_sama_untuk_satu_dan_tiga_isian(self) -> None:
        alamat = reverse("kinerja:atas_nama")
        self.isian()
        self.client.get(alamat)
        with self.assertNumQueries(10):
            self.client.get(alamat)
        for _ in range(2):
            self.isian()
        with self.assertNumQueries(10):
            self.client.get(alamat)
