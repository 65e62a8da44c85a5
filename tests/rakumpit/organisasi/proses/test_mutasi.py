"""Moves, acting officials, departures."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.test import TestCase

from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Penugasan
from rakumpit.organisasi.proses.mutasi import akhiri, akhiri_penugasan, pindahkan, tunjuk
from tests.pabrik import buat_jabatan, buat_pegawai, buat_pengguna, buat_unit, tugaskan


class MutasiTest(TestCase):
    def setUp(self) -> None:
        self.oleh = buat_pengguna(pengelola=True)
        self.pager, self.bukit_sua = buat_unit(nama="Pager"), buat_unit(nama="Bukit Sua")
        self.lurah_pager = buat_jabatan(self.pager, nama="Lurah", memimpin=True)
        self.lurah_bukit = buat_jabatan(self.bukit_sua, nama="Lurah", memimpin=True)
        self.walter = buat_pegawai(nama="Walter")
        self.lama = tugaskan(self.walter, self.lurah_pager)

    def _pindah(self, **ubah: Any) -> Penugasan:
        isian: dict[str, Any] = {
            "pegawai": self.walter,
            "jabatan": self.lurah_bukit,
            "mulai": date(2026, 7, 1),
            "dasar": "821/12/2026",
            "oleh": self.oleh,
        }
        return pindahkan(**(isian | ubah))

    def _tunjuk(self, **ubah: Any) -> Penugasan:
        isian: dict[str, Any] = {
            "pegawai": self.walter,
            "jabatan": self.lurah_bukit,
            "sifat": SifatPenugasan.PLT.value,
            "mulai": date(2026, 4, 1),
            "selesai": None,
            "dasar": "SP-1",
            "oleh": self.oleh,
        }
        return tunjuk(**(isian | ubah))

    def _ditolak(self, medan: str, panggil: Any, **ubah: Any) -> None:
        banyak, catatan = Penugasan.objects.count(), CatatanAudit.objects.count()
        with self.assertRaises(ValidationError) as galat:
            panggil(**ubah)
        self.assertEqual(list(galat.exception.message_dict), [medan])
        self.assertEqual((Penugasan.objects.count(), CatatanAudit.objects.count()), (banyak, catatan))
        self.lama.refresh_from_db()
        self.assertIsNone(self.lama.selesai)

    def test_jabatan_lama_berakhir_sehari_sebelumnya(self) -> None:
        baru = self._pindah()
        self.lama.refresh_from_db()
        self.assertEqual(self.lama.selesai, date(2026, 6, 30))
        self.assertEqual((baru.mulai, baru.selesai, baru.dasar), (date(2026, 7, 1), None, "821/12/2026"))
        catatan = CatatanAudit.objects.get()
        self.assertEqual((catatan.aksi, catatan.pelaku), ("organisasi.penugasan.pindahkan", self.oleh))
        self.assertEqual(catatan.nilai.sebelum["selesai"], None)

    def test_ke_jabatan_terisi_ditolak(self) -> None:
        tugaskan(buat_pegawai(nama="Rahman"), self.lurah_bukit)
        self._ditolak("jabatan", self._pindah)

    def test_ke_jabatan_sendiri_tanpa_dasar_atau_sebelum_mulai_ditolak(self) -> None:
        self._ditolak("jabatan", self._pindah, jabatan=self.lurah_pager)
        self._ditolak("dasar", self._pindah, dasar="  ")
        self._ditolak("mulai", self._pindah, mulai=date(2024, 1, 1))

    def test_hanya_pengelola(self) -> None:
        for oleh in (buat_pengguna(admin_teknis=True), buat_pengguna(pemeriksa=True), buat_pengguna()):
            with self.assertRaises(PermissionDenied):
                self._pindah(oleh=oleh)
            with self.assertRaises(PermissionDenied):
                self._tunjuk(oleh=oleh)
        self.assertEqual(Penugasan.objects.count(), 1)

    def test_plt_hanya_untuk_jabatan_kosong_dan_tidak_mengambil_jabatan_sendiri(self) -> None:
        plt = self._tunjuk()
        self.lama.refresh_from_db()
        self.assertIsNone(self.lama.selesai)
        self.assertEqual((plt.sifat, plt.selesai), ("plt", None))
        self._ditolak("jabatan", self._tunjuk, pegawai=buat_pegawai())
        self._ditolak("jabatan", self._tunjuk, pegawai=buat_pegawai(), jabatan=self.lurah_pager)
        self._ditolak("jabatan", self._tunjuk, jabatan=self.lurah_pager)

    def test_tidak_memberi_diri_sendiri_jabatan_pemimpin(self) -> None:
        diri = buat_pegawai(pengguna=self.oleh)
        self._ditolak("jabatan", self._tunjuk, pegawai=diri)
        self._ditolak("jabatan", self._pindah, pegawai=diri)
        staf = buat_jabatan(self.bukit_sua, nama="Pengadministrasi")
        self.assertEqual(self._pindah(pegawai=diri, jabatan=staf).jabatan, staf)
        self.assertEqual(self._tunjuk(pegawai=diri, oleh=buat_pengguna(pengelola=True)).pegawai, diri)

    def test_plh_perlu_hari_terakhir_dan_boleh_selama_pejabatnya_ada(self) -> None:
        wakil = buat_pegawai(nama="Wakil")
        isian: dict[str, Any] = {"pegawai": wakil, "jabatan": self.lurah_pager, "sifat": SifatPenugasan.PLH.value}
        self._ditolak("selesai", self._tunjuk, **isian)
        self._ditolak("selesai", self._tunjuk, **isian, selesai=date(2026, 3, 31))
        plh = self._tunjuk(**isian, selesai=date(2026, 4, 5))
        self.assertEqual(plh.selesai, date(2026, 4, 5))

    def test_akhiri_penugasan_plt(self) -> None:
        plt = self._tunjuk()
        akhiri_penugasan(penugasan=plt, hari_terakhir=date(2026, 6, 30), dasar="SP-2", oleh=self.oleh)
        plt.refresh_from_db()
        self.assertEqual(plt.selesai, date(2026, 6, 30))
        with self.assertRaises(ValidationError):
            akhiri_penugasan(penugasan=plt, hari_terakhir=date(2026, 7, 31), dasar="SP-3", oleh=self.oleh)

    def test_pensiun_mengakhiri_semua_penugasan_dan_menutup_akun(self) -> None:
        plt = self._tunjuk()
        akhiri(pegawai=self.walter, hari_terakhir=date(2026, 5, 31), alasan="Pensiun", dasar="SK-9", oleh=self.oleh)
        self.walter.refresh_from_db()
        self.assertEqual((self.walter.selesai, self.walter.alasan_selesai), (date(2026, 5, 31), "Pensiun"))
        self.assertEqual(
            set(Penugasan.objects.filter(pk__in=[plt.pk, self.lama.pk]).values_list("selesai", flat=True)),
            {date(2026, 5, 31)},
        )
        assert self.walter.pengguna is not None
        self.walter.pengguna.refresh_from_db()
        self.assertFalse(self.walter.pengguna.is_active)

    def test_pensiun_tidak_menutup_akun_admin_dan_akun_sendiri(self) -> None:
        """The account of an admin is not the pengelola's to close, by no detour."""
        for ubah in ({"admin_teknis": True}, {"pengelola": True}):
            pegawai = buat_pegawai(peran=ubah)
            akhiri(pegawai=pegawai, hari_terakhir=date(2026, 5, 31), alasan="Pensiun", dasar="SK-9", oleh=self.oleh)
            assert pegawai.pengguna is not None
            pegawai.pengguna.refresh_from_db()
            self.assertTrue(pegawai.pengguna.is_active)
            self.assertIs(CatatanAudit.objects.latest("pk").nilai.sesudah["akun_ditutup"], False)

    def test_pensiun_yang_belum_tiba_membiarkan_akun_terbuka(self) -> None:
        akhiri(pegawai=self.walter, hari_terakhir=date(2099, 1, 31), alasan="Pensiun", dasar="SK-9", oleh=self.oleh)
        assert self.walter.pengguna is not None
        self.walter.pengguna.refresh_from_db()
        self.assertTrue(self.walter.pengguna.is_active)
