"""Outside certificates and the ledger: once, by another person, with the old entry kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from pelatihan.models import AturanJP, BentukPengembangan, PerjanjianKerja, RiwayatJP, SertifikatLuar
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.sertifikat import (
    kirim_sertifikat,
    perbaiki_riwayat,
    tarik_sertifikat,
    tolak_sertifikat,
    verifikasi_sertifikat,
)
from pelatihan.ringkasan.jp import jp, jp_periode, jp_satu
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun, bentuk, berkas, buat_riwayat, buat_sertifikat, isi_sertifikat

D = Decimal


class KirimTests(UjiPelatihan):
    def kirim(self, pegawai: Pegawai | None = None, isi: str | None = None, **ubah: object) -> SertifikatLuar:
        siapa = pegawai or self.staf
        return kirim_sertifikat(
            kode=uuid4(), pegawai=siapa, oleh=akun(siapa), isi=isi_sertifikat(**ubah), berkas=berkas(isi)
        )

    def test_dikirim_dua_kali_tersimpan_sekali(self) -> None:
        kode, isi = uuid4(), isi_sertifikat()
        for _ in range(2):
            kirim_sertifikat(kode=kode, pegawai=self.staf, oleh=akun(self.staf), isi=isi, berkas=berkas("satu"))
        self.assertEqual(SertifikatLuar.objects.count(), 1)
        self.assertEqual(CatatanAudit.objects.filter(aksi="pelatihan.sertifikat.kirim").count(), 1)

    def test_kembar_ditolak_menurut_berkas_nomor_dan_kegiatan(self) -> None:
        self.kirim(isi="a", nomor="12/DIK/2026", judul="Arsip", penyelenggara="BKPSDM Kota")
        for isi, ubah, kata in (
            ("a", {}, "Berkas ini sudah"),
            ("b", {"nomor": " 12 / dik / 2026", "penyelenggara": "bkpsdm kota"}, "nomor dan penyelenggara"),
            (
                "c",
                {"judul": "ARSIP", "penyelenggara": "BKPSDM Kota", "bentuk": bentuk("seminar")},
                "apa pun sebutan bentuknya",
            ),
        ):
            with self.subTest(kata), self.assertRaisesMessage(ProsesDitolak, kata):
                self.kirim(isi=isi, **ubah)
        self.assertEqual(SertifikatLuar.objects.count(), 1)

    def test_basis_data_sendiri_menolak_nomor_kembar(self) -> None:
        """Without the process in between: the rule is the database's."""
        satu = self.kirim()
        satu.pk, satu.uuid, satu.sidik, satu.kunci_kegiatan = None, uuid4(), "f" * 64, "lain"
        with self.assertRaises(IntegrityError), transaction.atomic():
            satu.save(force_insert=True)
        satu.kunci_nomor = "lain"
        satu.save(force_insert=True)

    def test_tanpa_nomor_dan_milik_orang_lain_bukan_kembar(self) -> None:
        self.kirim(nomor="", isi="a")
        self.kirim(nomor="-", isi="b")
        self.kirim(self.pppk, isi="a")
        self.assertEqual(SertifikatLuar.objects.count(), 3)

    def test_yang_ditolak_boleh_dikirim_lagi(self) -> None:
        satu = self.kirim(isi="a", nomor="9")
        tolak_sertifikat(sertifikat=satu, oleh=self.pengelola, alasan="Buram.")
        self.kirim(isi="a", nomor="9")

    def test_isian_yang_tidak_mungkin(self) -> None:
        for ubah, kata in (
            ({"selesai": date(2026, 5, 3)}, "mendahului"),
            ({"selesai": date(2026, 9, 16)}, "belum selesai"),
            ({"tanggal_sertifikat": date(2026, 9, 16)}, "belum tiba"),
            ({"hari": 4}, "lebih banyak"),
            ({"jp_program": None}, "menit belajarnya"),
            ({"jp_program": None, "menit": 44}, "nol"),
            ({"bentuk": bentuk("coaching")}, "belum diperiksa dengan peraturan"),
            ({"judul": "  "}, "Tulis judul"),
        ):
            with self.subTest(kata), self.assertRaisesMessage(ProsesDitolak, kata):
                self.kirim(**ubah)
        self.assertEqual(SertifikatLuar.objects.count(), 0)

    def test_hanya_pemilik_yang_mengirim(self) -> None:
        with self.assertRaises(ProsesDitolak):
            kirim_sertifikat(
                kode=uuid4(), pegawai=self.staf, oleh=self.pengelola, isi=isi_sertifikat(), berkas=berkas()
            )

    def test_berkas_lain_jenis_ditolak(self) -> None:
        with self.assertRaises(ProsesDitolak):
            kirim_sertifikat(
                kode=uuid4(),
                pegawai=self.staf,
                oleh=akun(self.staf),
                isi=isi_sertifikat(),
                berkas=ContentFile(b"<html></html>", name="sertifikat.pdf"),
            )


