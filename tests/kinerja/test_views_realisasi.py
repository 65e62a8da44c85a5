"""Typing a realisasi: one value is stored, refusals keep what was typed, an ended session loses nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.test import TestCase
from django.urls import reverse

from kinerja.models import Indikator, Periode, Realisasi
from kinerja.proses import simpan_realisasi
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada


class RealisasiTest(TestCase):
    kantor: Kantor
    staf: Pegawai
    periode: Periode
    indikator: Indikator
    alamat: str

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.staf = cls.kantor.staf[0]
        hari = SAAT.date()
        cls.periode = pabrik.buat_periode(
            kode="kini",
            nama="Periode kini",
            jenis="bulanan",
            mulai=hari - timedelta(days=20),
            selesai=hari + timedelta(days=10),
            batas_isi=hari + timedelta(days=12),
        )
        cls.indikator = cls.kantor.indikator[cls.staf.pk]
        cls.alamat = reverse("kinerja:realisasi", args=[cls.indikator.uuid, "kini"])

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.client.force_login(akun(self.staf))

    def isian(self, **ubah: Any) -> dict[str, Any]:
        return {"nilai": "87,5", "per_tanggal": "", "catatan": "Surat selesai.", "bukti": "", "versi": "0"} | ubah

    def tersimpan(self) -> Realisasi | None:
        return Realisasi.objects.filter(indikator=self.indikator, periode=self.periode).first()

    def test_angka_indonesia_tersimpan_dan_tampil_lagi(self):
        jawab = self.client.post(self.alamat, self.isian())
        assert jawab["Location"] == f"{self.alamat}?tersimpan=1"
        baris = self.tersimpan()
        assert baris is not None
        assert (baris.nilai, baris.versi) == (Decimal("87.5"), 1)
        self.assertContains(self.client.get(self.alamat), 'value="87,5"')

    def test_titik_bermakna_ganda_422_dan_ketikan_tetap(self):
        jawab = self.client.post(self.alamat, self.isian(nilai="12.500"))
        self.assertContains(jawab, "dapat berarti dua hal", status_code=422)
        self.assertContains(jawab, 'value="12.500"', status_code=422)
        self.assertContains(jawab, "Surat selesai.", status_code=422)
        assert self.tersimpan() is None

    def test_versi_basi_409_memperlihatkan_kedua_isi(self):
        pemilik = akun(self.staf)
        simpan_realisasi(
            indikator=self.indikator, periode=self.periode, oleh=pemilik, nilai=Decimal(60), catatan="Tab lain."
        )
        jawab = self.client.post(self.alamat, self.isian())
        self.assertContains(jawab, "Tab lain.", status_code=409)
        self.assertContains(jawab, 'value="87,5"', status_code=409)
        self.assertContains(jawab, 'name="versi" value="1"', status_code=409)
        assert self.client.post(self.alamat, self.isian(versi="1")).status_code == 302
        baris = self.tersimpan()
        assert baris is not None
        assert (baris.nilai, baris.versi) == (Decimal("87.5"), 2)

    def test_penolakan_proses_409_dan_ketikan_tetap(self):
        jawab = self.client.post(self.alamat, self.isian(per_tanggal="1 Januari 2020"))
        self.assertContains(jawab, "di luar periode", status_code=409)
        self.assertContains(jawab, "Surat selesai.", status_code=409)

    def test_periode_tertutup_hanya_dibaca_dan_kiriman_ditolak(self):
        alamat = reverse("kinerja:realisasi", args=[self.indikator.uuid, "tw3-2026"])
        self.kantor.periode.mulai, self.kantor.periode.selesai = date(2020, 7, 1), date(2020, 9, 30)
        self.kantor.periode.batas_isi = date(2020, 10, 10)
        self.kantor.periode.save()
        self.assertNotContains(self.client.get(alamat), "Simpan realisasi")
        jawab = self.client.post(alamat, self.isian(versi="1"))
        assert jawab.status_code == 409
        assert Realisasi.objects.get(indikator=self.indikator).nilai == 95

    def test_c114_pekerjaan_desember_diterima_sampai_10_januari_pukul_23_59(self):
        lama = pabrik.buat_periode(
            kode="tw4-2026", mulai=date(2026, 10, 1), selesai=date(2026, 12, 31), batas_isi=date(2027, 1, 10)
        )
        alamat = reverse("kinerja:realisasi", args=[self.indikator.uuid, lama.kode])
        saat_pekerjaan_status = (
            ("2027-01-05T08:00:00+07:00", "4 Januari 2027", 409),
            ("2027-01-05T08:00:00+07:00", "30 Desember 2026", 302),
            ("2027-01-11T00:00:00+07:00", "31 Desember 2026", 409),
            ("2027-01-10T23:59:00+07:00", "31 Desember 2026", 302),
        )
        for saat, pekerjaan, status in saat_pekerjaan_status:
            baris = Realisasi.objects.filter(indikator=self.indikator, periode=lama).first()
            with self.subTest(saat=saat, pekerjaan=pekerjaan), pada(datetime.fromisoformat(saat)):
                isian = self.isian(per_tanggal=pekerjaan, versi=str(baris.versi if baris else 0))
                jawab = self.client.post(alamat, isian)
                assert jawab.status_code == status
                if status == 409:
                    self.assertContains(jawab, "Surat selesai.", status_code=409)
        baris = Realisasi.objects.get(indikator=self.indikator, periode=lama)
        assert (baris.per_tanggal, baris.versi) == (date(2026, 12, 31), 2)

    def test_orang_lain_404_dan_atasan_hanya_membaca(self):
        for orang, baca in [(self.kantor.staf[1], 404), (self.kantor.kasi, 200)]:
            self.client.force_login(akun(orang))
            assert self.client.get(self.alamat).status_code == baca
            assert self.client.post(self.alamat, self.isian()).status_code == 404
        self.assertNotContains(self.client.get(self.alamat), "Simpan realisasi")
        assert self.tersimpan() is None

    def test_teks_2000_huruf_kembali_setelah_masuk_lagi(self):
        teks = "Laporan kegiatan loket. " * 84
        assert len(teks) > 2000
        self.client.get(self.alamat)
        del self.client.cookies["sessionid"]
        jawab = self.client.post(self.alamat, self.isian(catatan=teks))
        assert jawab.status_code == 302
        assert jawab["Location"].endswith(f"?next={self.alamat}")
        assert self.tersimpan() is None
        self.client.force_login(akun(self.staf))
        kembali = self.client.get(self.alamat)
        self.assertContains(kembali, teks.strip())
        self.assertContains(kembali, "belum disimpan")
        assert self.client.post(self.alamat, self.isian(catatan=teks)).status_code == 302
        self.assertNotContains(self.client.get(self.alamat), "belum disimpan")

    def test_isian_tertahan_tidak_sampai_kepada_orang_lain(self):
        del self.client.cookies["sessionid"]
        self.client.post(self.alamat, self.isian(catatan="Rahasia saya."))
        self.client.force_login(akun(self.kantor.kasi))
        self.assertNotContains(self.client.get(self.alamat), "Rahasia saya.")

    def test_daftar_menunjukkan_yang_belum_diisi(self):
        jawab = self.client.get(reverse("kinerja:realisasi_daftar") + "?periode=kini")
        self.assertContains(jawab, "Belum diisi")
        self.assertContains(jawab, self.alamat)
        assert self.client.get(reverse("kinerja:realisasi_daftar") + "?periode=ngawur").status_code == 404
