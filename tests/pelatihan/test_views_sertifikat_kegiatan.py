"""Pages of own certificates, and the public page: all that is printed and nothing more."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

from django.urls import reverse

from pelatihan.models import SertifikatKegiatan
from pelatihan.proses.cetak_sertifikat import pastikan_tercetak
from pelatihan.proses.sertifikat_kegiatan import cabut_sertifikat, terbitkan_sertifikat, terbitkan_ulang
from rakumpit.dokumen.kode import BIT, buat_kode
from rakumpit.dokumen.models import Dokumen
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_tanggal, tanggal_lokal
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_sertifikat import ikut, kegiatan_usai
from tests.survei.dasar import SAAT, pada

NIP = "199003012015032001"


class UjiHalaman(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        Pengguna.objects.filter(pk=akun(self.staf).pk).update(nip=NIP)
        self.kegiatan = kegiatan_usai(self.kantor.seksi, self.pengelola, self.staf)
        (satu,) = terbitkan_sertifikat(kegiatan=self.kegiatan, oleh=self.pengelola)
        self.satu: SertifikatKegiatan = pastikan_tercetak(satu.pk)

    @property
    def dokumen(self) -> Dokumen:
        satu: Dokumen = Dokumen.objects.tentang(self.satu).order_by("-versi")[0]
        return satu


class PublikTests(UjiHalaman):
    def test_semua_yang_tercetak_dan_tidak_lebih(self) -> None:
        jawaban = self.client.get(self.dokumen.get_absolute_url())
        teks = jawaban.content.decode()
        pasangan = dict(re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", unescape(teks)))
        self.assertEqual(
            pasangan,
            {
                "Nomor sertifikat": "001/SERT/2026",
                "Nama": "Staf 1",
                "NIP": "•" * 15 + "001",
                "Kegiatan": self.kegiatan.judul,
                "Bentuk": "Workshop atau lokakarya",
                "Tanggal kegiatan": "3 Agustus 2026 sampai 4 Agustus 2026",
                "Jam pelajaran": "5 JP",
                "Kompetensi": "Pelayanan publik, level 2 Dasar",
                "Penyelenggara": "Seksi Pelayanan, Kecamatan Uji",
                "Penanda tangan": "Camat",
                "Jabatan penanda tangan": self.satu.jabatan_penanda,
                "Tanggal sertifikat": "15 September 2026",
                "Diterbitkan": format_tanggal(tanggal_lokal(self.dokumen.diterbitkan_pada)),
                "Versi": "1",
                "Kode verifikasi": self.dokumen.kode_tampil,
            },
        )
        for rahasia in (NIP, "19900301", str(self.satu.uuid), str(self.kegiatan.uuid), str(self.staf.uuid)):
            self.assertNotIn(rahasia, teks)

    def test_dicabut_tetap_menampilkan_isi_dan_tanggalnya(self) -> None:
        cabut_sertifikat(sertifikat=self.satu, oleh=self.pengelola, alasan="Titip absen Staf 1.")
        jawaban = self.client.get(self.dokumen.get_absolute_url())
        batal = self.dokumen.dibatalkan_pada
        assert batal is not None
        self.assertContains(jawaban, f"tidak berlaku lagi sejak {format_tanggal(tanggal_lokal(batal))}")
        self.assertContains(jawaban, "001/SERT/2026")
        self.assertNotContains(jawaban, "Titip absen")

    def test_tetap_dapat_diperiksa_sepuluh_tahun_kemudian(self) -> None:
        with pada(SAAT + timedelta(days=3650)):
            self.assertContains(self.client.get(self.dokumen.get_absolute_url()), "Dokumen ini sah")

    def test_versi_lama_menyatakan_digantikan(self) -> None:
        lama = self.dokumen
        Pegawai.objects.filter(pk=self.staf.pk).update(nama="Staf Satu, S.Sos.")
        terbitkan_ulang(sertifikat=self.satu, oleh=self.pengelola, alasan="Gelar kurang.")
        jawaban = self.client.get(lama.get_absolute_url())
        self.assertContains(jawaban, "sudah digantikan")
        self.assertNotContains(jawaban, "S.Sos.")
        self.assertContains(self.client.get(self.dokumen.get_absolute_url()), "Staf Satu, S.Sos.")

    def test_menebak_tidak_memberi_apa_pun(self) -> None:
        """Neither a number, nor a key, nor a code that differs in one letter opens anything."""
        self.assertGreaterEqual(BIT, 80)
        kode = self.dokumen.kode
        dekat = ("A" if kode[0] != "A" else "C") + kode[1:]
        for coba in (dekat, buat_kode(), str(self.satu.pk), str(self.satu.uuid), "001-SERT-2026"):
            with self.subTest(coba):
                jawaban = self.client.get(f"/dokumen/{coba}/")
                self.assertContains(jawaban, "tidak", status_code=404)
                self.assertNotContains(jawaban, "Staf 1", status_code=404)

    def test_terlalu_sering_dari_satu_jaringan_ditahan(self) -> None:
        kode = [self.client.get(f"/dokumen/{buat_kode()}/").status_code for _ in range(121)]
        self.assertEqual((kode[0], kode[-1]), (404, 429))


class KantorTests(UjiHalaman):
    def test_terbit_dari_halaman_sekali(self) -> None:
        self.client.force_login(self.pengelola)
        lain = kegiatan_usai(self.kantor.seksi, self.pengelola, self.staf, self.pppk)
        halaman = reverse("pelatihan:sertifikat_kegiatan", args=[lain.uuid])
        self.assertContains(self.client.get(halaman), "2 peserta sudah memenuhi syarat")
        for _ in range(2):
            self.assertRedirects(self.client.post(f"{halaman}terbitkan/"), halaman)
        self.assertEqual(lain.sertifikat.count(), 2)
        self.assertContains(self.client.get(halaman), "2 sertifikat berlaku")
        self.assertEqual(self.client.get(f"{halaman}unduh/").content[:5], b"%PDF-")

    def test_penolakan_menjadi_kalimat(self) -> None:
        self.client.force_login(self.pengelola)
        kosong = kegiatan_usai(self.kantor.seksi, self.pengelola, self.staf, sesi=())
        halaman = reverse("pelatihan:sertifikat_kegiatan", args=[kosong.uuid])
        self.assertContains(self.client.post(f"{halaman}terbitkan/"), "tidak punya sesi", status_code=409)
        self.assertContains(self.client.get(f"{halaman}unduh/"), "Belum ada sertifikat", status_code=409)

    def test_pemilik_mengunduh_bita_yang_sama_dan_orang_lain_tidak(self) -> None:
        self.client.force_login(akun(self.staf))
        halaman = reverse("pelatihan:sertifikat_kami", args=[self.satu.uuid])
        self.assertContains(self.client.get(halaman), self.dokumen.kode_tampil)
        isi = [self.client.get(f"{halaman}unduh/").content for _ in range(2)]
        self.assertEqual(isi, [bytes(self.dokumen.berkas.isi)] * 2)
        self.client.force_login(akun(self.pppk))
        self.assertEqual(self.client.get(halaman).status_code, 404)
        self.assertEqual(self.client.get(f"{halaman}unduh/").status_code, 404)

    def test_daftar_peserta_sama_banyak_kuerinya(self) -> None:
        self.client.force_login(self.pengelola)
        halaman = reverse("pelatihan:sertifikat_kegiatan", args=[self.kegiatan.uuid])
        self.client.get(halaman)
        with self.assertNumQueries(11):
            self.client.get(halaman)
        for n in range(3):
            orang = pabrik.buat_pegawai(self.kantor.seksi, nama=f"Peserta {n}")
            kegiatan_usai(self.kantor.seksi, self.pengelola, orang)
            ikut(self.kegiatan, orang, self.pengelola)
        with self.assertNumQueries(11):
            self.client.get(halaman)
