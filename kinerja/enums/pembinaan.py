"""Outcomes of a plan to improve."""

from __future__ import annotations

from enum import StrEnum


class HasilPembinaan(StrEnum):
    MEMBAIK = "membaik"
    BELUM = "belum"


LABEL_HASIL_PEMBINAAN = {HasilPembinaan.MEMBAIK: "Kinerja membaik", HasilPembinaan.BELUM: "Kinerja belum membaik"}
