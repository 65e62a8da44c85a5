"""Calendar files (RFC 5545), written by the library icalendar.

A reader replaces its entry while the ``UID`` stays and ``SEQUENCE`` grows. Times carry TZID=Asia/Jakarta together with
its definition, so that they mean the same in every reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard, vText

from rakumpit.waktu import WIB

ZONA = "Asia/Jakarta"
_SEJAK = datetime(1988, 1, 1)  # noqa: DTZ001 - local by definition: since when the zone has its present offset


@dataclass(frozen=True, slots=True)
class Acara:
    """One entry. ``urutan`` grows with each change; ``ingatkan_menit``: alarm before the begin, None for none."""

    uid: str
    urutan: int
    diubah: datetime
    mulai: datetime
    selesai: datetime
    judul: str
    uraian: str
    tempat: str
    alamat: str
    batal: bool = False
    ingatkan_menit: int | None = None


def _zona() -> Timezone:
    """WIB: seven hours before UTC, without summer time since 1988."""
    standar = TimezoneStandard()
    standar.add("dtstart", _SEJAK)
    # The same onset once more: readers that follow RDATE and RRULE alone would take the times for UTC.
    standar.add("rdate", [_SEJAK])
    standar.add("tzoffsetfrom", timedelta(hours=7))
    standar.add("tzoffsetto", timedelta(hours=7))
    standar.add("tzname", "WIB")
    zona = Timezone()
    zona.add("tzid", ZONA)
    zona.add_component(standar)
    return zona


def tulis_kalender(acara: Iterable[Acara], *, nama: str, bagian: str) -> bytes:
    """The entries as one calendar; ``bagian``: which part of the product wrote it."""
    kalender = Calendar()
    kalender.add("prodid", f"-//Kinerja Rakumpit//{bagian}//ID")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("x-wr-calname", nama)
    kalender.add_component(_zona())
    for satu in acara:
        kalender.add_component(_acara(satu))
    isi: bytes = kalender.to_ical()
    return isi


def _acara(satu: Acara) -> Event:
    acara = Event()
    acara.add("uid", satu.uid)
    acara.add("sequence", satu.urutan)
    acara.add("dtstamp", satu.diubah.astimezone(UTC))
    acara.add("dtstart", satu.mulai.astimezone(WIB))
    acara.add("dtend", satu.selesai.astimezone(WIB))
    acara.add("summary", satu.judul)
    acara.add("description", satu.uraian)
    acara["location"] = vText(satu.tempat)
    acara.add("url", satu.alamat)
    acara.add("status", "CANCELLED" if satu.batal else "CONFIRMED")
    if satu.ingatkan_menit is not None and not satu.batal:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", satu.judul)
        alarm.add("trigger", timedelta(minutes=-satu.ingatkan_menit))
        acara.add_component(alarm)
    return acara
