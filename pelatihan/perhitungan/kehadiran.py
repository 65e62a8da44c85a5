"""Attendance: when a session takes check-ins, codes that change with time, and the share of sessions. Pure."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from pelatihan.perhitungan.kegiatan import StatusPendaftaran
from rakumpit.angka import bulatkan

# The office's own choices; the 15 minutes stand in the description of the product.
JENDELA = timedelta(minutes=15)
# The code of the picture changes this often. Digits are typed by hand, so they live longer.
LANGKAH_KODE = 30
LANGKAH_PIN = 120
# Clocks of the office's machines may differ by this many steps.
TOLERANSI = 1
_HURUF_KODE = 20  # 80 bits
_DIGIT_PIN = 6
# Who may be written down: a seat that was taken, whatever became of it afterwards.
BERPESERTA = (
    StatusPendaftaran.TERDAFTAR,
    StatusPendaftaran.TIDAK_HADIR,
    StatusPendaftaran.HADIR,
    StatusPendaftaran.LULUS,
)


@dataclass(frozen=True, slots=True)
class Jendela:
    """When people check in by themselves; half-open."""

    buka: datetime
    tutup: datetime

    def memuat(self, saat: datetime) -> bool:
        return self.buka <= saat < self.tutup


def jendela_mandiri(mulai: datetime, selesai: datetime, akhir_lain: Iterable[datetime] = ()) -> Jendela:
    """From 15 minutes before the beginning to 15 minutes after it, never beyond the end.

    ``akhir_lain``: ends of the other sessions of the event. While an earlier one is running this one takes nobody:
    a code of session 2 during session 1 is refused.
    """
    buka = max([mulai - JENDELA, *(akhir for akhir in akhir_lain if akhir <= mulai)])
    return Jendela(buka, min(mulai + JENDELA, selesai))


def _tanda(rahasia: bytes, apa: str, langkah: int) -> bytes:
    return hmac.new(rahasia, f"{apa}:{langkah}".encode(), hashlib.sha256).digest()


def kode_qr(rahasia: bytes, saat: datetime) -> str:
    """The code in the picture of a session at this moment."""
    return _kode(rahasia, int(saat.timestamp()) // LANGKAH_KODE)


def _kode(rahasia: bytes, langkah: int) -> str:
    return _tanda(rahasia, "qr", langkah).hex()[:_HURUF_KODE]


def pin(rahasia: bytes, saat: datetime) -> str:
    """The six digits for those without a camera."""
    return _pin(rahasia, int(saat.timestamp()) // LANGKAH_PIN)


def _pin(rahasia: bytes, langkah: int) -> str:
    angka = int.from_bytes(_tanda(rahasia, "pin", langkah)[:8], "big") % 10**_DIGIT_PIN
    return f"{angka:0{_DIGIT_PIN}d}"


def _langkah(saat: datetime, lama: int) -> range:
    kini = int(saat.timestamp()) // lama
    return range(kini - TOLERANSI, kini + TOLERANSI + 1)


def kode_cocok(rahasia: bytes, kode: str, saat: datetime) -> bool:
    """Whether the code is of this step or the one beside it."""
    calon = [_kode(rahasia, langkah) for langkah in _langkah(saat, LANGKAH_KODE)]
    return any(hmac.compare_digest(satu.encode(), kode.encode()) for satu in calon)


def pin_cocok(rahasia: bytes, angka: str, saat: datetime) -> bool:
    """Whether the digits are of this step or the one beside it; spaces between them do not matter."""
    angka = "".join(angka.split())
    calon = [_pin(rahasia, langkah) for langkah in _langkah(saat, LANGKAH_PIN)]
    return any(hmac.compare_digest(satu.encode(), angka.encode()) for satu in calon)


def sisa_detik(saat: datetime, lama: int) -> int:
    """Seconds until the next step, at least 1."""
    return lama - int(saat.timestamp()) % lama


def menit_terlambat(mulai: datetime, datang: datetime) -> int:
    """Whole minutes after the beginning; 0 for who came before it."""
    return max(0, int((datang - mulai).total_seconds()) // 60)


def menit_lebih_awal(selesai: datetime, pulang: datetime | None) -> int:
    """Whole minutes before the end; 0 for who stayed or whose leaving nobody wrote down."""
    return 0 if pulang is None else max(0, int((selesai - pulang).total_seconds()) // 60)


@dataclass(frozen=True, slots=True)
class PorsiHadir:
    """Sessions attended of those that took place. ``persen`` is None where there were none."""

    hadir: int
    sesi: int
    ambang: int

    @property
    def persen(self) -> Decimal | None:
        return bulatkan(Fraction(self.hadir * 100, self.sesi)) if self.sesi else None

    @property
    def cukup(self) -> bool:
        """Compared without rounding: 79,996 percent is not 80."""
        return bool(self.sesi) and self.hadir * 100 >= self.ambang * self.sesi


def porsi_hadir(sesi: Collection[int], dihadiri: Collection[int], ambang: int) -> PorsiHadir:
    """Keys of the sessions that took place, keys of those where the person was (others do not count), percent."""
    semua = set(sesi)
    return PorsiHadir(len(semua & set(dihadiri)), len(semua), ambang)
