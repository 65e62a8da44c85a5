"""Long leave and studies, for training: one of the sources in ``SUMBER_BERHALANGAN``."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kinerja.enums import LABEL_MASA_KHUSUS, JenisMasaKhusus
from kinerja.models import MasaKhusus


def berhalangan(pegawai_ids: Collection[int], mulai: date, selesai: date) -> list[tuple[int, str, date, date]]:
    """(person, why, from, until) of spans that touch these days; one statement."""
    baris = MasaKhusus.objects.filter(pegawai_id__in=pegawai_ids, mulai__lte=selesai, selesai__gte=mulai)
    return [
        (pk, LABEL_MASA_KHUSUS[JenisMasaKhusus(jenis)], dari, sampai)
        for pk, jenis, dari, sampai in baris.order_by("mulai").values_list("pegawai_id", "jenis", "mulai", "selesai")
    ]
