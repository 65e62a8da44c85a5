"""Results of older schemes from a sheet: what is read, what is refused, copied as printed, and nothing half-saved."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.models import EvaluasiArsip
from kinerja.proses import ProsesDitolak
from kinerja.proses.arsip import batalkan_arsip
from kinerja.proses.berkas_arsip import BerkasArsip, baca_berkas_arsip, templat
from kinerja.proses.impor_arsip import HasilBaris, HasilImpor, periksa_impor_arsip, simpan_impor_arsip
from rakumpit.audit.models import CatatanAudit
from rakumpit.lembar import tulis_xlsx
from rakumpit.organisasi.models import Pegawai, Pengguna
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor

JUDUL = ["NIP", "Nama", "Mulai", "Sampai dengan", "Aturan", "Nilai", "Sebutan", "Sumber"]
ALAMAT = "/kinerja/arsip/impor/"


class ImporArsipTests(TestCase):
    kantor: Kantor
    satu: Pegawai
    dua: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(2)
        cls.satu, cls.dua = cls.kantor.staf

    @staticmethod
    def baris(pegawai: Pegawai, tahun: int, *, skema: str = "PP 46/2011", **ubah: Any) -> list[Any]:
        isi: dict[str, Any] = {
            "nip": akun(pegawai).nip,
            "nama": pegawai.nama,
            "mulai": f"1 Januari {tahun}",
            "selesai": date(tahun, 12, 31),
            "skema": skema,
            "nilai": "87,45",
            "sebutan": "Baik",
            "sumber": f"800/{tahun}",
        }
        return list((isi | ubah).values())

    def baik(self) -> list[list[Any]]:
        return [
            self.baris(self.satu, 2018),
            self.baris(self.satu, 2019, skema="pp_30_2019", nilai="", sebutan="Sangat Baik"),
            self.baris(self.dua, 2021, skema="permenpanrb 8/2021", selesai="30-06-2021", nilai="110,11", sebutan=""),
        ]

    def simpan_dari(self, oleh: Pengguna, baris: list[list[Any]]) -> HasilImpor:
        return simpan_impor_arsip(baris=self.baca(baris).baris, oleh=oleh)

    @staticmethod
    def baca(baris: list[list[Any]], judul: list[str] = JUDUL) -> BerkasArsip:
        return baca_berkas_arsip(tulis_xlsx([judul, *baris]), "arsip.xlsx")

    def periksa(self, baris: list[list[Any]]) -> list[HasilBaris]:
        return periksa_impor_arsip(baris=self.baca(baris).baris, oleh=self.kantor.pengelola)

    def simpan(self, baris: list[list[Any]]) -> HasilImpor:
        return self.simpan_dari(self.kantor.pengelola, baris)

    def test_tersimpan_menurut_skemanya_tanpa_diubah(self) -> None:
        awal = CatatanAudit.objects.count()
        assert self.simpan(self.baik()) == HasilImpor(3, 0)
        medan = ("pegawai", "mulai", "selesai", "skema", "nilai", "sebutan", "sumber", "dicatat_oleh")
        oleh = self.kantor.pengelola.pk
        assert list(EvaluasiArsip.objects.order_by("pk").values_list(*medan)) == [
            (self.satu.pk, date(2018, 1, 1), date(2018, 12, 31), "pp_46_2011", "87,45", "Baik", "800/2018", oleh),
            (self.satu.pk, date(2019, 1, 1), date(2019, 12, 31), "pp_30_2019", "", "Sangat Baik", "800/2019", oleh),
            (self.dua.pk, date(2021, 1, 1), date(2021, 6, 30), "permenpanrb_8_2021", "110,11", "", "800/2021", oleh),
        ]
        assert CatatanAudit.objects.count() == awal + 3

    def test_sebutan_yang_tidak_cocok_dengan_nilainya_diperingatkan_tidak_ditolak(self) -> None:
        (satu,) = self.periksa([self.baris(self.satu, 2018, nilai="87,45", sebutan="Cukup")])
        assert satu.galat == ()
        (kalimat,) = satu.peringatan
        assert kalimat.startswith("Menurut PP 46/2011, nilai 87,45 bersebutan Baik, sedangkan tertulis Cukup.")
        assert self.simpan([self.baris(self.satu, 2018, sebutan="Cukup")]) == HasilImpor(1, 0)
        assert EvaluasiArsip.objects.get().sebutan == "Cukup"

    def test_berkas_yang_sama_dua_kali_tidak_mengubah_apa_pun(self) -> None:
        self.simpan(self.baik())
        awal = CatatanAudit.objects.count()
        assert self.simpan([*self.baik(), self.baris(self.dua, 2017)]) == HasilImpor(1, 3)
        assert (EvaluasiArsip.objects.count(), CatatanAudit.objects.count()) == (4, awal + 1)

    def test_satu_baris_salah_tidak_satu_pun_tersimpan(self) -> None:
        awal = CatatanAudit.objects.count()
        with pytest.raises(ProsesDitolak, match=r"1 baris perlu dibetulkan\. Baris 5: Kolom H"):
            self.simpan([*self.baik(), self.baris(self.dua, 2017, sumber="")])
        assert (EvaluasiArsip.objects.count(), CatatanAudit.objects.count()) == (0, awal)

    def test_yang_salah_disebut_dengan_kolomnya_semuanya_sekaligus(self) -> None:
        salah: list[tuple[dict[str, Any], tuple[str, ...]]] = [
            ({"nip": ""}, ("Kolom A (NIP) belum diisi",)),
            ({"nip": "1,98508E+17"}, ("Kolom A (NIP) tidak terbaca",)),
            ({"nip": pabrik.nip_rekaan(9_999)}, ("tidak dikenal",)),
            ({"mulai": "", "selesai": "0000-00-00"}, ("Kolom C (Mulai) belum diisi", "Kolom D (Sampai dengan) belum")),
            # A year alone is not made into two dates.
            ({"mulai": 2018}, ("hanya tahun",)),
            ({"mulai": "12/31/2017"}, ("Kolom C (Mulai) tidak terbaca",)),
            ({"selesai": "31 Desember 2017"}, ("mendahului",)),
            ({"selesai": "31 Desember 2199"}, ("belum tiba",)),
            ({"skema": ""}, ("Kolom E (Aturan) belum diisi. Pilih salah satu: PP 46/2011;",)),
            ({"skema": "PP 47/2011"}, ("berisi «PP 47/2011»",)),
            ({"nilai": "-", "sebutan": " "}, ("Kolom F (Nilai) belum diisi. Isi nilai, sebutan, atau keduanya",)),
            # What was typed as 12.05 became the twelfth of May.
            ({"nilai": date(2020, 5, 12)}, ("Kolom F (Nilai) berisi tanggal",)),
            ({"nilai": "9" * 21, "sebutan": "x" * 61}, ("lebih panjang dari 20", "lebih panjang dari 60")),
            ({"sumber": ""}, ("Kolom H (Sumber) belum diisi",)),
        ]
        for ubah, kata in salah:
            with self.subTest(ubah):
                (hasil,) = self.periksa([self.baris(self.satu, 2018, **ubah)])
                teks = " ".join(hasil.galat)
                for satu in kata:
                    assert satu in teks, teks
        (hasil,) = self.periksa([[*[""] * 7, "800/1"]])
        assert len(hasil.galat) == 5

    def test_nip_sebagai_bilangan_kehilangan_digit_dan_ditolak(self) -> None:
        """Case C01: a spreadsheet keeps 15 digits of a number; the last ones are lost and never made up."""
        buku, keluar = openpyxl.Workbook(), io.BytesIO()
        buku.active.append(JUDUL)
        buku.active.append([int(akun(self.satu).nip or ""), *self.baris(self.satu, 2018)[1:]])
        buku.save(keluar)
        (baris,) = baca_berkas_arsip(keluar.getvalue(), "arsip.xlsx").baris
        assert baris.isi["nip"] == ""
        assert "hanya menyimpan 15 digit pertamanya" in baris.galat[0]

    def test_bentuk_nip_dan_tanggal_orang_diterima(self) -> None:
        """Case C02: blanks, hyphens and the wrapper around a NIP; case C05: dates as serial numbers."""
        nip = akun(self.satu).nip or ""
        for bentuk in (f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", f"'{nip}", f'="{nip}"'):
            (hasil,) = self.periksa([self.baris(self.satu, 2018, nip=bentuk, mulai=43101)])
            assert (hasil.pegawai, hasil.galat, hasil.baris.isi["mulai"]) == (self.satu, (), "2018-01-01")

    def test_angka_dan_nama_lain_hanya_peringatan(self) -> None:
        (hasil,) = self.periksa([self.baris(self.satu, 2018, nilai=87.5, nama="Orang Lain")])
        assert hasil.galat == ()
        assert hasil.baris.isi["nilai"] == "87,5"
        assert "Bila tercetak lain, ketik selnya sebagai teks." in hasil.peringatan[0]
        assert hasil.peringatan[1] == "NIP ini milik Staf 1, di berkas tertulis Orang Lain."

    def test_rangkap_di_berkas_dan_yang_sudah_tercatat_lain(self) -> None:
        hasil = self.periksa([self.baris(self.satu, 2018), self.baris(self.satu, 2018, nilai="90")])
        assert hasil[1].galat == ("Hasil untuk masa dan aturan yang sama sudah ada di baris 2.",)
        self.simpan([self.baris(self.satu, 2018)])
        (hasil_lain,) = self.periksa([self.baris(self.satu, 2018, nilai="90")])
        assert "sudah tercatat lain" in hasil_lain.galat[0]
        batalkan_arsip(arsip=EvaluasiArsip.objects.get(), oleh=self.kantor.pengelola, alasan="Salah angka.")
        assert self.simpan([self.baris(self.satu, 2018, nilai="90")]) == HasilImpor(1, 0)

    def test_bukan_untuk_diri_sendiri_dan_bukan_oleh_yang_lain(self) -> None:
        akun_satu = akun(self.satu)
        akun_satu.pengelola = True
        akun_satu.save()
        with pytest.raises(ProsesDitolak, match="Hasil Anda sendiri dicatat oleh pengelola lain"):
            self.simpan_dari(akun_satu, [self.baris(self.satu, 2018)])
        for oleh in (akun(self.kantor.kasi), pabrik.buat_pengguna(admin_teknis=True)):
            with pytest.raises(ProsesDitolak, match="Hanya pengelola"):
                self.simpan_dari(oleh, self.baik())
        assert not EvaluasiArsip.objects.exists()

    def test_berkas_yang_bukan_arsip_ditolak_dengan_kata(self) -> None:
        for judul, isi, cocok in (
            (["Nama", "Alamat"], [["x", "y"]], "nip"),
            ([*JUDUL[:5], "Lain", "Lain 2", "Sumber"], self.baik(), "kolom Nilai maupun Sebutan"),
            (JUDUL, [], "belum berisi baris"),
            (JUDUL, [self.baik()[0]] * 1001, "lebih dari 1000 baris"),
        ):
            with self.subTest(cocok), pytest.raises(ProsesDitolak, match=cocok):
                self.baca(isi, judul)
        with pytest.raises(ProsesDitolak, match="PDF"):
            baca_berkas_arsip(b"%PDF-1.7", "arsip.pdf")

    def test_yang_tidak_dibaca_disebut(self) -> None:
        """Case C08, C09: titles above, a numbering row, a total below, a column that is not used."""
        isi = self.baca(
            [
                [str(n) for n in range(1, 10)],
                [*self.baik()[0], "x"],
                [None] * 9,
                [*self.baik()[1], ""],
                ["Jumlah", *[None] * 8],
            ],
            [*JUDUL, "Paraf"],
        )
        assert [satu.nomor for satu in isi.baris] == [3, 5]
        for kata in ("Kolom «Paraf»", "Baris 2 hanya nomor", "Baris 4 kosong", "Baris 6 di bawah daftar"):
            assert any(kata in satu for satu in isi.catatan), isi.catatan

    def test_jumlah_kueri_pemeriksaan_tidak_bertambah(self) -> None:
        def hitung(baris: list[list[Any]]) -> int:
            berkas = self.baca(baris)
            with CaptureQueriesContext(connection) as tangkap:
                periksa_impor_arsip(baris=berkas.baris, oleh=self.kantor.pengelola)
            return len(tangkap)

        assert hitung(self.baik()) == hitung(self.baik()[:1]) == 2

    def test_halaman_memeriksa_dulu_lalu_menyimpan(self) -> None:
        self.client.force_login(self.kantor.pengelola)
        skrip = self.baris(self.satu, 2018, sumber="<script>alert(1)</script>", sebutan="=2+2")
        unggah = {"berkas": SimpleUploadedFile("arsip.xlsx", tulis_xlsx([JUDUL, skrip, *self.baik()[1:]]))}
        self.assertRedirects(self.client.post(ALAMAT, unggah), ALAMAT)
        halaman = self.client.get(ALAMAT)
        self.assertContains(halaman, "Simpan 3 hasil")
        self.assertContains(halaman, "=2+2")
        self.assertNotContains(halaman, "<script>alert")
        assert not EvaluasiArsip.objects.exists()
        self.assertRedirects(self.client.post(ALAMAT, {"langkah": "simpan"}), ALAMAT)
        assert EvaluasiArsip.objects.order_by("pk")[0].sumber == "<script>alert(1)</script>"
        assert self.client.post(ALAMAT, {"langkah": "simpan"}).status_code == 409
        self.client.post(ALAMAT, {"berkas": SimpleUploadedFile("arsip.xlsx", tulis_xlsx([JUDUL, skrip]))})
        self.assertContains(self.client.get(ALAMAT), "1 sudah tercatat")
        self.client.post(ALAMAT, {"langkah": "batal"})
        self.assertNotContains(self.client.get(ALAMAT), "Hasil pemeriksaan")

    def test_yang_salah_paling_atas_dan_tanpa_tombol_simpan(self) -> None:
        self.client.force_login(self.kantor.pengelola)
        isi = tulis_xlsx([JUDUL, *self.baik(), self.baris(self.dua, 2016, skema="")])
        self.client.post(ALAMAT, {"berkas": SimpleUploadedFile("arsip.xlsx", isi)})
        halaman = self.client.get(ALAMAT)
        assert [satu.baris.nomor for satu in halaman.context["halaman"]] == [5, 2, 3, 4]
        self.assertContains(halaman, "1 perlu dibetulkan")
        self.assertNotContains(halaman, "Simpan 3 hasil")
        jawab = self.client.post(ALAMAT, {"langkah": "simpan"})
        self.assertContains(jawab, "Tidak ada yang disimpan: 1 baris perlu dibetulkan. Baris 5:", status_code=409)

    def test_templat_memuat_judul_yang_dikenal(self) -> None:
        with pytest.raises(ProsesDitolak, match="belum berisi baris"):
            baca_berkas_arsip(templat(), "templat.xlsx")
        self.client.force_login(self.kantor.pengelola)
        assert self.client.get(f"{ALAMAT}templat/").status_code == 200
        self.client.force_login(akun(self.kantor.kasi))
        for alamat in (ALAMAT, f"{ALAMAT}templat/"):
            assert self.client.get(alamat).status_code == 404
