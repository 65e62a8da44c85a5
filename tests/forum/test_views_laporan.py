"""The pages of reports: sending once, number with key, steps of the reporter, lists within their budget."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from unittest import mock
from uuid import uuid4

from django.core import signing
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum import laju
from forum.enums.laporan import StatusLaporan
from forum.models import LampiranLaporan, Laporan, RiwayatLaporan, TenggatLaporan
from forum.perhitungan.kunci import baca_kunci, buat_kunci, sidik_kunci
from forum.proses import laporan_unit as unit
from forum.ringkasan import jumlah_pengaduan, menunggu, tema_pengaduan, tepat_waktu
from forum.ringkasan.ukuran_laporan import awal_bulan, ukuran_bulan, ukuran_umum
from rakumpit.bacaan import baca
from rakumpit.dokumen.kode import tampil_kode
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import baca_pembaca
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.forum.isi_laporan import JAWABAN, foto, kirim
from tests.forum.test_laporan import KantorLaporan
from tests.kinerja.berkas import PDF, unggahan
from tests.rakumpit.isi_samaran import DIBIARKAN, DISAMARKAN, NAMA_KANTOR, TEMPAT_KANTOR

LAPOR, LACAK = "/forum/lapor/", "/forum/lacak/"


def isian(**ubah: Any) -> dict[str, Any]:
    return {
        "kiriman": str(uuid4()),
        "kunci": buat_kunci(),
        "klasifikasi": "pengaduan",
        "judul": "Antrean",
        "isi": "Menunggu dua jam.",
        "rahasia": "ya",
        "anonim": "ya",
    } | ubah


class KirimTest(KantorLaporan):
    def setUp(self) -> None:
        cache.clear()

    def test_halaman_menyebut_siapa_membaca_apa_dan_saluran_lapor(self) -> None:
        halaman = self.client.get(LAPOR).content.decode()
        for kata in ("Siapa membaca apa", "lapor.go.id", "1708", "PALANGKARAYA", "hanya dapat dibuka pengelola"):
            self.assertIn(kata, halaman)
        self.assertEqual(self.client.get(LAPOR)["Cache-Control"], "no-store")
        for alamat in (reverse("beranda"), reverse("saran_pengaduan")):
            self.assertIn(LAPOR, self.client.get(alamat).content.decode())

    def test_bawaan_anonim_dan_rahasia(self) -> None:
        halaman = self.client.get(LAPOR).content.decode()
        self.assertRegex(halaman, r'name="rahasia" value="ya" required checked')
        self.assertRegex(halaman, r'name="anonim" value="ya" required checked')

    def test_dua_kali_dikirim_satu_laporan_kunci_yang_sama(self) -> None:
        isi = isian()
        balasan = [self.client.post(LAPOR, isi) for _ in range(2)]
        laporan = Laporan.objects.get()
        for satu in balasan:
            self.assertEqual(satu.status_code, 200)
            self.assertContains(satu, laporan.nomor)
            self.assertIn(tampil_kode(baca_kunci(isi["kunci"])), satu.content.decode().replace("<br>", ""))
        self.assertEqual(laporan.sidik_kunci, sidik_kunci(baca_kunci(isi["kunci"])))
        beda = self.client.post(LAPOR, isi | {"isi": "Yang lain."})
        self.assertContains(beda, "Laporan lain sudah terkirim", status_code=409)
        self.assertContains(beda, "Yang lain.", status_code=409)

    def test_salah_isi_tidak_ada_yang_hilang(self) -> None:
        isi = isian(klasifikasi="", email="bukan-email", judul="<b>Kursi</b>", nama="Bu Contoh")
        balasan = self.client.post(LAPOR, isi)
        self.assertEqual(balasan.status_code, 422)
        halaman = balasan.content.decode()
        for kata in (
            "Pilih salah satu jenis laporan.",
            "Tulis alamat email yang lengkap",
            "&lt;b&gt;Kursi",
            "Bu Contoh",
        ):
            self.assertIn(kata, halaman)
        self.assertIn(isi["kunci"], halaman)
        self.assertFalse(Laporan.objects.exists())

    def test_dokumen_ditolak_foto_dibersihkan(self) -> None:
        balasan = self.client.post(LAPOR, isian(foto=unggahan("a.jpg", PDF)))
        self.assertContains(balasan, "hanya foto JPG atau PNG", status_code=409)
        self.assertFalse(Laporan.objects.exists())
        self.assertEqual(self.client.post(LAPOR, isian(foto=[foto(), foto()])).status_code, 200)
        self.assertEqual(LampiranLaporan.objects.get().judul, "Foto 1")

    def test_terlalu_banyak_kiriman_tulisan_tetap_ada(self) -> None:
        with mock.patch.dict(laju.BATAS, {"kirim": "1/h/key"}):
            self.client.post(LAPOR, isian())
            balasan = self.client.post(LAPOR, isian(judul="Yang kedua"))
        self.assertEqual((balasan.status_code, balasan["Retry-After"]), (429, "600"))
        self.assertContains(balasan, "Yang kedua", status_code=429)

    def test_formulir_tidak_pernah_tutup_pada_hari_libur(self) -> None:
        """Circular of 2026: channels stay open in the weeks of leave; the clock counts working days."""
        self.assertEqual(self.client.post(LAPOR, isian()).status_code, 200)
        self.assertTrue(TenggatLaporan.objects.filter(tahap="verifikasi").exists())


class LacakTest(KantorLaporan):
    def setUp(self) -> None:
        cache.clear()
        self.kunci = buat_kunci()

    def _buka(self, laporan: Laporan) -> Any:
        return self.client.post(LACAK, {"nomor": laporan.nomor, "kunci": self.kunci})

    def _tanda(self, laporan: Laporan) -> str:
        cocok = re.search(r'name="tanda" value="([^"]+)"', self._buka(laporan).content.decode())
        assert cocok is not None
        return cocok[1]

    def test_nomor_atau_kunci_salah_jawabannya_sama(self) -> None:
        laporan = kirim(kunci=self.kunci)
        halaman = [
            re.sub(r'value="[^"]*"', "", self.client.post(LACAK, isi).content.decode())
            for isi in (
                {"nomor": "26-000-000", "kunci": self.kunci},
                {"nomor": laporan.nomor, "kunci": buat_kunci()},
                {"nomor": laporan.nomor, "kunci": "pendek"},
            )
        ]
        self.assertEqual(halaman[0], halaman[1])
        self.assertEqual(halaman[0], halaman[2])
        self.assertIn("tidak cocok", halaman[0])

    def test_kunci_tidak_di_alamat_dan_tidak_di_halaman(self) -> None:
        laporan = kirim(kunci=self.kunci)
        balasan = self._buka(laporan)
        self.assertContains(balasan, laporan.nomor)
        for bentuk in (self.kunci, baca_kunci(self.kunci)):
            self.assertNotContains(balasan, bentuk)
        self.assertEqual(balasan["Cache-Control"], "no-store")
        lewat_alamat = self.client.get(LACAK, {"nomor": laporan.nomor, "kunci": self.kunci})
        self.assertNotContains(lewat_alamat, "Laporan Anda")

    def test_percobaan_salah_dibatasi_yang_benar_tidak_dihitung(self) -> None:
        laporan = kirim(kunci=self.kunci)
        with mock.patch.dict(laju.BATAS, {"lacak": "2/5m/key"}):
            for _ in range(4):
                self.assertEqual(self._buka(laporan).status_code, 200)
            kode = [self.client.post(LACAK, {"nomor": "1", "kunci": "x"}).status_code for _ in range(3)]
        self.assertEqual(kode, [422, 422, 429])

    def test_pelapor_melihat_tenggat_dan_cara_menghitungnya(self) -> None:
        laporan = self.sampai(kirim(kunci=self.kunci), StatusLaporan.DIPROSES)
        halaman = self._buka(laporan).content.decode()
        for kata in ("Mengapa begini?", "Hari ke-0:", "14 hari kerja", "belum diperiksa dengan peraturan"):
            self.assertIn(kata, halaman)
        for rahasia in (self.petugas.nama, "Mohon diperiksa.", self.pengelola.nama):
            self.assertNotIn(f">{rahasia}", halaman)

    def test_dari_pelengkap_sampai_penilaian(self) -> None:
        laporan = self.sampai(kirim(kunci=self.kunci), StatusLaporan.PERLU_DILENGKAPI)
        kosong = self.client.post(f"{LACAK}lengkapi/", {"tanda": self._tanda(laporan), "teks": ""})
        self.assertContains(kosong, "Tulis pesan Anda.", status_code=422)
        isi = {"tanda": self._tanda(laporan), "teks": "Tanggal 2 September.", "foto": foto()}
        self.assertContains(self.client.post(f"{LACAK}lengkapi/", isi), "sudah lengkap")
        lagi = self.client.post(f"{LACAK}lengkapi/", isi | {"foto": foto()})
        self.assertContains(lagi, "sekarang sudah diperiksa", status_code=409)
        laporan.refresh_from_db()
        self.assertEqual((laporan.status, laporan.lampiran.count()), ("terverifikasi", 1))
        dijawab = self.sampai(kirim(kunci=buat_kunci()), StatusLaporan.DIJAWAB)
        tanda = signing.dumps(str(dijawab.uuid), salt="forum.lacak")
        self.assertContains(self.client.post(f"{LACAK}setuju/", {"tanda": tanda}), "Laporan ini selesai")
        nilai = self.client.post(f"{LACAK}nilai/", {"tanda": tanda, "kepuasan": "4", "teks": "Cepat"})
        self.assertContains(nilai, "Terima kasih atas penilaian")
        self.assertEqual(self.client.post(f"{LACAK}nilai/", {"tanda": tanda, "kepuasan": "1"}).status_code, 409)

    def test_tanpa_tanda_atau_tanda_orang_lain_ditolak_tulisan_kembali(self) -> None:
        laporan = self.sampai(kirim(kunci=self.kunci), StatusLaporan.DIJAWAB)
        for tanda in ("", "palsu", signing.dumps(str(laporan.uuid), salt="lain")):
            balasan = self.client.post(f"{LACAK}balas/", {"tanda": tanda, "teks": "Tulisan panjang."})
            self.assertContains(balasan, "Tulisan panjang.", status_code=409)
        tanda = self._tanda(laporan)
        with mock.patch("django.core.signing.time.time", return_value=4_000_000_000):
            balasan = self.client.post(f"{LACAK}balas/", {"tanda": tanda, "teks": "Terlalu lama."})
        self.assertContains(balasan, "sudah lama terbuka", status_code=409)
        self.assertFalse(RiwayatLaporan.objects.filter(langkah="balas").exists())


class UmumTest(KantorLaporan):
    def test_f06_anonim_tidak_rahasia(self) -> None:
        self.sampai(
            kirim(rahasia=False, isi="Hubungi saya di 0813-5551-2346.", nama="Bu Contoh"), StatusLaporan.DIJAWAB
        )
        self.sampai(kirim(judul="Yang rahasia"), StatusLaporan.DIJAWAB)
        kirim(rahasia=False, judul="Belum dijawab")
        halaman = self.client.get("/forum/laporan/").content.decode()
        for ada in ("Anonim", "Hubungi saya di [nomor telepon].", JAWABAN):
            self.assertIn(ada, halaman)
        for tidak in ("Bu Contoh", "0813", "Yang rahasia", "Belum dijawab", self.petugas.nama):
            self.assertNotIn(tidak, halaman)

    def test_nama_petugas_tersamar_dalam_laporan_dan_jawaban(self) -> None:
        pabrik.buat_pegawai(nama="Drs. Rahmat Tundan, M.Si.")
        laporan = kirim(rahasia=False, judul="rahmat di loket 2", isi="Kata Tundan lihat www.x.example")
        laporan = self.sampai(laporan, StatusLaporan.DIPROSES)
        teks = "Pak Rahmat Tundan S.Sos sudah dibina."
        unit.jawab(laporan=laporan, oleh=self.akun, versi=laporan.versi, teks=teks, hasil="dengan_perbaikan")
        (baris,) = self.client.get("/forum/laporan/").context["baris"]
        self.assertEqual(
            (baris["judul"], baris["isi"], baris["jawaban"]),
            ("[nama] di loket 2", "Kata [nama] lihat [tautan]", "Pak [nama] sudah dibina."),
        )

    def test_contoh_samaran_survei_berlaku_juga_di_sini(self) -> None:
        for nama in NAMA_KANTOR:
            pabrik.buat_pegawai(nama=nama.title())
        for tempat in TEMPAT_KANTOR:
            pabrik.buat_unit(nama=tempat)
        dijawab = self.sampai(kirim(rahasia=False), StatusLaporan.DIJAWAB)
        sama = [(satu, satu) for satu in DIBIARKAN if "http" not in satu]
        for tulisan, terbaca in DISAMARKAN + sama:
            Laporan.objects.filter(pk=dijawab.pk).update(isi=tulisan)
            (baris,) = self.client.get("/forum/laporan/").context["baris"]
            self.assertEqual(baris["isi"], terbaca)

    def test_hitungan_kecil_disembunyikan(self) -> None:
        """C89: a month with few reports would tell whose they are."""
        for _ in range(4):
            kirim()
        ukuran = ukuran_umum(awal_bulan(hari_ini()))
        self.assertEqual((ukuran.masuk, ukuran.menurut_jenis, ukuran.jawaban), (None, [], None))
        self.assertContains(self.client.get("/forum/laporan/"), "Kurang dari 5")
        kirim(klasifikasi="saran")
        ukuran = ukuran_umum(awal_bulan(hari_ini()))
        self.assertEqual((ukuran.masuk, ukuran.menurut_jenis), (5, [("Lainnya, digabung", 5)]))

    def test_ukuran_bulan(self) -> None:
        tepat = self.sampai(kirim(), StatusLaporan.SELESAI)
        telat = self.sampai(kirim(), StatusLaporan.DIPROSES)
        TenggatLaporan.objects.filter(laporan=telat, tahap="penyelesaian").update(
            mulai=hari_ini() - timedelta(days=30), batas=hari_ini() - timedelta(days=5)
        )
        self.sampai(kirim(), StatusLaporan.DICABUT)
        ukuran = ukuran_bulan(awal_bulan(hari_ini()))
        self.assertEqual((ukuran.masuk, ukuran.menurut_jenis), (3, [("Pengaduan", 3)]))
        self.assertEqual((ukuran.verifikasi.isi, ukuran.verifikasi.dari), (2, 2))
        self.assertEqual((ukuran.jawaban.isi, ukuran.jawaban.dari, ukuran.jawaban.persen), (1, 2, 50))
        self.assertEqual(ukuran.hari_menjawab, 0)
        bukti = tepat_waktu(hari_ini() - timedelta(days=30), hari_ini() + timedelta(days=60))
        self.assertEqual(bukti.pegawai[self.petugas.pk].tepat, 1)
        self.assertEqual(bukti.pegawai[self.petugas.pk].terlambat, 1)
        assert tepat.unit_id is not None
        self.assertEqual(bukti.unit[tepat.unit_id].jumlah, 2)

    def test_jumlah_pengaduan_unit_menurut_hari_diterima(self) -> None:
        diteruskan = self.sampai(kirim(), StatusLaporan.DIPROSES)
        self.sampai(kirim(klasifikasi="saran"), StatusLaporan.DIPROSES)
        kirim()
        unit, hari = diteruskan.unit_id, hari_ini()
        assert unit is not None
        besok = hari + timedelta(days=1)
        self.assertEqual([jumlah_pengaduan(unit, *masa) for masa in ((hari, hari), (besok, besok))], [1, 0])

    def test_tema_pengaduan_terbuka(self) -> None:
        layanan = pabrik.buat_layanan(pabrik.buat_unit(), nama="Surat pindah")
        kirim(layanan=layanan)
        self.sampai(kirim(layanan=layanan), StatusLaporan.SELESAI)
        self.assertEqual([(satu.nama, satu.jumlah) for satu in tema_pengaduan()], [("Surat pindah", 1)])


@override_settings(USERSESSIONS_TRACK_ACTIVITY=False)
class StafTest(KantorLaporan):
    def _klien(self, pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    def _kueri(self, klien: Client, alamat: str) -> int:
        klien.get(alamat)
        with CaptureQueriesContext(connection) as kueri:
            self.assertEqual(klien.get(alamat).status_code, 200)
        return len(kueri)

    def test_daftar_sama_banyak_kueri(self) -> None:
        klien = self._klien(self.pengelola)
        alamat = (reverse("forum:laporan_daftar"), "/forum/laporan/", reverse("forum:laporan_ukuran"))
        self.sampai(kirim(rahasia=False), StatusLaporan.DIJAWAB)
        sedikit = [self._kueri(klien, satu) for satu in alamat]
        for _ in range(6):
            self.sampai(kirim(rahasia=False), StatusLaporan.DIJAWAB)
            self.sampai(kirim(), StatusLaporan.DIPROSES)
        banyak = [self._kueri(klien, satu) for satu in alamat]
        self.assertEqual(sedikit, banyak)
        self.assertLessEqual(max(banyak), 20)

    def test_cari_tanda_persen_sebagai_huruf(self) -> None:
        """C85."""
        kirim(judul="Diskon 100% palsu")
        kirim(judul="Biasa")
        klien = self._klien(self.pengelola)
        self.assertContains(klien.get("/forum/kelola/laporan/?q=100%25"), "Diskon")
        for kata in ("%25%25", "_"):
            self.assertNotContains(klien.get(f"/forum/kelola/laporan/?q={kata}"), "Biasa")

    def test_halaman_waktu_sama_tiap_laporan_sekali(self) -> None:
        """C87."""
        semua = {kirim().nomor for _ in range(45)}
        klien = self._klien(self.pengelola)
        with mock.patch("forum.views.laporan_daftar.BANYAK", 20):
            lihat = [
                nomor
                for halaman in (1, 2, 3)
                for nomor in re.findall(
                    r">(\d\d-\d{3}-\d{3}) <span", klien.get(f"/forum/kelola/laporan/?page={halaman}").content.decode()
                )
            ]
        self.assertEqual((len(lihat), set(lihat)), (45, semua))

    def test_petugas_hanya_melihat_yang_diteruskan_kepadanya(self) -> None:
        kirim(judul="Belum diteruskan")
        self.sampai(kirim(judul="Untuk saya"), StatusLaporan.DIDISPOSISIKAN)
        halaman = self._klien(self.akun).get("/forum/kelola/laporan/").content.decode()
        self.assertIn("Untuk saya", halaman)
        self.assertNotIn("Belum diteruskan", halaman)

    def test_tugas_di_beranda(self) -> None:
        kirim()
        laporan = self.sampai(kirim(), StatusLaporan.DIDISPOSISIKAN)
        for siapa, judul in ((self.akun, f"Kerjakan laporan {laporan.nomor}"), (self.pengelola, "Periksa laporan")):
            tugas = baca(menunggu(baca(baca_pembaca(siapa, hari_ini()))))
            self.assertEqual(len(tugas), 1)
            self.assertTrue(tugas[0].judul.startswith(judul))
            self.assertIsNotNone(tugas[0].tenggat)

    def test_jawaban_yang_hanya_diteruskan_dikatakan(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)
        isi = {"versi": laporan.versi, "teks": "Sudah kami teruskan.", "hasil": "dengan_perbaikan"}
        balasan = self._klien(self.akun).post(reverse("forum:laporan_jawab", args=[laporan.uuid]), isi, follow=True)
        self.assertContains(balasan, "Disimpan sebagai kabar kemajuan")

    def test_langkah_basi_tulisan_tetap_ada(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)
        isi = {"versi": 1, "teks": JAWABAN, "hasil": "dengan_perbaikan"}
        balasan = self._klien(self.akun).post(reverse("forum:laporan_jawab", args=[laporan.uuid]), isi)
        self.assertContains(balasan, JAWABAN, status_code=409)
        self.assertContains(balasan, "diubah orang lain", status_code=409)

    def test_kembalikan_menuju_daftar(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)
        isi = {"versi": laporan.versi, "alasan": "Bukan tugas kami."}
        balasan = self._klien(self.akun).post(reverse("forum:laporan_kembalikan", args=[laporan.uuid]), isi)
        self.assertRedirects(balasan, reverse("forum:laporan_daftar"))
