"""Pages of attendance: scan, digits, projector, list of the organiser, presses without a line, paper."""

from __future__ import annotations

from datetime import timedelta

from django.core.cache import cache
from django.core.signing import TimestampSigner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pelatihan.models import Kehadiran, Pendaftaran
from pelatihan.perhitungan.kehadiran import kode_qr, pin
from pelatihan.proses.kehadiran import hadirkan, rahasia_sesi
from pelatihan.proses.kehadiran_luring import tanda_luring
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.pelatihan.isi import akun
from tests.pelatihan.test_kehadiran import UjiHadir
from tests.survei.dasar import SAAT, pada


class UjiHalamanHadir(UjiHadir):
    def setUp(self) -> None:
        super().setUp()
        cache.clear()
        self.sesi = self.acara.sesi[0]
        self.rahasia = rahasia_sesi(self.sesi)

    def masuk(self, siapa: Pengguna) -> None:
        self.client.force_login(siapa)

    def alamat(self, nama: str, *argumen: object) -> str:
        return reverse(f"pelatihan:{nama}", args=argumen or (self.sesi.uuid,))


class UjiPindai(UjiHalamanHadir):
    def test_pindai_masuk_lalu_tekan(self) -> None:
        """Not signed in: the scan is kept, the sign-in leads back, the press records (moodle #423)."""
        pindai = self.alamat("hadir_pindai", self.sesi.uuid, kode_qr(self.rahasia, SAAT))
        jawab = self.client.get(pindai)
        self.assertRedirects(jawab, self.alamat("hadir"), fetch_redirect_response=False)
        masuk = self.client.get(self.alamat("hadir"))
        self.assertRedirects(masuk, f"/masuk/?next={self.alamat('hadir')}", fetch_redirect_response=False)
        self.client.post("/masuk/", {"login": akun(self.staf).nip, "password": pabrik.SANDI})
        with pada(SAAT + timedelta(minutes=5)):
            self.assertContains(self.client.get(self.alamat("hadir")), "Kode sudah dipindai")
            self.assertEqual(Kehadiran.objects.count(), 0)
            jawab = self.client.post(self.alamat("hadir"), follow=True)
        self.assertContains(jawab, "tercatat")
        satu = Kehadiran.objects.get()
        self.assertEqual((satu.pendaftaran.pegawai, satu.cara, satu.datang), (self.staf, "qr", SAAT))

    def test_kode_lama_tidak_membuka_apa_pun(self) -> None:
        lama = kode_qr(self.rahasia, SAAT - timedelta(minutes=5))
        jawab = self.client.get(self.alamat("hadir_pindai", self.sesi.uuid, lama))
        self.assertEqual(jawab.status_code, 410)
        self.assertContains(jawab, "Belum ada yang dicatat", status_code=410)

    def test_bukan_peserta_diberi_tahu_sebelum_menekan(self) -> None:
        self.masuk(akun(self.kantor.kasi))
        self.client.get(self.alamat("hadir_pindai", self.sesi.uuid, kode_qr(self.rahasia, SAAT)))
        jawab = self.client.get(self.alamat("hadir"))
        self.assertContains(jawab, "tidak terdaftar")
        self.assertNotContains(jawab, "Saya hadir")
        jawab = self.client.post(self.alamat("hadir"))
        self.assertEqual((jawab.status_code, Kehadiran.objects.count()), (409, 0))

    def test_pindaian_sesi_lain_tidak_dipakai(self) -> None:
        """S09 through the pages: a scan of session 1 opens nothing in session 2, and neither does its digits."""
        self.masuk(akun(self.staf))
        self.client.get(self.alamat("hadir_pindai", self.sesi.uuid, kode_qr(self.rahasia, SAAT)))
        dua = self.alamat("hadir", self.acara.sesi[1].uuid)
        self.assertEqual(self.client.post(dua).status_code, 422)
        self.assertEqual(self.client.post(dua, {"pin": pin(self.rahasia, SAAT)}).status_code, 409)
        benar = self.client.post(dua, {"pin": pin(rahasia_sesi(self.acara.sesi[1]), SAAT)})
        self.assertContains(benar, "belum menerima kehadiran", status_code=409)
        self.assertEqual(Kehadiran.objects.count(), 0)

    def test_angka_dibatasi_dan_yang_benar_tidak_menghabiskan(self) -> None:
        self.masuk(akun(self.staf))
        for _ in range(4):
            self.assertEqual(self.client.post(self.alamat("hadir"), {"pin": "000000"}).status_code, 409)
        benar = {"pin": pin(self.rahasia, SAAT)}
        self.assertEqual(self.client.post(self.alamat("hadir"), benar).status_code, 302)
        self.assertEqual(self.client.post(self.alamat("hadir"), {"pin": "000000"}).status_code, 409)
        self.assertEqual(self.client.post(self.alamat("hadir"), benar).status_code, 429)

    def test_layar_berganti_tanpa_skrip_dan_dapat_dihentikan(self) -> None:
        self.masuk(self.pengelola)
        with pada(SAAT + timedelta(seconds=10)):
            jawab = self.client.get(self.alamat("layar"))
        angka = pin(self.rahasia, SAAT)
        self.assertContains(jawab, f"{angka[:3]} {angka[3:]}")
        self.assertEqual((jawab["Refresh"], jawab["Cache-Control"]), ("20", "no-store, private"))
        self.assertNotIn("Refresh", self.client.get(self.alamat("layar") + "?diam=1"))

    def test_halaman_peserta(self) -> None:
        self.masuk(akun(self.staf))
        hadirkan(sesi=self.sesi, pendaftaran=self.acara.peserta[0], oleh=self.pengelola)
        jawab = self.client.get(self.alamat("ikut", self.acara.kegiatan.uuid))
        self.assertContains(jawab, "Belum tercatat", count=3)
        self.assertContains(self.client.get(self.alamat("hadir")), "Kehadiran Anda tercatat")


