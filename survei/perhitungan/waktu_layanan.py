"""Time at the counter: median, P90 and the share within the standard; pure and exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class RingkasanWaktu:
    """``n`` finished services; ``median`` and ``p90`` in seconds, None without any.

    ``n_berstandar`` of them had a promise in minutes, ``tepat`` of these kept it.
    """

    n: int
    median: Fraction | None
    p90: Fraction | None
    n_berstandar: int
    tepat: int

    @property
    def persen_tepat(self) -> Fraction | None:
        """Share within the standard, 0…100; None where no standard in minutes was in force."""
        return Fraction(100 * self.tepat, self.n_berstandar) if self.n_berstandar else None


def persentil(urut: Sequence[int], bagian: Fraction) -> Fraction:
    """The value below which ``bagian`` (0…1) of the ascending, not empty ``urut`` lie, between neighbours by line.

    The same rule as PERCENTILE in spreadsheets, so that an office can check it; the median is the case 1/2.
    """
    tempat = bagian * (len(urut) - 1)
    bawah = tempat.numerator // tempat.denominator
    atas = min(bawah + 1, len(urut) - 1)
    return urut[bawah] + (tempat - bawah) * (urut[atas] - urut[bawah])


def ringkas_waktu(lama: Iterable[tuple[int, int | None]]) -> RingkasanWaktu:
    """Summarise ``(seconds, promised minutes or None)`` of finished services.

    The promise is kept up to and including its last second: 20 minutes are 1,200 seconds.
    """
    semua = list(lama)
    urut = sorted(detik for detik, _ in semua)
    berstandar = [(detik, menit) for detik, menit in semua if menit is not None]
    return RingkasanWaktu(
        n=len(urut),
        median=persentil(urut, Fraction(1, 2)) if urut else None,
        p90=persentil(urut, Fraction(9, 10)) if urut else None,
        n_berstandar=len(berstandar),
        tepat=sum(detik <= 60 * menit for detik, menit in berstandar),
    )


def _bulan_utuh(mulai: date, selesai: date) -> int:
    """How many months these days are; 0 unless they are whole ones."""
    if mulai.day != 1 or (selesai + timedelta(days=1)).day != 1:
        return 0
    return (selesai.year - mulai.year) * 12 + selesai.month - mulai.month + 1


def _awal_bulan(tanggal: date, geser: int) -> date:
    """The first of the month that is so many months away."""
    ke = tanggal.year * 12 + tanggal.month - 1 + geser
    return date(ke // 12, ke % 12 + 1, 1)


def masa_sebelum(mulai: date, selesai: date) -> tuple[date, date]:
    """The days before ``mulai`` that a survey of ``mulai`` … ``selesai`` is sampled for: as many, by months if whole.

    PermenPANRB 14/2017 takes the users of the period before as the population. A quarter follows a quarter: before
    1 October to 31 December come 1 July to 30 September.
    """
    akhir = mulai - timedelta(days=1)
    if bulan := _bulan_utuh(mulai, selesai):
        return _awal_bulan(mulai, -bulan), akhir
    return akhir - (selesai - mulai), akhir


def masa_berikutnya(mulai: date, selesai: date) -> tuple[date, date]:
    """The days after ``selesai``, reckoned in the same way."""
    awal = selesai + timedelta(days=1)
    if bulan := _bulan_utuh(mulai, selesai):
        return awal, _awal_bulan(awal, bulan) - timedelta(days=1)
    return awal, awal + (selesai - mulai)
