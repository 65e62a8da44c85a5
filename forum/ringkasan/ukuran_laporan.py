"""Monthly measures of reports, for the office and, with small counts hidden, for everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from forum.enums.laporan import LABEL_KLASIFIKASI, Klasifikasi
from forum.enums.tenggat import TahapTenggat
from forum.models import Laporan, TenggatLaporan
from forum.perhitungan.ukuran import MINIMUM_UMUM, gabungkan_kecil, pita_umur, tengah
from rakumpit.angka import bulatkan
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.waktu import awal_hari, hari_ini, hitung_hari_kerja, tanggal_lokal

TERATAS = 5
BELUM_DISEBUT = "Tidak disebut"


@dataclass(frozen=True, slots=True)
class Bagian:
    """``isi`` of ``dari``; ``persen`` None when there is nothing to divide."""

    isi: int
    dari: int

    @property
    def persen(self) -> Decimal | None:
        return bulatkan(Decimal(self.isi * 100) / self.dari, 1) if self.dari else None


@dataclass(frozen=True, slots=True)
class UkuranBulan:
    """Reports received in one month and what became of them by now; ``umur`` counts what is open today."""

    bulan: date
    masuk: int
    menurut_jenis: list[tuple[str, int]]
    menurut_kelurahan: list[tuple[str, int]]
    menurut_layanan: list[tuple[str, int]]
    verifikasi: Bagian
    jawaban: Bagian
    hari_menjawab: Decimal | None
    umur: list[tuple[str, int]]
    dibuka_lagi: Bagian
    kepuasan: Decimal | None
    jumlah_kepuasan: int


@dataclass(frozen=True, slots=True)
class UkuranUmum:
    """The same for everybody: None means fewer than ``MINIMUM_UMUM``."""

    bulan: date
    masuk: int | None
    menurut_jenis: list[tuple[str, int | None]]
    jawaban: Decimal | None
    kepuasan: Decimal | None
    jumlah_kepuasan: int | None


def awal_bulan(hari: date) -> date:
    return hari.replace(day=1)


def bulan_berikut(bulan: date) -> date:
    """First day of the month after."""
    return (bulan.replace(day=28) + timedelta(days=4)).replace(day=1)


def _antara(bulan: date) -> tuple[datetime, datetime]:
    return awal_hari(bulan), awal_hari(bulan_berikut(bulan))


def ukuran_bulan(bulan: date) -> UkuranBulan:
    """Measures of the month that begins on ``bulan``; a fixed number of queries."""
    awal, akhir = _antara(bulan)
    masuk = list(
        Laporan.objects.filter(diterima_pada__gte=awal, diterima_pada__lt=akhir).values_list(
            "klasifikasi", "kelurahan__nama", "layanan__nama", "dibuka_lagi", "kepuasan"
        )
    )
    tenggat = list(
        TenggatLaporan.objects.filter(laporan__diterima_pada__gte=awal, laporan__diterima_pada__lt=akhir)
        .filter(gugur_pada__isnull=True, ke=1)
        .values_list("tahap", "mulai", "batas", "terpenuhi_pada", "dijeda_pada", "jeda_kerja")
    )
    hari = hari_ini()
    terbuka = [tanggal_lokal(saat) for saat in Laporan.objects.terbuka().values_list("diterima_pada", flat=True)]
    libur = libur_antara(min([bulan, *terbuka]), hari)
    nilai = [satu for *_, satu in masuk if satu is not None]
    lama = [
        hitung_hari_kerja(mulai, selesai, libur) - jeda
        for tahap, mulai, _, selesai, _, jeda in tenggat
        if tahap == TahapTenggat.PENYELESAIAN and selesai is not None
    ]
    return UkuranBulan(
        bulan=bulan,
        masuk=len(masuk),
        menurut_jenis=_hitung(LABEL_KLASIFIKASI[Klasifikasi(jenis)] for jenis, *_ in masuk),
        menurut_kelurahan=_hitung(nama or BELUM_DISEBUT for _, nama, *_ in masuk),
        menurut_layanan=_hitung(nama or BELUM_DISEBUT for _, _, nama, *_ in masuk)[:TERATAS],
        verifikasi=_tepat(tenggat, TahapTenggat.VERIFIKASI, hari),
        jawaban=_tepat(tenggat, TahapTenggat.PENYELESAIAN, hari),
        hari_menjawab=tengah(lama),
        umur=pita_umur(hitung_hari_kerja(satu, hari, libur) for satu in terbuka),
        dibuka_lagi=Bagian(sum(bool(kali) for *_, kali, _ in masuk), len(masuk)),
        kepuasan=bulatkan(Decimal(sum(nilai)) / len(nilai), 2) if nilai else None,
        jumlah_kepuasan=len(nilai),
    )


def _hitung(label: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(label).items(), key=lambda satu: (-satu[1], satu[0]))


def _tepat(
    tenggat: Iterable[tuple[str, date, date, date | None, date | None, int]], tahap: TahapTenggat, hari: date
) -> Bagian:
    """In time, of those that are met or overdue; what still has time counts on neither side."""
    tepat = dari = 0
    for satu, _, batas, selesai, dijeda, _ in tenggat:
        if satu != tahap or (selesai is None and (dijeda is not None or batas >= hari)):
            continue
        dari += 1
        tepat += selesai is not None and selesai <= batas
    return Bagian(tepat, dari)


def ukuran_umum(bulan: date) -> UkuranUmum:
    """What everybody may read: nothing that could point at one of a few reporters."""
    ukuran = ukuran_bulan(bulan)
    cukup = ukuran.masuk >= MINIMUM_UMUM
    return UkuranUmum(
        bulan=bulan,
        masuk=ukuran.masuk if cukup or not ukuran.masuk else None,
        menurut_jenis=gabungkan_kecil(ukuran.menurut_jenis) if cukup else [],
        jawaban=ukuran.jawaban.persen if ukuran.jawaban.dari >= MINIMUM_UMUM else None,
        kepuasan=ukuran.kepuasan if ukuran.jumlah_kepuasan >= MINIMUM_UMUM else None,
        jumlah_kepuasan=ukuran.jumlah_kepuasan if ukuran.jumlah_kepuasan >= MINIMUM_UMUM else None,
    )