class UjiDaftarPanitia(UjiHalamanHadir):
    def setUp(self) -> None:
        super().setUp()
        self.masuk(self.pengelola)

    def test_satu_tekan_dan_pencarian_tetap(self) -> None:
        jawab = self.client.post(
            self.alamat("kehadiran_sesi") + "?q=Staf", {"peserta": self.acara.peserta[0].uuid}, follow=True
        )
        self.assertContains(jawab, "tercatat hadir")
        self.assertContains(jawab, 'value="Staf"')
        self.assertEqual(Kehadiran.objects.count(), 1)

    def test_bukan_peserta_tidak_tercatat(self) -> None:
        lain = Pendaftaran.objects.create(
            kegiatan=self.acara.kegiatan, pegawai=self.kantor.kasi, status="batal", didaftarkan_oleh=self.pengelola
        )
        jawab = self.client.post(self.alamat("kehadiran_sesi"), {"peserta": lain.uuid})
        self.assertContains(jawab, "tidak terdaftar", status_code=409)
        self.assertEqual(Kehadiran.objects.count(), 0)

    def luring(self, **ubah: object) -> tuple[int, dict[str, object]]:
        isi = {
            "peserta": self.acara.peserta[0].uuid,
            "tanda": tanda_luring(self.sesi, self.acara.peserta[0], self.pengelola),
            "datang": "2026-09-15T02:03:00.000Z",
        }
        jawab = self.client.post(self.alamat("kehadiran_sesi"), isi | ubah, headers={"Accept": "application/json"})
        return jawab.status_code, jawab.json()

    def test_yang_menunggu_di_perangkat_tercatat_dengan_waktunya(self) -> None:
        with pada(SAAT + timedelta(hours=5)):
            self.assertEqual(self.luring(), (200, {"tercatat": True, "pesan": ""}))
            self.assertEqual(self.luring(), (200, {"tercatat": True, "pesan": ""}))
        satu = Kehadiran.objects.get()
        self.assertEqual((satu.datang, satu.terlambat_menit), (SAAT + timedelta(minutes=3), 3))

    def test_tanda_palsu_milik_lain_dan_kedaluwarsa_ditolak(self) -> None:
        lain = tanda_luring(self.sesi, self.acara.peserta[1], self.pengelola)
        asing = tanda_luring(self.sesi, self.acara.peserta[0], akun(self.kantor.camat))
        sesi_lain = tanda_luring(self.acara.sesi[1], self.acara.peserta[0], self.pengelola)
        garam_lain = TimestampSigner(salt="lain").sign(lain.rsplit(":", 2)[0])
        with pada(SAAT + timedelta(hours=1)):
            for tanda in (lain, asing, sesi_lain, garam_lain, "x", lain[:-1]):
                kode, isi = self.luring(tanda=tanda)
                self.assertEqual((kode, isi["tercatat"]), (409, False), tanda)
        self.assertEqual(Kehadiran.objects.count(), 0)

    def test_waktu_di_luar_sesi_ditolak_juga_dari_perangkat(self) -> None:
        with pada(SAAT + timedelta(hours=5)):
            kode, isi = self.luring(datang="2026-09-14T02:03:00.000Z")
        self.assertEqual((kode, isi["tercatat"]), (409, False))
        self.assertEqual(Kehadiran.objects.count(), 0)

    def test_kode_peserta_membuka_barisnya_di_sesi_yang_berjalan(self) -> None:
        kode = self.acara.peserta[0].uuid
        for menit, sesi in ((0, 0), (70, 1)):
            with pada(SAAT + timedelta(minutes=menit)):
                jawab = self.client.get(self.alamat("hadir_peserta", kode))
            tujuan = f"{self.alamat('kehadiran_sesi', self.acara.sesi[sesi].uuid)}?peserta={kode}"
            self.assertEqual(jawab["Location"], tujuan)
            self.assertContains(self.client.get(tujuan), "Lihat semua peserta")
        with pada(SAAT + timedelta(days=2)):
            jawab = self.client.get(self.alamat("hadir_peserta", kode))
        self.assertEqual(jawab["Location"], self.alamat("kehadiran", self.acara.kegiatan.uuid))

    def test_daftar_kertas_cetak_lalu_salin(self) -> None:
        self.assertEqual(self.client.get(self.alamat("daftar_hadir")).content[:5], b"%PDF-")
        isi = {"peserta": [satu.uuid for satu in self.acara.peserta]}
        self.assertRedirects(self.client.post(self.alamat("kehadiran_kertas"), isi), self.alamat("kehadiran_sesi"))
        self.assertEqual(Kehadiran.objects.filter(cara="kertas").count(), 2)
        self.assertEqual(self.client.post(self.alamat("kehadiran_kertas"), isi).status_code, 422)

    def test_perbaiki_dan_pulang(self) -> None:
        satu = hadirkan(sesi=self.sesi, pendaftaran=self.acara.peserta[0], oleh=self.pengelola)
        self.assertEqual(self.client.post(self.alamat("kehadiran_pulang", satu.uuid)).status_code, 302)
        isi = {"hadir": "tidak", "terlambat": "0", "pulang_awal": "0", "alasan": "Salah orang."}
        alamat = self.alamat("kehadiran_perbaiki", satu.uuid)
        self.assertRedirects(self.client.post(alamat, isi), self.alamat("kehadiran_sesi"))
        self.assertEqual(self.client.post(alamat, isi).status_code, 409)
        self.assertContains(self.client.get(self.alamat("kehadiran_sesi")), "Salah orang.")

    def test_jumlah_kueri_tetap(self) -> None:
        halaman = (self.alamat("kehadiran_sesi"), self.alamat("kehadiran", self.acara.kegiatan.uuid))
        self.client.get(halaman[0])  # writes the session's own row
        sebelum = [self._kueri(satu) for satu in halaman]
        for _ in range(10):
            peserta = Pendaftaran.objects.create(
                kegiatan=self.acara.kegiatan,
                pegawai=pabrik.buat_pegawai(),
                status="terdaftar",
                didaftarkan_oleh=self.pengelola,
            )
            hadirkan(sesi=self.sesi, pendaftaran=peserta, oleh=self.pengelola)
        self.assertEqual([self._kueri(satu) for satu in halaman], sebelum)
        self.assertLessEqual(max(sebelum), 20)

    def _kueri(self, alamat: str) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            self.assertEqual(self.client.get(alamat).status_code, 200)
        return len(tangkap)
