"""What the home page and the search read of sessions: records that are overdue, signatures, proposals, actions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

from django.test import TestCase

from forum.models import AturanForum
from forum.perhitungan.sesi import StatusSesi
from forum.proses.agenda import usulkan_acara
from forum.ringkasan import jumlah_mendatang
from forum.ringkasan.sesi import cari_sesi, tugas_sesi
from rakumpit.bacaan import baca, bersama
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import HariLibur, Pengguna
from rakumpit.organisasi.pembaca import baca_pembaca
from rakumpit.waktu import WIB, hari_ini
from tests.forum.dasar import MULAI, SAAT, KantorForum, pada

# The session is on Thursday, 24 September 2026; five working days later is Thursday, 1 October.
BESOK = datetime(2026, 9, 25, 8, 0, tzinfo=WIB)
BATAS = date(2026, 10, 1)


class RingkasanSesiTest(TestCase):
    def setUp(self) -> None:
        with pada(SAAT):
            self.k = KantorForum.buat()

    def tugas(self, siapa: Pengguna, saat: datetime) -> list[Tugas]:
        with pada(saat):
            pembaca = baca(baca_pembaca(siapa, hari_ini()))
            return [satu for semua in baca(bersama(tugas_sesi(pembaca))) for satu in semua]

    def judul(self, siapa: Pengguna, saat: datetime) -> list[str]:
        return [satu.judul for satu in self.tugas(siapa, saat)]

    def sesi(self, status: StatusSesi, **ubah: object):
        with pada(SAAT):
            return self.k.sesi(status, **ubah)

    def test_berita_acara_menunggu_pemimpin_unit_dan_pengelola_sejak_besoknya(self) -> None:
        self.sesi(StatusSesi.MENUNGGU)
        kasi = self.k.akun(self.k.kasi)
        self.assertEqual(self.judul(kasi, MULAI.replace(hour=20)), [])
        for siapa in (kasi, self.k.pengelola):
            (satu,) = self.tugas(siapa, BESOK)
            self.assertEqual(satu.judul, "Selesaikan berita acara forum: Forum pelayanan KTP")
            self.assertEqual((satu.dari, satu.tenggat), ("Seksi Pelayanan", BATAS))
        for pegawai in (self.k.staf, self.k.rekan, self.k.camat):
            self.assertEqual(self.judul(self.k.akun(pegawai), BESOK), [])

    def test_terlambat_sesudah_hari_kerja_kelima_dan_libur_menggesernya(self) -> None:
        self.sesi(StatusSesi.MENUNGGU)
        kasi = self.k.akun(self.k.kasi)
        for hari, lewat in ((1, False), (2, True)):
            (satu,) = self.tugas(kasi, datetime(2026, 10, hari, 8, 0, tzinfo=WIB))
            assert satu.tenggat is not None
            self.assertEqual(satu.tenggat < date(2026, 10, hari), lewat)
        HariLibur.objects.create(
            tanggal=date(2026, 9, 28), nama="Libur lokal", jenis="lokal", dasar_hukum="SK", status="resmi"
        )
        self.assertEqual(self.tugas(kasi, BESOK)[0].tenggat, date(2026, 10, 2))

    def test_batas_mengikuti_aturan_yang_berlaku(self) -> None:
        self.sesi(StatusSesi.MENUNGGU)
        AturanForum.objects.create(mulai=date(2026, 9, 20), hari_berita_acara=2, dasar_hukum="Pilihan kantor")
        self.assertEqual(self.tugas(self.k.akun(self.k.kasi), BESOK)[0].tenggat, date(2026, 9, 28))

    def test_yang_tidak_pernah_dimulai_juga_menunggu_yang_ditandatangani_tidak(self) -> None:
        self.sesi(StatusSesi.DIJADWALKAN)
        kasi = self.k.akun(self.k.kasi)
        self.assertEqual(len(self.judul(kasi, BESOK)), 1)
        self.sesi(StatusSesi.DIPUBLIKASIKAN)
        self.sesi(StatusSesi.DIBATALKAN)
        self.assertEqual(len(self.judul(kasi, BESOK)), 1)

    def test_tanda_tangan_menunggu_pemimpin(self) -> None:
        satu = self.sesi(StatusSesi.MENUNGGU)
        with pada(MULAI):
            self.k.siapkan(satu)
        tunggu = [isi for isi in self.judul(self.k.akun(self.k.kasi), BESOK) if isi.startswith("Tanda tangani")]
        self.assertEqual(tunggu, ["Tanda tangani berita acara: Forum pelayanan KTP"])
        self.assertEqual(self.judul(self.k.akun(self.k.staf), BESOK), [])

    def test_usulan_warga_menunggu_penyelenggara_sampai_sehari_sebelumnya(self) -> None:
        satu = self.sesi(StatusSesi.TERBUKA)
        with pada(SAAT):
            usulkan_acara(sesi=satu, kiriman=uuid4(), judul="Lampu jalan", uraian="Gelap.")
        (tugas,) = self.tugas(self.k.akun(self.k.kasi), SAAT)
        self.assertEqual((tugas.judul, tugas.tenggat), ("Putuskan usulan acara: Lampu jalan", date(2026, 9, 23)))

    def test_tindakan_menunggu_pemegang_jabatan_lalu_atasannya(self) -> None:
        satu = self.sesi(StatusSesi.DIPUBLIKASIKAN)
        staf, kasi = self.k.akun(self.k.staf), self.k.akun(self.k.kasi)
        self.assertEqual(self.judul(staf, BESOK), ["Kerjakan tindak lanjut forum: Susun jadwal dua petugas"])
        self.assertEqual(self.judul(kasi, BESOK), [])
        with pada(BESOK):
            self.k.klaim(self.k.aksi(satu))
        self.assertEqual(self.judul(staf, BESOK), [])
        self.assertEqual(self.judul(kasi, BESOK), ["Verifikasi tindak lanjut forum: Susun jadwal dua petugas"])

    def test_yang_menyatakan_selesai_tidak_diminta_memverifikasi(self) -> None:
        satu = self.sesi(StatusSesi.DIPUBLIKASIKAN)
        kasi = self.k.akun(self.k.kasi)
        with pada(BESOK):
            self.k.klaim(self.k.aksi(satu), kasi)
        self.assertEqual(self.judul(kasi, BESOK), [])

    def test_rencana_sebelum_ditandatangani_belum_menjadi_tugas(self) -> None:
        self.sesi(StatusSesi.MENUNGGU)
        self.assertEqual(self.judul(self.k.akun(self.k.staf), BESOK), [])

    def test_pencarian_hanya_yang_terlihat(self) -> None:
        self.sesi(StatusSesi.DIPUBLIKASIKAN)
        with pada(BESOK):
            for pegawai, jumlah in ((self.k.staf, 1), (self.k.camat, 1), (self.k.rekan, 0)):
                for kata, jenis in (("pelayanan KTP", "Sesi forum"), ("jadwal dua", "Tindak lanjut forum")):
                    temu = baca(bersama(cari_sesi(self.k.akun(pegawai), kata, 5)))
                    semua = [temuan.jenis for bagian in temu for temuan in bagian]
                    self.assertEqual(semua, [jenis] * jumlah)

    def test_jumlah_mendatang(self) -> None:
        self.sesi(StatusSesi.DRAF)
        self.sesi(StatusSesi.TERBUKA)
        nanti = MULAI + timedelta(days=7)
        self.sesi(StatusSesi.DIJADWALKAN, mulai=nanti, selesai=nanti + timedelta(hours=2))
        with pada(SAAT):
            self.assertEqual(jumlah_mendatang(), (2, "24 September 2026"))