class PeriksaTests(UjiPelatihan):
    def test_verifikasi_menulis_satu_catatan_jp(self) -> None:
        satu = buat_sertifikat(self.staf)
        verifikasi_sertifikat(sertifikat=satu, oleh=self.pengelola)
        with self.assertRaisesMessage(ProsesDitolak, "sudah berstatus terverifikasi"):
            verifikasi_sertifikat(sertifikat=satu, oleh=self.pengelola)
        self.assertEqual(list(RiwayatJP.objects.values_list("jp", "pegawai")), [(D(10), self.staf.pk)])
        self.assertTrue(Notifikasi.objects.filter(penerima=self.staf.pengguna).exists())

    def test_pemilik_dan_orang_lain_tidak_memeriksa(self) -> None:
        akun(self.staf).pengelola = True
        akun(self.staf).save()
        satu = buat_sertifikat(self.staf)
        for oleh in (akun(self.staf), akun(self.kantor.kasi), self.asing):
            with self.subTest(oleh.nama), self.assertRaises(ProsesDitolak):
                verifikasi_sertifikat(sertifikat=satu, oleh=oleh)
        self.assertEqual(RiwayatJP.objects.count(), 0)

    def test_sebelum_diperiksa_tidak_dihitung(self) -> None:
        buat_sertifikat(self.staf)
        ringkasan = jp_satu(self.staf, hari_ini())
        assert ringkasan.saldo is not None
        self.assertEqual((ringkasan.saldo.diakui, ringkasan.saldo.kekurangan), (0, 20))

    def test_ditarik_pemilik_sebelum_diperiksa(self) -> None:
        satu = buat_sertifikat(self.staf)
        with self.assertRaises(ProsesDitolak):
            tarik_sertifikat(sertifikat=satu, oleh=self.pengelola, alasan="Salah.")
        tarik_sertifikat(sertifikat=satu, oleh=akun(self.staf), alasan="Salah berkas.")
        with self.assertRaises(ProsesDitolak):
            verifikasi_sertifikat(sertifikat=satu, oleh=self.pengelola)

    def test_pppk_melampaui_batas_perlu_alasan(self) -> None:
        PerjanjianKerja.objects.create(pegawai=self.pppk, mulai=date(2026, 3, 1), selesai=date(2027, 2, 28))
        buat_riwayat(self.pppk, self.pengelola, 20, date(2026, 4, 14))
        satu = buat_sertifikat(self.pppk, jp_program=D(6))
        with self.assertRaisesMessage(ProsesDitolak, "terlampaui 2,00 JP"):
            verifikasi_sertifikat(sertifikat=satu, oleh=self.pengelola)
        riwayat = verifikasi_sertifikat(sertifikat=satu, oleh=self.pengelola, alasan_melampaui="Tugas camat.")
        self.assertEqual(riwayat.alasan_melampaui, "Tugas camat.")
        saldo = jp_satu(self.pppk, hari_ini()).saldo
        assert saldo is not None
        self.assertEqual((saldo.tercatat, saldo.diakui, saldo.lebih), (26, 24, 2))

    def test_perbaikan_menyimpan_catatan_lama(self) -> None:
        lama = verifikasi_sertifikat(sertifikat=buat_sertifikat(self.staf), oleh=self.pengelola)
        baru = perbaiki_riwayat(riwayat=lama, oleh=self.pengelola, jp=D(8), alasan="Salah baca.")
        lama.refresh_from_db()
        self.assertEqual((lama.alasan_batal, baru.menggantikan_id, lama.jp), ("Salah baca.", lama.pk, 10))
        saldo = jp_satu(self.staf, hari_ini()).saldo
        assert saldo is not None
        self.assertEqual(saldo.tercatat, 8)
        for jp_baru, oleh in ((D(7), akun(self.staf)), (D(0), self.pengelola), (D("7.125"), self.pengelola)):
            with self.subTest(jp_baru), self.assertRaises(ProsesDitolak):
                perbaiki_riwayat(riwayat=baru, oleh=oleh, jp=jp_baru, alasan="Coba.")
        with self.assertRaisesMessage(ProsesDitolak, "sudah dibatalkan"):
            perbaiki_riwayat(riwayat=lama, oleh=self.pengelola, jp=D(3), alasan="Coba.")


