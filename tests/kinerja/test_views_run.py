"""Runs through the pages of the pengelola."""

from __future__ import annotations

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse

from kinerja.enums import StatusRun
from kinerja.models import PotonganRun, RunEvaluasi
from kinerja.proses import kerjakan_run
from rakumpit.waktu import hari_ini
from tests.kinerja.kantor import Kantor, akun, buat_kantor


class RunTest(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()

    def setUp(self) -> None:
        self.client.force_login(self.kantor.pengelola)

    def test_mulai_lalu_kemajuan_terlihat(self):
        jawab = self.client.post("/kinerja/run/", {"periode": self.kantor.periode.pk, "unit": ""})
        run = RunEvaluasi.objects.get()
        assert jawab["Location"] == reverse("kinerja:run", args=[run.uuid])
        berjalan = self.client.get(jawab["Location"])
        self.assertContains(berjalan, "Muat ulang")
        self.assertContains(berjalan, 'hx-trigger="every 2s"')
        self.assertContains(berjalan, "htmx.min.js")
        kerjakan_run(run.pk)
        selesai = self.client.get(jawab["Location"])
        self.assertContains(selesai, "4 dari 4 pegawai dihitung")
        self.assertNotContains(selesai, "hx-")
        self.assertNotContains(selesai, "htmx")
        self.assertContains(self.client.get("/kinerja/run/"), "Sekretaris Daerah")

    def test_bagian_yang_meminta_sendiri_setelah_sesi_berakhir_memuat_halaman_masuk(self):
        run = self.kantor.hitung()
        self.client.logout()
        jawab = self.client.get(reverse("kinerja:run", args=[run.uuid]), headers={"HX-Request": "true"})
        assert (jawab.status_code, jawab["HX-Refresh"]) == (204, "true")

    def test_tanpa_periode_422(self):
        self.assertContains(self.client.post("/kinerja/run/", {}), "Bagian ini belum diisi", status_code=422)

    def test_kegagalan_diterima_dengan_alasan(self):
        run = self.kantor.hitung()
        PotonganRun.objects.update(gagal=[{"pegawai": "Staf 1", "pegawai_id": 1, "alasan": "Data tidak terbaca."}])
        RunEvaluasi.objects.update(status=StatusRun.SELESAI_DENGAN_GALAT.value)
        alamat = reverse("kinerja:run", args=[run.uuid])
        self.assertContains(self.client.get(alamat), "Data tidak terbaca.")
        self.assertContains(self.client.post(alamat, {"alasan": ""}), "Tulis alasannya", status_code=422)
        assert self.client.post(alamat, {"alasan": "Pegawai itu sudah pindah."}).status_code == 302
        run.refresh_from_db()
        assert run.status == StatusRun.DITERIMA.value
        self.assertContains(self.client.post(alamat, {"alasan": "lagi"}), "tidak mempunyai kegagalan", status_code=409)

    def test_periode_dibuka_kembali(self):
        alamat = reverse("kinerja:periode_buka", args=[self.kantor.periode.kode])
        self.kantor.periode.batas_isi = hari_ini() - timedelta(days=1)
        self.kantor.periode.mulai = hari_ini() - timedelta(days=40)
        self.kantor.periode.selesai = hari_ini() - timedelta(days=5)
        self.kantor.periode.save()
        sampai = hari_ini() + timedelta(days=5)
        assert self.client.post(alamat, {"sampai": "", "alasan": "x"}).status_code == 422
        isian = {"sampai": sampai.isoformat(), "alasan": "Listrik padam tiga hari."}
        assert self.client.post(alamat, isian).status_code == 302
        self.kantor.periode.refresh_from_db()
        assert self.kantor.periode.dibuka_kembali_sampai == sampai

    def test_selain_pengelola_404(self):
        run = self.kantor.hitung()
        jumlah = RunEvaluasi.objects.count()
        for orang in [akun(self.kantor.camat), akun(self.kantor.staf[0])]:
            self.client.force_login(orang)
            for alamat in [
                "/kinerja/run/",
                reverse("kinerja:run", args=[run.uuid]),
                reverse("kinerja:periode_buka", args=[self.kantor.periode.kode]),
            ]:
                assert self.client.get(alamat).status_code == 404
                assert self.client.post(alamat, {"periode": self.kantor.periode.pk, "alasan": "x"}).status_code == 404
        assert RunEvaluasi.objects.count() == jumlah
