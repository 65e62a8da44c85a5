"""Working days with the office's own holiday table."""

from __future__ import annotations

from datetime import date, timedelta

from rakumpit import waktu
from rakumpit.organisasi.models import HariLibur


def libur_antara(mulai: date, selesai: date) -> set[date]:
    """Days off between two dates, both included; one query."""
    return set(HariLibur.objects.filter(tanggal__range=(mulai, selesai)).values_list("tanggal", flat=True))


def nama_libur_antara(mulai: date, selesai: date) -> dict[date, str]:
    """Days off between two dates, both included, with their names; one query."""
    return dict(HariLibur.objects.filter(tanggal__range=(mulai, selesai)).values_list("tanggal", "nama"))


def tahun_resmi() -> frozenset[int]:
    """Years that have a confirmed holiday table; one query."""
    from rakumpit.organisasi.enums import StatusLibur

    resmi = HariLibur.objects.filter(status=StatusLibur.RESMI.value).order_by()
    return frozenset(resmi.values_list("tanggal__year", flat=True).distinct())


def tambah_hari_kerja(tanggal: date, n: int) -> date:
    """The date ``n`` working days after ``tanggal`` (day 0), by the holiday table (SKB Libur Nasional)."""
    # Never more than three weeks off in a row, so this span always holds n working days.
    return waktu.tambah_hari_kerja(tanggal, n, libur_antara(tanggal, tanggal + timedelta(days=2 * n + 40)))


def sementara(tahun: int) -> bool:
    """True when the year has no confirmed holiday table: dates computed with it are shown as provisional."""
    from rakumpit.organisasi.enums import StatusLibur

    return not HariLibur.objects.filter(tanggal__year=tahun, status=StatusLibur.RESMI.value).exists()
