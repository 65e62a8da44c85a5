"""Opened answers of an event; of fewer than five nothing but that is told."""

from __future__ import annotations

from dataclasses import dataclass

from pelatihan.models import Kegiatan, UmpanBalikKegiatan
from pelatihan.perhitungan.umpan_balik import RekapButir, rekap_umpan_balik


@dataclass(frozen=True, slots=True)
class HasilUmpanBalik:
    """``dibuka`` False: the days are not over. ``butir`` None: fewer than five answers."""

    dibuka: bool
    banyak: int
    butir: list[RekapButir] | None
    saran: list[str]


def hasil_umpan_balik(kegiatan: Kegiatan) -> HasilUmpanBalik:
    """One query. The free texts stand in the order of random codes."""
    semua = list(UmpanBalikKegiatan.objects.filter(kegiatan=kegiatan, dilepas=True).order_by("uuid"))
    butir = rekap_umpan_balik(satu.nilai for satu in semua)
    if butir is None:
        return HasilUmpanBalik(bool(semua), 0, None, [])
    return HasilUmpanBalik(True, len(semua), butir, [satu.saran for satu in semua if satu.saran])
