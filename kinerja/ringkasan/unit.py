"""How a unit with all units below it stands: plans, results, predicates, and the practice of the year before.

Everything is grouped by the database, by unit at most: the number of statements and of rows read does not grow with
the number of people. Nothing here decides who may read; ``permissions.unit`` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import CharField, Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Cast

from kinerja.enums import StatusEvaluasi, StatusSKP
from kinerja.models import SKP, Evaluasi, Periode
from kinerja.perhitungan import Sumber
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import STATUS_BERSKP
from rakumpit.organisasi.models import Penugasan
from rakumpit.waktu import batas_akhir

PERIODE_TREN = 8
_DISETUJUI = (StatusSKP.DISETUJUI.value, StatusSKP.SELESAI.value)
_AKSI_SETUJU = ("kinerja.skp.setujui", "kinerja.skp.catat_persetujuan_luar")


@dataclass(frozen=True, slots=True)
class JumlahUnit:
    """Counts of people with an SKP duty on one day, of their plans on that day and their results in one period.

    ``disetujui`` … ``tanpa_skp`` add up to ``pegawai``. ``indikator`` are the measures typed by hand in the period,
    ``terisi`` those with a number; ``lengkap`` people with all of theirs, ``belum_mulai`` with none.
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
_JUMLAH = """
WITH tempat AS (
    SELECT DISTINCT ON (t.pegawai_id) t.pegawai_id, j.unit_id
    FROM organisasi_penugasan t
    JOIN organisasi_jabatan j ON j.id = t.jabatan_id
    JOIN organisasi_pegawai p ON p.id = t.pegawai_id
    WHERE t.mulai <= %(hari)s AND (t.selesai IS NULL OR t.selesai >= %(hari)s) AND p.status = ANY(%(status)s)
    ORDER BY t.pegawai_id, t.sifat <> 'definitif', t.id
), anggota AS (
    SELECT pegawai_id, unit_id FROM tempat WHERE unit_id = ANY(%(unit)s)
), rencana AS (
    SELECT DISTINCT ON (s.pegawai_id) s.pegawai_id, s.status
    FROM kinerja_skp s JOIN anggota USING (pegawai_id)
    WHERE s.mulai <= %(hari)s AND s.selesai >= %(hari)s
    ORDER BY s.pegawai_id, s.status <> ALL(%(disetujui)s), s.status <> %(diajukan)s
), isian AS (
    SELECT s.pegawai_id, count(*) AS indikator, count(x.nilai) AS terisi
    FROM anggota
    JOIN kinerja_skp s USING (pegawai_id)
    JOIN kinerja_rencanahasilkerja r ON r.skp_id = s.id
    JOIN kinerja_indikator i ON i.rencana_id = r.id AND i.sumber = %(manual)s
    LEFT JOIN kinerja_realisasi x ON x.indikator_id = i.id AND x.periode_id = %(periode)s
    WHERE s.status = ANY(%(disetujui)s) AND s.mulai <= %(selesai)s AND s.selesai >= %(mulai)s
    GROUP BY s.pegawai_id
)
SELECT unit_id, count(*),
       count(*) FILTER (WHERE status = ANY(%(disetujui)s)),
       count(*) FILTER (WHERE status = %(diajukan)s),
       count(*) FILTER (WHERE status <> ALL(%(disetujui)s) AND status <> %(diajukan)s),
       count(*) FILTER (WHERE status IS NULL),
       coalesce(sum(indikator), 0)::int, coalesce(sum(terisi), 0)::int,
       count(*) FILTER (WHERE terisi = indikator), count(*) FILTER (WHERE terisi = 0)
FROM anggota LEFT JOIN rencana USING (pegawai_id) LEFT JOIN isian USING (pegawai_id)
GROUP BY unit_id
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
        "disetujui": list(_DISETUJUI),
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
    semua: EvaluasiQuerySet = Evaluasi.objects.terbaru().filter(~Exists(kepala), unit_id__in=unit).order_by()
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
    disetujui: int | None
    tepat_waktu: int | None
    bertanggal: int
    dinilai: int | None


def batas_skp(tahun: int) -> date:
    """Last day on which a plan of the whole year is approved in time. SKP are set in January; the exact day is not
    read in the regulation, so it is a setting (``BATAS_SKP``) and the pages say that it is unverified."""
    bulan, hari = settings.BATAS_SKP
    return date(tahun, bulan, hari)


def praktik(*, unit: Collection[int], akar: int, tahun: int, hari: date) -> PraktikTahun:
    """Plans and evaluations of a year, of the people who worked in the units on its last day so far; two queries."""
    batas = batas_skp(tahun)
    akhir = min(hari, date(tahun, 12, 31))
    anggota = Penugasan.objects.pada(akhir).filter(jabatan__unit_id__in=unit).values("pegawai_id")
    disetujui_pada = (
        CatatanAudit.objects.filter(
            objek_jenis="kinerja.skp", objek_id=Cast(OuterRef("uuid"), CharField()), aksi__in=_AKSI_SETUJU
        )
        .order_by("pk")
        .values("waktu")[:1]
    )
    skp = (
        SKP.objects.disetujui()
        .filter(pegawai_id__in=anggota, mulai__year=tahun)
        .annotate(pada=Subquery(disetujui_pada))
        .order_by()
        .aggregate(
            semua=Count("pk"),
            bertanggal=Count("pk", filter=Q(pada__isnull=False, mulai__lte=batas)),
            tepat=Count("pk", filter=Q(pada__lt=batas_akhir(batas), mulai__lte=batas)),
        )
    )
    dinilai = _staf(unit, akar).ditetapkan().filter(periode__selesai__year=tahun).count()
    return PraktikTahun(
        tahun=tahun,
        disetujui=skp["semua"] or None,
        tepat_waktu=skp["tepat"] if skp["bertanggal"] else None,
        bertanggal=skp["bertanggal"],
        dinilai=dinilai or None,
    )
