"""Pages of the forum: what is typed stays, what is secret stays secret, lists cost the same for 3 rows and many."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.models import AksiForum, Pendaftaran, SesiForum, UmpanBalikSesi
from forum.perhitungan.sesi import StatusSesi
from forum.proses.umpan_balik import kunci_umpan_balik
from tests.forum.dasar import HARI_SESI, MULAI, daftar, pada
from tests.forum.test_sesi import UjiForum


class UjiHalaman(UjiForum):
    def masuk(self, pegawai) -> Client:
        klien = Client()
        klien.force_login(self.k.akun(pegawai))
        return klien


class PublikTests(UjiHalaman):
    def isi(self, **ubah):
        return {
            "kiriman": str(uuid4()),
            "nama": "Siti Ma'rifah",
            "kontak": "0812 3456 7890",
            "unsur": "pengguna-layanan",
        } | ubah

    def test_mendaftar_lalu_membatalkan_tanpa_akun(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        jawaban = self.client.post(reverse("forum:daftar", args=[satu.uuid]), self.isi())
        self.assertEqual(jawaban.status_code, 302)
        halaman = self.client.get(jawaban["Location"])
        self.assertContains(halaman, "Anda terdaftar")
        self.assertEqual(halaman["Cache-Control"], "no-store")
        self.assertEqual(halaman["Referrer-Policy"], "strict-origin")
        batal = jawaban["Location"] + "batal/"
        self.assertEqual(self.client.post(batal, {}).status_code, 422)
        self.client.post(batal, {"yakin": "on"})
        self.assertContains(self.client.get(jawaban["Location"]), "Pendaftaran dibatalkan")

    def test_kiriman_ulang_mendapat_tautan_yang_sama(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        isi, alamat = self.isi(), reverse("forum:daftar", args=[satu.uuid])
        tujuan = {self.client.post(alamat, isi)["Location"] for _ in range(3)}
        self.assertEqual((len(tujuan), Pendaftaran.objects.count()), (1, 1))

    def test_yang_ditolak_kembali_dengan_ketikannya(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        jawaban = self.client.post(
            reverse("forum:daftar", args=[satu.uuid]), self.isi(kontak="bukan nomor", kebutuhan="Kursi roda <b>")
        )
        self.assertEqual(jawaban.status_code, 409)
        self.assertContains(jawaban, "bukan nomor", status_code=409)
        self.assertContains(jawaban, "Kursi roda &lt;b&gt;", status_code=409)

    def test_sesi_terbit_tanpa_nama_peserta(self):
        satu = self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        halaman = self.client.get(reverse("forum:sesi", args=[satu.uuid]))
        self.assertContains(halaman, "Antrean terlalu panjang")
        self.assertNotContains(halaman, "Ma&#x27;rifah")
        self.assertNotContains(halaman, "Ma'rifah")
        berita = satu.berita_acara.get()
        pdf = self.client.get(reverse("forum:berita_acara_umum", args=[berita.uuid]))
        self.assertTrue(pdf.content.startswith(b"%PDF"))

    def test_nama_tampil_hanya_dengan_izin(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        daftar(satu, "Tanpa Izin")
        daftar(satu, "Dengan Izin", tampil_nama=True)
        halaman = self.client.get(reverse("forum:sesi", args=[satu.uuid]))
        self.assertContains(halaman, "Dengan Izin")
        self.assertNotContains(halaman, "Tanpa Izin")

    def test_kunci_yang_salah_tidak_ada(self):
        self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        for nama in ("pendaftaran", "usul_status", "tanda_wakil", "periksa_wakil"):
            self.assertEqual(self.client.get(reverse(f"forum:{nama}", args=["0" * 32])).status_code, 404, nama)

    def test_umpan_balik_sekali_dan_tanpa_orang(self):
        satu = self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        alamat = reverse("forum:umpan_balik", args=[satu.uuid, kunci_umpan_balik(satu)])
        isi = {"kiriman": str(uuid4()), "nilai": "4", "tercatat": "ya"}
        with pada(HARI_SESI + timedelta(days=1)):
            for _ in range(2):
                self.assertEqual(self.client.post(alamat, isi).status_code, 302)
        self.assertEqual(UmpanBalikSesi.objects.count(), 1)
        with pada(HARI_SESI + timedelta(days=15)):
            self.assertEqual(self.client.post(alamat, isi | {"kiriman": str(uuid4())}).status_code, 409)
        lain = reverse("forum:umpan_balik", args=[satu.uuid, "0" * 32])
        self.assertEqual(self.client.get(lain).status_code, 404)

    def test_halaman_umum_ringan_dan_tanpa_skrip(self):
        satu = self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        for alamat in (reverse("forum:depan"), reverse("forum:sesi", args=[satu.uuid])):
            isi = self.client.get(alamat).content
            self.assertNotIn(b"<script", isi)
            self.assertLess(len(isi), 14_000, alamat)


class StafTests(UjiHalaman):
    def test_tulisan_kembali_bila_baris_sudah_diubah(self):
        """C69 on the page."""
        satu = self.k.sesi(StatusSesi.BERLANGSUNG)
        acara = satu.agenda.get()
        klien = self.masuk(self.k.staf)
        alamat = reverse("forum:acara_catatan", args=[acara.uuid])
        self.assertEqual(klien.post(alamat, {"versi": 1, "catatan": "Pertama"}).status_code, 302)
        jawaban = klien.post(alamat, {"versi": 1, "catatan": "Tulisan kedua yang panjang"})
        self.assertContains(jawaban, "Tulisan kedua yang panjang", status_code=409)
        self.assertContains(jawaban, "Sudah diubah oleh Staf Uji", status_code=409)
        acara.refresh_from_db()
        self.assertEqual(acara.catatan, "Pertama")

    def test_qr_pendaftar_hanya_untuk_pencatat(self):
        satu = self.k.sesi(StatusSesi.BERLANGSUNG)
        baris = Pendaftaran.objects.create(
            kiriman=uuid4(),
            sidik_kunci="1" * 64,
            sesi=satu,
            nama="Budi",
            unsur_id=1,
            kontak="08",
            kunci_kontak="628",
            status="terdaftar",
        )
        alamat = reverse("forum:hadir", args=[baris.uuid])
        self.assertEqual(self.client.get(alamat).status_code, 302)
        self.assertEqual(self.masuk(self.k.rekan).post(alamat, {}).status_code, 404)
        with pada(HARI_SESI):
            self.assertEqual(self.masuk(self.k.staf).post(alamat, {"jenis_kelamin": "l"}).status_code, 302)
        self.assertEqual(baris.kehadiran.get().cara, "qr")

    def test_ekspor_musrenbang_tanpa_rumus(self):
        """C44 for the list of proposals."""
        satu = self.k.sesi(StatusSesi.BERLANGSUNG)
        self.k.kesepakatan(satu, uraian='=HYPERLINK("http://x")', jenis="musrenbang")
        klien = self.masuk(self.k.kasi)
        alamat = reverse("forum:musrenbang")
        csv = klien.get(alamat, {"bentuk": "csv"}).content.decode("utf-8-sig")
        self.assertNotIn(";=HYPERLINK", csv)
        self.assertNotIn(';"=HYPERLINK', csv)
        self.assertTrue(klien.get(alamat, {"bentuk": "xlsx"}).content.startswith(b"PK"))

    def test_daftar_hadir_dan_surat_undangan_tercetak(self):
        satu = self.k.sesi(StatusSesi.TERBUKA)
        self.k.undang(satu, "media-massa")
        daftar(satu, "Ma'rifah 🌿")
        klien = self.masuk(self.k.kasi)
        for nama in ("daftar_hadir", "undangan_surat"):
            self.assertTrue(klien.get(reverse(f"forum:{nama}", args=[satu.uuid])).content.startswith(b"%PDF"), nama)

    def test_sesi_terdekat_di_atas_dan_yang_lalu_sesudahnya(self):
        self._banyak(self.k.sesi(StatusSesi.DIPUBLIKASIKAN), range(4))
        sesi = SesiForum.objects.filter(judul__startswith="Sesi ")
        urut = sesi.terdekat_dulu(MULAI + timedelta(days=2)).values_list("judul", flat=True)
        self.assertEqual(list(urut), ["Sesi 2", "Sesi 3", "Sesi 1", "Sesi 0"])

    def test_daftar_seharga_sama_untuk_tiga_dan_tiga_puluh_baris(self):
        def kueri(alamat: str) -> int:
            klien = self.masuk(self.k.kasi)
            klien.get(alamat)
            with CaptureQueriesContext(
                connection,
            ) as tangkap:
                self.assertEqual(klien.get(alamat).status_code, 200)
            return len(tangkap)

        terbit = self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        daftar_halaman = [
            *(reverse(f"forum:{nama}") for nama in ("sesi_daftar", "aksi_daftar", "depan", "aksi_daftar_publik")),
            *(reverse(f"forum:{nama}", args=[terbit.uuid]) for nama in ("hasil", "peserta", "sesi")),
        ]
        self._banyak(terbit, range(3))
        sedikit = {alamat: kueri(alamat) for alamat in daftar_halaman}
        self._banyak(terbit, range(3, 33))
        self.assertEqual({alamat: kueri(alamat) for alamat in daftar_halaman}, sedikit)
        self.assertLessEqual(max(sedikit.values()), 20)

    def _banyak(self, terbit: SesiForum, nomor: range) -> None:
        SesiForum.objects.bulk_create(
            SesiForum(
                unit=self.k.seksi,
                judul=f"Sesi {n}",
                tema="x",
                dasar="x",
                mulai=MULAI + timedelta(days=n),
                selesai=MULAI + timedelta(days=n, hours=1),
                status="dijadwalkan",
            )
            for n in nomor
        )
        contoh = AksiForum.objects.order_by("pk")[0]
        AksiForum.objects.bulk_create(
            AksiForum(
                kesepakatan=contoh.kesepakatan,
                uraian=f"Tindakan {n}",
                penanggung_jawab=contoh.penanggung_jawab,
                tenggat=contoh.tenggat,
                indikator="x",
            )
            for n in nomor
        )
        Pendaftaran.objects.bulk_create(
            Pendaftaran(
                kiriman=uuid4(),
                sidik_kunci=f"{n:064d}",
                sesi=terbit,
                nama=f"Warga {n}",
                unsur_id=1,
                kontak=f"{n}",
                kunci_kontak=f"{n}",
                status="terdaftar",
            )
            for n in nomor
        )
