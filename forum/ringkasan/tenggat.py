"""The office's days off as the arithmetic of deadlines takes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from forum.perhitungan.tenggat import BatasWaktu, Jeda, Kalender, Satuan
from rakumpit.organisasi.kalender import nama_libur_antara, tahun_resmi


def baca_kalender(mulai: date, sampai: date) -> Kalender:
    """Days off of a span of days; two queries."""
    return Kalender(nama_libur_antara(mulai, sampai), tahun_resmi())


def kalender_untuk(mulai: date, batas: Iterable[BatasWaktu], jeda: Jeda | None = None) -> Kalender:
    """The days off that limits beginning on ``mulai`` can meet; two queries."""
    kerja = max((satu.jumlah for satu in batas if satu.satuan == Satuan.HARI_KERJA), default=0)
    # Never more than three weeks off in a row, so this span always holds so many working days.
    return baca_kalender(mulai, mulai + timedelta(days=2 * (kerja + (jeda or Jeda()).hari_kerja) + 40))
