"""Calendar files of whole days (RFC 5545). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_OKTET_MAKS = 75


@dataclass(frozen=True, slots=True)
class HariKalender:
    """One whole day: ``kunci`` makes the same entry replace itself when the file is read again."""

    kunci: str
    tanggal: date
    judul: str
    uraian: str = ""
    tautan: str = ""


def tulis_ics(hari: Iterable[HariKalender], *, nama: str, dibuat: datetime) -> bytes:
    """A calendar as UTF-8 with lines of at most 75 octets; ``dibuat`` is an aware moment in UTC.

    Long lines are folded between characters, never inside one (RFC 5545 section 3.1), texts are escaped (3.3.11), and
    the end of a whole day is the day after it, not part of it (3.6.1).
    """
    baris = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kinerja Rakumpit//ID", "CALSCALE:GREGORIAN"]
    baris.append(f"X-WR-CALNAME:{_teks(nama)}")
    for satu in hari:
        baris += [
            "BEGIN:VEVENT",
            f"UID:{satu.kunci}@kinerja-rakumpit",
            f"DTSTAMP:{dibuat:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{satu.tanggal:%Y%m%d}",
            f"DTEND;VALUE=DATE:{satu.tanggal + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_teks(satu.judul)}",
            *([f"DESCRIPTION:{_teks(satu.uraian)}"] if satu.uraian else []),
            *([f"URL:{satu.tautan}"] if satu.tautan else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    baris.append("END:VCALENDAR")
    return "".join(f"{satu}\r\n" for panjang in baris for satu in _lipat(panjang)).encode()


def _teks(isi: str) -> str:
    bersih = isi.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(bersih.splitlines())


def _lipat(baris: str) -> Iterator[str]:
    """Pieces of at most 75 octets; every piece after the first begins with a blank."""
    potong = ""
    for huruf in baris:
        if len((potong + huruf).encode()) > _OKTET_MAKS:
            yield potong
            potong = " "
        potong += huruf
    yield potong
