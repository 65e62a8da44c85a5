"""Pictures and PDF on posts: what is taken out of them, who may read them, and where they must not be seen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest import mock
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.models import Balasan, LampiranDiskusi, LanggananDiskusi, Topik
from forum.proses import diskusi, moderasi
from forum.proses.langganan import ikuti, kirim_ringkasan
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pengguna
from tests.basis_data import tabel_memuat
from tests.forum.dasar_diskusi import UjiDiskusi
from tests.kinerja.berkas import PDF, exif, jpg, png, unggahan
from tests.survei.dasar import SAAT

PEMILIK = "Wayan-pemilik-77"
TEMPAT = b"-2.0123,113.8765"


def foto(warna: int = 0) -> SimpleUploadedFile:
    """A photo with a place in it, under a name that names its owner."""
    return unggahan(f"{PEMILIK}.jpg", jpg(sisipan=exif(1, gps=TEMPAT), lebar=1 + warna))


class LampiranTest(UjiDiskusi):
    @staticmethod
    def milik(kiriman: Balasan | Topik) -> Any:
        """The files of a post."""
        return LampiranDiskusi.objects.filter(**{type(kiriman).__name__.lower(): kiriman})

    def kirim(self, oleh: Pengguna | None = None, *lampiran: SimpleUploadedFile, **ubah: Any) -> Balasan:
        isi: dict[str, Any] = {"kiriman": uuid4(), "topik": self.lama, "oleh": oleh or self.petugas, "isi": "Lihat."}
        return diskusi.kirim_balasan(lampiran=lampiran or (foto(),), **(isi | ubah))

    def alamat(self, kiriman: Balasan | Topik) -> str:
        return reverse("forum:diskusi_lampiran", args=[self.milik(kiriman).get().uuid])

    def unduh(self, alamat: str, siapa: Pengguna | None = None) -> Any:
        klien = Client()
        if siapa is not None:
            klien.force_login(siapa)
        return klien.get(alamat)

    def test_tempat_dan_nama_berkas_hilang(self) -> None:
        balasan = self.kirim()
        balasan_unduh = self.unduh(self.alamat(balasan))
        isi = b"".join(balasan_unduh.streaming_content)
        self.assertNotIn(TEMPAT, isi)
        self.assertNotIn(b"Exif", isi)
        self.assertEqual(balasan_unduh["Content-Disposition"], 'attachment; filename="Lampiran 1.jpg"')
        self.assertEqual(balasan_unduh["X-Content-Type-Options"], "nosniff")
        self.assertIn("no-store", balasan_unduh["Cache-Control"])
        halaman = self.client.get(reverse("forum:diskusi_topik", args=[self.lama.uuid]))
        self.assertContains(halaman, self.alamat(balasan))
        self.assertNotContains(halaman, PEMILIK)
        self.assertEqual(tabel_memuat(PEMILIK), set())

    def test_warga_menunggu_moderator_dan_hanya_ia_serta_moderator_yang_membaca(self) -> None:
        balasan = self.kirim(self.percaya)
        self.assertEqual((balasan.keadaan, balasan.ditahan), ("menunggu", ["lampiran"]))
        alamat = self.alamat(balasan)
        semua = {None: 404, self.baru: 404, self.petugas: 404, self.percaya: 200, self.pengelola: 200}
        self.assertEqual({siapa: self.unduh(alamat, siapa).status_code for siapa in semua}, semua)
        self.client.force_login(self.pengelola)
        periksa = self.client.get(reverse("forum:kelola_putuskan", args=["balasan", balasan.uuid]))
        self.assertContains(periksa, alamat)
        self.assertContains(periksa, "memuat gambar atau PDF")
        moderasi.putuskan(sasaran=balasan, oleh=self.pengelola, tindakan="terbitkan", alasan=None)
        self.assertEqual(self.unduh(alamat).status_code, 200)

    def test_disembunyikan_dan_topik_disembunyikan_menutup_lampirannya(self) -> None:
        balasan, topik = self.kirim(), self.topik(self.petugas, lampiran=[foto(1)])
        dalam = diskusi.kirim_balasan(kiriman=uuid4(), topik=topik, oleh=self.petugas, isi="Ini.", lampiran=[foto(2)])
        sasaran: tuple[Balasan | Topik, ...] = (balasan, topik)
        for satu in sasaran:
            self.assertEqual(self.unduh(self.alamat(satu)).status_code, 200)
            moderasi.putuskan(sasaran=satu, oleh=self.pengelola, tindakan="sembunyikan", alasan=self.alasan())
            self.assertEqual(self.unduh(self.alamat(satu)).status_code, 404)
        self.assertEqual(self.unduh(self.alamat(dalam)).status_code, 404)

    def test_paling_banyak_tiga_dan_hanya_gambar_atau_pdf(self) -> None:
        with self.assertRaisesMessage(ValidationError, "Paling banyak 3"):
            self.kirim(None, *(foto(n) for n in range(4)))
        kantor = unggahan("daftar.xlsx", b"PK\x03\x04")
        skrip = unggahan("gambar.png", b"<svg onload=alert(1)>")
        for buruk in (kantor, skrip):
            with self.assertRaises(ValidationError):
                self.kirim(None, buruk)
        self.assertEqual(self.milik(self.kirim(None, foto(), foto())).count(), 1)
        balasan = self.kirim(None, foto(), unggahan("a.png", png()), unggahan("b.pdf", PDF))
        judul = self.milik(balasan).values_list("judul", "tipe")
        self.assertEqual(list(judul), [("Lampiran 1", "jpg"), ("Lampiran 2", "png"), ("Lampiran 3", "pdf")])

    def test_kirim_ulang_tidak_menambah_dan_yang_gagal_tidak_meninggalkan_berkas(self) -> None:
        kode = uuid4()
        for _ in range(2):
            balasan = self.kirim(kiriman=kode)
        self.assertEqual(self.milik(balasan).count(), 1)
        semula = sorted(default_storage.listdir("diskusi")[1])
        with mock.patch.object(diskusi, "catat", side_effect=RuntimeError), self.assertRaises(RuntimeError):
            self.kirim(None, foto(3))
        self.assertEqual(sorted(default_storage.listdir("diskusi")[1]), semula)
        self.assertEqual(LampiranDiskusi.objects.count(), 1)

    def test_halaman_menerima_berkas_dan_menolak_dengan_tulisan_kembali(self) -> None:
        self.client.force_login(self.petugas)
        alamat = reverse("forum:diskusi_balas", args=[self.lama.uuid])
        isi = {"kiriman": str(uuid4()), "isi": "Fotonya di bawah."}
        ditolak = self.client.post(alamat, isi | {"lampiran": unggahan("x.txt", b"teks")})
        self.assertContains(ditolak, "Fotonya di bawah.", status_code=409)
        self.assertRedirects(
            self.client.post(alamat, isi | {"lampiran": [foto(), foto(1)]}),
            reverse("forum:diskusi_topik", args=[self.lama.uuid]),
        )
        self.assertEqual(self.milik(Balasan.objects.get(kiriman=isi["kiriman"])).count(), 2)
        topik = {"kiriman": str(uuid4()), "jenis": "usulan", "kategori": str(self.kategori.uuid), "judul": "Kursi"}
        self.client.post(reverse("forum:diskusi_tulis"), topik | {"isi": "Ini fotonya.", "lampiran": foto(2)})
        self.assertEqual(self.milik(Topik.objects.get(kiriman=topik["kiriman"])).count(), 1)

    def test_tidak_ada_di_kabar_umpan_dan_pencarian(self) -> None:
        ikuti(oleh=self.baru, topik=self.lama, irama="harian")
        balasan = self.kirim()
        LanggananDiskusi.objects.update(mulai=SAAT - timedelta(days=3))
        kirim_ringkasan(saat=SAAT + timedelta(days=1))
        kabar = " ".join(Notifikasi.objects.values_list("isi", flat=True))
        self.assertIn("1 balasan baru", kabar)
        kode = str(self.milik(balasan).get().uuid)
        for teks in (
            kabar,
            self.client.get(reverse("forum:diskusi_rss")).content.decode(),
            self.client.get(reverse("forum:diskusi_daftar") + "?q=Lampiran").content.decode(),
        ):
            self.assertNotIn(kode, teks)
            self.assertNotIn(PEMILIK, teks)

    def test_sama_banyak_kueri_dengan_satu_atau_banyak_balasan_berlampiran(self) -> None:
        alamat = reverse("forum:diskusi_topik", args=[self.lama.uuid])

        def banyak() -> int:
            with CaptureQueriesContext(connection) as kueri:
                self.client.get(alamat)
            return len(kueri)

        self.kirim()
        semula = banyak()
        for n in range(1, 4):
            self.kirim(None, foto(n))
        self.assertEqual(banyak(), semula)
