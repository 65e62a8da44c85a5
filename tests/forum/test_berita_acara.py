"""The signed record: contents, signatures, immutability, corrections, the public version."""

from __future__ import annotations

import hashlib
import io
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import Error, transaction

from forum.models import BeritaAcara, Kesepakatan, Masukan, SesiForum, TandaTangan
from forum.perhitungan.sesi import StatusSesi
from forum.proses import berita_acara as proses
from forum.proses.hasil import ubah_kesepakatan
from forum.proses.isi_berita_acara import untuk_umum
from forum.proses.sesi import buka_koreksi
from rakumpit.dokumen.models import Dokumen
from tests.forum.dasar import HARI_SESI, pada, pdf, unsur
from tests.forum.test_sesi import UjiForum


class BeritaAcaraTests(UjiForum):
    def setUp(self) -> None:
        super().setUp()
        self.satu = self.k.sesi(StatusSesi.MENUNGGU)

    def siapkan(self, **ubah):
        self.satu.refresh_from_db()
        isi: dict[str, Any] = {
            "sesi": self.satu,
            "oleh": self.k.akun(self.k.staf),
            "versi": self.satu.versi,
            "nomor_surat": "400/7/2026",
            "wakil": [("Siti Ma'rifah", unsur("pengguna-layanan"), "RT 02")],
        }
        return proses.siapkan_berita_acara(**(isi | ubah))

    def test_perlu_dua_pihak(self):
        berita = self.siapkan()
        proses.tanda_tangani(berita_acara=berita, oleh=self.kasi)
        berita.refresh_from_db()
        self.assertEqual(berita.status, "disiapkan")
        wakil = berita.tanda_tangan.get(pihak="wakil")
        proses.tanda_tangani_wakil(tanda_tangan=wakil, nama="Siti Ma'rifah")
        berita.refresh_from_db()
        self.satu.refresh_from_db()
        self.assertEqual((berita.status, self.satu.status), ("ditandatangani", "dipublikasikan"))
        self.assertEqual(berita.sidik, hashlib.sha256(bytes(berita.dokumen.berkas.isi)).hexdigest())

    def test_wakil_lewat_kertas_dengan_pindaian(self):
        berita = self.siapkan()
        wakil = berita.tanda_tangan.get(pihak="wakil")
        with self.assertRaises(ValidationError):
            proses.catat_tanda_tangan_kertas(tanda_tangan=wakil, oleh=self.kasi, pindaian=pdf_palsu())
        proses.catat_tanda_tangan_kertas(tanda_tangan=wakil, oleh=self.kasi, pindaian=pdf("ttd.pdf"))
        proses.tanda_tangani(berita_acara=berita, oleh=self.kasi)
        berita.refresh_from_db()
        self.assertEqual(berita.status, "ditandatangani")

    def test_yang_tidak_memimpin_tidak_menandatangani(self):
        berita = self.siapkan()
        for siapa in (self.k.akun(self.k.staf), self.k.akun(self.k.rekan), self.k.pengelola):
            with self.assertRaises(PermissionDenied):
                proses.tanda_tangani(berita_acara=berita, oleh=siapa)

    def test_nama_wakil_harus_sama(self):
        wakil = self.siapkan().tanda_tangan.get(pihak="wakil")
        with self.assertRaises(ValidationError):
            proses.tanda_tangani_wakil(tanda_tangan=wakil, nama="Orang Lain")

    def test_belum_lengkap_tidak_disiapkan(self):
        for ubah, kata in (
            ({"wakil": []}, "wakil masyarakat"),
            ({"wakil": [("Kasi", unsur("penyelenggara"), "")]}, "penyelenggara"),
            ({"nomor_surat": " "}, "nomor"),
        ):
            with self.assertRaises(ValidationError) as galat:
                self.siapkan(**ubah)
            self.assertIn(kata, galat.exception.messages[0])
        self.k.masukan(self.satu, keputusan="belum", jawaban="")
        with self.assertRaises(ValidationError) as galat:
            self.siapkan()
        self.assertIn("setiap masukan", galat.exception.messages[0])

    def test_yang_ditandatangani_adalah_yang_disiapkan(self):
        """Changes after it was put up are not in it; it must be put up again, which voids the links."""
        berita = self.siapkan()
        kunci_lama = berita.tanda_tangan.get(pihak="wakil").sidik_kunci
        self.k.kesepakatan(self.satu, uraian="Disisipkan sesudah disiapkan")
        self.assertNotIn("Disisipkan", str(berita.isi))
        baru = self.siapkan()
        self.assertIn("Disisipkan", str(baru.isi))
        self.assertFalse(TandaTangan.objects.filter(sidik_kunci=kunci_lama).exists())
        with self.assertRaises(ValidationError):
            proses.tanda_tangani(berita_acara=berita, oleh=self.kasi)

    def test_versi_umum_tanpa_nama_peserta(self):
        berita = self.k.tanda_tangani(self.siapkan())
        umum, lengkap = (_teks(isi_dokumen(satu)) for satu in (berita.dokumen_umum, berita.dokumen))
        self.assertIn("Ma'rifah", lengkap.replace("’", "'"))
        self.assertNotIn("Ma'rifah", umum.replace("’", "'"))
        self.assertIn("Antrean terlalu panjang", umum)
        self.assertEqual(untuk_umum(berita.isi)["hadir"], [])

    def test_isi_pokok_ada(self):
        teks = _teks(isi_dokumen(self.k.tanda_tangani(self.siapkan()).dokumen))
        for kata in (
            *("400/7/2026", "Kamis, 24 September 2026", "09.00–11.00 WIB", "Aula kecamatan", "Waktu tunggu di loket"),
            *("Kasi Uji", "Staf Uji", "Pengguna layanan 1", "Perempuan 1", "Loket dibuka dengan dua petugas"),
            *("Susun jadwal dua petugas", "Jadwal tertempel di loket", "Wakil masyarakat"),
        ):
            self.assertIn(kata, teks)


