"""Last days of handling a report: by working days and by calendar days, the earlier counts, and how it came about.

Pure. Day 0 is the local date of the event, whatever kind of day it is; day 1 is the next day that counts; the time ends
at 23.59.59 WIB of day n (the office's own convention, as nothing that was read decides it).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from rakumpit.waktu import format_hari, hitung_hari_kerja, tambah_hari_kerja

_SABTU = 5


class Satuan(StrEnum):
    """What a limit counts."""

    HARI_KERJA = "hari_kerja"
    HARI_KALENDER = "hari_kalender"


LABEL_SATUAN = {Satuan.HARI_KERJA: "hari kerja", Satuan.HARI_KALENDER: "hari kalender"}


@dataclass(frozen=True, slots=True)
class Kalender:
    """Days off with their names, and the years whose table was compared with the joint decree (SKB)."""

    libur: Mapping[date, str]
    tahun_resmi: frozenset[int]


@dataclass(frozen=True, slots=True)
class Jeda:
    """Days for which the clock stood still, counted both ways."""

    hari_kerja: int = 0
    hari_kalender: int = 0

    def dari(self, satuan: Satuan) -> int:
        return self.hari_kerja if satuan == Satuan.HARI_KERJA else self.hari_kalender


@dataclass(frozen=True, slots=True)
class BatasWaktu:
    """One limit as the rule row states it."""

    kode: str
    jumlah: int
    satuan: Satuan
    dasar_hukum: str = ""
    terverifikasi: bool = False
    # The extension that was granted: it counts on from the last day of the limit itself.
    panjang: BatasWaktu | None = None

    @property
    def rentang(self) -> int:
        """Days of the calendar that it takes at most without long holidays, the extension with them."""
        sendiri = self.jumlah * (2 if self.satuan == Satuan.HARI_KERJA else 1)
        return sendiri + (self.panjang.rentang if self.panjang else 0)


@dataclass(frozen=True, slots=True)
class HariDilewati:
    """A weekday that does not count, and why."""

    tanggal: date
    nama: str


@dataclass(frozen=True, slots=True)
class Hitungan:
    """One last day with its derivation. ``sementara``: a year on the way has no confirmed table of days off.

    ``akhir_semula``: the last day before it was extended; None without an extension.
    """

    batas: BatasWaktu
    mulai: date
    akhir: date
    jeda: int
    dilewati: tuple[HariDilewati, ...] = field(default=())
    akhir_pekan: int = 0
    sementara: bool = False
    akhir_semula: date | None = None


def hitung(batas: BatasWaktu, mulai: date, kalender: Kalender, jeda: Jeda | None = None) -> Hitungan:
    """The last day of one limit that begins on ``mulai`` (day 0), with its extension where one was granted."""
    dasar = _hitung(batas, mulai, kalender, jeda)
    if batas.panjang is None:
        return dasar
    lanjutan = _hitung(batas.panjang, dasar.akhir, kalender, None)
    return replace(
        dasar,
        akhir=lanjutan.akhir,
        dilewati=dasar.dilewati + lanjutan.dilewati,
        akhir_pekan=dasar.akhir_pekan + lanjutan.akhir_pekan,
        sementara=dasar.sementara or lanjutan.sementara,
        akhir_semula=dasar.akhir,
    )


def _hitung(batas: BatasWaktu, mulai: date, kalender: Kalender, jeda: Jeda | None) -> Hitungan:
    lama = (jeda or Jeda()).dari(batas.satuan)
    if batas.satuan == Satuan.HARI_KALENDER:
        return Hitungan(batas, mulai, mulai + timedelta(days=batas.jumlah + lama), lama)
    akhir = tambah_hari_kerja(mulai, batas.jumlah + lama, kalender.libur.keys())
    hari = [mulai + timedelta(days=i) for i in range(1, (akhir - mulai).days + 1)]
    return Hitungan(
        batas,
        mulai,
        akhir,
        lama,
        dilewati=tuple(
            HariDilewati(satu, kalender.libur[satu])
            for satu in hari
            if satu.weekday() < _SABTU and satu in kalender.libur
        ),
        akhir_pekan=sum(satu.weekday() >= _SABTU for satu in hari),
        sementara=any(satu.year not in kalender.tahun_resmi for satu in (mulai, *hari)),
    )


def hitung_semua(
    batas: Iterable[BatasWaktu], mulai: date, kalender: Kalender, jeda: Jeda | None = None
) -> tuple[Hitungan, ...]:
    """Every limit that holds, the earliest first: that one is the *tenggat*. On one day working days lead."""
    semua = [hitung(satu, mulai, kalender, jeda) for satu in batas]
    return tuple(sorted(semua, key=lambda satu: (satu.akhir, satu.batas.satuan != Satuan.HARI_KERJA, satu.batas.kode)))


def lama_jeda(dari: date, sampai: date, kalender: Kalender) -> Jeda:
    """How long the clock stood still when it was stopped on ``dari`` and goes on after ``sampai``."""
    return Jeda(hitung_hari_kerja(dari, sampai, kalender.libur.keys()), max(0, (sampai - dari).days))


def kalimat(hitungan: Hitungan) -> tuple[str, ...]:
    """How a last day came about, in short sentences; the days off that were skipped stand in ``dilewati``."""
    satuan = LABEL_SATUAN[hitungan.batas.satuan]
    hasil = [
        f"Hari ke-0: {format_hari(hitungan.mulai)}.",
        f"Batasnya {hitungan.batas.jumlah} {satuan} sesudah hari itu.",
    ]
    if hitungan.jeda:
        hasil.append(f"Ditambah {hitungan.jeda} {satuan} selama menunggu pelapor.")
    if hitungan.batas.panjang is not None and hitungan.akhir_semula is not None:
        panjang = hitungan.batas.panjang
        lama = f"{panjang.jumlah} {LABEL_SATUAN[panjang.satuan]}"
        hasil.append(f"Diperpanjang {lama} sesudah {format_hari(hitungan.akhir_semula)}.")
    if hitungan.akhir_pekan:
        hasil.append(f"Sabtu dan Minggu dilewati: {hitungan.akhir_pekan} hari.")
    hasil.append(f"Hari terakhir: {format_hari(hitungan.akhir)} pukul 23.59 WIB.")
    if hitungan.sementara:
        hasil.append("Sementara: daftar hari libur tahun itu belum resmi.")
    return tuple(hasil)
