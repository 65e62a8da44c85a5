"""The matrix of roles: who may fill which cell, and how a cell becomes part of a plan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import SKP, PeranHasil, RencanaHasilKerja
from kinerja.permissions.peran import bawahan_langsung
from kinerja.proses import KonflikVersi, ProsesDitolak
from kinerja.proses.peran import ambil_peran, hapus_peran, peran_untuk_skp, simpan_peran
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pegawai, Pengguna
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

HARI = date(2026, 9, 15)


class PeranDasar(TestCase):
    kantor: Kantor
    kasi: Pengguna
    staf: Pegawai
    hasil: RencanaHasilKerja

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(2)
        cls.kasi, cls.staf = akun(cls.kantor.kasi), cls.kantor.staf[0]
        cls.hasil = RencanaHasilKerja.objects.get(skp__pegawai=cls.kantor.kasi)

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def peran(self, **ubah: Any) -> PeranHasil:
        return PeranHasil(**({"rhk_pimpinan": self.hasil, "pegawai": self.staf, "uraian": "Surat selesai"} | ubah))

    def draf(self) -> SKP:
        """A draft beside the approved plan, as after a change of post."""
        return pabrik.buat_skp(self.staf, mulai=date(2026, 10, 1))

    def tolak(self, kata: str, fungsi: Any, **isi: Any) -> None:
        """Refused with this sentence, and nothing changed."""
        sebelum = self.keadaan()
        with pytest.raises(ProsesDitolak, match=kata):
            fungsi(**isi)
        assert self.keadaan() == sebelum

    @staticmethod
    def keadaan() -> tuple[list[Any], ...]:
        model = (PeranHasil, RencanaHasilKerja, CatatanAudit)
        return tuple(list(satu._default_manager.order_by("pk").values_list()) for satu in model)


class BawahanTest(PeranDasar):
    def test_diturunkan_dari_penugasan_hari_itu(self):
        ids = {satu.pk for satu in self.kantor.staf}
        assert set(bawahan_langsung(self.kantor.kasi, HARI)) == ids
        assert bawahan_langsung(self.kantor.camat, HARI) == [self.kantor.kasi.pk]
        assert bawahan_langsung(self.staf, HARI) == []
        assert bawahan_langsung(self.kantor.kasi, date(2023, 1, 1)) == []

    def test_kursi_kosong_dilewati_ke_atas_dan_non_asn_tidak_ikut(self):
        kosong = pabrik.buat_unit(induk=self.kantor.seksi)
        orang = pabrik.buat_pegawai(kosong, nama="Tanpa kepala")
        pabrik.buat_pegawai(self.kantor.seksi, nama="Penjaga", status="non_asn", akun=False)
        assert orang.pk in bawahan_langsung(self.kantor.kasi, HARI)
        assert len(bawahan_langsung(self.kantor.kasi, HARI)) == 3


class ProsesTest(PeranDasar):
    def test_simpan_ubah_hapus(self):
        satu = simpan_peran(peran=self.peran(uraian="  Surat selesai  "), oleh=self.kasi)
        assert (satu.uraian, satu.versi) == ("Surat selesai", 1)
        satu.uraian = "Surat selesai sehari"
        simpan_peran(peran=satu, oleh=self.kasi, versi=1)
        satu.refresh_from_db()
        assert (satu.uraian, satu.versi) == ("Surat selesai sehari", 2)
        with pytest.raises(KonflikVersi):
            simpan_peran(peran=satu, oleh=self.kasi, versi=1)
        hapus_peran(peran=satu, oleh=self.kasi)
        assert not PeranHasil.objects.exists()
        aksi = CatatanAudit.objects.filter(objek_jenis="kinerja.peranhasil").order_by("pk")
        assert list(aksi.values_list("aksi", flat=True)) == [
            "kinerja.peran.tambah",
            "kinerja.peran.ubah",
            "kinerja.peran.hapus",
        ]

    def test_ditolak(self):
        lain = pabrik.buat_pegawai(pabrik.buat_unit(induk=self.kantor.kecamatan))
        self.tolak("atasan langsungnya Anda", simpan_peran, peran=self.peran(pegawai=lain), oleh=self.kasi)
        self.tolak("pemilik hasil", simpan_peran, peran=self.peran(), oleh=akun(self.kantor.camat))
        self.tolak("pemilik hasil", simpan_peran, peran=self.peran(), oleh=akun(self.staf))
        self.tolak("Tulis hasil", simpan_peran, peran=self.peran(uraian="  "), oleh=self.kasi)
        self.tolak("paling panjang 500", simpan_peran, peran=self.peran(uraian="a" * 501), oleh=self.kasi)
        satu = simpan_peran(peran=self.peran(), oleh=self.kasi)
        self.tolak("sudah ada", simpan_peran, peran=self.peran(), oleh=self.kasi)
        self.tolak("pemilik hasil", hapus_peran, peran=satu, oleh=akun(self.staf))
        ambil_peran(skp=self.draf(), peran=[satu.uuid], oleh=akun(self.staf))
        self.tolak("sudah diambil", simpan_peran, peran=satu, oleh=self.kasi, versi=1)
        self.tolak("sudah diambil", hapus_peran, peran=satu, oleh=self.kasi)
        SKP.objects.filter(pk=self.hasil.skp_id).update(status="draf")
        self.tolak("setelah SKP Anda disetujui", simpan_peran, peran=self.peran(uraian="Lain"), oleh=self.kasi)

    def test_ambil_sekali_dan_lepas_lagi_bila_rencananya_dihapus(self):
        satu = simpan_peran(peran=self.peran(), oleh=self.kasi)
        draf, oleh = self.draf(), akun(self.staf)
        assert peran_untuk_skp(draf) == [satu]
        assert peran_untuk_skp(pabrik.buat_skp(self.kantor.staf[1], mulai=date(2026, 10, 1))) == []
        assert peran_untuk_skp(pabrik.buat_skp(self.staf, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))) == []
        self.tolak("Pilih paling sedikit", ambil_peran, skp=draf, peran=[], oleh=oleh)
        self.tolak("pemiliknya", ambil_peran, skp=draf, peran=[satu.uuid], oleh=self.kasi)
        (rencana,) = ambil_peran(skp=draf, peran=[satu.uuid], oleh=oleh)
        assert (rencana.uraian, rencana.rhk_pimpinan) == ("Surat selesai", self.hasil)
        assert CatatanAudit.objects.filter(aksi="kinerja.skp.ambil_dari_matriks").count() == 1
        # A form of the plan that was opened before is out of date now.
        assert SKP.objects.get(pk=draf.pk).suntingan == draf.suntingan + 1
        self.tolak("sudah diambil", ambil_peran, skp=draf, peran=[satu.uuid], oleh=oleh)
        rencana.delete()
        assert peran_untuk_skp(draf) == [satu]
        draf.status = "diajukan"
        draf.save()
        self.tolak("tidak dapat diubah", ambil_peran, skp=draf, peran=[satu.uuid], oleh=oleh)


class HalamanTest(PeranDasar):
    def setUp(self) -> None:
        super().setUp()
        self.client.force_login(self.kasi)

    def baris(self, orang: Pegawai) -> str:
        return reverse("kinerja:mph_pegawai", args=[self.hasil.skp.uuid, orang.uuid])

    def test_dari_matriks_sampai_skp(self):
        halaman = self.client.get("/kinerja/matriks/")
        self.assertContains(halaman, "Belum ada yang mendukung")
        self.assertContains(halaman, "Belum ada peran", 2)
        isi = {"rhk_pimpinan": str(self.hasil.uuid), "uraian": "Surat selesai sehari"}
        assert self.client.post(self.baris(self.staf), {"uraian": "x"}).status_code == 422
        assert self.client.post(self.baris(self.staf), isi).status_code == 302
        self.assertContains(self.client.post(self.baris(self.staf), isi), "sudah ada", status_code=409)
        halaman = self.client.get("/kinerja/matriks/")
        self.assertContains(halaman, "(direncanakan)")
        self.assertNotContains(halaman, "Belum ada yang mendukung")
        satu = PeranHasil.objects.get()
        ubah = reverse("kinerja:peran_ubah", args=[satu.uuid])
        self.assertContains(self.client.get(ubah), f'<option value="{self.hasil.uuid}" selected>')
        assert self.client.post(ubah, isi | {"uraian": "Surat selesai dua hari", "versi": "1"}).status_code == 302
        basi = self.client.post(ubah, isi | {"versi": "1"})
        self.assertContains(basi, "sudah diubah oleh", status_code=409)
        self.assertContains(basi, 'name="versi" value="2"', status_code=409)
        self.assertContains(basi, "Surat selesai dua hari", status_code=409)
        draf = self.draf()
        self.client.force_login(akun(self.staf))
        self.assertContains(self.client.get(reverse("kinerja:skp", args=[draf.uuid])), "Ambil dari matriks")
        ambil = reverse("kinerja:skp_matriks", args=[draf.uuid])
        assert self.client.post(ambil, {}).status_code == 422
        assert self.client.post(ambil, {"pilih": [str(satu.uuid)]}).status_code == 302
        assert draf.rencana.get().uraian == "Surat selesai dua hari"
        self.client.force_login(self.kasi)
        self.assertContains(self.client.get(self.baris(self.staf)), "Ada di SKP, draf")
        self.assertContains(self.client.get("/kinerja/matriks/?q=staf+2"), "Staf 2")
        self.assertContains(self.client.get("/kinerja/matriks/?q=zzz"), "Tidak ada yang cocok")
        assert self.client.get("/kinerja/matriks/?skp=ngawur").status_code == 404

    def test_tanpa_skp_yang_disetujui(self):
        SKP.objects.filter(pk=self.hasil.skp_id).update(status="draf")
        self.assertContains(self.client.get("/kinerja/matriks/"), "SKP Anda belum disetujui")
        assert self.client.get(self.baris(self.staf)).status_code == 404

    def jumlah_kueri(self) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get("/kinerja/matriks/").status_code == 200
        return len(tangkap)

    def test_jumlah_kueri_sama_untuk_2_dan_60_orang(self):
        self.client.get("/kinerja/matriks/")  # the first page of a session also stores the session
        dua = self.jumlah_kueri()
        for urut in range(58):
            orang = pabrik.buat_pegawai(self.kantor.seksi, nama=f"Tambahan {urut}", akun=False)
            PeranHasil.objects.create(rhk_pimpinan=self.hasil, pegawai=orang, uraian="Hasil")
        assert self.jumlah_kueri() == dua <= 20
