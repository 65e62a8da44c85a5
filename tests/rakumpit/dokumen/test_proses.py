"""Issuing: once per content, versions, voiding, and that the database holds what was issued."""

from __future__ import annotations

import hashlib
from typing import Any
from unittest import mock

from django.db import IntegrityError, transaction
from django.test import TestCase, override_settings

from rakumpit.audit.models import CatatanAudit
from rakumpit.dokumen import proses
from rakumpit.dokumen.enums import StatusDokumen
from rakumpit.dokumen.models import BerkasDokumen, Dokumen
from rakumpit.dokumen.proses import SudahDibatalkan, batalkan, terbitkan
from rakumpit.dokumen.susun import SusunGagal
from rakumpit.organisasi.models import Pengguna, UnitKerja
from tests import pabrik
from tests.rakumpit.dokumen.isian import data_skp
from tests.rakumpit.dokumen.test_susun import baca, rapat

FAKTA = [("Nama", "Siti Ma'rifah"), ("Kantor", "Kecamatan Rakumpit")]


@override_settings(ALAMAT_PUBLIK="https://kinerja.contoh.example")
class TerbitkanTests(TestCase):
    oleh: Pengguna
    unit: UnitKerja

    @classmethod
    def setUpTestData(cls) -> None:
        cls.oleh = pabrik.buat_pengguna()
        cls.unit = pabrik.buat_unit()

    def terbit(self, **ubah: Any) -> tuple[Dokumen, bytes]:
        isian: dict[str, Any] = {
            "jenis": "kinerja.skp",
            "judul": "Sasaran Kinerja Pegawai 2026",
            "templat": "skp",
            "data": data_skp(),
            "fakta": FAKTA,
            "tentang": self.unit,
            "oleh": self.oleh,
        }
        return terbitkan(**isian | ubah)

    def test_dokumen_tercatat_bersama_berkas_dan_satu_catatan_audit(self) -> None:
        dokumen, pdf = self.terbit()
        dokumen.refresh_from_db()
        self.assertEqual(dokumen.sidik, hashlib.sha256(pdf).hexdigest())
        self.assertEqual(bytes(dokumen.berkas.isi), pdf)
        self.assertEqual(dokumen.fakta, [list(satu) for satu in FAKTA])
        self.assertEqual((dokumen.versi, dokumen.status, dokumen.diterbitkan_oleh), (1, StatusDokumen.SAH, self.oleh))
        catatan = CatatanAudit.objects.get(objek_jenis="dokumen.dokumen")
        self.assertEqual((catatan.aksi, catatan.objek_id), ("dokumen.terbitkan", str(dokumen.uuid)))
        self.assertNotIn(dokumen.kode, str(catatan.nilai.sesudah))
        teks = rapat(baca(pdf)[0])
        self.assertIn(rapat(dokumen.kode_tampil), teks)
        self.assertIn("kinerja.contoh.example/dokumen/", teks)

    def test_isi_sama_mengembalikan_baris_dan_bita_yang_sama(self) -> None:
        satu, pdf = self.terbit()
        with mock.patch.object(proses, "susun_pdf") as susun:
            dua, lagi = self.terbit()
        susun.assert_not_called()
        self.assertEqual((dua.pk, lagi), (satu.pk, pdf))
        self.assertEqual((Dokumen.objects.count(), CatatanAudit.objects.count()), (1, 1))

    def test_isi_berubah_menjadi_versi_baru_dan_kembali_ke_isi_lama_juga(self) -> None:
        satu, _ = self.terbit()
        dua, _ = self.terbit(data=data_skp(tempat="Mungku Baru"))
        tiga, _ = self.terbit()
        for dokumen in (satu, dua, tiga):
            dokumen.refresh_from_db()
        self.assertEqual([satu.versi, dua.versi, tiga.versi], [1, 2, 3])
        self.assertEqual([satu.digantikan_oleh, dua.digantikan_oleh, tiga.digantikan_oleh], [dua, tiga, None])
        self.assertEqual(satu.status, StatusDokumen.DIGANTIKAN)
        self.assertEqual(len({satu.kode, dua.kode, tiga.kode}), 3)
        self.assertEqual(list(Dokumen.objects.tentang(self.unit).berlaku()), [tiga])

    def test_fakta_atau_judul_yang_berubah_juga_versi_baru(self) -> None:
        self.terbit()
        self.terbit(fakta=[*FAKTA, ("Predikat", "Baik")])
        self.assertEqual(self.terbit(judul="SKP 2026")[0].versi, 3)

    def test_jenis_dan_objek_lain_punya_nomor_versi_sendiri(self) -> None:
        self.terbit()
        self.assertEqual(self.terbit(jenis="kinerja.mph")[0].versi, 1)
        self.assertEqual(self.terbit(tentang=pabrik.buat_unit())[0].versi, 1)

    def test_yang_dibatalkan_tetap_ada_dan_isi_sama_terbit_lagi_sebagai_versi_baru(self) -> None:
        satu, _ = self.terbit()
        batalkan(dokumen=satu, oleh=self.oleh, alasan="  Salah orang. ")
        satu.refresh_from_db()
        self.assertEqual((satu.status, satu.alasan_batal), (StatusDokumen.DIBATALKAN, "Salah orang."))
        with self.assertRaises(SudahDibatalkan):
            batalkan(dokumen=satu, oleh=self.oleh, alasan="Lagi")
        self.assertEqual(self.terbit()[0].versi, 2)
        satu.refresh_from_db()
        self.assertEqual(satu.status, StatusDokumen.DIBATALKAN)
        self.assertEqual(CatatanAudit.objects.filter(aksi="dokumen.batalkan").count(), 1)

    def test_pembatalan_tanpa_alasan_ditolak(self) -> None:
        satu, _ = self.terbit()
        with self.assertRaises(ValueError):
            batalkan(dokumen=satu, oleh=self.oleh, alasan=" ")
        satu.refresh_from_db()
        self.assertIsNone(satu.dibatalkan_pada)

    def test_fakta_dengan_nip_atau_nik_ditolak(self) -> None:
        for nilai in ("198001012000011901", "NIP 19800101 200001 1 901", "6271010101800001", "x" * 301):
            with self.subTest(nilai), self.assertRaises(ValueError):
                self.terbit(fakta=[("Pegawai", nilai)])
        for fakta in ([], [("", "x")], [("a", "b")] * 13):
            with self.assertRaises(ValueError):
                self.terbit(fakta=fakta)
        with self.assertRaises(ValueError):
            self.terbit(jenis="SKP")
        self.assertEqual(Dokumen.objects.count(), 0)

    def test_fakta_dengan_tanggal_dan_periode_diterima(self) -> None:
        dokumen, _ = self.terbit(fakta=[("Periode", "01-01-2026 s.d. 31-12-2026"), ("Nomor", "800/123/KEC-RKP/2026")])
        self.assertEqual(dokumen.fakta[0][1], "01-01-2026 s.d. 31-12-2026")

    def test_dokumen_yang_gagal_disusun_tidak_meninggalkan_apa_pun(self) -> None:
        lama, _ = self.terbit()
        with mock.patch.object(proses, "susun_pdf", side_effect=SusunGagal("gagal")), self.assertRaises(SusunGagal):
            self.terbit(data=data_skp(tempat="Mungku Baru"))
        lama.refresh_from_db()
        self.assertEqual((Dokumen.objects.count(), lama.status), (1, StatusDokumen.SAH))
        self.assertEqual(CatatanAudit.objects.count(), 1)

    def test_data_contoh_ditandai(self) -> None:
        with override_settings(CONTOH=True):
            _, pdf = self.terbit()
        self.assertIn("DATA CONTOH", baca(pdf)[0])


