"""Pages of registration: what they say, their number of statements, and what a refused form keeps."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from pelatihan.models import Kegiatan, Pendaftaran, PilihanPendaftaran
from pelatihan.proses.pendaftaran import batalkan, mendaftar
from pelatihan.ringkasan.tugas import cari
from rakumpit.bacaan import baca
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_tanggal
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_pendaftaran import MULAI, buka_kegiatan


class HalamanPendaftaranTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = buka_kegiatan(self.kantor.seksi, 1, perlu_persetujuan=True)
        self.kasi = akun(self.kantor.kasi)

    def buka(self, nama: str, *args: object, siapa: Pengguna | None = None, **kueri: str) -> Any:
        self.client.force_login(siapa or self.pengelola)
        return self.client.get(reverse(f"pelatihan:{nama}", args=args), kueri)

    def kirim(self, nama: str, *args: object, siapa: Pengguna, **isi: Any) -> Any:
        self.client.force_login(siapa)
        return self.client.post(reverse(f"pelatihan:{nama}", args=args), isi)

    def daftar(self, pegawai: Pegawai, kegiatan: Kegiatan | None = None) -> Pendaftaran:
        return mendaftar(kegiatan=kegiatan or self.kegiatan, pegawai=[pegawai], oleh=akun(pegawai))[0]

    def test_daftar_dari_halaman_kegiatan_lalu_tampil_keadaannya(self) -> None:
        self.daftar(self.pppk)
        halaman = self.buka("kegiatan", self.kegiatan.uuid, siapa=akun(self.staf))
        self.assertContains(halaman, "Masuk daftar tunggu")
        self.assertContains(halaman, "yang mendaftar lebih dulu")
        self.assertEqual(self.kirim("pendaftaran_daftar", self.kegiatan.uuid, siapa=akun(self.staf)).status_code, 302)
        halaman = self.buka("kegiatan", self.kegiatan.uuid, siapa=akun(self.staf))
        self.assertContains(halaman, "Anda nomor 1 di daftar tunggu")
        self.assertNotContains(halaman, "Masuk daftar tunggu</button>")

    def test_halaman_kegiatan_menyebut_sebab_tidak_dapat_mendaftar(self) -> None:
        tutup = buka_kegiatan(self.kantor.seksi, status="ditutup")
        halaman = self.buka("kegiatan", tutup.uuid, siapa=akun(self.staf))
        self.assertContains(halaman, "Pendaftaran sudah ditutup penyelenggara.")
        self.assertNotContains(halaman, reverse("pelatihan:pendaftaran_daftar", args=[tutup.uuid]))
        ditolak = self.kirim("pendaftaran_daftar", tutup.uuid, siapa=akun(self.staf))
        self.assertContains(ditolak, "Pendaftaran sudah ditutup penyelenggara.", status_code=409)

    def test_peringatan_tampil_sebelum_mendaftar(self) -> None:
        lain = buka_kegiatan(self.kantor.seksi)
        self.daftar(self.staf, lain)
        for nama in ("kegiatan", "pendaftaran_daftar"):
            halaman = self.buka(nama, self.kegiatan.uuid, siapa=akun(self.staf))
            self.assertContains(halaman, f"Waktunya bertumpuk dengan «{lain.judul}».")

    def test_tawaran_di_beranda_dan_diterima(self) -> None:
        pertama, kedua = self.daftar(self.staf), self.daftar(self.pppk)
        batalkan(pendaftaran=pertama, oleh=akun(self.staf))
        self.client.force_login(akun(self.pppk))
        self.assertContains(self.client.get(reverse("beranda")), f"Jawab tawaran kursi: {self.kegiatan.judul}")
        halaman = self.buka("pendaftaran", kedua.uuid, siapa=akun(self.pppk))
        self.assertContains(halaman, "Jawab paling lambat Kamis, 17 September 2026, 23.59 WIB")
        self.kirim("pendaftaran_terima", kedua.uuid, siapa=akun(self.pppk))
        kedua.refresh_from_db()
        self.assertEqual(kedua.status, "menunggu")

    def test_atasan_melihat_dan_menyetujui_banyak(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, perlu_persetujuan=True)
        baris = [self.daftar(satu, kegiatan) for satu in (self.staf, self.pppk)]
        self.client.force_login(self.kasi)
        self.assertContains(self.client.get(reverse("beranda")), f"Jawab pendaftaran: {kegiatan.judul}")
        self.assertContains(self.buka("tim", siapa=self.kasi), "Jawab 2 pendaftaran")
        self.assertContains(
            self.kirim("pendaftaran_menunggu", siapa=self.kasi), "Pilih paling sedikit", status_code=409
        )
        kode = [str(satu.uuid) for satu in baris]
        self.assertEqual(self.kirim("pendaftaran_menunggu", siapa=self.kasi, pilih=kode).status_code, 302)
        self.assertEqual(set(Pendaftaran.objects.values_list("status", flat=True)), {"terdaftar"})
        self.assertContains(
            self.kirim("pendaftaran_menunggu", siapa=self.kasi, pilih=kode), "sudah lewat", status_code=409
        )
        self.assertEqual(self.kirim("pendaftaran_menunggu", siapa=self.kasi, pilih=["bukan"]).status_code, 404)

    def test_diam_lewat_tenggat_tampil_pada_atasan_di_atasnya(self) -> None:
        baris = self.daftar(self.staf)
        camat = akun(self.kantor.camat)
        self.assertNotContains(self.buka("pendaftaran_menunggu", siapa=camat), self.kegiatan.judul)
        Pendaftaran.objects.filter(pk=baris.pk).update(batas_atasan=MULAI.date() - timedelta(days=30))
        self.assertContains(self.buka("pendaftaran_menunggu", siapa=camat), self.kegiatan.judul)
        self.assertContains(self.buka("pendaftaran_menunggu", siapa=self.kasi), "Sudah lewat")

    def test_pengelola_menjawab_bagi_yang_atasannya_tanpa_akun(self) -> None:
        self.daftar(self.kantor.camat)
        lain = buka_kegiatan(self.kantor.seksi, perlu_persetujuan=True)
        self.daftar(self.staf, lain)
        halaman = self.buka("pendaftaran_menunggu")
        self.assertContains(halaman, self.kegiatan.judul)
        self.assertNotContains(halaman, lain.judul)

    def test_isian_yang_ditolak_tidak_hilang(self) -> None:
        tutup = buka_kegiatan(self.kantor.seksi, status="ditutup")
        kode = str(self.staf.uuid)
        halaman = self.kirim(
            "pendaftaran_daftarkan", tutup.uuid, siapa=self.pengelola, pegawai=[kode], alasan_melampaui="Penting <b>"
        )
        self.assertEqual(halaman.status_code, 409)
        kosong = self.kirim(
            "pendaftaran_daftarkan", self.kegiatan.uuid, siapa=self.pengelola, alasan_melampaui="Satu <b>"
        )
        self.assertContains(kosong, "Satu &lt;b&gt;", status_code=422)
        self.assertContains(kosong, "Pilih paling sedikit satu pegawai.", status_code=422)

    def test_atasan_hanya_mendaftarkan_bawahan_langsung(self) -> None:
        halaman = self.buka("pendaftaran_daftarkan", self.kegiatan.uuid, siapa=self.kasi)
        self.assertContains(halaman, self.staf.nama)
        self.assertNotContains(halaman, "Camat</label>")
        camat = self.buka("pendaftaran_daftarkan", self.kegiatan.uuid, siapa=akun(self.kantor.camat))
        self.assertNotContains(camat, self.staf.nama)
        self.assertContains(camat, "Kasi")

    def test_pilihan_ikut_ke_halaman_lain_dan_ke_pencarian(self) -> None:
        """Ticks are sent with the button that turns the page; nobody is registered by it."""
        orang = [pabrik.buat_pegawai(self.kantor.seksi, nama=f"Zulkarnaen {n:02}") for n in range(25)]
        awal, akhir, ragu = str(orang[0].uuid), str(orang[24].uuid), str(orang[1].uuid)

        def lihat(nomor: str, *pilih: str, q: str = "zulkarnaen") -> Any:
            isi = {"lihat": nomor, "q": q, "pegawai": [*pilih], "alasan_melampaui": "Semua perlu."}
            return self.kirim("pendaftaran_daftarkan", self.kegiatan.uuid, siapa=self.pengelola, **isi)

        halaman = lihat("1")
        self.assertContains(halaman, f'value="{awal}"')
        self.assertNotContains(halaman, f'value="{akhir}"')
        self.assertNotContains(halaman, "Pilih paling sedikit satu pegawai.")
        halaman = lihat("2", awal, ragu, "bukan-kode")
        self.assertContains(halaman, "Sudah dipilih di halaman lain: 2 orang")
        self.assertContains(halaman, f'value="{awal}" checked')
        self.assertContains(halaman, "Semua perlu.")
        halaman = lihat("1", awal, akhir, q="Zulkarnaen 24")
        self.assertContains(halaman, "Sudah dipilih di halaman lain: 1 orang")
        self.assertContains(halaman, f'value="{akhir}" checked')
        self.assertNotContains(halaman, f'value="{ragu}" checked')
        self.assertEqual(Pendaftaran.objects.count(), 0)
        kirim = self.kirim("pendaftaran_daftarkan", self.kegiatan.uuid, siapa=self.pengelola, pegawai=[awal, akhir])
        self.assertEqual(kirim.status_code, 302)
        self.assertEqual({satu.pegawai_id for satu in Pendaftaran.objects.all()}, {orang[0].pk, orang[24].pk})

    def test_galat_tetap_di_halaman_yang_sedang_dilihat(self) -> None:
        for n in range(25):
            pabrik.buat_pegawai(self.kantor.seksi, nama=f"Zulkarnaen {n:02}")
        isi = {"q": "zulkarnaen", "halaman_kini": "2"}
        halaman = self.kirim("pendaftaran_daftarkan", self.kegiatan.uuid, siapa=self.pengelola, **isi)
        self.assertContains(halaman, "Halaman 2 dari 2", status_code=422)
        self.assertContains(halaman, "Zulkarnaen 24", status_code=422)

    def test_pencarian_menemukan_kegiatan_yang_boleh_dibaca(self) -> None:
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(judul="Menyambut warga di loket")
        buka_kegiatan(pabrik.buat_unit(nama="Seksi Lain"), judul="Menyambut tamu", status="draf")
        (satu,) = baca(cari(akun(self.staf), "menyambut", batas=8))
        self.assertEqual((satu.jenis, satu.judul), ("Kegiatan pelatihan", "Menyambut warga di loket"))
        self.assertEqual(satu.keterangan, f"Pendaftaran dibuka · Seksi Pelayanan · {format_tanggal(MULAI.date())}")
        self.assertEqual(satu.tautan, self.kegiatan.get_absolute_url())
        self.assertEqual(len(baca(cari(self.pengelola, "menyambut", batas=8))), 2)
        self.assertEqual(len(baca(cari(self.pengelola, "menyambut", batas=1))), 1)
        self.assertEqual(baca(cari(pabrik.buat_pengguna(), "menyambut", batas=8)), [])

    def test_lembar_peserta_aman_dari_rumus_dan_menurut_saringan(self) -> None:
        Pegawai.objects.filter(pk=self.staf.pk).update(nama='=HYPERLINK("http://x")')
        self.daftar(self.pppk)
        self.daftar(Pegawai.objects.get(pk=self.staf.pk))
        lembar = load_workbook(BytesIO(self.buka("kegiatan_peserta_lembar", self.kegiatan.uuid).content)).active
        self.assertEqual(lembar.max_row, 3)
        self.assertNotIn("f", {sel.data_type for baris in lembar.rows for sel in baris})
        saring = self.buka("kegiatan_peserta_lembar", self.kegiatan.uuid, keadaan="daftar_tunggu")
        baris = [[sel.value for sel in satu] for satu in load_workbook(BytesIO(saring.content)).active.rows]
        self.assertEqual([baris[1][2], baris[1][3], baris[1][4]], ["Seksi Pelayanan", "Daftar tunggu", 1])

    def test_pilihan_disimpan_dan_urutan_terkunci_sesudah_dibuka(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, status="disetujui")
        isi = {"versi": "0", "urutan": "belum_pernah", "pengingat": "on", "pengingat_menit": ["120", "1440"]}
        self.assertEqual(self.kirim("kegiatan_pilihan", kegiatan.uuid, siapa=self.kasi, **isi).status_code, 302)
        pilihan = PilihanPendaftaran.objects.get()
        self.assertEqual(
            (pilihan.urutan, pilihan.setiap_sesi, pilihan.pengingat_menit), ("belum_pernah", False, [1440, 120])
        )
        Kegiatan.objects.filter(pk=kegiatan.pk).update(status="pendaftaran")
        lagi = self.kirim(
            "kegiatan_pilihan", kegiatan.uuid, siapa=self.kasi, **(isi | {"versi": "1", "urutan": "waktu"})
        )
        self.assertEqual(lagi.status_code, 302)
        pilihan.refresh_from_db()
        self.assertEqual((pilihan.urutan, pilihan.versi), ("belum_pernah", 2))

    def test_jumlah_perintah_tetap(self) -> None:
        """The same for few rows and for many, and at most 20."""
        self.kegiatan = buka_kegiatan(self.kantor.seksi, 1, perlu_persetujuan=True)
        self.banyak(2)
        awal = self.hitung()
        self.banyak(14)
        self.assertEqual(self.hitung(), awal)
        # The event's page shows all that belongs to it, so it may take more.
        rinci = awal.pop("kegiatan")
        self.assertLessEqual(rinci, 35)
        self.assertLessEqual(max(awal.values()), 20)

    def hitung(self) -> dict[str, int]:
        satu = Pendaftaran.objects.filter(pegawai=self.staf).first() or self.daftar(self.staf)
        halaman: dict[str, tuple[tuple[object, ...], Pengguna]] = {
            "kegiatan": ((self.kegiatan.uuid,), akun(self.pppk)),
            "kegiatan_peserta": ((self.kegiatan.uuid,), self.pengelola),
            "kegiatan_peserta_lembar": ((self.kegiatan.uuid,), self.pengelola),
            "pendaftaran_daftarkan": ((self.kegiatan.uuid,), self.kasi),
            "pendaftaran_menunggu": ((), self.kasi),
            "pendaftaran_saya": ((), akun(self.staf)),
            "pendaftaran": ((satu.uuid,), self.kasi),
        }
        hasil = {}
        for nama, (args, siapa) in halaman.items():
            self.buka(nama, *args, siapa=siapa)
            with CaptureQueriesContext(connection) as kueri:
                self.assertEqual(self.buka(nama, *args, siapa=siapa).status_code, 200)
            hasil[nama] = len(kueri)
        return hasil

    def banyak(self, n: int) -> None:
        """People of the team who registered, and events of *staf*."""
        for _ in range(n):
            self.daftar(pabrik.buat_pegawai(self.kantor.seksi))
            pabrik.buat_pegawai(self.kantor.seksi)
            self.daftar(self.staf, buka_kegiatan(self.kantor.seksi, perlu_persetujuan=True))
