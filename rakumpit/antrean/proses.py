"""Draining the outbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction

from rakumpit.antrean.models import Antrean

JUMLAH_SEKALI = 500


def alirkan(*, kirim: Callable[[str, dict[str, Any]], object], batas: int = JUMLAH_SEKALI) -> int:
    """Send up to ``batas`` waiting rows through ``kirim(task_name, kwargs)`` and delete them; returns the rows taken.

    Rows taken by a second drain at the same time are skipped (SKIP LOCKED). When sending fails the transaction rolls
    back and all rows stay; a row may so be sent twice, which every task must bear.
    """
    with transaction.atomic():
        baris = list(Antrean.objects.select_for_update(skip_locked=True).order_by("id")[:batas])
        terbaru = {(satu.tugas, satu.kunci): satu.muatan for satu in baris}
        for (tugas, _kunci), muatan in terbaru.items():
            kirim(tugas, muatan)
        Antrean.objects.filter(pk__in=[satu.pk for satu in baris]).delete()
    return len(baris)
