"""Cases of real trouble, by their number: strangers' addresses, script in text, counters, search, pages, follow-up."""

from __future__ import annotations

import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from forum.enums.laporan import StatusLaporan
from forum.models import Balasan, LampiranLaporan, Laporan, Topik
from forum.perhitungan.kunci import buat_kunci
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_unit as unit
from forum.proses import moderasi
from forum.proses.jawaban_diskusi import jawab
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.forum.dasar_diskusi import UjiDiskusi
from tests.forum.isi_laporan import EMAIL, NAMA, TELEPON, TEMPAT, foto, kirim
from tests.forum.test_laporan import KantorLaporan
from tests.kinerja.kantor import akun

SKRIP = "<script>alert(1)</script> {{7*7}} <img src=x onerror=alert(2)>"


class KasusDiskusiTest(UjiDiskusi):
    def _terbit(self, kiriman: Topik | Balasan) -> None:
        moderasi.putuskan(sasaran=kiriman, oleh=self.pengelola, tindakan="terbitkan", alasan=None)

    def _putuskan(self, balasan: Balasan, tindakan: str) -> None:
        alasan = self.alasan() if tindakan == "sembunyikan" else None
        moderasi.putuskan(
            sasaran=balasan, oleh=self.pengelola, tindakan=tindakan, alasan=alasan, catatan="Sudah diperiksa lagi."
        )

    def test_c39_c40_tulisan_orang_lain_tidak_dibuka_dan_tidak_berubah(self) -> None:
        """C39, C40: the code of somebody else's post in the address."""
        menunggu = self.topik(self.baru, judul="Belum tayang", isi="Menunggu.")
        balasan = self.balas(self.lama, self.percaya)
        self.client.force_login(self.baru)
        for nama, kode in (
            ("diskusi_sunting", self.lama.uuid),
            ("balasan_sunting", balasan.uuid),
            ("kelola_diskusi_topik", self.lama.uuid),
        ):
            alamat = reverse(f"forum:{nama}", args=[kode])
            for jawaban in (self.client.get(alamat), self.client.post(alamat, {"judul": "Diambil", "isi": "Diambil"})):
                self.assertEqual(jawaban.status_code, 404)
        self.client.force_login(self.percaya)
        self.assertEqual(self.client.get(reverse("forum:diskusi_topik", args=[menunggu.uuid])).status_code, 404)
        for kiriman in (self.lama, balasan):
            kiriman.refresh_from_db()
            self.assertNotIn("Diambil", kiriman.isi)

    def test_c43_skrip_tampil_sebagai_teks_di_setiap_halaman(self) -> None:
        """C43: also in the feed and in the pages of the office."""
        topik = self.topik(self.percaya, judul=SKRIP, isi=SKRIP)
        for kiriman in (topik, self.balas(self.lama, self.percaya, SKRIP)):
            if kiriman.keadaan == "menunggu":
                self._terbit(kiriman)
        jawab(topik=topik, oleh=self.lurah, kiriman=uuid4(), isi=SKRIP)
        alamat = [
            reverse("forum:diskusi_daftar"),
            reverse("forum:diskusi_rss"),
            *(reverse("forum:diskusi_topik", args=[satu.uuid]) for satu in (topik, self.lama)),
        ]
        dalam = [reverse("forum:kelola_diskusi"), reverse("forum:kelola_diskusi_topik", args=[topik.uuid])]
        self.client.force_login(self.lurah)
        for satu in (*alamat, *dalam):
            isi = self.client.get(satu).content.decode()
            with self.subTest(satu):
                self.assertNotIn("<script>alert", isi)
                self.assertNotIn("<img src=x", isi)
                self.assertNotIn("49 ", re.sub(r"<[^>]*>", "", isi))

    def test_c67_jumlah_balasan_benar_sesudah_sembunyi_pulih_dan_gabung(self) -> None:
        """C67: what the list counts is what the page shows, also when a post is hidden, shown again, or merged."""
        semua = [self.balas(self.lama, self.percaya, f"Balasan {n}") for n in range(3)]

        def sama(banyak: int) -> None:
            daftar = self.client.get(reverse("forum:diskusi_daftar")).content.decode()
            halaman = self.client.get(reverse("forum:diskusi_topik", args=[self.lama.uuid])).content.decode()
            terlihat = sum(f"Balasan {n}" in halaman for n in range(3))
            kartu = daftar[daftar.index("Jadwal posyandu") :]
            tertulis = re.search(r"(\d+) balasan", kartu[: kartu.find("</li>")])
            self.assertEqual((int(tertulis[1]) if tertulis else 0, terlihat), (banyak, banyak))

        sama(3)
        self._putuskan(semua[0], "sembunyikan")
        sama(2)
        self._putuskan(semua[1], "sembunyikan")
        self._putuskan(semua[2], "sembunyikan")
        sama(0)
        self._putuskan(semua[0], "pulihkan")
        sama(1)
        # One deed twice is one deed.
        self.assertEqual(Balasan.objects.filter(topik=self.lama, keadaan="tayang").count(), 1)

    def test_c85_tanda_persen_dan_garis_bawah_sebagai_huruf(self) -> None:
        """C85: in the search of the discussion."""
        for judul in ("Diskon 100% benar", "nama_berkas salah", "Biasa saja"):
            topik = self.topik(self.percaya, judul=judul, isi="Isi.")
            if topik.keadaan == "menunggu":
                self._terbit(topik)
        for kata, ada, tidak in (("100%", "Diskon", "Biasa"), ("%", "Diskon", "Biasa"), ("_", "nama_berkas", "Biasa")):
            halaman = self.client.get(reverse("forum:diskusi_daftar"), {"q": kata})
            with self.subTest(kata):
                self.assertContains(halaman, ada)
                self.assertNotContains(halaman, tidak)

    def test_c87_topik_pada_detik_yang_sama_tampil_sekali(self) -> None:
        """C87: 45 topics of one second over pages of 20, the same order when loaded again."""
        semua = {str(self.lama.uuid)}
        for n in range(44):
            topik = self.topik(self.percaya, judul=f"Nomor {n}", isi="Isi.")
            if topik.keadaan == "menunggu":
                self._terbit(topik)
            semua.add(str(topik.uuid))
        saat = self.lama.dibuat
        Topik.objects.update(dibuat=saat, aktivitas=saat)
        pola = re.compile(r"/forum/diskusi/([0-9a-f-]{36})/\"")

        def urutan() -> list[str]:
            return [
                kode
                for halaman in (1, 2, 3)
                for kode in dict.fromkeys(
                    pola.findall(self.client.get(reverse("forum:diskusi_daftar"), {"page": halaman}).content.decode())
                )
                if kode in semua
            ]

        pertama = urutan()
        self.assertEqual((len(pertama), set(pertama)), (45, semua))
        self.assertEqual(urutan(), pertama)


