"""What the sheets of a bundle add up to, as long as they are there and afterwards."""

from __future__ import annotations

from typing import TypedDict, cast

from django.db.models import Count, Q, Sum

from survei.enums.kertas import StatusLembar
from survei.models import BatchKertas


class RekapLembar(TypedDict):
    """Sheets that stand (``diketik``), of these typed by the unit itself, drawn for the sample, typed twice, waiting
    for a look at the paper; sheets voided; sheets compared, with the fields compared and found different, voided ones
    among them."""

    diketik: int
    dalam: int
    contoh: int
    kedua: int
    belum_cocok: int
    batal: int
    banding: int
    dibandingkan: int
    berbeda: int


def rekap_lembar(batch: BatchKertas) -> RekapLembar:
    """From the sheets, or as it was kept when they were deleted after their time; at most one statement."""
    if batch.rekap_lembar is not None:
        kosong = dict.fromkeys(RekapLembar.__annotations__, 0)
        return cast("RekapLembar", kosong | batch.rekap_lembar)
    hidup = ~Q(status=StatusLembar.BATAL.value)
    hitung = batch.lembar.aggregate(
        diketik=Count("pk", filter=hidup),
        dalam=Count("pk", filter=hidup & Q(orang_dalam=True)),
        contoh=Count("pk", filter=hidup & Q(contoh=True)),
        kedua=Count("pk", filter=hidup & Q(petugas_kedua__isnull=False)),
        belum_cocok=Count("pk", filter=hidup & Q(berbeda__gt=0, dikoreksi_oleh__isnull=True)),
        batal=Count("pk", filter=~hidup),
        banding=Count("pk", filter=Q(dibandingkan__isnull=False)),
        dibandingkan=Sum("dibandingkan", default=0),
        berbeda=Sum("berbeda", default=0),
    )
    return cast("RekapLembar", hitung)
