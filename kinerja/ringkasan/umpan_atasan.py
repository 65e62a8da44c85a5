"""Signed notes of the superior, which the official forms carry as «umpan balik berkelanjutan».

Notes of colleagues and notes without a name stay between their writers, the person and the superiors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from kinerja.models import Periode, UmpanBalik
from kinerja.perhitungan import Penilai


def umpan_atasan(periode: Periode, pegawai_ids: Collection[int]) -> dict[int, list[UmpanBalik]]:
    """Person -> the superior's notes of the days of a period, the oldest first; one query."""
    hasil: dict[int, list[UmpanBalik]] = defaultdict(list)
    semua = UmpanBalik.objects.dalam(periode.mulai, periode.selesai).filter(
        pegawai_id__in=pegawai_ids, anonim=False, hubungan=Penilai.ATASAN.value
    )
    for satu in semua.order_by("tanggal", "pk"):
        hasil[satu.pegawai_id].append(satu)
    return hasil
