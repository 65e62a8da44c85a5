"""Reminders: at their times, to whom, once, and again by the new time of a session that moved."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test.utils import CaptureQueriesContext

from pelatihan.models import Kegiatan, Narasumber, NarasumberSesi, Pendaftaran, PilihanPendaftaran, SesiKegiatan
from pelatihan.perhitungan.kegiatan import pengingat_kini
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.pendaftaran import mendaftar
from pelatihan.proses.pengingat import ingatkan
from pelatihan.proses.pilihan_pendaftaran import IsiPilihan, atur_pendaftaran
from pelatihan.tasks import ingatkan_kegiatan
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.waktu import WIB
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_pendaftaran import MULAI, buat_sesi, buka_kegiatan
from tests.survei.dasar import pada

HARI, JAM = timedelta(days=1), timedelta(hours=1)


class PengingatTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = buka_kegiatan(self.kantor.seksi)
        mendaftar(kegiatan=self.kegiatan, pegawai=[self.staf], oleh=akun(self.staf))
        Pendaftaran.objects.update(mendaftar_pada=datetime(2026, 9, 15, 9, tzinfo=WIB))

    def kirim(self, saat: datetime) -> int:
        with pada(saat):
            return ingatkan()

    def pilih(self, **ubah: object) -> None:
        PilihanPendaftaran.objects.update_or_create(kegiatan=self.kegiatan, defaults=ubah)

    def test_tiga_hari_satu_hari_dua_jam_masing_masing_sekali(self) -> None:
        saat = [MULAI - 3 * HARI - timedelta(minutes=1), MULAI - 3 * HARI, MULAI - 2 * HARI, MULAI - HARI]
        saat += [MULAI - 3 * JAM, MULAI - 2 * JAM, MULAI - JAM, MULAI, MULAI + HARI]
        self.assertEqual([self.kirim(satu) for satu in saat], [0, 1, 0, 1, 0, 1, 0, 0, 0])
        kabar = Notifikasi.objects.filter(judul__startswith="Pengingat:")
        self.assertEqual(
            set(kabar.values_list("judul", flat=True)),
            {f"Pengingat: {self.kegiatan.judul}, 5 Oktober 2026 pukul 08.00 WIB"},
        )

    def test_pekerja_yang_terlambat_hanya_mengirim_yang_terdekat(self) -> None:
        self.assertEqual([self.kirim(MULAI - JAM), self.kirim(MULAI - JAM)], [1, 0])

    def test_waktu_berubah_diingatkan_lagi_menurut_waktu_baru(self) -> None:
        self.assertEqual(self.kirim(MULAI - HARI), 1)
        baru = DateTimeTZRange(MULAI + 7 * HARI, MULAI + 7 * HARI + 3 * JAM)
        SesiKegiatan.objects.filter(kegiatan=self.kegiatan).update(waktu=baru, waktu_ruang=baru)
        self.assertEqual([self.kirim(MULAI - 2 * JAM), self.kirim(MULAI + 6 * HARI)], [0, 1])

    def test_narasumber_pegawai_diingatkan_dari_luar_tidak(self) -> None:
        sesi = self.kegiatan.sesi.get()
        orang = Narasumber.objects.create(nama="Kasi", pegawai=self.kantor.kasi)
        for satu in (orang, Narasumber.objects.create(nama="Luar")):
            NarasumberSesi.objects.create(sesi=sesi, narasumber=satu, waktu=sesi.waktu)
        self.assertEqual(self.kirim(MULAI - HARI), 2)
        self.assertIn("narasumber", Notifikasi.objects.get(penerima=self.kantor.kasi.pengguna).isi)

    def test_yang_menunggu_kursi_atau_baru_mendaftar_tidak_diingatkan(self) -> None:
        Pendaftaran.objects.update(mendaftar_pada=MULAI - HARI + timedelta(minutes=1))
        self.assertEqual(self.kirim(MULAI - 20 * JAM), 0)
        Pendaftaran.objects.update(status="daftar_tunggu", mendaftar_pada=MULAI - 9 * HARI)
        self.assertEqual(self.kirim(MULAI - 20 * JAM), 0)

    def test_setiap_sesi_atau_hanya_yang_pertama(self) -> None:
        buat_sesi(self.kegiatan, MULAI + 5 * HARI)
        self.assertEqual(self.kirim(MULAI + 4 * HARI), 1)
        self.pilih(setiap_sesi=False)
        self.assertEqual([self.kirim(MULAI - JAM), self.kirim(MULAI + 5 * HARI - JAM)], [1, 0])

    def test_kegiatan_mematikan_atau_memilih_waktu_sendiri(self) -> None:
        self.pilih(pengingat=False)
        self.assertEqual(self.kirim(MULAI - HARI), 0)
        self.pilih(pengingat=True, pengingat_menit=[7 * 24 * 60], teks_pengingat="Bawa laptop.")
        self.assertEqual([self.kirim(MULAI - 8 * HARI), self.kirim(MULAI - 7 * HARI)], [0, 1])
        self.assertIn("Bawa laptop.", Notifikasi.objects.get(judul__startswith="Pengingat:").isi)

    def test_kegiatan_ditunda_atau_sesi_batal_diam(self) -> None:
        SesiKegiatan.objects.update(batal=True)
        self.assertEqual(self.kirim(MULAI - HARI), 0)
        SesiKegiatan.objects.update(batal=False)
        Kegiatan.objects.update(status="ditunda", alasan="Banjir.")
        self.assertEqual(self.kirim(MULAI - HARI), 0)

    def test_putaran_tanpa_kabar_baru_memakai_perintah_yang_sama(self) -> None:
        def hitung() -> int:
            self.kirim(MULAI - HARI)
            with CaptureQueriesContext(connection) as kueri:
                self.kirim(MULAI - HARI)
            return len(kueri)

        awal = hitung()
        for _ in range(4):
            kegiatan = buka_kegiatan(self.kantor.seksi)
            mendaftar(kegiatan=kegiatan, pegawai=[pabrik.buat_pegawai()], oleh=self.pengelola)
        Pendaftaran.objects.update(mendaftar_pada=datetime(2026, 9, 15, 9, tzinfo=WIB))
        self.assertEqual(hitung(), awal)

    def test_tugas_celery_mengirim(self) -> None:
        with pada(MULAI - HARI):
            self.assertEqual(ingatkan_kegiatan(), 1)

    def test_urutan_hanya_dipilih_sebelum_dibuka(self) -> None:
        isi = IsiPilihan("belum_pernah", True, True, [120], "")
        with self.assertRaisesMessage(ProsesDitolak, "sebelum pendaftaran dibuka"):
            atur_pendaftaran(kegiatan=self.kegiatan, oleh=self.pengelola, versi=0, isi=isi)
        lain = buka_kegiatan(self.kantor.seksi, status="disetujui")
        atur_pendaftaran(kegiatan=lain, oleh=self.pengelola, versi=0, isi=isi)
        with self.assertRaisesMessage(ProsesDitolak, "diubah orang lain"):
            atur_pendaftaran(kegiatan=lain, oleh=self.pengelola, versi=0, isi=isi)
        with self.assertRaises(ProsesDitolak):
            atur_pendaftaran(kegiatan=lain, oleh=akun(self.staf), versi=1, isi=isi)

    def test_pengingat_yang_berlaku(self) -> None:
        menit = [120, 1440]
        self.assertIsNone(pengingat_kini(MULAI - 2 * HARI, MULAI, menit))
        self.assertEqual(pengingat_kini(MULAI - HARI, MULAI, menit), 1440)
        self.assertEqual(pengingat_kini(MULAI - 2 * JAM, MULAI, menit), 120)
        self.assertIsNone(pengingat_kini(MULAI, MULAI, menit))
