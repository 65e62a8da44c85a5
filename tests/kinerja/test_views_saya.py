"""«Kinerja saya» and the reading of a row: every stored line is on the page, and nobody else's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from kinerja.models import AturanPenilaian, Periode, Realisasi
from kinerja.proses import catat_keputusan_luar, nilai_perilaku, putuskan, tetapkan
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor


class KinerjaSayaTest(TestCase):
    kantor: Kantor
    staf: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.staf = cls.kantor.staf[0]

    def buka(self, alamat: str = "/kinerja/saya/"):
        self.client.force_login(akun(self.staf))
        return self.client.get(alamat)

    def test_anonim_diminta_masuk(self):
        jawab = self.client.get("/kinerja/saya/")
        assert jawab.status_code == 302
        assert jawab["Location"].endswith("?next=/kinerja/saya/")

    def test_sebelum_ada_perhitungan_halaman_mengatakan_belum_dinilai(self):
        self.assertContains(self.buka(), "Belum dinilai")

    def test_tanpa_penilaian_perilaku_ada_alasannya_dan_bukan_nol(self):
        self.kantor.hitung()
        jawab = self.buka()
        self.assertContains(jawab, "Belum ada usulan")
        self.assertContains(jawab, "Perilaku kerja belum dinilai.")
        self.assertContains(jawab, "95 ÷ 100 × 100")

    def test_setiap_baris_tersimpan_ada_di_halaman(self):
        self.kantor.hitung()
        penilaian = SEMUA_SESUAI | {"harmonis": ("di_atas", "Menengahi keluhan di loket dengan tenang.")}
        nilai_perilaku(pegawai=self.staf, periode=self.kantor.periode, oleh=akun(self.kantor.kasi), penilaian=penilaian)
        evaluasi = self.kantor.evaluasi(self.staf)
        isi = self.buka().content.decode()
        for baris in evaluasi.rincian:
            assert not baris["rumus"] or baris["rumus"] in isi, baris
            assert not baris["alasan"] or baris["alasan"] in isi, baris
        assert "Menengahi keluhan di loket dengan tenang." in isi
        assert "Angka bantu" in isi
        assert "Usulan sistem" in isi
        assert "di sini" in isi
        assert "Belum diperiksa dengan peraturan" in isi
        assert reverse("kinerja:realisasi", args=[self.kantor.indikator[self.staf.pk].uuid, "tw3-2026"]) in isi

    def test_yang_paling_mengubah_hanya_selama_masih_usulan(self):
        self.kantor.hitung()
        andai = self.buka().context["andai"]
        assert [(satu.langkah, satu.naik, satu.hasil) for satu in andai] == [("Tambah 5", "+5,00", "100,00")]
        evaluasi = self.kantor.evaluasi(self.staf)
        putuskan(
            evaluasi=evaluasi,
            oleh=akun(self.kantor.kasi),
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Lengkap.",
            versi=evaluasi.versi,
        )
        self.assertNotContains(self.buka(), "Yang paling mengubah")

    def dua_periode(self) -> None:
        """The second quarter before the third, behaviour rated in both."""
        tiga = self.kantor.periode
        self.kantor.periode = pabrik.buat_periode(
            kode="tw2-2026", nama="Triwulan II 2026", mulai=date(2026, 4, 1), selesai=date(2026, 6, 30)
        )
        for periode in (self.kantor.periode, tiga):
            self.kantor.periode = periode
            self.kantor.hitung()
            kasi = akun(self.kantor.kasi)
            nilai_perilaku(pegawai=self.staf, periode=periode, oleh=kasi, penilaian=SEMUA_SESUAI)

    def test_tren_baru_ada_setelah_dua_periode_yang_berangka(self):
        self.kantor.hitung()
        assert self.buka().context["tren"] is None
        indikator = self.kantor.indikator[self.staf.pk]
        self.dua_periode()
        assert self.buka().context["tren"] is None  # the second quarter has no realisasi, so no number
        dua = Periode.objects.get(kode="tw2-2026")
        Realisasi.objects.create(indikator=indikator, periode=dua, nilai=Decimal(80))
        self.kantor.periode = dua
        self.kantor.hitung()
        tren = self.buka("/kinerja/saya/?periode=tw3-2026").context["tren"]
        assert [(satu.label, satu.teks) for satu in tren.titik] == [
            ("Triwulan II 2026", "86,00"),
            ("Triwulan III 2026", "96,50"),
        ]
        assert self.buka("/kinerja/saya/?periode=tw2-2026").context["tren"] is None

    def test_angka_bantu_hilang_bila_aturan_mematikannya(self):
        AturanPenilaian.objects.update(tampilkan_angka_bantu=False)
        self.kantor.hitung()
        self.assertNotContains(self.buka(), "Angka bantu")

    def test_keputusan_yang_berbeda_tampil_dengan_alasan_dan_pemutus(self):
        self.kantor.hitung()
        evaluasi = self.kantor.evaluasi(self.staf)
        kasi = akun(self.kantor.kasi)
        putuskan(
            evaluasi=evaluasi,
            oleh=kasi,
            rating_hasil="di_atas",
            rating_perilaku="di_atas",
            alasan="Dua inovasi loket pada Agustus.",
            versi=evaluasi.versi,
        )
        tetapkan(evaluasi=evaluasi, oleh=kasi, versi=evaluasi.versi + 1)
        jawab = self.buka("/kinerja/saya/?periode=tw3-2026")
        self.assertContains(jawab, "Sangat Baik")
        self.assertContains(jawab, "Dua inovasi loket pada Agustus.")
        self.assertContains(jawab, "Ditetapkan oleh Kasi")

    def test_periode_yang_tidak_ada_404(self):
        assert self.buka("/kinerja/saya/?periode=tidak-ada").status_code == 404

    def test_admin_teknis_tidak_melihat_apa_pun(self):
        self.kantor.hitung()
        self.client.force_login(pabrik.buat_pengguna(admin_teknis=True))
        kode = self.kantor.evaluasi(self.staf).uuid
        semua: list[tuple[str, list[Any]]] = [
            ("saya", []),
            ("skp_daftar", []),
            ("realisasi_daftar", []),
            ("tim", []),
            ("tim_tetapkan", []),
            ("run_daftar", []),
            ("evaluasi", [kode]),
            ("nilai", [kode]),
            ("tetapkan", [kode]),
            ("surat", [kode]),
            ("pindaian", [kode]),
            ("periode_buka", ["tw3-2026"]),
            ("realisasi", [self.kantor.indikator[self.staf.pk].uuid, "tw3-2026"]),
        ]
        for nama, isian in semua:
            assert self.client.get(reverse(f"kinerja:{nama}", args=isian)).status_code == 404, nama

    def test_rekan_tidak_dapat_membaca_pimpinan_dan_pengelola_dapat(self):
        self.kantor.hitung()
        kode = self.kantor.evaluasi(self.staf).uuid
        for orang, status in [
            (akun(self.kantor.staf[1]), 404),
            (akun(self.kantor.kasi), 200),
            (akun(self.kantor.camat), 200),
            (self.kantor.pengelola, 200),
            (pabrik.buat_pengguna(pemeriksa=True), 404),
        ]:
            self.client.force_login(orang)
            assert self.client.get(reverse("kinerja:evaluasi", args=[kode])).status_code == status, orang

    def test_pindaian_hanya_unduhan_dan_hanya_untuk_yang_berhak(self):
        self.kantor.hitung()
        camat = self.kantor.evaluasi(self.kantor.camat)
        alamat = reverse("kinerja:pindaian", args=[camat.uuid])
        self.client.force_login(akun(self.kantor.camat))
        assert self.client.get(alamat).status_code == 404
        catat_keputusan_luar(
            evaluasi=camat,
            oleh=self.kantor.pengelola,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Surat.",
            surat_nomor="800/1/2026",
            pindaian=SimpleUploadedFile("a.html", b"%PDF-1.7 isi"),
            versi=camat.versi,
        )
        jawab = self.client.get(alamat)
        assert jawab.status_code == 200
        assert jawab["Content-Disposition"].startswith("attachment")
        assert jawab["Content-Disposition"].endswith('.pdf"')
        assert jawab["X-Content-Type-Options"] == "nosniff"
        assert b"".join(jawab.streaming_content) == b"%PDF-1.7 isi"  # type: ignore[attr-defined]  # a streaming answer
        self.client.force_login(akun(self.kantor.kasi))
        assert self.client.get(alamat).status_code == 404

    def test_alamat_tidak_memuat_nip(self):
        self.kantor.hitung()
        nip = akun(self.staf).nip
        assert nip is not None
        assert nip not in self.buka().content.decode()
        assert isinstance(self.kantor.evaluasi(self.staf).uuid, UUID)
