"""Tests before and after a training: order of the items, score, gain. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from rakumpit.angka import bulatkan

SKOR_MAKS = Decimal(100)
T = TypeVar("T")


class JenisTes(StrEnum):
    """The same items twice."""

    AWAL = "awal"
    AKHIR = "akhir"


def acak(benih: str, kunci: Iterable[T]) -> list[T]:
    """The same keys in an order that depends on the seed alone, on every machine and in every year."""
    return sorted(kunci, key=lambda satu: hashlib.sha256(f"{benih}:{satu}".encode()).digest())


@dataclass(frozen=True, slots=True)
class MasaTes:
    """When a test is taken; None: no limit on that side."""

    buka: datetime | None
    tutup: datetime | None

    def memuat(self, saat: datetime) -> bool:
        return (self.buka is None or self.buka <= saat) and (self.tutup is None or saat < self.tutup)


def masa_tes(jenis: JenisTes, sesi: Iterable[tuple[datetime, datetime]]) -> MasaTes | None:
    """The first test until the end of the first session, the second from the beginning of the last; None: no session.

    :param sesi: beginning and end of each session that takes place.
    """
    urut = sorted(sesi)
    if not urut:
        return None
    if jenis is JenisTes.AWAL:
        return MasaTes(None, urut[0][1])
    return MasaTes(urut[-1][0], None)


@dataclass(frozen=True, slots=True)
class HasilTes:
    """``skor`` of 0 to 100, rounded once."""

    benar: int
    butir: int
    skor: Decimal


def nilai_tes(jawaban: Mapping[str, str], kunci: Mapping[str, str]) -> HasilTes:
    """Right answers of all items; what was not answered is not right.

    :param kunci: item → its right option; not empty.
    """
    benar = sum(jawaban.get(butir) == pilihan for butir, pilihan in kunci.items())
    return HasilTes(benar, len(kunci), bulatkan(Fraction(benar * 100, len(kunci))))


def kenaikan(awal: Decimal | None, akhir: Decimal | None) -> Decimal | None:
    """After minus before; None while one of them is missing."""
    return None if awal is None or akhir is None else akhir - awal


def kenaikan_ternormal(awal: Decimal | None, akhir: Decimal | None, maks: Decimal = SKOR_MAKS) -> Decimal | None:
    """Part of what could still be gained: (after − before) / (max − before); None where nothing could be gained."""
    if awal is None or akhir is None or awal >= maks:
        return None
    return bulatkan(Fraction(akhir - awal) / Fraction(maks - awal))


@dataclass(frozen=True, slots=True)
class RekapTes:
    """Of a group. The gain is of those who took both tests, so that the means are of the same people."""

    awal: int
    akhir: int
    keduanya: int
    rerata_awal: Decimal | None
    rerata_akhir: Decimal | None
    rerata_kenaikan: Decimal | None
    rerata_ternormal: Decimal | None


def rekap_tes(pasangan: Iterable[tuple[Decimal | None, Decimal | None]]) -> RekapTes:
    """Means of the scores before and after, one pair a person; missing stays missing."""
    semua = list(pasangan)
    lengkap = [(awal, akhir) for awal, akhir in semua if awal is not None and akhir is not None]
    ternormal = [satu for awal, akhir in lengkap if (satu := kenaikan_ternormal(awal, akhir)) is not None]
    return RekapTes(
        awal=sum(awal is not None for awal, _ in semua),
        akhir=sum(akhir is not None for _, akhir in semua),
        keduanya=len(lengkap),
        rerata_awal=_rerata([awal for awal, _ in lengkap]),
        rerata_akhir=_rerata([akhir for _, akhir in lengkap]),
        rerata_kenaikan=_rerata([akhir - awal for awal, akhir in lengkap]),
        rerata_ternormal=_rerata(ternormal),
    )


def _rerata(nilai: list[Decimal]) -> Decimal | None:
    return bulatkan(Fraction(sum(nilai, Decimal(0))) / len(nilai)) if nilai else None


def lulus(skor: Decimal | None, minimum: Decimal | None) -> bool | None:
    """Whether the second test was passed; None where nothing is asked. Not taken is not passed."""
    if minimum is None:
        return None
    return skor is not None and skor >= minimum
