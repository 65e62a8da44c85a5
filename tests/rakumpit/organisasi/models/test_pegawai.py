"""Who is whose superior on which day."""

from __future__ import annotations

from datetime import date

from django.test import TestCase

from rakumpit.organisasi.enums import JenisUnit, SifatPenugasan
from rakumpit.organisasi.models import Jabatan, Pegawai, PejabatLuar, UnitKerja
from tests.pabrik import buat_jabatan, buat_pegawai, buat_pejabat_luar, buat_unit, tugaskan

HARI = date(2026, 5, 4)


class AtasanPadaTest(TestCase):
    camat: Pegawai
    kecamatan: UnitKerja
    kelurahan: UnitKerja
    kota: UnitKerja
    kursi_kasi: Jabatan
    lurah: Pegawai
    sekda: PejabatLuar
    seksi: UnitKerja
    staf: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kota = buat_unit(nama="Kota", jenis=JenisUnit.KOTA.value)
        cls.kecamatan = buat_unit(nama="Kecamatan", jenis=JenisUnit.KECAMATAN.value, induk=cls.kota)
        cls.kelurahan = buat_unit(nama="Kelurahan", jenis=JenisUnit.KELURAHAN.value, induk=cls.kecamatan)
        cls.seksi = buat_unit(nama="Seksi", jenis=JenisUnit.SEKSI.value, induk=cls.kelurahan)
        cls.sekda = buat_pejabat_luar(cls.kota)
        cls.camat = buat_pegawai(cls.kecamatan, memimpin=True, nama="Camat")
        cls.lurah = buat_pegawai(cls.kelurahan, memimpin=True, nama="Lurah")
        cls.kursi_kasi = buat_jabatan(cls.seksi, nama="Kepala Seksi", memimpin=True)
        cls.staf = buat_pegawai(cls.seksi, nama="Staf")

    def test_rantai_dari_staf_ke_luar_kantor(self) -> None:
        kasi = buat_pegawai(nama="Kasi")
        tugaskan(kasi, self.kursi_kasi)
        self.assertEqual(self.staf.atasan_pada(HARI), kasi)
        self.assertEqual(kasi.atasan_pada(HARI), self.lurah)
        self.assertEqual(self.lurah.atasan_pada(HARI), self.camat)
        self.assertEqual(self.camat.atasan_pada(HARI), self.sekda)

    def test_jabatan_kosong_naik_ke_pemimpin_di_atasnya(self) -> None:
        self.assertEqual(self.staf.atasan_pada(HARI), self.lurah)

    def test_plt_hanya_pada_tanggalnya(self) -> None:
        plt = buat_pegawai(self.kecamatan, nama="Plt")
        tugaskan(plt, self.kursi_kasi, sifat=SifatPenugasan.PLT.value, mulai=HARI, selesai=HARI)
        self.assertEqual(self.staf.atasan_pada(HARI), plt)
        self.assertEqual(self.staf.atasan_pada(date(2026, 5, 3)), self.lurah)
        self.assertEqual(self.staf.atasan_pada(date(2026, 5, 5)), self.lurah)
        # The acting head keeps his own superior.
        self.assertEqual(plt.atasan_pada(HARI), self.camat)

    def test_plh_didahulukan_dari_pejabat_definitif(self) -> None:
        plh = buat_pegawai(self.kecamatan, nama="Plh")
        tugaskan(
            plh,
            self.lurah.penugasan.get().jabatan,
            sifat=SifatPenugasan.PLH.value,
            mulai=HARI,
            selesai=date(2026, 5, 8),
        )
        self.assertEqual(self.staf.atasan_pada(HARI), plh)
        self.assertEqual(self.staf.atasan_pada(date(2026, 5, 9)), self.lurah)

    def test_bukan_atasan_diri_sendiri_juga_sebagai_plt(self) -> None:
        tugaskan(self.staf, self.kursi_kasi, sifat=SifatPenugasan.PLT.value)
        self.assertEqual(self.staf.atasan_pada(HARI), self.lurah)

    def test_mutasi_di_tengah_tahun_mengganti_atasan(self) -> None:
        lama = self.lurah.penugasan.get()
        lama.selesai = date(2026, 6, 30)
        lama.save()
        baru = buat_pegawai(nama="Lurah baru")
        tugaskan(baru, lama.jabatan, mulai=date(2026, 7, 1))
        self.assertEqual(self.staf.atasan_pada(date(2026, 6, 30)), self.lurah)
        self.assertEqual(self.staf.atasan_pada(date(2026, 7, 1)), baru)

    def test_tanpa_penugasan_atau_tanpa_pemimpin_tidak_ada_atasan(self) -> None:
        self.assertIsNone(buat_pegawai().atasan_pada(HARI))
        self.assertIsNone(self.staf.atasan_pada(date(2020, 1, 1)))
