"""The monthly recapitulation and the exports: what a row says, what is never in it, how the cells are stored."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import openpyxl
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.models import CatatanHarian, Realisasi
from kinerja.perhitungan import Rating
from kinerja.proses import nilai_perilaku, putuskan, tetapkan
from kinerja.ringkasan.rekap import BarisRekap, pegawai_rekap, periode_rekap, rekap_bulanan
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.survei.dasar import pada

SEPTEMBER = date(2026, 9, 1)
# The closing day of the quarter is Saturday 10 October 2026; this is the Thursday after it.
SAAT = datetime(2026, 10, 15, 9, 0, tzinfo=WIB)


class RekapTest(TestCase):
    kantor: Kantor
    staf: list[Pegawai]

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(datetime(2026, 10, 5, 9, 0, tzinfo=WIB)):
            cls.kantor = buat_kantor()
            cls.staf = cls.kantor.staf
            Realisasi.objects.all().delete()
            cls.isi(cls.staf[0])
            cls.kantor.hitung()

    @classmethod
    def isi(cls, pegawai: Pegawai) -> None:
        """Typed in time, with its entry in the trail as the office's clock would have stamped it."""
        saat = datetime(2026, 10, 5, 9, 0, tzinfo=WIB)
        realisasi = Realisasi.objects.create(
            indikator=cls.kantor.indikator[pegawai.pk], periode=cls.kantor.periode, nilai=Decimal(95), diubah=saat
        )
        CatatanAudit.objects.create(
            aksi="kinerja.realisasi.simpan", objek_jenis="kinerja.realisasi", objek_id=str(realisasi.uuid), waktu=saat
        )

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def final(self) -> None:
        staf, kasi = self.staf[0], akun(self.kantor.kasi)
        nilai_perilaku(pegawai=staf, periode=self.kantor.periode, oleh=kasi, penilaian=SEMUA_SESUAI)
        evaluasi = self.kantor.evaluasi(staf)
        diputus = putuskan(
            evaluasi=evaluasi,
            oleh=kasi,
            rating_hasil=Rating.SESUAI.value,
            rating_perilaku=Rating.SESUAI.value,
            versi=evaluasi.versi,
        )
        tetapkan(evaluasi=diputus, oleh=kasi, versi=diputus.versi)

    def baris(self, pegawai: Pegawai, bulan: date = SEPTEMBER) -> BarisRekap:
        (satu,) = rekap_bulanan(bulan, [Pegawai.objects.get(pk=pegawai.pk)])
        return satu

    def test_rating_hanya_yang_ditetapkan(self):
        belum = self.baris(self.staf[0])
        assert (belum.predikat, belum.rating_hasil) == ("Belum ditetapkan", "Belum ditetapkan")
        self.final()
        sudah = self.baris(self.staf[0])
        assert (sudah.rating_hasil, sudah.rating_perilaku, sudah.predikat) == (
            "sesuai ekspektasi",
            "sesuai ekspektasi",
            "Baik",
        )
        assert sudah.periode == "Triwulan III 2026"

    def test_kelengkapan_dan_hari_terlambat(self):
        satu, dua = self.baris(self.staf[0]), self.baris(self.staf[1])
        assert (satu.terisi, satu.diisi, satu.terlambat) == (1, 1, 0)
        # Nothing typed: Monday 12 to Thursday 15 October are four working days.
        assert (dua.terisi, dua.diisi, dua.terlambat) == (0, 1, 4)

    def test_pembetulan_kemudian_tidak_membuat_terlambat(self):
        Realisasi.objects.update(diubah=SAAT)
        assert self.baris(self.staf[0]).terlambat == 0

    def test_tanpa_isian_sendiri_bukan_nol_hari(self):
        baru = pabrik.buat_pegawai(self.kantor.seksi, nama="Tanpa SKP")
        satu = self.baris(baru)
        assert (satu.diisi, satu.terlambat) == (0, None)

    def test_hari_bercatatan_dihitung_per_hari_tanpa_yang_dibatalkan(self):
        staf = self.staf[0]
        for hari, batal in ((1, False), (1, False), (2, False), (3, True)):
            CatatanHarian.objects.create(
                pegawai=staf,
                kiriman_id=uuid4(),
                tanggal=date(2026, 9, hari),
                uraian="Surat",
                diisi_oleh=akun(staf),
                **({"dibatalkan_pada": SAAT, "dibatalkan_oleh": akun(staf), "alasan_batal": "Keliru"} if batal else {}),
            )
        satu = self.baris(staf)
        # September 2026 has 22 weekdays; the table of holidays has none in it.
        assert (satu.hari_catatan, satu.hari_kerja) == (2, 22)

    def test_periode_bulanan_didahulukan(self):
        assert periode_rekap(date(2026, 12, 1)) is None
        bulanan = pabrik.buat_periode(
            kode="sep-2026", nama="September 2026", jenis="bulanan", mulai=SEPTEMBER, selesai=date(2026, 9, 30)
        )
        assert periode_rekap(SEPTEMBER) == bulanan
        assert periode_rekap(date(2026, 8, 1)) == self.kantor.periode
        assert self.baris(self.staf[0], date(2026, 12, 1)).periode == "Belum ada periode"

    def test_menurut_unit_di_bawahnya_dan_bulan_bekerja(self):
        semua = {satu.nama for satu in pegawai_rekap(SEPTEMBER, self.kantor.kecamatan)}
        assert semua == {"Camat", "Kasi", "Staf 1", "Staf 2"}
        assert {satu.nama for satu in pegawai_rekap(SEPTEMBER, self.kantor.seksi)} == {"Kasi", "Staf 1", "Staf 2"}
        self.staf[1].selesai = date(2026, 8, 31)
        self.staf[1].save()
        assert "Staf 2" not in {satu.nama for satu in pegawai_rekap(SEPTEMBER, None)}

    def test_kueri_tetap(self):
        with CaptureQueriesContext(connection) as satu:
            rekap_bulanan(SEPTEMBER, pegawai_rekap(SEPTEMBER, None)[2:3])
        with self.assertNumQueries(len(satu)):
            assert len(rekap_bulanan(SEPTEMBER, pegawai_rekap(SEPTEMBER, None))) == 4

    # --- workbooks and pages ---

    def lembar(self, alamat: str) -> Any:
        jawab = self.client.get(alamat)
        assert jawab.status_code == 200, alamat
        assert "no-store" in jawab["Cache-Control"]
        return openpyxl.load_workbook(io.BytesIO(jawab.content)).active

    def test_lembar_rekap_nip_teks_dan_tanpa_uang_atau_angka_bantu(self):
        self.final()
        self.client.force_login(self.kantor.pengelola)
        lembar = self.lembar("/kinerja/rekap/lembar/?bulan=2026-09")
        kepala, *isi = lembar.iter_rows()
        judul = [sel.value for sel in kepala]
        staf = next(deret for deret in isi if deret[1].value == "Staf 1")
        assert (staf[0].value, staf[0].data_type) == (akun(self.staf[0]).nip, "s")
        assert dict(zip(judul, (sel.value for sel in staf), strict=True))["Predikat kinerja"] == "Baik"
        assert not [satu for satu in judul if "ngka" in satu or "Rp" in satu or "unjangan" in satu]
        evaluasi = self.kantor.evaluasi(self.staf[0])
        assert evaluasi.nilai_kinerja not in [sel.value for deret in isi for sel in deret]

    def test_halaman_rekap_hanya_pengelola_dan_menurut_pilihan(self):
        self.client.force_login(self.kantor.pengelola)
        halaman = self.client.get("/kinerja/rekap/")
        self.assertContains(halaman, "September 2026")
        self.assertContains(halaman, "4 hari kerja")
        saring = self.client.get("/kinerja/rekap/", {"unit": self.kantor.seksi.kode, "q": "staf 1"})
        assert [satu.pegawai.nama for satu in saring.context["baris"]] == ["Staf 1"]
        for salah in ({"bulan": "2019-01"}, {"bulan": "x"}, {"unit": "x"}):
            assert self.client.get("/kinerja/rekap/", salah).status_code == 404
        self.client.force_login(akun(self.kantor.kasi))
        assert self.client.get("/kinerja/rekap/").status_code == 404

    def test_ekspor_skp_dan_evaluasi_hanya_yang_terlihat(self):
        self.kantor.indikator[self.staf[0].pk].rencana.skp.rencana.update(uraian="=cmd()")
        self.client.force_login(akun(self.kantor.kasi))
        skp = list(self.lembar("/kinerja/ekspor/skp/?tahun=2026").iter_rows())
        assert {deret[1].value for deret in skp[1:]} == {"Kasi", "Staf 1", "Staf 2"}
        staf = next(deret for deret in skp if deret[1].value == "Staf 1")
        assert (staf[7].value, staf[7].data_type) == ("=cmd()", "s")
        assert (staf[12].value, staf[0].data_type) == (100, "s")
        evaluasi = list(self.lembar("/kinerja/ekspor/evaluasi/?periode=tw3-2026").values)
        assert {deret[1] for deret in evaluasi[1:]} == {"Kasi", "Staf 1", "Staf 2"}
        # Proposals are not exported.
        assert {deret[8:11] for deret in evaluasi[1:]} == {(None, None, None)}
        assert not [satu for satu in evaluasi[0] if "bantu" in str(satu)]
        for salah in ("skp/?tahun=0000", "skp/?tahun=x", "evaluasi/", "evaluasi/?periode=x"):
            assert self.client.get(f"/kinerja/ekspor/{salah}").status_code == 404
        self.client.force_login(akun(self.staf[0]))
        assert self.client.get("/kinerja/ekspor/skp/").status_code == 404
