"""The calendar feed: read by the library again, and its lines looked at by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from icalendar import Calendar

from forum.models import SesiForum
from forum.perhitungan.sesi import StatusSesi
from forum.proses import sesi
from tests.forum.dasar import MULAI
from tests.forum.test_sesi import UjiForum

PANJANG = "Membahas antrean, papan syarat; dan «kursi prioritas» 🌿 di loket yang ramai setiap Senin pagi " * 4


class KalenderTests(UjiForum):
    def ambil(self, alamat: str) -> tuple[bytes, Calendar]:
        jawaban = self.client.get(alamat)
        self.assertEqual(jawaban.status_code, 200)
        self.assertEqual(jawaban["Content-Type"], "text/calendar; charset=utf-8")
        return jawaban.content, Calendar.from_ical(jawaban.content)

    def test_waktu_wib_dengan_zona_yang_dijelaskan(self):
        """C81: 09.00 WIB is 02.00 UTC, and 10.00 in Makassar, in every reader."""
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        isi, kalender = self.ambil(reverse("forum:kalender_sesi", args=[satu.uuid]))
        (acara,) = kalender.walk("VEVENT")
        mulai = acara.decoded("dtstart")
        self.assertEqual(mulai.astimezone(UTC), datetime(2026, 9, 24, 2, 0, tzinfo=UTC))
        self.assertEqual(mulai.astimezone(ZoneInfo("Asia/Makassar")).hour, 10)
        self.assertEqual(acara.decoded("dtend") - mulai, timedelta(hours=2))
        self.assertIn(b"DTSTART;TZID=Asia/Jakarta:20260924T090000\r\n", isi)
        (zona,) = kalender.walk("VTIMEZONE")
        self.assertEqual(str(zona["tzid"]), "Asia/Jakarta")
        self.assertIn(b"TZOFFSETTO:+0700\r\n", isi)

    def test_baris_paling_panjang_75_oktet(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN, tema=PANJANG)
        isi, kalender = self.ambil(reverse("forum:kalender_sesi", args=[satu.uuid]))
        self.assertTrue(isi.endswith(b"END:VCALENDAR\r\n"))
        baris = isi.split(b"\r\n")
        self.assertEqual([satu for satu in baris if len(satu) > 75], [])
        self.assertNotIn(b"\n", isi.replace(b"\r\n", b""))
        for potong in baris:
            potong.decode()  # no character is cut in two
        (acara,) = kalender.walk("VEVENT")
        self.assertEqual(str(acara["description"]), PANJANG)

    def test_uid_tetap_dan_sequence_naik_bila_berubah(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        alamat = reverse("forum:kalender")
        _, awal = self.ambil(alamat)
        mulai = MULAI + timedelta(days=1)
        sesi.tunda(
            sesi=satu,
            oleh=self.kasi,
            versi=satu.versi,
            alasan="Banjir.",
            mulai=mulai,
            selesai=mulai + timedelta(hours=1),
        )
        _, akhir = self.ambil(alamat)
        (lama,), (baru,) = awal.walk("VEVENT"), akhir.walk("VEVENT")
        self.assertEqual(str(lama["uid"]), str(baru["uid"]))
        self.assertEqual((lama.decoded("sequence"), baru.decoded("sequence")), (0, 1))
        self.assertEqual(baru.decoded("dtstart").astimezone(UTC).day, 25)

    def test_yang_dibatalkan_dikirim_sebagai_pembatalan(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        sesi.batalkan(sesi=satu, oleh=self.kasi, versi=satu.versi, alasan="Aula rusak.")
        _, kalender = self.ambil(reverse("forum:kalender"))
        (acara,) = kalender.walk("VEVENT")
        self.assertEqual((str(acara["status"]), acara.decoded("sequence")), ("CANCELLED", 1))

    def test_draf_tidak_tampil(self):
        self.k.sesi()
        _, kalender = self.ambil(reverse("forum:kalender"))
        self.assertEqual(kalender.walk("VEVENT"), [])

    def test_rss_memuat_pembatalan_dengan_alasan(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        sesi.batalkan(sesi=satu, oleh=self.kasi, versi=satu.versi, alasan="Aula <rusak> & basah.")
        isi = self.client.get(reverse("forum:rss")).content.decode()
        self.assertIn("Dibatalkan: Forum pelayanan KTP", isi)
        self.assertIn("Aula &lt;rusak&gt; &amp; basah.", isi)
        self.assertEqual(SesiForum.objects.count(), 1)
