"""Counters, indices and published results: frozen dataclasses, a fixed number of queries for any number of units."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, Sum

from rakumpit.organisasi.models import UnitKerja
from rakumpit.waktu import hari_ini
from survei.enums import LABEL_CATATAN_MUTU, CatatanMutu, StatusSurvei
from survei.models import HasilSurvei, Hitungan, Instrumen, RekapHarian, Survei
from survei.perhitungan import (
    NILAI_SAH,
    PITA_PERMENPANRB_14_2017,
    SAMPEL_KECIL,
    SEL_MINIMUM,
    SEL_MINIMUM_DALAM,
    HasilIndeks,
    JumlahSkor,
    Ketidakpastian,
    Mutu,
    Pita,
    gabungkan,
    hari_terakhir_tampil,
    indeks,
    ketidakpastian,
    target_sampel,
)
from survei.perhitungan.butir import JenisPertanyaan


def pita_instrumen(instrumen: Instrumen) -> Pita:
    """Class limits of one instrument version, best class first; a free survey has none, and no index to class."""
    if not instrumen.pita:
        return PITA_PERMENPANRB_14_2017
    batas = sorted(
        ((Mutu(kelas), Decimal(nilai)) for kelas, nilai in instrumen.pita.items()), key=lambda satu: -satu[1]
    )
    return Pita(tuple(batas), instrumen.dasar_hukum)


@dataclass(frozen=True, slots=True)
class HitunganSurvei:
    """Counters of a survey or of one of its services: forms received, counted, straight-lined; answers per value.

    ``terverifikasi`` of the counted forms came with a one-time code from the counter, the others are open ones.
    ``dihitung_pada`` is the age of the newest counter, None without any; ``skor`` sums the respondents' scores, None
    where they were not kept.
    """

    diterima: int
    dihitung: int
    lurus: int
    terverifikasi: int
    sebaran: Mapping[str, Mapping[int, int]]
    dihitung_pada: datetime | None
    skor: JumlahSkor | None = None

    def indeks(self, pita: Pita) -> HasilIndeks:
        """The index of these counters."""
        return indeks(self.sebaran, n=self.dihitung, pita=pita, tidak_dihitung=self.diterima - self.dihitung)

    def ketidakpastian(self, hasil: HasilIndeks, populasi: int | None) -> Ketidakpastian:
        """The interval of the index of these counters."""
        return ketidakpastian(self.skor, hasil.ikm_eksak, populasi)


def skor_tersimpan(rincian: Mapping[str, Any]) -> JumlahSkor | None:
    """The sums of scores of a locked result (or of one service in it); None where it was locked without them."""
    isi = rincian.get("skor")
    return None if isi is None else JumlahSkor(isi["n"], isi["jumlah"], isi["kuadrat"])


def hitungan_survei(survei: Survei, *, layanan_id: int | None = None) -> HitunganSurvei:
    """Read the counters of a survey or of one of its services; the cost does not grow with the answers."""
    rekap = RekapHarian.objects.filter(survei=survei)
    hitungan = Hitungan.objects.filter(survei=survei)
    if layanan_id is not None:
        rekap, hitungan = rekap.filter(layanan_id=layanan_id), hitungan.filter(layanan_id=layanan_id)
    jumlah = rekap.aggregate(
        diterima=Sum("diterima"),
        dihitung=Sum("dihitung"),
        lurus=Sum("lurus"),
        terverifikasi=Sum("terverifikasi"),
        pada=Max("dihitung_pada"),
        total=Sum("skor"),
        kuadrat=Sum("skor_kuadrat"),
        tanpa=Count("pk", filter=Q(skor=None)),
    )
    sebaran = {
        kode: dict.fromkeys(NILAI_SAH, 0)
        for kode in survei.instrumen.pertanyaan.filter(jenis=JenisPertanyaan.NILAI.value)
        .order_by("urutan")
        .values_list("kode_unsur", flat=True)
    }
    baris = hitungan.order_by().values_list("kode_unsur", "nilai").annotate(banyak=Sum("jumlah"))
    for kode, nilai, banyak in baris:
        sebaran.setdefault(kode, dict.fromkeys(NILAI_SAH, 0))[nilai] = banyak
    return HitunganSurvei(
        diterima=jumlah["diterima"] or 0,
        dihitung=jumlah["dihitung"] or 0,
        lurus=jumlah["lurus"] or 0,
        terverifikasi=jumlah["terverifikasi"] or 0,
        sebaran=sebaran,
        dihitung_pada=jumlah["pada"],
        skor=None
        if jumlah["tanpa"]
        else JumlahSkor(jumlah["dihitung"] or 0, int(jumlah["total"] or 0), int(jumlah["kuadrat"] or 0)),
    )


def batas_tampil(survei: Survei) -> date | None:
    """Day before which marks on answers are shown; None where all are, once no more forms come in."""
    if survei.status != StatusSurvei.TERBUKA:
        return None
    per_hari = (
        RekapHarian.objects.filter(survei=survei, hari__lt=hari_ini())
        .order_by("hari")
        .values_list("hari")
        .annotate(banyak=Sum("dihitung"))
    )
    terakhir = hari_terakhir_tampil(per_hari)
    return survei.mulai if terakhir is None else terakhir + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RingkasanUnsur:
    """One element: number of answers, mean rounded to 4 decimals (None from fewer than five answers)."""

    n: int
    nrr: Decimal | None


@dataclass(frozen=True, slots=True)
class RingkasanSurvei:
    """A survey that went into a summary."""

    uuid: UUID
    judul: str
    mulai: date
    selesai: date
    n: int


@dataclass(frozen=True, slots=True)
class RingkasanIndeks:
    """Index of one unit in a period, from locked surveys only.

    ``n`` forms counted; ``ikm`` 25…100 with 2 decimals and ``mutu`` A…D, or None and "" from fewer than five answers,
    since whoever reads it could tell who gave them; ``unsur`` by element code (``kompetensi``, ``perilaku``, …);
    ``target_sampel`` is None where a survey names no population; ``bendera`` are values of
    ``survei.enums.CatatanMutu``, ``catatan`` the same as sentences; ``selang`` is the 95 % interval of the index, None
    where it has none or the index is not given.
    """

    n: int
    ikm: Decimal | None
    mutu: str
    unsur: Mapping[str, RingkasanUnsur]
    target_sampel: int | None
    bendera: tuple[str, ...]
    catatan: tuple[str, ...]
    survei: tuple[RingkasanSurvei, ...]
    selang: tuple[Decimal, Decimal] | None = None


def umpan_balik(*, unit_ids: Collection[int], mulai: date, selesai: date) -> dict[int, RingkasanIndeks]:
    """Citizens' satisfaction per unit from the locked surveys whose window lies within ``mulai`` … ``selesai``.

    A unit's figure pools the answers of its own surveys and of all units below it: all respondents together, not the
    mean of means, so that a service with ten forms weighs as ten (a choice of the product; the regulation leaves it
    open). Units without a locked survey are missing from the result. Two queries for any number of units.
    """
    if not unit_ids:
        return {}
    induk = UnitKerja.objects.induk_dari()
    hasil = (
        HasilSurvei.objects.terkunci()
        .filter(survei__in=Survei.objects.terkunci().kepuasan(), survei__mulai__gte=mulai, survei__selesai__lte=selesai)
        .select_related("survei__instrumen")
        .order_by("survei__selesai", "survei_id")
    )
    diminta = set(unit_ids)
    menurut_unit: dict[int, list[HasilSurvei]] = {}
    for satu in hasil:
        unit: int | None = satu.survei.unit_id
        terlewati: set[int] = set()
        while unit is not None and unit not in terlewati:
            if unit in diminta:
                menurut_unit.setdefault(unit, []).append(satu)
            terlewati.add(unit)
            unit = induk.get(unit)
    return {unit: _gabung(daftar) for unit, daftar in menurut_unit.items()}


def manfaat_program(*, mulai: date, selesai: date) -> dict[int, RingkasanIndeks]:
    """Citizens' index of the programmes that a person owns, from locked surveys within ``mulai`` … ``selesai``.

    Key is the employee who owns the programmes; all answers about them together. People without one are missing. One
    query for any number of people.
    """
    hasil = (
        HasilSurvei.objects.berlaku()
        .filter(
            survei__in=Survei.objects.terkunci(),
            survei__program__isnull=False,
            survei__mulai__gte=mulai,
            survei__selesai__lte=selesai,
        )
        .select_related("survei__instrumen", "survei__program__program")
        .order_by("survei__selesai", "survei_id")
    )
    menurut: dict[int, list[HasilSurvei]] = {}
    for satu in hasil:
        menurut.setdefault(satu.survei.program.program.pemilik_id, []).append(satu)
    return {pemilik: _gabung(daftar) for pemilik, daftar in menurut.items()}


def _gabung(daftar: list[HasilSurvei]) -> RingkasanIndeks:
    sebaran = gabungkan(
        {
            kode: {int(nilai): jumlah for nilai, jumlah in unsur["sebaran"].items()}
            for kode, unsur in satu.rincian["unsur"].items()
        }
        for satu in daftar
    )
    n = sum(satu.n for satu in daftar)
    # The newest survey's instrument classes the pooled figure.
    gabungan = indeks(sebaran, n=n, pita=pita_instrumen(daftar[-1].survei.instrumen))
    populasi = [satu.survei.populasi for satu in daftar]
    skor = [skor_tersimpan(satu.rincian) for satu in daftar]
    lengkap = [satu for satu in skor if satu is not None]
    tak_tentu = ketidakpastian(
        reduce(add, lengkap) if len(lengkap) == len(skor) else None,
        gabungan.ikm_eksak,
        sum(N or 0 for N in populasi) if all(populasi) else None,
    )
    target = target_sampel(sum(N or 0 for N in populasi)) if all(populasi) else None
    return RingkasanIndeks(
        n=n,
        ikm=gabungan.ikm if n >= SEL_MINIMUM_DALAM else None,
        mutu="" if gabungan.mutu is None or n < SEL_MINIMUM_DALAM else gabungan.mutu.value,
        unsur={
            kode: RingkasanUnsur(rincian.n, rincian.nrr if rincian.n >= SEL_MINIMUM_DALAM else None)
            for kode, rincian in gabungan.unsur.items()
        },
        target_sampel=target,
        bendera=(bendera := _bendera(daftar, n, target)),
        catatan=tuple(LABEL_CATATAN_MUTU[CatatanMutu(satu)] for satu in bendera),
        survei=tuple(
            RingkasanSurvei(satu.survei.uuid, satu.survei.judul, satu.survei.mulai, satu.survei.selesai, satu.n)
            for satu in daftar
        ),
        selang=(tak_tentu.bawah, tak_tentu.atas)
        if tak_tentu.bawah is not None and tak_tentu.atas is not None and n >= SEL_MINIMUM_DALAM
        else None,
    )


def _bendera(daftar: list[HasilSurvei], n: int, target: int | None) -> tuple[str, ...]:
    """Marks of the pooled figure: those about size are taken anew, the others from the single results."""
    bendera = {satu for hasil in daftar for satu in hasil.bendera}
    bendera -= {CatatanMutu.SAMPEL_KECIL, CatatanMutu.TANPA_JAWABAN}
    if target is not None:
        bendera.discard(CatatanMutu.DI_BAWAH_TARGET)
        if n < target:
            bendera.add(CatatanMutu.DI_BAWAH_TARGET.value)
    if not n:
        bendera.add(CatatanMutu.TANPA_JAWABAN.value)
    if n < SAMPEL_KECIL:
        bendera.add(CatatanMutu.SAMPEL_KECIL.value)
    return tuple(satu.value for satu in CatatanMutu if satu.value in bendera)


@dataclass(frozen=True, slots=True)
class HasilTerbit:
    """A published result for lists outside the survey app."""

    uuid: UUID
    judul: str
    unit: str
    n: int
    ikm: Decimal | None
    mutu: str
    selesai: date


def hasil_terbit(*, batas: int = 5, minimal: int = SEL_MINIMUM) -> list[HasilTerbit]:
    """The newest published satisfaction results; below ``minimal`` answers the index is None. One query."""
    terbaru = (
        HasilSurvei.objects.berlaku()
        .filter(survei__in=Survei.objects.terpublikasi().kepuasan())
        .select_related("survei__unit")
        .order_by("-survei__selesai", "-pk")[:batas]
    )
    return [
        HasilTerbit(
            uuid=satu.survei.uuid,
            judul=satu.survei.judul,
            unit=satu.survei.unit.nama,
            n=satu.n,
            ikm=satu.ikm if satu.n >= minimal else None,
            mutu=satu.mutu if satu.n >= minimal else "",
            selesai=satu.survei.selesai,
        )
        for satu in terbaru
    ]


def sudah_terbit(kode: Collection[UUID]) -> set[UUID]:
    """Which of these surveys have a published result; one query."""
    return set(Survei.objects.terpublikasi().filter(uuid__in=list(kode)).values_list("uuid", flat=True))
