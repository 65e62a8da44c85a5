"""Pages of events: what they offer to whom, what a refused form keeps, and their number of statements."""

from __future__ import annotations

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pelatihan.models import Kegiatan, Narasumber, Program, Ruang, SesiKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_kegiatan import (
    buat_anggaran,
    buat_kegiatan,
    buat_narasumber,
    buat_ruang,
    buat_seri,
    buat_sesi,
    saat,
)


class HalamanKegiatanTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kasi = akun(self.kantor.kasi)
        self.client.force_login(self.kasi)
        self.kegiatan = buat_kegiatan(self.kantor.seksi, self.kasi)

    def sesi(self, **ubah: str) -> dict[str, str]:
        isian = {
            "kode": str(uuid4()),
            "judul": "Latihan",
            "tanggal": "10 Oktober 2026",
            "jam_mulai": "10.59",
            "jam_selesai": "12.00",
            "ruang": str(self.ruang.uuid),
            "istirahat_menit": "0",
        }
        return isian | ubah

    @property
    def ruang(self) -> Ruang:
        return Ruang.objects.filter(nama="Aula").first() or buat_ruang(self.kantor.seksi, nama="Aula")

    def test_draf_dari_program_sampai_tersimpan(self) -> None:
        program = Program.objects.filter(aktif=True)[0]
        alamat = f"{reverse('pelatihan:kegiatan_tambah')}?program={program.uuid}"
        form = self.client.get(alamat).context["form"]
        self.assertEqual(form.initial["judul"], program.judul)
        isian = {nama: form[nama].value() for nama in form.fields if form[nama].value() not in {None, False}}
        isian |= {"unit": str(self.kantor.seksi.uuid), "program": str(program.uuid), "judul": "Dari katalog"}
        isian["jp"] = ""
        halaman = self.client.post(alamat, isian)
        baris = Kegiatan.objects.get(judul="Dari katalog")
        self.assertRedirects(halaman, baris.get_absolute_url())
        self.assertEqual((baris.program, baris.dibuat_oleh), (program, self.kasi))

    def test_bentrok_menyebut_kegiatan_lain_dan_isian_tidak_hilang(self) -> None:
        lain = buat_kegiatan(self.kantor.seksi, judul="Arsip")
        buat_sesi(lain, saat("2026-10-10", "09:00"), ruang=self.ruang)
        buat_ruang(self.kantor.seksi, nama="Ruang kecil", kapasitas=8)
        halaman = self.client.post(reverse("pelatihan:sesi_tambah", args=[self.kegiatan.uuid]), self.sesi())
        self.assertContains(halaman, "Aula sudah dipakai «Arsip»", status_code=409)
        self.assertContains(halaman, "Yang kosong: Ruang kecil.", status_code=409)
        self.assertContains(halaman, 'value="10.59"', status_code=409)
        self.assertEqual(SesiKegiatan.objects.filter(kegiatan=self.kegiatan).count(), 0)

    def test_jam_terbalik_ditolak_kecuali_hari_berikutnya(self) -> None:
        alamat = reverse("pelatihan:sesi_tambah", args=[self.kegiatan.uuid])
        isian = self.sesi(jam_mulai="22.00", jam_selesai="01.00")
        self.assertEqual(self.client.post(alamat, isian).status_code, 422)
        self.assertEqual(self.client.post(alamat, isian | {"lewat_tengah_malam": "on"}).status_code, 302)
        halaman = self.client.get(self.kegiatan.get_absolute_url())
        self.assertContains(halaman, "Sesi ini melewati tengah malam.")
        self.assertContains(halaman, "Sesi ini pada akhir pekan.")

    def test_peringatan_dan_anggaran_hanya_untuk_penyusun(self) -> None:
        Kegiatan.objects.update(status=StatusKegiatan.PENDAFTARAN.value)
        buat_sesi(self.kegiatan, saat("2026-10-10", "09:00"))
        buat_anggaran(self.kegiatan)
        alamat = self.kegiatan.get_absolute_url()
        for kata in ("akhir pekan", "Anggaran", "Tutup pendaftaran", "Batalkan kegiatan"):
            self.assertContains(self.client.get(alamat), kata)
        self.client.force_login(akun(self.staf))
        for kata in ("akhir pekan", "Anggaran", "Tutup pendaftaran", "Batalkan kegiatan"):
            self.assertNotContains(self.client.get(alamat), kata)

    def test_langkah_yang_ditolak_kembali_ke_halamannya_dengan_alasan(self) -> None:
        alamat = reverse("pelatihan:kegiatan_ajukan", args=[self.kegiatan.uuid])
        self.kegiatan.refresh_from_db()
        halaman = self.client.post(alamat, {"versi": self.kegiatan.versi})
        self.assertContains(halaman, "Tambah sesi lebih dulu.", status_code=409)
        self.assertContains(self.client.post(alamat), "Muat ulang", status_code=409)

    def test_kegiatan_tanpa_anggaran_menyebutnya(self) -> None:
        self.assertContains(self.client.get(self.kegiatan.get_absolute_url()), "Tanpa anggaran.")

    def test_jumlah_perintah_tetap(self) -> None:
        """The detail page for few and many sessions, the lists for few and many rows."""
        self.client.force_login(self.pengelola)
        alamat = [
            self.kegiatan.get_absolute_url(),
            *(reverse(f"pelatihan:{nama}") for nama in ("ruang_daftar", "narasumber_daftar", "seri_daftar")),
        ]

        def hitung() -> list[int]:
            hasil = []
            for satu in alamat:
                self.client.get(satu)
                with CaptureQueriesContext(connection) as kueri:
                    self.assertEqual(self.client.get(satu).status_code, 200)
                hasil.append(len(kueri))
            return hasil

        self.isi(1)
        awal = hitung()
        self.isi(25)
        self.assertEqual(hitung(), awal)
        self.assertLessEqual(max(awal[1:]), 20)

    def isi(self, n: int) -> None:
        for urut in range(n):
            mulai = saat(f"2026-11-{urut % 28 + 1:02d}", f"{8 + n % 3:02d}:00")
            sesi = buat_sesi(self.kegiatan, mulai, ruang=buat_ruang(self.kantor.seksi))
            sesi.pembicara.create(narasumber=buat_narasumber(), waktu=sesi.waktu)
            buat_anggaran(self.kegiatan)
            buat_seri(self.kantor.seksi)
        Narasumber.objects.bulk_create(Narasumber(nama=f"Orang {uuid4()}") for _ in range(n * 20))
