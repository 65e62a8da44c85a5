"""Calendar files, read back by another library than the one that writes them, and the calendar page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest import mock

from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from ical.event import Event, EventStatus

from pelatihan.models import KalenderPribadi, Kegiatan, Narasumber, NarasumberSesi, Pendaftaran
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.proses import kegiatan as proses
from pelatihan.proses.kalender import buat_alamat_kalender
from pelatihan.proses.sesi_kegiatan import IsiSesi, ubah_sesi
from pelatihan.ringkasan.kalender import kalender_kegiatan, kalender_pribadi, kalender_unit, tanda_pribadi
from tests.kalender import baca_acara, baca_kalender, waktu
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_kegiatan import buat_kegiatan, buat_ruang, buat_sesi, saat


class BerkasKalenderTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = buat_kegiatan(
            self.kantor.seksi,
            self.pengelola,
            judul="Melayani; ramah, sabar dan sungguh-sungguh mendengarkan keluhan setiap warga yang datang",
            status=StatusKegiatan.PENDAFTARAN.value,
        )
        self.ruang = buat_ruang(self.kantor.seksi, nama="Aula")
        self.sesi = buat_sesi(
            self.kegiatan, saat("2026-10-06", "08:00"), ruang=self.ruang, tautan="https://rapat.example/rahasia"
        )

    def acara(self, isi: bytes) -> list[Event]:
        return baca_acara(isi)

    def test_waktu_tempat_dan_judul_utuh(self) -> None:
        kalender = baca_kalender(kalender_kegiatan(self.kegiatan))
        (acara,) = kalender.events
        self.assertEqual([zona.tz_id for zona in kalender.timezones], ["Asia/Jakarta"])
        mulai, selesai = waktu(acara)
        self.assertEqual(str(mulai.tzinfo), "Asia/Jakarta")
        self.assertEqual((mulai, selesai), (saat("2026-10-06", "08:00"), saat("2026-10-06", "10:00")))
        self.assertEqual(acara.summary, f"{self.kegiatan.judul}: Sesi")
        self.assertEqual(acara.location, "Aula · https://rapat.example/rahasia")
        self.assertEqual(acara.url, f"{settings.ALAMAT_PUBLIK}{self.kegiatan.get_absolute_url()}")
        self.assertEqual((acara.status, acara.description), (EventStatus.CONFIRMED, ""))
        self.assertEqual([alarm.trigger for alarm in acara.alarm], [timedelta(hours=-1)])

    def test_uid_tetap_dan_urutan_naik_bila_waktunya_berubah(self) -> None:
        (awal,) = self.acara(kalender_kegiatan(self.kegiatan))
        isi = IsiSesi("Sesi", saat("2026-10-07", "08:00"), saat("2026-10-07", "10:00"), self.ruang)
        ubah_sesi(sesi=self.sesi, oleh=self.pengelola, versi=1, isi=isi)
        self.kegiatan.refresh_from_db()
        (kini,) = self.acara(kalender_kegiatan(self.kegiatan))
        self.assertEqual(kini.uid, awal.uid)
        self.assertEqual((awal.sequence, kini.sequence), (0, 1))
        self.assertGreaterEqual(kini.dtstamp, awal.dtstamp)
        self.assertEqual(kini.dtstart, saat("2026-10-07", "08:00"))

    def test_pembatalan_dikirim_sebagai_cancelled_dengan_alasannya(self) -> None:
        self.kegiatan.refresh_from_db()
        (awal,) = self.acara(kalender_unit(self.kantor.seksi))
        proses.batalkan(kegiatan=self.kegiatan, oleh=self.pengelola, versi=1, alasan="Banjir, jalan putus; nanti.")
        (acara,) = self.acara(kalender_unit(self.kantor.seksi))
        self.assertEqual((acara.uid, acara.status, acara.sequence), (awal.uid, EventStatus.CANCELLED, 1))
        self.assertEqual(acara.description, "Banjir, jalan putus; nanti.")

    def test_umum_tanpa_draf_tanpa_tautan_dan_tanpa_unit_lain(self) -> None:
        buat_sesi(buat_kegiatan(self.kantor.seksi, judul="Masih rahasia"), saat("2026-10-08", "08:00"))
        isi = self.client.get(reverse("pelatihan:kalender_unit", args=[self.kantor.seksi.uuid]))
        self.assertEqual(isi["Content-Type"], "text/calendar; charset=utf-8")
        self.assertEqual(len(self.acara(isi.content)), 1)
        self.assertNotIn(b"rapat.example", isi.content)
        lain = self.client.get(reverse("pelatihan:kalender_unit", args=[self.kantor.kecamatan.uuid]))
        self.assertEqual(self.acara(lain.content), [])

    def test_pribadi_memuat_yang_diikuti_dan_yang_dibicarakan_sekali(self) -> None:
        orang = akun(self.staf)
        buat_sesi(
            buat_kegiatan(self.kantor.seksi, status=StatusKegiatan.PENDAFTARAN.value), saat("2026-10-09", "08:00")
        )
        self.assertEqual(self.acara(kalender_pribadi(orang)), [])
        Pendaftaran.objects.create(
            kegiatan=self.kegiatan, pegawai=self.staf, status="terdaftar", didaftarkan_oleh=self.pengelola
        )
        bicara = Narasumber.objects.create(nama="A", pegawai=self.staf)
        NarasumberSesi.objects.create(sesi=self.sesi, narasumber=bicara, waktu=self.sesi.waktu)
        self.assertEqual(len(self.acara(kalender_pribadi(orang))), 1)
        Pendaftaran.objects.update(status="batal")
        NarasumberSesi.objects.all().delete()
        self.assertEqual(self.acara(kalender_pribadi(orang)), [])

    def test_alamat_pribadi_bertanda_dan_yang_lama_berakhir(self) -> None:
        orang = akun(self.staf)
        baris = buat_alamat_kalender(oleh=orang)
        tanda = tanda_pribadi(baris)
        alamat = reverse("pelatihan:kalender_pribadi", args=[tanda])
        self.assertEqual(self.client.get(alamat).status_code, 200)
        for palsu in (baris.uuid.hex, tanda[:-1] + ("A" if tanda[-1] != "A" else "B"), f"{tanda}A", "a:b"):
            with self.subTest(palsu):
                lain = self.client.get(reverse("pelatihan:kalender_pribadi", args=[palsu]))
                self.assertEqual(lain.status_code, 404)
        self.client.force_login(orang)
        self.client.post(reverse("pelatihan:kalender_alamat"))
        self.assertEqual(KalenderPribadi.objects.count(), 1)
        self.client.logout()
        self.assertEqual(self.client.get(alamat).status_code, 404)

    def test_akun_yang_ditutup_tidak_lagi_membuka_kalendernya(self) -> None:
        orang = akun(self.staf)
        alamat = reverse("pelatihan:kalender_pribadi", args=[tanda_pribadi(buat_alamat_kalender(oleh=orang))])
        orang.is_active = False
        orang.save(update_fields=["is_active"])
        self.assertEqual(self.client.get(alamat).status_code, 404)


class HalamanKalenderTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.client.force_login(akun(self.staf))
        self.kegiatan = buat_kegiatan(self.kantor.seksi, judul="Arsip digital", status=StatusKegiatan.PENDAFTARAN.value)
        buat_sesi(self.kegiatan, saat("2026-10-06", "08:00"))

    def buka(self, **kueri: str) -> Any:
        return self.client.get(reverse("pelatihan:kalender"), kueri)

    def test_bulan_minggu_dan_daftar(self) -> None:
        for tampilan, tanggal, ada in (
            ("bulan", "2026-10-31", True),
            ("bulan", "2026-09-30", False),
            ("minggu", "2026-10-11", True),
            ("minggu", "2026-10-12", False),
            ("daftar", "2026-10-06", True),
            ("daftar", "2026-10-07", False),
        ):
            with self.subTest(tampilan=tampilan, tanggal=tanggal):
                halaman = self.buka(tampilan=tampilan, tanggal=tanggal)
                self.assertEqual("Arsip digital" in halaman.content.decode(), ada)

    def test_hari_libur_tampil_dengan_namanya(self) -> None:
        self.assertContains(self.buka(tanggal="2026-05-01"), "Cuti bersama Kenaikan Yesus Kristus")

    def test_alamat_yang_aneh_tidak_ada(self) -> None:
        for kueri in ({"tampilan": "tahun"}, {"tanggal": "31-12-2026"}, {"tanggal": "9999-12-31"}, {"unit": "x"}):
            with self.subTest(kueri):
                self.assertEqual(self.buka(**kueri).status_code, 404)

    def test_saring_unit(self) -> None:
        self.assertNotContains(self.buka(tanggal="2026-10-01", unit=str(self.kantor.kecamatan.uuid)), "Arsip digital")
        self.assertContains(self.buka(tanggal="2026-10-01", unit=str(self.kantor.seksi.uuid)), "Arsip digital")

    def test_yang_terlalu_banyak_dipotong_dan_halaman_mengatakannya(self) -> None:
        with mock.patch("pelatihan.ringkasan.kalender.SEHALAMAN", 1):
            self.assertNotContains(self.buka(tanggal="2026-10-06"), "sesi pertama yang tampil")
            buat_sesi(self.kegiatan, saat("2026-10-07", "08:00"), judul="Lanjutan")
            halaman = self.buka(tanggal="2026-10-06")
            self.assertContains(halaman, "Hanya 1 sesi pertama yang tampil")
            self.assertNotContains(halaman, "Lanjutan")

    def test_jumlah_perintah_tetap(self) -> None:
        """The same for three events and for three thousand, on the calendar and on the list; at most 20."""
        daftar = reverse("pelatihan:kegiatan_daftar")

        def hitung(alamat: str) -> int:
            self.client.get(alamat)
            with CaptureQueriesContext(connection) as kueri:
                self.assertEqual(self.client.get(alamat).status_code, 200)
            return len(kueri)

        alamat = (daftar, f"{reverse('pelatihan:kalender')}?tanggal=2026-10-01")
        for _ in range(2):
            buat_sesi(buat_kegiatan(self.kantor.seksi, status="disetujui"), saat("2026-10-07", "08:00"))
        awal = [hitung(satu) for satu in alamat]
        contoh = self.kegiatan
        semua = Kegiatan.objects.bulk_create(
            Kegiatan(program=contoh.program, unit=contoh.unit, judul=f"Arsip {n}", status="disetujui")
            for n in range(3000)
        )
        for satu in semua[:60]:
            buat_sesi(satu, saat("2026-10-08", "08:00"))
        self.assertEqual([hitung(satu) for satu in alamat], awal)
        self.assertLessEqual(max(awal), 20)
