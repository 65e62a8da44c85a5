"""Writers and staff whose session had ended: what was typed waits behind the sign-in, and a GET saves nothing."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlparse
from uuid import uuid4

from django.urls import reverse

from forum.enums.laporan import StatusLaporan
from forum.models import Balasan, JawabanResmi, KategoriDiskusi, KeberatanModerasi, KeputusanModerasi, Topik
from forum.proses import moderasi
from rakumpit.organisasi.models import Pengguna
from tests.forum.dasar_diskusi import UjiDiskusi
from tests.forum.isi_laporan import kirim
from tests.forum.test_laporan import KantorLaporan

PANJANG = "Setiap Senin antrean sampai ke halaman, dan yang sakit ikut berdiri dua jam."


class DiskusiTertahanTest(UjiDiskusi):
    def langkah(self) -> list[tuple[str, str, Pengguna, dict[str, Any], Any]]:
        """Address, page that shows what waits, who, what is typed, and the rows that it makes."""
        topik, kode = self.lama, [self.lama.uuid]
        balasan = self.balas(topik, self.percaya, "Setuju")
        sembunyi = self.topik(self.percaya, judul="Iklan", isi="Iklan.")
        moderasi.putuskan(sasaran=sembunyi, oleh=self.pengelola, tindakan="sembunyikan", alasan=self.alasan())
        keputusan = KeputusanModerasi.objects.get(topik=sembunyi, tindakan="sembunyikan")
        halaman, kelola = reverse("forum:diskusi_topik", args=kode), reverse("forum:kelola_diskusi_topik", args=kode)
        tulis, baru = reverse("forum:diskusi_tulis"), {"kiriman": str(uuid4())}
        topik_baru = {"jenis": "usulan", "kategori": str(self.kategori.uuid), "judul": "Kursi", "isi": PANJANG}
        sunting = reverse("forum:diskusi_sunting", args=kode)
        sunting_balasan = reverse("forum:balasan_sunting", args=[balasan.uuid])
        keberatan = reverse("forum:warga_keberatan", args=[keputusan.uuid])
        periksa = reverse("forum:kelola_putuskan", args=["topik", topik.uuid])
        kategori = reverse("forum:kelola_kategori")
        isi_kategori = {"nama": "Jalan", "rumpun": "tema", "unit": self.unit.pk, "urutan": 5, "keterangan": PANJANG}
        return [
            (tulis, tulis, self.percaya, baru | topik_baru, Topik.objects.filter(judul="Kursi")),
            (
                reverse("forum:diskusi_balas", args=kode),
                halaman,
                self.percaya,
                {"kiriman": str(uuid4()), "isi": PANJANG},
                Balasan.objects.filter(isi=PANJANG),
            ),
            (
                sunting,
                sunting,
                self.percaya,
                {"judul": "Posyandu", "isi": PANJANG, "dilihat": ""},
                Topik.objects.filter(judul="Posyandu"),
            ),
            (
                sunting_balasan,
                sunting_balasan,
                self.percaya,
                {"isi": f"{PANJANG} Lagi.", "dilihat": ""},
                Balasan.objects.filter(isi=f"{PANJANG} Lagi."),
            ),
            (keberatan, keberatan, self.percaya, {"isi": PANJANG}, KeberatanModerasi.objects),
            (
                reverse("forum:kelola_diskusi_jawab", args=kode),
                kelola,
                self.petugas,
                {"kiriman": str(uuid4()), "isi": PANJANG},
                JawabanResmi.objects,
            ),
            (
                periksa,
                periksa,
                self.pengelola,
                {"tindakan": "biarkan", "catatan": PANJANG},
                KeputusanModerasi.objects.filter(tindakan="biarkan"),
            ),
            (kategori, kategori, self.pengelola, isi_kategori, KategoriDiskusi.objects.filter(nama="Jalan")),
            (
                reverse("forum:kelola_diskusi_alih", args=kode),
                kelola,
                self.petugas,
                {"dilihat": "dijawab", "ke": "ditutup", "alasan": PANJANG},
                Topik.objects.filter(status="ditutup"),
            ),
        ]

    def test_tulisan_menunggu_di_balik_halaman_masuk(self) -> None:
        for alamat, halaman, siapa, isi, baris in self.langkah():
            with self.subTest(alamat):
                self.client.logout()
                tujuan = self.client.post(alamat, isi)["Location"]
                self.assertEqual(parse_qs(urlparse(tujuan).query)["next"], [halaman])
                self.client.force_login(siapa)
                terbuka = self.client.get(halaman)
                self.assertContains(terbuka, PANJANG)
                self.assertContains(terbuka, "belum disimpan")
                self.assertFalse(baris.exists(), "membuka halaman tidak menyimpan apa pun")
                self.assertEqual(self.client.post(alamat, isi).status_code, 302)
                self.assertEqual(baris.count(), 1)
                self.assertEqual(self.client.session.get("isian_tertahan", {}), {})

    def test_dapat_dibuang(self) -> None:
        alamat = reverse("forum:diskusi_balas", args=[self.lama.uuid])
        halaman = reverse("forum:diskusi_topik", args=[self.lama.uuid])
        self.client.post(alamat, {"kiriman": str(uuid4()), "isi": PANJANG})
        self.client.force_login(self.percaya)
        self.assertNotContains(self.client.get(f"{halaman}?buang=1"), PANJANG)
        self.assertNotContains(self.client.get(halaman), PANJANG)


class LaporanTertahanTest(KantorLaporan):
    def test_jawaban_menunggu_di_balik_halaman_masuk(self) -> None:
        laporan = self.sampai(kirim(), StatusLaporan.DIPROSES)
        alamat, halaman = (reverse(f"forum:laporan_{nama}", args=[laporan.uuid]) for nama in ("jawab", "kelola"))
        isi = {"versi": laporan.versi, "teks": PANJANG, "hasil": "dengan_perbaikan"}
        tujuan = self.client.post(alamat, isi)["Location"]
        self.assertEqual(parse_qs(urlparse(tujuan).query)["next"], [halaman])
        self.client.force_login(self.akun)
        self.assertContains(self.client.get(halaman), PANJANG)
        laporan.refresh_from_db()
        self.assertEqual(laporan.status, StatusLaporan.DIPROSES.value)
        self.assertEqual(self.client.post(alamat, isi).status_code, 302)
        self.assertEqual(self.client.session.get("isian_tertahan", {}), {})
