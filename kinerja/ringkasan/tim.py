"""How far the people of a team are in one period: plan, what is typed, what stands in the way."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Case, CharField, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from kinerja.enums import STATUS_PERNAH_DISETUJUI, StatusSKP
from kinerja.enums.dukungan import StatusKendala
from kinerja.models import SKP, Indikator, Kendala, Periode, Realisasi
from kinerja.perhitungan import Sumber
from rakumpit.bacaan import banyak
from rakumpit.organisasi.models import Pegawai

_DISETUJUI = [satu.value for satu in STATUS_PERNAH_DISETUJUI]

# Value of «keadaan» in the address -> label and the rows that it keeps.
SARING: dict[str, tuple[str, Q]] = {
    "": ("Semua", Q()),
    "skp": ("SKP belum disetujui", ~Q(skp_status__in=_DISETUJUI)),
    "realisasi": ("Realisasi belum lengkap", Q(terisi__lt=F("diketik"))),
    "kendala": ("Ada kendala", Q(terkendala__gt=0)),
}


def kemajuan_tim(pegawai: Collection[int], periode: Periode, hari: date) -> QuerySet[Pegawai, Any]:
    """People with ``skp_status`` and ``skp_kode`` (the plan of ``hari``, "" and None without one), ``diketik`` measures
    of the period, ``terisi`` of them, and ``terkendala`` open obstacles; one query."""
    milik = OuterRef("pk")
    urutan = Case(
        When(status__in=_DISETUJUI, then=Value(0)),
        When(status=StatusSKP.DIAJUKAN.value, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    skp = (
        SKP.objects.filter(pegawai=milik, mulai__lte=hari, selesai__gte=hari)
        .exclude(diganti_sejak__lte=hari)
        .order_by(urutan, "-pk")
    )
    indikator = Indikator.objects.filter(
        rencana__skp__in=SKP.objects.dalam_periode(periode),
        rencana__skp__pegawai=milik,
        sumber=Sumber.MANUAL.value,
    )
    terisi = Realisasi.objects.terisi().filter(
        indikator__rencana__skp__in=SKP.objects.dalam_periode(periode),
        indikator__rencana__skp__pegawai=milik,
        indikator__sumber=Sumber.MANUAL.value,
        periode=periode,
    )
    kendala = Kendala.objects.filter(pegawai=milik, status=StatusKendala.TERBUKA.value)
    return (
        Pegawai.objects.filter(pk__in=pegawai)
        .annotate(
            skp_status=Coalesce(Subquery(skp.values("status")[:1]), Value(""), output_field=CharField()),
            skp_kode=Subquery(skp.values("uuid")[:1]),
            diketik=banyak(indikator, "rencana__skp__pegawai"),
            terisi=banyak(terisi, "indikator__rencana__skp__pegawai"),
            terkendala=banyak(kendala, "pegawai"),
        )
        .order_by("nama_urut", "pk")
    )
