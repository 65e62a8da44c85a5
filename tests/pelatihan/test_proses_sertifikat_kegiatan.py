"""Certificates of own events: once for who passed, with their hours; revoked and issued again with the history kept."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pypdf

from pelatihan.enums import StatusKebutuhan, StatusRencana, SumberKebutuhan
from pelatihan.models import (
    AturanSesudahPelatihan,
    Kegiatan,
    Kehadiran,
    PerjanjianKerja,
    Program,
    RiwayatJP,
    SertifikatKegiatan,
)
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.proses.cetak_sertifikat import cetak_semua, pastikan_tercetak
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.kebutuhan import usulkan_kebutuhan
from pelatihan.proses.rencana import tetapkan, validasi, verifikasi
from pelatihan.proses.sertifikat import perbaiki_riwayat, verifikasi_sertifikat
from pelatihan.proses.sertifikat_kegiatan import cabut_sertifikat, terbitkan_sertifikat, terbitkan_ulang
from pelatihan.ringkasan.jp import jp_satu
from pelatihan.tasks import cetak_sertifikat
from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.dokumen.models import Dokumen
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai, Penugasan
from rakumpit.waktu import hari_ini
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun, buat_rencana, buat_riwayat, buat_sertifikat
from tests.pelatihan.isi_sertifikat import ikut, kegiatan_usai

D = Decimal
HARI: dict[str, Any] = {
    "mulai": date(2026, 8, 3),
    "selesai": date(2026, 8, 4),
    "tanggal_sertifikat": date(2026, 8, 5),
    "hari": 2,
}


class UjiSertifikat(UjiPelatihan):
    def usai(self, *peserta: Pegawai, **ubah: Any) -> Kegiatan:
        return kegiatan_usai(self.kantor.seksi, self.pengelola, *peserta, **ubah)

    def terbit(self, kegiatan: Kegiatan) -> list[SertifikatKegiatan]:
        return terbitkan_sertifikat(kegiatan=kegiatan, oleh=self.pengelola)


class TerbitTests(UjiSertifikat):
    def test_yang_memenuhi_syarat_mendapat_satu_dengan_jp(self) -> None:
        kegiatan = self.usai(self.staf)
        ikut(kegiatan, self.pppk, self.pengelola, hadir=False)
        (satu,) = self.terbit(kegiatan)
        self.assertEqual((satu.nomor, satu.nama, satu.penanda), ("001/SERT/2026", "Staf 1", "Camat"))
        self.assertEqual((satu.mulai, satu.selesai, satu.tanggal), (date(2026, 8, 3), date(2026, 8, 4), hari_ini()))
        self.assertEqual(satu.kompetensi, "Pelayanan publik, level 2 Dasar")
        riwayat = RiwayatJP.objects.get()
        self.assertEqual((riwayat.jp, riwayat.selesai, riwayat.nomor), (D(5), date(2026, 8, 4), satu.nomor))
        self.assertEqual(jp_satu(self.staf, hari_ini()).singkat, "5 dari 20 JP")
        self.assertEqual(Notifikasi.objects.get(penerima=akun(self.staf)).judul, f"Sertifikat terbit: {kegiatan.judul}")

    def test_hadir_tiga_dari_empat_sesi_tidak_bersertifikat(self) -> None:
        """S08: 75 percent against a threshold of 80."""
        kegiatan = self.usai(sesi=("2026-08-03", "2026-08-04", "2026-08-05", "2026-08-06"))
        ikut(kegiatan, self.staf, self.pengelola, sesi=3)
        ikut(kegiatan, self.pppk, self.pengelola, sesi=4)
        self.assertEqual([satu.pegawai for satu in self.terbit(kegiatan)], [self.pppk])
        self.assertFalse(RiwayatJP.objects.filter(pegawai=self.staf).exists())

    def test_dipanggil_lagi_tidak_menerbitkan_dua_kali(self) -> None:
        kegiatan = self.usai(self.staf)
        self.terbit(kegiatan)
        self.assertEqual(self.terbit(kegiatan), [])
        ikut(kegiatan, self.pppk, self.pengelola)
        (kedua,) = self.terbit(kegiatan)
        self.assertEqual((kedua.nomor, kedua.pegawai), ("002/SERT/2026", self.pppk))
        self.assertEqual(RiwayatJP.objects.count(), 2)

    def test_tanpa_jp_program_dihitung_dari_bentuk_lalu_menit(self) -> None:
        Program.objects.filter(kode="sikap-melayani").update(jp=None)
        (satu,) = self.terbit(self.usai(self.staf))
        self.assertEqual((satu.jp, satu.rincian_jp), (D(10), "2 hari, kegiatan nasional"))  # workshop: 5 a day
        program = Program.objects.get(kode="sikap-melayani")
        program.bentuk.__class__.objects.filter(pk=program.bentuk_id).update(konversi_aktif=False)
        (lain,) = self.terbit(self.usai(self.pppk))
        self.assertEqual((lain.jp, lain.rincian_jp), (D(10), "450 menit dibagi 45, kegiatan nasional"))

    def test_yang_terlalu_singkat_bersertifikat_tanpa_jp(self) -> None:
        program = Program.objects.get(kode="sikap-melayani")
        Program.objects.filter(pk=program.pk).update(jp=None)
        program.bentuk.__class__.objects.filter(pk=program.bentuk_id).update(konversi_aktif=False)
        kegiatan = self.usai(self.staf)
        kegiatan.sesi.update(istirahat_menit=239)
        (satu,) = self.terbit(kegiatan)
        self.assertIsNone(satu.jp)
        self.assertIn("45 menit", satu.rincian_jp)
        self.assertFalse(RiwayatJP.objects.exists())

    def test_yang_belum_usai_dan_yang_bukan_penyelenggara_ditolak(self) -> None:
        berlangsung = self.usai(self.staf, status=StatusKegiatan.BERLANGSUNG.value)
        nanti = self.usai(self.staf, sesi=("2026-09-16",))
        kosong = self.usai(self.staf, sesi=())
        usai = self.usai(self.staf)
        for kegiatan, oleh, kata in (
            (berlangsung, self.pengelola, "berstatus berlangsung"),
            (nanti, self.pengelola, "belum berlangsung"),
            (kosong, self.pengelola, "tidak punya sesi"),
            (usai, akun(self.staf), "pengelola atau pimpinan unit"),
        ):
            with self.subTest(kata), self.assertRaisesMessage(ProsesDitolak, kata):
                terbitkan_sertifikat(kegiatan=kegiatan, oleh=oleh)
        self.assertFalse(SertifikatKegiatan.objects.exists())

    def test_nomor_menurut_aturan_hari_itu(self) -> None:
        AturanSesudahPelatihan.objects.create(
            mulai=date(2026, 9, 1), pola_nomor="800.2.4/{urut}-KRKP/{tahun}", dasar_hukum="Pilihan kantor."
        )
        (satu,) = self.terbit(self.usai(self.staf))
        self.assertEqual(satu.nomor, "800.2.4/001-KRKP/2026")

    def test_tanpa_pemimpin_tidak_ada_penanda(self) -> None:
        Penugasan.objects.filter(jabatan__memimpin=True).update(selesai=date(2026, 9, 1))
        with self.assertRaisesMessage(ProsesDitolak, "tidak ada penanda tangan"):
            self.terbit(self.usai(self.staf))

    def test_pppk_melampaui_batas_dicatat_penuh_dan_diakui_sampai_batas(self) -> None:
        """J10: 20 JP, then 6 more against a limit of 24."""
        PerjanjianKerja.objects.create(pegawai=self.pppk, mulai=date(2026, 3, 1), selesai=date(2027, 2, 28))
        buat_riwayat(self.pppk, self.pengelola, 20, date(2026, 4, 14))
        kegiatan = self.usai(jp=D(6))
        ikut(kegiatan, self.pppk, self.pengelola, alasan_melampaui="Tugas baru di loket.")
        self.terbit(kegiatan)
        saldo = jp_satu(self.pppk, hari_ini()).saldo
        assert saldo is not None
        self.assertEqual((saldo.tercatat, saldo.diakui, saldo.lebih), (D(26), D(24), D(2)))
        self.assertEqual(RiwayatJP.objects.get(jp=6).alasan_melampaui, "Tugas baru di loket.")

    def test_melampaui_tanpa_alasan_pendaftaran_tetap_beralasan(self) -> None:
        PerjanjianKerja.objects.create(pegawai=self.pppk, mulai=date(2026, 3, 1), selesai=date(2027, 2, 28))
        buat_riwayat(self.pppk, self.pengelola, 20, date(2026, 4, 14))
        self.terbit(self.usai(self.pppk, jp=D(6)))
        self.assertIn("terlampaui 2 JP", RiwayatJP.objects.get(jp=6).alasan_melampaui)

    def test_tahun_menurut_hari_terakhir(self) -> None:
        """J07: the certificate is of 2026, the hours of 2025."""
        (satu,) = self.terbit(self.usai(self.staf, sesi=("2025-12-29", "2025-12-31"), jp=D(15)))
        self.assertEqual(satu.tahun, 2026)
        lalu, kini = jp_satu(self.staf, date(2025, 12, 31)).saldo, jp_satu(self.staf, hari_ini()).saldo
        assert lalu is not None
        assert kini is not None
        self.assertEqual((lalu.diakui, kini.diakui), (D(15), D(0)))


class SekaliTests(UjiSertifikat):
    def test_sertifikat_luar_lebih_dulu_tidak_dihitung_lagi(self) -> None:
        luar = buat_sertifikat(
            self.staf,
            judul="Menyapa WARGA",
            penyelenggara="Kec. Uji",
            **HARI,
        )
        verifikasi_sertifikat(sertifikat=luar, oleh=self.pengelola)
        (satu,) = self.terbit(self.usai(self.staf, judul="Menyapa warga"))
        self.assertEqual(satu.rincian_jp, "Sudah dihitung 10 JP dari Kec. Uji, jadi tidak dua kali.")
        self.assertEqual(RiwayatJP.objects.get().sertifikat, luar)

    def test_sertifikat_luar_sesudahnya_ditolak(self) -> None:
        (satu,) = self.terbit(self.usai(self.staf, judul="Menyapa warga"))
        luar = buat_sertifikat(self.staf, judul="menyapa warga!", **HARI)
        with self.assertRaisesMessage(ProsesDitolak, satu.nomor):
            verifikasi_sertifikat(sertifikat=luar, oleh=self.pengelola)

    def test_kegiatan_lain_pada_hari_yang_sama_tetap_dihitung(self) -> None:
        luar = buat_sertifikat(self.staf, judul="Arsip", **HARI)
        verifikasi_sertifikat(sertifikat=luar, oleh=self.pengelola)
        self.terbit(self.usai(self.staf, judul="Menyapa warga"))
        self.assertEqual(RiwayatJP.objects.count(), 2)


class RencanaTests(UjiSertifikat):
    def test_rencana_dan_kebutuhan_terpenuhi_lalu_terbuka_lagi_saat_dicabut(self) -> None:
        kebutuhan = usulkan_kebutuhan(sumber=SumberKebutuhan.SURVEI, judul="Menyapa", unit=self.kantor.seksi)
        program = Program.objects.get(kode="sikap-melayani")
        rencana = buat_rencana(self.staf, program=program)
        verifikasi(rencana=rencana, oleh=akun(self.kantor.kasi))
        validasi(rencana=rencana, oleh=self.pengelola)
        tetapkan(rencana=rencana, oleh=akun(self.kantor.camat))
        (satu,) = self.terbit(self.usai(self.staf, kebutuhan=kebutuhan))
        rencana.refresh_from_db()
        kebutuhan.refresh_from_db()
        self.assertEqual((rencana.status, rencana.realisasi_pada), (StatusRencana.TEREALISASI.value, hari_ini()))
        self.assertEqual(rencana.riwayat.get().sertifikat_kegiatan, satu)
        self.assertEqual(kebutuhan.status, StatusKebutuhan.TERPENUHI.value)
        cabut_sertifikat(sertifikat=satu, oleh=self.pengelola, alasan="Titip absen.")
        rencana.refresh_from_db()
        kebutuhan.refresh_from_db()
        self.assertEqual((rencana.status, rencana.realisasi_pada), (StatusRencana.DITETAPKAN.value, None))
        self.assertEqual(kebutuhan.status, StatusKebutuhan.TERBUKA.value)

    def test_kebutuhan_orang_lain_dan_yang_ditutup_tidak_berubah(self) -> None:
        orang_lain = usulkan_kebutuhan(sumber=SumberKebutuhan.SURVEI, judul="Menyapa", pegawai=self.pppk)
        self.terbit(self.usai(self.staf, kebutuhan=orang_lain))
        orang_lain.refresh_from_db()
        self.assertEqual(orang_lain.status, StatusKebutuhan.TERBUKA.value)

    def test_masih_dipenuhi_peserta_lain(self) -> None:
        kebutuhan = usulkan_kebutuhan(sumber=SumberKebutuhan.SURVEI, judul="Menyapa", unit=self.kantor.seksi)
        satu, _ = self.terbit(self.usai(self.staf, self.pppk, kebutuhan=kebutuhan))
        cabut_sertifikat(sertifikat=satu, oleh=self.pengelola, alasan="Keliru.")
        kebutuhan.refresh_from_db()
        self.assertEqual(kebutuhan.status, StatusKebutuhan.TERPENUHI.value)


class CetakTests(UjiSertifikat):
    def test_dicetak_sekali_dan_kode_menuju_halamannya(self) -> None:
        (satu,) = self.terbit(self.usai(self.staf))
        self.assertTrue(Antrean.objects.filter(tugas="pelatihan.tasks.cetak_sertifikat", kunci=str(satu.uuid)).exists())
        for _ in range(2):
            cetak_sertifikat(satu.pk)
        dokumen = Dokumen.objects.get()
        satu.refresh_from_db()
        self.assertEqual(satu.dokumen, dokumen)
        teks = pypdf.PdfReader(io.BytesIO(bytes(dokumen.berkas.isi))).pages[0].extract_text()
        for kata in (satu.nomor, "Staf 1", "5 JP", "4 Agustus 2026", "Camat", dokumen.kode_tampil):
            self.assertIn(kata, teks)

    def test_nama_dengan_tanda_petik_dan_kurung_sudut_tercetak_utuh(self) -> None:
        """C77: apostrophes of both kinds, & and < are text."""
        nama = "Siti Ma'rifah Nur’aini & <b>Putri</b>, S.Kom."
        Pegawai.objects.filter(pk=self.staf.pk).update(nama=nama)
        (satu,) = self.terbit(self.usai(self.staf))
        dokumen = pastikan_tercetak(satu.pk).dokumen
        assert dokumen is not None
        teks = pypdf.PdfReader(io.BytesIO(bytes(dokumen.berkas.isi))).pages[0].extract_text()
        self.assertIn(nama, " ".join(teks.split()))

    def test_semua_satu_berkas_dengan_kode_masing_masing(self) -> None:
        kegiatan = self.usai(self.staf, self.pppk)
        self.terbit(kegiatan)
        halaman = pypdf.PdfReader(io.BytesIO(cetak_semua(kegiatan))).pages
        kode = [satu.kode_tampil for satu in Dokumen.objects.order_by("pk")]
        self.assertEqual(len(halaman), 2)
        self.assertEqual([isi in lembar.extract_text() for isi, lembar in zip(kode, halaman, strict=True)], [True] * 2)

    def test_isi_terpanjang_tetap_satu_halaman(self) -> None:
        panjang = "Raden Ayu Kusumaningtyas Wulandari Prameswari Nugrahaningsih "
        Pegawai.objects.filter(pk__in=[self.staf.pk, self.kantor.camat.pk]).update(nama=(panjang * 4)[:200].strip())
        judul = ("Pelatihan penyelenggaraan pelayanan administrasi terpadu kecamatan bagi lansia " * 3)[:200].strip()
        kegiatan = self.usai(self.staf, judul=judul)
        self.terbit(kegiatan)
        self.assertEqual(len(pypdf.PdfReader(io.BytesIO(cetak_semua(kegiatan))).pages), 1)


class CabutTests(UjiSertifikat):
    def setUp(self) -> None:
        super().setUp()
        (self.satu,) = self.terbit(self.usai(self.staf))
        pastikan_tercetak(self.satu.pk)

    def test_dicabut_dengan_jp_dan_semua_cetakannya(self) -> None:
        cabut_sertifikat(sertifikat=self.satu, oleh=self.pengelola, alasan="Titip absen.")
        riwayat, dokumen = RiwayatJP.objects.get(), Dokumen.objects.get()
        self.assertEqual((riwayat.alasan_batal, riwayat.dibatalkan_oleh), ("Titip absen.", self.pengelola))
        self.assertEqual((dokumen.alasan_batal, dokumen.status.value), ("Titip absen.", "dibatalkan"))
        self.assertEqual(jp_satu(self.staf, hari_ini()).singkat, "0 dari 20 JP")
        with self.assertRaisesMessage(ProsesDitolak, "sudah dicabut"):
            cabut_sertifikat(sertifikat=self.satu, oleh=self.pengelola, alasan="Lagi.")
        self.assertEqual(CatatanAudit.objects.filter(aksi="pelatihan.sertifikat_kegiatan.cabut").count(), 1)

    def test_jp_yang_sudah_diperbaiki_ikut_batal(self) -> None:
        perbaiki_riwayat(riwayat=RiwayatJP.objects.get(), oleh=self.pengelola, jp=D(4), alasan="Sesi singkat.")
        cabut_sertifikat(sertifikat=self.satu, oleh=self.pengelola, alasan="Titip absen.")
        self.assertFalse(RiwayatJP.objects.berlaku().exists())

    def test_tanpa_alasan_dan_oleh_pemilik_ditolak(self) -> None:
        akun(self.staf).__class__.objects.filter(pk=akun(self.staf).pk).update(pengelola=True)
        self.staf.refresh_from_db()
        for oleh, alasan, kata in ((self.pengelola, " ", "Tulis alasan"), (akun(self.staf), "Ya.", "bukan pemiliknya")):
            with self.subTest(kata), self.assertRaisesMessage(ProsesDitolak, kata):
                cabut_sertifikat(sertifikat=self.satu, oleh=oleh, alasan=alasan)

    def test_yang_dicabut_tidak_terbit_sendiri_tetapi_dapat_diganti(self) -> None:
        cabut_sertifikat(sertifikat=self.satu, oleh=self.pengelola, alasan="Keliru.")
        self.assertEqual(self.terbit(self.satu.kegiatan), [])
        baru = terbitkan_ulang(sertifikat=self.satu, oleh=self.pengelola, alasan="Ternyata hadir.")
        self.assertEqual((baru.nomor, baru.menggantikan, baru.dicabut), ("002/SERT/2026", self.satu, False))
        self.assertEqual(RiwayatJP.objects.berlaku().get().sertifikat_kegiatan, baru)
        with self.assertRaisesMessage(ProsesDitolak, "sudah punya sertifikat"):
            terbitkan_ulang(sertifikat=self.satu, oleh=self.pengelola, alasan="Sekali lagi.")

    def test_yang_tidak_lagi_memenuhi_syarat_tidak_diganti(self) -> None:
        cabut_sertifikat(sertifikat=self.satu, oleh=self.pengelola, alasan="Titip absen.")
        Kehadiran.objects.update(berlaku=False)
        with self.assertRaisesMessage(ProsesDitolak, "belum memenuhi syarat"):
            terbitkan_ulang(sertifikat=self.satu, oleh=self.pengelola, alasan="Minta lagi.")

    def test_nama_yang_diperbaiki_menjadi_versi_berikutnya(self) -> None:
        Pegawai.objects.filter(pk=self.staf.pk).update(nama="Staf Satu, S.Sos.")
        baru = terbitkan_ulang(sertifikat=self.satu, oleh=self.pengelola, alasan="Gelar kurang.")
        lama, kini = Dokumen.objects.order_by("versi")
        self.assertEqual((baru.pk, baru.nomor, baru.dokumen), (self.satu.pk, self.satu.nomor, kini))
        self.assertEqual((lama.status.value, lama.digantikan_oleh), ("digantikan", kini))
        self.assertEqual(dict(kini.fakta)["Nama"], "Staf Satu, S.Sos.")
        self.assertEqual(RiwayatJP.objects.count(), 1)
        with self.assertRaisesMessage(ProsesDitolak, "masih sama"):
            terbitkan_ulang(sertifikat=baru, oleh=self.pengelola, alasan="Lagi.")
