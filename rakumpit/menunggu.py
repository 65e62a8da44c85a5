"""The contract of «Menunggu Anda»: what waits for a reader, and how the home page orders and groups it.

Every app's ``ringkasan`` offers ``menunggu(pembaca) -> Bacaan[list[Tugas]]`` (``rakumpit.bacaan``): value lists, read
together with those of all other apps, in a number of steps that does not grow with the number of duties.
``rakumpit.beranda.PENYEDIA`` is the one list of these apps. A duty says what is to be done
(``judul``, a verb first), from whom it comes (``dari``), by when (``tenggat``, last day, None without a fixed day), the
one address where it is done (``tautan``) and the verb of its button (``aksi``).

Duties of one kind carry the same ``Rumpun``; from ``BATAS_RUMPUN`` on they become one line, whose link leads to the
page that does them together or one after the other, with the single duties folded below it. Only kinds whose duties
are safe to do in a row get one.

Pure: no Django, no database. Holidays are passed in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from rakumpit.waktu import format_tanggal, hitung_hari_kerja

BATAS_RUMPUN = 3
_HARI_DEKAT = 7


@dataclass(frozen=True, slots=True)
class Rumpun:
    """A kind of duties that can be done together: ``judul`` contains «{jumlah}», ``tautan`` is where that is done."""

    kunci: str
    judul: str
    tautan: str
    aksi: str = "Kerjakan berurutan"


@dataclass(frozen=True, slots=True)
class Tugas:
    """One duty, in the words of the contract above."""

    judul: str
    dari: str
    tenggat: date | None
    tautan: str
    aksi: str = "Buka"
    rumpun: Rumpun | None = None


@dataclass(frozen=True, slots=True)
class Tenggat:
    """A due day in words: ``jenis`` and ``ikon`` of the badge, ``teks`` relative to today, ``tanggal`` written out."""

    jenis: str
    ikon: str
    teks: str
    tanggal: str


@dataclass(frozen=True, slots=True)
class Baris:
    """One line of the list: a single duty, or the duties of one ``Rumpun`` as ``anggota``."""

    judul: str
    dari: str
    tautan: str
    aksi: str
    tenggat: Tenggat | None
    anggota: tuple[Tugas, ...] = ()


def keadaan_tenggat(tenggat: date, hari: date, libur: Collection[date]) -> Tenggat:
    """How a due day stands on ``hari``: late in working days, today, tomorrow, in so many days.

    The due day itself belongs to the reader. Over a weekend nobody is late by a working day yet.
    """
    sisa = (tenggat - hari).days
    if sisa < 0:
        lewat = hitung_hari_kerja(tenggat, hari, libur)
        jenis, ikon, teks = "bahaya", "awas", f"Terlambat {lewat} hari kerja" if lewat else "Tenggat sudah lewat"
    elif sisa == 0:
        jenis, ikon, teks = "bahaya", "awas", "Hari ini"
    elif sisa == 1:
        jenis, ikon, teks = "perhatian", "jam", "Besok"
    else:
        jenis, ikon = ("perhatian", "jam") if sisa <= _HARI_DEKAT else ("netral", "kalender")
        teks = f"{sisa} hari lagi"
    return Tenggat(jenis, ikon, teks, format_tanggal(tenggat))


def urutkan(tugas: Iterable[Tugas]) -> list[Tugas]:
    """By due day, the oldest first, so overdue ones lead; those without a day last, then by words."""
    return sorted(tugas, key=lambda satu: (satu.tenggat or date.max, satu.judul, satu.dari))


def susun(tugas: Iterable[Tugas], hari: date, libur: Collection[date]) -> list[Baris]:
    """Lines in order. A group stands where its first duty would and shows that duty's day."""
    urut = urutkan(tugas)
    rumpun: dict[str, list[Tugas]] = {}
    for satu in urut:
        if satu.rumpun is not None:
            rumpun.setdefault(satu.rumpun.kunci, []).append(satu)
    baris, tampil = [], set()
    for satu in urut:
        tenggat = keadaan_tenggat(satu.tenggat, hari, libur) if satu.tenggat else None
        sekawan = rumpun[satu.rumpun.kunci] if satu.rumpun is not None else []
        if satu.rumpun is None or len(sekawan) < BATAS_RUMPUN:
            baris.append(Baris(satu.judul, satu.dari, satu.tautan, satu.aksi, tenggat))
        elif satu.rumpun.kunci not in tampil:
            tampil.add(satu.rumpun.kunci)
            judul = satu.rumpun.judul.format(jumlah=len(sekawan))
            baris.append(Baris(judul, "", satu.rumpun.tautan, satu.rumpun.aksi, tenggat, tuple(sekawan)))
    return baris
