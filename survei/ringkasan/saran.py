"""Suggestions that may be read: never one by one as they come in."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, Sum

from survei.models import RekapHarian, Respons, Survei
from survei.perhitungan import SEL_MINIMUM_DALAM, sel_minimum
from survei.ringkasan.indeks import batas_tampil


def saran_terbaca(survei: Survei) -> QuerySet[Any]:
    """Masked suggestions of a survey that its readers may see.

    While forms come in only those of whole groups of days with at least ``SEL_MINIMUM_DALAM`` forms: whoever looks
    every day would else know that the new one was written by one of the few citizens of that day. Afterwards all of
    them, unless the survey has fewer forms than that.
    """
    semua: QuerySet[Any] = Respons.objects.bersaran().filter(survei=survei)
    sebelum = batas_tampil(survei)
    if sebelum is not None:
        return semua.filter(tanggal__lt=sebelum)
    formulir = RekapHarian.objects.filter(survei=survei).aggregate(banyak=Sum("diterima"))["banyak"] or 0
    return semua if sel_minimum(formulir, SEL_MINIMUM_DALAM) else semua.none()
