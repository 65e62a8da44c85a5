"""Pohon kinerja: from the measures of a unit's agreement down to the people who carry them.

Read level by level, each level with one statement, and at most ``BATAS_SIMPUL`` results in all: what does not fit is
counted and opened on a page of its own. So the cost does not grow with the number of staff.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from kinerja.enums import StatusPerjanjian, StatusSKP
from kinerja.models import SKP, Indikator, IndikatorUtama, PerjanjianKinerja, RencanaHasilKerja
from rakumpit.bacaan import banyak
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja

BATAS_SIMPUL = 100
KEDALAMAN = 4
_BERLAKU = (StatusSKP.DISETUJUI.value, StatusSKP.SELESAI.value)


@dataclass(slots=True)
class Simpul:
    """One planned result. ``jumlah``: how many results of others support it, of which ``anak`` are shown here.

    ``nama`` is empty for readers who may not open the plan; they see post and unit. ``kosong``: its owner leads
    people, and none of them supports it.
    """

    pk: int
    kode: UUID
    kode_tetap: UUID
    uraian: str
    pegawai_id: int
    pegawai_nama: str
    skp_id: int
    skp_kode: UUID
    jumlah: int
    anak: list[Simpul] = field(default_factory=list)
    nama: str = ""
    jabatan: str = ""
    sendiri: bool = False
    kosong: bool = False

    @property
    def sisa(self) -> int:
        return self.jumlah - len(self.anak)

    @property
    def siapa(self) -> str:
        """Who stands behind it, in the words that this reader may see."""
        return " · ".join(satu for satu in ("Anda" if self.sendiri else self.nama, self.jabatan) if satu)


@dataclass(slots=True)
class CabangIKU:
    """One measure of the agreement with the results of the head that carry it."""

    iku: IndikatorUtama
    simpul: list[Simpul] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lingkup:
    """``hari``: plans that hold on this day; ``jalur``: only results on the way to a unit, None for all."""

    hari: date
    jalur: frozenset[int] | None = None

    def rencana(self) -> QuerySet[RencanaHasilKerja]:
        semua = RencanaHasilKerja.objects.berlaku().filter(skp__mulai__lte=self.hari, skp__selesai__gte=self.hari)
        return semua if self.jalur is None else semua.filter(pk__in=self.jalur)


def jalur_unit(unit: Collection[int], hari: date) -> frozenset[int]:
    """Results of the people who work in these units on a day, and every result above them in any version.

    One recursive statement.
    """
    with connection.cursor() as kursor:
        kursor.execute(
            """
            WITH RECURSIVE jalur(id, induk_id) AS (
                SELECT r.id, r.rhk_pimpinan_id
                FROM kinerja_rencanahasilkerja r
                JOIN kinerja_skp s ON s.id = r.skp_id
                WHERE s.status = ANY(%(berlaku)s) AND s.mulai <= %(hari)s AND s.selesai >= %(hari)s
                  AND EXISTS (
                    SELECT FROM organisasi_penugasan t JOIN organisasi_jabatan j ON j.id = t.jabatan_id
                    WHERE t.pegawai_id = s.pegawai_id AND j.unit_id = ANY(%(unit)s)
                      AND t.mulai <= %(hari)s AND (t.selesai IS NULL OR t.selesai >= %(hari)s)
                  )
                UNION
                SELECT r.id, r.rhk_pimpinan_id
                FROM jalur j
                JOIN kinerja_rencanahasilkerja induk ON induk.id = j.induk_id
                JOIN kinerja_rencanahasilkerja r ON r.kode_tetap = induk.kode_tetap
            ) SELECT id FROM jalur
            """,
            {"berlaku": list(_BERLAKU), "hari": hari, "unit": list(unit)},
        )
        return frozenset(baris[0] for baris in kursor.fetchall())


def perjanjian_pohon(tahun: int, unit: Iterable[UnitKerja]) -> list[PerjanjianKinerja]:
    """Agreements of these units from which a tree of a year grows: the signed one, else the draft."""
    semua = (
        PerjanjianKinerja.objects.filter(tahun=tahun, unit__in=unit)
        .exclude(status=StatusPerjanjian.DIGANTI.value)
        .select_related("unit")
        .order_by("unit__nama", "unit_id", "versi")
    )
    # The signed version stands before its draft change, so the first one of each unit counts.
    return list({satu.unit_id: satu for satu in reversed(semua)}.values())[::-1]


def pohon_perjanjian(perjanjian: PerjanjianKinerja, lingkup: Lingkup) -> tuple[list[CabangIKU], list[Simpul]]:
    """Branches of the agreement, and the head's results outside it. A fixed number of statements."""
    cabang = {
        satu.kode_tetap: CabangIKU(satu)
        for satu in IndikatorUtama.objects.filter(sasaran__perjanjian=perjanjian)
        .select_related("sasaran")
        .order_by("sasaran__urut", "urut")
    }
    tertaut = Indikator.objects.filter(iku__kode_tetap__in=cabang)
    pimpinan = Penugasan.objects.pada(lingkup.hari).filter(jabatan__unit=perjanjian.unit_id, jabatan__memimpin=True)
    baris = _berhitung(
        lingkup,
        lingkup.rencana().filter(
            Q(pk__in=tertaut.values("rencana_id")) | Q(skp__pegawai__in=pimpinan.values("pegawai_id"))
        ),
    ).annotate(kode=ArraySubquery(tertaut.filter(rencana=OuterRef("pk")).order_by("urut").values("iku__kode_tetap")))
    akar, lain = [], []
    for *isi, kode in baris.values_list(*_KOLOM, "kode"):
        simpul = Simpul(*isi)
        akar.append(simpul)
        for satu in dict.fromkeys(kode):
            cabang[satu].simpul.append(simpul)
        if not kode:
            lain.append(simpul)
    _turunkan(akar, lingkup)
    return list(cabang.values()), lain


