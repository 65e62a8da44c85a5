"""What the home page and other apps read of performance management: dataclasses and sentences, never query sets."""

from __future__ import annotations

from kinerja.ringkasan.keadaan import (
    KeadaanKantor,
    KeadaanSaya,
    KeadaanTim,
    PeriodeKini,
    keadaan_kantor,
    keadaan_saya,
    keadaan_tim,
    periode_kini,
    survei_terbit,
)
from kinerja.ringkasan.temuan import cari
from kinerja.ringkasan.tugas import menunggu

__all__ = [
    "KeadaanKantor",
    "KeadaanSaya",
    "KeadaanTim",
    "PeriodeKini",
    "cari",
    "keadaan_kantor",
    "keadaan_saya",
    "keadaan_tim",
    "menunggu",
    "periode_kini",
    "survei_terbit",
]
