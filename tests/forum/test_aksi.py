"""Actions: evidence, the second person, the timeline, lateness that climbs."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import Error, IntegrityError, transaction

from forum.models import AksiForum, BuktiAksi, RiwayatAksi
from forum.perhitungan.sesi import StatusSesi
from forum.proses import aksi as proses
from forum.proses.kunci import sidik_kunci
from forum.proses.naik import naikkan_aksi
from forum.ringkasan.aksi import jumlah_aksi, susun_aksi
from rakumpit.notifikasi.models import Notifikasi
from tests.forum.dasar import SAAT, jabatan_dari, pada
from tests.forum.test_sesi import UjiForum


class AksiTests(UjiForum):
    def setUp(self) -> None:
        super().setUp()
        self.aksi = self.k.aksi()
        self.staf = self.k.akun(self.k.staf)

    def test_klaim_perlu_bukti(self):
        jalan = proses.mulai_aksi(aksi=self.aksi, oleh=self.staf, versi=self.aksi.versi)
        with self.assertRaises(ValidationError):
            proses.klaim_selesai(aksi=jalan, oleh=self.staf, versi=jalan.versi, bukti="  ")

    def test_klaim_tidak_ditarik_dengan_memulai_lagi(self):
        diklaim = self.k.klaim(self.aksi)
        with self.assertRaises(ValidationError):
            proses.mulai_aksi(aksi=diklaim, oleh=self.staf, versi=diklaim.versi)

    def test_pengklaim_tidak_memverifikasi(self):
        """F05: neither the one who claimed, even when that is the head, nor somebody without the post."""
        diklaim = self.k.klaim(self.aksi, self.kasi)
        for siapa in (self.kasi, self.staf, self.k.akun(self.k.rekan), self.k.pengelola):
            with self.assertRaises(PermissionDenied):
                proses.verifikasi(aksi=diklaim, oleh=siapa, versi=diklaim.versi)
        camat = self.k.akun(self.k.camat)
        selesai = proses.verifikasi(aksi=diklaim, oleh=camat, versi=diklaim.versi)
        self.assertEqual((selesai.status, selesai.diverifikasi_oleh), ("diverifikasi", camat))

    def test_basis_data_menolak_verifikasi_sendiri(self):
        diklaim = self.k.klaim(self.aksi)
        with self.assertRaises(IntegrityError), transaction.atomic():
            AksiForum.objects.filter(pk=diklaim.pk).update(
                status="diverifikasi", diverifikasi_oleh=self.staf, diverifikasi_pada=SAAT.date()
            )

    def test_wakil_masyarakat_memverifikasi_lewat_tautan_sekali(self):
        diklaim = self.k.klaim(self.aksi)
        wakil = diklaim.kesepakatan.sesi.berita_acara.get().tanda_tangan.get(pihak="wakil")
        with self.assertRaises(PermissionDenied):
            proses.minta_verifikasi_wakil(aksi=diklaim, oleh=self.staf, versi=diklaim.versi, wakil=wakil)
        diminta = proses.minta_verifikasi_wakil(aksi=diklaim, oleh=self.kasi, versi=diklaim.versi, wakil=wakil)
        sidik = sidik_kunci(proses.kunci_verifikasi(diminta, wakil))
        self.assertEqual(diminta.sidik_wakil, sidik)
        with self.assertRaises(ValidationError):
            proses.verifikasi_wakil(aksi=diminta, sidik="0" * 64, sesuai=True, catatan="")
        selesai = proses.verifikasi_wakil(aksi=diminta, sidik=sidik, sesuai=True, catatan="Saya lihat sendiri.")
        self.assertEqual((selesai.status, selesai.diverifikasi_wakil), ("diverifikasi", wakil))
        with self.assertRaises(ValidationError):
            proses.verifikasi_wakil(aksi=selesai, sidik=sidik, sesuai=False, catatan="Lagi.")

    def test_wakil_mengembalikan_dengan_catatan(self):
        diklaim = self.k.klaim(self.aksi)
        wakil = diklaim.kesepakatan.sesi.berita_acara.get().tanda_tangan.get(pihak="wakil")
        diminta = proses.minta_verifikasi_wakil(aksi=diklaim, oleh=self.kasi, versi=diklaim.versi, wakil=wakil)
        sidik = diminta.sidik_wakil
        with self.assertRaises(ValidationError):
            proses.verifikasi_wakil(aksi=diminta, sidik=sidik, sesuai=False, catatan=" ")
        kembali = proses.verifikasi_wakil(aksi=diminta, sidik=sidik, sesuai=False, catatan="Papan belum ada.")
        self.assertEqual((kembali.status, kembali.sidik_wakil), ("berjalan", ""))

    def test_tenggat_lama_tinggal_di_riwayat(self):
        lama = self.aksi.tenggat
        with self.assertRaises(ValidationError):
            proses.tunda_aksi(
                aksi=self.aksi, oleh=self.staf, versi=self.aksi.versi, alasan="", tenggat=lama + timedelta(days=9)
            )
        proses.tunda_aksi(
            aksi=self.aksi,
            oleh=self.staf,
            versi=self.aksi.versi,
            alasan="Papan belum datang.",
            tenggat=lama + timedelta(days=9),
        )
        baris = self.aksi.riwayat.order_by("-pk")[0]
        self.assertEqual(
            (baris.tenggat_lama, baris.tenggat, baris.alasan), (lama, lama + timedelta(days=9), "Papan belum datang.")
        )
        with self.assertRaises(Error), transaction.atomic():
            RiwayatAksi.objects.filter(pk=baris.pk).update(alasan="diganti")

    def test_induk_dihitung_dari_bagian(self):
        bagian = [
            proses.tambah_bagian(
                aksi=self.aksi,
                oleh=self.staf,
                kode=uuid4(),
                uraian=f"Bagian {n}",
                penanggung_jawab=jabatan_dari(self.k.staf),
                tenggat=self.aksi.tenggat,
                prioritas="sedang",
                indikator="Ada",
            )
            for n in range(3)
        ]
        for baris, persen in zip(bagian, (99, 50, 0), strict=True):
            AksiForum.objects.filter(pk=baris.pk).update(persen=persen, status="berjalan")
        self.assertEqual(susun_aksi([self.aksi])[0].persen, 50)  # 149 / 3 = 49,67
        proses.nyatakan_tidak_dapat(
            aksi=AksiForum.objects.get(pk=bagian[2].pk), oleh=self.staf, versi=1, alasan="Bukan wewenang kami."
        )
        self.assertEqual(susun_aksi([self.aksi])[0].persen, 75)  # 149 / 2 = 74,5
        jalan = proses.mulai_aksi(aksi=self.aksi, oleh=self.staf, versi=self.aksi.versi)
        with self.assertRaises(ValidationError):
            proses.laporkan_kemajuan(aksi=jalan, oleh=self.staf, versi=jalan.versi, persen=90, keterangan="Hampir.")
        with self.assertRaises(ValidationError):
            proses.klaim_selesai(aksi=jalan, oleh=self.staf, versi=jalan.versi, bukti="Selesai semua.")

    def test_berkas_berbahaya_ditolak_dan_tidak_setengah_tersimpan(self):
        """C47."""
        jalan = proses.mulai_aksi(aksi=self.aksi, oleh=self.staf, versi=self.aksi.versi)
        svg = ContentFile(b"<svg onload='x()'></svg>", name="foto.png")
        baik = ContentFile(b"%PDF-1.4 ok", name="ok.pdf")
        with self.assertRaises(ValidationError):
            proses.klaim_selesai(aksi=jalan, oleh=self.staf, versi=jalan.versi, bukti="Ada.", berkas=[baik, svg])
        self.assertEqual((BuktiAksi.objects.count(), AksiForum.objects.get(pk=jalan.pk).status), (0, "berjalan"))

    def test_berkas_sama_dikirim_dua_kali_satu_baris(self):
        jalan = proses.mulai_aksi(aksi=self.aksi, oleh=self.staf, versi=self.aksi.versi)
        berkas = [ContentFile(b"%PDF-1.4 sama", name=nama) for nama in ("a.pdf", "b.pdf")]
        proses.klaim_selesai(aksi=jalan, oleh=self.staf, versi=jalan.versi, bukti="Ada.", berkas=berkas)
        self.assertEqual(BuktiAksi.objects.count(), 1)

    def test_unit_lain_tidak_mengerjakan(self):
        with self.assertRaises(PermissionDenied):
            proses.mulai_aksi(aksi=self.aksi, oleh=self.k.akun(self.k.rekan), versi=self.aksi.versi)

    def test_belum_ditandatangani_belum_berjalan(self):
        satu = self.k.sesi(StatusSesi.MENUNGGU)
        aksi = AksiForum.objects.get(kesepakatan__sesi=satu)
        with self.assertRaises(ValidationError):
            proses.mulai_aksi(aksi=aksi, oleh=self.staf, versi=aksi.versi)

    def test_jumlah_untuk_umum(self):
        jumlah = jumlah_aksi()
        self.assertEqual((jumlah.selesai, jumlah.berjalan, jumlah.terlambat), (0, 1, 0))
        with pada(SAAT + timedelta(days=90)):
            self.assertEqual(jumlah_aksi().terlambat, 1)


class NaikTests(UjiForum):
    def test_naik_menurut_hari_kerja_dan_tidak_dua_kali(self):
        aksi = self.k.aksi()
        jejak = []
        for hari in (0, 1, 7, 20, 21):
            with pada(
                SAAT.replace(year=aksi.tenggat.year, month=aksi.tenggat.month, day=aksi.tenggat.day)
                + timedelta(days=hari)
            ):
                naikkan_aksi()
                naikkan_aksi()
            jejak.append(
                sorted(
                    Notifikasi.objects.filter(kunci__startswith="forum.aksi.").values_list("penerima__nama", flat=True)
                )
            )
        self.assertEqual(
            jejak,
            [
                [],
                ["Staf Uji"],
                ["Kasi Uji", "Staf Uji"],
                ["Camat Uji", "Kasi Uji", "Staf Uji"],
                ["Camat Uji", "Kasi Uji", "Staf Uji"],
            ],
        )

    def test_tenggat_baru_mengulang_dari_pemilik(self):
        aksi = self.k.aksi()
        with pada(SAAT + timedelta(days=aksi.tenggat.toordinal() - SAAT.date().toordinal() + 1)):
            naikkan_aksi()
            staf = self.k.akun(self.k.staf)
            proses.tunda_aksi(
                aksi=aksi, oleh=staf, versi=aksi.versi, alasan="Hujan.", tenggat=aksi.tenggat + timedelta(days=5)
            )
            naikkan_aksi()
        self.assertEqual(Notifikasi.objects.filter(kunci__startswith="forum.aksi.").count(), 1)
        with pada(SAAT + timedelta(days=aksi.tenggat.toordinal() - SAAT.date().toordinal() + 6)):
            naikkan_aksi()
        self.assertEqual(Notifikasi.objects.filter(kunci__startswith="forum.aksi.").count(), 2)
