"""How a unit stands against its agreement in a period, and how its people's predicates are distributed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, FilteredRelation, Q

from kinerja.enums import JenisPeriode, StatusEvaluasi, StatusPerjanjian
from kinerja.models import (
    SKP,
    CapaianOrganisasi,
    Evaluasi,
    Indikator,
    IndikatorUtama,
    Periode,
)
from kinerja.perhitungan import LABEL_CAPAIAN_ORGANISASI, LABEL_RATING, RATING_PIMPINAN, Predikat, capaian
from kinerja.perhitungan import CapaianOrganisasi as Tingkat
from rakumpit.organisasi.models import UnitKerja


@dataclass(frozen=True, slots=True)
class CapaianIKU:
    """One measure in one period: ``persen`` is None with ``alasan`` why, not rounded otherwise."""

    iku: IndikatorUtama
    target: tuple[Decimal, Decimal | None] | None
    rencana_aksi: str
    realisasi: Decimal | None
    persen: Decimal | None
    alasan: str


def capaian_iku(unit: UnitKerja, periode: Periode) -> list[CapaianIKU]:
    """Each measure of the unit's agreement against its rencana aksi; empty without an agreement. Four queries.

    What was reached stands in the head's plan, in the indicator that was taken from the measure: as the evaluation
    used it, else as it was typed. It is arithmetic to help; the predicate is set by a person.
    """
    semua = list(
        IndikatorUtama.objects.filter(
            sasaran__perjanjian__unit=unit,
            sasaran__perjanjian__tahun=periode.selesai.year,
            sasaran__perjanjian__status=StatusPerjanjian.DITANDATANGANI.value,
        )
        .select_related("sasaran")
        .prefetch_related("triwulan")
        .order_by("sasaran__urut", "urut")
    )
    realisasi = _realisasi({satu.kode_tetap for satu in semua}, periode) if semua else {}
    return [_banding(satu, periode, realisasi) for satu in semua]


def _banding(iku: IndikatorUtama, periode: Periode, realisasi: Mapping[UUID, Decimal | None]) -> CapaianIKU:
    target, aksi = _target(iku, periode)
    nilai = realisasi.get(iku.kode_tetap)
    alasan, persen = "", None
    if iku.kode_tetap not in realisasi:
        alasan = "belum ada di SKP pimpinan unit"
    elif target is None:
        alasan = "belum ada target untuk periode ini"
    elif nilai is None:
        alasan = "belum ada data"
    else:
        persen = capaian(target, nilai, iku.arah)
        alasan = "" if persen is not None else "target 0 tidak dapat dibandingkan"
    return CapaianIKU(iku, target, aksi, nilai, persen, alasan)


def _target(iku: IndikatorUtama, periode: Periode) -> tuple[tuple[Decimal, Decimal | None] | None, str]:
    if periode.jenis == JenisPeriode.TAHUNAN.value:
        return (iku.target, iku.target_atas), ""
    if periode.jenis == JenisPeriode.TRIWULAN.value:
        for satu in iku.triwulan.all():
            if satu.triwulan == periode.triwulan:
                return (satu.target, satu.target_atas), satu.uraian
    return None, ""


def _realisasi(kode: Collection[UUID], periode: Periode) -> dict[UUID, Decimal | None]:
    """Measure -> what was reached, of the newest plan in the period that holds it; None: in the plan, no number yet."""
    indikator = list(
        Indikator.objects.filter(iku__kode_tetap__in=kode, rencana__skp__in=SKP.objects.dalam_periode(periode))
        .annotate(isi=FilteredRelation("realisasi", condition=Q(realisasi__periode=periode)))
        .order_by("rencana__skp__mulai", "pk")
        .values_list("pk", "iku__kode_tetap", "rencana__skp__pegawai_id", "isi__nilai")
    )
    dihitung = _dihitung({orang for _, _, orang, _ in indikator}, periode)
    return {kode_tetap: dihitung.get(pk, nilai) for pk, kode_tetap, _, nilai in indikator if kode_tetap is not None}


def _dihitung(pegawai: Collection[int], periode: Periode) -> dict[int, Decimal]:
    """Indicator -> realisasi in the newest evaluations, where surveys, hours and deadlines are filled in by the run."""
    hasil: dict[int, Decimal] = {}
    for bahan in Evaluasi.objects.pada(periode).terbaru().filter(pegawai__in=pegawai).values_list("bahan", flat=True):
        semua: list[dict[str, Any]] = (bahan or {}).get("indikator") or []
        hasil |= {int(satu["id"]): Decimal(satu["realisasi"]) for satu in semua if satu.get("realisasi") is not None}
    return hasil


@dataclass(frozen=True, slots=True)
class SebaranUnit:
    """People of a unit without its head, by predicate: the decided one, else the proposal. ``tanpa``: neither."""

    jumlah: dict[Predikat, int]
    diputus: int
    usulan: int
    tanpa: int


def sebaran_unit(unit: UnitKerja, turunan: Collection[int], periode: Periode) -> SebaranUnit:
    """Distribution of the newest evaluations in a unit with all units below; one query.

    The head is left out: the rating of whoever leads the unit comes from the level above.
    """
    jumlah: Counter[Predikat] = Counter()
    diputus = usulan = tanpa = 0
    baris = (
        Evaluasi.objects.pada(periode)
        .terbaru()
        .perlu_dinilai()
        .filter(unit_id__in=turunan)
        .exclude(unit=unit, memimpin=True)
        .order_by()
        .values_list("status", "predikat", "usulan_predikat")
        .annotate(n=Count("pk"))
    )
    for status, predikat, usulan_predikat, n in baris:
        nilai = predikat or usulan_predikat
        if not nilai:
            tanpa += n
            continue
        jumlah[Predikat(nilai)] += n
        if status == StatusEvaluasi.MENUNGGU.value:
            usulan += n
        else:
            diputus += n
    return SebaranUnit(dict(jumlah), diputus, usulan, tanpa)


def capaian_terbaru(unit_id: int, periode_id: int) -> CapaianOrganisasi | None:
    """The predicate of a unit in a period that holds now; None while it is belum ditetapkan."""
    return CapaianOrganisasi.objects.filter(unit_id=unit_id, periode_id=periode_id, terbaru=True).first()


@dataclass(frozen=True, slots=True)
class SaranPimpinan:
    """What the predicate of the unit says about its head's rating hasil kerja; "" while it is belum ditetapkan.

    ``beda``: the proposal of the evaluation is another rating.
    """

    unit: str
    capaian: str
    rating: str
    beda: bool


def saran_pimpinan(evaluasi: Evaluasi) -> SaranPimpinan | None:
    """For the evaluation of somebody who heads a unit; None for everybody else. The proposal itself stays as it is."""
    if evaluasi.unit_id is None or not evaluasi.memimpin:
        return None
    kini = capaian_terbaru(evaluasi.unit_id, evaluasi.periode_id)
    if kini is None:
        return SaranPimpinan(evaluasi.unit_nama, "", "", beda=False)
    rating = RATING_PIMPINAN[Tingkat(kini.predikat)]
    return SaranPimpinan(
        evaluasi.unit_nama,
        LABEL_CAPAIAN_ORGANISASI[Tingkat(kini.predikat)],
        LABEL_RATING[rating],
        beda=evaluasi.usulan_hasil != rating.value,
    )