class RingkasanTests(UjiPelatihan):
    def test_tanpa_perjanjian_atau_tanpa_aturan_bukan_nol(self) -> None:
        ringkasan = jp_satu(self.pppk, hari_ini())
        self.assertIsNone(ringkasan.saldo)
        self.assertIn("perjanjian kerja belum diisi", ringkasan.kalimat)
        cpns = pabrik.buat_pegawai(status=StatusPegawai.CPNS.value)
        self.assertIn("Belum ada aturan JP untuk CPNS", jp_satu(cpns, hari_ini()).kalimat)

    def test_kalimat_menyebut_yang_kurang_dan_sampai_kapan(self) -> None:
        buat_riwayat(self.staf, self.pengelola, D("14.4"), date(2026, 2, 2))
        self.assertEqual(
            jp_satu(self.staf, hari_ini()).kalimat, "14,4 JP dari 20 JP. Kurang 5,6 JP sampai 31 Desember 2026."
        )

    def test_pindah_unit_membawa_jp(self) -> None:
        buat_riwayat(self.staf, self.pengelola, 12, date(2026, 2, 2))
        lain = pabrik.buat_unit(nama="Kelurahan Lain", induk=self.kantor.kecamatan)
        self.staf.penugasan.update(selesai=date(2026, 6, 14))
        pabrik.tugaskan(self.staf, pabrik.buat_jabatan(lain), mulai=date(2026, 6, 15))
        saldo = jp_satu(self.staf, hari_ini()).saldo
        assert saldo is not None
        self.assertEqual(saldo.diakui, 12)

    def test_periode_hanya_sampai_hari_terakhirnya(self) -> None:
        buat_riwayat(self.staf, self.pengelola, 5, date(2026, 3, 30))
        buat_riwayat(self.staf, self.pengelola, 7, date(2026, 7, 1))
        self.assertEqual(jp_periode([self.staf.pk], date(2026, 6, 30))[self.staf.pk][0], 5)
        self.assertEqual(jp_periode([self.staf.pk], date(2026, 9, 30))[self.staf.pk][0], 12)

    def test_jumlah_perintah_tetap(self) -> None:
        semua = [pabrik.buat_pegawai() for _ in range(5)]
        for ids in ([self.staf.pk], [satu.pk for satu in semua]):
            with self.assertNumQueries(2):
                jp(ids, hari_ini())


class SeedTests(UjiPelatihan):
    def test_yang_belum_diperiksa_tidak_dipakai(self) -> None:
        self.assertFalse(BentukPengembangan.objects.filter(terverifikasi=False, konversi_aktif=True).exists())
        aktif = set(BentukPengembangan.objects.filter(konversi_aktif=True).values_list("kode", flat=True))
        self.assertEqual(
            aktif,
            {"kepemimpinan", "manajerial", "teknis", "fungsional", "sosial-kultural", "seminar", "workshop"},
        )
        with self.assertRaises(IntegrityError), transaction.atomic():
            BentukPengembangan.objects.filter(kode="coaching").update(konversi_aktif=True)

    def test_aturan_menurut_tanggal(self) -> None:
        AturanJP.objects.create(
            status_pegawai="pns", mulai=date(2027, 1, 1), minimum=D(24), jendela="kalender", dasar_hukum="Rekaan"
        )
        self.assertEqual(jp_satu(self.staf, date(2026, 12, 31)).minimum, 20)
        self.assertEqual(jp_satu(self.staf, date(2027, 1, 1)).minimum, 24)

    def test_perjanjian_tidak_bertumpuk(self) -> None:
        PerjanjianKerja.objects.create(pegawai=self.pppk, mulai=date(2026, 3, 1), selesai=date(2027, 2, 28))
        with self.assertRaises(IntegrityError), transaction.atomic():
            PerjanjianKerja.objects.create(pegawai=self.pppk, mulai=date(2027, 2, 28), selesai=date(2028, 2, 27))
        PerjanjianKerja.objects.create(pegawai=self.pppk, mulai=date(2027, 3, 1), selesai=date(2028, 2, 29))
