"""Times of sessions: what deserves a warning, and days of a series. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rakumpit.waktu import WIB, hari_kerja, tambah_hari_kerja

_JUMAT = 4


@dataclass(frozen=True, slots=True)
class Jam:
    """Hours of the office between two days; ``selesai`` None: until further notice."""

    nama: str
    mulai: date
    selesai: date | None
    masuk: time
    pulang: time
    pulang_jumat: time
    menit_seminggu: int
    terverifikasi: bool

    def pulang_pada(self, hari: date) -> time:
        return self.pulang_jumat if hari.weekday() == _JUMAT else self.pulang


def jam_pada(semua: Sequence[Jam], hari: date) -> Jam | None:
    """The row that holds on a day: one with an end before one without, the newest first."""
    berlaku = [s for s in semua if s.mulai <= hari and (s.selesai is None or hari <= s.selesai)]
    return max(berlaku, key=lambda satu: (satu.selesai is not None, satu.mulai), default=None)


def _jam(saat: time) -> str:
    return f"{saat:%H.%M}"


def peringatan_waktu(mulai: datetime, selesai: datetime, *, libur: Mapping[date, str], jam: Sequence[Jam]) -> list[str]:
    """What people should know about a time before they keep it; never a refusal (golden case S07)."""
    awal, akhir = mulai.astimezone(WIB), selesai.astimezone(WIB)
    # A session that ends at 00.00 still lies on its first day.
    hari_akhir = (akhir - timedelta(microseconds=1)).date()
    hasil = []
    if hari_akhir != awal.date():
        hasil.append("Sesi ini melewati tengah malam.")
    hari = awal.date()
    while hari <= hari_akhir:
        if hari in libur:
            hasil.append(f"Hari libur: {libur[hari]}.")
        elif not hari_kerja(hari, libur):
            hasil.append("Sesi ini pada akhir pekan.")
        hari += timedelta(days=1)
    aturan = jam_pada(jam, awal.date())
    if aturan is not None and hari_kerja(awal.date(), libur):
        pulang = aturan.pulang_pada(awal.date())
        if (
            awal.time() < aturan.masuk
            or hari_akhir != awal.date()
            or akhir > datetime.combine(awal.date(), pulang, WIB)
        ):
            belum = "" if aturan.terverifikasi else " Jam ini belum diperiksa dengan peraturan."
            minggu, sisa = divmod(aturan.menit_seminggu, 60)
            lama = f"{minggu} jam {sisa} menit seminggu" if sisa else f"{minggu} jam seminggu"
            hasil.append(f"Di luar jam kerja {_jam(aturan.masuk)}–{_jam(pulang)} WIB ({aturan.nama}, {lama}).{belum}")
    return hasil


def tambah_bulan(tanggal: date, n: int) -> date:
    """The same day ``n`` months later; the last day of a month that has no such day."""
    tahun, bulan = divmod(tanggal.year * 12 + tanggal.month - 1 + n, 12)
    return date(tahun, bulan + 1, min(tanggal.day, calendar.monthrange(tahun, bulan + 1)[1]))


def acuan_seri(pertama: date, selang_bulan: int, urut: int) -> date:
    """Day number ``urut`` of a series, counted from the first so that a short month does not shift the later ones."""
    return tambah_bulan(pertama, selang_bulan * urut)


def hari_seri(acuan: date, libur: Collection[date]) -> date:
    """The day itself, or the next working day when it is none."""
    return acuan if hari_kerja(acuan, libur) else tambah_hari_kerja(acuan, 1, libur)
