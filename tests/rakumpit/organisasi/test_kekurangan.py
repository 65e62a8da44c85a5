"""Faults in the data: each kind is found, and nothing is said about data that is whole."""

from __future__ import annotations

from datetime import date

from django.test import TestCase

from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.kekurangan import periksa_data
from rakumpit.organisasi.models import HariLibur
from tests.pabrik import buat_jabatan, buat_pegawai, buat_pejabat_luar, buat_unit, tugaskan

HARI = date(2026, 9, 15)


class KekuranganTest(TestCase):
    def setUp(self) -> None:
        HariLibur.objects.filter(tanggal__year=2027).update(status="resmi")
        self.kota = buat_unit(nama="Kota")
        self.kantor = buat_unit(nama="Kecamatan", induk=self.kota)
        buat_pejabat_luar(self.kota)
        self.camat = buat_pegawai(self.kantor, memimpin=True, nama="Camat")
        self.staf = buat_pegawai(self.kantor, nama="Staf")

    def _temuan(self) -> dict[str, list[str]]:
        return {satu.kode: [butir.label for butir in satu.butir] for satu in periksa_data(HARI)}

    def test_data_utuh_tanpa_temuan(self) -> None:
        self.assertEqual(self._temuan(), {})

    def test_orang(self) -> None:
        buat_pegawai(self.kantor, nama="Tanpa Akun", akun=False)
        buat_pegawai(self.kantor, nama="Non-ASN", akun=False, status="non_asn")
        buat_pegawai(self.kantor, nama="Tanpa Status", status="")
        buat_pegawai(nama="Tanpa Jabatan")
        buat_pegawai(nama="Pensiunan", selesai=date(2026, 8, 31))
        self.assertEqual(
            self._temuan(),
            {
                "tanpa_status": ["Tanpa Status"],
                "tanpa_jabatan": ["Tanpa Jabatan"],
                "tanpa_akun": ["Tanpa Akun"],
                "akun_mantan": ["Pensiunan"],
            },
        )

    def test_jabatan_kosong_dan_tanpa_atasan(self) -> None:
        tugas = self.camat.penugasan.get()
        tugas.selesai = date(2026, 9, 14)
        tugas.save()
        temuan = self._temuan()
        self.assertEqual(temuan["jabatan_kosong"], [str(tugas.jabatan)])
        self.assertEqual(temuan["tanpa_jabatan"], ["Camat"])
        self.assertNotIn("tanpa_atasan", temuan)  # the official above the office stands in
        self.kantor.induk = None
        self.kantor.save()
        self.assertEqual(self._temuan()["tanpa_atasan"], ["Staf"])

    def test_plt_lewat_waktunya(self) -> None:
        unit = buat_unit(nama="Kelurahan", induk=self.kantor)
        kursi = buat_jabatan(unit, nama="Lurah", memimpin=True)
        plt = tugaskan(self.staf, kursi, sifat=SifatPenugasan.PLT.value, mulai=date(2026, 3, 15))
        self.assertEqual(len(self._temuan()["plt_lama"]), 1)  # 184 days
        plt.mulai = date(2026, 3, 16)
        plt.save()
        self.assertEqual(self._temuan(), {})  # 183 days
        plt.selesai = date(2026, 9, 14)
        plt.save()
        self.assertIn("berakhir 14 September 2026", self._temuan()["plt_lama"][0])
        tugaskan(buat_pegawai(nama="Lurah"), kursi, mulai=date(2026, 9, 15))
        self.assertEqual(self._temuan(), {})

    def test_tahun_tanpa_tabel_resmi_dan_unit_tanpa_pemimpin(self) -> None:
        HariLibur.objects.filter(tanggal__year=2027).update(status="sementara")
        buat_unit(nama="Seksi Baru", induk=self.kantor)
        self.assertEqual(self._temuan(), {"unit_tanpa_pemimpin": ["Seksi Baru"], "tahun_sementara": ["2027"]})
