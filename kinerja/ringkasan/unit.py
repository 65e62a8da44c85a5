"""How a unit with all units below it stands: plans, results, predicates, and the practice of the year before.

Everything is grouped by the database, by unit at most: the number of statements and of rows read does not grow with
the number of people. Nothing here decides who may read; ``permissions.unit`` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kinerja.enums import STATUS_PERNAH_DISETUJUI, StatusEvaluasi, StatusSKP
from kinerja.enums.dukungan import LABEL_JENIS_KENDALA, StatusKendala, StatusPermintaan
from kinerja.models import (
    SKP,
    DialogKinerja,
    Evaluasi,
    Kendala,
    Periode,
    PermintaanDukungan,
    PilihanKantor,
    UmpanBalik,
)
from kinerja.perhitungan import Sumber
from kinerja.perhitungan.penetapan import batas_penetapan
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.organisasi.enums import STATUS_BERSKP
from rakumpit.organisasi.models import Penugasan

PERIODE_TREN = 8


@dataclass(frozen=True, slots=True)
class JumlahUnit:
    """Counts of people with an SKP duty on one day, of their plans on that day and their results in one period.

    ``disetujui`` … ``tanpa_skp`` add up to ``pegawai``. ``indikator`` are the measures typed by hand in the period,
    ``terisi`` those filled in; ``lengkap`` people with all of theirs, ``belum_mulai`` with none.
    """

    pegawai: int = 0
    disetujui: int = 0
    diajukan: int = 0
    draf: int = 0
    tanpa_skp: int = 0
    indikator: int = 0
    terisi: int = 0
    lengkap: int = 0
    belum_mulai: int = 0

    def __add__(self, lain: JumlahUnit) -> JumlahUnit:
        return JumlahUnit(*(getattr(self, satu.name) + getattr(lain, satu.name) for satu in fields(self)))


# Where a person works on a day: the definitive post places, else an acting one (as ``Pegawai.penugasan_pada``).
# Place, plan and results of a person are brought together by grouping and not by joining derived sets: where the
# database has no figures of its tables, it takes such sets for one row and goes through them again for every person.
_JUMLAH = """
WITH tempat AS MATERIALIZED (
    SELECT DISTINCT ON (t.pegawai_id) t.pegawai_id, j.unit_id
    FROM organisasi_penugasan t
    JOIN organisasi_jabatan j ON j.id = t.jabatan_id
    JOIN organisasi_pegawai p ON p.id = t.pegawai_id
    WHERE t.mulai <= %(hari)s AND (t.selesai IS NULL OR t.selesai >= %(hari)s) AND p.status = ANY(%(status)s)
    ORDER BY t.pegawai_id, t.sifat <> 'definitif', t.id
), anggota AS MATERIALIZED (
    SELECT pegawai_id, unit_id FROM tempat WHERE unit_id = ANY(%(unit)s)
), bagian AS (
    SELECT pegawai_id, unit_id, NULL::int AS tahap, NULL::bigint AS indikator, NULL::bigint AS terisi FROM anggota
    UNION ALL
    -- The furthest plan counts: 3 was approved once, 2 is submitted, 1 is still written.
    SELECT s.pegawai_id, NULL,
           CASE WHEN s.status = ANY(%(pernah)s) THEN 3 WHEN s.status = %(diajukan)s THEN 2 ELSE 1 END, NULL, NULL
    FROM anggota JOIN kinerja_skp s USING (pegawai_id)
    WHERE s.mulai <= %(hari)s AND s.selesai >= %(hari)s AND (s.diganti_sejak IS NULL OR s.diganti_sejak > %(hari)s)
    UNION ALL
    -- Filled in as ``RealisasiQuerySet.terisi``, plans as ``SKPQuerySet.dalam_periode``.
    SELECT s.pegawai_id, NULL, NULL, count(*),
           count(*) FILTER (WHERE x.nilai IS NOT NULL OR x.catatan <> '')
    FROM anggota
    JOIN kinerja_skp s USING (pegawai_id)
    JOIN kinerja_rencanahasilkerja r ON r.skp_id = s.id
    JOIN kinerja_indikator i ON i.rencana_id = r.id AND i.sumber = %(manual)s
    LEFT JOIN kinerja_realisasi x ON x.indikator_id = i.id AND x.periode_id = %(periode)s
    WHERE s.status = ANY(%(pernah)s) AND s.mulai <= %(selesai)s AND s.selesai >= %(mulai)s
      AND (s.diganti_sejak IS NULL OR s.diganti_sejak > %(selesai)s)
    GROUP BY s.pegawai_id
), orang AS (
    SELECT max(unit_id) AS unit_id, max(tahap) AS tahap, max(indikator) AS indikator, max(terisi) AS terisi
    FROM bagian GROUP BY pegawai_id
)
SELECT unit_id, count(*),
       count(*) FILTER (WHERE tahap = 3), count(*) FILTER (WHERE tahap = 2), count(*) FILTER (WHERE tahap = 1),
       count(*) FILTER (WHERE tahap IS NULL),
       coalesce(sum(indikator), 0)::int, coalesce(sum(terisi), 0)::int,
       count(*) FILTER (WHERE terisi = indikator), count(*) FILTER (WHERE terisi = 0)
