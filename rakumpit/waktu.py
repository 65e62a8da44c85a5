"""Dates of the office: local day, working days, reading and writing of dates.

Pure: no Django, no clock but in ``sekarang`` and ``hari_ini``. Zone: WIB (Asia/Jakarta), which also holds in
Kalimantan Tengah. Holidays are passed in; ``rakumpit.organisasi.kalender`` feeds them from the table ``HariLibur``.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
# Spellings met in staff lists beside the full names and their first three letters.
_EJAAN_LAIN = {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "agust": 8, "sept": 9, "nopember": 11, "nop": 11}
_NOMOR_BULAN = (
    {nama.lower(): i for i, nama in enumerate(BULAN, 1)}
    | {nama[:3].lower(): i for i, nama in enumerate(BULAN, 1)}
    | _EJAAN_LAIN
)

_TANDA_KOSONG = {"", "-", "--", "–", "—", "0"}
_JAM = r"(?:[ T][0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?)?"
_NAMA_BULAN = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]+)\.?[ -]([0-9]{2,4})", re.ASCII)
_TAHUN_DULU = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + _JAM, re.ASCII)
_HARI_DULU = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})" + _JAM, re.ASCII)
_SERIAL_TEKS = re.compile(r"[1-9][0-9]{4}", re.ASCII)

# Excel's 1900 system: day 60 is 29 February 1900, a day that never was; later days count from 30 December 1899.
_HARI_NOL = date(1899, 12, 30)
_HARI_HANTU = 60
_SERIAL_MAKS = 2_958_465  # 31 December 9999
_TAHUN_TERAWAL, _TAHUN_TERAKHIR = 1900, 2199


class AlasanTanggal(StrEnum):
    """Why a value is not read as a date."""

    BENTUK = "bentuk"
    TIDAK_ADA = "tidak_ada"
    BULAN_DULU = "bulan_dulu"
    TAHUN_DUA_ANGKA = "tahun_dua_angka"
    NAMA_BULAN = "nama_bulan"
    DI_LUAR_JANGKAUAN = "di_luar_jangkauan"


class TanggalTidakSah(ValueError):
    """A value that is not read as a date; ``str()`` of it is an Indonesian sentence for the person who typed it."""

    def __init__(self, alasan: AlasanTanggal, pesan: str) -> None:
        super().__init__(pesan)
        self.alasan = alasan


def tanggal_lokal(waktu: datetime) -> date:
    """WIB date of an aware moment; 17:30 UTC on 16 March is 17 March. Naive moments raise ``ValueError``."""
    if waktu.tzinfo is None or waktu.utcoffset() is None:
        raise ValueError("Waktu tanpa zona tidak punya tanggal lokal.")
    return waktu.astimezone(WIB).date()


def sekarang() -> datetime:
    """This moment, in WIB."""
    return datetime.now(WIB)


def hari_ini(saat: datetime | None = None) -> date:
    """Local date of now; tests pass their own moment."""
    return tanggal_lokal(saat if saat is not None else sekarang())


def awal_hari(tanggal: date) -> datetime:
    """00.00 WIB of a day."""
    return datetime.combine(_tanggal_murni(tanggal), time(), tzinfo=WIB)


def saat_lokal(tanggal: date, jam: time) -> datetime:
    """A day and a time of day as a moment in WIB."""
    return datetime.combine(tanggal, jam, tzinfo=WIB)


def batas_akhir(tanggal: date) -> datetime:
    """First moment after a closing day: what is "until 30 September" is open while ``now < batas_akhir(...)``."""
    return awal_hari(tanggal + timedelta(days=1))


def _tanggal_murni(tanggal: date) -> date:
    if isinstance(tanggal, datetime):
        raise TypeError("Diharapkan tanggal, bukan waktu; pakai tanggal_lokal() lebih dulu.")
    return tanggal


def hari_kerja(tanggal: date, libur: Collection[date]) -> bool:
    """Monday to Friday and neither libur nasional, cuti bersama nor a local holiday."""
    return tanggal.weekday() < 5 and tanggal not in libur


def tambah_hari_kerja(tanggal: date, n: int, libur: Collection[date]) -> date:
    """The n-th working day after ``tanggal``.

    Day 0 is the given date, whatever kind of day it is; day 1 is the next working day. With n = 0 the date itself.
    Raises ``ValueError`` for negative n, ``TypeError`` for a datetime (its local date is not this function's business).
    """
    if n < 0:
        raise ValueError("Jumlah hari kerja tidak boleh negatif.")
    hari, libur = _tanggal_murni(tanggal), frozenset(libur)
    while n:
        hari += timedelta(days=1)
        n -= hari_kerja(hari, libur)
    return hari


def hitung_hari_kerja(setelah: date, sampai: date, libur: Collection[date]) -> int:
    """Working days after ``setelah`` up to and including ``sampai``; 0 when ``sampai`` is not later."""
    libur = frozenset(libur)
    jarak = (_tanggal_murni(sampai) - _tanggal_murni(setelah)).days
    return sum(hari_kerja(setelah + timedelta(days=i), libur) for i in range(1, jarak + 1))


def tambah_tahun(tanggal: date, n: int) -> date:
    """Same day n years later (or earlier); 29 February becomes 28 February in a common year."""
    try:
        return tanggal.replace(year=tanggal.year + n)
    except ValueError:
        if (tanggal.month, tanggal.day) != (2, 29):
            raise
        return tanggal.replace(year=tanggal.year + n, day=28)


def format_tanggal(tanggal: date) -> str:
    """24 November 2026. A moment with a zone is shown by its WIB date."""
    if isinstance(tanggal, datetime):
        tanggal = tanggal_lokal(tanggal)
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def format_hari(tanggal: date) -> str:
    """Selasa, 24 November 2026. A moment with a zone is shown by its WIB date."""
    if isinstance(tanggal, datetime):
        tanggal = tanggal_lokal(tanggal)
    return f"{HARI[tanggal.weekday()]}, {format_tanggal(tanggal)}"


def format_waktu(waktu: datetime) -> str:
    """24 November 2026 pukul 08.30 WIB."""
    return f"{format_tanggal(waktu)} pukul {waktu.astimezone(WIB):%H.%M} WIB"


def baca_tanggal(nilai: object, *, serial: bool = True) -> date | None:
    """Read a date from a form or a spreadsheet cell; ``None`` means "not filled", never today.

    Texts: ``24 November 2026``, ``24 Des 2026``, ``01-01-1974``, ``01/04/2019`` (1 April), ``2020-04-01``, with or
    without a time of day, which is dropped. Blank, ``-`` and dates of zeros are empty. Numbers, and texts of five
    digits, are days of Excel's 1900 system unless ``serial`` is False. The day always stands before the month, so
    ``12/31/2026`` is refused and nothing is guessed.

    Raises ``TanggalTidakSah`` with ``.alasan`` and an Indonesian sentence that says what to type.
    """
    if nilai is None:
        return None
    if isinstance(nilai, datetime):
        return tanggal_lokal(nilai) if nilai.tzinfo else nilai.date()
    if isinstance(nilai, date):
        return nilai
    if isinstance(nilai, (int, float)):
        if isinstance(nilai, bool) or not serial:
            raise _bentuk(str(nilai))
        return _dari_serial(nilai)
    if not isinstance(nilai, str):
        raise _bentuk(str(nilai))  # a time of day, for one
    return _dari_teks(nilai, serial)


def _bentuk(asli: str) -> TanggalTidakSah:
    return TanggalTidakSah(
        AlasanTanggal.BENTUK,
        f"«{asli[:40]}» bukan tanggal yang dikenal. Tulis misalnya 24 November 2026 atau 24-11-2026.",
    )


def _dari_serial(nilai: int | float) -> date | None:
    if nilai == 0:
        return None  # an empty date cell that a formula or a database export turned into 0
    if not 1 <= nilai <= _SERIAL_MAKS:
        raise _bentuk(str(nilai))
    hari = int(nilai)
    if _TAHUN_TERAWAL <= hari <= _TAHUN_TERAKHIR:
        # Read as days these are the years 1905 and 1906: nobody means that, the cell holds a year.
        raise TanggalTidakSah(
            AlasanTanggal.BENTUK, f"«{hari}» hanya tahun. Tulis tanggal lengkap, misalnya 1 April {hari}."
        )
    if hari == _HARI_HANTU:
        raise TanggalTidakSah(AlasanTanggal.TIDAK_ADA, "Angka 60 berarti 29 Februari 1900, tanggal yang tidak ada.")
    return _dalam_jangkauan(_HARI_NOL + timedelta(days=hari if hari > _HARI_HANTU else hari + 1), str(hari))


def _dari_teks(teks: str, serial: bool) -> date | None:
    bersih = " ".join(teks.replace("\ufeff", "").split())
    if bersih in _TANDA_KOSONG:
        return None
    if cocok := _TAHUN_DULU.fullmatch(bersih):
        return _susun(cocok[1], cocok[3], cocok[4], bersih)
    if cocok := _HARI_DULU.fullmatch(bersih):
        return _susun(cocok[4], cocok[3], cocok[1], bersih)
    if cocok := _NAMA_BULAN.fullmatch(bersih):
        bulan = _NOMOR_BULAN.get(cocok[2].lower())
        if bulan is None:
            raise TanggalTidakSah(
                AlasanTanggal.NAMA_BULAN,
                f"«{cocok[2]}» bukan nama bulan. Tulis Januari sampai Desember, misalnya 24 November 2026.",
            )
        return _susun(cocok[3], str(bulan), cocok[1], bersih)
    if serial and _SERIAL_TEKS.fullmatch(bersih):
        return _dari_serial(int(bersih))
    raise _bentuk(bersih)


def _susun(tahun: str, bulan: str, hari: str, asli: str) -> date | None:
    if not (int(tahun) or int(bulan) or int(hari)):
        return None  # 0000-00-00 of a database export
    if len(tahun) != 4:
        raise TanggalTidakSah(
            AlasanTanggal.TAHUN_DUA_ANGKA, f"«{asli}»: tulis tahun dengan empat angka, misalnya 24-11-2026."
        )
    if int(bulan) > 12 and 1 <= int(hari) <= 12:
        raise TanggalTidakSah(
            AlasanTanggal.BULAN_DULU,
            f"«{asli}»: tidak ada bulan ke-{int(bulan)}. Tulis hari lebih dulu, lalu bulan, misalnya 31/12/2026.",
        )
    try:
        tanggal = date(int(tahun), int(bulan), int(hari))
    except ValueError:
        raise TanggalTidakSah(
            AlasanTanggal.TIDAK_ADA, f"«{asli}»: tanggal itu tidak ada. Periksa hari dan bulannya."
        ) from None
    return _dalam_jangkauan(tanggal, asli)


def _dalam_jangkauan(tanggal: date, asli: str) -> date:
    if not _TAHUN_TERAWAL <= tanggal.year <= _TAHUN_TERAKHIR:
        raise TanggalTidakSah(
            AlasanTanggal.DI_LUAR_JANGKAUAN,
            f"«{asli}»: tahun harus antara {_TAHUN_TERAWAL} dan {_TAHUN_TERAKHIR}. Periksa tahunnya.",
        )
    return tanggal
