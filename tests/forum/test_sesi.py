"""Sessions: series, steps, readiness, agenda."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.test import TestCase

from forum.models import KabarPeserta, SesiForum
from forum.perhitungan.sesi import StatusSesi
from forum.proses import agenda, seri, sesi
from forum.ringkasan.kesiapan import kesiapan
from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from tests import pabrik
from tests.forum.dasar import HARI_SESI, MULAI, SAAT, KantorForum, daftar, pada, unsur


class UjiForum(TestCase):
    k: KantorForum

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(SAAT):
            cls.k = KantorForum.buat()

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kasi = self.k.akun(self.k.kasi)


class SeriTests(UjiForum):
    def buat(self, **ubah):
        isi = {
            "nama": "Forum triwulanan",
            "ruang_lingkup": "Pelayanan administrasi",
            "frekuensi": "triwulanan",
            "selang_hari": None,
            "jadwal_acuan": date(2026, 8, 17),
            "jam_mulai": time(9),
            "lama_menit": 120,
            "tempat": "Aula",
            "boleh_hari_libur": False,
        }
        return seri.buat_seri(
            kode=ubah.pop("kode", uuid4()), unit=self.k.seksi, oleh=self.kasi, unsur_wajib=[], **(isi | ubah)
        )

    def test_draf_setahun_ke_depan_pada_hari_kerja(self):
        baru = self.buat()
        hari = [satu.hari for satu in baru.sesi.order_by("mulai")]
        # 17 November is a Tuesday; 17 May is a holiday, and 18 and 19 May cuti bersama (seeded table of 2027).
        self.assertEqual(hari, [date(2026, 11, 17), date(2027, 2, 17), date(2027, 5, 21), date(2027, 8, 18)])
        self.assertEqual({satu.status for satu in baru.sesi.all()}, {"draf"})
        self.assertEqual({satu.agenda.get().judul for satu in baru.sesi.all()}, {sesi.JUDUL_TETAP})

    def test_menyusun_lagi_tidak_menggandakan(self):
        baru = self.buat()
        self.assertEqual(seri.susun_sesi_berikut(seri=baru, oleh=self.kasi, versi=baru.versi), 0)
        self.assertEqual(baru.sesi.count(), 4)

    def test_kiriman_sama_satu_seri(self):
        kode = uuid4()
        self.assertEqual(self.buat(kode=kode).pk, self.buat(kode=kode).pk)

    def test_mengubah_satu_sesi_tidak_mengubah_yang_lain(self):
        baru = self.buat()
        pertama, kedua, *_ = baru.sesi.order_by("mulai")
        isi = self.k.isi_sesi(mulai=pertama.mulai + timedelta(hours=1), selesai=pertama.mulai + timedelta(hours=3))
        sesi.ubah_sesi(sesi=pertama, oleh=self.kasi, versi=1, unsur_wajib=[], **isi)
        kedua.refresh_from_db()
        self.assertEqual(kedua.tempat, "Aula")
        self.assertEqual(kedua.mulai.astimezone(MULAI.tzinfo).hour, 9)

    def test_ini_dan_berikutnya_hanya_bila_diminta(self):
        baru = self.buat()
        pertama, kedua, *_ = baru.sesi.order_by("mulai")
        isi = self.k.isi_sesi(mulai=pertama.mulai + timedelta(hours=1), selesai=pertama.mulai + timedelta(hours=3))
        sesi.ubah_sesi(sesi=pertama, oleh=self.kasi, versi=1, unsur_wajib=[], berikutnya=True, **isi)
        kedua.refresh_from_db()
        self.assertEqual((kedua.tempat, kedua.judul), ("Aula kecamatan", "Forum triwulanan"))
        self.assertEqual(kedua.mulai.astimezone(MULAI.tzinfo).hour, 10)
        self.assertEqual(kedua.hari, date(2027, 2, 17))

    def test_jadwal_seri_yang_sudah_bersesi_tetap(self):
        baru = self.buat()
        with self.assertRaises(ValidationError):
            seri.ubah_seri(
                seri=baru,
                oleh=self.kasi,
                versi=1,
                unsur_wajib=[],
                frekuensi="bulanan",
                selang_hari=None,
                jadwal_acuan=baru.jadwal_acuan,
            )


class LangkahTests(UjiForum):
    def test_setiap_langkah_sekali_dan_satu_catatan(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        with self.assertRaises(ValidationError) as galat:
            sesi.jadwalkan(sesi=satu, oleh=self.kasi, versi=satu.versi)
        self.assertIn("dijadwalkan", galat.exception.messages[0])
        self.assertEqual(CatatanAudit.objects.filter(aksi="forum.sesi.jadwalkan").count(), 1)

    def test_yang_tidak_berhak_ditolak(self):
        satu = self.k.sesi()
        for siapa in (self.k.staf, self.k.rekan):
            with self.assertRaises(PermissionDenied):
                sesi.jadwalkan(sesi=satu, oleh=self.k.akun(siapa), versi=1)

    def test_isi_lama_tidak_menimpa(self):
        """C69: the second of two who edit is stopped and told who was first."""
        satu = self.k.sesi()
        camat = self.k.akun(self.k.camat)
        sesi.ubah_sesi(sesi=satu, oleh=camat, versi=1, unsur_wajib=[], **self.k.isi_sesi(judul="Judul camat"))
        with self.assertRaises(ValidationError) as galat:
            sesi.ubah_sesi(sesi=satu, oleh=self.kasi, versi=1, unsur_wajib=[], **self.k.isi_sesi(judul="Judul kasi"))
        self.assertIn("Camat Uji", galat.exception.messages[0])
        self.assertEqual(SesiForum.objects.get(pk=satu.pk).judul, "Judul camat")

    def test_waktu_yang_sudah_diumumkan_hanya_ditunda_dengan_alasan(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        daftar(satu, kontak="budi@contoh.id")
        isi = self.k.isi_sesi(mulai=MULAI + timedelta(days=1), selesai=MULAI + timedelta(days=1, hours=1))
        with self.assertRaises(ValidationError):
            sesi.ubah_sesi(sesi=satu, oleh=self.kasi, versi=satu.versi, unsur_wajib=[], **isi)
        waktu = {"mulai": isi["mulai"], "selesai": isi["selesai"]}
        with self.assertRaises(ValidationError):
            sesi.tunda(sesi=satu, oleh=self.kasi, versi=satu.versi, alasan=" ", **waktu)
        satu = sesi.tunda(sesi=satu, oleh=self.kasi, versi=satu.versi, alasan="Banjir.", **waktu)
        self.assertEqual((satu.status, satu.urutan_kalender), ("ditunda", 1))
        self.assertEqual(satu.pendaftaran.get().status, "terdaftar")
        kabar = KabarPeserta.objects.get(kunci="tunda-1")
        self.assertIn("Banjir.", kabar.isi)
        self.assertTrue(Antrean.objects.filter(kunci=str(kabar.pk)).exists())

    def test_sesi_tidak_dimulai_sebelum_harinya(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        with self.assertRaises(ValidationError):
            sesi.mulai_sesi(sesi=satu, oleh=self.kasi, versi=satu.versi, yakin=True)

    def test_unsur_wajib_tanpa_undangan_perlu_pernyataan(self):
        """F02: the readiness names it; the session begins only after the explicit confirmation."""
        wajib = [unsur(kode) for kode in ("pengguna-layanan", "tokoh-masyarakat", "media-massa")]
        satu = self.k.sesi(StatusSesi.TERBUKA, unsur_wajib=wajib)
        self.k.undang(satu, "pengguna-layanan", "tokoh-masyarakat")
        siap = kesiapan(satu)
        self.assertEqual(siap.unsur_tanpa_undangan, ("media-massa",))
        with pada(HARI_SESI):
            with self.assertRaises(ValidationError) as galat:
                sesi.mulai_sesi(sesi=satu, oleh=self.kasi, versi=satu.versi)
            self.assertIn("Media massa", galat.exception.messages[0])
            satu = sesi.mulai_sesi(sesi=satu, oleh=self.kasi, versi=satu.versi, yakin=True)
        self.assertEqual(satu.status, "berlangsung")

    def test_undangan_kurang_dari_lima_hari_kerja_disebut(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        with pada(SAAT + timedelta(days=3)):
            self.k.undang(satu, "pengguna-layanan")
            self.assertIn("kurang dari 5 hari kerja", kesiapan(satu).kurang[0])

    def test_undangan_lima_hari_kerja_cukup(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        with pada(SAAT + timedelta(days=2)):  # Thursday a week before: 18, 21, 22, 23 and the day itself
            self.k.undang(satu, "pengguna-layanan")
            self.assertEqual(kesiapan(satu).kurang, ())

    def test_berakhir_sebelum_mulai_ditolak(self):
        with self.assertRaises(ValidationError):
            self.k.sesi(selesai=MULAI)


class AgendaTests(UjiForum):
    def test_acara_tetap_tidak_dihapus_dan_urutan_rapat(self):
        satu = self.k.sesi()
        tetap = satu.agenda.get()
        with self.assertRaises(ValidationError):
            agenda.hapus_acara(acara=tetap, oleh=self.kasi, versi=1)
        isi = {"judul": "Paparan", "penyaji": "Kasi", "durasi_menit": 30}
        a, b = (agenda.tambah_acara(sesi=satu, oleh=self.kasi, kode=uuid4(), **isi) for _ in range(2))
        agenda.hapus_acara(acara=a, oleh=self.kasi, versi=1)
        b.refresh_from_db()
        self.assertEqual(b.urut, 2)

    def test_usul_warga_dijawab_dengan_alasan_sekali(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        kiriman = uuid4()
        usul, kunci = agenda.usulkan_acara(sesi=satu, kiriman=kiriman, judul="Lampu jalan", uraian="Gelap di RT 3.")
        lagi, kunci_lagi = agenda.usulkan_acara(sesi=satu, kiriman=kiriman, judul="Lampu jalan", uraian="Gelap.")
        self.assertEqual((usul.pk, kunci), (lagi.pk, kunci_lagi))
        self.assertNotIn(kunci, str(vars(usul)))
        with self.assertRaises(ValidationError):
            agenda.putuskan_usul(usul=usul, oleh=self.kasi, putusan="ditolak", alasan="")
        usul = agenda.putuskan_usul(usul=usul, oleh=self.kasi, putusan="diterima", alasan="Dibahas bersama PLN.")
        self.assertEqual(str(usul.agenda), "Lampu jalan")
        with self.assertRaises(ValidationError):
            agenda.putuskan_usul(usul=usul, oleh=self.kasi, putusan="ditolak", alasan="Tidak jadi.")

    def test_usul_sesudah_batas_ditolak(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN, batas_usul=date(2026, 9, 14))
        with self.assertRaises(ValidationError):
            agenda.usulkan_acara(sesi=satu, kiriman=uuid4(), judul="Terlambat", uraian="Satu hari.")

    def test_digabung_hanya_dengan_acara_sesi_ini(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        lain = self.k.sesi()
        usul, _ = agenda.usulkan_acara(sesi=satu, kiriman=uuid4(), judul="Jalan", uraian="Rusak.")
        with self.assertRaises(ValidationError):
            agenda.putuskan_usul(
                usul=usul, oleh=self.kasi, putusan="digabung", alasan="Sama.", agenda=lain.agenda.get()
            )

    def test_acara_pertama_melaporkan_tindak_lanjut_sesi_lalu(self):
        from forum.ringkasan.aksi import status_sesi_sebelumnya

        lama = self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        baru = self.k.sesi(mulai=MULAI + timedelta(days=90), selesai=MULAI + timedelta(days=90, hours=2))
        self.assertEqual([satu.uraian for satu in status_sesi_sebelumnya(baru)], ["Susun jadwal dua petugas"])
        self.assertEqual(status_sesi_sebelumnya(lama), [])


class LibatanTests(UjiForum):
    def test_unit_lain_tidak_melihat_sesi_di_meja_kerja(self):
        satu = self.k.sesi()
        terlihat = {
            nama: SesiForum.objects.terlihat_oleh(akun).filter(pk=satu.pk).exists()
            for nama, akun in {
                "camat": self.k.akun(self.k.camat),
                "staf": self.k.akun(self.k.staf),
                "rekan": self.k.akun(self.k.rekan),
                "pengelola": self.k.pengelola,
                "warga": pabrik.buat_pengguna(nip=None, email="w@contoh.example"),
            }.items()
        }
        self.assertEqual(terlihat, {"camat": True, "staf": True, "rekan": False, "pengelola": True, "warga": False})
