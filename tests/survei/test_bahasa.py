"""Forms in local languages: text by text, Indonesian where one is missing, written by the office.

The words are invented marks, not Dayak Ngaju or Banjar: what is tested is where they appear.
"""

from __future__ import annotations

import io
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.enums.bahasa import Bahasa
from survei.enums.saluran import JenisTitik
from survei.models import Instrumen, Respons, TeksBahasa
from survei.proses import penyusun
from survei.proses.bahasa import simpan_teks_bahasa
from survei.proses.salinan import versi_baru
from survei.proses.titik import buat_titik
from survei.ringkasan.bahasa import kemajuan_bahasa, teks_asal
from tests import pabrik
from tests.survei.dasar import UjiSurvei, isian
from tests.survei.isi_kertas import bundel
from tests.survei.isi_penyusun import susun_bebas
from tests.survei.test_laporan import teks_pdf


class UjiBahasa(UjiSurvei):
    def simpan(self, instrumen: Instrumen, **teks: str) -> int:
        return simpan_teks_bahasa(instrumen=instrumen, bahasa=Bahasa.NGAJU, teks=teks, oleh=self.pengelola)

    def test_formulir_skm_dalam_bahasa_lain_dan_kembali_ke_indonesia(self) -> None:
        skm = self.survei.instrumen
        alamat = f"/survei/{self.survei.uuid}/"
        self.assertNotContains(self.client.get(alamat), "Bahasa formulir")
        banyak = self.simpan(
            skm, judul="JUDUL-N", waktu="WAKTU-N", **{"waktu=4": "EMPAT-N", "asing": "x", "biaya": " "}
        )
        assert banyak == 3
        halaman = self.client.get(alamat)
        self.assertContains(halaman, f'href="{alamat}?bahasa=ngaju"')
        self.assertNotContains(halaman, "WAKTU-N")
        assert halaman.headers["X-Simpan-Luring"] == "ya"
        halaman = self.client.get(alamat + "?bahasa=ngaju")
        for teks in ("<h1>JUDUL-N</h1>", "WAKTU-N", "EMPAT-N", 'id="U3" lang="nij"', "Seberapa mudah", "Tidak cepat"):
            self.assertContains(halaman, teks)
        assert "X-Simpan-Luring" not in halaman.headers
        # The page with errors stays in the language, and the answers are the same values.
        salah = self.client.post(alamat, isian(self.survei, U3=None, bahasa="ngaju"))
        self.assertContains(salah, "WAKTU-N", status_code=422)
        assert self.client.post(alamat, isian(self.survei, bahasa="ngaju")).status_code == 200
        assert Respons.objects.get().jawaban["waktu"] == 3
        assert self.client.get(alamat + "?bahasa=xx").status_code == 200

    def test_survei_bebas_dengan_baris_dan_syarat(self) -> None:
        instrumen = susun_bebas(self.pengelola)
        survei = pabrik.buat_survei(self.unit, instrumen=instrumen, layanan=[self.layanan])
        self.simpan(instrumen, p2="TANYA-N", **{"p2=1": "YA-N", "p7-b1": "BARIS-N", "p1.bantuan": "BANTUAN-N"})
        halaman = self.client.get(f"/survei/{survei.uuid}/?bahasa=ngaju")
        for teks in (
            "BARIS-N",
            "BANTUAN-N",
            "Jawab hanya bila Anda memilih «YA-N» pada «TANYA-N».",
            "Penjelasan kader",
        ):
            self.assertContains(halaman, teks)

    def test_pilihan_bahasa_tetap_membawa_layanan_dan_kode_loket(self) -> None:
        self.simpan(self.survei.instrumen, waktu="WAKTU-N")
        self.survei.layanan.add(pabrik.buat_layanan(self.unit))
        alamat = f"/survei/{self.survei.uuid}/"
        halaman = self.client.get(alamat, {"layanan": self.layanan.kode})
        self.assertContains(halaman, f'href="{alamat}?layanan={self.layanan.kode}&amp;bahasa=ngaju"')
        pelayanan = proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=uuid4())
        kode = proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, kiriman=uuid4()).kode
        for bahasa, lain in (("", "&amp;bahasa=ngaju"), ("ngaju", "")):
            halaman = self.client.get(alamat, {"kode": kode, "bahasa": bahasa})
            self.assertContains(halaman, f'href="{alamat}?layanan={self.layanan.uuid}&amp;kode={kode}{lain}"')
        self.client.post(alamat, isian(self.survei, kode=kode, bahasa="ngaju"))
        assert Respons.objects.get().terverifikasi

    def test_kios_dan_dibantu_memilih_bahasa_dan_galatnya_tetap_di_bahasa_itu(self) -> None:
        kios = buat_titik(
            kiriman=uuid4(),
            survei=self.survei,
            nama="Tablet",
            jenis=JenisTitik.KIOS,
            layanan=None,
            pin="483920",
            oleh=self.pengelola,
        )
        tempat = {f"/kios/{kios.kode}/isi/": 200, f"/survei/dibantu/{self.survei.uuid}/": 302}
        self.client.force_login(self.petugas)
        for alamat, sesudah in tempat.items():
            with self.subTest(alamat):
                TeksBahasa.objects.all().delete()
                if "kios" in alamat:
                    self.client.logout()
                else:
                    self.client.force_login(self.petugas)
                self.assertNotContains(self.client.get(alamat), "Bahasa formulir")
                self.simpan(self.survei.instrumen, waktu="WAKTU-N")
                halaman = self.client.get(alamat)
                kait = " data-kios" if "kios" in alamat else ""
                self.assertContains(halaman, f'<a class="tautan"{kait} href="{alamat}?bahasa=ngaju">Dayak Ngaju</a>')
                self.assertNotContains(halaman, "WAKTU-N")
                halaman = self.client.get(alamat, {"bahasa": "ngaju"})
                self.assertContains(halaman, "WAKTU-N")
                self.assertContains(halaman, "<strong>Dayak Ngaju</strong>")
                salah = self.client.post(alamat, isian(self.survei, U3=None, bahasa="ngaju", setuju="ya"))
                self.assertContains(salah, "WAKTU-N", status_code=422)
                baik = self.client.post(alamat, isian(self.survei, bahasa="ngaju", setuju="ya"))
                assert baik.status_code == sesudah
        assert [satu.jawaban["waktu"] for satu in Respons.objects.all()] == [3, 3]

    def test_lembar_kertas_dicetak_dalam_bahasa_yang_dipilih(self) -> None:
        batch = bundel(self.survei, self.pengelola, [self.petugas], jumlah=2)
        self.client.force_login(self.pengelola)
        alamat, cetak = f"/survei/kertas/{batch.uuid}/", f"/survei/kertas/{batch.uuid}/formulir/"
        self.assertNotContains(self.client.get(alamat), "Dalam bahasa lain")
        self.simpan(self.survei.instrumen, judul="JUDUL-N", waktu="WAKTU-N", **{"waktu=4": "EMPAT-N"})
        self.assertContains(self.client.get(alamat), f'<a href="{cetak}?bahasa=ngaju">Dayak Ngaju</a>')
        indonesia, ngaju = (self.client.get(cetak, {"bahasa": satu}) for satu in ("", "ngaju"))
        assert "bundel-1-ngaju.pdf" in ngaju["Content-Disposition"]
        for kata in ("JUDUL-N", "WAKTU-N", "EMPAT-N"):
            assert kata in teks_pdf(ngaju.content)
            assert kata not in teks_pdf(indonesia.content)
        # What has no text in the language stands in Indonesian, and the digits are the same.
        assert "Tidak cepat" in teks_pdf(ngaju.content)
        assert len(PdfReader(io.BytesIO(ngaju.content)).pages) == 4

    def test_kemajuan_dihitung_dari_teks_yang_ada(self) -> None:
        instrumen = susun_bebas(self.pengelola, terbit=False)
        semua = teks_asal(instrumen)
        self.simpan(instrumen, **{satu.kunci: "N" for satu in semua[:-1]})
        ngaju, banjar = kemajuan_bahasa(instrumen)
        assert (ngaju.terisi, ngaju.semua, banjar.terisi) == (len(semua) - 1, len(semua), 0)
        assert ngaju.persen == 100 * (len(semua) - 1) // len(semua) < 100
        penyusun.hapus_pertanyaan(pertanyaan=instrumen.pertanyaan.get(kode_unsur="p7"), oleh=self.pengelola)
        assert not TeksBahasa.objects.filter(kunci__startswith="p7").exists()
        assert TeksBahasa.objects.filter(kunci="p6").exists()

    def test_jawaban_draf_yang_berganti_arti_tidak_menyimpan_terjemahan_lamanya(self) -> None:
        """An answer is known by its value: «Ya» that became «Tidak» must not go on as «Ya» in another language."""
        instrumen = susun_bebas(self.pengelola, terbit=False)
        self.simpan(instrumen, p2="TANYA-N", **{"p2=1": "YA-N", "p2=2": "TIDAK-N", "p3=1": "TIMBANG-N"})
        tanya = instrumen.pertanyaan.get(kode_unsur="p2")
        isi = penyusun.IsiPertanyaan(tanya.teks, pilihan=((1, "Tidak"), (2, "Ya"), (3, "Belum tahu")))
        assert penyusun.ubah_pertanyaan(pertanyaan=tanya, isi=isi, oleh=self.pengelola) == 2
        assert set(instrumen.terjemahan.values_list("kunci", flat=True)) == {"p2", "p3=1"}
        catatan = CatatanAudit.objects.filter(aksi="survei.instrumen.pertanyaan.ubah").latest("pk")
        assert catatan.nilai.sebelum["ngaju.p2=1"] == "YA-N"
        # The same words again change nothing.
        assert penyusun.ubah_pertanyaan(pertanyaan=tanya, isi=isi, oleh=self.pengelola) == 0
        self.client.force_login(self.pengelola)
        alamat = f"/survei/kelola/instrumen/{instrumen.uuid}/pertanyaan/p2/"
        halaman = self.client.post(alamat, {"teks": "Datang?", "pilihan": "Tidak\nYa", "wajib": "on"}, follow=True)
        self.assertContains(halaman, "1 teks bahasa lain perlu ditulis lagi")

    def test_salinan_dan_versi_membawa_teksnya(self) -> None:
        instrumen = susun_bebas(self.pengelola)
        self.simpan(instrumen, p2="TANYA-N")
        assert versi_baru(instrumen=instrumen, oleh=self.pengelola).terjemahan.get().teks == "TANYA-N"

    def test_kosong_menghapus_dan_basis_data_menolak_yang_ganda(self) -> None:
        skm = self.survei.instrumen
        self.simpan(skm, waktu="N")
        with pytest.raises(IntegrityError), transaction.atomic():
            TeksBahasa.objects.create(instrumen=skm, bahasa="ngaju", kunci="waktu", teks="dua")
        assert self.simpan(skm) == 0
        assert not TeksBahasa.objects.exists()
        with pytest.raises(PermissionDenied):
            simpan_teks_bahasa(instrumen=skm, bahasa=Bahasa.NGAJU, teks={}, oleh=self.lurah)

    def test_halaman_menyimpan_dan_skrip_tampil_sebagai_tulisan(self) -> None:
        self.client.force_login(self.pengelola)
        alamat = f"/survei/kelola/instrumen/{self.survei.instrumen.uuid}/bahasa/ngaju/"
        self.client.post(alamat, {"t0": "<script>alert(1)</script>"})
        assert TeksBahasa.objects.get().kunci == "judul"
        self.client.logout()
        halaman = self.client.get(f"/survei/{self.survei.uuid}/?bahasa=ngaju")
        self.assertContains(halaman, "&lt;script&gt;alert(1)&lt;/script&gt;")
        self.assertNotContains(halaman, "<script>alert(1)")
