"""Good practice: who may what in which state, the search, names with consent, comments, trials asked about once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pelatihan.enums.praktik import AsalPraktik
from pelatihan.models import AdopsiPraktik, AturanPraktik, BerkasPraktik, PenemuPraktik, PraktikBaik
from pelatihan.perhitungan.praktik import (
    LANJUTAN_ADOPSI,
    StatusAdopsi,
    StatusPraktik,
    boleh_beralih_adopsi,
    boleh_beralih_praktik,
)
from pelatihan.proses import ProsesDitolak
from pelatihan.proses import adopsi as proses_adopsi
from pelatihan.proses import praktik as proses
from pelatihan.proses import praktik_komentar as proses_komentar
from pelatihan.proses.praktik_berkas import batalkan_berkas, tambah_berkas
from pelatihan.ringkasan.praktik import cari_praktik, kalimat_angka, kalimat_yakin
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_praktik import berkas_pdf, buat_adopsi, buat_praktik, isi_praktik
from tests.survei.dasar import SAAT, pada


class PraktikTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.oleh = akun(self.staf)

    def buat(self, status: StatusPraktik = StatusPraktik.KANTOR, **ubah: Any) -> PraktikBaik:
        return buat_praktik(self.oleh, self.pengelola, status, **ubah)

    def sendiri(self) -> PraktikBaik:
        """An own innovation as it comes from the performance side, with two people who did it."""
        satu = self.buat()
        PraktikBaik.objects.filter(pk=satu.pk).update(asal=AsalPraktik.SENDIRI.value, kunci_asal=f"inovasi:{uuid4()}")
        for pegawai in (self.staf, self.pppk):
            PenemuPraktik.objects.create(praktik=satu, pegawai=pegawai)
        satu.refresh_from_db()
        return satu

    def test_formulir_yang_sama_disimpan_sekali(self) -> None:
        kode = uuid4()
        satu, dua = (proses.usulkan_praktik(kode=kode, oleh=self.oleh, isi=isi_praktik()) for _ in range(2))
        self.assertEqual(satu.pk, dua.pk)
        self.assertEqual(CatatanAudit.objects.filter(aksi="pelatihan.praktik.usul").count(), 1)
        with self.assertRaisesMessage(ProsesDitolak, "sudah dipakai"):
            proses.usulkan_praktik(kode=kode, oleh=akun(self.pppk), isi=isi_praktik())

    def test_yang_kurang_disebut(self) -> None:
        for ubah, kalimat in (
            ({"judul": " "}, "Tulis judulnya."),
            ({"tautan": ""}, "tautan sumber"),
            ({"sesudah": None}, "bersama-sama"),
            ({"keyakinan": ""}, "seberapa yakin"),
            ({"dasar_angka": ""}, "dari mana asalnya"),
            ({"tema": "lain"}, "Pilih tema"),
            ({"unsur": "U10"}, "unsur survei"),
        ):
            with self.subTest(ubah), self.assertRaisesMessage(ProsesDitolak, kalimat):
                proses.usulkan_praktik(kode=uuid4(), oleh=self.oleh, isi=isi_praktik(**ubah))
        self.assertEqual(PraktikBaik.objects.count(), 0)

    def test_angka_dengan_keyakinannya(self) -> None:
        satu = self.buat()
        self.assertEqual(kalimat_angka(satu), "Waktu tunggu: 45 menit menjadi 12,5 menit")
        self.assertEqual(kalimat_yakin(satu), "Dari laporan yang terbit: Laporan tahunan, 120 layanan")
        tanpa = self.buat(sebelum=None, sesudah=None)
        self.assertEqual((kalimat_angka(tanpa), tanpa.ukuran), ("", ""))
        self.assertIn("Belum ada angka", kalimat_yakin(tanpa))

    def test_basis_data_menolak_angka_tanpa_keyakinan(self) -> None:
        with self.assertRaises(IntegrityError), transaction.atomic():
            PraktikBaik.objects.filter(pk=self.buat().pk).update(keyakinan="")

    def test_hanya_langkah_yang_berlaku(self) -> None:
        """Every state against every step: what the table does not name is refused and changes nothing."""
        langkah = {
            "terima": (StatusPraktik.USULAN, StatusPraktik.KANTOR),
            "tolak": (StatusPraktik.USULAN, StatusPraktik.DITOLAK),
            "terbitkan": (StatusPraktik.KANTOR, StatusPraktik.UMUM),
            "turunkan": (StatusPraktik.UMUM, StatusPraktik.KANTOR),
            "arsipkan": (StatusPraktik.KANTOR, StatusPraktik.ARSIP),
            "pulihkan": (StatusPraktik.ARSIP, StatusPraktik.KANTOR),
        }
        for status, (nama, (dari, ke)) in product(StatusPraktik, langkah.items()):
            with self.subTest(f"{nama} dari {status}"):
                satu = self.buat(status)
                alasan = {"alasan": "Sudah dibahas."} if nama in {"tolak", "turunkan", "arsipkan"} else {}
                fungsi = getattr(proses, f"{nama}_praktik")
                with self.assertRaisesMessage(ProsesDitolak, "diurus pengelola"):
                    fungsi(praktik=satu, oleh=self.oleh, **alasan)
                if status is dari:
                    self.assertEqual(fungsi(praktik=satu, oleh=self.pengelola, **alasan).status, ke.value)
                else:
                    with self.assertRaisesMessage(ProsesDitolak, "Langkah itu tidak berlaku"):
                        fungsi(praktik=satu, oleh=self.pengelola, **alasan)
                    satu.refresh_from_db()
                    self.assertEqual(satu.status, status.value)
        self.assertEqual(
            {(dari, ke) for dari, ke in product(StatusPraktik, StatusPraktik) if boleh_beralih_praktik(dari, ke)},
            {*langkah.values(), (StatusPraktik.DITOLAK, StatusPraktik.USULAN)},
        )

    def test_yang_ditolak_diperbaiki_lalu_diusulkan_lagi(self) -> None:
        satu = self.buat(StatusPraktik.DITOLAK)
        self.assertEqual(satu.alasan, "Sumbernya tidak terbuka.")
        isi = isi_praktik(judul="Judul baru")
        with self.assertRaisesMessage(ProsesDitolak, "baru saja diubah"):
            proses.ubah_praktik(praktik=satu, oleh=self.oleh, versi=satu.versi - 1, isi=isi)
        baru = proses.ubah_praktik(praktik=satu, oleh=self.oleh, versi=satu.versi, isi=isi)
        self.assertEqual((baru.judul, baru.status, baru.alasan), ("Judul baru", StatusPraktik.USULAN.value, ""))
        kunci = f"pelatihan-praktik-{satu.uuid}-usul-{baru.versi}"
        self.assertTrue(Notifikasi.objects.filter(penerima=self.pengelola, kunci=kunci).exists())

    def test_yang_dipublikasikan_tidak_diubah_diam_diam(self) -> None:
        satu = self.buat(StatusPraktik.UMUM)
        with self.assertRaisesMessage(ProsesDitolak, "ditarik dulu"):
            proses.ubah_praktik(praktik=satu, oleh=self.pengelola, versi=satu.versi, isi=isi_praktik())
        with self.assertRaisesMessage(ProsesDitolak, "ditarik dulu"):
            tambah_berkas(praktik=satu, oleh=self.pengelola, berkas=berkas_pdf())

    def test_inovasi_sendiri_memegang_kata_yang_diverifikasi(self) -> None:
        satu = self.sendiri()
        isi = isi_praktik(judul="Judul lain", hasil="Jauh lebih cepat.", sesudah=Decimal(1), kontak="0536-000")
        baru = proses.ubah_praktik(praktik=satu, oleh=self.pengelola, versi=satu.versi, isi=isi)
        self.assertEqual(
            (baru.judul, baru.hasil, baru.sesudah, baru.kontak), (satu.judul, satu.hasil, satu.sesudah, "0536-000")
        )

    def test_nama_hanya_dengan_persetujuan_orangnya(self) -> None:
        satu = proses.terbitkan_praktik(praktik=self.sendiri(), oleh=self.pengelola)
        alamat = reverse("pelatihan:praktik_umum", args=[satu.uuid])
        self.assertNotContains(self.client.get(alamat), self.staf.nama)
        with self.assertRaisesMessage(ProsesDitolak, "orang yang mengerjakan"):
            proses.setujui_nama(praktik=satu, oleh=self.pengelola, setuju=True)
        proses.setujui_nama(praktik=satu, oleh=self.oleh, setuju=True)
        halaman = self.client.get(alamat)
        self.assertContains(halaman, self.staf.nama)
        self.assertNotContains(halaman, self.pppk.nama)
        proses.setujui_nama(praktik=satu, oleh=self.oleh, setuju=False)
        self.assertNotContains(self.client.get(alamat), self.staf.nama)

    def test_halaman_umum_hanya_memuat_yang_dipublikasikan(self) -> None:
        rahasia = "kontakrahasia@rekaan.example"
        for status in StatusPraktik:
            with self.subTest(status):
                satu = self.buat(status, kontak=rahasia)
                tampil = status is StatusPraktik.UMUM
                alamat = reverse("pelatihan:praktik_umum", args=[satu.uuid])
                halaman = self.client.get(alamat)
                self.assertEqual(halaman.status_code, 200 if tampil else 404)
                daftar = self.client.get(reverse("pelatihan:praktik_umum_daftar"), {"q": satu.judul})
                self.assertEqual(alamat.encode() in daftar.content, tampil)
                self.assertNotContains(daftar, self.oleh.nama)
                if tampil:
                    self.assertNotContains(halaman, rahasia)
                    self.assertNotContains(halaman, self.oleh.nama)

    def test_pencarian_kata_salah_ketik_dan_tanda(self) -> None:
        self.buat(judul="Pembangunan loket terapung", langkah="Perahu 100% listrik.", wilayah="Kota Seruyan")
        self.buat(judul="Arsip bergerak", wilayah="Kabupaten Katingan")
        self.buat(StatusPraktik.ARSIP, judul="Loket lama")
        semua = PraktikBaik.objects.terbit()
        for kata, judul in (
            ("membangun", {"Pembangunan loket terapung"}),
            ("trapung", {"Pembangunan loket terapung"}),
            ("katingn", {"Arsip bergerak"}),
            ("100%", {"Pembangunan loket terapung"}),
            ("loket", {"Pembangunan loket terapung"}),
            ("'; DROP TABLE pelatihan_praktikbaik; --", set()),
            ("tidakada", set()),
        ):
            with self.subTest(kata):
                self.assertEqual({satu.judul for satu in cari_praktik(semua, kata)}, judul)

    def test_berkas_disimpan_sekali_dan_yang_berbahaya_ditolak(self) -> None:
        satu, berkas = self.buat(), berkas_pdf()
        a = tambah_berkas(praktik=satu, oleh=self.pengelola, berkas=berkas, judul="SOP", umum=True)
        self.assertEqual(tambah_berkas(praktik=satu, oleh=self.pengelola, berkas=berkas).pk, a.pk)
        with self.assertRaises(ProsesDitolak):
            tambah_berkas(praktik=satu, oleh=self.pengelola, berkas=ContentFile(b"<svg/>", name="a.svg"))
        self.assertEqual(BerkasPraktik.objects.umum().count(), 0)
        proses.terbitkan_praktik(praktik=satu, oleh=self.pengelola)
        jawab = self.client.get(reverse("pelatihan:praktik_umum_berkas", args=[a.uuid]))
        self.assertEqual(b"".join(jawab), berkas.open().read())
        proses.turunkan_praktik(praktik=satu, oleh=self.pengelola, alasan="Diperbarui.")
        batalkan_berkas(berkas=a, oleh=self.pengelola, alasan="Versi lama.")
        self.assertEqual(self.client.get(reverse("pelatihan:praktik_umum_berkas", args=[a.uuid])).status_code, 404)

    def test_pengusul_tidak_membuka_berkas_untuk_umum(self) -> None:
        with self.assertRaisesMessage(ProsesDitolak, "ditentukan pengelola"):
            tambah_berkas(praktik=self.buat(StatusPraktik.USULAN), oleh=self.oleh, berkas=berkas_pdf(), umum=True)

    def test_komentar_disunting_dalam_waktunya(self) -> None:
        satu = self.buat()
        kirim: dict[str, Any] = {"kiriman": uuid4(), "praktik": satu, "oleh": self.oleh, "isi": "Bagus."}
        komentar = proses_komentar.tulis_komentar(**kirim)
        self.assertEqual(proses_komentar.tulis_komentar(**kirim).pk, komentar.pk)
        with self.assertRaisesMessage(ProsesDitolak, "penulisnya"):
            proses_komentar.sunting_komentar(komentar=komentar, oleh=self.pengelola, isi="X", dilihat=None)
        menit = AturanPraktik.pada(SAAT.date()).menit_sunting
        with pada(SAAT + timedelta(minutes=menit)):
            baru = proses_komentar.sunting_komentar(komentar=komentar, oleh=self.oleh, isi="Baik.", dilihat=None)
        with self.assertRaisesMessage(ProsesDitolak, "di tempat lain"):
            proses_komentar.sunting_komentar(komentar=komentar, oleh=self.oleh, isi="Y", dilihat=None)
        with (
            pada(SAAT + timedelta(minutes=menit, seconds=1)),
            self.assertRaisesMessage(ProsesDitolak, f"{menit} menit"),
        ):
            proses_komentar.sunting_komentar(komentar=baru, oleh=self.oleh, isi="Y", dilihat=baru.disunting_pada)

    def test_komentar_yang_disembunyikan_tidak_dibaca_rekan(self) -> None:
        satu = self.buat()
        komentar = proses_komentar.tulis_komentar(kiriman=uuid4(), praktik=satu, oleh=self.oleh, isi="katatersembunyi")
        with self.assertRaisesMessage(ProsesDitolak, "Tulis alasan"):
            proses_komentar.sembunyikan_komentar(komentar=komentar, oleh=self.pengelola, alasan=" ")
        proses_komentar.sembunyikan_komentar(komentar=komentar, oleh=self.pengelola, alasan="Menyebut nama warga.")
        for siapa, tampil in ((akun(self.pppk), False), (self.oleh, True), (self.pengelola, True)):
            self.client.force_login(siapa)
            halaman = self.client.get(reverse("pelatihan:praktik", args=[satu.uuid]))
            self.assertEqual(b"katatersembunyi" in halaman.content, tampil)
        self.assertEqual(Notifikasi.objects.get(kunci__endswith="-sembunyi").isi, "Menyebut nama warga.")

    def test_jumlah_perintah_tetap(self) -> None:
        def hitung() -> dict[str, int]:
            hasil = {}
            for nama, kueri in (("praktik_daftar", ""), ("praktik_daftar", "?q=loket"), ("praktik_umum_daftar", "")):
                with CaptureQueriesContext(connection) as perintah:
                    self.client.get(reverse(f"pelatihan:{nama}") + kueri)
                hasil[nama + kueri] = len(perintah)
            return hasil

        self.client.force_login(self.pengelola)
        self.buat(StatusPraktik.UMUM)
        hitung()  # the first visit also writes when the account was last seen
        awal = hitung()
        for _ in range(6):
            buat_adopsi(self.buat(), self.oleh)
            self.buat(StatusPraktik.UMUM)
        self.assertEqual(hitung(), awal)
        self.assertLessEqual(max(awal.values()), 20)


class AdopsiTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.oleh = akun(self.staf)
        self.praktik = buat_praktik(self.pengelola, self.pengelola)

    def test_unit_dicatat_pemimpinnya_pegawai_oleh_dirinya(self) -> None:
        isi: dict[str, Any] = {"praktik": self.praktik, "niat": "Mencoba."}
        unit = self.kantor.seksi
        with self.assertRaisesMessage(ProsesDitolak, "pemimpin unit"):
            proses_adopsi.akan_dicoba(kode=uuid4(), oleh=self.oleh, unit=unit, **isi)
        with self.assertRaisesMessage(ProsesDitolak, "olehnya sendiri"):
            proses_adopsi.akan_dicoba(kode=uuid4(), oleh=self.oleh, pegawai=self.pppk, **isi)
        with self.assertRaisesMessage(ProsesDitolak, "Pilih unit"):
            proses_adopsi.akan_dicoba(kode=uuid4(), oleh=self.oleh, **isi)
        satu = proses_adopsi.akan_dicoba(kode=uuid4(), oleh=akun(self.kantor.kasi), unit=unit, **isi)
        self.assertEqual(satu.tanya_pada, date(2026, 11, 14))  # 60 days after 15 September
        with self.assertRaisesMessage(ProsesDitolak, "masih berjalan"):
            proses_adopsi.akan_dicoba(kode=uuid4(), oleh=akun(self.kantor.kasi), unit=unit, **isi)

    def test_setiap_keadaan_dan_langkah(self) -> None:
        langkah = {
            StatusAdopsi.RENCANA: lambda satu: proses_adopsi.rencanakan(
                adopsi=satu,
                oleh=self.oleh,
                versi=satu.versi,
                rencana="Dua Rabu.",
                mulai=date(2026, 9, 15),
                selesai=date(2026, 10, 1),
            ),
            StatusAdopsi.BERHASIL: lambda satu: self._hasil(satu, berhasil=True),
            StatusAdopsi.TIDAK_COCOK: lambda satu: self._hasil(satu, berhasil=False),
            StatusAdopsi.BATAL: lambda satu: proses_adopsi.batalkan(adopsi=satu, oleh=self.oleh, alasan="Rusak."),
        }
        for dari, (ke, jalankan) in product(StatusAdopsi, langkah.items()):
            with self.subTest(f"{dari} ke {ke}"):
                satu = buat_adopsi(buat_praktik(self.pengelola, self.pengelola), self.oleh, dari)
                if ke in LANJUTAN_ADOPSI[dari]:
                    jalankan(satu)
                else:
                    with self.assertRaises(ProsesDitolak):
                        jalankan(satu)
                satu.refresh_from_db()
                self.assertEqual(satu.status, (ke if boleh_beralih_adopsi(dari, ke) else dari).value)

    def _hasil(self, satu: AdopsiPraktik, *, berhasil: bool, **ubah: Any) -> None:
        isi: dict[str, Any] = {"hasil": "Lebih cepat.", "bukti": "Buku agenda.", "versi": satu.versi}
        proses_adopsi.catat_hasil(adopsi=satu, oleh=self.oleh, berhasil=berhasil, **(isi | ubah))

    def test_hasil_memerlukan_bukti_dan_berkasnya_tersimpan(self) -> None:
        satu = buat_adopsi(self.praktik, self.oleh, StatusAdopsi.RENCANA)
        with self.assertRaisesMessage(ProsesDitolak, "Sebut buktinya"):
            self._hasil(satu, berhasil=True, bukti=" ")
        with self.assertRaisesMessage(ProsesDitolak, "diubah orang lain"):
            self._hasil(satu, berhasil=True, versi=satu.versi - 1)
        self._hasil(satu, berhasil=False, berkas=berkas_pdf())
        self.assertEqual(satu.berkas.count(), 1)
        self.assertEqual(Notifikasi.objects.get(kunci=f"pelatihan-adopsi-{satu.uuid}-hasil").isi, "Tidak cocok")

    def test_ditanya_sekali_pada_harinya(self) -> None:
        jalan = buat_adopsi(self.praktik, self.oleh)
        selesai = buat_adopsi(buat_praktik(self.pengelola, self.pengelola), self.oleh, StatusAdopsi.BERHASIL)
        kunci = f"pelatihan-adopsi-{jalan.uuid}-tanya"
        with pada(SAAT + timedelta(days=59)):
            self.assertEqual(proses_adopsi.tanyakan_adopsi(), 0)
        with pada(SAAT + timedelta(days=60)):
            self.assertEqual(proses_adopsi.tanyakan_adopsi(), 1)
            self.assertEqual(proses_adopsi.tanyakan_adopsi(), 0)
        self.assertEqual(list(Notifikasi.objects.filter(kunci=kunci).values_list("penerima_id")), [(self.oleh.pk,)])
        selesai.refresh_from_db()
        self.assertIsNone(selesai.ditanya_pada)

    def test_hari_tanya_pilihan_kantor_yang_bertanggal(self) -> None:
        AturanPraktik.objects.create(
            mulai=date(2026, 9, 15), hari_tanya=30, menit_sunting=5, dasar_hukum="Pilihan kantor."
        )
        self.assertEqual(buat_adopsi(self.praktik, self.oleh).tanya_pada, date(2026, 10, 15))

    def test_unit_ditanya_lewat_pemimpinnya_hari_itu(self) -> None:
        kasi = akun(self.kantor.kasi)
        satu = buat_adopsi(self.praktik, kasi, unit=self.kantor.seksi)
        with pada(SAAT + timedelta(days=60)):
            proses_adopsi.tanyakan_adopsi()
        self.assertEqual(Notifikasi.objects.get(kunci=f"pelatihan-adopsi-{satu.uuid}-tanya").penerima_id, kasi.pk)
