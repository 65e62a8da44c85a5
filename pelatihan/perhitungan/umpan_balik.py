"""What participants think of an event (Kirkpatrick level 1). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pelatihan.perhitungan.kegiatan import MENCATAT, StatusKegiatan
from rakumpit.angka import bulatkan

# Of fewer answers nothing is shown: in a small group each one would be recognised.
MINIMAL_JAWABAN = 5
HARI_UMPAN_BALIK = 3  # working days after the last session
# No run of days off is longer (see ``organisasi.kalender``): sessions before that are over for feedback.
RENTANG_TERLAMA = timedelta(days=2 * HARI_UMPAN_BALIK + 40)
NILAI_MIN, NILAI_MAKS = 1, 4
# The last day was told to everybody, so an early end of the event does not take it away.
MENERIMA = (*MENCATAT, StatusKegiatan.SELESAI)


class ButirUmpanBalik(StrEnum):
    """What is asked; each from 1 to 4."""

    TUJUAN = "tujuan"
    MANFAAT = "manfaat"
    ISI = "isi"
    PENJELASAN = "penjelasan"
    TANYA_JAWAB = "tanya_jawab"
    LATIHAN = "latihan"
    BAHAN = "bahan"
    WAKTU = "waktu"
    TEMPAT = "tempat"
    AKSES = "akses"


@dataclass(frozen=True, slots=True)
class RekapButir:
    """One item: how often 1, 2, 3 and 4, and the mean."""

    butir: str
    banyak: tuple[int, int, int, int]
    rerata: Decimal


def rekap_umpan_balik(jawaban: Iterable[Mapping[str, int]]) -> list[RekapButir] | None:
    """Each item over all answers; None while there are fewer than five."""
    semua = list(jawaban)
    if len(semua) < MINIMAL_JAWABAN:
        return None
    hasil = []
    for butir in ButirUmpanBalik:
        nilai = [satu[butir.value] for satu in semua if butir.value in satu]
        if not nilai:
            continue
        banyak = (nilai.count(1), nilai.count(2), nilai.count(3), nilai.count(4))
        hasil.append(RekapButir(butir.value, banyak, bulatkan(Fraction(sum(nilai), len(nilai)))))
    return hasil
