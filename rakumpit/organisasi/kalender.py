"""Working days with the office's own holiday table."""

from __future__ import annotations

from datetime import date, timedelta

from rakumpit import waktu
from rakumpit.organisasi.models import HariLibur


def libur_antara(mulai: date, selesai: date) -> set[date]:
    """Days off between two dates, both included; one query."""
    return set(HariLibur.objects.filter(tanggal__range=(mulai, selesai)).values_list("tanggal", flat=True))


def tambah_hari_kerja(tanggal: date, n: int) -> date:
    """The date ``n`` working days after ``tanggal`` (day 0), by the holiday table (SKB Libur Nasional)."""
    # Never more than three weeks off in a row, so this span always holds n working days.
    return waktu.tambah_hari_kerja(tanggal, n, libur_antara(tanggal, tanggal + timedelta(days=2 * n + 40)))


def sementara(tahun: int) -> bool:
    """True when the year has no confirmed holiday table: dates computed with it are shown as provisional."""
    from rakumpit.organisasi.enums import StatusLibur

    return not HariLibur.objects.filter(tanggal__year=tahun, status=StatusLibur.RESMI.value).exists()
