"""Participants from a sheet: case C109, faults by row with what to do, all or nothing, twice the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pelatihan.models import Kegiatan, Pendaftaran, PerjanjianKerja, PesertaLuar
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.berkas_peserta import KOLOM, baca_berkas_peserta, templat
from pelatihan.proses.impor_peserta import HasilBaris, HasilImpor, periksa_impor_peserta, simpan_impor_peserta
from pelatihan.proses.kegiatan import ubah_kegiatan
from pelatihan.proses.pendaftaran import mendaftar
from pelatihan.proses.peserta_luar import batalkan_peserta_luar
from pelatihan.ringkasan.kegiatan import jumlah_peserta
from rakumpit.audit.models import CatatanAudit
from rakumpit.lembar import tulis_xlsx
from rakumpit.organisasi.models import Pegawai, Pengguna
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_pendaftaran import MULAI, buka_kegiatan
from tests.survei.dasar import KASUS, pada

JUDUL = [ejaan[0] for ejaan in KOLOM.values()]
NIP_C109 = "198508172010011901"


class UjiImpor(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = buka_kegiatan(self.kantor.seksi)

    @staticmethod
    def lembar(*baris: list[Any]) -> bytes:
        return tulis_xlsx([JUDUL, *baris], nama_lembar="Peserta")

    def periksa(self, *baris: list[Any], oleh: Pengguna | None = None) -> list[HasilBaris]:
        isi = baca_berkas_peserta(self.lembar(*baris), "peserta.xlsx").baris
        return periksa_impor_peserta(kegiatan=self.kegiatan, baris=isi, oleh=oleh or self.pengelola)

    def simpan(self, *baris: list[Any], oleh: Pengguna | None = None, alasan: str = "") -> HasilImpor:
        isi = baca_berkas_peserta(self.lembar(*baris), "peserta.xlsx").baris
        return simpan_impor_peserta(
            kegiatan=self.kegiatan, baris=isi, oleh=oleh or self.pengelola, alasan_melampaui=alasan
        )

    def orang(self, pegawai: Pegawai, **ubah: Any) -> list[Any]:
        isi = {"nama": pegawai.nama, "nip": akun(pegawai).nip, "asal": "", "mulai": "", "selesai": ""}
        return list((isi | ubah).values())

    def banyak(self) -> tuple[int, int, int]:
        audit = CatatanAudit.objects.filter(aksi__startswith="pelatihan.").count()
        return Pendaftaran.objects.count(), PesertaLuar.objects.count(), audit


class C109Tests(UjiImpor):
    """The sheet of the log of cases: apostrophes, a citizen without NIP, one person twice, an end before its begin."""

    def setUp(self) -> None:
        super().setUp()
        self.rahmat = pabrik.buat_pegawai(
            self.kantor.seksi, nama="Drs. Rahmat Tundan, M.Si.", pengguna=pabrik.buat_pengguna(nip=NIP_C109)
        )
        self.hendri = pabrik.buat_pegawai(
            self.kantor.seksi, nama="Hendri Usop", pengguna=pabrik.buat_pengguna(nip="198012312006041909")
        )
        self.berkas = (KASUS / "C109_peserta.csv").read_bytes()

    def test_empat_baris_seperti_dalam_kasus(self) -> None:
        isi = baca_berkas_peserta(self.berkas, "C109_peserta.csv")
        satu, dua, tiga, empat = periksa_impor_peserta(kegiatan=self.kegiatan, baris=isi.baris, oleh=self.pengelola)
        self.assertEqual((satu.pegawai, satu.galat, satu.baru), (self.rahmat, [], True))
        self.assertEqual((dua.pegawai, dua.baris.isi["nama"], dua.baru), (None, "Ibu RT 03 Mungku Baru", True))
        self.assertEqual((tiga.pegawai, tiga.rangkap, tiga.baru), (self.rahmat, satu.baris.nomor, False))
        self.assertIn(f"Orangnya sama dengan baris {satu.baris.nomor}", tiga.peringatan[-1])
        self.assertEqual(empat.galat, ["Kolom J (Kembali) mendahului tanggal mulainya. Betulkan salah satunya."])
        self.assertEqual((tiga.baris.isi["mulai"], tiga.baris.isi["selesai"]), ("2026-11-30", "2026-12-02"))
        for judul in ("NIK", "NPWP", "Eselon"):
            self.assertIn(f"Kolom «{judul}» tidak dipakai dan tidak disimpan.", isi.catatan)

    def test_selama_satu_baris_salah_tidak_ada_yang_tersimpan(self) -> None:
        isi = baca_berkas_peserta(self.berkas, "C109_peserta.csv").baris
        awal = self.banyak()
        with self.assertRaisesMessage(ProsesDitolak, "1 baris perlu dibetulkan. Baris 5: Kolom J (Kembali)"):
            simpan_impor_peserta(kegiatan=self.kegiatan, baris=isi, oleh=self.pengelola)
        self.assertEqual(self.banyak(), awal)

    def test_sesudah_dibetulkan_tersimpan_sekali_juga_bila_diulang(self) -> None:
        betul = self.berkas.replace(b"2026-12-02,2026-11-30", b"2026-11-30,2026-12-02")
        isi = baca_berkas_peserta(betul, "C109_peserta.csv").baris
        self.assertEqual(
            simpan_impor_peserta(kegiatan=self.kegiatan, baris=isi, oleh=self.pengelola), HasilImpor(2, 1, 1)
        )
        self.assertEqual({satu.pegawai for satu in Pendaftaran.objects.all()}, {self.rahmat, self.hendri})
        tamu = PesertaLuar.objects.get()
        self.assertEqual((tamu.nama, tamu.asal), ("Ibu RT 03 Mungku Baru", "Ketua RT"))
        awal = self.banyak()
        self.assertEqual(
            simpan_impor_peserta(kegiatan=self.kegiatan, baris=isi, oleh=self.pengelola), HasilImpor(0, 0, 4)
        )
        self.assertEqual(self.banyak(), awal)


class PeriksaTests(UjiImpor):
    def test_kesalahan_menyebut_apa_di_mana_dan_harus_bagaimana(self) -> None:
        for baris, kata in (
            (["", akun(self.staf).nip, "", "", ""], "Kolom A (Nama) belum diisi. Tulis nama peserta"),
            (["X" * 201, "", "", "", ""], "Kolom A (Nama) lebih panjang dari 200 huruf. Pendekkan."),
            (["Siti", "19850817", "", "", ""], "Kolom B (NIP) tidak terbaca:"),
            (["Siti", pabrik.nip_rekaan(9_999), "", "", ""], "kosongkan NIP-nya: ia dicatat sebagai peserta luar"),
            (["Siti", "", "", "besok", ""], "Kolom D (Berangkat) tidak terbaca:"),
            (["Siti", "", "", date(2026, 10, 6), date(2026, 10, 5)], "Kolom E (Kembali) mendahului"),
        ):
            with self.subTest(kata):
                (hasil,) = self.periksa(baris)
                self.assertIn(kata, " ".join(hasil.galat))

    def test_berkas_yang_bukan_daftar_peserta_ditolak(self) -> None:
        for isi, nama, kata in (
            (b"bukan lembar", "peserta.xlsx", ""),
            (tulis_xlsx([["Kota", "Luas"], ["A", 1]], nama_lembar="x"), "peserta.xlsx", "judul"),
            (templat(), "peserta.xlsx", "belum berisi baris"),
            (self.lembar(*[["Siti", "", f"RT {n}", "", ""] for n in range(501)]), "peserta.xlsx", "lebih dari 500"),
        ):
            with self.subTest(kata), self.assertRaisesMessage(ProsesDitolak, kata):
                baca_berkas_peserta(isi, nama)

    def test_nama_lain_dan_hari_lain_hanya_peringatan(self) -> None:
        (satu, tamu) = self.periksa(
            self.orang(self.staf, nama="Orang Lain", mulai=MULAI.date(), selesai=MULAI.date()),
            [self.pppk.nama, "", "Warga", date(2026, 10, 6), ""],
        )
        self.assertEqual(satu.peringatan, [f"NIP ini milik {self.staf.nama}, di berkas tertulis Orang Lain."])
        self.assertEqual(
            tamu.peringatan,
            [
                "Ada pegawai bernama sama. Isi NIP-nya bila ia orang itu.",
                "Tanggal di berkas tidak memuat semua hari kegiatan.",
            ],
        )
        self.assertTrue(satu.baru)
        self.assertTrue(tamu.baru)

    def test_pemimpin_hanya_mengimpor_bawahannya(self) -> None:
        camat = akun(self.kantor.camat)
        (satu,) = self.periksa(self.orang(self.staf), oleh=camat)
        self.assertIn("didaftarkan atasan langsungnya atau pengelola", satu.galat[0])
        with self.assertRaisesMessage(ProsesDitolak, "pengelola atau pemimpin unit penyelenggara"):
            self.simpan(self.orang(self.staf), oleh=akun(self.staf))
        self.assertEqual(self.simpan(self.orang(self.staf), oleh=akun(self.kantor.kasi)), HasilImpor(1, 0, 0))

    def test_batas_jp_pppk_perlu_alasan_pengelola(self) -> None:
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(jp=Decimal(30))
        self.kegiatan.refresh_from_db()
        PerjanjianKerja.objects.create(pegawai=self.pppk, mulai=date(2026, 3, 1), selesai=date(2027, 2, 28))
        (satu,) = self.periksa(self.orang(self.pppk))
        self.assertTrue(satu.perlu_alasan)
        with self.assertRaisesMessage(ProsesDitolak, "alasan tertulis"):
            self.simpan(self.orang(self.pppk), ["Tamu", "", "", "", ""])
        self.assertEqual(self.banyak()[:2], (0, 0))
        self.assertEqual(self.simpan(self.orang(self.pppk), alasan="Unsur lemah."), HasilImpor(1, 0, 0))
        self.assertEqual(Pendaftaran.objects.get().alasan_melampaui, "Unsur lemah.")

    def test_jumlah_perintah_tetap(self) -> None:
        def hitung(*baris: list[Any]) -> int:
            with CaptureQueriesContext(connection) as kueri:
                self.periksa(*baris)
            return len(kueri)

        sedikit = hitung(self.orang(self.staf), ["Tamu", "", "", "", ""])
        lain = [pabrik.buat_pegawai(self.kantor.seksi) for n in range(40)]
        banyak = hitung(*[self.orang(satu) for satu in lain], *[[f"Tamu {n}", "", "", "", ""] for n in range(40)])
        self.assertEqual(banyak, sedikit)


class KursiTests(UjiImpor):
    """Guests hold seats as the staff do."""

    def isi_kuota(self, kuota: int) -> None:
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(kuota_maks=kuota)
        self.kegiatan.refresh_from_db()

    def test_tamu_mengisi_kursi_dan_pegawai_menunggu(self) -> None:
        self.isi_kuota(2)
        self.simpan(["Tamu A", "", "", "", ""], self.orang(self.staf), self.orang(self.pppk))
        self.assertEqual([satu.status for satu in Pendaftaran.objects.order_by("pk")], ["terdaftar", "daftar_tunggu"])
        jumlah = jumlah_peserta(self.kegiatan)
        self.assertEqual((jumlah.terisi, jumlah.menunggu, jumlah.sisa), (2, 1, 0))
        with self.assertRaisesMessage(ProsesDitolak, "Kursi sudah penuh"):
            self.simpan(["Tamu B", "", "", "", ""])
        self.kegiatan.refresh_from_db()
        nama = ("program", "kebutuhan", "judul", "moda", "internasional", "wajib", "perlu_persetujuan", "kuota_min")
        lain = ("kuota_maks", "tutup_pendaftaran", "ambang_hadir", "jp", "pagu", "sumber_dana", "keterangan")
        isi = {satu: getattr(self.kegiatan, satu) for satu in (*nama, *lain)} | {"kuota_maks": 1}
        with self.assertRaisesMessage(ProsesDitolak, "Sudah 2 kursi terisi"):
            ubah_kegiatan(kegiatan=self.kegiatan, oleh=self.pengelola, versi=self.kegiatan.versi, isi=isi)

    def test_tamu_yang_batal_memberikan_kursinya_sekali(self) -> None:
        self.isi_kuota(1)
        self.simpan(["Tamu A", "", "", "", ""])
        mendaftar(kegiatan=self.kegiatan, pegawai=[self.staf], oleh=akun(self.staf))
        tamu = PesertaLuar.objects.get()
        with self.assertRaisesMessage(ProsesDitolak, "Tulis alasan"):
            batalkan_peserta_luar(peserta=tamu, oleh=self.pengelola, alasan=" ")
        with self.assertRaisesMessage(ProsesDitolak, "pemimpin unit penyelenggara"):
            batalkan_peserta_luar(peserta=tamu, oleh=akun(self.staf), alasan="Sakit.")
        with pada(MULAI), self.assertRaisesMessage(ProsesDitolak, "sudah dimulai"):
            batalkan_peserta_luar(peserta=tamu, oleh=self.pengelola, alasan="Sakit.")
        for _ in range(2):
            batalkan_peserta_luar(peserta=tamu, oleh=self.pengelola, alasan="Sakit.")
        self.assertEqual(Pendaftaran.objects.get().status, "ditawari")
        self.assertEqual(CatatanAudit.objects.filter(aksi="pelatihan.peserta_luar.batal").count(), 1)

    def test_ditutup_sesudah_dimulai(self) -> None:
        with pada(MULAI), self.assertRaisesMessage(ProsesDitolak, "sudah dimulai"):
            self.simpan(["Tamu", "", "", "", ""])


class HalamanTests(UjiImpor):
    def setUp(self) -> None:
        super().setUp()
        self.client.force_login(self.pengelola)
        self.alamat = reverse("pelatihan:peserta_impor", args=[self.kegiatan.uuid])

    def unggah(self, *baris: list[Any]) -> Any:
        return self.client.post(
            self.alamat, {"berkas": SimpleUploadedFile("daftar.xlsx", self.lembar(*baris))}, follow=True
        )

    def test_periksa_dulu_lalu_simpan(self) -> None:
        halaman = self.unggah(self.orang(self.staf), ["Tamu <b>", "", "Ketua RT", "", ""])
        self.assertContains(halaman, "2 dapat disimpan")
        self.assertContains(halaman, "Tamu &lt;b&gt;")
        self.assertEqual(self.banyak()[:2], (0, 0))
        halaman = self.client.post(self.alamat, {"langkah": "simpan"}, follow=True)
        self.assertContains(halaman, "1 pegawai didaftarkan, 1 peserta luar dicatat.")
        self.assertContains(halaman, "Ketua RT")
        self.assertEqual(self.banyak()[:2], (1, 1))
        self.assertEqual(self.client.post(self.alamat, {"langkah": "simpan"}).status_code, 409)
        lembar = self.client.get(reverse("pelatihan:kegiatan_peserta_lembar", args=[self.kegiatan.uuid]))
        self.assertEqual(lembar.status_code, 200)

    def test_yang_salah_tampil_dan_tidak_dapat_disimpan(self) -> None:
        halaman = self.unggah(self.orang(self.staf), ["", "", "Ketua RT", "", ""])
        self.assertContains(halaman, "1 perlu dibetulkan")
        self.assertNotContains(halaman, 'value="simpan"')
        self.assertContains(self.client.post(self.alamat, {"langkah": "simpan"}), "Baris 3", status_code=409)
        self.assertContains(
            self.client.post(self.alamat, {"langkah": "batal"}, follow=True), "Tidak ada yang disimpan."
        )
        self.assertNotContains(self.client.get(self.alamat), "Hasil pemeriksaan")

    def test_berkas_lain_dan_kegiatan_lain(self) -> None:
        jawaban = self.client.post(self.alamat, {"berkas": SimpleUploadedFile("x.xlsx", b"bukan")})
        self.assertEqual(jawaban.status_code, 422)
        self.unggah(["Tamu", "", "", "", ""])
        lain = reverse("pelatihan:peserta_impor", args=[buka_kegiatan(self.kantor.seksi).uuid])
        self.assertNotContains(self.client.get(lain), "Hasil pemeriksaan")
        self.assertEqual(self.client.post(lain, {"langkah": "simpan"}).status_code, 409)
