"""The calendar feed, read back by another library than the one that writes it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from ical.calendar import Calendar
from ical.event import EventStatus

from forum.models import SesiForum
from forum.perhitungan.sesi import StatusSesi
from forum.proses import sesi
from tests.forum.dasar import MULAI
from tests.forum.test_sesi import UjiForum
from tests.kalender import baca_kalender, waktu

PANJANG = "Membahas antrean, papan syarat; dan «kursi prioritas» 🌿 di loket yang ramai setiap Senin pagi " * 4


class KalenderTests(UjiForum):
    def ambil(self, alamat: str) -> Calendar:
        jawaban = self.client.get(alamat)
        self.assertEqual(jawaban.status_code, 200)
        self.assertEqual(jawaban["Content-Type"], "text/calendar; charset=utf-8")
        return baca_kalender(jawaban.content)

    def test_waktu_wib_dengan_zona_yang_dijelaskan(self):
        """C81: 09.00 WIB is 02.00 UTC, and 10.00 in Makassar, in every reader."""
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        kalender = self.ambil(reverse("forum:kalender_sesi", args=[satu.uuid]))
        (acara,) = kalender.events
        mulai, selesai = waktu(acara)
        self.assertEqual(mulai, datetime(2026, 9, 24, 2, 0, tzinfo=UTC))
        self.assertEqual(mulai.astimezone(ZoneInfo("Asia/Makassar")).hour, 10)
        self.assertEqual(selesai - mulai, timedelta(hours=2))
        self.assertEqual(str(mulai.tzinfo), "Asia/Jakarta")
        (zona,) = kalender.timezones
        self.assertEqual((zona.tz_id, zona.standard[0].tz_offset_to.offset), ("Asia/Jakarta", timedelta(hours=7)))

    def test_tema_panjang_dengan_koma_dan_titik_koma_utuh(self):
        """The reader refuses lines of more than 75 octets and characters cut in two."""
        satu = self.k.sesi(StatusSesi.DIJADWALKAN, tema=PANJANG)
        (acara,) = self.ambil(reverse("forum:kalender_sesi", args=[satu.uuid])).events
        self.assertEqual(acara.description, PANJANG)

    def test_uid_tetap_dan_sequence_naik_bila_berubah(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        alamat = reverse("forum:kalender")
        awal = self.ambil(alamat)
        mulai = MULAI + timedelta(days=1)
        sesi.tunda(
            sesi=satu,
            oleh=self.kasi,
            versi=satu.versi,
            alasan="Banjir.",
            mulai=mulai,
            selesai=mulai + timedelta(hours=1),
        )
        (lama,), (baru,) = awal.events, self.ambil(alamat).events
        self.assertEqual(lama.uid, baru.uid)
        self.assertEqual((lama.sequence, baru.sequence), (0, 1))
        self.assertEqual(baru.dtstart, mulai)

    def test_yang_dibatalkan_dikirim_sebagai_pembatalan(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        sesi.batalkan(sesi=satu, oleh=self.kasi, versi=satu.versi, alasan="Aula rusak.")
        (acara,) = self.ambil(reverse("forum:kalender")).events
        self.assertEqual((acara.status, acara.sequence), (EventStatus.CANCELLED, 1))
        self.assertEqual(acara.description, f"{satu.tema}\n\nAula rusak.")

    def test_draf_tidak_tampil(self):
        self.k.sesi()
        self.assertEqual(self.ambil(reverse("forum:kalender")).events, [])

    def test_rss_memuat_pembatalan_dengan_alasan(self):
        satu = self.k.sesi(StatusSesi.DIJADWALKAN)
        sesi.batalkan(sesi=satu, oleh=self.kasi, versi=satu.versi, alasan="Aula <rusak> & basah.")
        isi = self.client.get(reverse("forum:rss")).content.decode()
        self.assertIn("Dibatalkan: Forum pelayanan KTP", isi)
        self.assertIn("Aula &lt;rusak&gt; &amp; basah.", isi)
        self.assertEqual(SesiForum.objects.count(), 1)
