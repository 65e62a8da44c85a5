"""Agreements through the pages: from draft to signature, into the plan, and what readers see."""

from __future__ import annotations

from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import IndikatorUtama, PerjanjianKinerja
from kinerja.proses.isi_perjanjian import simpan_iku
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.kinerja.isi_perencanaan import buat_perjanjian_uji, iku_uji, tandatangani_uji
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

IKU = {
    "uraian": "Nilai IKM gabungan",
    "satuan": "nilai",
    "arah": "tinggi",
    "target": "84",
    "target_atas": "",
    "aksi_1": "Benahi loket",
    "target_1": "80,5",
    "aksi_2": "",
    "target_2": "",
}


class PerjanjianTest(TestCase):
    kantor: Kantor
    kasi: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(1)
        cls.kasi = akun(cls.kantor.kasi)

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.client.force_login(self.kasi)

    def ke(self, nama: str, kode: object) -> str:
        return reverse(f"kinerja:{nama}", args=[kode])

    def test_dari_draf_sampai_skp(self):
        jawab = self.client.post("/kinerja/perjanjian/", {"unit": str(self.kantor.seksi.uuid), "tahun": "2026"})
        satu = PerjanjianKinerja.objects.get()
        self.assertRedirects(jawab, self.ke("perjanjian", satu.uuid))
        self.assertContains(self.client.get(self.ke("perjanjian", satu.uuid)), "Belum ada sasaran")
        self.client.post(self.ke("sasaran_tambah", satu.uuid), {"uraian": "Meningkatnya kepuasan warga"})
        sasaran = satu.sasaran.get()
        self.client.post(self.ke("iku_tambah", sasaran.uuid), IKU)
        iku = sasaran.iku.get()
        assert list(iku.triwulan.values_list("triwulan", "target")) == [(1, Decimal("80.5"))]
        ttd = self.client.get(self.ke("perjanjian_tandatangani", satu.uuid))
        self.assertContains(ttd, "Camat")
        self.assertNotContains(ttd, "Tanpa target triwulan")
        kurang = self.client.post(self.ke("perjanjian_tandatangani", satu.uuid), {"nomor": "", "tanggal": ""})
        assert kurang.status_code == 422
        self.client.post(self.ke("perjanjian_tandatangani", satu.uuid), {"nomor": "PK/1", "tanggal": "15 Januari 2026"})
        halaman = self.client.get(self.ke("perjanjian", satu.uuid))
        self.assertContains(halaman, "PK/1")
        self.assertContains(halaman, "84 nilai")
        self.assertContains(halaman, "80,5")
        skp = pabrik.buat_skp(self.kantor.kasi)
        self.assertContains(self.client.get(self.ke("skp", skp.uuid)), "Ambil dari perjanjian kinerja")
        assert self.client.post(self.ke("skp_perjanjian", skp.uuid), {}).status_code == 422
        self.client.post(self.ke("skp_perjanjian", skp.uuid), {"pilih": [str(iku.uuid)]})
        assert skp.rencana.get().indikator.get().iku == iku
        self.assertContains(self.client.get(self.ke("skp", skp.uuid)), "dari perjanjian kinerja")
        self.assertContains(self.client.get(self.ke("skp_perjanjian", skp.uuid)), "Tidak ada yang dapat diambil")
        self.client.post(self.ke("perjanjian_perubahan", satu.uuid), {"alasan": "Anggaran berubah."})
        assert PerjanjianKinerja.objects.get(versi=2).alasan_perubahan == "Anggaran berubah."
        self.assertContains(self.client.get(self.ke("perjanjian", satu.uuid)), "Perubahan ke-1")

    def test_triwulan_tanpa_target_dan_batas_terbalik_422_dengan_isian_tetap(self):
        iku = iku_uji(buat_perjanjian_uji(self.kantor.seksi))
        isian = IKU | {"target_1": "", "target_3": "9", "atas_3": "8", "versi": "1"}
        jawab = self.client.post(self.ke("iku_ubah", iku.uuid), isian)
        self.assertContains(jawab, "Isi target triwulan ini", status_code=422)
        self.assertContains(jawab, "Batas atas tidak boleh di bawah", status_code=422)
        self.assertContains(jawab, "Benahi loket", status_code=422)

    def test_dua_orang_mengubah_indikator_yang_sama(self):
        iku = iku_uji(buat_perjanjian_uji(self.kantor.seksi))
        halaman = self.client.get(self.ke("iku_ubah", iku.uuid))
        self.assertContains(halaman, 'name="versi" value="1"')
        self.assertContains(halaman, "Langkah 4")
        lain = IndikatorUtama.objects.get(pk=iku.pk)
        lain.uraian = "Versi orang lain"
        simpan_iku(iku=lain, triwulan={}, oleh=self.kasi, versi=1)
        jawab = self.client.post(self.ke("iku_ubah", iku.uuid), IKU | {"versi": "1"})
        self.assertContains(jawab, "sudah diubah oleh", status_code=409)
        self.assertContains(jawab, "Versi orang lain", status_code=409)
        self.assertContains(jawab, 'value="Nilai IKM gabungan"', status_code=409)
        self.assertContains(jawab, 'name="versi" value="2"', status_code=409)
        assert self.client.post(self.ke("iku_ubah", iku.uuid), IKU | {"versi": "2"}).status_code == 302
        iku.refresh_from_db()
        assert (iku.uraian, iku.versi) == ("Nilai IKM gabungan", 3)

    def test_anggota_membaca_tanpa_tombol_dan_unit_lain_tidak(self):
        satu = tandatangani_uji(buat_perjanjian_uji(self.kantor.seksi), self.kasi)
        for orang in (self.kantor.staf[0], self.kantor.camat):
            self.client.force_login(akun(orang))
            halaman = self.client.get(self.ke("perjanjian", satu.uuid))
            self.assertContains(halaman, "Meningkatnya kepuasan warga")
            self.assertNotContains(halaman, "Buat perjanjian perubahan")
        lain = pabrik.buat_pegawai(pabrik.buat_unit(induk=self.kantor.kecamatan), nama="Tetangga")
        self.client.force_login(akun(lain))
        assert self.client.get(self.ke("perjanjian", satu.uuid)).status_code == 404
        self.assertContains(self.client.get("/kinerja/perjanjian/"), "Belum ada perjanjian kinerja")
        kecamatan = buat_perjanjian_uji(self.kantor.kecamatan)
        assert self.client.get(self.ke("perjanjian", kecamatan.uuid)).status_code == 200

    def test_pengelola_mencatat_naskah_dengan_pindaian(self):
        satu = buat_perjanjian_uji(self.kantor.kecamatan)
        self.client.force_login(self.kantor.pengelola)
        alamat = self.ke("perjanjian_tandatangani", satu.uuid)
        self.assertContains(self.client.get(self.ke("perjanjian", satu.uuid)), "Catat tanda tangan dari naskah")
        isi = {"nomor": "PK/2", "tanggal": "15 Januari 2026"}
        self.assertContains(self.client.post(alamat, isi), "Pilih berkas pindaian", status_code=422)
        berkas = SimpleUploadedFile("pk.pdf", b"%PDF-1.7 x")
        assert self.client.post(alamat, isi | {"pindaian": berkas}).status_code == 302
        unduh = self.client.get(self.ke("perjanjian_pindaian", satu.uuid))
        assert b"".join(unduh.streaming_content) == b"%PDF-1.7 x"  # type: ignore[attr-defined]  # a FileResponse
        assert "attachment" in unduh["Content-Disposition"]

    def test_saring_dan_cari(self):
        buat_perjanjian_uji(self.kantor.seksi)
        buat_perjanjian_uji(self.kantor.kecamatan, tahun=2025)
        alamat = "/kinerja/perjanjian/"
        assert [satu.tahun for satu, _ in self.client.get(alamat).context["baris"]] == [2026, 2025]
        assert [satu.tahun for satu, _ in self.client.get(f"{alamat}?tahun=2025").context["baris"]] == [2025]
        assert [satu.tahun for satu, _ in self.client.get(f"{alamat}?q=pelayanan").context["baris"]] == [2026]
        self.assertContains(self.client.get(f"{alamat}?q=zzz"), "Tidak ada yang cocok")
        assert self.client.get(f"{alamat}?tahun=1999").status_code == 404
        # A year is no quantity: no thousands dot, on the page or in the value that is sent.
        self.assertContains(self.client.get(alamat), '<option value="2025">2025</option>')
        self.assertNotContains(self.client.get(alamat), "2.02")

    def jumlah_kueri(self, alamat: str) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get(alamat).status_code == 200
        return len(tangkap)

    def test_jumlah_kueri_tetap(self):
        satu = buat_perjanjian_uji(self.kantor.seksi)
        self.client.get("/kinerja/perjanjian/")  # the first page of a session also stores the session
        alamat = self.ke("perjanjian", satu.uuid)
        daftar, isi = self.jumlah_kueri("/kinerja/perjanjian/"), self.jumlah_kueri(alamat)
        for urut in range(2, 6):
            sasaran = satu.sasaran.create(urut=urut, uraian=f"Sasaran {urut}")
            for nomor in range(1, 4):
                sasaran.iku.create(urut=nomor, uraian=f"IKU {nomor}", satuan="nilai", target=1)
            buat_perjanjian_uji(self.kantor.seksi, tahun=2026 + urut)
        assert self.jumlah_kueri("/kinerja/perjanjian/") == daftar <= 20
        assert self.jumlah_kueri(alamat) == isi <= 20
