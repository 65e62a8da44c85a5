"""Materials of the agenda: what is taken in and out of them, who reads them when, and that nothing is stored twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest import mock
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.template.defaultfilters import filesizeformat
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forum.models import AgendaItem, BahanAcara, SesiForum
from forum.perhitungan.sesi import PERSIAPAN, StatusSesi
from forum.proses import agenda
from forum.proses import bahan as proses
from forum.proses.aksi import bersihkan_berkas_yatim
from rakumpit.audit.models import CatatanAudit
from tests.forum.test_views_sesi import UjiHalaman
from tests.kinerja.berkas import PDF, exif, jpg, png, unggahan

TEMPAT = b"-2.0123,113.8765"


def foto(warna: int = 0) -> SimpleUploadedFile:
    """A photo with a place in it."""
    return unggahan("loket.jpg", jpg(sisipan=exif(1, gps=TEMPAT), lebar=1 + warna))


class UjiBahan(UjiHalaman):
    def acara(self, satu: SesiForum) -> AgendaItem:
        return satu.agenda.get(tetap=True)

    def simpan(self, acara: AgendaItem, berkas: SimpleUploadedFile | None = None, **ubah: Any) -> BahanAcara:
        isi: dict[str, Any] = {"acara": acara, "oleh": self.kasi, "kode": uuid4(), "judul": "Paparan"}
        return proses.tambah_bahan(berkas=berkas or unggahan("paparan.pdf", PDF), **(isi | ubah))

    def keadaan(self, satu: SesiForum, status: StatusSesi) -> None:
        SesiForum.objects.filter(pk=satu.pk).update(
            status=status.value,
            alasan="Banjir." if status in {StatusSesi.DITUNDA, StatusSesi.DIBATALKAN} else "",
            terbit_pada=timezone.now() if status is StatusSesi.DIPUBLIKASIKAN else None,
        )

    def di_gudang(self) -> int:
        """How many files this test has stored."""
        return len(self._gudang() - self.semula)

    @staticmethod
    def _gudang() -> set[str]:
        return set(default_storage.listdir("bahan-forum")[1]) if default_storage.exists("bahan-forum") else set()

    def setUp(self) -> None:
        super().setUp()
        self.semula = self._gudang()


class UnggahTests(UjiBahan):
    def test_diunggah_lalu_tampil_dengan_nama_jenis_dan_ukuran(self) -> None:
        satu = self.k.sesi()
        klien, alamat = self.masuk(self.k.kasi), reverse("forum:bahan_tambah", args=[self.acara(satu).uuid])
        formulir = klien.get(alamat)
        self.assertContains(formulir, 'enctype="multipart/form-data"')
        isi = {"kode": str(uuid4()), "judul": "Standar  pelayanan", "berkas": unggahan("a.pdf", PDF)}
        self.assertRedirects(klien.post(alamat, isi), reverse("forum:sesi_kelola", args=[satu.uuid]))
        bahan = BahanAcara.objects.get()
        self.assertEqual((bahan.judul, bahan.tipe, bahan.ukuran), ("Standar pelayanan", "pdf", len(PDF)))
        halaman = klien.get(reverse("forum:sesi_kelola", args=[satu.uuid]))
        self.assertContains(halaman, reverse("forum:bahan", args=[bahan.uuid]))
        self.assertContains(halaman, "Standar pelayanan")
        self.assertContains(halaman, f"(PDF, {filesizeformat(len(PDF))})")
        catatan = CatatanAudit.objects.get(aksi="forum.bahan.tambah")
        self.assertEqual(catatan.pelaku, self.kasi)

    def test_tanpa_nama_memakai_nama_berkas_yang_aman(self) -> None:
        acara = self.acara(self.k.sesi())
        bahan = self.simpan(acara, unggahan("..\\map\\Hasil \u202esurvei.exe", png()), judul="  ")
        self.assertEqual(bahan.judul, "Hasil survei")
        self.assertRegex(str(bahan.berkas.name), r"^bahan-forum/[0-9a-f-]{36}\.png$")

    def test_tempat_di_foto_hilang_dan_keluar_sebagai_unduhan(self) -> None:
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        bahan = self.simpan(self.acara(satu), foto(), judul="Loket 2025/2026")
        jawaban: Any = self.client.get(reverse("forum:bahan", args=[bahan.uuid]))
        isi = b"".join(jawaban.streaming_content)
        self.assertTrue(isi.startswith(b"\xff\xd8\xff"))
        self.assertNotIn(TEMPAT, isi)
        self.assertNotIn(b"Exif", isi)
        self.assertEqual(jawaban["Content-Disposition"], 'attachment; filename="Loket 2025-2026.jpg"')
        self.assertEqual(jawaban["X-Content-Type-Options"], "nosniff")
        self.assertEqual(jawaban["Content-Security-Policy"], "sandbox; default-src 'none'")

    def test_jenis_lain_ditolak_dan_nama_yang_diketik_kembali(self) -> None:
        acara = self.acara(self.k.sesi())
        klien, alamat = self.masuk(self.k.kasi), reverse("forum:bahan_tambah", args=[acara.uuid])
        for buruk in (
            unggahan("gambar.png", b"<svg onload=alert(1)>"),
            unggahan("paparan.pdf", b"MZ\x90\x00"),
            unggahan("foto.jpg", jpg()[:20]),
        ):
            jawaban = klien.post(alamat, {"kode": str(uuid4()), "judul": "Nama yang diketik", "berkas": buruk})
            self.assertContains(jawaban, "Nama yang diketik", status_code=409)
        kosong = klien.post(alamat, {"kode": str(uuid4()), "judul": "Nama yang diketik"})
        self.assertContains(kosong, "Nama yang diketik", status_code=422)
        self.assertContains(kosong, "Pilih berkasnya.", status_code=422)
        self.assertEqual((BahanAcara.objects.count(), self.di_gudang()), (0, 0))

    def test_lembar_kerja_yang_sah_di_tempat_lain_ditolak_di_sini(self) -> None:
        acara = self.acara(self.k.sesi())
        diperiksa = mock.Mock(tipe="xlsx", nama="daftar.xlsx")
        with (
            mock.patch("forum.proses.lampiran.baca_berkas", return_value=diperiksa),
            self.assertRaisesMessage(ValidationError, "harus PDF, JPG, atau PNG"),
        ):
            self.simpan(acara)

    def test_dikirim_dua_kali_tersimpan_sekali(self) -> None:
        acara = self.acara(self.k.sesi())
        klien, alamat = self.masuk(self.k.kasi), reverse("forum:bahan_tambah", args=[acara.uuid])
        kode = str(uuid4())
        for _ in range(2):
            isi = {"kode": kode, "judul": "Paparan", "berkas": unggahan("a.pdf", PDF)}
            self.assertEqual(klien.post(alamat, isi).status_code, 302)
        self.assertEqual((BahanAcara.objects.count(), self.di_gudang()), (1, 1))
        self.assertEqual(CatatanAudit.objects.filter(aksi="forum.bahan.tambah").count(), 1)
        # The same file by another form is told, and the code serves no other item.
        with self.assertRaisesMessage(ValidationError, "sudah ada pada acara ini, bernama «Paparan»"):
            self.simpan(acara)
        lain = self.acara(self.k.sesi())
        with self.assertRaisesMessage(ValidationError, "Formulir ini sudah dipakai"):
            self.simpan(lain, kode=BahanAcara.objects.get().uuid)

    def test_paling_banyak_lima_untuk_satu_acara(self) -> None:
        acara = self.acara(self.k.sesi())
        for n in range(proses.BAHAN_TERBANYAK):
            self.simpan(acara, foto(n))
        with self.assertRaisesMessage(ValidationError, "Paling banyak 5 bahan"):
            self.simpan(acara, foto(proses.BAHAN_TERBANYAK))
        self.assertEqual(self.di_gudang(), 5)

    def test_yang_gagal_tidak_meninggalkan_berkas(self) -> None:
        acara = self.acara(self.k.sesi())
        with mock.patch.object(proses, "catat", side_effect=RuntimeError), self.assertRaises(RuntimeError):
            self.simpan(acara)
        self.assertEqual((BahanAcara.objects.count(), self.di_gudang()), (0, 0))


class BacaTests(UjiBahan):
    def test_draf_dan_batal_tidak_ada_bagi_umum_yang_lain_terbuka(self) -> None:
        satu = self.k.sesi()
        bahan = self.simpan(self.acara(satu))
        alamat, halaman = reverse("forum:bahan", args=[bahan.uuid]), reverse("forum:sesi", args=[satu.uuid])
        for status in StatusSesi:
            self.keadaan(satu, status)
            terbuka = status not in {StatusSesi.DRAF, StatusSesi.DIBATALKAN}
            with self.subTest(status):
                self.assertEqual(self.client.get(alamat).status_code, 200 if terbuka else 404)
                self.assertEqual(alamat in self.client.get(halaman).content.decode(), terbuka)
                self.assertEqual(self.masuk(self.k.staf).get(alamat).status_code, 200)

    def test_halaman_hasil_tetap_memuat_bahannya(self) -> None:
        satu = self.k.sesi(StatusSesi.DIPUBLIKASIKAN, isi_awal=lambda draf: self.simpan(self.acara(draf)) and None)
        halaman = self.client.get(reverse("forum:sesi", args=[satu.uuid]))
        self.assertContains(halaman, "Hasil sesi")
        self.assertContains(halaman, reverse("forum:bahan", args=[BahanAcara.objects.get().uuid]))

    def test_sama_banyak_kueri_dengan_tiga_atau_banyak_bahan(self) -> None:
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        acara = [
            *satu.agenda.all(),
            *(agenda.tambah_acara(sesi=satu, oleh=self.kasi, kode=uuid4(), judul=f"Acara {n}") for n in range(4)),
        ]
        klien = self.masuk(self.k.kasi)
        semua = [reverse(f"forum:{nama}", args=[satu.uuid]) for nama in ("sesi_kelola", "sesi")]

        def kueri() -> list[int]:
            banyak = []
            for alamat in semua:
                klien.get(alamat)
                with CaptureQueriesContext(connection) as tangkap:
                    self.assertEqual(klien.get(alamat).status_code, 200)
                banyak.append(len(tangkap))
            return banyak

        for n in range(3):
            self.simpan(acara[0], foto(n))
        sedikit = kueri()
        for baris in acara[1:]:
            for n in range(proses.BAHAN_TERBANYAK):
                self.simpan(baris, foto(n))
        self.assertEqual(kueri(), sedikit)
        self.assertLessEqual(max(sedikit), 20)


class HapusTests(UjiBahan):
    def test_dihapus_sebelum_sesi_dengan_berkasnya_dan_tinggal_di_audit(self) -> None:
        satu = self.k.sesi(StatusSesi.TERBUKA)
        bahan = self.simpan(self.acara(satu))
        klien, alamat = self.masuk(self.k.kasi), reverse("forum:bahan_hapus", args=[bahan.uuid])
        self.assertContains(klien.get(reverse("forum:sesi_kelola", args=[satu.uuid])), alamat)
        with self.captureOnCommitCallbacks(execute=True):
            self.assertRedirects(klien.post(alamat), reverse("forum:sesi_kelola", args=[satu.uuid]))
        self.assertEqual((BahanAcara.objects.count(), self.di_gudang()), (0, 0))
        self.assertEqual(self.client.get(reverse("forum:bahan", args=[bahan.uuid])).status_code, 404)
        self.assertTrue(CatatanAudit.objects.filter(aksi="forum.bahan.hapus", pelaku=self.kasi).exists())
        proses.hapus_bahan(bahan=bahan, oleh=self.kasi)
        self.assertEqual(CatatanAudit.objects.filter(aksi="forum.bahan.hapus").count(), 1)

    def test_hanya_penyelenggara_dan_hanya_sebelum_sesi_dimulai(self) -> None:
        satu = self.k.sesi()
        bahan = self.simpan(self.acara(satu))
        for pegawai in (self.k.staf, self.k.rekan):
            oleh = self.k.akun(pegawai)
            with self.assertRaises(PermissionDenied):
                self.simpan(bahan.acara, foto(), oleh=oleh)
            with self.assertRaises(PermissionDenied):
                proses.hapus_bahan(bahan=bahan, oleh=oleh)
        for status in StatusSesi:
            self.keadaan(satu, status)
            klien = self.masuk(self.k.kasi)
            isi = {"kode": str(uuid4()), "judul": "Lain", "berkas": foto()}
            tambah = klien.post(reverse("forum:bahan_tambah", args=[bahan.acara.uuid]), isi)
            with self.subTest(status):
                self.assertEqual(tambah.status_code, 302 if status in PERSIAPAN else 409)
                baru = BahanAcara.objects.filter(judul="Lain")
                self.assertEqual(baru.count(), int(status in PERSIAPAN))
            for lain in baru:
                proses.hapus_bahan(bahan=lain, oleh=self.kasi)
            if status not in PERSIAPAN:
                self.assertEqual(klien.post(reverse("forum:bahan_hapus", args=[bahan.uuid])).status_code, 409)
        self.assertEqual(BahanAcara.objects.count(), 1)

    def test_acara_berbahan_tidak_dihapus_sebelum_bahannya(self) -> None:
        satu = self.k.sesi()
        acara = agenda.tambah_acara(sesi=satu, oleh=self.kasi, kode=uuid4(), judul="Tanya jawab")
        bahan = self.simpan(acara)
        with self.assertRaisesMessage(ValidationError, "Hapus bahannya lebih dulu"):
            agenda.hapus_acara(acara=acara, oleh=self.kasi, versi=acara.versi)
        proses.hapus_bahan(bahan=bahan, oleh=self.kasi)
        agenda.hapus_acara(acara=acara, oleh=self.kasi, versi=acara.versi)
        with self.assertRaisesMessage(ValidationError, "sudah dihapus dari susunan"):
            self.simpan(acara)

    def test_sapuan_malam_mengambil_berkas_tanpa_baris_saja(self) -> None:
        bahan = self.simpan(self.acara(self.k.sesi()))
        nama = str(bahan.berkas.name)
        besok = timezone.now() + timedelta(days=9000)
        with mock.patch("rakumpit.berkas.simpan.timezone.now", return_value=besok):
            bersihkan_berkas_yatim()
            self.assertTrue(default_storage.exists(nama))
            BahanAcara.objects.all().delete()
            bersihkan_berkas_yatim()
        self.assertFalse(default_storage.exists(nama))

    def test_rekan_unit_lain_mendapat_404(self) -> None:
        bahan = self.simpan(self.acara(self.k.sesi()))
        klien = Client()
        klien.force_login(self.k.akun(self.k.rekan))
        self.assertEqual(klien.get(reverse("forum:bahan", args=[bahan.uuid])).status_code, 404)
        self.assertEqual(klien.post(reverse("forum:bahan_hapus", args=[bahan.uuid])).status_code, 404)
