"""Daily notes in sums: what they say about one indicator in one period."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from kinerja.models import CatatanHarian, Indikator, Periode


@dataclass(frozen=True, slots=True)
class RangkumanCatatan:
    """``jumlah``: all notes; ``berangka``: those with a number; ``hasil``: the sum of these, None without any."""

    jumlah: int
    berangka: int
    hasil: Decimal | None


def rangkum_catatan(indikator: Indikator, periode: Periode) -> RangkumanCatatan:
    """What the notes of an indicator add up to, by the day of the work; one query.

    Whether adding makes sense (letters do, percentages do not) is the person's to decide: nothing is taken over
    unasked.
    """
    isi = (
        CatatanHarian.objects.berlaku()
        .untuk(indikator, periode)
        .aggregate(jumlah=Count("pk"), berangka=Count("hasil"), hasil=Sum("hasil"))
    )
    return RangkumanCatatan(**isi)
