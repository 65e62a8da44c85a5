"""The own year: steps, what is due, earlier years, and a number of queries that does not grow."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Evaluasi, Realisasi
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import pada

ALAMAT = "/kinerja/saya/tahun/"


class TahunTest(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(1)

    def setUp(self) -> None:
        self.client.force_login(akun(self.kantor.staf[0]))
        beku = pada(datetime(2026, 9, 15, 9, 0, tzinfo=WIB))
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def test_realisasi_yang_belum_diisi_menjadi_judul(self):
        assert self.client.get(ALAMAT).context["judul"] == "Tahun 2026: tidak ada yang perlu Anda isi sekarang"
        Realisasi.objects.all().delete()
        jawab = self.client.get(ALAMAT)
        assert jawab.context["judul"] == "Tahun 2026: 1 realisasi Triwulan III 2026 belum diisi"
        (bagian,) = jawab.context["bagian"]
        assert (bagian.isi.terisi, bagian.isi.diketik, bagian.batas) == (0, 1, date(2026, 10, 10))
        self.assertContains(jawab, "25 hari lagi")
        self.assertContains(jawab, "Belum dinilai")

    def test_langkah_selesai_dengan_skp_dan_hasil_yang_ditetapkan(self):
        assert self.client.get(ALAMAT).context["label_langkah"] == "1 dari 2 langkah tahun 2026 selesai"
        self.kantor.hitung()
        Evaluasi.objects.filter(pegawai=self.kantor.staf[0]).update(
            status="ditetapkan",
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            predikat="baik",
            alasan="Uji.",
            ditetapkan_oleh=akun(self.kantor.kasi),
            ditetapkan_pada=timezone.now(),
        )
        jawab = self.client.get(ALAMAT)
        assert (jawab.context["selesai"], jawab.context["langkah"]) == (2, 2)
        self.assertContains(jawab, "Baik")
        self.assertContains(jawab, "Ditetapkan")

    def test_skp_yang_belum_disetujui_lebih_dulu(self):
        SKP.objects.filter(pegawai=self.kantor.staf[0]).update(status=StatusSKP.DIAJUKAN.value)
        assert self.client.get(ALAMAT).context["judul"] == "Tahun 2026: SKP belum disetujui"
        assert self.client.get(f"{ALAMAT}?tahun=2025").context["judul"] == "Tahun 2025: belum ada SKP"

    def test_tahun_lain_dipilih_dari_tab_dan_yang_ngawur_tidak_ada(self):
        pabrik.buat_skp(self.kantor.staf[0], mulai=date(2024, 1, 1), selesai=date(2024, 12, 31))
        assert [label for label, *_ in self.client.get(ALAMAT).context["tab"]] == ["2026", "2024"]
        for tahun in ("ngawur", "", "-1", "1899", "2200", "²⁰²⁶"):
            assert self.client.get(ALAMAT, {"tahun": tahun}).status_code == 404
        self.assertContains(self.client.get(f"{ALAMAT}?tahun=2023"), "Belum ada data")

    def test_periode_status_pegawai_lain_tidak_tampil(self):
        pabrik.buat_periode(
            kode="pppk",
            mulai=date(2026, 1, 1),
            selesai=date(2026, 3, 31),
            batas_isi=date(2026, 4, 10),
            berlaku_untuk=[StatusPegawai.PPPK.value],
        )
        assert len(self.client.get(ALAMAT).context["bagian"]) == 1

    def test_jumlah_kueri_sama_untuk_1_dan_3_periode(self):
        self.client.get(ALAMAT)  # the first page of a session also stores the session

        def hitung() -> int:
            with CaptureQueriesContext(connection) as tangkap:
                self.client.get(ALAMAT)
            return len(tangkap)

        Realisasi.objects.all().delete()
        satu = hitung()
        for kode, bulan in (("satu", 10), ("dua", 11)):
            pabrik.buat_periode(
                kode=kode,
                nama=kode,
                mulai=date(2026, bulan, 1),
                selesai=date(2026, bulan, 28),
                batas_isi=date(2026, 12, 10),
            )
        assert hitung() == satu == 19
