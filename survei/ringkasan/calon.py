"""What training can be made of: weak elements of locked surveys whose follow-up is still open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.urls import reverse

from rakumpit.calon import CalonKebutuhan
from rakumpit.waktu import format_tanggal
from survei.enums.tindak_lanjut import DIJANJIKAN, StatusTindakLanjut
from survei.models import TindakLanjut
from survei.ringkasan.tindak_lanjut import nama_unsur


def calon_kebutuhan(sejak: date, unit_ids: Collection[int] | None = None) -> list[CalonKebutuhan]:
    """Of these units (None: of all): elements for which an action is proposed or promised and not done. One query."""
    semua = TindakLanjut.objects.filter(
        status__in=[StatusTindakLanjut.DIUSULKAN.value, *DIJANJIKAN], diusulkan_pada__gte=sejak
    )
    if unit_ids is not None:
        semua = semua.filter(hasil__survei__unit__in=unit_ids)
    return [
        CalonKebutuhan(
            kunci=f"survei:tindak:{kode}",
            sumber="survei",
            nomor=f"Survei {survei}",
            hari=hari,
            unit_id=unit_id,
            judul=f"{nama_unsur(unsur)}: {tindakan}"[:200],
            uraian=f"Unsur lemah pada survei {survei}, tindak lanjut {format_tanggal(hari)} belum selesai.",
            tautan=reverse("survei:tindak_lanjut", args=[kode]),
        )
        for kode, survei, hari, unit_id, unsur, tindakan in semua.values_list(
            "uuid", "hasil__survei__kode", "diusulkan_pada", "hasil__survei__unit_id", "kode_unsur", "tindakan"
        )
    ]
