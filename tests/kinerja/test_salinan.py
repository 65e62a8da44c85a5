"""Copies to e-Kinerja: what is in them and what never is, marks that notice changes, signed evidence, the list."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext

from kinerja.enums import StatusSKP
from kinerja.enums.salinan import BagianSalinan, KeadaanSalinan
from kinerja.models import SKP, Bukti, Evaluasi, Periode, Realisasi, SalinanEKinerja, TautanBukti
from kinerja.perhitungan import Rating
from kinerja.proses import ProsesDitolak, nilai_perilaku, putuskan, revisi_baru, tetapkan
from kinerja.proses.bukti import batalkan_bukti, tambah_bukti
from kinerja.proses.salinan import buka_tautan_bukti, cabut_tautan_bukti, tandai_disalin
from kinerja.ringkasan.salinan import Bagian, bagian_salinan
from kinerja.ringkasan.tautan import alamat_tautan
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.berkas import PDF, unggahan
from tests.kinerja.isi_salinan import tanda
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.survei.dasar import pada

SAAT = datetime(2026, 10, 5, 9, 0, tzinfo=WIB)


class SalinanTest(TestCase):
    kantor: Kantor
    staf: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(SAAT):
            cls.kantor = buat_kantor()
            cls.staf = cls.kantor.staf[0]
            Realisasi.objects.filter(indikator=cls.kantor.indikator[cls.staf.pk]).update(catatan="=Rekap agenda")
            cls.kantor.hitung()

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.pegawai, self.kasi = akun(self.staf), akun(self.kantor.kasi)
        self.periode = self.kantor.periode

    def bagian(self, bagian: BagianSalinan, pegawai: Pegawai | None = None) -> Bagian:
        orang = pegawai or self.staf
        return next(satu for satu in bagian_salinan(self.periode, [orang.pk])[orang.pk] if satu.bagian == bagian)

    def tandai(self, bagian: BagianSalinan = BagianSalinan.SKP, **ubah: Any) -> SalinanEKinerja:
        isi: dict[str, Any] = {
            "pegawai": self.staf,
            "periode": self.periode,
            "bagian": bagian,
            "sidik": self.bagian(bagian).sidik,
            "oleh": self.pegawai,
        }
        return tandai_disalin(**isi | ubah)

    def final(self) -> Evaluasi:
        nilai_perilaku(pegawai=self.staf, periode=self.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        evaluasi = self.kantor.evaluasi(self.staf)
        diputus = putuskan(
            evaluasi=evaluasi,
            oleh=self.kasi,
            rating_hasil=Rating.SESUAI.value,
            rating_perilaku=Rating.SESUAI.value,
            versi=evaluasi.versi,
        )
        tetapkan(evaluasi=diputus, oleh=self.kasi, versi=diputus.versi)
        return self.kantor.evaluasi(self.staf)

    def bukti(self) -> Bukti:
        return tambah_bukti(
            indikator=self.kantor.indikator[self.staf.pk],
            periode=self.periode,
            oleh=self.pegawai,
            berkas=unggahan("Rekap.pdf", PDF),
        )

    # --- content ---

    def test_urutan_layar_dan_isi_tiap_bagian(self):
        self.final()
        semua = bagian_salinan(self.periode, [self.staf.pk])[self.staf.pk]
        assert [satu.bagian for satu in semua] == list(BagianSalinan)
        skp, realisasi, umpan, penilaian = ({i.label: i.teks for i in satu.isian} for satu in semua)
        assert skp["Periode SKP"] == "1 Januari 2026 – 31 Desember 2026"
        assert (skp["Rencana hasil kerja 1"], skp["Indikator 1.1"], skp["Target 1.1"]) == (
            "Hasil 1",
            "Indikator 1",
            "100",
        )
        assert realisasi == {"Realisasi 1.1": "95", "Catatan 1.1": "=Rekap agenda"}
        assert len(umpan) == 7
        assert umpan["Akuntabel"] == "Sesuai ekspektasi"
        assert penilaian == {
            "Rating hasil kerja": "Sesuai ekspektasi",
            "Rating perilaku kerja": "Sesuai ekspektasi",
            "Predikat kinerja": "Baik",
        }

    def test_angka_bantu_dan_usulan_tidak_pernah_ikut(self):
        nilai_perilaku(pegawai=self.staf, periode=self.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        assert self.kantor.evaluasi(self.staf).usulan_predikat
        for bagian in (BagianSalinan.UMPAN_BALIK, BagianSalinan.PENILAIAN):
            assert self.bagian(bagian).keadaan is KeadaanSalinan.KOSONG
        evaluasi = self.final()
        assert evaluasi.nilai_kinerja is not None
        self.client.force_login(self.pegawai)
        alamat = f"/kinerja/salinan/{self.staf.uuid}/"
        teks = self.client.get(alamat, {"periode": self.periode.kode}).content.decode()
        lembar = self.lembar()
        for isi in (teks, str(lembar)):
            assert "Angka bantu" not in isi
            for angka in (evaluasi.nilai_kinerja, evaluasi.nilai_hasil, evaluasi.nilai_perilaku):
                assert f"{angka:.2f}".replace(".", ",") not in isi
            assert "Baik" in isi

    def test_draf_skp_tidak_disalin(self):
        SKP.objects.filter(pegawai=self.staf).update(status=StatusSKP.DRAF.value)
        for bagian in (BagianSalinan.SKP, BagianSalinan.REALISASI):
            assert self.bagian(bagian).keadaan is KeadaanSalinan.KOSONG

    def lembar(self) -> list[tuple[Any, ...]]:
        self.client.force_login(self.pegawai)
        isi = self.client.get(f"/kinerja/salinan/{self.staf.uuid}/lembar/", {"periode": self.periode.kode})
        return list(openpyxl.load_workbook(io.BytesIO(isi.content)).active.values)

    def test_lembar_sama_isinya_dan_rumus_tetap_teks(self):
        baris = self.lembar()
        assert baris[0] == ("Bagian", "Kolom", "Isi")
        assert ("Realisasi dan bukti", "Catatan 1.1", "=Rekap agenda") in baris
        isi = self.client.get(f"/kinerja/salinan/{self.staf.uuid}/lembar/", {"periode": self.periode.kode})
        lembar = openpyxl.load_workbook(io.BytesIO(isi.content)).active
        assert {sel.data_type for deret in lembar for sel in deret} == {"s"}

    # --- marks ---

    def test_ditandai_lalu_berubah_lalu_ditandai_lagi(self):
        awal = CatatanAudit.objects.count()
        self.tandai()
        assert CatatanAudit.objects.count() == awal + 1
        assert self.bagian(BagianSalinan.SKP).keadaan is KeadaanSalinan.DISALIN
        with pytest.raises(ProsesDitolak, match="sudah ditandai"):
            self.tandai()
        self.kantor.indikator[self.staf.pk].rencana.__class__.objects.filter(skp__pegawai=self.staf).update(
            uraian="Hasil baru"
        )
        assert self.bagian(BagianSalinan.SKP).keadaan is KeadaanSalinan.BERUBAH
        self.tandai()
        assert self.bagian(BagianSalinan.SKP).keadaan is KeadaanSalinan.DISALIN
        assert SalinanEKinerja.objects.count() == 1

    def test_isi_yang_berubah_sejak_dibuka_tidak_tertandai(self):
        lama = self.bagian(BagianSalinan.REALISASI).sidik
        Realisasi.objects.filter(indikator__rencana__skp__pegawai=self.staf).update(nilai=96)
        with pytest.raises(ProsesDitolak, match="berubah sejak halaman ini dibuka"):
            self.tandai(BagianSalinan.REALISASI, sidik=lama)
        assert not SalinanEKinerja.objects.exists()

    def test_hanya_yang_menyalin_yang_menandai(self):
        self.final()
        awal = CatatanAudit.objects.count()
        for bagian, oleh in (
            (BagianSalinan.SKP, self.kasi),
            (BagianSalinan.REALISASI, akun(self.kantor.staf[1])),
            (BagianSalinan.PENILAIAN, self.pegawai),
            (BagianSalinan.UMPAN_BALIK, akun(self.kantor.camat)),
        ):
            with pytest.raises(ProsesDitolak, match="ditandai oleh yang menyalinnya"):
                self.tandai(bagian, oleh=oleh)
        assert (SalinanEKinerja.objects.count(), CatatanAudit.objects.count()) == (0, awal)
        self.tandai(BagianSalinan.PENILAIAN, oleh=self.kasi)
        self.tandai(BagianSalinan.UMPAN_BALIK, oleh=self.kantor.pengelola)

    def test_bagian_kosong_tidak_ditandai(self):
        with pytest.raises(ProsesDitolak, match="belum ada isinya"):
            self.tandai(BagianSalinan.PENILAIAN, oleh=self.kasi)

    def test_koreksi_hasil_menarik_isinya(self):
        evaluasi = self.final()
        self.tandai(BagianSalinan.PENILAIAN, oleh=self.kasi)
        revisi_baru(evaluasi=evaluasi, oleh=self.kantor.pengelola, alasan="Keliru.")
        assert self.bagian(BagianSalinan.PENILAIAN).keadaan is KeadaanSalinan.KOSONG

    # --- open evidence ---

    @override_settings(ALAMAT_PUBLIK="https://kinerja.contoh.example")
    def test_tautan_tetap_dibuka_tanpa_akun_dan_mati_setelah_dicabut(self):
        bukti = self.bukti()
        assert "Tautan bukti 1.1.1" not in {i.label for i in self.bagian(BagianSalinan.REALISASI).isian}
        awal = CatatanAudit.objects.count()
        (tautan,) = buka_tautan_bukti(pegawai=self.staf, periode=self.periode, oleh=self.pegawai)
        assert CatatanAudit.objects.count() == awal + 1
        alamat = alamat_tautan(tautan.uuid)
        assert alamat == alamat_tautan(TautanBukti.objects.get().uuid)
        assert alamat.startswith("https://kinerja.contoh.example/kinerja/bukti/terbuka/")
        assert str(bukti.uuid) not in alamat
        isian = {i.label: i.teks for i in self.bagian(BagianSalinan.REALISASI).isian}
        assert isian["Tautan bukti 1.1.1"] == alamat
        jalur = alamat.removeprefix("https://kinerja.contoh.example")
        with pada(datetime(2031, 1, 1, tzinfo=WIB)):
            jawab: Any = self.client.get(jalur)
        assert (jawab.status_code, b"".join(jawab.streaming_content)) == (200, PDF)
        assert jawab["X-Robots-Tag"].startswith("noindex")
        assert "attachment" in jawab["Content-Disposition"]
        with pytest.raises(ProsesDitolak, match="sudah punya tautan"):
            buka_tautan_bukti(pegawai=self.staf, periode=self.periode, oleh=self.pegawai)
        awal = CatatanAudit.objects.count()
        cabut_tautan_bukti(tautan=tautan, oleh=self.pegawai)
        assert CatatanAudit.objects.count() == awal + 1
        assert self.client.get(jalur).status_code == 404
        with pytest.raises(ProsesDitolak, match="sudah dicabut"):
            cabut_tautan_bukti(tautan=tautan, oleh=self.pegawai)
        (baru,) = buka_tautan_bukti(pegawai=self.staf, periode=self.periode, oleh=self.pegawai)
        assert alamat_tautan(baru.uuid) != alamat

    def test_tanda_palsu_potongan_dan_bukti_batal_404(self):
        bukti = self.bukti()
        (tautan,) = buka_tautan_bukti(pegawai=self.staf, periode=self.periode, oleh=self.pegawai)
        asli = tanda(tautan)
        kode, _, cap = asli.partition(":")
        for palsu in (f"{kode}:{cap[:-1]}", kode, f"{bukti.uuid.hex}:{cap}", "x:y", str(tautan.uuid)):
            assert self.client.get(f"/kinerja/bukti/terbuka/{palsu}/").status_code == 404, palsu
        assert self.client.get(f"/kinerja/bukti/terbuka/{asli}/").status_code == 200
        batalkan_bukti(bukti=bukti, oleh=self.pegawai, alasan="Salah berkas.")
        assert self.client.get(f"/kinerja/bukti/terbuka/{asli}/").status_code == 404

    def test_tautan_hanya_oleh_pemilik_dan_dicabut_juga_oleh_pengelola(self):
        self.bukti()
        for oleh in (self.kasi, self.kantor.pengelola):
            with pytest.raises(ProsesDitolak, match="hanya oleh pemilik"):
                buka_tautan_bukti(pegawai=self.staf, periode=self.periode, oleh=oleh)
        (tautan,) = buka_tautan_bukti(pegawai=self.staf, periode=self.periode, oleh=self.pegawai)
        with pytest.raises(ProsesDitolak, match="dicabut oleh pemiliknya"):
            cabut_tautan_bukti(tautan=tautan, oleh=self.kasi)
        cabut_tautan_bukti(tautan=tautan, oleh=self.kantor.pengelola)

    # --- pages ---

    def test_periode_bawaan_yang_terbaru_dan_belum_disalin(self):
        """TW IV has just begun: its plan is the same, and is copied anew for that period."""
        baru = pabrik.buat_periode(
            kode="tw4-2026",
            nama="Triwulan IV 2026",
            mulai=date(2026, 10, 1),
            selesai=date(2026, 12, 31),
            batas_isi=date(2027, 1, 10),
        )
        pabrik.buat_periode(
            kode="tw1-2027", mulai=date(2027, 1, 1), selesai=date(2027, 3, 31), batas_isi=date(2027, 4, 10)
        )
        lama = self.periode
        assert self.bawaan() == baru
        self.periode = baru
        self.tandai()
        assert self.bawaan() == lama
        self.periode = lama
        for bagian in (BagianSalinan.SKP, BagianSalinan.REALISASI):
            self.tandai(bagian)
        assert self.bawaan() == baru
        Realisasi.objects.filter(indikator__rencana__skp__pegawai=self.staf, periode=lama).update(nilai=96)
        assert self.bawaan() == lama

    def bawaan(self) -> Periode:
        self.client.force_login(self.pegawai)
        periode: Periode = self.client.get(f"/kinerja/salinan/{self.staf.uuid}/").context["periode"]
        return periode

    def test_pintu_membawa_periode_yang_dipilih(self):
        kueri = f"?periode={self.periode.kode}"
        for oleh, tujuan in ((self.pegawai, f"{self.staf.uuid}/"), (self.kantor.pengelola, "daftar/")):
            self.client.force_login(oleh)
            self.assertRedirects(self.client.get(f"/kinerja/salinan/{kueri}"), f"/kinerja/salinan/{tujuan}{kueri}")

    def test_halaman_menandai_dan_menolak(self):
        self.client.force_login(self.pegawai)
        alamat = f"/kinerja/salinan/{self.staf.uuid}/"
        self.assertRedirects(self.client.get("/kinerja/salinan/"), alamat)
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "Tandai sudah disalin", count=2)
        self.assertContains(halaman, 'data-salin="skp-1"')
        isi = {"periode": self.periode.kode, "bagian": "skp", "sidik": self.bagian(BagianSalinan.SKP).sidik}
        assert self.client.post(f"{alamat}tandai/", isi).status_code == 302
        self.assertContains(self.client.get(alamat), "Sudah disalin")
        self.assertContains(self.client.post(f"{alamat}tandai/", isi), "sudah ditandai", status_code=409)
        for salah in ({"bagian": "lain"}, {"sidik": "x"}, {"periode": "tidak-ada"}):
            assert self.client.post(f"{alamat}tandai/", isi | salah).status_code == 404
        assert self.client.get(alamat, {"periode": "tidak-ada"}).status_code == 404

    def test_daftar_menurut_unit_dan_kelengkapan(self):
        self.final()
        for bagian in BagianSalinan:
            self.tandai(bagian, oleh=self.kantor.pengelola)
        self.client.force_login(self.kantor.pengelola)
        belum = self.client.get("/kinerja/salinan/daftar/")
        self.assertNotContains(belum, self.staf.nama)
        self.assertContains(belum, "Staf 2")
        semua = self.client.get("/kinerja/salinan/daftar/", {"lengkap": "semua", "unit": self.kantor.seksi.kode})
        self.assertContains(semua, self.staf.nama)
        self.assertNotContains(semua, f">{self.kantor.camat.nama}<")
        self.assertContains(self.client.get("/kinerja/salinan/daftar/", {"q": "zzz"}), "Tidak ada yang cocok")
        for salah in ({"unit": "tidak-ada"}, {"lengkap": "x"}, {"periode": "x"}):
            assert self.client.get("/kinerja/salinan/daftar/", salah).status_code == 404
        self.client.force_login(self.pegawai)
        assert self.client.get("/kinerja/salinan/daftar/").status_code == 404

    def test_kueri_daftar_sama_untuk_dua_dan_lima_orang(self):
        self.client.force_login(self.kasi)
        self.client.get("/kinerja/salinan/daftar/")
        with CaptureQueriesContext(connection) as sedikit:
            assert len(self.client.get("/kinerja/salinan/daftar/").context["orang"]) == 3
        # Other parts of the page add queries of their own.
        assert len(sedikit) <= 30
        for n in range(3):
            baru = pabrik.buat_pegawai(self.kantor.seksi, nama=f"Staf Baru {n}")
            pabrik.buat_indikator(pabrik.buat_skp(baru, penilai=self.kantor.kasi))
        with self.assertNumQueries(len(sedikit)):
            assert len(self.client.get("/kinerja/salinan/daftar/").context["orang"]) == 6
