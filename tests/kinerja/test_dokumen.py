"""Documents from rows: what stands on them, what never does, who has them issued and what a correction does."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pypdf
import pytest
from django.test import TestCase

from kinerja.enums import StatusSKP
from kinerja.models import (
    SKP,
    CapaianOrganisasi,
    Evaluasi,
    PeranHasil,
    Realisasi,
    RencanaHasilKerja,
    UmpanBalik,
)
from kinerja.perhitungan import NilaiDasar, Rating
from kinerja.perhitungan.panduan import PANDUAN_PERILAKU
from kinerja.proses import ProsesDitolak, nilai_perilaku, putuskan, revisi_baru, tetapkan
from kinerja.proses.dokumen import (
    pratinjau_dokumen_evaluasi,
    pratinjau_evaluasi,
    pratinjau_mph,
    pratinjau_skp,
    terbitkan_dokumen_evaluasi,
    terbitkan_evaluasi,
    terbitkan_mph,
    terbitkan_skp,
)
from kinerja.proses.isi_dokumen import data_evaluasi, data_skp, rentang
from kinerja.proses.isi_dokumen_lain import data_mph
from rakumpit.audit.models import CatatanAudit
from rakumpit.dokumen.enums import StatusDokumen
from rakumpit.dokumen.models import Dokumen
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.rakumpit.dokumen.test_susun import baca, rapat
from tests.survei.dasar import pada

SAAT = datetime(2026, 10, 5, 9, 0, tzinfo=WIB)


def test_rentang_menulis_tahun_sekali():
    assert rentang(date(2026, 1, 1), date(2026, 12, 31)) == "1 Januari s.d. 31 Desember 2026"
    assert rentang(date(2025, 12, 1), date(2026, 1, 31)) == "1 Desember 2025 s.d. 31 Januari 2026"


def test_panduan_lengkap_untuk_tujuh_nilai():
    assert list(PANDUAN_PERILAKU) == list(NilaiDasar)
    assert all(len(isi) == 3 for isi in PANDUAN_PERILAKU.values())


class DokumenTest(TestCase):
    kantor: Kantor
    skp: SKP

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(SAAT):
            cls.kantor = buat_kantor()
            cls.kantor.hitung()
        staf = cls.kantor.staf[0]
        staf.nama, staf.golongan = "Siti Ma'rifah Nur’aini, S.Kom., M.Si.", "III/c"
        staf.save()
        cls.skp = SKP.objects.get(pegawai=staf)

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.pegawai = akun(self.kantor.staf[0])
        self.kasi = akun(self.kantor.kasi)

    def final(self, hasil: str = Rating.SESUAI.value) -> Evaluasi:
        staf = self.kantor.staf[0]
        nilai_perilaku(pegawai=staf, periode=self.kantor.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        return self.tetap(self.kantor.evaluasi(staf), hasil)

    def tetap(self, evaluasi: Evaluasi, hasil: str) -> Evaluasi:
        diputus = putuskan(
            evaluasi=evaluasi,
            oleh=self.kasi,
            rating_hasil=hasil,
            rating_perilaku=Rating.SESUAI.value,
            alasan="Menurut catatan harian.",
            versi=evaluasi.versi,
        )
        tetapkan(evaluasi=diputus, oleh=self.kasi, versi=diputus.versi)
        return self.kantor.evaluasi(evaluasi.pegawai)

    # --- SKP ---

    def test_skp_terbit_dengan_pihak_ukuran_dan_kode(self):
        awal = CatatanAudit.objects.count()
        dokumen, pdf = terbitkan_skp(skp=self.skp, oleh=self.pegawai)
        teks = rapat(" ".join(baca(pdf)))
        for kata in (
            "Siti Ma'rifah Nur’aini, S.Kom., M.Si.",
            "Penata (III/c)",
            self.pegawai.nip,
            "PEMERINTAH KOTA",
            "Seksi Pelayanan",
            "Hasil 1",
            "Indikator 1",
            "1 Januari s.d. 31 Desember 2026",
            "Membantu orang lain belajar.",
            dokumen.kode_tampil,
        ):
            assert rapat(kata or "") in teks, kata
        assert CatatanAudit.objects.count() == awal + 1
        assert (dokumen.jenis, dokumen.tentang_kode) == ("kinerja.skp", str(self.skp.uuid))
        assert str(self.pegawai.nip) not in str(dokumen.fakta)

    def test_cetak_lagi_memberi_berkas_yang_sama_dan_isi_baru_versi_baru(self):
        satu, pdf = terbitkan_skp(skp=self.skp, oleh=self.pegawai)
        dua, lagi = terbitkan_skp(skp=self.skp, oleh=self.kasi)
        assert (satu.pk, pdf) == (dua.pk, lagi)
        RencanaHasilKerja.objects.filter(skp=self.skp).update(uraian="Surat selesai")
        tiga, _ = terbitkan_skp(skp=self.skp, oleh=self.pegawai)
        satu.refresh_from_db()
        assert (tiga.versi, satu.status) == (2, StatusDokumen.DIGANTIKAN)

    def test_pratinjau_ditandai_di_setiap_halaman_dan_tidak_disimpan(self):
        SKP.objects.filter(pk=self.skp.pk).update(status=StatusSKP.DRAF.value)
        for teks in baca(pratinjau_skp(SKP.objects.get(pk=self.skp.pk))):
            assert teks.count("PRATINJAU") == 2
            assert "Kode verifikasi" not in teks
        assert not Dokumen.objects.exists()

    def test_skp_yang_belum_disetujui_tidak_terbit(self):
        for status in (StatusSKP.DRAF, StatusSKP.DIAJUKAN, StatusSKP.DIKEMBALIKAN):
            SKP.objects.filter(pk=self.skp.pk).update(status=status.value)
            with pytest.raises(ProsesDitolak, match="setelah disetujui"):
                terbitkan_skp(skp=self.skp, oleh=self.pegawai)
        assert not Dokumen.objects.exists()

    def test_skp_terbit_hanya_bagi_pihaknya(self):
        for oleh in (akun(self.kantor.staf[1]), akun(self.kantor.camat)):
            with pytest.raises(ProsesDitolak, match="dicetak oleh pemiliknya"):
                terbitkan_skp(skp=self.skp, oleh=oleh)
        assert not Dokumen.objects.exists()
        terbitkan_skp(skp=self.skp, oleh=self.kantor.pengelola)

    def test_plt_di_depan_jabatan_dan_pejabat_luar_tanpa_nip(self):
        kasi = self.kantor.kasi
        kasi.penugasan.update(selesai=date(2025, 12, 31))
        plt = pabrik.buat_pegawai(self.kantor.kecamatan, nama="Drs. Plt")
        pabrik.tugaskan(plt, kasi.penugasan.get().jabatan, sifat=SifatPenugasan.PLT.value, mulai=date(2026, 1, 1))
        SKP.objects.filter(pk=self.skp.pk).update(penilai=plt)
        data = data_skp(SKP.objects.get(pk=self.skp.pk))
        assert data["penilai"]["nama"] == "Drs. Plt"
        assert (data["penilai"]["jabatan"] or "").startswith("Plt. Jabatan")
        assert data["penilai"]["unit"] == "Seksi Pelayanan"
        camat = data_skp(self.kantor.camat.skp.get())
        assert (camat["penilai"]["nama"], camat["penilai"]["nip"]) == (self.kantor.sekda.nama, None)
        assert camat["penilai"]["jabatan"]

    def test_bentuk_pimpinan_dan_kualitatif_menyatukan_target(self):
        ukuran = self.kantor.indikator[self.kantor.staf[0].pk]
        ukuran.perspektif, ukuran.satuan, ukuran.target_atas = "anggaran", "persen", Decimal(110)
        ukuran.save()
        self.skp.pendekatan, self.skp.bentuk = "kualitatif", "pimpinan"
        self.skp.lampiran.create(jenis="skema", urut=1, isi="Laporan bulanan")
        self.skp.ekspektasi.create(nilai_dasar="loyal", isi="Jaga rahasia.")
        self.skp.rencana.update(penugasan_dari="Wali Kota")
        data = data_skp(self.skp)
        assert data["lampiran"]["pertanggungjawaban"] == ["Laporan bulanan"]
        assert [satu["ekspektasi"] for satu in data["perilaku"] if satu["ekspektasi"]] == ["Jaga rahasia."]
        assert data["utama"][0]["rhk_pimpinan"] == "Wali Kota"
        assert data["pimpinan"] is True
        assert data["utama"][0]["ukuran"][0]["uraian"] == "Indikator 1, target 100–110 persen"

    def test_tiga_puluh_ukuran_dan_teks_dua_ribu_huruf_utuh(self):
        rencana = self.skp.rencana.get()
        rencana.uraian = "Surat keterangan warga selesai. " * 62
        rencana.save()
        for urut in range(2, 31):
            pabrik.buat_indikator(self.skp, uraian=f"Ukuran nomor {urut} " + "panjang sekali " * 18)
        halaman = baca(pratinjau_skp(self.skp))
        semua = rapat(" ".join(halaman))
        assert all(semua.count(rapat(f"Ukuran nomor {urut} panjang")) == 1 for urut in range(2, 31))
        # A page may end within a sentence, not within this word.
        assert semua.count("warga") == 62

    # --- matriks peran hasil ---

    def mph(self) -> SKP:
        """The head's plan with six results: one person supports the first, another one should support the last."""
        pimpinan = self.kantor.kasi.skp.get()
        for urut in range(2, 7):
            pabrik.buat_indikator(pimpinan, uraian=f"Ukuran {urut}")
        hasil = list(pimpinan.rencana.order_by("urut"))
        rencana = self.skp.rencana.get()
        rencana.rhk_pimpinan, rencana.uraian = hasil[0], "Surat selesai tepat waktu"
        rencana.save()
        PeranHasil.objects.create(rhk_pimpinan=hasil[5], pegawai=self.kantor.staf[1], uraian="Arsip tertata")
        return pimpinan

    def test_matriks_memuat_yang_didukung_dan_yang_diharapkan(self):
        pimpinan = self.mph()
        data = data_mph(pimpinan)
        assert len(data["kolom"]) == 6
        assert [(satu["nama"], satu["sel"][0], satu["sel"][5]) for satu in data["baris"]] == [
            ("Siti Ma'rifah Nur’aini, S.Kom., M.Si.", ["Surat selesai tepat waktu"], []),
            ("Staf 2", [], ["Arsip tertata"]),
        ]
        dokumen, pdf = terbitkan_mph(skp=pimpinan, oleh=self.kasi)
        halaman = pypdf.PdfReader(io.BytesIO(pdf)).pages
        assert halaman[0].mediabox.width > halaman[0].mediabox.height
        teks = rapat(" ".join(baca(pdf)))
        for kata in ("MATRIKS PERAN HASIL", "HASIL 6", "Surat selesai tepat waktu", "Arsip tertata", "Hasil 6"):
            assert rapat(kata) in teks, kata
        assert dokumen.jenis == "kinerja.mph"

    def test_matriks_terbit_setelah_disetujui_berisi_dan_hanya_bagi_pihaknya(self):
        with pytest.raises(ProsesDitolak, match="Belum ada pegawai yang mendukung"):
            terbitkan_mph(skp=self.skp, oleh=self.pegawai)
        pimpinan = self.mph()
        with pytest.raises(ProsesDitolak, match="dicetak oleh pemiliknya"):
            terbitkan_mph(skp=pimpinan, oleh=self.pegawai)
        SKP.objects.filter(pk=pimpinan.pk).update(status=StatusSKP.DRAF.value)
        pimpinan.refresh_from_db()
        with pytest.raises(ProsesDitolak, match="setelah SKP pimpinan disetujui"):
            terbitkan_mph(skp=pimpinan, oleh=self.kasi)
        assert "PRATINJAU" in baca(pratinjau_mph(pimpinan))[0]
        assert not Dokumen.objects.exists()
        self.client.force_login(self.kasi)
        self.assertContains(self.client.get(f"/kinerja/skp/{pimpinan.uuid}/"), "matriks peran hasil")

    # --- evaluation ---

    def test_catatan_atasan_dan_capaian_organisasi_tercetak_catatan_rekan_tidak(self):
        isi: dict[str, Any] = {
            "pegawai": self.kantor.staf[0],
            "triwulan": date(2026, 7, 1),
            "tanggal": date(2026, 8, 3),
        }
        rencana = self.skp.rencana.get()
        atasan = isi | {"dari": self.kantor.kasi, "hubungan": "atasan"}
        UmpanBalik.objects.create(**atasan, rencana=rencana, isi="Rekapnya rapi sekali.")
        UmpanBalik.objects.create(**atasan, nilai_dasar="adaptif", isi="Cepat belajar aplikasi.")
        rekan = isi | {"dari": self.kantor.staf[1], "hubungan": "rekan"}
        UmpanBalik.objects.create(**rekan, rencana=rencana, isi="Dari rekan.")
        CapaianOrganisasi.objects.create(
            unit=self.kantor.kecamatan,
            periode=self.kantor.periode,
            predikat="istimewa",
            dasar="Surat",
            pejabat_luar=self.kantor.sekda,
            ditetapkan_oleh=self.kantor.pengelola,
        )
        evaluasi = self.kantor.evaluasi(self.kantor.staf[0])
        data = data_evaluasi(evaluasi)
        assert data["utama"][0]["ukuran"][0]["umpan_balik"] == "Rekapnya rapi sekali."
        assert [satu["umpan_balik"] for satu in data["perilaku"] if satu["nilai"] == "Adaptif"] == [
            "Cepat belajar aplikasi."
        ]
        assert data["capaian_organisasi"] == "Istimewa"
        assert data["pola"] == [{"predikat": ["sangat_baik"], "saran": "sebagian besar, paling banyak 70%"}]
        assert "Dari rekan." not in str(data)
        teks = rapat(" ".join(baca(pratinjau_evaluasi(evaluasi))))
        assert rapat("Sangat Baik: sebagian besar, paling banyak 70%") in teks

    def test_evaluasi_memuat_realisasi_rating_dan_predikat_tanpa_angka_bantu(self):
        Realisasi.objects.filter(indikator__rencana__skp=self.skp).update(catatan="Rekap buku agenda")
        evaluasi = self.final()
        assert evaluasi.nilai_kinerja is not None
        for terbit, pratinjau in (
            (terbitkan_evaluasi, pratinjau_evaluasi),
            (terbitkan_dokumen_evaluasi, pratinjau_dokumen_evaluasi),
        ):
            for pdf in (terbit(evaluasi=evaluasi, oleh=self.pegawai)[1], pratinjau(evaluasi)):
                teks = " ".join(baca(pdf))
                assert "Angka bantu" not in teks
                for angka in (evaluasi.nilai_kinerja, evaluasi.nilai_hasil, evaluasi.nilai_perilaku):
                    assert f"{angka:.2f}".replace(".", ",") not in teks
                assert "Sesuai ekspektasi" in teks
                assert "Triwulan III 2026" in teks or "TRIWULAN III 2026" in teks
        teks = rapat(" ".join(baca(pratinjau_evaluasi(evaluasi))))
        assert rapat("95. Rekap buku agenda") in teks
        assert rapat("PREDIKAT KINERJA PEGAWAI: Baik") in teks

    def test_usulan_tidak_tercetak_sebelum_diputus(self):
        staf = self.kantor.staf[0]
        nilai_perilaku(pegawai=staf, periode=self.kantor.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        evaluasi = self.kantor.evaluasi(staf)
        assert evaluasi.usulan_predikat
        data = data_evaluasi(evaluasi)
        assert (data["rating_hasil"], data["rating_perilaku"], data["predikat"]) == (None, None, None)
        assert "Belum ada data" in " ".join(baca(pratinjau_evaluasi(evaluasi)))

    def test_evaluasi_terbit_setelah_ditetapkan_dan_hanya_bagi_pihaknya(self):
        evaluasi = self.kantor.evaluasi(self.kantor.staf[0])
        for terbit in (terbitkan_evaluasi, terbitkan_dokumen_evaluasi):
            with pytest.raises(ProsesDitolak, match="setelah ditetapkan"):
                terbit(evaluasi=evaluasi, oleh=self.pegawai)
        evaluasi = self.final()
        for terbit in (terbitkan_evaluasi, terbitkan_dokumen_evaluasi):
            for oleh in (akun(self.kantor.staf[1]), akun(self.kantor.camat)):
                with pytest.raises(ProsesDitolak, match="dicetak oleh pegawai yang dinilai"):
                    terbit(evaluasi=evaluasi, oleh=oleh)
        assert not Dokumen.objects.exists()

    def test_koreksi_yang_ditetapkan_membatalkan_dokumen_lama(self):
        lama = self.final()
        satu, _ = terbitkan_evaluasi(evaluasi=lama, oleh=self.pegawai)
        baru = revisi_baru(evaluasi=lama, oleh=self.kantor.pengelola, alasan="Keliru.")
        with pytest.raises(ProsesDitolak, match="Cetak revisi terbarunya"):
            terbitkan_evaluasi(evaluasi=lama, oleh=self.pegawai)
        satu.refresh_from_db()
        assert satu.status is StatusDokumen.SAH
        baru = self.tetap(baru, Rating.DI_BAWAH.value)
        satu.refresh_from_db()
        assert (satu.status, satu.alasan_batal) == (
            StatusDokumen.DIBATALKAN,
            "Penilaian ini dikoreksi; yang berlaku revisi 1.",
        )
        dua, _ = terbitkan_evaluasi(evaluasi=baru, oleh=self.pegawai)
        assert (dua.versi, dua.status, dua.tentang_kode) == (2, StatusDokumen.SAH, str(lama.uuid))
        assert ["Predikat kinerja", "Butuh Perbaikan"] in dua.fakta

    # --- pages ---

    def test_halaman_skp_dan_evaluasi_memberi_berkas_menurut_keadaan(self):
        self.client.force_login(self.pegawai)
        alamat = f"/kinerja/skp/{self.skp.uuid}/cetak/"
        self.assertContains(self.client.get(f"/kinerja/skp/{self.skp.uuid}/"), "Cetak SKP")
        jawab = self.client.get(alamat)
        assert jawab["Content-Type"] == "application/pdf"
        assert jawab["Content-Disposition"] == 'attachment; filename="pratinjau-skp-2026.pdf"'
        assert "no-store" in jawab["Cache-Control"]
        assert self.client.post(alamat)["Content-Disposition"] == 'attachment; filename="skp-2026.pdf"'
        SKP.objects.filter(pk=self.skp.pk).update(status=StatusSKP.DRAF.value)
        halaman = self.client.get(f"/kinerja/skp/{self.skp.uuid}/")
        self.assertNotContains(halaman, "Cetak SKP")
        self.assertContains(halaman, "terbit setelah SKP disetujui")
        self.assertContains(self.client.post(alamat), "SKP dicetak setelah disetujui", status_code=409)
        evaluasi = self.kantor.evaluasi(self.kantor.staf[0])
        halaman = self.client.get(f"/kinerja/evaluasi/{evaluasi.uuid}/")
        self.assertContains(halaman, "Dokumen resmi terbit setelah hasil ditetapkan.")
        SKP.objects.filter(pk=self.skp.pk).update(status=StatusSKP.DISETUJUI.value)
        self.final()
        self.assertContains(self.client.get(f"/kinerja/evaluasi/{evaluasi.uuid}/"), "Cetak evaluasi")
        for akhir in ("cetak", "dokumen"):
            assert self.client.post(f"/kinerja/evaluasi/{evaluasi.uuid}/{akhir}/").content.startswith(b"%PDF")
