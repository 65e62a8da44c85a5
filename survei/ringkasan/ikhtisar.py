"""All surveys of a reader in one table: state, index with its interval, change, follow-ups late, reporting due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from rakumpit.waktu import hari_ini
from survei.enums.tindak_lanjut import DIJANJIKAN
from survei.models import HasilSurvei, RekapHarian, Survei, TindakLanjut
from survei.perhitungan import SEL_MINIMUM_DALAM, Ketidakpastian, Perbandingan, bandingkan, ketidakpastian
from survei.ringkasan.indeks import skor_tersimpan
from survei.ringkasan.perkembangan import hitung_tersimpan, selang_tersimpan


@dataclass(frozen=True, slots=True)
class BarisIkhtisar:
    """One survey. Figures are None before the lock, or below five answers; ``dilaporkan`` only where it must be."""

    survei: Survei
    diterima: int
    n: int | None
    ikm: Decimal | None
    mutu: str
    selang: tuple[Decimal, Decimal] | None
    banding: Perbandingan | None
    terlambat: int
    batas_lapor: date | None
    dilaporkan: bool


def survei_ikhtisar(semua: QuerySet[Any]) -> QuerySet[Any]:
    """Surveys with what their lines need: forms received, the result before, promises that are late."""
    diterima = (
        RekapHarian.objects.filter(survei=OuterRef("pk"))
        .order_by()
        .values("survei")
        .annotate(banyak=Sum("diterima"))
        .values("banyak")
    )
    terlambat = (
        TindakLanjut.objects.filter(hasil__survei=OuterRef("pk"), status__in=DIJANJIKAN, batas__lt=hari_ini())
        .order_by()
        .values("hasil__survei")
        .annotate(banyak=Count("pk"))
        .values("banyak")
    )
    # The newest that ended before this one began, asked with the same version and counted by the same rule.
    sebelum = (
        HasilSurvei.objects.terkunci()
        .filter(
            survei__unit=OuterRef("unit"),
            survei__instrumen=OuterRef("instrumen"),
            survei__selesai__lt=OuterRef("mulai"),
        )
        .order_by("-survei__selesai", "-survei__mulai", "-pk")
    )
    lengkap: QuerySet[Any] = semua.select_related("unit", "periode", "instrumen").annotate(
        diterima=Coalesce(Subquery(diterima), 0),
        terlambat=Coalesce(Subquery(terlambat), 0),
        sebelum=Subquery(sebelum.values("pk")[:1]),
    )
    return lengkap


def baris_ikhtisar(daftar: Sequence[Any]) -> list[BarisIkhtisar]:
    """Lines of surveys from ``survei_ikhtisar``; two queries for any number of them."""
    kini = {satu.survei_id: satu for satu in _hasil(Q(survei__in=[survei.pk for survei in daftar]))}
    lama = {satu.pk: satu for satu in _hasil(Q(pk__in=[survei.sebelum for survei in daftar if survei.sebelum]))}
    return [_baris(survei, kini.get(survei.pk), lama.get(survei.sebelum)) for survei in daftar]


def _hasil(syarat: Q) -> QuerySet[HasilSurvei]:
    return HasilSurvei.objects.berlaku().filter(syarat).select_related("survei__instrumen", "pelaporan")


def _baris(survei: Any, hasil: HasilSurvei | None, sebelum: HasilSurvei | None) -> BarisIkhtisar:
    cukup = hasil is not None and hasil.n >= SEL_MINIMUM_DALAM and hasil.ikm is not None
    return BarisIkhtisar(
        survei=survei,
        diterima=survei.diterima,
        n=None if hasil is None else hasil.n,
        ikm=hasil.ikm if hasil is not None and cukup else None,
        mutu=hasil.mutu if hasil is not None and cukup else "",
        selang=selang_tersimpan(hasil.rincian) if hasil is not None and cukup else None,
        banding=_banding(hasil, sebelum) if hasil is not None and cukup else None,
        terlambat=survei.terlambat,
        batas_lapor=survei.periode.batas_lapor if survei.periode else None,
        dilaporkan=hasil is not None and hasattr(hasil, "pelaporan"),
    )


def _banding(hasil: HasilSurvei, sebelum: HasilSurvei | None) -> Perbandingan | None:
    if sebelum is None or sebelum.n < SEL_MINIMUM_DALAM:
        return None
    if sebelum.rincian["minimal_terjawab"] != hasil.rincian["minimal_terjawab"]:
        return None
    lalu, kini = _nilai(sebelum), _nilai(hasil)
    return bandingkan(*lalu, *kini)


def _nilai(hasil: HasilSurvei) -> tuple[Fraction | None, Ketidakpastian]:
    eksak = hitung_tersimpan(hasil).ikm_eksak
    populasi = (hasil.rincian.get("selang") or {}).get("populasi")
    return eksak, ketidakpastian(skor_tersimpan(hasil.rincian), eksak, populasi)
