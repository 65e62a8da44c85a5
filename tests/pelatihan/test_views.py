"""Pages of training: what they say, their number of statements, and what a refused form keeps."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from pelatihan.models import KebutuhanPelatihan, Program, RencanaPengembangan, SertifikatLuar
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun, buat_rencana, buat_riwayat, buat_sertifikat


class HalamanTests(UjiPelatihan):
    def buka(self, nama: str, *args: object, siapa: Pengguna | None = None, **kueri: str) -> Any:
        self.client.force_login(siapa or self.pengelola)
        return self.client.get(reverse(f"pelatihan:{nama}", args=args), kueri)

    def test_pelatihan_saya_menyebut_yang_kurang(self) -> None:
        buat_riwayat(self.staf, self.pengelola, 12, date(2026, 2, 2))
        halaman = self.buka("saya", siapa=akun(self.staf))
        self.assertContains(halaman, "Kurang 8 JP sampai 31 Desember 2026.")

    def test_pppk_tanpa_perjanjian_tidak_menampilkan_angka(self) -> None:
        halaman = self.buka("saya", siapa=akun(self.pppk))
        self.assertContains(halaman, "Tanggal perjanjian kerja belum diisi pengelola")
        self.assertContains(halaman, "Belum terverifikasi.")

    def test_isian_yang_ditolak_tidak_hilang(self) -> None:
        self.client.force_login(akun(self.staf))
        halaman = self.client.post(reverse("pelatihan:sertifikat_kirim"), {"judul": "Arsip <b>"})
        self.assertEqual(halaman.status_code, 422)
        self.assertContains(halaman, "Arsip &lt;b&gt;", status_code=422)
        self.assertEqual(SertifikatLuar.objects.count(), 0)

    def test_salinan_siasn_aman_dari_rumus(self) -> None:
        buat_riwayat(self.staf, self.pengelola, 4, date(2026, 2, 2), judul='=HYPERLINK("http://x")')
        lembar = load_workbook(BytesIO(self.buka("siasn").content)).active
        sel = [satu.value for satu in list(lembar.rows)[1]]
        self.assertEqual(lembar.max_row, 2)
        self.assertNotEqual(list(lembar.rows)[1][3].data_type, "f")
        self.assertEqual(sel[9], 4)
        self.assertNotIn(b";=HYPERLINK", self.buka("siasn", jenis="csv").content)

    def test_jumlah_perintah_tetap(self) -> None:
        """The same for few rows and for many, and at most 20."""
        self.banyak(1)
        nama = ("tim", "periksa", "rencana_daftar", "katalog", "kebutuhan_daftar")
        awal = {satu: self.hitung(satu) for satu in nama}
        self.banyak(6)
        self.assertEqual({satu: self.hitung(satu) for satu in nama}, awal)
        self.assertLessEqual(max(awal.values()), 20)

    def hitung(self, nama: str) -> int:
        self.buka(nama)
        with CaptureQueriesContext(connection) as kueri:
            self.assertEqual(self.buka(nama).status_code, 200)
        return len(kueri)

    def banyak(self, n: int) -> None:
        for urut in range(n):
            orang = pabrik.buat_pegawai(self.kantor.seksi)
            buat_sertifikat(orang)
            buat_rencana(orang)
            buat_riwayat(orang, self.pengelola, 4, date(2026, 2, 2))
            KebutuhanPelatihan.objects.create(
                pegawai=orang, sumber="survei", judul=f"Belajar {urut}", dibuat_pada=date(2026, 9, 1)
            )
            contoh = Program.objects.all()[0]
            Program.objects.create(kode=f"p-{orang.pk}", judul="Arsip", bentuk=contoh.bentuk, tujuan="A", silabus="B")

    def test_tugas_atasan_pengelola_dan_camat_di_beranda(self) -> None:
        buat_sertifikat(self.staf)
        rencana = buat_rencana(self.staf, judul="Menyapa")
        self.tampil(akun(self.kantor.kasi), "Jawab rencana: Menyapa")
        self.tampil(self.pengelola, "Periksa sertifikat:")
        RencanaPengembangan.objects.filter(pk=rencana.pk).update(
            status="diverifikasi", diverifikasi_oleh=akun(self.kantor.kasi)
        )
        self.tampil(self.pengelola, "Periksa rencana: Menyapa")
        RencanaPengembangan.objects.filter(pk=rencana.pk).update(status="divalidasi", divalidasi_oleh=self.pengelola)
        self.tampil(akun(self.kantor.camat), "Tetapkan rencana: Menyapa")

    def test_diam_lewat_tenggat_menjadi_tugas_atasan_di_atasnya(self) -> None:
        rencana = buat_rencana(self.staf, judul="Menyapa")
        self.client.force_login(akun(self.kantor.camat))
        self.assertNotContains(self.client.get(reverse("beranda")), "Jawab rencana: Menyapa")
        RencanaPengembangan.objects.filter(pk=rencana.pk).update(
            diusulkan_pada=date(2026, 9, 1), batas_atasan=date(2026, 9, 8)
        )
        self.tampil(akun(self.kantor.camat), "Jawab rencana: Menyapa")

    def tampil(self, siapa: Pengguna, kata: str) -> None:
        self.client.force_login(siapa)
        self.assertContains(self.client.get(reverse("beranda")), kata)

    def test_program_ditemukan_lewat_pencarian(self) -> None:
        self.client.force_login(akun(self.staf))
        self.assertContains(self.client.get(reverse("cari"), {"q": "melayani"}), "Sikap melayani")
