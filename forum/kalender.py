"""Calendar feed of sessions (RFC 5545), written by the library icalendar.

``UID`` stays for the life of a session and ``SEQUENCE`` grows with each change of time, place or name, so that a
calendar replaces its entry; a session that was called off is sent as CANCELLED. Times carry TZID=Asia/Jakarta together
with its definition.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from forum.models import SesiForum
from forum.perhitungan.sesi import StatusSesi
from rakumpit.waktu import WIB

ZONA = "Asia/Jakarta"
_SEJAK = datetime(1988, 1, 1)  # noqa: DTZ001 - local by definition: since when the zone has its present offset


def _zona() -> Timezone:
    """WIB: seven hours before UTC, without summer time since 1988."""
    standar = TimezoneStandard()
    standar.add("dtstart", _SEJAK)
    standar.add("tzoffsetfrom", timedelta(hours=7))
    standar.add("tzoffsetto", timedelta(hours=7))
    standar.add("tzname", "WIB")
    zona = Timezone()
    zona.add("tzid", ZONA)
    zona.add_component(standar)
    return zona


def tulis_kalender(sesi: Iterable[SesiForum], *, nama: str, situs: str) -> bytes:
    """The sessions as one calendar; ``situs``: address of this site, without a slash at its end."""
    kalender = Calendar()
    kalender.add("prodid", "-//Kinerja Rakumpit//Forum//ID")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("x-wr-calname", nama)
    kalender.add_component(_zona())
    for satu in sesi:
        kalender.add_component(_acara(satu, situs))
    isi: bytes = kalender.to_ical()
    return isi


def _acara(sesi: SesiForum, situs: str) -> Event:
    acara = Event()
    acara.add("uid", f"{sesi.uuid}@kinerja-rakumpit")
    acara.add("sequence", sesi.urutan_kalender)
    acara.add("dtstamp", sesi.diubah_pada.astimezone(UTC))
    acara.add("dtstart", sesi.mulai.astimezone(WIB))
    acara.add("dtend", sesi.selesai.astimezone(WIB))
    acara.add("summary", sesi.judul)
    acara.add("description", sesi.tema if not sesi.alasan else f"{sesi.tema}\n\n{sesi.alasan}")
    acara["location"] = vText(" · ".join(satu for satu in (sesi.tempat, sesi.tautan) if satu))
    acara.add("url", f"{situs}{sesi.get_absolute_url()}")
    acara.add("status", "CANCELLED" if sesi.status == StatusSesi.DIBATALKAN else "CONFIRMED")
    return acara
