"""Series with their drafts, and budgets."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import uuid4

from pelatihan.models import Kegiatan, Pendaftaran, SeriPelatihan
from pelatihan.perhitungan.anggaran import ringkas_anggaran
from pelatihan.perhitungan.jadwal import acuan_seri
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.proses import ProsesDitolak
from pelatihan.proses import seri_pelatihan as proses
from pelatihan.proses.anggaran import IsiAnggaran, tambah_anggaran, ubah_anggaran
from pelatihan.ringkasan.kegiatan import anggaran_kegiatan
from rakumpit.waktu import tanggal_lokal
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi_kegiatan import buat_anggaran, buat_kegiatan, buat_ruang, buat_sesi, saat


class SeriTests(UjiPelatihan):
    def buat(self, **ubah: Any) -> SeriPelatihan:
        isian: dict[str, Any] = {
            "nama": "Belajar bersama",
            "program": buat_kegiatan(self.kantor.seksi).program,
            "ruang": None,
            "selang_bulan": 1,
            "jadwal_acuan": date(2026, 10, 31),
            "jam_mulai": time(9),
            "lama_menit": 90,
            "kuota_maks": 20,
            "aktif": True,
        }
        return proses.buat_seri(kode=uuid4(), unit=self.kantor.seksi, oleh=self.pengelola, isi=isian | ubah)

    def hari(self, seri: SeriPelatihan) -> list[date]:
        return [tanggal_lokal(satu.sesi.get().mulai) for satu in seri.kegiatan.order_by("tanggal_acuan")]

    def test_bulan_pendek_tidak_menggeser_bulan_berikutnya(self) -> None:
        self.assertEqual(
            [acuan_seri(date(2027, 1, 31), 1, urut) for urut in range(4)],
            [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)],
        )
        self.assertEqual(acuan_seri(date(2028, 1, 31), 1, 1), date(2028, 2, 29))

    def test_hari_libur_bergeser_ke_hari_kerja_berikutnya(self) -> None:
        """31 October 2026 is a Saturday, 31 January 2027 a Sunday, 28 February 2027 a Sunday."""
        seri = self.buat()
        self.assertEqual(
            list(seri.kegiatan.order_by("tanggal_acuan").values_list("tanggal_acuan", flat=True)),
            [date(2026, 10, 31), date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28)],
        )
        self.assertEqual(
            self.hari(seri),
            [date(2026, 11, 2), date(2026, 11, 30), date(2026, 12, 31), date(2027, 2, 1), date(2027, 3, 1)],
        )

    def test_draf_tidak_disusun_dua_kali_dan_yang_hilang_dilengkapi(self) -> None:
        seri = self.buat()
        awal = set(seri.kegiatan.values_list("pk", flat=True))
        self.assertEqual(proses.susun_seri(seri=seri, oleh=self.pengelola, versi=1), 0)
        self.assertEqual(set(seri.kegiatan.values_list("pk", flat=True)), awal)

    def test_mengubah_satu_tidak_mengubah_yang_lain(self) -> None:
        seri = self.buat()
        lama = list(Kegiatan.objects.filter(seri=seri).values("pk", "judul", "kuota_maks", "versi"))
        isi = {nama: getattr(seri, nama) for nama in proses.ISI}
        proses.ubah_seri(seri=seri, oleh=self.pengelola, versi=1, isi=isi | {"nama": "Nama baru", "kuota_maks": 5})
        self.assertEqual(list(Kegiatan.objects.filter(seri=seri).values("pk", "judul", "kuota_maks", "versi")), lama)
        with self.assertRaisesMessage(ProsesDitolak, "sudah punya kegiatan"):
            proses.ubah_seri(seri=seri, oleh=self.pengelola, versi=2, isi=isi | {"jadwal_acuan": date(2026, 10, 1)})

    def test_seri_yang_dihentikan_tidak_menyusun_dan_tidak_menghapus(self) -> None:
        seri = self.buat()
        isi = {nama: getattr(seri, nama) for nama in proses.ISI} | {"aktif": False}
        proses.ubah_seri(seri=seri, oleh=self.pengelola, versi=1, isi=isi)
        with self.assertRaisesMessage(ProsesDitolak, "sudah dihentikan"):
            proses.susun_seri(seri=seri, oleh=self.pengelola, versi=2)
        self.assertEqual(seri.kegiatan.count(), 5)

    def test_ruang_yang_terpakai_tidak_menghilangkan_draf(self) -> None:
        ruang = buat_ruang(self.kantor.seksi)
        buat_sesi(buat_kegiatan(self.kantor.seksi), saat("2026-11-30", "09:00"), ruang=ruang)
        seri = self.buat(ruang=ruang)
        sesi = [satu.sesi.get() for satu in seri.kegiatan.order_by("tanggal_acuan")]
        self.assertEqual([satu.ruang == ruang for satu in sesi], [True, False, True, True, True])
        self.assertEqual(sesi[1].tempat, proses.TANPA_RUANG)


class AnggaranTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = buat_kegiatan(self.kantor.seksi, self.pengelola, pagu=Decimal(1_000_000), jp=Decimal(8))

    def test_tanpa_anggaran_tanpa_jumlah(self) -> None:
        self.assertIsNone(ringkas_anggaran([], pagu=Decimal(5), peserta=3, jp=Decimal(8)))

    def test_biaya_per_peserta_dan_per_jp_menurut_realisasi_yang_lengkap(self) -> None:
        baris = [(Decimal(600_000), Decimal(500_000)), (Decimal(300_000), Decimal(250_000))]
        hasil = ringkas_anggaran(baris, pagu=Decimal(1_000_000), peserta=7, jp=Decimal(8))
        assert hasil is not None
        self.assertEqual((hasil.rencana, hasil.realisasi, hasil.belum), (900_000, 750_000, 0))
        # 750.000 / 7 = 107.142,857…; 750.000 / 8 = 93.750
        self.assertEqual((hasil.per_peserta, hasil.per_jp, hasil.lebih), (107_143, 93_750, 0))

    def test_realisasi_yang_belum_lengkap_memakai_rencana(self) -> None:
        hasil = ringkas_anggaran([(Decimal(100), None), (Decimal(50), Decimal(80))], pagu=None, peserta=0, jp=None)
        assert hasil is not None
        self.assertEqual((hasil.realisasi, hasil.belum, hasil.menurut_rencana), (80, 1, True))
        self.assertEqual((hasil.per_peserta, hasil.per_jp), (None, None))

    def test_pagu_dilampaui_rencana_atau_realisasi(self) -> None:
        for baris, lebih in (
            ([(Decimal(100), None)], 0),
            ([(Decimal(101), None)], 1),
            ([(Decimal(90), Decimal(130))], 30),
            ([(Decimal(130), Decimal(90))], 30),
        ):
            hasil = ringkas_anggaran(baris, pagu=Decimal(100), peserta=1, jp=None)
            assert hasil is not None
            self.assertEqual(hasil.lebih, lebih)

    def test_baris_tersimpan_sekali_dan_rencana_tetap_sesudah_mulai(self) -> None:
        kode, isi = uuid4(), IsiAnggaran("honor", "Honor", Decimal(500_000))
        for _ in range(2):
            baris = tambah_anggaran(kegiatan=self.kegiatan, oleh=self.pengelola, kode=kode, isi=isi)
        self.assertEqual(self.kegiatan.anggaran.count(), 1)
        Kegiatan.objects.update(status=StatusKegiatan.BERLANGSUNG.value)
        with self.assertRaisesMessage(ProsesDitolak, "Isi realisasinya saja"):
            ubah_anggaran(anggaran=baris, oleh=self.pengelola, versi=2, isi=IsiAnggaran("honor", "Honor", Decimal(1)))
        lunas = IsiAnggaran("honor", "Honor", Decimal(500_000), Decimal(450_000))
        self.assertEqual(
            ubah_anggaran(anggaran=baris, oleh=self.pengelola, versi=2, isi=lunas).realisasi, Decimal(450_000)
        )
        Kegiatan.objects.update(status=StatusKegiatan.SELESAI.value)
        with self.assertRaisesMessage(ProsesDitolak, "sudah selesai"):
            ubah_anggaran(anggaran=baris, oleh=self.pengelola, versi=3, isi=lunas)

    def test_yang_tidak_hadir_bukan_peserta(self) -> None:
        buat_anggaran(self.kegiatan, realisasi=Decimal(400_000))
        for pegawai, status in ((self.staf, "hadir"), (self.pppk, "tidak_hadir")):
            Pendaftaran.objects.create(
                kegiatan=self.kegiatan, pegawai=pegawai, status=status, didaftarkan_oleh=self.pengelola
            )
        jumlah = anggaran_kegiatan(self.kegiatan).jumlah
        assert jumlah is not None
        self.assertEqual(jumlah.per_peserta, Decimal(400_000))
