"""Files of follow-ups and letters: cleaned, stored with their row or not at all, voided with a reason."""

from __future__ import annotations

from datetime import date
from unittest import mock

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from survei import proses
from survei.models import BerkasTindakLanjut, Pelaporan, PeriodeSurvei, Survei, TindakLanjut
from survei.proses import tindak_lanjut as proses_tindak
from survei.proses.berkas import batalkan_berkas, bersihkan_berkas_yatim
from survei.proses.pelaporan import laporkan, ubah_laporan
from tests import pabrik
from tests.kinerja.berkas import exif, jpg
from tests.survei.dasar import UjiSurvei
from tests.survei.isi_tindak_lanjut import foto, sampai, usul

TEMPAT = b"-1.6912,113.9213"


def tersimpan(folder: str) -> set[str]:
    """Names in a folder of the storage."""
    return set(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else set()


class BerkasTests(UjiSurvei):
    """One follow-up under way of a locked survey."""

    def setUp(self) -> None:
        super().setUp()
        for _ in range(12):
            pabrik.buat_respons(self.survei)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        self.survei = Survei.objects.get(pk=self.survei.pk)
        pegawai = self.petugas.pegawai
        self.tindak = sampai(usul(self.survei, self.petugas, pegawai), "berjalan", pemimpin=self.lurah)

    def _selesaikan(self, *berkas: ContentFile) -> TindakLanjut:
        return proses_tindak.selesaikan(
            tindak=self.tindak, oleh=self.petugas, versi=self.tindak.versi, bukti="Jadwal dipasang.", berkas=berkas
        )

    def test_foto_kehilangan_tempat_dan_berkas_kembar_sekali(self) -> None:
        gambar = jpg(sisipan=exif(6, gps=TEMPAT))
        self._selesaikan(ContentFile(gambar, name="loket.png"), ContentFile(gambar, name="lagi.jpg"))
        satu = BerkasTindakLanjut.objects.get()
        self.assertEqual((satu.judul, satu.tipe), ("loket.jpg", "jpg"))
        self.assertNotIn(TEMPAT, satu.berkas.read())
        self.assertNotIn("loket", satu.berkas.name or "")

    def test_yang_ditolak_tidak_menyelesaikan_apa_pun(self) -> None:
        sebelum = tersimpan("tindak-lanjut")
        for berkas, pesan in (
            ([ContentFile(b"<svg/>", name="a.jpg")], "jenis berkas ini tidak diterima"),
            ([ContentFile(b"%PDF-" + bytes([i]), name=f"{i}.pdf") for i in range(6)], "Paling banyak 5"),
        ):
            with self.subTest(pesan=pesan), self.assertRaisesMessage(ValidationError, pesan):
                self._selesaikan(*berkas)
        with (
            mock.patch("survei.proses.tindak_lanjut._simpan", side_effect=RuntimeError),
            self.assertRaises(RuntimeError),
        ):
            self._selesaikan(foto())
        self.tindak.refresh_from_db()
        self.assertEqual((self.tindak.status, BerkasTindakLanjut.objects.count()), ("berjalan", 0))
        self.assertEqual(tersimpan("tindak-lanjut"), sebelum)

    def test_dibatalkan_dengan_alasan_lalu_tidak_dapat_diunduh(self) -> None:
        self._selesaikan(foto())
        satu = BerkasTindakLanjut.objects.get()
        alamat = f"/tindak-lanjut/berkas/{satu.uuid}/"
        self.client.force_login(self.lurah)
        unduh = self.client.get(alamat)
        self.assertEqual(unduh["Content-Disposition"], 'attachment; filename="jadwal.pdf"')
        with self.assertRaises(PermissionDenied):
            batalkan_berkas(berkas=satu, alasan="Salah.", oleh=self.pengelola)
        batalkan_berkas(berkas=satu, alasan="Memuat wajah warga.", oleh=self.lurah)
        self.assertEqual(self.client.get(alamat).status_code, 404)

    def test_satu_surat_beberapa_survei_dan_pindaian_yang_salah(self) -> None:
        periode = PeriodeSurvei.objects.create(
            nama="Tahun 2026", mulai=date(2026, 1, 1), selesai=date(2026, 12, 31), batas_lapor=date(2027, 1, 15)
        )
        Survei.objects.filter(pk=self.survei.pk).update(periode=periode)
        isi = {"periode": periode, "survei": [self.survei], "tanggal": date(2026, 9, 15), "nomor_surat": "400/1"}
        with self.assertRaisesMessage(ValidationError, "jenis berkas ini tidak diterima"):
            laporkan(**isi, oleh=self.pengelola, surat=ContentFile(b"teks", name="a.pdf"))  # type: ignore[arg-type]
        self.assertFalse(Pelaporan.objects.exists())
        (satu,) = laporkan(**isi, oleh=self.pengelola, surat=ContentFile(b"%PDF-1", name="a.pdf"))  # type: ignore[arg-type]
        lama = satu.surat.name
        ubah_laporan(
            laporan=satu,
            tanggal=date(2026, 9, 15),
            nomor_surat="400/1",
            oleh=self.pengelola,
            surat=ContentFile(b"%PDF-2", name="b.pdf"),
        )
        satu.refresh_from_db()
        self.assertNotEqual(satu.surat.name, lama)
        self.assertEqual(satu.surat.read(), b"%PDF-2")
        # Young files stay: their row may be about to be written.
        self.assertEqual(bersihkan_berkas_yatim(), 0)
