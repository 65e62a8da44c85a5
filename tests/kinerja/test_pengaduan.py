"""Justified complaints beside a result: who links, what the person reads and answers, and that nothing is computed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from forum.enums.laporan import StatusLaporan
from forum.models import Laporan
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_pelapor, laporan_unit
from kinerja.models import Evaluasi, PengaduanTerkait
from kinerja.perhitungan import Rating
from kinerja.proses import ProsesDitolak, putuskan, tetapkan
from kinerja.proses.pengaduan import cabut_pengaduan, kaitkan_pengaduan, tanggapi_pengaduan
from kinerja.ringkasan.pengaduan import calon_pengaduan
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import WIB
from tests import pabrik
from tests.forum.isi_laporan import NAMA, kirim, sampai
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

PERNYATAAN = "Loket ditinggalkan pada jam layanan, menurut jadwal jaga."


class PengaduanTest(TestCase):
    kantor: Kantor
    staf: Pegawai
    evaluasi: Evaluasi
    tentang: Laporan
    layanan: Laporan

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(SAAT):
            cls.kantor = buat_kantor(jumlah_staf=2)
            cls.staf = cls.kantor.staf[0]
            cls.kantor.hitung()
            cls.evaluasi = cls.kantor.evaluasi(cls.staf)
            cls.tentang = cls.pengaduan(tentang=cls.staf)
            cls.layanan = cls.pengaduan()

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    @classmethod
    def pengaduan(cls, *, tentang: Pegawai | None = None, status: StatusLaporan = StatusLaporan.SELESAI) -> Laporan:
        """A complaint of a citizen; about somebody it is answered by the head."""
        laporan = kirim()
        if tentang is None:
            return sampai(laporan, status, pengelola=cls.kantor.pengelola, petugas=cls.kantor.staf[1])
        laporan = kelola.verifikasi(
            laporan=laporan, oleh=cls.kantor.pengelola, versi=1, klasifikasi="pengaduan", terlapor=tentang
        )
        return cls.dijawab_kasi(laporan)

    @classmethod
    def dijawab_kasi(cls, laporan: Laporan) -> Laporan:
        kasi = cls.kantor.kasi
        laporan = kelola.teruskan(
            laporan=laporan,
            oleh=cls.kantor.pengelola,
            versi=laporan.versi,
            penugasan=kasi.penugasan.get(),
            catatan="Mohon diperiksa.",
            batas=SAAT.date(),
        )
        laporan = laporan_unit.mulai(laporan=laporan, oleh=akun(kasi), versi=laporan.versi)
        laporan = laporan_unit.jawab(
            laporan=laporan,
            oleh=akun(kasi),
            versi=laporan.versi,
            teks="Jadwal jaga loket sudah kami perbaiki pada hari Senin.",
            hasil="dengan_perbaikan",
        )
        return laporan_pelapor.setujui_jawaban(laporan=laporan)

    def kaitkan(self, laporan: Laporan | None = None, **ubah: Any) -> PengaduanTerkait:
        isi: dict[str, Any] = {
            "evaluasi": self.evaluasi,
            "oleh": akun(self.kantor.kasi),
            "kunci": f"forum:laporan:{(laporan or self.tentang).uuid}",
            "rencana": "",
            "pernyataan": PERNYATAAN,
        }
        return kaitkan_pengaduan(**(isi | ubah))

    def test_ditawarkan_yang_terbukti_dalam_periode_itu_saja(self) -> None:
        self.pengaduan(status=StatusLaporan.DIJAWAB)
        self.pengaduan(tentang=self.kantor.staf[1])
        luar = self.pengaduan()
        Laporan.objects.filter(pk=luar.pk).update(ditutup_pada=self.kantor.periode.mulai.replace(year=2025))
        calon = calon_pengaduan(akun(self.kantor.kasi), self.evaluasi)
        self.assertEqual(
            [(satu.nomor, satu.tentang_orang) for satu in calon],
            [(self.tentang.nomor, True), (self.layanan.nomor, False)],
        )
        # Only what the reader may read as a report.
        self.assertEqual(calon_pengaduan(akun(pabrik.buat_pegawai(self.kantor.seksi)), self.evaluasi), [])

    def test_dikaitkan_dengan_hasil_kerja_yang_dinilai_diberi_tahu_angka_tetap(self) -> None:
        rencana = self.kantor.indikator[self.staf.pk].rencana
        sebelum = (self.evaluasi.bahan, self.evaluasi.rincian, self.evaluasi.usulan_predikat)
        baris = self.kaitkan(rencana=str(rencana.uuid))
        self.assertEqual((baris.rencana, baris.oleh, baris.tentang_orang), (rencana, akun(self.kantor.kasi), True))
        kabar = Notifikasi.objects.get(penerima=akun(self.staf), judul__contains="dikaitkan")
        self.assertNotIn(PERNYATAAN, kabar.isi)
        self.assertTrue(CatatanAudit.objects.filter(aksi="kinerja.pengaduan.kaitkan").exists())
        self.kantor.hitung()
        kini = self.kantor.evaluasi(self.staf)
        self.assertEqual((kini.bahan, kini.rincian, kini.usulan_predikat), sebelum)
        with self.assertRaisesMessage(ProsesDitolak, "sudah dikaitkan"):
            self.kaitkan()

    def test_ditolak(self) -> None:
        for ubah, kalimat in (
            ({"oleh": akun(self.kantor.staf[1])}, "pejabat yang menilai"),
            ({"oleh": akun(self.staf)}, "pejabat yang menilai"),
            ({"pernyataan": "  "}, "Tulis mengapa"),
            ({"kunci": "forum:laporan:lain"}, "tidak ada di daftar"),
            ({"rencana": str(self.kantor.indikator[self.kantor.staf[1].pk].rencana.uuid)}, "tidak ada dalam SKP"),
        ):
            with self.subTest(kalimat), self.assertRaisesMessage(ProsesDitolak, kalimat):
                self.kaitkan(**ubah)
        self.assertFalse(PengaduanTerkait.objects.exists())

    def test_sesudah_diputus_tidak_berubah_tanggapan_sampai_ditetapkan(self) -> None:
        baris = self.kaitkan()
        kasi = akun(self.kantor.kasi)
        diputus = putuskan(
            evaluasi=self.evaluasi,
            oleh=kasi,
            rating_hasil=Rating.SESUAI.value,
            rating_perilaku=Rating.SESUAI.value,
            alasan="Sesuai.",
            versi=self.evaluasi.versi,
        )
        for langkah in (
            lambda: self.kaitkan(self.layanan),
            lambda: cabut_pengaduan(terkait=baris, oleh=kasi, alasan="Salah."),
        ):
            with self.assertRaisesMessage(ProsesDitolak, "sudah diputuskan"):
                langkah()
        tanggapi_pengaduan(terkait=baris, oleh=akun(self.staf), tanggapan="Saya menggantikan rekan.")
        with pada(datetime(2026, 10, 1, 9, 0, tzinfo=WIB)):
            tetapkan(evaluasi=diputus, oleh=kasi, versi=diputus.versi)
        with self.assertRaisesMessage(ProsesDitolak, "sudah ditetapkan"):
            tanggapi_pengaduan(terkait=baris, oleh=akun(self.staf), tanggapan="Lagi.")

    def test_hanya_yang_bersangkutan_menanggapi_penulisnya_diberi_tahu_sekali(self) -> None:
        baris = self.kaitkan()
        for orang in (self.kantor.staf[1], self.kantor.kasi):
            with self.assertRaisesMessage(ProsesDitolak, "pegawai yang dinilai"):
                tanggapi_pengaduan(terkait=baris, oleh=akun(orang), tanggapan="Bukan saya.")
        for teks in ("Saya di loket lain.", "Saya di loket dua."):
            baris = tanggapi_pengaduan(terkait=baris, oleh=akun(self.staf), tanggapan=teks)
        self.assertEqual((baris.tanggapan, baris.ditanggapi_pada), ("Saya di loket dua.", SAAT.date()))
        self.assertEqual(
            Notifikasi.objects.filter(penerima=akun(self.kantor.kasi), judul__contains="menanggapi").count(), 1
        )

    def test_dicabut_dengan_alasan_lalu_dapat_dikaitkan_lagi(self) -> None:
        baris = self.kaitkan()
        cabut_pengaduan(terkait=baris, oleh=akun(self.kantor.kasi), alasan="Salah orang.")
        with self.assertRaisesMessage(ProsesDitolak, "sudah dicabut"):
            tanggapi_pengaduan(terkait=baris, oleh=akun(self.staf), tanggapan="Ya.")
        self.assertNotEqual(self.kaitkan().pk, baris.pk)
        self.assertEqual(PengaduanTerkait.objects.count(), 2)

    def test_basis_data_menolak_kembar(self) -> None:
        baris = self.kaitkan()
        isi = {medan.attname: getattr(baris, medan.attname) for medan in baris._meta.fields}
        isi.pop("id")
        isi.pop("uuid")
        with self.assertRaises(IntegrityError), transaction.atomic():
            PengaduanTerkait.objects.create(**isi)

    def test_halaman_dari_kaitan_sampai_tanggapan(self) -> None:
        kunci = f"forum:laporan:{self.tentang.uuid}"
        hasil, tekan = (
            reverse(f"kinerja:{nama}", args=[self.evaluasi.uuid]) for nama in ("evaluasi", "pengaduan_kaitkan")
        )
        self.client.force_login(akun(self.kantor.kasi))
        self.assertContains(self.client.get(hasil), "Belum ada yang dikaitkan")
        self.assertContains(self.client.get(tekan), self.tentang.nomor)
        gagal = self.client.post(tekan, {"kunci": kunci, "rencana": "", "pernyataan": ""})
        self.assertContains(gagal, "Tulis pernyataan Anda.", status_code=422)
        self.assertRedirects(self.client.post(tekan, {"kunci": kunci, "rencana": "", "pernyataan": PERNYATAAN}), hasil)
        baris = PengaduanTerkait.objects.get()
        self.client.force_login(akun(self.staf))
        halaman = self.client.get(hasil)
        self.assertContains(halaman, PERNYATAAN)
        self.assertContains(halaman, "Tulis tanggapan")
        # What the citizen wrote and who it was is nowhere here.
        for kata in (NAMA, self.tentang.isi, f"/forum/kelola/laporan/{self.tentang.uuid}/"):
            self.assertNotContains(halaman, kata)
        jawab = reverse("kinerja:pengaduan_tanggapi", args=[baris.uuid])
        self.assertContains(self.client.get(jawab), PERNYATAAN)
        self.assertRedirects(self.client.post(jawab, {"tanggapan": "<b>Saya menggantikan rekan.</b>"}), hasil)
        self.assertContains(self.client.get(hasil), "&lt;b&gt;Saya menggantikan rekan.&lt;/b&gt;")
        self.assertEqual(self.client.get(tekan).status_code, 404)
        self.client.force_login(akun(self.kantor.staf[1]))
        self.assertEqual(self.client.get(jawab).status_code, 404)
