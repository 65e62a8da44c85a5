"""Pages of units: who sees which figures, the sheet, and a cost that does not grow with the staff."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.management.commands.data_skala import KODE_PERIODE, buat_data_skala
from kinerja.models import Evaluasi, Periode
from kinerja.proses import buka_run, kerjakan_run
from rakumpit.lembar import baca_xlsx
from rakumpit.organisasi.models import UnitKerja
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor


class UnitTest(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        cls.kantor.hitung()
        # The three staff; the head of the seksi stays a proposal.
        Evaluasi.objects.filter(pegawai__in=cls.kantor.staf).update(
            status="ditetapkan",
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            predikat="baik",
            alasan="Uji.",
            ditetapkan_oleh=akun(cls.kantor.kasi),
            ditetapkan_pada=timezone.now(),
        )

    def alamat(self, unit: UnitKerja, kueri: str = "?periode=tw3-2026") -> str:
        return reverse("kinerja:unit", args=[unit.uuid]) + kueri

    def test_awal_membawa_ke_unit_pembaca(self):
        for orang, unit in (
            (akun(self.kantor.kasi), self.kantor.seksi),
            (akun(self.kantor.camat), self.kantor.kecamatan),
            (self.kantor.pengelola, self.kantor.kecamatan),
        ):
            self.client.force_login(orang)
            self.assertRedirects(self.client.get(reverse("kinerja:unit_awal")), self.alamat(unit, ""))

    def test_kalimat_jumlah_dan_sebaran(self):
        self.client.force_login(akun(self.kantor.camat))
        jawab = self.client.get(self.alamat(self.kantor.kecamatan))
        self.assertContains(jawab, "3 dari 4 hasil Triwulan III 2026 sudah ditetapkan")
        self.assertContains(jawab, "5 dari 5 pegawai mempunyai SKP yang disetujui")
        sebaran = jawab.context["sebaran"]
        assert {satu.label: satu.jumlah for satu in sebaran.baris}["Baik"] == 3
        assert [satu.label for satu in jawab.context["halaman"]] == ["Langsung di Kecamatan Uji", "Seksi Pelayanan"]
        self.assertNotContains(jawab, "Staf 1")

    def test_pemeriksa_tidak_melihat_sebaran_unit_kecil(self):
        self.client.force_login(pabrik.buat_pengguna(pemeriksa=True))
        seksi = self.client.get(self.alamat(self.kantor.seksi))
        assert (seksi.context["sebaran"], seksi.context["tren"]) == (None, None)
        self.assertContains(seksi, "agar hasil seseorang tidak dapat ditebak")
        assert self.client.get(self.alamat(self.kantor.kecamatan)).context["sebaran"] is not None

    def test_lembar_memuat_angka_halaman_dan_tidak_memuat_sebaran_yang_disembunyikan(self):
        unduh = reverse("kinerja:unit_unduh", args=[self.kantor.seksi.uuid]) + "?periode=tw3-2026"
        self.client.force_login(akun(self.kantor.kasi))
        jawab = self.client.get(unduh)
        assert jawab["Content-Disposition"].endswith('-tw3-2026.xlsx"')
        baris = [[sel.nilai for sel in satu.sel] for satu in baca_xlsx(jawab.content).baris]
        assert baris[4] == ["Langsung di Seksi Pelayanan", 4, 4, 0, 0, 0, 4, 3, 3, 1, 3, 3]
        assert baris[7] == ["Kendala terbuka", 0]
        assert "Predikat Baik" in baris[11]
        self.client.force_login(pabrik.buat_pengguna(pemeriksa=True))
        baris = [[sel.nilai for sel in satu.sel] for satu in baca_xlsx(self.client.get(unduh).content).baris]
        assert len(baris) == 10

    def test_tanpa_periode_dan_periode_asing(self):
        self.client.force_login(akun(self.kantor.kasi))
        assert self.client.get(self.alamat(self.kantor.seksi, "?periode=ngawur")).status_code == 404
        Periode.objects.update(mulai=date(2999, 1, 1), selesai=date(2999, 3, 31), batas_isi=date(2999, 4, 1))
        self.assertContains(self.client.get(self.alamat(self.kantor.seksi, "")), "Belum ada periode")


class BiayaTests(TestCase):
    def halaman(self) -> int:
        alamat = reverse("kinerja:unit", args=[UnitKerja.objects.get(kode="skala-kecamatan").uuid])
        with CaptureQueriesContext(connection) as tangkap:
            jawab = self.client.get(f"{alamat}?periode={KODE_PERIODE}")
        assert jawab.status_code == 200
        assert len(jawab.content) < 100_000
        return len(tangkap)

    def test_jumlah_kueri_sama_untuk_10_dan_2000_orang(self):
        periode = buat_data_skala(pegawai=10)
        kerjakan_run(buka_run(periode=periode).pk)
        self.client.force_login(pabrik.buat_pengguna(pengelola=True))
        self.halaman()  # the first page of a session also stores the session
        sepuluh = self.halaman()
        buat_data_skala(pegawai=1990)
        assert self.halaman() == sepuluh
        assert sepuluh <= 20, sepuluh