def pohon_hasil(rencana: RencanaHasilKerja, lingkup: Lingkup, halaman: Collection[int]) -> list[Simpul]:
    """The given supporters of one result with what supports them in turn."""
    semua = _berhitung(lingkup, lingkup.rencana().filter(rhk_pimpinan__kode_tetap=rencana.kode_tetap, pk__in=halaman))
    akar = [Simpul(*satu) for satu in semua.values_list(*_KOLOM)]
    _turunkan(akar, lingkup)
    return akar


def pendukung(rencana: RencanaHasilKerja, lingkup: Lingkup) -> QuerySet[RencanaHasilKerja]:
    """Results that support one result, by the name of their owner."""
    return (
        lingkup.rencana()
        .filter(rhk_pimpinan__kode_tetap=rencana.kode_tetap)
        .order_by("skp__pegawai__nama_urut", "urut", "pk")
    )


_KOLOM = (
    "pk",
    "uuid",
    "kode_tetap",
    "uraian",
    "skp__pegawai_id",
    "skp__pegawai__nama",
    "skp_id",
    "skp__uuid",
    "jumlah",
)
_URUT = ("skp__pegawai__nama_urut", "urut", "pk")


def _berhitung(lingkup: Lingkup, semua: QuerySet[RencanaHasilKerja]) -> QuerySet[Any]:
    """With the number of results that support each, by the name of the owner."""
    pendukung = lingkup.rencana().filter(rhk_pimpinan__kode_tetap=OuterRef("kode_tetap"))
    return semua.annotate(jumlah=banyak(pendukung, "rhk_pimpinan__kode_tetap")).order_by(*_URUT)


def _turunkan(akar: list[Simpul], lingkup: Lingkup) -> None:
    """Hang the levels below onto their results, sharing what is left of ``BATAS_SIMPUL`` fairly at each level."""
    tingkat, sisa = akar, BATAS_SIMPUL - len(akar)
    for _ in range(KEDALAMAN):
        induk = {satu.kode_tetap: satu for satu in tingkat if satu.jumlah}
        if not induk or sisa < len(induk):
            return
        tingkat = []
        nomor = Window(RowNumber(), partition_by=F("rhk_pimpinan__kode_tetap"), order_by=[F(satu) for satu in _URUT])
        semua = lingkup.rencana().filter(rhk_pimpinan__kode_tetap__in=induk).annotate(nomor=nomor)
        muat = _berhitung(lingkup, semua.filter(nomor__lte=sisa // len(induk)))
        for *isi, atas in muat.values_list(*_KOLOM, "rhk_pimpinan__kode_tetap"):
            anak = Simpul(*isi)
            induk[atas].anak.append(anak)
            tingkat.append(anak)
        sisa -= len(tingkat)


def _semua(simpul: Iterable[Simpul]) -> Iterable[Simpul]:
    for satu in simpul:
        yield satu
        yield from _semua(satu.anak)


def namai(simpul: Iterable[Simpul], pengguna: Pengguna, hari: date) -> None:
    """Say who stands behind each result: by name where the reader may open the plan, else by post and unit."""
    semua = list(_semua(simpul))
    orang = {satu.pegawai_id for satu in semua}
    terbuka = set(
        SKP.objects.terlihat_oleh(pengguna).filter(pk__in={satu.skp_id for satu in semua}).values_list("pk", flat=True)
    )
    tempat: dict[int, tuple[str, bool]] = {}
    for pegawai_id, sifat, jabatan, unit, memimpin in (
        Penugasan.objects.pada(hari)
        .filter(pegawai_id__in=orang)
        .order_by("pk")
        .values_list("pegawai_id", "sifat", "jabatan__nama", "jabatan__unit__nama", "jabatan__memimpin")
    ):
        lama, pimpinan = tempat.get(pegawai_id, ("", False))
        sebutan = f"{jabatan}, {unit}" if not lama or sifat == SifatPenugasan.DEFINITIF.value else lama
        tempat[pegawai_id] = (sebutan, pimpinan or memimpin)
    sendiri = getattr(getattr(pengguna, "pegawai", None), "pk", None)
    for satu in semua:
        satu.jabatan, pimpinan = tempat.get(satu.pegawai_id, ("", False))
        satu.nama = satu.pegawai_nama if satu.skp_id in terbuka else ""
        satu.sendiri = satu.pegawai_id == sendiri
        satu.kosong = pimpinan and not satu.jumlah
