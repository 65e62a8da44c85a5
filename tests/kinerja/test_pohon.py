"""The tree: who carries which measure, what nobody carries, and a cost that does not grow with the staff."""

from __future__ import annotations

from datetime import date
from typing import Any
from unittest import mock

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import Indikator, PerjanjianKinerja, RencanaHasilKerja
from kinerja.ringkasan import pohon as ringkasan_pohon
from kinerja.ringkasan.pohon import CabangIKU, Lingkup, Simpul, jalur_unit, perjanjian_pohon, pohon_perjanjian
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.kinerja.isi_perencanaan import buat_perjanjian_uji, iku_uji, tandatangani_uji
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

HARI = date(2026, 9, 15)
POHON = "/kinerja/pohon/"


class PohonDasar(TestCase):
    kantor: Kantor
    perjanjian: PerjanjianKinerja

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(2)
        with pada(SAAT):
            cls.perjanjian = tandatangani_uji(buat_perjanjian_uji(cls.kantor.kecamatan), akun(cls.kantor.camat))
        cls.kecamatan_hasil = cls.hasil(cls.kantor.camat)
        Indikator.objects.filter(rencana=cls.kecamatan_hasil).update(iku=iku_uji(cls.perjanjian))
        cls.sambung(cls.kantor.kasi, cls.kecamatan_hasil)
        cls.sambung(cls.kantor.staf[0], cls.hasil(cls.kantor.kasi))

    kecamatan_hasil: RencanaHasilKerja

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    @staticmethod
    def hasil(pegawai: Pegawai) -> RencanaHasilKerja:
        return RencanaHasilKerja.objects.get(skp__pegawai=pegawai)

    @classmethod
    def sambung(cls, pegawai: Pegawai, pimpinan: RencanaHasilKerja) -> None:
        RencanaHasilKerja.objects.filter(skp__pegawai=pegawai).update(
            rhk_pimpinan=pimpinan, uraian=f"Hasil {pegawai.nama}"
        )

    def pohon(self, jalur: frozenset[int] | None = None) -> tuple[list[CabangIKU], list[Simpul]]:
        return pohon_perjanjian(self.perjanjian, Lingkup(HARI, jalur))

    def tambah_staf(self, jumlah: int) -> None:
        for urut in range(jumlah):
            orang = pabrik.buat_pegawai(self.kantor.seksi, nama=f"Tambahan {urut:03}", akun=False)
            pabrik.buat_indikator(pabrik.buat_skp(orang, penilai=self.kantor.kasi))
            self.sambung(orang, self.hasil(self.kantor.kasi))


class RingkasanTest(PohonDasar):
    def test_dari_ukuran_sampai_staf(self):
        (cabang,), lain = self.pohon()
        assert lain == []
        (camat,) = cabang.simpul
        (kasi,) = camat.anak
        (staf,) = kasi.anak
        assert [satu.pegawai_id for satu in (camat, kasi, staf)] == [
            self.kantor.camat.pk,
            self.kantor.kasi.pk,
            self.kantor.staf[0].pk,
        ]
        assert [(satu.jumlah, satu.sisa) for satu in (camat, kasi, staf)] == [(1, 0), (1, 0), (0, 0)]

    def test_ukuran_tanpa_rencana_dan_hasil_di_luar_perjanjian(self):
        Indikator.objects.filter(rencana=self.kecamatan_hasil).update(iku=None)
        (cabang,), (lain,) = self.pohon()
        assert cabang.simpul == []
        assert (lain.pegawai_id, lain.jumlah) == (self.kantor.camat.pk, 1)

    def test_hanya_rencana_yang_disetujui_dan_berlaku_hari_itu(self):
        skp = self.hasil(self.kantor.kasi).skp
        skp.status = "diajukan"
        skp.save()
        assert self.pohon()[0][0].simpul[0].jumlah == 0
        skp.status, skp.selesai = "selesai", date(2026, 9, 14)
        skp.save()
        assert self.pohon()[0][0].simpul[0].anak == []
        assert pohon_perjanjian(self.perjanjian, Lingkup(date(2026, 9, 14)))[0][0].simpul[0].jumlah == 1

    def test_jalur_menuju_satu_unit(self):
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan)
        kepala = pabrik.buat_pegawai(lain, memimpin=True)
        pabrik.buat_indikator(pabrik.buat_skp(kepala, penilai=self.kantor.camat))
        self.sambung(kepala, self.kecamatan_hasil)
        assert self.pohon()[0][0].simpul[0].jumlah == 2
        jalur = jalur_unit([self.kantor.seksi.pk], HARI)
        (camat,) = self.pohon(jalur)[0][0].simpul
        assert [satu.pegawai_id for satu in camat.anak] == [self.kantor.kasi.pk]
        assert jalur_unit([pabrik.buat_unit().pk], HARI) == frozenset()

    def test_yang_tidak_muat_dihitung_dan_tiap_cabang_mendapat_bagian(self):
        self.tambah_staf(9)
        with mock.patch.object(ringkasan_pohon, "BATAS_SIMPUL", 6):
            kasi = self.pohon()[0][0].simpul[0].anak[0]
        assert (len(kasi.anak), kasi.jumlah, kasi.sisa) == (4, 10, 6)

    def test_perjanjian_yang_dipakai(self):
        unit = [self.kantor.kecamatan, self.kantor.seksi]
        draf = buat_perjanjian_uji(self.kantor.seksi)
        assert set(perjanjian_pohon(2026, unit)) == {self.perjanjian, draf}
        perubahan = buat_perjanjian_uji(self.kantor.kecamatan, versi=2, sebelumnya=self.perjanjian)
        assert self.perjanjian in perjanjian_pohon(2026, unit)
        assert perubahan not in perjanjian_pohon(2026, unit)
        assert perjanjian_pohon(2027, unit) == []