class TetapTests(UjiForum):
    def setUp(self) -> None:
        super().setUp()
        self.satu = self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        self.berita = self.satu.berita_acara.get()

    def test_basis_data_menolak_perubahan(self):
        for ubah in (
            lambda: BeritaAcara.objects.filter(pk=self.berita.pk).update(nomor_surat="palsu"),
            lambda: BeritaAcara.objects.filter(pk=self.berita.pk).update(isi={}),
            lambda: TandaTangan.objects.filter(berita_acara=self.berita).update(nama="palsu"),
            lambda: TandaTangan.objects.filter(berita_acara=self.berita).delete(),
            lambda: Masukan.objects.filter(sesi=self.satu).update(uraian="palsu"),
            lambda: Kesepakatan.objects.filter(sesi=self.satu).update(uraian="palsu"),
            lambda: self.satu.agenda.update(catatan="palsu"),
            lambda: Dokumen.objects.filter(jenis="forum.berita_acara").delete(),
        ):
            with self.assertRaises(Error), transaction.atomic():
                ubah()

    def test_koreksi_menjadi_versi_dua_dan_keduanya_tinggal(self):
        """F08."""
        pertama = isi_dokumen(self.berita.dokumen)
        with self.assertRaises(ValidationError):
            buka_koreksi(sesi=self.satu, oleh=self.kasi, versi=self.satu.versi, alasan="")
        satu = buka_koreksi(sesi=self.satu, oleh=self.kasi, versi=self.satu.versi, alasan="Nama peserta keliru.")
        self.assertIsNotNone(satu.terbit_pada)
        with pada(HARI_SESI + timedelta(days=1)):
            self.k.hadir(satu, "Yang Tertinggal")
            kesepakatan = satu.kesepakatan.get()
            ubah_kesepakatan(
                kesepakatan=kesepakatan,
                oleh=self.kasi,
                versi=kesepakatan.versi,
                uraian="Tiga petugas.",
                disepakati=True,
                alasan="",
                jenis="biasa",
                layanan=None,
            )
            kedua = self.k.tanda_tangani(self.k.siapkan(satu))
        self.assertEqual((kedua.nomor_versi, kedua.menggantikan, versi_dokumen(kedua.dokumen)), (2, self.berita, 2))
        self.assertEqual(kedua.alasan_koreksi, "Nama peserta keliru.")
        self.berita.refresh_from_db()
        self.assertEqual(isi_dokumen(self.berita.dokumen), pertama)
        self.assertEqual(SesiForum.objects.get(pk=satu.pk).status, "dipublikasikan")
        self.assertNotIn("Tiga petugas.", str(self.berita.isi))

    def test_sesi_yang_tidak_terbit_otomatis_menunggu(self):
        satu = self.k.sesi(StatusSesi.SELESAI)
        self.assertEqual((satu.status, satu.terbit_pada), ("selesai", None))


def isi_dokumen(dokumen: Dokumen | None) -> bytes:
    assert dokumen is not None
    return bytes(dokumen.berkas.isi)


def versi_dokumen(dokumen: Dokumen | None) -> int:
    assert dokumen is not None
    return dokumen.versi


def pdf_palsu():
    from django.core.files.base import ContentFile

    return ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", name="ttd.pdf")


def _teks(isi: bytes) -> str:
    """Text of a PDF in one line."""
    from pypdf import PdfReader

    return " ".join(" ".join(hal.extract_text() for hal in PdfReader(io.BytesIO(isi)).pages).split())
