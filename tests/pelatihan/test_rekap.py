"""Coverage with a minimum cell, budget, lists for Excel that cannot run as formulas."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import openpyxl
from django.test import SimpleTestCase
from django.urls import reverse

from pelatihan.models import AnggaranKegiatan
from pelatihan.perhitungan.rekap import Cakupan, cakupan_kelompok, hitung_biaya
from pelatihan.proses.sertifikat_kegiatan import terbitkan_sertifikat
from pelatihan.ringkasan.rekap import rekap_pelatihan
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun, buat_rencana, buat_riwayat
from tests.pelatihan.isi_sertifikat import kegiatan_usai

D = Decimal


class HitunganTests(SimpleTestCase):
    def test_satu_kelompok_kecil_menutup_semuanya(self) -> None:
        """Four women and ten men of fourteen: the men alone would tell the women."""
        anggota = [("Perempuan", True)] * 4 + [("Laki-laki", False)] * 10
        tertutup = [Cakupan("Laki-laki", None, None, None), Cakupan("Perempuan", None, None, None)]
        self.assertEqual(cakupan_kelompok(anggota, rahasia=True), tertutup)
        terbuka = cakupan_kelompok([*anggota, ("Perempuan", False)], rahasia=True)
        self.assertEqual(terbuka, [Cakupan("Laki-laki", 10, 0, D("0.0")), Cakupan("Perempuan", 5, 4, D("80.0"))])
        self.assertEqual(cakupan_kelompok([("Seksi", True)], rahasia=False), [Cakupan("Seksi", 1, 1, D("100.0"))])

    def test_biaya_yang_tidak_diketahui_bukan_nol(self) -> None:
        satu = hitung_biaya(D(900), None, 3, D(15))
        self.assertEqual((satu.per_peserta, satu.per_jp), (None, None))
        dua = hitung_biaya(D(900), D(1000), 3, D("14.4"))
        self.assertEqual((dua.per_peserta, dua.per_jp), (D(333), D(69)))
        self.assertIsNone(hitung_biaya(D(0), D(0), 0, D(0)).per_peserta)


class UjiRekap(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = kegiatan_usai(self.kantor.seksi, self.pengelola, self.staf)
        terbitkan_sertifikat(kegiatan=self.kegiatan, oleh=self.pengelola)

    def lembar(self, nama: str) -> list[list[object]]:
        isi = self.client.get(reverse(f"pelatihan:{nama}")).content
        ws = openpyxl.load_workbook(io.BytesIO(isi)).worksheets[0]
        for sel in (sel for baris in ws.iter_rows() for sel in baris):
            self.assertNotEqual(sel.data_type, "f")
        return [[sel.value for sel in baris] for baris in ws.iter_rows()]


class RekapTests(UjiRekap):
    def test_rencana_biaya_cakupan(self) -> None:
        AnggaranKegiatan.objects.create(
            kegiatan=self.kegiatan, jenis="konsumsi", uraian="Makan", rencana=D(500000), realisasi=D(450000)
        )
        buat_rencana(self.staf)
        buat_riwayat(self.staf, self.pengelola, 4, date(2025, 12, 31))
        satu = rekap_pelatihan(self.pengelola, 2026)
        self.assertEqual((satu.orang.ikut, satu.orang.orang, satu.jp), (1, 4, D(5)))
        self.assertEqual((satu.rencana, satu.terealisasi), (0, 0))  # a wish is no plan yet
        self.assertEqual((satu.biaya.rencana, satu.biaya.realisasi), (D(500000), D(450000)))
        self.assertEqual((satu.biaya.per_peserta, satu.biaya.per_jp), (D(450000), D(90000)))
        self.assertEqual(satu.kegiatan, (("Evaluasi", 1),))
        self.assertEqual({baris.nama: baris.ikut for baris in satu.unit}, {"Kecamatan Uji": 0, "Seksi Pelayanan": 1})
        self.assertEqual([baris.orang for baris in satu.kelamin], [None] * len(satu.kelamin))

    def test_pemimpin_unit_melihat_unitnya_saja_dan_staf_tidak(self) -> None:
        self.assertEqual(rekap_pelatihan(akun(self.kantor.kasi), 2026).orang.orang, 3)
        for siapa, kode in ((akun(self.kantor.kasi), 200), (akun(self.staf), 404)):
            self.client.force_login(siapa)
            for nama in ("rekap", "rekap_unduh", "tim_unduh"):
                self.assertEqual(self.client.get(reverse(f"pelatihan:{nama}")).status_code, kode, nama)

    def test_jumlah_kueri_tidak_bertambah_dengan_orang(self) -> None:
        self.client.force_login(self.pengelola)
        halaman = reverse("pelatihan:rekap")
        self.client.get(halaman)
        with self.assertNumQueries(7):
            self.client.get(halaman)
        for n in range(3):
            pabrik.buat_pegawai(self.kantor.seksi, nama=f"Orang {n}")
        with self.assertNumQueries(7):
            self.client.get(halaman)

    def test_tahun_yang_aneh_menjadi_tahun_ini(self) -> None:
        self.client.force_login(self.pengelola)
        for tahun in ("abc", "1999", "9999", "²", "12345678901234567890"):
            self.assertContains(self.client.get(reverse("pelatihan:rekap"), {"tahun": tahun}), "Rekap pelatihan 2026")


class UnduhTests(UjiRekap):
    def test_tim_memuat_kurang_dan_nama_berumus_menjadi_teks(self) -> None:
        Pegawai.objects.filter(pk=self.staf.pk).update(nama="=HYPERLINK(1)")
        self.client.force_login(self.pengelola)
        baris = {satu[0]: satu for satu in self.lembar("tim_unduh")}
        self.assertEqual(baris["=HYPERLINK(1)"][2:5], [5, 20, 15])

    def test_catatan_sendiri(self) -> None:
        self.client.force_login(akun(self.staf))
        judul, satu = self.lembar("saya_unduh")
        self.assertEqual((judul[0], satu[0], satu[6]), ("Kegiatan", self.kegiatan.judul, 5))

    def test_saringan_kurang_dan_sertifikat_di_halaman_sendiri(self) -> None:
        self.client.force_login(self.pengelola)
        buat_riwayat(self.kantor.kasi, self.pengelola, 20, date(2026, 3, 3))
        jawaban = self.client.get(reverse("pelatihan:tim"), {"keadaan": "kurang"})
        self.assertContains(jawaban, "Staf 1")
        self.assertNotContains(jawaban, '<a href="/pelatihan/orang/' + str(self.kantor.kasi.uuid))
        self.client.force_login(akun(self.staf))
        self.assertContains(self.client.get(reverse("pelatihan:saya")), "001/SERT/2026")