class HalamanTest(PohonDasar):
    def buka(self, orang: Pegawai, alamat: str = POHON) -> Any:
        self.client.force_login(akun(orang))
        return self.client.get(alamat)

    def test_camat_melihat_nama_staf_melihat_jabatan(self):
        halaman = self.buka(self.kantor.camat)
        self.assertContains(halaman, "Hasil Staf 1")
        self.assertContains(halaman, "Staf 1 · ")
        self.assertContains(halaman, "Anda")
        self.assertContains(halaman, '<option value="2026" selected>2026</option>')
        halaman = self.buka(self.kantor.staf[1])
        self.assertContains(halaman, "Hasil Staf 1")
        self.assertNotContains(halaman, "Staf 1 · ")
        self.assertContains(halaman, "Seksi Pelayanan")

    def test_yang_belum_didukung_disebut(self):
        RencanaHasilKerja.objects.filter(skp__pegawai=self.kantor.kasi).update(rhk_pimpinan=None)
        self.assertContains(self.buka(self.kantor.camat), "Belum ada yang mendukung", 1)
        Indikator.objects.update(iku=None)
        self.assertContains(self.buka(self.kantor.camat), "Belum ada hasil kerja pimpinan unit", 1)

    def test_saring_dan_salah_alamat(self):
        seksi = self.kantor.seksi
        self.assertContains(self.buka(self.kantor.camat, f"{POHON}?unit={seksi.uuid}"), "Hasil Staf 1")
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan, nama="Seksi Kosong")
        self.assertContains(self.buka(self.kantor.camat, f"{POHON}?unit={lain.uuid}"), "Tidak ada cabang menuju")
        self.assertContains(self.buka(self.kantor.camat, f"{POHON}?tahun=2027"), "Belum ada perjanjian kinerja")
        for kueri in ("tahun=abc", "tahun=2050", f"unit={self.kantor.kota.uuid}", "unit=x", f"akar={seksi.uuid}"):
            assert self.buka(self.kantor.camat, f"{POHON}?{kueri}").status_code == 404, kueri

    def test_cabang_sendiri(self):
        alamat = reverse("kinerja:pohon_cabang", args=[self.hasil(self.kantor.kasi).uuid])
        halaman = self.buka(self.kantor.staf[1], alamat)
        self.assertContains(halaman, "Hasil Staf 1")
        self.assertContains(halaman, "Mendukung:")
        kosong = reverse("kinerja:pohon_cabang", args=[self.hasil(self.kantor.staf[1]).uuid])
        self.assertContains(self.buka(self.kantor.kasi, kosong), "Belum ada yang mendukung")
        lain = pabrik.buat_pegawai(pabrik.buat_unit(induk=self.kantor.kecamatan))
        assert self.buka(lain, alamat).status_code == 404

    def jumlah_kueri(self, alamat: str) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            jawab = self.client.get(alamat)
        assert jawab.status_code == 200
        assert len(jawab.content) < 100_000, len(jawab.content)
        return len(tangkap)

    def test_jumlah_kueri_dan_berat_tetap(self):
        self.client.force_login(akun(self.kantor.camat))
        cabang = reverse("kinerja:pohon_cabang", args=[self.hasil(self.kantor.kasi).uuid])
        saring = f"{POHON}?unit={self.kantor.seksi.uuid}"
        for alamat in (POHON, cabang, saring):
            self.client.get(alamat)
        sebelum = [self.jumlah_kueri(alamat) for alamat in (POHON, cabang, saring)]
        self.tambah_staf(300)
        self.client.get(POHON)  # making so many people takes time, after which the session is stored again
        assert [self.jumlah_kueri(alamat) for alamat in (POHON, cabang, saring)] == sebelum
        assert max(sebelum) <= 20, sebelum
