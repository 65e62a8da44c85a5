"""Plans from draft to approval through the pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.test import TestCase
from django.urls import reverse

from kinerja.models import SKP, Indikator, RencanaHasilKerja
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor

INDIKATOR = {
    "uraian": "Jumlah surat selesai",
    "aspek": "kuantitas",
    "satuan": "surat",
    "arah": "tinggi",
    "target": "1.250,5",
    "target_atas": "",
    "sumber": "manual",
    "unit_sumber": "",
    "bobot": "",
}


class SKPTest(TestCase):
    kantor: Kantor
    pegawai: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.pegawai = pabrik.buat_pegawai(cls.kantor.seksi, nama="Staf Baru")

    def setUp(self) -> None:
        self.client.force_login(akun(self.pegawai))

    def buat(self, **ubah: Any) -> SKP:
        return pabrik.buat_skp(self.pegawai, **ubah)

    def ke(self, nama: str, kode: object) -> str:
        return reverse(f"kinerja:{nama}", args=[kode])

    def test_dari_draf_sampai_disetujui(self):
        self.client.post("/kinerja/skp/", {"mulai": "1 Januari 2026", "selesai": "31-12-2026"})
        skp = SKP.objects.get(pegawai=self.pegawai)
        assert (skp.mulai, skp.selesai, skp.status) == (date(2026, 1, 1), date(2026, 12, 31), "draf")
        tolak = self.client.post(self.ke("skp_ajukan", skp.uuid))
        self.assertContains(tolak, "belum mempunyai rencana hasil kerja", status_code=409)
        self.client.post(self.ke("rencana_tambah", skp.uuid), {"uraian": "Surat selesai tepat waktu", "jenis": "utama"})
        rencana = skp.rencana.get()
        self.client.post(self.ke("indikator_tambah", rencana.uuid), INDIKATOR)
        assert rencana.indikator.get().target == Decimal("1250.5")
        assert self.client.post(self.ke("skp_ajukan", skp.uuid)).status_code == 302
        self.client.force_login(akun(self.kantor.kasi))
        self.assertContains(self.client.get("/kinerja/tim/"), "Staf Baru")
        tanpa = self.client.post(self.ke("skp_kembalikan", skp.uuid), {"catatan": ""})
        self.assertContains(tanpa, "Tulis apa yang perlu dibetulkan", status_code=422)
        self.client.post(self.ke("skp_kembalikan", skp.uuid), {"catatan": "Tambahkan target waktu."})
        self.client.force_login(akun(self.pegawai))
        self.assertContains(self.client.get(self.ke("skp", skp.uuid)), "Tambahkan target waktu.")
        self.client.post(self.ke("skp_ajukan", skp.uuid))
        self.client.force_login(akun(self.kantor.kasi))
        assert self.client.post(self.ke("skp_setujui", skp.uuid)).status_code == 302
        skp.refresh_from_db()
        assert (skp.status, skp.penilai) == ("disetujui", self.kantor.kasi)
        self.assertContains(
            self.client.post(self.ke("skp_setujui", skp.uuid)), "tidak sedang diajukan", status_code=409
        )

    def test_draf_kedua_ditolak_dan_tanggal_tetap(self):
        self.buat()
        jawab = self.client.post("/kinerja/skp/", {"mulai": "1 Januari 2027", "selesai": "31 Desember 2027"})
        self.assertContains(jawab, "belum disetujui", status_code=409)
        self.assertContains(jawab, "1 Januari 2027", status_code=409)

    def test_bobot_salah_ditolak_saat_diajukan(self):
        skp = self.buat()
        pabrik.buat_indikator(skp, bobot=Decimal(60))
        pabrik.buat_indikator(skp, bobot=Decimal(30))
        self.assertContains(self.client.post(self.ke("skp_ajukan", skp.uuid)), "seharusnya tepat 100", status_code=409)

    def test_target_terbalik_422_di_sebelah_formulir(self):
        indikator = pabrik.buat_indikator(self.buat())
        isian = INDIKATOR | {"target": "100", "target_atas": "90"}
        jawab = self.client.post(self.ke("indikator_ubah", indikator.uuid), isian)
        self.assertContains(jawab, "batas atas tidak boleh di bawah batas bawah", status_code=422)
        self.assertContains(jawab, "Jumlah surat selesai", status_code=422)

    def test_ubah_dan_hapus_dalam_draf(self):
        indikator = pabrik.buat_indikator(self.buat())
        self.client.post(self.ke("indikator_ubah", indikator.uuid), INDIKATOR)
        indikator.refresh_from_db()
        assert indikator.uraian == "Jumlah surat selesai"
        self.assertContains(self.client.get(self.ke("indikator_hapus", indikator.uuid)), "Jumlah surat selesai")
        self.client.post(self.ke("rencana_hapus", indikator.rencana.uuid))
        assert not RencanaHasilKerja.objects.filter(pk=indikator.rencana_id).exists()

    def test_skp_disetujui_tidak_dapat_diubah(self):
        indikator = pabrik.buat_indikator(self.buat(penilai=self.kantor.kasi))
        for nama, kode in [
            ("indikator_ubah", indikator.uuid),
            ("indikator_hapus", indikator.uuid),
            ("rencana_ubah", indikator.rencana.uuid),
            ("rencana_hapus", indikator.rencana.uuid),
            ("indikator_tambah", indikator.rencana.uuid),
            ("rencana_tambah", indikator.rencana.skp.uuid),
            ("skp_ajukan", indikator.rencana.skp.uuid),
        ]:
            jawab = self.client.post(self.ke(nama, kode), INDIKATOR | {"jenis": "utama"})
            assert jawab.status_code == 409, nama
        assert Indikator.objects.get(pk=indikator.pk).uraian == indikator.uraian

    def test_orang_lain_404_untuk_baca_dan_kirim(self):
        indikator = pabrik.buat_indikator(self.buat())
        skp = indikator.rencana.skp
        self.client.force_login(akun(self.kantor.staf[0]))
        for nama, kode in [
            ("skp", skp.uuid),
            ("skp_ajukan", skp.uuid),
            ("skp_setujui", skp.uuid),
            ("skp_kembalikan", skp.uuid),
            ("skp_surat", skp.uuid),
            ("skp_pindaian", skp.uuid),
            ("rencana_tambah", skp.uuid),
            ("rencana_ubah", indikator.rencana.uuid),
            ("rencana_hapus", indikator.rencana.uuid),
            ("indikator_tambah", indikator.rencana.uuid),
            ("indikator_ubah", indikator.uuid),
            ("indikator_hapus", indikator.uuid),
        ]:
            assert self.client.get(self.ke(nama, kode)).status_code == 404, nama
            assert self.client.post(self.ke(nama, kode), INDIKATOR).status_code in {404, 405}, nama

    def test_pengelola_membaca_tetapi_tidak_menyetujui(self):
        skp = self.buat(status="diajukan")
        self.client.force_login(self.kantor.pengelola)
        assert self.client.get(self.ke("skp", skp.uuid)).status_code == 200
        assert self.client.post(self.ke("skp_setujui", skp.uuid)).status_code == 404
