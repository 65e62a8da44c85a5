"""Plans from draft to approval through the pages."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from kinerja.models import SKP, Indikator, RencanaHasilKerja
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor

DATA = Path(__file__).parents[1] / "data"
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
        self.client.post(
            "/kinerja/skp/", {"mulai": "1 Januari 2026", "selesai": "31-12-2026", "pendekatan": "kuantitatif"}
        )
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
        isian = {"mulai": "1 Januari 2027", "selesai": "31 Desember 2027", "pendekatan": "kuantitatif"}
        jawab = self.client.post("/kinerja/skp/", isian)
        self.assertContains(jawab, "belum disetujui", status_code=409)
        self.assertContains(jawab, "1 Januari 2027", status_code=409)

    def test_bobot_salah_ditolak_saat_diajukan(self):
        skp = self.buat()
        pabrik.buat_indikator(skp, bobot=Decimal(60))
        pabrik.buat_indikator(skp, bobot=Decimal(30))
        self.assertContains(self.client.post(self.ke("skp_ajukan", skp.uuid)), "seharusnya tepat 100", status_code=409)

    def test_c29_jumlah_bobot_diperiksa_di_formulir_dan_saat_diajukan(self):
        daftar = json.loads((DATA / "kasus" / "C29_jumlah_bobot.json").read_text(encoding="utf-8"))["daftar"]
        # Position in the file (from 1) -> part of the sentence; the others are accepted.
        salah = {2: "99,9", 4: "101", 5: "persen", 8: "belum diisi"}
        for nomor, bobot in enumerate(daftar, start=1):
            with self.subTest(bobot):
                skp = self.buat()
                rencana = RencanaHasilKerja.objects.create(skp=skp, urut=1, uraian="Hasil")
                kirim = [
                    self.client.post(
                        self.ke("indikator_tambah", rencana.uuid), INDIKATOR | {"bobot": satu.replace(".", ",")}
                    )
                    for satu in bobot
                ]
                if nomor == 6:
                    self.assertContains(kirim[0], 'value="-10"', status_code=422)
                    self.assertContains(kirim[0], "bobot", status_code=422)
                    assert not rencana.indikator.filter(bobot__lt=0).exists()
                else:
                    assert {satu.status_code for satu in kirim} == {302}
                jawab = self.client.post(self.ke("skp_ajukan", skp.uuid))
                skp.refresh_from_db()
                if nomor in salah:
                    self.assertContains(jawab, salah[nomor], status_code=409)
                assert (skp.status == "diajukan") == (nomor in {1, 3, 7})
                Indikator.objects.filter(rencana=rencana).delete()
                RencanaHasilKerja.objects.filter(skp=skp).delete()
                skp.delete()

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

    def test_c113_skp_camat_hanya_menurut_surat_pejabat_luar(self):
        skp = self.kantor.camat.skp.get()
        SKP.objects.filter(pk=skp.pk).update(status="diajukan", penilai_luar=None)
        surat = {"surat_nomor": "800/12/2026"}
        for orang in (akun(self.kantor.camat), akun(self.kantor.kasi), self.kantor.pengelola):
            self.client.force_login(orang)
            assert self.client.post(self.ke("skp_setujui", skp.uuid)).status_code == 404
        for orang in (akun(self.kantor.camat), akun(self.kantor.kasi)):
            self.client.force_login(orang)
            assert self.client.post(self.ke("skp_surat", skp.uuid), surat | self.pindaian()).status_code == 404
        self.client.force_login(self.kantor.pengelola)
        tanpa = self.client.post(self.ke("skp_surat", skp.uuid), surat)
        self.assertContains(tanpa, "Pilih berkas pindaian surat", status_code=422)
        self.assertContains(tanpa, "800/12/2026", status_code=422)
        palsu = self.client.post(self.ke("skp_surat", skp.uuid), surat | self.pindaian(b"<svg>"))
        self.assertContains(palsu, "bukan PDF, JPG, atau PNG", status_code=409)
        skp.refresh_from_db()
        assert (skp.status, skp.penilai_luar, skp.surat_persetujuan) == ("diajukan", None, "")
        assert self.client.post(self.ke("skp_surat", skp.uuid), surat | self.pindaian()).status_code == 302
        skp.refresh_from_db()
        assert (skp.status, skp.penilai, skp.penilai_luar) == ("disetujui", None, self.kantor.sekda)
        self.client.force_login(akun(self.kantor.camat))
        halaman = self.client.get(self.ke("skp", skp.uuid))
        self.assertContains(halaman, "pejabat penilai Sekretaris Daerah")
        self.assertContains(halaman, "surat 800/12/2026")

    @staticmethod
    def pindaian(isi: bytes = b"%PDF-1.7 x") -> dict[str, SimpleUploadedFile]:
        return {"pindaian": SimpleUploadedFile("surat.pdf", isi)}

    def test_pengelola_membaca_tetapi_tidak_menyetujui(self):
        skp = self.buat(status="diajukan")
        self.client.force_login(self.kantor.pengelola)
        assert self.client.get(self.ke("skp", skp.uuid)).status_code == 200
        assert self.client.post(self.ke("skp_setujui", skp.uuid)).status_code == 404
