"""What follows an event: days of the follow-up, who is asked, and what may be shown. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from rakumpit.angka import bulatkan

PERILAKU_MIN, PERILAKU_MAKS = 3, 5
SKALA_MIN, SKALA_MAKS = 1, 4
# Of fewer answers nothing is shown: in a small group each one would be recognised.
MINIMAL_JAWABAN = 5
BUKAN_BUKTI_SEBAB = (
    "Perubahan ini terjadi sesudah pelatihan, bukan terbukti karena pelatihan: hal lain pada waktu yang sama juga "
    "dapat menyebabkannya."
)


class PeranPenilai(StrEnum):
    """Who says whether behaviour changed (Kirkpatrick level 3)."""

    PESERTA = "peserta"
    ATASAN = "atasan"
    REKAN = "rekan"


@dataclass(frozen=True, slots=True)
class Jendela:
    """From when something can be filled in, and its last day."""

    mulai: date
    batas: date


@dataclass(frozen=True, slots=True)
class Hari:
    """Days after the last session, by the office's rule of that day."""

    perilaku_mulai: int
    perilaku_batas: int
    hasil: int
    hasil_batas: int


def jendela_perilaku(selesai: date, hari: Hari) -> Jendela:
    return Jendela(selesai + timedelta(days=hari.perilaku_mulai), selesai + timedelta(days=hari.perilaku_batas))


def jendela_hasil(selesai: date, hari: Hari) -> Jendela:
    return Jendela(selesai + timedelta(days=hari.hasil), selesai + timedelta(days=hari.hasil_batas))


def pilih_rekan(calon: Sequence[int], beban: Mapping[int, int], hindari: Iterable[int] = ()) -> int | None:
    """Who is asked as the peer: with the fewest to fill in so far, rather none of ``hindari``, then the lowest key."""
    lewati = set(hindari)
    return min(calon, key=lambda pk: (pk in lewati, beban.get(pk, 0), pk), default=None)


@dataclass(frozen=True, slots=True)
class RekapPerilaku:
    """One behaviour before and now: means of those who gave both, 2 decimals, None below five of them."""

    n: int
    sebelum: Decimal | None
    kini: Decimal | None
    naik: int | None


def rekap_perilaku(pasangan: Iterable[tuple[int | None, int]]) -> RekapPerilaku:
    """Means over the answers that remember how it was before; the others cannot be compared."""
    lengkap = [(dulu, kini) for dulu, kini in pasangan if dulu is not None]
    n = len(lengkap)
    if n < MINIMAL_JAWABAN:
        return RekapPerilaku(n, None, None, None)
    return RekapPerilaku(
        n=n,
        sebelum=bulatkan(Fraction(sum(dulu for dulu, _ in lengkap), n)),
        kini=bulatkan(Fraction(sum(kini for _, kini in lengkap), n)),
        naik=sum(kini > dulu for dulu, kini in lengkap),
    )
