"""The extension for public information, the plan for an answer, telling it, and the days of the law around them."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import SimpleTestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from forum.enums.laporan import Kanal, StatusLaporan
from forum.models import AturanTenggat, EskalasiLaporan, Laporan, TenggatLaporan
from forum.perhitungan.eskalasi import Tingkat
from forum.perhitungan.kunci import buat_kunci
from forum.perhitungan.laporan import TERJAWAB
from forum.perhitungan.tenggat import BatasWaktu, Jeda, Kalender, Satuan, hitung, hitung_semua
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_pelapor as pelapor
from forum.proses import laporan_unit as unit
from forum.proses.eskalasi_laporan import naikkan_laporan
from forum.proses.tenggat import hitung_ulang_tenggat
from forum.ringkasan.bukti_laporan import tepat_waktu
from forum.ringkasan.tampilan_laporan import TampilTenggat, tenggat_tampil
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import HariLibur
from rakumpit.waktu import hari_ini, hari_kerja, hitung_hari_kerja
from tests import pabrik
from tests.forum.isi_laporan import JAWABAN, kirim, sampai
from tests.forum.test_laporan import KantorLaporan, jam
from tests.kinerja.kantor import akun


class PerpanjanganTest(KantorLaporan):
    """Ten working days from Tuesday 5 August 2025 end on the 20th (18 August is a day off); seven more on the 29th."""

    def ppid(self, status: StatusLaporan = StatusLaporan.DIPROSES) -> Laporan:
        return sampai(
            kirim(klasifikasi="informasi"), status, pengelola=self.pengelola, petugas=self.petugas, kadar="ppid"
        )

    def aturan(self, *kode: str) -> list[AturanTenggat]:
        return list(AturanTenggat.objects.filter(kode__in=kode).order_by("kode"))

    def panjang(self, laporan: Laporan, alasan: str = "Berkasnya di arsip kota.") -> Laporan:
        return unit.perpanjang(laporan=laporan, oleh=self.akun, versi=laporan.versi, alasan=alasan)

    def test_sekali_dengan_alasan_yang_dibaca_pemohon(self) -> None:
        with jam(2025, 8, 5):
            laporan = self.ppid()
            self.assertEqual(self.tenggat(laporan).batas, date(2025, 8, 20))
        with jam(2025, 8, 20):
            laporan = self.panjang(laporan)
            baris = self.tenggat(laporan)
            self.assertEqual(baris.batas, date(2025, 8, 29))
            self.assertEqual([baris.aturan, baris.aturan_panjang], self.aturan("KIP", "KIP_PANJANG"))
            self.assertEqual(baris.lama.get().batas, date(2025, 8, 20))
            with self.assertRaisesMessage(ValidationError, "hanya satu kali"):
                self.panjang(laporan)
        riwayat = laporan.riwayat.get(langkah="perpanjang")
        self.assertEqual(riwayat.teks, "Jawaban paling lambat 29 Agustus 2025. Alasannya: Berkasnya di arsip kota.")
        jawaban = tenggat_tampil(laporan)[1]
        self.assertIn("Diperpanjang 7 hari kerja sesudah Rabu, 20 Agustus 2025.", jawaban.kalimat)
        self.assertEqual(len(jawaban.dasar), 2)
        self.assertTrue(jawaban.belum_diperiksa)

    def test_sesudah_diperpanjang_eskalasi_naik_lagi(self) -> None:
        """Levels of the old last day were told; those of the new one are told when their own time comes."""
        with jam(2025, 8, 5):
            laporan = self.ppid()

        def naik(hari: int) -> list[int]:
            with jam(2025, 8, hari):
                naikkan_laporan()
                self.assertEqual(naikkan_laporan(), 0)
                sekarang = EskalasiLaporan.objects.filter(pada=date(2025, 8, hari)).order_by("tingkat")
                return list(sekarang.values_list("tingkat", flat=True))

        self.assertEqual(naik(20), [Tingkat.SETENGAH, Tingkat.HAMPIR, Tingkat.HARI_TERAKHIR])
        with jam(2025, 8, 20):
            self.panjang(laporan)
        # Half of the new time had passed on that day too, and was told.
        self.assertEqual(naik(21), [])
        self.assertEqual(naik(26), [Tingkat.HAMPIR])
        self.assertEqual(naik(28), [])
        self.assertEqual(naik(29), [Tingkat.HARI_TERAKHIR])
        kabar = Notifikasi.objects.filter(
            penerima=self.akun, kunci__contains="eskalasi", judul__contains="hari terakhir"
        )
        self.assertEqual(kabar.count(), 2)
        self.assertEqual(kabar.filter(isi__contains="Tenggat 29 Agustus 2025").count(), 1)

    def test_tanda_belum_diperiksa_menurut_barisnya_masing_masing(self) -> None:
        with jam(2025, 8, 5):
            laporan = self.panjang(self.ppid())
        for kode, belum in (("KIP", True), ("KIP_PANJANG", False)):
            AturanTenggat.objects.filter(kode=kode).update(terverifikasi=True)
            self.assertEqual(tenggat_tampil(laporan)[1].belum_diperiksa, belum)

    def test_pemohon_membaca_alasannya_dengan_nomor_dan_kunci(self) -> None:
        kunci = buat_kunci()
        with jam(2025, 8, 5):
            laporan = sampai(
                kirim(klasifikasi="informasi", kunci=kunci),
                StatusLaporan.DIPROSES,
                pengelola=self.pengelola,
                petugas=self.petugas,
                kadar="ppid",
            )
            self.panjang(laporan)
            halaman = self.client.post("/forum/lacak/", {"nomor": laporan.nomor, "kunci": kunci})
        self.assertContains(halaman, "Alasannya: Berkasnya di arsip kota.")
        self.assertContains(halaman, "Diperpanjang 7 hari kerja")

    def test_ditolak_sesudah_tenggat_bukan_ppid_tanpa_alasan_dan_orang_lain(self) -> None:
        with jam(2025, 8, 5):
            laporan, aduan = self.ppid(), self.sampai(kirim(), StatusLaporan.DIPROSES)
            for salah, teks in ((aduan, "tidak ada aturan perpanjangan"), (self.ppid(StatusLaporan.DIJAWAB), "tidak")):
                with self.assertRaisesMessage(ValidationError, teks):
                    self.panjang(salah)
            with self.assertRaisesMessage(ValidationError, "Tulis alasan"):
                self.panjang(laporan, "  ")
            with self.assertRaises(PermissionDenied):
                unit.perpanjang(laporan=laporan, oleh=akun(self.sekcam), versi=laporan.versi, alasan="Arsip.")
            with self.assertRaisesMessage(ValidationError, "baru saja diubah"):
                unit.perpanjang(laporan=laporan, oleh=self.akun, versi=laporan.versi - 1, alasan="Arsip.")
        with jam(2025, 8, 21), self.assertRaisesMessage(ValidationError, "20 Agustus 2025 sudah lewat"):
            self.panjang(laporan)
        self.assertEqual(self.tenggat(laporan).batas, date(2025, 8, 20))

    def test_putaran_kedua_tidak_diperpanjang_lagi(self) -> None:
        with jam(2025, 8, 5):
            laporan = self.panjang(self.ppid())
            laporan = unit.jawab(
                laporan=laporan, oleh=self.akun, versi=laporan.versi, teks=JAWABAN, hasil="dengan_perbaikan"
            )
            laporan = pelapor.ajukan_keberatan(laporan=laporan, teks="Belum lengkap.")
            with self.assertRaisesMessage(ValidationError, "hanya satu kali"):
                self.panjang(laporan)
        # The database holds it as well.
        with self.assertRaises(IntegrityError), transaction.atomic():
            TenggatLaporan.objects.filter(laporan=laporan, tahap="penyelesaian").update(
                aturan_panjang=AturanTenggat.objects.get(kode="KIP_PANJANG")
            )

    def test_libur_ditambah_sesudahnya_menghitung_ulang_yang_terbuka_saja(self) -> None:
        """27 August 2025 taken as a day off: 29 August is a Friday, so the last day becomes Monday 1 September."""
        with jam(2025, 8, 5):
            terbuka, selesai = self.panjang(self.ppid()), self.panjang(self.ppid())
            unit.jawab(laporan=selesai, oleh=self.akun, versi=selesai.versi, teks=JAWABAN, hasil="dengan_perbaikan")
            HariLibur.objects.create(tanggal=date(2025, 8, 27), nama="Libur kota", jenis="lokal")
            self.assertEqual(hitung_ulang_tenggat(), 1)
        self.assertEqual(self.tenggat(terbuka).batas, date(2025, 9, 1))
        self.assertEqual(self.tenggat(selesai).batas, date(2025, 8, 29))

    def test_jenis_diubah_melepas_perpanjangan(self) -> None:
        with jam(2025, 8, 5):
            laporan = self.ppid(StatusLaporan.TERVERIFIKASI)
            laporan = unit.perpanjang(
                laporan=laporan, oleh=self.pengelola, versi=laporan.versi, alasan="Berkasnya di arsip."
            )
            laporan = kelola.verifikasi(
                laporan=laporan, oleh=self.pengelola, versi=laporan.versi, klasifikasi="informasi", kadar="ringan"
            )
        baris = self.tenggat(laporan)
        # Five working days, W07's month: 6, 7, 8, 11, 12 August.
        self.assertEqual((baris.batas, baris.aturan_panjang), (date(2025, 8, 12), None))

    def test_dijawab_dalam_perpanjangan_tepat_waktu(self) -> None:
        with jam(2025, 8, 5):
            laporan = self.panjang(self.ppid())
        with jam(2025, 8, 29):
            unit.jawab(laporan=laporan, oleh=self.akun, versi=laporan.versi, teks=JAWABAN, hasil="dengan_perbaikan")
            orang = tepat_waktu(date(2025, 8, 1), date(2025, 8, 31)).pegawai[self.petugas.pk]
        self.assertEqual((orang.tepat, orang.terlambat), (1, 0))


class TahapLainTest(KantorLaporan):
    """LAPOR_TL, UU_ADUAN, UU_KABAR and the two waits after an answer: counted, and shown with their computation."""

    def _batas(self, laporan: Laporan, *, kantor: bool = True) -> dict[str, TampilTenggat]:
        """Those that are no clock of the office."""
        jam = TenggatLaporan.objects.filter(laporan=laporan)
        if not kantor:
            jam = jam.exclude(tahap="pemberitahuan")
        return {satu.tahap: satu for satu in tenggat_tampil(laporan, kantor=kantor)[jam.count() :]}

    def test_lapor_tl_lima_hari_kerja_sejak_lengkap_dipenuhi_kabar_pertama(self) -> None:
        """W05: five working days from Thursday 27 March 2025 end on Monday 14 April."""
        with jam(2025, 3, 27):
            laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)
            self.assertEqual(self.tenggat(laporan, "tindak_lanjut").batas, date(2025, 4, 14))
            for teks, dipenuhi in (("Diteruskan ke unit.", None), ("Kami memeriksa loket Senin.", date(2025, 3, 27))):
                laporan = unit.jawab(laporan=laporan, oleh=self.akun, versi=laporan.versi, teks=teks)
                self.assertEqual(self.tenggat(laporan, "tindak_lanjut").terpenuhi_pada, dipenuhi)

    def test_lapor_tl_berhenti_selama_menunggu_pelapor_dan_hanya_sekali(self) -> None:
        with jam(2026, 11, 2):
            laporan = self.sampai(kirim(), StatusLaporan.TERVERIFIKASI)
        with jam(2026, 11, 4):
            laporan = kelola.minta_lengkapi(
                laporan=laporan, oleh=self.pengelola, versi=laporan.versi, klasifikasi="pengaduan", teks="Kapan?"
            )
        with jam(2026, 11, 10):
            laporan = pelapor.lengkapi(laporan=laporan, teks="Senin.")
        baris = self.tenggat(laporan, "tindak_lanjut")
        # Monday 9 November without the pause of four working days.
        self.assertEqual((baris.batas, baris.jeda_kerja), (date(2026, 11, 13), 4))
        self.assertEqual(TenggatLaporan.objects.filter(laporan=laporan, tahap="tindak_lanjut").count(), 1)

    def test_uu_kabar_dipenuhi_saat_itu_juga_bagi_yang_menulis_di_sini(self) -> None:
        """W17: 14 calendar days from Tuesday 10 February 2026 end on the 24th."""
        with jam(2026, 2, 10):
            laporan = self.sampai(kirim(), StatusLaporan.DIJAWAB)
        baris = self.tenggat(laporan, "pemberitahuan")
        self.assertEqual((baris.batas, baris.terpenuhi_pada), (date(2026, 2, 24), date(2026, 2, 10)))

    def test_uu_kabar_menunggu_dicatat_bagi_yang_datang_ke_loket(self) -> None:
        with jam(2026, 2, 10):
            laporan = self.sampai(kirim(kanal=Kanal.LOKET), StatusLaporan.DIJAWAB)
        baris = self.tenggat(laporan, "pemberitahuan")
        self.assertEqual((baris.batas, baris.terpenuhi_pada), (date(2026, 2, 24), None))
        with jam(2026, 2, 13):
            for hari in (date(2026, 2, 9), date(2026, 2, 14)):
                with self.assertRaisesMessage(ValidationError, "hari jawaban"):
                    unit.sampaikan(laporan=laporan, oleh=self.akun, versi=laporan.versi, cara="Telepon", pada=hari)
            laporan = unit.sampaikan(
                laporan=laporan, oleh=self.akun, versi=laporan.versi, cara="Telepon", pada=date(2026, 2, 12)
            )
            with self.assertRaisesMessage(ValidationError, "menunggu disampaikan"):
                unit.sampaikan(
                    laporan=laporan, oleh=self.akun, versi=laporan.versi, cara="Telepon", pada=date(2026, 2, 12)
                )
        self.assertEqual(self.tenggat(laporan, "pemberitahuan").terpenuhi_pada, date(2026, 2, 12))
        # How the person was reached stays in the office.
        riwayat = laporan.riwayat.get(langkah="sampaikan")
        self.assertEqual((riwayat.teks, riwayat.catatan), ("", "12 Februari 2026: Telepon"))

    def test_uu_kabar_gugur_saat_dibuka_kembali_dan_mulai_lagi(self) -> None:
        with jam(2026, 2, 10):
            laporan = self.sampai(kirim(kanal=Kanal.LOKET), StatusLaporan.DIJAWAB)
        with jam(2026, 3, 16):
            laporan = unit.tutup(laporan=laporan, oleh=self.akun, versi=laporan.versi)
            laporan = kelola.buka_lagi(laporan=laporan, oleh=self.pengelola, versi=laporan.versi, alasan="Lagi.")
        self.assertEqual(self.tenggat(laporan, "pemberitahuan").gugur_pada, date(2026, 3, 16))

    def test_uu_aduan_tiga_puluh_hari_dihitung_dan_yang_lewat_tetap_ditangani(self) -> None:
        """30 calendar days from Monday 5 January 2026: Wednesday 4 February."""
        for hari, keadaan in ((4, "Dalam batas"), (5, "Sesudah batas")):
            with jam(2026, 2, hari):
                laporan = kirim(tanggal_kejadian=date(2026, 1, 5))
            satu = self._batas(laporan)["Pengaduan sesudah kejadian"]
            self.assertEqual((satu.batas, satu.keadaan), (date(2026, 2, 4), keadaan))
            self.assertIn("Batasnya 30 hari kalender sesudah hari itu.", satu.kalimat)
            self.assertTrue(satu.belum_diperiksa)
            self.assertEqual(laporan.status, "diterima")
        self.assertEqual(self._batas(laporan, kantor=False), {})
        self.assertEqual(self._batas(kirim()), {})
        self.assertEqual(self._batas(kirim(klasifikasi="saran", tanggal_kejadian=date(2026, 1, 5))), {})

    def test_keberatan_dan_balasan_tampil_sesudah_dijawab(self) -> None:
        """W07: ten working days from 5 August 2025 end on the 20th."""
        with jam(2025, 8, 5):
            laporan = self.sampai(kirim(), StatusLaporan.DIJAWAB)
            for kantor, nama in (
                (True, ("Keberatan pelapor", "Menunggu balasan pelapor")),
                (False, ("Anda mengajukan keberatan", "Anda membalas jawaban")),
            ):
                semua = {satu.tahap: satu for satu in tenggat_tampil(laporan, kantor=kantor)}
                for satu in nama:
                    self.assertEqual((semua[satu].batas, semua[satu].keadaan), (date(2025, 8, 20), "Masih terbuka"))
                self.assertEqual("Penyampaian jawaban" in semua, kantor)
        with jam(2025, 8, 21):
            self.assertEqual(self._batas(laporan)["Keberatan pelapor"].keadaan, "Sudah lewat")


class HalamanTest(KantorLaporan):
    def test_langkah_ditawarkan_hanya_bila_berlaku(self) -> None:
        kasus = [
            (kirim(), "pengaduan", "", StatusLaporan.DIPROSES, (False, False)),
            (kirim(klasifikasi="informasi"), "informasi", "ppid", StatusLaporan.DIPROSES, (True, False)),
            (kirim(kanal=Kanal.LOKET), "pengaduan", "", StatusLaporan.DIJAWAB, (False, True)),
        ]
        self.client.force_login(self.akun)
        for laporan, _, kadar, status, (panjang, sampaikan) in kasus:
            sampai(laporan, status, pengelola=self.pengelola, petugas=self.petugas, kadar=kadar)
            isi = self.client.get(f"/forum/kelola/laporan/{laporan.uuid}/").content.decode()
            self.assertEqual(("Perpanjang tenggat" in isi, "Simpan penyampaian" in isi), (panjang, sampaikan))

    def test_paling_banyak_dua_puluh_perintah_bagi_setiap_pembaca(self) -> None:
        semua = [
            self.sampai(kirim(tanggal_kejadian=hari_ini()), status) for status in (*TERJAWAB, StatusLaporan.DIPROSES)
        ]
        for orang in (self.pengelola, self.akun, akun(self.kasi), akun(self.camat)):
            self.client.force_login(orang)
            for laporan in semua:
                alamat = f"/forum/kelola/laporan/{laporan.uuid}/"
                # The first visit writes the session's activity.
                self.client.get(alamat)
                with self.subTest(orang=orang.nama, status=laporan.status), CaptureQueriesContext(connection) as kueri:
                    self.assertEqual(self.client.get(alamat).status_code, 200)
                self.assertLessEqual(len(kueri), 20)

    def test_orang_lain_tidak_memperpanjang(self) -> None:
        laporan = sampai(
            kirim(klasifikasi="informasi"),
            StatusLaporan.DIPROSES,
            pengelola=self.pengelola,
            petugas=self.petugas,
            kadar="ppid",
        )
        self.client.force_login(akun(pabrik.buat_pegawai(pabrik.buat_unit(), nama="Orang lain")))
        alamat = f"/forum/kelola/laporan/{laporan.uuid}/perpanjang/"
        self.assertEqual(self.client.post(alamat, {"versi": laporan.versi, "alasan": "Arsip."}).status_code, 404)


_hari = st.dates(date(2025, 1, 1), date(2027, 6, 30))
_libur = st.dictionaries(_hari, st.just("Libur"), max_size=40)
_jumlah = st.integers(min_value=1, max_value=60)
_dua = st.tuples(_jumlah, _jumlah)
_satuan = st.sampled_from(Satuan)


def _batas(n: int, lebih: int, satuan: Satuan = Satuan.HARI_KERJA) -> BatasWaktu:
    return BatasWaktu("UJI", n, satuan, panjang=BatasWaktu("UJI_PANJANG", lebih, Satuan.HARI_KERJA))


class SifatPerpanjanganTest(SimpleTestCase):
    @given(_hari, _dua, _libur, st.integers(0, 20), _satuan)
    def test_akhirnya_hari_kerja_sesudah_yang_semula(
        self, mulai: date, dua: tuple[int, int], libur: dict[date, str], jeda: int, satuan: Satuan
    ) -> None:
        n, lebih = dua
        hasil = hitung(_batas(n, lebih, satuan), mulai, Kalender(libur, frozenset()), Jeda(jeda, jeda))
        assert hasil.akhir_semula is not None
        self.assertTrue(hari_kerja(hasil.akhir, libur))
        self.assertEqual(hitung_hari_kerja(hasil.akhir_semula, hasil.akhir, libur), lebih)

    @given(_hari, _jumlah, _jumlah, _libur)
    def test_sama_dengan_satu_batas_yang_lebih_panjang(
        self, mulai: date, n: int, lebih: int, libur: dict[date, str]
    ) -> None:
        """Ten working days and seven more are seventeen."""
        kalender = Kalender(libur, frozenset())
        panjang = hitung(_batas(n, lebih), mulai, kalender)
        satu = hitung(BatasWaktu("UJI", n + lebih, Satuan.HARI_KERJA), mulai, kalender)
        self.assertEqual(
            (panjang.akhir, panjang.dilewati, panjang.akhir_pekan), (satu.akhir, satu.dilewati, satu.akhir_pekan)
        )

    @given(_hari, _dua, st.tuples(st.integers(0, 30), st.integers(0, 20)), _libur, _satuan)
    def test_tidak_turun_menurut_penerimaan_dan_kedua_batas(
        self, mulai: date, dua: tuple[int, int], ubah: tuple[int, int], libur: dict[date, str], satuan: Satuan
    ) -> None:
        (n, lebih), (geser, tambah) = dua, ubah
        kalender = Kalender(libur, frozenset())
        awal = hitung(_batas(n, lebih, satuan), mulai, kalender).akhir
        self.assertLessEqual(awal, hitung(_batas(n, lebih, satuan), mulai + timedelta(days=geser), kalender).akhir)
        self.assertLessEqual(awal, hitung(_batas(n + tambah, lebih, satuan), mulai, kalender).akhir)
        self.assertLessEqual(awal, hitung(_batas(n, lebih + tambah, satuan), mulai, kalender).akhir)

    @given(_hari, _jumlah, _jumlah, _libur)
    def test_batas_terluar_tidak_ikut_diperpanjang(
        self, mulai: date, n: int, lebih: int, libur: dict[date, str]
    ) -> None:
        kalender = Kalender(libur, frozenset())
        terluar = BatasWaktu("UJI_UU", 60, Satuan.HARI_KALENDER)
        self.assertLessEqual(
            hitung_semua([_batas(n, lebih), terluar], mulai, kalender)[0].akhir, mulai + timedelta(days=60)
        )
