"""Places: capacity, waiting list, promotion, secret links, attendance."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.core import mail
from django.core.exceptions import ValidationError
from django.db import Error, transaction

from forum.models import KabarPeserta, Kehadiran, Pendaftaran
from forum.perhitungan.sesi import StatusSesi
from forum.proses import sesi
from forum.proses.kabar import kirim_kabar
from forum.proses.kehadiran import batalkan_kehadiran, hadirkan_pendaftar
from forum.proses.kunci import sidik_kunci
from forum.proses.pendaftaran import batalkan_pendaftaran, urutan_tunggu
from rakumpit.audit.models import CatatanAudit
from tests.forum.dasar import HARI_SESI, daftar, pada, unsur
from tests.forum.test_sesi import UjiForum


def keadaan(satu) -> list[str]:
    return list(satu.pendaftaran.order_by("pk").values_list("status", flat=True))


class DaftarTests(UjiForum):
    def setUp(self) -> None:
        super().setUp()
        self.satu = self.k.sesi(StatusSesi.TERBUKA, kapasitas=1)

    def ubah(self, **isi):
        self.satu.refresh_from_db()
        return sesi.ubah_sesi(
            sesi=self.satu, oleh=self.kasi, versi=self.satu.versi, unsur_wajib=[], **self.k.isi_sesi(**isi)
        )

    def test_kiriman_sama_satu_tempat_dan_tautan_sama(self):
        kiriman = uuid4()
        a = daftar(self.satu, kiriman=kiriman, kontak="081234567890")
        b = daftar(self.satu, kiriman=kiriman, kontak="081234567890")
        self.assertEqual((a.pendaftaran.pk, a.kunci), (b.pendaftaran.pk, b.kunci))
        self.assertEqual(Pendaftaran.objects.count(), 1)

    def test_kunci_hanya_disimpan_sebagai_sidik(self):
        hasil = daftar(self.satu)
        baris = Pendaftaran.objects.get()
        self.assertEqual(baris.sidik_kunci, sidik_kunci(hasil.kunci))
        self.assertNotIn(hasil.kunci, str(vars(baris)))
        self.assertFalse(baris.tampil_nama)

    def test_orang_yang_sama_dua_kali_ditolak(self):
        """C71, in another spelling of the same number."""
        daftar(self.satu, kontak="0812-3456-7890")
        with self.assertRaises(ValidationError):
            daftar(self.satu, kontak="+62 812 3456 7890")

    def test_batal_menaikkan_yang_pertama_menunggu_sekali(self):
        """C72: A in, B and C wait; A cancels, B moves up, B cancels, C is in; each step once in the trail."""
        a, b, c = (daftar(self.satu, nama) for nama in "ABC")
        self.assertEqual(keadaan(self.satu), ["terdaftar", "menunggu", "menunggu"])
        self.assertEqual(urutan_tunggu(c.pendaftaran), 2)
        batalkan_pendaftaran(pendaftaran=a.pendaftaran)
        self.assertEqual(keadaan(self.satu), ["batal", "terdaftar", "menunggu"])
        batalkan_pendaftaran(pendaftaran=b.pendaftaran)
        batalkan_pendaftaran(pendaftaran=b.pendaftaran)
        self.assertEqual(keadaan(self.satu), ["batal", "batal", "terdaftar"])
        self.assertEqual(CatatanAudit.objects.filter(aksi="forum.pendaftaran.naik").count(), 2)
        self.assertEqual(CatatanAudit.objects.filter(aksi="forum.pendaftaran.batal").count(), 2)

    def test_kapasitas_tidak_turun_di_bawah_yang_terisi_dan_naik_menurut_urutan(self):
        """C74."""
        self.ubah(kapasitas=20)
        for n in range(18):
            daftar(self.satu, f"Warga {n}")
        with self.assertRaises(ValidationError) as galat:
            self.ubah(kapasitas=15)
        self.assertIn("18 kursi", galat.exception.messages[0])
        self.ubah(kapasitas=18)
        menunggu = [daftar(self.satu, f"Tunggu {n}") for n in range(3)]
        self.ubah(kapasitas=20)
        self.assertEqual(keadaan(self.satu)[18:], ["terdaftar", "terdaftar", "menunggu"])
        self.assertEqual(KabarPeserta.objects.filter(kunci="naik").count(), 2)
        self.ubah(kapasitas=25)
        self.assertEqual(keadaan(self.satu)[18:], ["terdaftar"] * 3)
        self.assertEqual(
            KabarPeserta.objects.filter(pendaftaran__in=[satu.pendaftaran for satu in menunggu], kunci="naik").count(),
            3,
        )

    def test_pendamping_dihitung_dan_tidak_menyalip(self):
        self.ubah(kapasitas=3)
        daftar(self.satu, "A", pendamping=1)
        daftar(self.satu, "B", pendamping=1)  # needs two, one is left
        daftar(self.satu, "C")  # would fit, but B came first
        self.assertEqual(keadaan(self.satu), ["terdaftar", "menunggu", "menunggu"])

    def test_lebih_banyak_dari_seluruh_kursi_ditolak(self):
        with self.assertRaises(ValidationError):
            daftar(self.satu, pendamping=1)

    def test_tidak_menerima_sebelum_dibuka_dan_sesudah_dimulai(self):
        with self.assertRaises(ValidationError):
            daftar(self.k.sesi(StatusSesi.DIJADWALKAN))
        with pada(HARI_SESI + timedelta(hours=1)), self.assertRaises(ValidationError):
            daftar(self.satu)

    def test_kabar_dikirim_sekali_hanya_ke_email(self):
        daftar(self.satu, kontak="budi@contoh.id")
        daftar(self.satu, kontak="081200000000")
        for kabar in KabarPeserta.objects.all():
            kirim_kabar(kabar.pk)
            kirim_kabar(kabar.pk)
        self.assertEqual([surat.to for surat in mail.outbox], [["budi@contoh.id"]])
        self.assertNotIn("\n", mail.outbox[0].subject)

    def test_catatan_audit_tanpa_kontak(self):
        daftar(self.satu, "Siti Rahasia", kontak="siti@contoh.id")
        catatan = CatatanAudit.objects.filter(aksi="forum.pendaftaran.daftar").select_related("nilai").get()
        self.assertNotIn("siti", f"{vars(catatan)}{vars(catatan.nilai)}".lower())

    def test_emoji_tersimpan_utuh(self):
        """C49."""
        hasil = daftar(self.satu, "Ibu 🌿 Dewi", kebutuhan="Kursi roda ♿")
        baris = Pendaftaran.objects.get(pk=hasil.pendaftaran.pk)
        self.assertEqual((baris.nama, baris.kebutuhan), ("Ibu 🌿 Dewi", "Kursi roda ♿"))


class HadirTests(UjiForum):
    def test_hanya_sesi_yang_berjalan(self):
        """C97: not before it begins, not with a code of another session, not after it is signed."""
        satu = self.k.sesi(StatusSesi.TERBUKA)
        baris = daftar(satu).pendaftaran
        staf = self.k.akun(self.k.staf)
        with self.assertRaises(ValidationError):
            hadirkan_pendaftar(pendaftaran=baris, oleh=staf)
        with pada(HARI_SESI):
            sesi.mulai_sesi(sesi=satu, oleh=self.kasi, versi=satu.versi, yakin=True)
            a = hadirkan_pendaftar(pendaftaran=baris, oleh=staf)
            b = hadirkan_pendaftar(pendaftaran=baris, oleh=staf)
        self.assertEqual((a.pk, a.sesi_id), (b.pk, satu.pk))

    def test_dibatalkan_dengan_alasan_lalu_dicatat_lagi(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        baris = daftar(satu).pendaftaran
        staf = self.k.akun(self.k.staf)
        with pada(HARI_SESI):
            sesi.mulai_sesi(sesi=satu, oleh=self.kasi, versi=satu.versi, yakin=True)
            a = hadirkan_pendaftar(pendaftaran=baris, oleh=staf)
            with self.assertRaises(ValidationError):
                batalkan_kehadiran(kehadiran=a, oleh=staf, alasan="")
            batalkan_kehadiran(kehadiran=a, oleh=staf, alasan="Salah orang.")
            hadirkan_pendaftar(pendaftaran=baris, oleh=staf)
        self.assertEqual(Kehadiran.objects.filter(sesi=satu, alasan_batal="").count(), 1)

    def test_nama_sama_dari_lembaga_sama_diberi_tahu(self):
        """C109."""
        satu = self.k.sesi(StatusSesi.BERLANGSUNG)
        self.k.hadir(satu, "Ma'rifah")
        with self.assertRaises(ValidationError):
            self.k.hadir(satu, "ma'rifah ")
        self.k.hadir(satu, "Ma'rifah", instansi="RT 09")

    def test_sesudah_ditandatangani_ditolak_juga_oleh_basis_data(self):
        """F08."""
        satu = self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        with self.assertRaises(ValidationError):
            self.k.hadir(satu, "Terlambat")
        baris = Kehadiran.objects.filter(sesi=satu)[0]
        for ubah in (
            lambda: Kehadiran.objects.filter(sesi=satu).update(nama="Lain"),
            lambda: Kehadiran.objects.filter(sesi=satu).delete(),
            lambda: Kehadiran.objects.create(
                kiriman=uuid4(), sesi=satu, nama="X", unsur=unsur("lainnya"), cara="qr", dicatat_oleh=baris.dicatat_oleh
            ),
        ):
            with self.assertRaises(Error), transaction.atomic():
                ubah()
