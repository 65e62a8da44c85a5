"""Which rules hold for a report, and the office's days off as the arithmetic of deadlines takes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from forum.enums.laporan import jenis_tenggat
from forum.enums.tenggat import Satuan, TahapTenggat
from forum.models import AturanTenggat, Laporan
from forum.perhitungan.tenggat import BatasWaktu, Hitungan, Jeda, Kalender, hitung_semua
from rakumpit.organisasi.kalender import nama_libur_antara, tahun_resmi
from rakumpit.waktu import tanggal_lokal


def baca_kalender(mulai: date, sampai: date) -> Kalender:
    """Days off of a span of days; two queries."""
    return Kalender(nama_libur_antara(mulai, sampai), tahun_resmi())


def kalender_untuk(mulai: date, batas: Iterable[BatasWaktu], jeda: Jeda | None = None) -> Kalender:
    """The days off that limits beginning on ``mulai`` can meet; two queries."""
    lama = jeda or Jeda()
    hari = max((satu.rentang for satu in batas), default=0) + 2 * lama.hari_kerja + lama.hari_kalender
    # Never more than three weeks off in a row, so this span always holds so many working days.
    return baca_kalender(mulai, mulai + timedelta(days=hari + 40))


def aturan_semua(laporan: Laporan, tahap: Iterable[TahapTenggat]) -> dict[TahapTenggat, list[AturanTenggat]]:
    """The rules of these steps that held on the day of receipt: the shorter one in each unit; one query."""
    semua: dict[TahapTenggat, dict[str, AturanTenggat]] = {satu: {} for satu in tahap}
    for baris in (
        AturanTenggat.objects.pada(tanggal_lokal(laporan.diterima_pada))
        .filter(tahap__in=[satu.value for satu in semua], jenis__in=jenis_tenggat(laporan.klasifikasi, laporan.kadar))
        .order_by("jumlah", "pk")
    ):
        semua[TahapTenggat(baris.tahap)].setdefault(baris.satuan, baris)
    return {satu: [pilih[satuan.value] for satuan in Satuan if satuan.value in pilih] for satu, pilih in semua.items()}


def aturan_laporan(laporan: Laporan, tahap: TahapTenggat) -> list[AturanTenggat]:
    """The rules of one step that held on the day of receipt, by working days first."""
    return aturan_semua(laporan, [tahap])[tahap]


def hitung_dari(laporan: Laporan, tahap: TahapTenggat, mulai: date) -> Hitungan | None:
    """The last day of a step that begins on ``mulai``, without a row; None where no rule holds."""
    batas = [satu.batas_waktu for satu in aturan_laporan(laporan, tahap)]
    return hitung_semua(batas, mulai, kalender_untuk(mulai, batas))[0] if batas else None
