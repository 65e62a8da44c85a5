"""What citizens say about the services that one person gives: the whole unit's figures, never those of an officer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import F, OuterRef, Subquery

from rakumpit.angka import bulatkan
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini
from survei.enums.tindak_lanjut import LABEL_STATUS_TINDAK_LANJUT, StatusTindakLanjut
from survei.models import HasilSurvei, Survei, TindakLanjut
from survei.perhitungan import (
    LABEL_UNSUR,
    SAMPEL_KECIL,
    Ketidakpastian,
    KodeUnsur,
    Perbandingan,
    bandingkan,
    ketidakpastian_unsur,
    mutu,
)
from survei.permissions import layanan_dilayani
from survei.ringkasan.indeks import pita_instrumen
from survei.ringkasan.perkembangan import Masa, perkembangan, sebaran_tersimpan, selang_tersimpan
from survei.ringkasan.tema import TemaTercatat, tema_umum
from survei.ringkasan.tindak_lanjut import nama_unsur

# Elements about the officers: competence and manners (U6, U7).
UNSUR_PETUGAS = (KodeUnsur.KOMPETENSI, KodeUnsur.PERILAKU)
UNIT_TERBANYAK = 2


@dataclass(frozen=True, slots=True)
class UnsurPetugas:
    """One element: its value 25…100 rounded to 2 decimals, None below 30 answers; held against the survey before."""

    nama: str
    n: int
    nilai: Decimal | None
    mutu: str
    banding: Perbandingan | None


@dataclass(frozen=True, slots=True)
class JanjiPerbaikan:
    """A follow-up that was agreed upon."""

    unsur: str
    tindakan: str
    keadaan: str
    terlambat: bool


@dataclass(frozen=True, slots=True)
class SuaraUnit:
    """The newest locked survey of one unit whose services the person gives.

    ``cukup``: at least 30 answers; below that no figure is given. ``layanan`` are the services of the person in it,
    ``tema`` what the suggestions are about, as the public sees it.
    """

    survei: Survei
    n: int
    cukup: bool
    ikm: Decimal | None
    mutu: str
    selang: tuple[Decimal, Decimal] | None
    layanan: tuple[str, ...]
    unsur: tuple[UnsurPetugas, ...]
    masa: tuple[Masa, ...]
    janji: tuple[JanjiPerbaikan, ...]
    tema: tuple[TemaTercatat, ...]


def suara_layanan(pengguna: Pengguna) -> list[SuaraUnit]:
    """At most ``UNIT_TERBANYAK`` units, the newest surveys first; a number of queries that does not grow with answers.

    Aggregates of locked surveys of a unit only: with the figures of one service that a single officer gives, or of
    days, somebody could be told apart.
    """
    layanan = list(layanan_dilayani(pengguna).order_by("nama", "pk"))
    terbaru = (
        Survei.objects.terkunci()
        .kepuasan()
        .filter(unit=OuterRef("unit"), layanan__in=[satu.pk for satu in layanan])
        .order_by("-selesai", "-mulai", "-pk")
    )
    hasil = list(
        HasilSurvei.objects.berlaku()
        .filter(
            survei__in=Survei.objects.terkunci()
            .kepuasan()
            .filter(layanan__in=[satu.pk for satu in layanan])
            .annotate(terbaru=Subquery(terbaru.values("pk")[:1]))
            .filter(pk=F("terbaru"))
            .values("pk")
        )
        .select_related("survei__unit", "survei__instrumen")
        .order_by("-survei__selesai", "survei__unit__nama", "pk")[:UNIT_TERBANYAK]
    )
    sebelum = _sebelum(hasil)
    janji: dict[int, list[JanjiPerbaikan]] = {}
    hari = hari_ini()
    for satu in TindakLanjut.objects.filter(hasil__in=hasil, disetujui_pada__isnull=False).order_by("batas", "pk"):
        keadaan = LABEL_STATUS_TINDAK_LANJUT[StatusTindakLanjut(satu.status)]
        janji.setdefault(satu.hasil_id, []).append(
            JanjiPerbaikan(nama_unsur(satu.kode_unsur), satu.tindakan, keadaan, satu.terlambat(hari))
        )
    nama = {str(satu.uuid): satu.nama for satu in layanan}
    return [_unit(satu, sebelum.get(satu.pk), tuple(janji.get(satu.pk, ())), nama) for satu in hasil]


def _sebelum(hasil: list[HasilSurvei]) -> dict[int, HasilSurvei]:
    """Result → the locked one before it of the same unit, version and rule for counted forms; one query."""
    calon = (
        HasilSurvei.objects.terkunci()
        .filter(survei__unit__in={satu.survei.unit_id for satu in hasil})
        .select_related("survei")
    )
    semua = sorted(calon, key=lambda satu: (satu.survei.selesai, satu.pk))
    return {
        satu.pk: lama
        for satu in hasil
        for lama in semua
        if lama.survei.unit_id == satu.survei.unit_id
        and lama.survei.instrumen_id == satu.survei.instrumen_id
        and lama.survei.selesai < satu.survei.mulai
        and lama.rincian["minimal_terjawab"] == satu.rincian["minimal_terjawab"]
    }


def _unit(
    hasil: HasilSurvei, sebelum: HasilSurvei | None, janji: tuple[JanjiPerbaikan, ...], nama: dict[str, str]
) -> SuaraUnit:
    cukup = hasil.n >= SAMPEL_KECIL and hasil.ikm is not None
    return SuaraUnit(
        survei=hasil.survei,
        n=hasil.n,
        cukup=cukup,
        ikm=hasil.ikm if cukup else None,
        mutu=hasil.mutu if cukup else "",
        selang=selang_tersimpan(hasil.rincian) if cukup else None,
        layanan=tuple(satu["nama"] for satu in hasil.rincian["layanan"] if satu["uuid"] in nama),
        unsur=tuple(_unsur(hasil, sebelum, kode) for kode in UNSUR_PETUGAS if kode in hasil.rincian["unsur"])
        if cukup
        else (),
        masa=tuple(perkembangan(hasil, minimum=SAMPEL_KECIL, terbit=False)) if cukup else (),
        janji=janji,
        tema=tuple(tema_umum(hasil.survei)),
    )


def _nilai(hasil: HasilSurvei, kode: KodeUnsur) -> tuple[int, Fraction | None, Ketidakpastian]:
    sebaran = sebaran_tersimpan(hasil.rincian).get(kode, {})
    populasi = (hasil.rincian.get("selang") or {}).get("populasi")
    return sum(sebaran.values()), *ketidakpastian_unsur(sebaran, populasi)


def _unsur(hasil: HasilSurvei, sebelum: HasilSurvei | None, kode: KodeUnsur) -> UnsurPetugas:
    n, eksak, tak_tentu = _nilai(hasil, kode)
    if n < SAMPEL_KECIL or eksak is None:
        return UnsurPetugas(LABEL_UNSUR[kode], n, None, "", None)
    nilai = bulatkan(eksak, 2)
    banding = None
    if sebelum is not None:
        n_lalu, lalu, tak_tentu_lalu = _nilai(sebelum, kode)
        if n_lalu >= SAMPEL_KECIL:
            banding = bandingkan(lalu, tak_tentu_lalu, eksak, tak_tentu)
    return UnsurPetugas(LABEL_UNSUR[kode], n, nilai, mutu(nilai, pita_instrumen(hasil.survei.instrumen)).value, banding)
