"""Calendar files as another program reads them: by the library ical, which shares no code with our writer."""

from __future__ import annotations

from datetime import datetime

from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

OKTET_MAKS = 75


def baca_kalender(isi: bytes) -> Calendar:
    """The file, read by ical; before that its lines by RFC 5545 section 3.1, about which a reader is lenient.

    Every line ends with CR LF and holds at most 75 octets, and no character is cut in two by a fold.
    """
    assert isi.endswith(b"END:VCALENDAR\r\n")
    baris = isi.split(b"\r\n")[:-1]
    for satu in baris:
        assert len(satu) <= OKTET_MAKS, satu
        assert not {10, 13} & set(satu), satu
        satu.decode()
    return IcsCalendarStream.calendar_from_ics(isi.decode())


def baca_acara(isi: bytes) -> list[Event]:
    """The entries of the file, in its order."""
    return baca_kalender(isi).events


def waktu(acara: Event) -> tuple[datetime, datetime]:
    """Begin and end of an entry that is no whole day."""
    mulai, selesai = acara.dtstart, acara.dtend
    assert isinstance(mulai, datetime)
    assert isinstance(selesai, datetime)
    return mulai, selesai
