"""What the database itself refuses about posts and units."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.test import TestCase

from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Penugasan, UnitKerja
from tests.pabrik import buat_jabatan, buat_pegawai, buat_pejabat_luar, buat_unit, tugaskan


class PenugasanTest(TestCase):
    def setUp(self) -> None:
        self.unit = buat_unit()
        self.lurah = buat_jabatan(self.unit, memimpin=True)
        self.seklur = buat_jabatan(self.unit)
        self.ani = buat_pegawai()
        self.budi = buat_pegawai()
        tugaskan(self.ani, self.lurah, mulai=date(2026, 1, 1), selesai=date(2026, 6, 30))

    def _ditolak(self, kendala: str, **isian: object) -> None:
        with self.assertRaises(IntegrityError) as galat, transaction.atomic():
            Penugasan.objects.create(**isian)
        self.assertIn(kendala, str(galat.exception))

    def test_dua_pemegang_definitif_satu_jabatan_ditolak_sampai_hari_terakhir(self) -> None:
        self._ditolak(
            "penugasan_satu_pemegang_per_jabatan", pegawai=self.budi, jabatan=self.lurah, mulai=date(2026, 6, 30)
        )
        tugaskan(self.budi, self.lurah, mulai=date(2026, 7, 1))

    def test_dua_jabatan_definitif_satu_orang_ditolak(self) -> None:
        self._ditolak(
            "penugasan_satu_definitif_per_orang",
            pegawai=self.ani,
            jabatan=self.seklur,
            mulai=date(2026, 2, 1),
            selesai=date(2026, 2, 1),
        )

    def test_plt_di_samping_jabatan_definitif_boleh(self) -> None:
        tugaskan(self.ani, self.seklur, sifat=SifatPenugasan.PLT.value, mulai=date(2026, 2, 1))
        self._ditolak(
            "penugasan_satu_pemegang_per_jabatan",
            pegawai=self.budi,
            jabatan=self.seklur,
            sifat=SifatPenugasan.PLT.value,
            mulai=date(2026, 3, 1),
        )

    def test_mulai_sesudah_selesai_ditolak(self) -> None:
        self._ditolak(
            "penugasan_urutan_tanggal",
            pegawai=self.budi,
            jabatan=self.seklur,
            mulai=date(2026, 2, 2),
            selesai=date(2026, 2, 1),
        )

    def test_tepat_satu_pemegang(self) -> None:
        luar = buat_pejabat_luar()
        self._ditolak(
            "penugasan_satu_pemegang", pegawai=self.budi, pejabat_luar=luar, jabatan=self.seklur, mulai=date(2026, 1, 1)
        )
        self._ditolak("penugasan_satu_pemegang", jabatan=self.seklur, mulai=date(2026, 1, 1))

    def test_bentrok_juga_galat_isian_berbahasa_indonesia(self) -> None:
        with self.assertRaisesMessage(ValidationError, "sudah dipegang orang lain"):
            Penugasan(pegawai=self.budi, jabatan=self.lurah, mulai=date(2026, 5, 1)).full_clean()

    def test_dua_jabatan_pemimpin_satu_unit_ditolak(self) -> None:
        with self.assertRaises(IntegrityError), transaction.atomic():
            buat_jabatan(self.unit, memimpin=True)


class SiklusUnitTest(TestCase):
    def setUp(self) -> None:
        self.kota = buat_unit(nama="Kota")
        self.kecamatan = buat_unit(nama="Kecamatan", induk=self.kota)
        self.kelurahan = buat_unit(nama="Kelurahan", induk=self.kecamatan)

    def _ditolak(self) -> None:
        self.assertEqual(
            UnitKerja.objects.induk_dari(),
            {self.kota.pk: None, self.kecamatan.pk: self.kota.pk, self.kelurahan.pk: self.kecamatan.pk},
        )

    def test_simpan_ditolak(self) -> None:
        self.kota.induk = self.kelurahan
        with self.assertRaisesMessage(IntegrityError, "di bawah dirinya sendiri"), transaction.atomic():
            self.kota.save()
        self._ditolak()

    def test_update_queryset_ditolak(self) -> None:
        with self.assertRaises(IntegrityError), transaction.atomic():
            UnitKerja.objects.filter(pk=self.kota.pk).update(induk=self.kelurahan)
        self._ditolak()

    def test_induk_sendiri_ditolak(self) -> None:
        with self.assertRaises(IntegrityError), transaction.atomic():
            UnitKerja.objects.filter(pk=self.kota.pk).update(induk=F("pk"))
        self._ditolak()

    def test_insert_yang_menutup_lingkaran_ditolak(self) -> None:
        """Only raw SQL can insert a row whose descendants already exist: two rows in one statement."""
        perintah = (
            "INSERT INTO organisasi_unitkerja (id, uuid, kode, nama, jenis, induk_id, aktif) VALUES "
            "(900001, gen_random_uuid(), 'a', 'A', 'seksi', 900002, true), "
            "(900002, gen_random_uuid(), 'b', 'B', 'seksi', 900001, true)"
        )
        with (
            self.assertRaisesMessage(IntegrityError, "di bawah dirinya sendiri"),
            transaction.atomic(),
            connection.cursor() as kursor,
        ):
            kursor.execute(perintah)
        self._ditolak()

    def test_pindah_induk_biasa_boleh(self) -> None:
        UnitKerja.objects.filter(pk=self.kelurahan.pk).update(induk=self.kota)
        self.assertEqual(UnitKerja.objects.get(pk=self.kelurahan.pk).induk, self.kota)