FROM orang GROUP BY unit_id
"""


def jumlah_per_unit(*, unit: Collection[int], periode: Periode, hari: date) -> dict[int, JumlahUnit]:
    """Unit -> counts of its own people (not of units below), for the given units; one statement."""
    nilai: dict[str, Any] = {
        "unit": list(unit),
        "hari": hari,
        "periode": periode.pk,
        "mulai": periode.mulai,
        "selesai": periode.selesai,
        "status": [satu.value for satu in STATUS_BERSKP],
        "pernah": [satu.value for satu in STATUS_PERNAH_DISETUJUI],
        "diajukan": StatusSKP.DIAJUKAN.value,
        "manual": Sumber.MANUAL.value,
    }
    with connection.cursor() as kursor:
        kursor.execute(_JUMLAH, nilai)
        return {baris[0]: JumlahUnit(*baris[1:]) for baris in kursor.fetchall()}


@dataclass(frozen=True, slots=True)
class HasilUnit:
    """Newest evaluations of a unit in one period: all, final ones, and final ones by predicate."""

    semua: int
    ditetapkan: int
    predikat: Mapping[str, int]


def _staf(unit: Collection[int], akar: int) -> EvaluasiQuerySet:
    """Newest evaluations of the units by the unit copied into each, without the head of ``akar``.

    The head is rated by the level above and no part of the unit's own distribution (SE MenPANRB 3/2023).
    """
    kepala = Penugasan.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=OuterRef("periode__mulai")),
        jabatan__unit_id=akar,
        jabatan__memimpin=True,
        pegawai_id=OuterRef("pegawai_id"),
        mulai__lte=OuterRef("periode__selesai"),
    )
    dinilai = Evaluasi.objects.terbaru().perlu_dinilai()
    semua: EvaluasiQuerySet = dinilai.filter(~Exists(kepala), unit_id__in=unit).order_by()
    return semua


def hasil_per_unit(*, unit: Collection[int], akar: int, periode: Periode) -> dict[int, Counter[str]]:
    """Unit -> number of evaluations by state; one query."""
    hasil: dict[int, Counter[str]] = {}
    baris = _staf(unit, akar).filter(periode=periode).values_list("unit_id", "status").annotate(n=Count("pk"))
    for unit_id, status, n in baris:
        hasil.setdefault(unit_id, Counter())[status] = n
    return hasil


def tren(*, unit: Collection[int], akar: int, periode: Periode) -> list[tuple[Periode, HasilUnit]]:
    """The last periods of the same kind up to ``periode``, oldest first, with their evaluations; two queries."""
    semua = list(
        Periode.objects.filter(jenis=periode.jenis, selesai__lte=periode.selesai).order_by("-selesai")[:PERIODE_TREN]
    )
    jumlah: dict[int, Counter[tuple[str, str]]] = {satu.pk: Counter() for satu in semua}
    baris = _staf(unit, akar).filter(periode__in=semua).values_list("periode_id", "status", "predikat")
    for periode_id, status, predikat, n in baris.annotate(n=Count("pk")):
        jumlah[periode_id][status, predikat] = n
    return [(satu, _hasil(jumlah[satu.pk])) for satu in reversed(semua)]


def _hasil(jumlah: Counter[tuple[str, str]]) -> HasilUnit:
    final = StatusEvaluasi.DITETAPKAN.value
    predikat = {predikat: n for (status, predikat), n in jumlah.items() if status == final}
    return HasilUnit(jumlah.total(), sum(predikat.values()), predikat)


def periode_mulai(hari: date) -> list[tuple[Periode, bool]]:
    """Periods that have begun, newest first, each with whether it has evaluations; one query."""
    terhitung = Exists(Evaluasi.objects.filter(periode=OuterRef("pk")))
    semua = Periode.objects.filter(mulai__lte=hari).annotate(terhitung=terhitung).order_by("-selesai", "-mulai")
    return [(satu, satu.terhitung) for satu in semua]


@dataclass(frozen=True, slots=True)
class PraktikTahun:
    """How performance management itself was done in one year; None where nothing was recorded that could be counted.

    ``tepat_waktu`` of ``bertanggal`` plans were approved by the closing day (only plans that begin by that day).
    """

    tahun: int
    batas: date
    disetujui: int | None
    tepat_waktu: int | None
    bertanggal: int
    dialog: int | None
    umpan_balik: int | None
    dinilai: int | None


def pilihan_semua() -> list[PilihanKantor]:
    """What the office has chosen through time, the oldest first; one query. A migration seeds the first row."""
    return list(PilihanKantor.objects.order_by("mulai"))


def berlaku_pada(pilihan: Sequence[PilihanKantor], tanggal: date) -> PilihanKantor:
    """Of ``pilihan_semua`` the row that holds on a day; the oldest for days before it."""
    return next((satu for satu in reversed(pilihan) if satu.mulai <= tanggal), pilihan[0])


def batas_skp(tahun: Collection[int], pilihan: Sequence[PilihanKantor]) -> dict[int, date]:
    """Last day on which a plan of each whole year is approved in time, by what the office had chosen for its first day.

    SKP are set in January; the exact day was not found in the regulation, and the pages say so.
    """
    awal = {satu: date(satu, 1, 1) for satu in tahun}
    return {satu: batas_penetapan(hari, berlaku_pada(pilihan, hari).bulan_penetapan_skp) for satu, hari in awal.items()}


def praktik(*, unit: Collection[int], akar: int, tenggat: Mapping[int, date], hari: date) -> list[PraktikTahun]:
    """Plans, feedback and evaluations of years, of the people who worked in the units on each year's last day so far.

    ``tenggat``: the years, with the last day for their plans. Four queries. Only notes that carry their author's name
    are counted: a note without one must not show itself, not even as a number, before its quarter has ended.
    """
    tahun = list(tenggat)
    anggota = {satu: Q(pegawai_id__in=_anggota(unit, min(hari, date(satu, 12, 31)))) for satu in tahun}
    # A revision is no second plan: the first version tells when the plan was set.
    pertama = SKP.objects.filter(
        status__in=[satu.value for satu in STATUS_PERNAH_DISETUJUI], sebelumnya__isnull=True, mulai__year__in=tahun
    )
    hitung: dict[str, Count] = {}
    milik = Q()
    for satu, orang in anggota.items():
        dalam, batas = Q(mulai__year=satu), tenggat[satu]
        milik |= orang & dalam
        hitung |= {
            f"semua_{satu}": Count("pk", filter=dalam),
            f"bertanggal_{satu}": Count("pk", filter=dalam & Q(mulai__lte=batas, disetujui_pada__isnull=False)),
            f"tepat_{satu}": Count("pk", filter=dalam & Q(mulai__lte=batas, disetujui_pada__lte=batas)),
        }
    skp = pertama.filter(milik).order_by().aggregate(**hitung)
    catatan = UmpanBalik.objects.filter(anonim=False).aggregate(
        **{str(satu): Count("pk", filter=orang & Q(tanggal__year=satu)) for satu, orang in anggota.items()}
    )
    dialog = DialogKinerja.objects.aggregate(
        **{str(satu): Count("pk", filter=orang & Q(tanggal__year=satu)) for satu, orang in anggota.items()}
    )
    dinilai = (
        _staf(unit, akar)
        .ditetapkan()
        .aggregate(**{str(satu): Count("pk", filter=Q(periode__selesai__year=satu)) for satu in tahun})
    )
    return [
        PraktikTahun(
            tahun=satu,
            batas=tenggat[satu],
            disetujui=skp[f"semua_{satu}"] or None,
            tepat_waktu=skp[f"tepat_{satu}"] if skp[f"bertanggal_{satu}"] else None,
            bertanggal=skp[f"bertanggal_{satu}"],
            dialog=dialog[str(satu)] or None,
            umpan_balik=catatan[str(satu)] or None,
            dinilai=dinilai[str(satu)] or None,
        )
        for satu in tahun
    ]


@dataclass(frozen=True, slots=True)
class HambatanUnit:
    """Open obstacles by kind, requests for support that wait for an answer, and those whose day has passed."""

    kendala: int
    jenis: list[tuple[str, int]]
    menunggu: int
    lewat: int


def hambatan_unit(*, unit: Collection[int], hari: date) -> HambatanUnit:
    """What stands in the way of the people who work in the units today; two queries."""
    anggota = _anggota(unit, hari)
    kendala = (
        Kendala.objects.filter(status=StatusKendala.TERBUKA.value, pegawai_id__in=anggota)
        .order_by()
        .values_list("jenis")
        .annotate(n=Count("pk"))
    )
    jumlah = dict(kendala)
    permintaan = PermintaanDukungan.objects.filter(
        status=StatusPermintaan.DIAJUKAN.value, pegawai_id__in=anggota
    ).aggregate(menunggu=Count("pk"), lewat=Count("pk", filter=Q(tenggat__lt=hari)))
    return HambatanUnit(
        kendala=sum(jumlah.values()),
        jenis=[(label, jumlah[jenis.value]) for jenis, label in LABEL_JENIS_KENDALA.items() if jenis.value in jumlah],
        menunggu=permintaan["menunggu"],
        lewat=permintaan["lewat"],
    )


def _anggota(unit: Collection[int], hari: date) -> QuerySet[Any, dict[str, Any]]:
    """Keys of the people assigned to the units on a day, for a subquery."""
    bertugas = Penugasan.objects.pada(hari).filter(jabatan__unit_id__in=unit, pegawai_id__isnull=False)
    return bertugas.order_by().values("pegawai_id")
