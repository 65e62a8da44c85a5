"""Forms in local languages: text by text, Indonesian where one is missing, written by the office.

The words are invented marks, not Dayak Ngaju or Banjar: what is tested is where they appear.
"""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from survei.enums.bahasa import Bahasa
from survei.models import Instrumen, Respons, TeksBahasa
from survei.proses import penyusun
from survei.proses.bahasa import simpan_teks_bahasa
from survei.ringkasan.bahasa import kemajuan_bahasa, teks_asal
from tests import pabrik
from tests.survei.dasar import UjiSurvei, isian
from tests.survei.isi_penyusun import susun_bebas


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

    def test_salinan_dan_versi_membawa_teksnya(self) -> None:
        instrumen = susun_bebas(self.pengelola)
        self.simpan(instrumen, p2="TANYA-N")
        assert penyusun.versi_baru(instrumen=instrumen, oleh=self.pengelola).terjemahan.get().teks == "TANYA-N"

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
