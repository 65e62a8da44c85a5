"""The life of a report: what is stored once, which step begins where, what its clocks do."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import SimpleTestCase, TestCase

from forum.enums.laporan import HasilLaporan, Langkah, StatusDisposisi, StatusLaporan
from forum.models import (
    AturanTenggat,
    Disposisi,
    EskalasiLaporan,
    IdentitasPelapor,
    Laporan,
    RiwayatLaporan,
    TenggatLama,
    TenggatLaporan,
)
from forum.perhitungan.eskalasi import Tingkat, tingkat_tercapai
from forum.perhitungan.kunci import BIT_KUNCI, baca_kunci, baca_nomor, buat_kunci, buat_nomor, sidik_kunci
from forum.perhitungan.laporan import PERALIHAN, TERBUKA, boleh_beralih, hanya_diteruskan, templat_belum_diubah
from forum.perhitungan.ukuran import DIGABUNG, gabungkan_kecil, pita_umur, tengah
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_pelapor as pelapor
from forum.proses import laporan_unit as unit
from forum.proses.eskalasi_laporan import naikkan_laporan
from forum.proses.laporan_masuk import IsiLaporan, terima_laporan
from forum.proses.tenggat import hitung_ulang_tenggat
from forum.ringkasan.tampilan_laporan import tenggat_tampil
from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import HariLibur, Pegawai, Pengguna
from rakumpit.organisasi.proses.libur import libur_berubah
from rakumpit.waktu import WIB
from tests import pabrik
from tests.forum.isi_laporan import JAWABAN, kirim, sampai
from tests.survei.dasar import pada


def jam(tahun: int, bulan: int, hari: int) -> AbstractContextManager[None]:
    return pada(datetime(tahun, bulan, hari, 10, 0, tzinfo=WIB))


class KantorLaporan(TestCase):
    """A pengelola, a seksi with its head and one officer, a secretariat and a camat."""

    pengelola: Pengguna
    petugas: Pegawai
    kasi: Pegawai
    camat: Pegawai
    sekcam: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        kecamatan = pabrik.buat_unit(jenis=JenisUnit.KECAMATAN.value, nama="Kecamatan")
        seksi = pabrik.buat_unit(induk=kecamatan, nama="Seksi Pelayanan")
        sekretariat = pabrik.buat_unit(induk=kecamatan, jenis=JenisUnit.SEKRETARIAT.value, nama="Sekretariat")
        cls.camat = pabrik.buat_pegawai(kecamatan, memimpin=True, nama="Camat")
        cls.sekcam = pabrik.buat_pegawai(sekretariat, memimpin=True, nama="Sekcam")
        cls.kasi = pabrik.buat_pegawai(seksi, memimpin=True, nama="Kasi")
        cls.petugas = pabrik.buat_pegawai(seksi, nama="Petugas")
        cls.pengelola = pabrik.buat_pengguna(nama="Pengelola", pengelola=True)

    @property
    def akun(self) -> Pengguna:
        assert self.petugas.pengguna is not None
        return self.petugas.pengguna

    def sampai(self, laporan: Laporan, status: StatusLaporan) -> Laporan:
        return sampai(laporan, status, pengelola=self.pengelola, petugas=self.petugas)

    def tenggat(self, laporan: Laporan, tahap: str = "penyelesaian", ke: int = 1) -> TenggatLaporan:
        baris: TenggatLaporan = TenggatLaporan.objects.get(laporan=laporan, tahap=tahap, ke=ke)
        return baris


class TerimaTest(KantorLaporan):
    def test_kiriman_ulang_tersimpan_sekali(self) -> None:
        isi: dict[str, Any] = {
            "kiriman": uuid4(),
            "kunci": buat_kunci(),
            "isi": IsiLaporan(klasifikasi="saran", judul="Kursi", isi="Tambah kursi."),
        }
        pertama, baru = terima_laporan(**isi)
        kedua, lagi = terima_laporan(**isi)
        self.assertEqual((pertama.pk, baru, lagi), (kedua.pk, True, False))
        self.assertEqual(Laporan.objects.count(), 1)
        self.assertEqual(RiwayatLaporan.objects.count(), 1)
        lain = isi | {"isi": IsiLaporan(klasifikasi="saran", judul="Kursi", isi="Yang lain.")}
        with self.assertRaisesMessage(ValidationError, "Laporan lain sudah terkirim"):
            terima_laporan(**lain)

    def test_kunci_hanya_sebagai_sidik(self) -> None:
        kunci = buat_kunci()
        laporan = kirim(kunci=kunci)
        self.assertGreaterEqual(BIT_KUNCI, 96)
        self.assertEqual(laporan.sidik_kunci, sidik_kunci(baca_kunci(kunci)))
        tersimpan = " ".join(str(nilai) for nilai in Laporan.objects.filter(pk=laporan.pk).values().get().values())
        self.assertNotIn(baca_kunci(kunci), tersimpan)

    def test_ditemukan_dengan_nomor_dan_kunci_saja(self) -> None:
        kunci = buat_kunci()
        laporan = kirim(kunci=kunci)
        lain = kirim()
        self.assertEqual(pelapor.cari_laporan(laporan.nomor, kunci.lower().replace("-", " ")), laporan)
        for nomor, satu in ((lain.nomor, kunci), (laporan.nomor, buat_kunci()), ("", kunci), (laporan.nomor, "")):
            self.assertIsNone(pelapor.cari_laporan(nomor, satu))

    def test_tanpa_identitas_tidak_punya_baris_identitas(self) -> None:
        laporan = kirim(nama=" ", telepon="", email="")
        self.assertTrue(laporan.tanpa_identitas)
        self.assertFalse(IdentitasPelapor.objects.exists())
        with self.assertRaisesMessage(ValidationError, "tidak menulis identitas"):
            kelola.buka_identitas(laporan=laporan, oleh=self.pengelola, alasan="Perlu dihubungi.")

    def test_emoji_dan_teks_panjang_utuh(self) -> None:
        isi = "Antre lama 🙏🏽 " + "a" * 3900
        self.assertEqual(Laporan.objects.get(pk=kirim(isi=isi).pk).isi, isi)


class SaklarTest(KantorLaporan):
    def test_basis_data_menolak_pelonggaran(self) -> None:
        laporan = kirim()
        for medan in ("anonim", "rahasia"):
            with self.subTest(medan), self.assertRaises(DatabaseError), transaction.atomic():
                Laporan.objects.filter(pk=laporan.pk).update(**{medan: False})
        for medan, nilai in (("sidik_kunci", "0" * 64), ("nomor", "26-000-001"), ("tanpa_identitas", True)):
            with self.subTest(medan), self.assertRaises(DatabaseError), transaction.atomic():
                Laporan.objects.filter(pk=laporan.pk).update(**{medan: nilai})

    def test_pengetatan_boleh(self) -> None:
        laporan = kirim(anonim=False, rahasia=False)
        baris = kelola.rahasiakan(laporan=laporan, oleh=self.pengelola, alasan="Menyebut nama orang.")
        self.assertTrue(baris.rahasia)
        with self.assertRaisesMessage(ValidationError, "sudah tidak tampil"):
            kelola.rahasiakan(laporan=laporan, oleh=self.pengelola, alasan="Lagi.")

    def test_riwayat_dan_tenggat_lama_tidak_dapat_diubah(self) -> None:
        laporan = kirim()
        baris = self.tenggat(laporan, "verifikasi")
        TenggatLama.objects.create(tenggat=baris, batas=baris.batas, sebab="uji")
        for tabel in (RiwayatLaporan, TenggatLama):
            with self.subTest(tabel), self.assertRaises(DatabaseError), transaction.atomic():
                tabel.objects.all().delete()
        with self.assertRaises(DatabaseError), transaction.atomic():
            RiwayatLaporan.objects.update(teks="lain")

    def test_identitas_hanya_pengelola_dengan_alasan_dan_audit(self) -> None:
        laporan = kirim()
        for siapa in (self.akun, self.kasi.pengguna, self.camat.pengguna):
            assert siapa is not None
            with self.assertRaises(PermissionDenied):
                kelola.buka_identitas(laporan=laporan, oleh=siapa, alasan="Ingin tahu.")
        with self.assertRaisesMessage(ValidationError, "Tulis alasan"):
            kelola.buka_identitas(laporan=laporan, oleh=self.pengelola, alasan=" ")
        self.assertFalse(CatatanAudit.objects.filter(aksi="forum.laporan.buka_identitas").exists())
        kelola.buka_identitas(laporan=laporan, oleh=self.pengelola, alasan="Foto kurang jelas.")
        catatan = CatatanAudit.objects.get(aksi="forum.laporan.buka_identitas")
        self.assertEqual((catatan.pelaku, catatan.keterangan), (self.pengelola, "Foto kurang jelas."))


class AlurTest(KantorLaporan):
    def test_tiap_keadaan_dapat_dicapai(self) -> None:
        for status in StatusLaporan:
            with self.subTest(status):
                self.assertEqual(self.sampai(kirim(), status).status, status.value)

    def test_langkah_di_luar_tabel_ditolak(self) -> None:
        for status in StatusLaporan:
            laporan = self.sampai(kirim(), status)
            isi: dict[str, Any] = {"laporan": laporan, "oleh": self.pengelola, "versi": laporan.versi}
            with self.subTest(status):
                if boleh_beralih(Langkah.ARSIPKAN, status):
                    self.assertEqual(kelola.arsipkan(**isi, alasan="Uji.").status, StatusLaporan.DIARSIPKAN.value)
                    continue
                with self.assertRaises(ValidationError):
                    kelola.arsipkan(**isi, alasan="Uji.")
                laporan.refresh_from_db()
                self.assertEqual(laporan.status, status.value)

    def test_satu_penerusan_terbuka(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIDISPOSISIKAN)
        self.assertEqual(Disposisi.objects.filter(laporan=laporan, status=StatusDisposisi.TERBUKA.value).count(), 1)
        pertama = laporan.disposisi.get()
        with self.assertRaises(DatabaseError), transaction.atomic():
            Disposisi.objects.create(
                laporan=laporan,
                unit=pertama.unit,
                pegawai=self.kasi,
                catatan="Dua.",
                batas=pertama.batas,
                oleh=self.pengelola,
                pada=pertama.pada,
            )

    def test_dikembalikan_beralasan_tenggat_tidak_diulang(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)
        semula = self.tenggat(laporan).batas
        with self.assertRaisesMessage(ValidationError, "Tulis alasan"):
            unit.kembalikan(laporan=laporan, oleh=self.akun, versi=laporan.versi, alasan=" ")
        laporan = unit.kembalikan(laporan=laporan, oleh=self.akun, versi=laporan.versi, alasan="Bukan tugas kami.")
        self.assertEqual((laporan.status, laporan.unit, laporan.penangan), ("terverifikasi", None, None))
        self.assertEqual(self.tenggat(laporan).batas, semula)
        self.assertEqual(Disposisi.objects.get(laporan=laporan).alasan_kembali, "Bukan tugas kami.")
        self.assertFalse(Laporan.objects.terlihat_oleh(self.akun).filter(pk=laporan.pk).exists())

    def test_jawaban_diteruskan_tidak_memenuhi_tenggat(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)
        hasil = HasilLaporan.TANPA_PERBAIKAN.value
        laporan = unit.jawab(
            laporan=laporan,
            oleh=self.akun,
            versi=laporan.versi,
            teks="Terima kasih atas laporan Anda. Laporan sudah kami teruskan ke seksi terkait.",
            hasil=hasil,
        )
        self.assertEqual(laporan.status, "diproses")
        self.assertIsNone(self.tenggat(laporan).terpenuhi_pada)
        laporan = unit.jawab(laporan=laporan, oleh=self.akun, versi=laporan.versi, teks=JAWABAN, hasil=hasil)
        self.assertEqual(laporan.status, "dijawab")
        self.assertTrue(self.tenggat(laporan).tepat_waktu)

    def test_contoh_jawaban_harus_diisi(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)
        with self.assertRaisesMessage(ValidationError, "masih berupa contoh"):
            unit.jawab(laporan=laporan, oleh=self.akun, versi=laporan.versi, teks="Hasilnya [hasil].", hasil="")

    def test_keberatan_sekali_dalam_sepuluh_hari_kerja_tenggat_baru(self) -> None:
        with jam(2026, 11, 2):
            laporan = self.sampai(kirim(), StatusLaporan.DIJAWAB)
            lewat = self.sampai(kirim(), StatusLaporan.DIJAWAB)
        with jam(2026, 11, 16):
            laporan = pelapor.ajukan_keberatan(laporan=laporan, teks="Belum.")
        self.assertEqual((laporan.status, laporan.keberatan_pada), ("ditanggapi", date(2026, 11, 16)))
        self.assertEqual(self.tenggat(laporan, ke=2).mulai, date(2026, 11, 16))
        laporan = unit.mulai(laporan=laporan, oleh=self.akun, versi=laporan.versi)
        laporan = unit.jawab(
            laporan=laporan, oleh=self.akun, versi=laporan.versi, teks=JAWABAN, hasil="tanpa_perbaikan"
        )
        with self.assertRaisesMessage(ValidationError, "satu kali"):
            pelapor.ajukan_keberatan(laporan=laporan, teks="Masih.")
        with jam(2026, 11, 17), self.assertRaisesMessage(ValidationError, "16 November 2026 sudah lewat"):
            pelapor.ajukan_keberatan(laporan=lewat, teks="Terlambat.")

    def test_ditutup_sesudah_sepuluh_hari_kerja_diam_balasan_memulai_lagi(self) -> None:
        with jam(2026, 11, 2):
            laporan = self.sampai(kirim(), StatusLaporan.DIJAWAB)
        with jam(2026, 11, 16), self.assertRaisesMessage(ValidationError, "sampai 16 November 2026"):
            unit.tutup(laporan=laporan, oleh=self.akun, versi=laporan.versi)
        with jam(2026, 11, 16):
            laporan = pelapor.balas(laporan=laporan, teks="Saya periksa dulu.")
            ulang = pelapor.balas(laporan=laporan, teks="Saya periksa dulu.")
        self.assertEqual(ulang.versi, laporan.versi)
        with jam(2026, 11, 17), self.assertRaisesMessage(ValidationError, "sampai 30 November 2026"):
            unit.tutup(laporan=laporan, oleh=self.akun, versi=laporan.versi)
        with jam(2026, 12, 1):
            laporan = unit.tutup(laporan=laporan, oleh=self.akun, versi=laporan.versi)
        self.assertEqual((laporan.status, laporan.hasil), ("selesai", "dengan_perbaikan"))

    def test_dibuka_kembali_nomor_tetap_tenggat_baru(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.SELESAI)
        nomor = laporan.nomor
        laporan = kelola.buka_lagi(
            laporan=laporan, oleh=self.pengelola, versi=laporan.versi, alasan="Antrean panjang lagi."
        )
        self.assertEqual((laporan.nomor, laporan.status, laporan.dibuka_lagi), (nomor, "terverifikasi", 1))
        self.assertIsNone(self.tenggat(laporan, ke=2).terpenuhi_pada)

    def test_duplikat_menunjuk_asal_dan_bukan_rantai(self) -> None:
        asal, kedua, ketiga = kirim(), kirim(), kirim()
        isi: dict[str, Any] = {"oleh": self.pengelola, "versi": 1, "alasan": "Sama."}
        kelola.tandai_duplikat(laporan=kedua, nomor=asal.nomor, **isi)
        with self.assertRaisesMessage(ValidationError, "sudah disatukan"):
            kelola.tandai_duplikat(laporan=ketiga, nomor=kedua.nomor, **isi)
        with self.assertRaisesMessage(ValidationError, "tetap terbuka"):
            kelola.tandai_duplikat(laporan=asal, nomor=ketiga.nomor, **isi)
        with self.assertRaisesMessage(ValidationError, "Tidak ada laporan lain"):
            kelola.tandai_duplikat(laporan=ketiga, nomor=ketiga.nomor, **isi)

    def test_dicabut_pelapor_tenggat_gugur(self) -> None:
        laporan = pelapor.cabut(laporan=self.sampai(kirim(), StatusLaporan.DIPROSES))
        self.assertEqual(laporan.status, "dicabut")
        self.assertFalse(TenggatLaporan.objects.berjalan().filter(laporan=laporan).exists())
        self.assertFalse(Disposisi.objects.filter(laporan=laporan, status="terbuka").exists())

    def test_penilaian_sekali_sesudah_selesai(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIJAWAB)
        with self.assertRaisesMessage(ValidationError, "sesudah laporan selesai"):
            pelapor.nilai(laporan=laporan, kepuasan=4)
        laporan = pelapor.setujui_jawaban(laporan=laporan)
        self.assertEqual(pelapor.nilai(laporan=laporan, kepuasan=4, teks="Cepat.").kepuasan, 4)
        with self.assertRaisesMessage(ValidationError, "sudah memberi"):
            pelapor.nilai(laporan=laporan, kepuasan=1)

    def test_versi_lama_ditolak(self) -> None:
        laporan = kirim()
        kelola.catat_nomor_lapor(laporan=laporan, oleh=self.pengelola, nomor_lapor="99")
        with self.assertRaisesMessage(ValidationError, "diubah orang lain"):
            kelola.verifikasi(laporan=laporan, oleh=self.pengelola, versi=1, klasifikasi="pengaduan")

    def test_tiap_langkah_satu_riwayat_dan_satu_audit(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.SELESAI)
        langkah = list(laporan.riwayat.values_list("langkah", flat=True))
        self.assertEqual(langkah, ["kirim", "verifikasi", "disposisi", "mulai", "jawab", "setuju"])
        audit = CatatanAudit.objects.filter(objek_id=str(laporan.uuid)).order_by("pk").values_list("aksi", flat=True)
        self.assertEqual(list(audit), [f"forum.laporan.{satu}" for satu in langkah])


class TenggatLaporanTest(KantorLaporan):
    def test_f07_dilengkapi(self) -> None:
        with jam(2026, 3, 9):
            laporan = kirim()
        with jam(2026, 3, 10):
            laporan = self.sampai(laporan, StatusLaporan.PERLU_DILENGKAPI)
        self.assertTrue(self.tenggat(laporan, "verifikasi").tepat_waktu)
        with jam(2026, 3, 25):
            laporan = pelapor.lengkapi(laporan=laporan, teks="Tanggal 2 Maret.")
        baris = self.tenggat(laporan)
        self.assertEqual(
            (baris.mulai, baris.batas, baris.aturan.kode), (date(2026, 3, 25), date(2026, 4, 15), "RESP_NONWAS")
        )

    def test_yang_lebih_awal_dipakai(self) -> None:
        """60 working days from 2 January 2026 end on 9 April, 60 calendar days on 3 March."""
        with jam(2026, 1, 2):
            laporan = kelola.verifikasi(
                laporan=kirim(), oleh=self.pengelola, versi=1, klasifikasi="pengaduan", kadar="berkadar"
            )
        baris = self.tenggat(laporan)
        self.assertEqual(baris.batas, date(2026, 3, 3))
        self.assertEqual([satu.kode for satu in baris.batas_waktu], ["RESP_WAS", "UU_PUTUSAN"])

    def test_jeda_menunggu_pelapor(self) -> None:
        """Verified Mon 2 Nov, 14 hk would end Fri 20 Nov; stopped on the 4th, going on after the 10th: 4 days later."""
        with jam(2026, 11, 2):
            laporan = self.sampai(kirim(), StatusLaporan.TERVERIFIKASI)
        self.assertEqual(self.tenggat(laporan).batas, date(2026, 11, 20))
        with jam(2026, 11, 4):
            laporan = kelola.minta_lengkapi(
                laporan=laporan, oleh=self.pengelola, versi=laporan.versi, klasifikasi="pengaduan", teks="Kapan?"
            )
        self.assertEqual(self.tenggat(laporan).dijeda_pada, date(2026, 11, 4))
        with jam(2026, 11, 10):
            laporan = pelapor.lengkapi(laporan=laporan, teks="Senin.")
        baris = self.tenggat(laporan)
        self.assertEqual((baris.batas, baris.jeda_kerja, baris.dijeda_pada), (date(2026, 11, 26), 4, None))
        self.assertEqual(baris.lama.get().batas, date(2026, 11, 20))

    def test_tidak_dilengkapi_dianggap_dicabut(self) -> None:
        with jam(2026, 10, 1):
            laporan = self.sampai(kirim(), StatusLaporan.PERLU_DILENGKAPI)
        with jam(2026, 10, 31):
            self.assertEqual(pelapor.cabut_yang_tidak_dilengkapi(), 0)
        with jam(2026, 11, 1):
            self.assertEqual(pelapor.cabut_yang_tidak_dilengkapi(), 1)
            self.assertEqual(pelapor.cabut_yang_tidak_dilengkapi(), 0)
        laporan.refresh_from_db()
        self.assertEqual(laporan.status, "dicabut")

    def test_aturan_hari_penerimaan_yang_dipakai(self) -> None:
        lama = AturanTenggat.objects.get(kode="RESP_NONWAS")
        with jam(2026, 6, 30):
            laporan = kirim()
        AturanTenggat.objects.filter(pk=lama.pk).update(berlaku_sampai=date(2026, 6, 30))
        AturanTenggat.objects.create(
            kode="RESP_NONWAS",
            tahap=lama.tahap,
            jenis=lama.jenis,
            jumlah=7,
            dasar_hukum="PermenPANRB 5/2025",
            berlaku_mulai=date(2026, 7, 1),
        )
        with jam(2026, 7, 2):
            laporan = self.sampai(laporan, StatusLaporan.TERVERIFIKASI)
            baru = self.sampai(kirim(), StatusLaporan.TERVERIFIKASI)
        self.assertEqual((self.tenggat(laporan).aturan.jumlah, self.tenggat(baru).aturan.jumlah), (14, 7))

    def test_w07_libur_ditambah_hanya_yang_terbuka_dihitung_ulang(self) -> None:
        HariLibur.objects.get(tanggal=date(2025, 8, 18)).delete()
        AturanTenggat.objects.filter(kode="RESP_NONWAS").update(jumlah=10)
        with jam(2025, 8, 5):
            terbuka = self.sampai(kirim(), StatusLaporan.DIPROSES)
            selesai = self.sampai(kirim(), StatusLaporan.DIJAWAB)
        self.assertEqual(self.tenggat(terbuka).batas, date(2025, 8, 19))
        with jam(2025, 8, 7):
            HariLibur.objects.create(tanggal=date(2025, 8, 18), nama="Cuti bersama", jenis="cuti_bersama")
            self.assertEqual(hitung_ulang_tenggat(), 1)
            self.assertEqual(hitung_ulang_tenggat(), 0)
        baris = self.tenggat(terbuka)
        self.assertEqual((baris.batas, baris.lama.get().batas), (date(2025, 8, 20), date(2025, 8, 19)))
        self.assertEqual(self.tenggat(selesai).batas, date(2025, 8, 19))
        kabar = Notifikasi.objects.get(penerima=self.akun, judul__contains="dihitung ulang")
        self.assertIn("Semula 19 Agustus 2025, sekarang 20 Agustus 2025", kabar.isi)
        self.assertIn("19 Agustus 2025", tenggat_tampil(terbuka)[1].semula[0])

    def test_libur_berubah_mengantre_hitung_ulang(self) -> None:
        libur_berubah()
        self.assertEqual(Antrean.objects.get().tugas, "forum.tasks.hitung_ulang_tenggat")


class EskalasiTest(KantorLaporan):
    def test_naik_sekali_tiap_tingkat(self) -> None:
        with jam(2026, 11, 2):
            laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)  # 14 hk: until 20 November
        urutan = [
            (10, [], []),
            (11, [1], ["Petugas"]),
            (18, [1, 2], ["Petugas", "Kasi"]),
            (20, [1, 2, 3], ["Petugas", "Sekcam"]),
            (24, [1, 2, 3], []),
            (25, [1, 2, 3, 4], ["Petugas", "Camat"]),
            (30, [1, 2, 3, 4, 5], ["Petugas", "Pengelola"]),
        ]
        for hari, tingkat, _ in urutan:
            with jam(2026, 11, hari), self.subTest(hari):
                naikkan_laporan()
                self.assertEqual(naikkan_laporan(), 0)
                self.assertEqual(
                    list(EskalasiLaporan.objects.order_by("tingkat").values_list("tingkat", flat=True)), tingkat
                )
        for _, tingkat, nama in urutan:
            if nama:
                penerima = Notifikasi.objects.filter(kunci__endswith=f":{tingkat[-1]}", kunci__contains="eskalasi")
                self.assertEqual(
                    set(penerima.values_list("penerima__nama", flat=True)),
                    {*nama, "Kasi"} if tingkat[-1] in {3, 4} else set(nama),
                )
        self.assertEqual(laporan.status, "diproses")

    def test_yang_dijeda_dan_dijawab_diam(self) -> None:
        with jam(2026, 11, 2):
            self.sampai(kirim(), StatusLaporan.DIJAWAB)
            laporan = self.sampai(kirim(), StatusLaporan.TERVERIFIKASI)
            kelola.minta_lengkapi(
                laporan=laporan, oleh=self.pengelola, versi=laporan.versi, klasifikasi="pengaduan", teks="Kapan?"
            )
        with jam(2026, 12, 20):
            self.assertEqual(naikkan_laporan(), 0)

    def test_tingkat(self) -> None:
        mulai, batas = date(2026, 11, 2), date(2026, 11, 13)
        for hari, tingkat in ((6, 0), (9, 1), (12, 2), (13, 3), (17, 3), (18, 4), (23, 5), (26, 6), (30, 6)):
            with self.subTest(hari):
                self.assertEqual(len(tingkat_tercapai(mulai, batas, date(2026, 11, hari), [])), tingkat)
        self.assertEqual(tingkat_tercapai(mulai, mulai, mulai, [])[-1], Tingkat.HARI_TERAKHIR)


class MurniTest(SimpleTestCase):
    def test_tabel_langkah(self) -> None:
        akhir = {ke for _, ke in PERALIHAN.values()}
        self.assertEqual(akhir | {StatusLaporan.DITERIMA}, set(StatusLaporan))
        for langkah, (dari, _) in PERALIHAN.items():
            with self.subTest(langkah):
                self.assertTrue(dari)
                if langkah != Langkah.BUKA_LAGI:
                    self.assertLessEqual(dari, TERBUKA)

    def test_hanya_diteruskan(self) -> None:
        for teks in (
            "Diteruskan.",
            "Terima kasih. Laporan Anda sudah kami teruskan kepada seksi terkait.",
            "Sedang kami koordinasikan dengan dinas.",
            "Mohon bersabar.",
        ):
            self.assertTrue(hanya_diteruskan(teks), teks)
        for teks in (
            JAWABAN,
            "Laporan diteruskan ke seksi. Lampu jalan di RT 2 sudah diganti kemarin.",
            "KTP dapat diambil setiap hari kerja pukul 08.00.",
        ):
            self.assertFalse(hanya_diteruskan(teks), teks)

    def test_templat(self) -> None:
        self.assertTrue(templat_belum_diubah(" A  b ", ("A b",)))
        self.assertFalse(templat_belum_diubah("A b c", ("A b",)))

    def test_nomor_dan_kunci(self) -> None:
        nomor = buat_nomor(2026)
        self.assertRegex(nomor, r"^26-\d{3}-\d{3}$")
        self.assertEqual(baca_nomor(f" {nomor.replace('-', ' ')} "), nomor)
        for salah in ("", "26-48-1507x", "٢٦-481-507", "26-481-5077"):
            self.assertEqual(baca_nomor(salah), "")
        kunci = buat_kunci()
        self.assertEqual(len(baca_kunci(kunci)), 24)
        self.assertEqual(baca_kunci("ABC"), "")

    def test_hitungan_kecil_tidak_dapat_dikurangkan(self) -> None:
        self.assertEqual(gabungkan_kecil([("a", 20), ("b", 9), ("c", 2)]), [("a", 20), (DIGABUNG, 11)])
        self.assertEqual(gabungkan_kecil([("a", 20), ("b", 3), ("c", 2)]), [("a", 20), (DIGABUNG, 5)])
        self.assertEqual(gabungkan_kecil([("a", 2), ("b", 1)]), [(DIGABUNG, None)])
        self.assertEqual(gabungkan_kecil([("a", 7), ("b", 0)]), [("a", 7)])

    def test_pita_umur_dan_tengah(self) -> None:
        self.assertEqual([n for _, n in pita_umur([0, 3, 4, 14, 15, 61])], [2, 2, 1, 1])
        self.assertEqual(sum(n for _, n in pita_umur([])), 0)
        self.assertEqual((tengah([3, 1, 2]), tengah([])), (2, None))