class KasusLaporanTest(KantorLaporan):
    def _klien(self, pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    def test_c39_c40_laporan_unit_lain_tidak_dibuka_dan_tidak_berubah(self) -> None:
        """C39, C40: page, photo, identity and every step of a report that another unit handles."""
        laporan = self.sampai(kirim(foto=[foto()]), StatusLaporan.DIPROSES)
        lain = self._klien(akun(pabrik.buat_pegawai(pabrik.buat_unit(), memimpin=True, nama="Unit lain")))
        alamat = [
            reverse("forum:laporan_kelola", args=[laporan.uuid]),
            reverse("forum:laporan_foto", args=[laporan.lampiran.get().uuid]),
        ]
        for satu in alamat:
            self.assertEqual(lain.get(satu).status_code, 404)
        isi = {"versi": laporan.versi, "teks": "Diambil.", "hasil": "dengan_perbaikan", "alasan": "Diambil."}
        for nama in ("jawab", "kembalikan", "tutup", "identitas", "sembunyikan", "perpanjang", "sampaikan"):
            self.assertEqual(lain.post(reverse(f"forum:laporan_{nama}", args=[laporan.uuid]), isi).status_code, 404)
        kini = Laporan.objects.get(pk=laporan.pk)
        self.assertEqual((kini.versi, kini.status, kini.rahasia), (laporan.versi, "diproses", True))

    def test_c43_skrip_dalam_laporan_tampil_sebagai_teks(self) -> None:
        """C43: what citizens and staff wrote, for the office, the reporter and the public."""
        kunci = buat_kunci()
        laporan = kirim(judul=SKRIP, isi=SKRIP, tempat=SKRIP, rahasia=False, kunci=kunci)
        laporan = self.sampai(laporan, StatusLaporan.DIPROSES)
        laporan = unit.jawab(
            laporan=laporan, oleh=self.akun, versi=laporan.versi, teks=f"Sudah. {SKRIP}", hasil="dengan_perbaikan"
        )
        halaman = [
            self._klien(self.pengelola).get(reverse("forum:laporan_kelola", args=[laporan.uuid])),
            self._klien(self.pengelola).get(reverse("forum:laporan_daftar")),
            self.client.post("/forum/lacak/", {"nomor": laporan.nomor, "kunci": kunci}),
            self.client.get("/forum/laporan/"),
        ]
        for satu in halaman:
            self.assertNotContains(satu, "<script>alert")
            self.assertNotContains(satu, "<img src=x")

    def test_c93_pelapor_membaca_setiap_keadaan_dengan_hari_dan_kata(self) -> None:
        """C93: received, in work, answered; refused with its reason; without an account, by number and key only."""
        kunci, kunci_ditolak = buat_kunci(), buat_kunci()
        laporan = self.sampai(kirim(kunci=kunci), StatusLaporan.DIJAWAB)
        ditolak = kelola.bukan_wewenang(
            laporan=kirim(kunci=kunci_ditolak),
            oleh=self.pengelola,
            versi=1,
            tujuan="Dinas Perhubungan",
            alasan="Jalan kota diurus dinas itu.",
        )
        baca = {"nomor": laporan.nomor, "kunci": kunci}
        isi = self.client.post("/forum/lacak/", baca).content.decode()
        for kata in ("Laporan diterima", "Laporan diperiksa", "Diteruskan ke unit", "Mulai dikerjakan", "Dijawab"):
            self.assertRegex(isi, rf"<strong>{kata}</strong> <span class=\"redup\">\d+ \w+ \d{{4}}")
        self.assertIn("Loket kedua dibuka setiap Senin", isi)
        alasan = self.client.post("/forum/lacak/", {"nomor": ditolak.nomor, "kunci": kunci_ditolak}).content.decode()
        for kata in ("Bukan wewenang kami", "Dinas Perhubungan", "Jalan kota diurus dinas itu."):
            self.assertIn(kata, alasan)
        for salah in ({"nomor": ditolak.nomor, "kunci": kunci}, {"nomor": laporan.nomor, "kunci": kunci_ditolak}):
            self.assertNotContains(self.client.post("/forum/lacak/", salah), "Yang sudah terjadi", status_code=422)

    def test_c107_foto_anonim_dibersihkan_dan_identitas_dibuka_dengan_jejak(self) -> None:
        """C107: anonymous and not public unless chosen; the officer gets a cleaned photo and no name."""
        laporan = self.sampai(kirim(foto=[foto()]), StatusLaporan.DIPROSES)
        self.assertEqual((laporan.anonim, laporan.rahasia), (True, True))
        lampiran = LampiranLaporan.objects.get(laporan=laporan)
        alamat = reverse("forum:laporan_foto", args=[lampiran.uuid])
        for orang in (self.akun, self.pengelola):
            klien = self._klien(orang)
            unduh = klien.get(alamat)
            isi = b"".join(unduh)
            self.assertNotIn(TEMPAT, isi)
            self.assertNotIn(NAMA, unduh["Content-Disposition"])
            halaman = klien.get(reverse("forum:laporan_kelola", args=[laporan.uuid])).content.decode()
            for kata in (NAMA, TELEPON, EMAIL):
                self.assertNotIn(kata, halaman)
        self.assertEqual(self.client.get(alamat).status_code, 302)
        self.assertNotContains(self.client.get("/forum/laporan/"), laporan.judul)
        buka = reverse("forum:laporan_identitas", args=[laporan.uuid])
        self.assertEqual(self._klien(self.akun).post(buka, {"alasan": "Ingin tahu."}).status_code, 404)
        siapa = self._klien(self.pengelola).post(buka, {"alasan": "Perlu dihubungi."})
        self.assertContains(siapa, NAMA)
        jejak = CatatanAudit.objects.get(aksi="forum.laporan.buka_identitas")
        self.assertEqual(jejak.pelaku, self.pengelola)

    def test_c49_emoji_utuh_di_halaman_dan_unduhan(self) -> None:
        """C49: in the list of the office, for the reporter, and in the history."""
        kunci, teks = buat_kunci(), "Terima kasih \U0001f64f\U0001f3fd sampai akhir"
        laporan = kirim(judul=teks, isi=teks, kunci=kunci)
        for halaman in (
            self._klien(self.pengelola).get(reverse("forum:laporan_daftar")),
            self.client.post("/forum/lacak/", {"nomor": laporan.nomor, "kunci": kunci}),
        ):
            self.assertContains(halaman, teks)
