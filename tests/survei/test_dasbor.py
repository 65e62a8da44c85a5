"""Collection, overview, «Suara warga» and the assisted mode."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from fractions import Fraction
from unittest import mock
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from rakumpit.organisasi.models import Pengguna
from survei import proses
from survei.enums import StatusKirim
from survei.models import HasilSurvei, HitunganTema, Respons, Survei, TemaSaran
from survei.perhitungan import Arah
from survei.proses.dibantu import terima_dibantu
from survei.ringkasan.ikhtisar import baris_ikhtisar, survei_ikhtisar
from survei.ringkasan.pengumpulan import menurut_minggu, pengumpulan
from survei.ringkasan.suara import suara_layanan
from tests import pabrik
from tests.survei.dasar import UjiSurvei, banyak_survei, isian


def kunci(survei: Survei, oleh: Pengguna) -> HasilSurvei:
    """Close and lock."""
    proses.tutup(survei=survei, oleh=oleh)
    return proses.kunci(survei=Survei.objects.get(pk=survei.pk), oleh=oleh)


class DibantuTests(UjiSurvei):
    """An officer fills the form in for a citizen."""

    def setUp(self) -> None:
        super().setUp()
        self.alamat_isi = f"/survei/dibantu/{self.survei.uuid}/"

    def test_tersimpan_dengan_saluran_dan_tanda_tanpa_nama(self) -> None:
        self.client.force_login(self.petugas)
        self.assertContains(self.client.get("/survei/dibantu/"), self.survei.judul)
        jawab = self.client.post(self.alamat_isi, isian(self.survei, setuju="ya"))
        self.assertRedirects(jawab, "/survei/dibantu/")
        satu = Respons.objects.get()
        self.assertEqual((satu.saluran, "orang_dalam" in satu.bendera), ("dibantu", True))
        tertulis = str({bidang.name: getattr(satu, bidang.attname) for bidang in satu._meta.concrete_fields})
        self.assertNotIn(self.petugas.nama, tertulis)

    def test_tanpa_persetujuan_ditolak_dan_isian_tetap(self) -> None:
        self.client.force_login(self.petugas)
        jawab = self.client.post(self.alamat_isi, isian(self.survei, saran="Kursi kurang."))
        self.assertContains(jawab, "centang persetujuannya", status_code=422)
        self.assertContains(jawab, "Kursi kurang.", status_code=422)
        self.assertFalse(Respons.objects.exists())

    def test_kiriman_ganda_tetap_satu(self) -> None:
        self.client.force_login(self.petugas)
        isi = isian(self.survei, setuju="ya")
        for _ in range(2):
            self.assertEqual(self.client.post(self.alamat_isi, isi).status_code, 302)
        self.assertEqual(Respons.objects.count(), 1)

    def test_hanya_yang_memberi_layanannya(self) -> None:
        isi = {
            "survei": self.survei,
            "submission_id": uuid4(),
            "layanan": self.layanan,
            "jawaban": dict.fromkeys(self.survei.instrumen.pertanyaan.values_list("kode_unsur", flat=True), 3),
            "demografi": {},
            "saran": "",
            "versi_formulir": "skm-v1",
            "tanggal": date(2026, 9, 15),
        }
        for oleh in (self.luar, self.pengelola, self.admin):
            with self.subTest(oleh=oleh), self.assertRaises(PermissionDenied):
                terima_dibantu(oleh=oleh, setuju=True, **isi)  # type: ignore[arg-type]  # merged by name
        with self.assertRaises(ValidationError):
            terima_dibantu(oleh=self.petugas, setuju=False, **isi)  # type: ignore[arg-type]  # merged by name
        hasil = terima_dibantu(oleh=self.petugas, setuju=True, **isi)  # type: ignore[arg-type]  # merged by name
        self.assertEqual(hasil.status, StatusKirim.BARU)


class PengumpulanTests(UjiSurvei):
    """Numbers of forms only."""

    def test_per_hari_saluran_layanan_dan_target(self) -> None:
        Survei.objects.filter(pk=self.survei.pk).update(populasi=10)
        for hari, saluran in ((1, "daring"), (1, "kertas"), (2, "dibantu")):
            pabrik.buat_respons(self.survei, tanggal=date(2026, 9, hari), saluran=saluran)
        pabrik.buat_respons(self.survei, {"waktu": 3}, tanggal=date(2026, 9, 2))
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        satu = pengumpulan(Survei.objects.get(pk=self.survei.pk))
        self.assertEqual((satu.diterima, satu.dihitung, satu.target), (4, 3, 10))
        # Towards the target as at the lock: the form with one answer does not count. 31 December is the last day.
        self.assertEqual((satu.kurang, satu.sisa_hari, satu.sehari), (7, 108, Fraction(7, 108)))
        self.client.force_login(self.pengelola)
        for halaman in ("", "pengumpulan/", "sampel/"):
            isi = self.client.get(f"/survei/kelola/{self.survei.uuid}/{halaman}")
            self.assertContains(isi, "3 dari target sampel 10 formulir")
        self.assertEqual(satu.per_hari, {date(2026, 9, 1): 2, date(2026, 9, 2): 2})
        self.assertEqual(satu.per_layanan, {self.layanan.pk: 4})
        self.assertEqual(satu.per_saluran, {"Telepon sendiri": 1, "Kertas": 1, "Dibantu petugas": 1})

    def test_minggu_kosong_tampil_nol(self) -> None:
        hari = {date(2026, 9, 1): 2, date(2026, 9, 6): 1, date(2026, 9, 15): 4}
        senin = [date(2026, 8, 31), date(2026, 9, 7), date(2026, 9, 14)]
        self.assertEqual(menurut_minggu(hari), dict(zip(senin, (3, 0, 4), strict=True)))

    def test_nilai_tidak_tampil_sebelum_dikunci(self) -> None:
        for _ in range(12):
            pabrik.buat_respons(self.survei, 4)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        self.client.force_login(self.lurah)
        halaman = self.client.get(f"/survei/kelola/{self.survei.uuid}/pengumpulan/")
        self.assertContains(halaman, "formulir diterima")
        self.assertNotContains(halaman, "100,00")


class DuaMasaTests(UjiSurvei):
    """Two locked surveys of one unit: what may be said of the change."""

    def setUp(self) -> None:
        super().setUp()
        self.lama = pabrik.buat_survei(
            self.unit, layanan=[self.layanan], mulai=date(2025, 1, 1), selesai=date(2025, 12, 31)
        )
        for urut in range(40):
            pabrik.buat_respons(self.lama, 2 + urut % 2, tanggal=date(2025, 7, 1))
            pabrik.buat_respons(self.survei, 3 + urut % 2, tanggal=date(2026, 7, 1))
        for survei in (self.lama, self.survei):
            kunci(survei, self.pengelola)

    def test_ikhtisar_memuat_indeks_selang_dan_perubahan(self) -> None:
        baris = baris_ikhtisar(list(survei_ikhtisar(Survei.objects.all()).order_by("-mulai")))
        kini, lama = baris
        self.assertEqual((kini.n, kini.ikm, kini.mutu), (40, Decimal("87.50"), "B"))
        self.assertIsNotNone(kini.selang)
        self.assertIsNotNone(kini.banding)
        self.assertEqual((kini.banding.arah, kini.banding.selisih), (Arah.NAIK, Decimal("25.00")))  # type: ignore[union-attr]
        self.assertIsNone(lama.banding)

    def test_suara_warga_satu_unit_dan_masa_sebelumnya(self) -> None:
        (satu,) = suara_layanan(self.petugas)
        self.assertEqual((satu.survei, satu.n, satu.cukup), (self.survei, 40, True))
        self.assertEqual([unsur.nilai for unsur in satu.unsur], [Decimal("87.50")] * 2)
        self.assertEqual({unsur.banding.arah for unsur in satu.unsur if unsur.banding}, {Arah.NAIK})
        self.assertEqual(suara_layanan(self.luar), [])

    def test_suara_warga_memuat_tema_yang_boleh_dilihat_umum(self) -> None:
        besar, kecil = TemaSaran.objects.order_by("pk")[:2]
        for tema, jumlah in ((besar, 10), (kecil, 9)):
            HitunganTema.objects.create(survei=self.survei, tema=tema, jumlah=jumlah)
        (satu,) = suara_layanan(self.petugas)
        self.assertEqual([(tema.nama, tema.jumlah) for tema in satu.tema], [(besar.nama, 10)])

    def test_suara_warga_di_bawah_tiga_puluh_tanpa_angka(self) -> None:
        unit = pabrik.buat_unit(nama="Kelurahan Pager")
        oleh = pabrik.buat_pegawai(unit).pengguna
        survei = pabrik.buat_survei(unit)
        for _ in range(29):
            pabrik.buat_respons(survei, 4)
        kunci(survei, self.pengelola)
        assert oleh is not None
        (satu,) = suara_layanan(oleh)
        self.assertEqual((satu.n, satu.cukup, satu.ikm, satu.unsur, satu.masa), (29, False, None, (), ()))
        self.client.force_login(oleh)
        self.assertNotContains(self.client.get("/suara-warga/"), "100,00")

    def test_unduhan_sama_dengan_halaman(self) -> None:
        self.client.force_login(self.pengelola)
        self.assertContains(self.client.get("/survei/ikhtisar/"), "87,50")
        jawab = self.client.get("/survei/ikhtisar/unduh/?status=dikunci")
        lembar = load_workbook(io.BytesIO(jawab.content)).active
        assert lembar is not None
        isi = list(lembar.iter_rows(values_only=True))
        self.assertEqual([baris[1] for baris in isi[1:]], [self.survei.judul, self.lama.judul])
        self.assertEqual([str(baris[8]) for baris in isi[1:]], ["87.5", "62.5"])
        with mock.patch("survei.views.ikhtisar.UNDUH_TERBANYAK", 1):
            lembar = load_workbook(io.BytesIO(self.client.get("/survei/ikhtisar/unduh/").content)).active
        assert lembar is not None
        judul, akhir = list(lembar.iter_rows(min_row=2, values_only=True))
        self.assertEqual((judul[1], str(akhir[0])[:21]), (self.survei.judul, "Hanya 1 survei terbar"))

    def test_cetakan_menyebut_hari_saringan_dan_halamannya(self) -> None:
        self.client.force_login(self.pengelola)
        halaman = self.client.get("/survei/ikhtisar/")
        self.assertContains(halaman, "data-cetak data-skrip hidden>")
        self.assertContains(halaman, "js/cetak.js")
        self.assertContains(
            halaman, '<p class="d-none d-print-block">Dicetak 15 September 2026: semua survei, 2 baris.</p>'
        )
        halaman = self.client.get("/survei/ikhtisar/", {"status": "dikunci", "q": "<b>"})
        self.assertContains(halaman, "kata «&lt;b&gt;», status dikunci, 0 baris.")
        banyak_survei(self.survei, 60, status="terbuka")
        halaman = self.client.get("/survei/ikhtisar/", {"status": "terbuka", "page": "2"})
        self.assertContains(halaman, "status terbuka, 60 baris. Halaman 2 dari 2.")

    def test_pengumpulan_dan_sampel_saling_menunjuk(self) -> None:
        self.client.force_login(self.pengelola)
        dasar = f"/survei/kelola/{self.survei.uuid}/"
        self.assertContains(self.client.get(dasar + "pengumpulan/"), f'<a href="{dasar}sampel/">Sampel</a>')
        self.assertContains(self.client.get(dasar + "sampel/"), f'<a href="{dasar}pengumpulan/">Pengumpulan</a>')
        Survei.objects.filter(pk=self.survei.pk).update(status="draf")
        self.assertNotContains(self.client.get(dasar + "sampel/"), "pengumpulan/")

    def test_jumlah_kueri_tetap(self) -> None:
        self.client.force_login(self.pengelola)
        alamat = ("/survei/ikhtisar/", "/survei/ikhtisar/unduh/", f"/survei/kelola/{self.survei.uuid}/pengumpulan/")
        for satu in alamat:
            self.client.get(satu)  # the first page of a session also records the session
        jumlah = []
        for banyak in (1, 297):
            banyak_survei(self.survei, banyak, status="terbuka")
            for satu in alamat:
                with CaptureQueriesContext(connection) as kueri:
                    self.client.get(satu)
                jumlah.append(len(kueri))
        self.assertEqual(jumlah[:3], jumlah[3:])
        self.assertLessEqual(max(jumlah), 20)

    def test_kueri_suara_warga_paling_banyak_dua_puluh(self) -> None:
        self.client.force_login(self.petugas)
        self.client.get("/suara-warga/")
        with CaptureQueriesContext(connection) as kueri:
            self.client.get("/suara-warga/")
        self.assertLessEqual(len(kueri), 20)