class TetapTests(TestCase):
    """The database itself refuses what the program never asks for."""

    dokumen: Dokumen
    lain: Dokumen

    @classmethod
    def setUpTestData(cls) -> None:
        cls.dokumen = pabrik.buat_dokumen()
        cls.lain = pabrik.buat_dokumen()

    def _ditolak(self, **ubah: Any) -> None:
        with self.assertRaises(IntegrityError), transaction.atomic():
            Dokumen.objects.filter(pk=self.dokumen.pk).update(**ubah)

    def test_fakta_dan_sidik_tidak_dapat_diubah(self) -> None:
        for ubah in ({"fakta": [["Nama", "Lain"]]}, {"sidik": "1" * 64}, {"judul": "Lain"}, {"versi": 2}):
            with self.subTest(ubah):
                self._ditolak(**ubah)

    def test_tidak_dapat_dihapus(self) -> None:
        for himpunan in (
            BerkasDokumen.objects.filter(dokumen=self.dokumen),
            Dokumen.objects.filter(pk=self.dokumen.pk),
        ):
            with self.assertRaises(IntegrityError), transaction.atomic():
                himpunan._raw_delete(himpunan.db)  # past PROTECT, to the database
        with self.assertRaises(IntegrityError), transaction.atomic():
            BerkasDokumen.objects.update(isi=b"lain")

    def test_pembatalan_dan_penggantian_hanya_sekali(self) -> None:
        batalkan(dokumen=self.dokumen, oleh=None, alasan="Salah orang.")
        self._ditolak(dibatalkan_pada=None, alasan_batal="")
        self._ditolak(alasan_batal="Alasan lain.")
        Dokumen.objects.filter(pk=self.dokumen.pk).update(digantikan_oleh=self.lain)
        self._ditolak(digantikan_oleh=None)

    def test_batal_tanpa_alasan_dan_kode_cacat_ditolak(self) -> None:
        self._ditolak(dibatalkan_pada="2026-01-01T00:00Z")
        with self.assertRaises(IntegrityError), transaction.atomic():
            pabrik.buat_dokumen(kode="IIIIIIIIIIIIIIIIIIII")
