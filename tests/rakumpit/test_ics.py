"""Calendar files of rakumpit.ics, read back by another library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st
from ical.event import EventStatus
from ical.exceptions import CalendarParseError

from rakumpit.ics import Acara, tulis_kalender
from rakumpit.waktu import WIB
from tests.kalender import baca_acara, baca_kalender, waktu

# No control characters: a title cannot hold them. No end of paragraph or line but \n, which the text of a file has.
TULISAN = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], include_characters="\n"), max_size=300)
ACARA = Acara(
    uid="sesi-1@kinerja-rakumpit",
    urutan=3,
    diubah=datetime(2026, 10, 1, 7, 30, tzinfo=WIB),
    mulai=datetime(2026, 10, 6, 8, 0, tzinfo=WIB),
    selesai=datetime(2026, 10, 6, 10, 0, tzinfo=WIB),
    judul="Pelatihan",
    uraian="",
    tempat="Aula",
    alamat="https://kantor.example/pelatihan/?a=1,2;b",
    ingatkan_menit=60,
)


def tulis(*acara: Acara) -> bytes:
    return tulis_kalender(acara, nama="Pelatihan, saya", bagian="Pelatihan")


class KalenderTests(SimpleTestCase):
    def test_semua_medan_terbaca_kembali(self) -> None:
        (satu,) = baca_acara(tulis(ACARA))
        self.assertEqual((satu.uid, satu.sequence, satu.status), (ACARA.uid, 3, EventStatus.CONFIRMED))
        self.assertEqual((satu.summary, satu.location, satu.url), (ACARA.judul, ACARA.tempat, ACARA.alamat))
        self.assertEqual((satu.dtstart, satu.dtend), (ACARA.mulai, ACARA.selesai))
        self.assertEqual(satu.dtstamp, datetime(2026, 10, 1, 0, 30, tzinfo=UTC))
        self.assertEqual([alarm.trigger for alarm in satu.alarm], [timedelta(minutes=-60)])

    def test_kepala_menyebut_bagian_dan_nama(self) -> None:
        kalender = baca_kalender(tulis())
        self.assertEqual((kalender.prodid, kalender.version), ("-//Kinerja Rakumpit//Pelatihan//ID", "2.0"))
        self.assertEqual([(satu.name, satu.value) for satu in kalender.extras], [("x-wr-calname", "Pelatihan, saya")])
        self.assertEqual(kalender.events, [])

    def test_delapan_wib_sama_di_setiap_zona(self) -> None:
        (satu,) = baca_acara(tulis(ACARA))
        mulai, _selesai = waktu(satu)
        self.assertEqual(mulai.astimezone(UTC), datetime(2026, 10, 6, 1, 0, tzinfo=UTC))
        self.assertEqual(f"{mulai.astimezone(ZoneInfo('Asia/Makassar')):%d %H.%M}", "06 09.00")

    def test_pembaca_yang_tidak_kenal_nama_zona_memakai_definisi_di_berkas(self) -> None:
        """A reader without the table of zones: a name that nobody knows, and the file says what it means."""
        asing = tulis(ACARA).replace(b"Asia/Jakarta", b"Rakumpit/WIB")
        (satu,) = baca_acara(asing)
        self.assertEqual([saat.utcoffset() for saat in waktu(satu)], [timedelta(hours=7)] * 2)
        buta = asing[: asing.index(b"BEGIN:VTIMEZONE")] + asing[asing.index(b"BEGIN:VEVENT") :]
        with self.assertRaises(CalendarParseError):
            baca_acara(buta)

    def test_yang_batal_tanpa_alarm(self) -> None:
        (satu,) = baca_acara(tulis(replace(ACARA, batal=True, urutan=4)))
        self.assertEqual((satu.status, satu.sequence, satu.alarm), (EventStatus.CANCELLED, 4, []))

    @given(judul=TULISAN, uraian=TULISAN, tempat=TULISAN)
    def test_koma_titik_koma_garis_miring_dan_baris_baru_kembali_utuh(
        self, judul: str, uraian: str, tempat: str
    ) -> None:
        (satu,) = baca_acara(tulis(replace(ACARA, judul=judul, uraian=uraian, tempat=tempat)))
        self.assertEqual((satu.summary or "", satu.description or "", satu.location or ""), (judul, uraian, tempat))

    def test_baris_baru_dari_formulir_menjadi_satu_baris_baru(self) -> None:
        """A form on a page sends CR LF; a bare CR or LF would end the line of the file."""
        (satu,) = baca_acara(tulis(replace(ACARA, uraian="Banjir.\r\nKita tunda.\nMaaf.")))
        self.assertEqual(satu.description, "Banjir.\nKita tunda.\nMaaf.")

    def test_banyak_acara_dalam_urutannya(self) -> None:
        semua = [replace(ACARA, uid=f"sesi-{n}", mulai=ACARA.mulai + timedelta(days=n)) for n in range(3)]
        semua = [replace(satu, selesai=satu.mulai + timedelta(hours=1)) for satu in semua]
        self.assertEqual([satu.uid for satu in baca_acara(tulis(*semua))], [satu.uid for satu in semua])
        self.assertEqual(baca_acara(tulis(*semua))[2].dtstart, datetime(2026, 10, 8, 8, 0, tzinfo=WIB))

    def test_pembanding_berkas_yang_rusak_ditolak(self) -> None:
        """What the reader must refuse, so that the tests above say something."""
        utuh = tulis(replace(ACARA, judul="x" * 200))
        for rusak in (
            utuh.replace(b"\r\n", b"\n"),
            utuh.replace(b"\r\n ", b""),
            utuh.removesuffix(b"END:VCALENDAR\r\n"),
            utuh.replace(b"DTSTART;", b"DTSTART;VALUE=DATE;"),
        ):
            with self.subTest(rusak[-40:]), self.assertRaises((AssertionError, CalendarParseError)):
                baca_kalender(rusak)
