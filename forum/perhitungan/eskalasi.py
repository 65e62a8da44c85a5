"""Who is told that a deadline comes near or has passed. Pure.

Half of the limit: who handles it. Four fifths: also the head of the unit. The last day: also the secretary. Then every
three working days one level more: camat, the city's administrator of LAPOR!, Ombudsman (the last two as information).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from enum import IntEnum

from rakumpit.waktu import hitung_hari_kerja

HARI_NAIK = 3


class Tingkat(IntEnum):
    """A level and all below it have been reached."""

    SETENGAH = 1
    HAMPIR = 2
    HARI_TERAKHIR = 3
    CAMAT = 4
    KOTA = 5
    OMBUDSMAN = 6


def tingkat_tercapai(mulai: date, batas: date, hari: date, libur: Collection[date]) -> list[Tingkat]:
    """Levels reached on ``hari`` of a limit from ``mulai`` (day 0) to ``batas``, lowest first."""
    lama, lewat = hitung_hari_kerja(mulai, batas, libur), hitung_hari_kerja(mulai, hari, libur)
    hasil = []
    if lewat * 2 >= lama > 0 or hari >= batas:
        hasil.append(Tingkat.SETENGAH)
    if lewat * 5 >= lama * 4 > 0 or hari >= batas:
        hasil.append(Tingkat.HAMPIR)
    if hari >= batas:
        hasil.append(Tingkat.HARI_TERAKHIR)
        lebih = hitung_hari_kerja(batas, hari, libur) // HARI_NAIK
        hasil += [satu for satu in Tingkat if Tingkat.HARI_TERAKHIR < satu <= Tingkat.HARI_TERAKHIR + lebih]
    return hasil


def tingkat_baru(
    mulai: date, batas: date, hari: date, libur: Collection[date], sudah: Iterable[tuple[int, date]]
) -> list[Tingkat]:
    """Levels to tell on ``hari``, lowest first. ``sudah``: levels told before and the day of each.

    One told on a day on which it is not reached by the limit of today was told of an earlier limit, which has since
    been extended or paused: it is told again when its time comes.
    """
    berlaku = {tingkat for tingkat, pada in sudah if tingkat in tingkat_tercapai(mulai, batas, pada, libur)}
    return [satu for satu in tingkat_tercapai(mulai, batas, hari, libur) if satu not in berlaku]
