"""Who stands above whom on a day, derived from dated assignments."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang, cari_atasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    Siapa = Pengguna | AnonymousUser


@dataclass(frozen=True, slots=True)
class PetaAtasan:
    """Tree and leaders of one day: answers for any number of people without another query."""

    induk: Mapping[int, int | None]
    pemimpin: Mapping[int, Sequence[Pemegang]]

    def atasan(self, *, unit_id: int | None, memimpin: bool, pegawai_id: int) -> Pemegang | None:
        if unit_id is None:
            return None
        return cari_atasan(
            unit_id=unit_id, memimpin=memimpin, pegawai_id=pegawai_id, induk=self.induk, pemimpin=self.pemimpin
        )

    def rantai(self, *, unit_id: int, memimpin: bool, pegawai_id: int) -> list[Pemegang]:
        """The line upward: the superior, the one above, and so on to the top. Nobody stands in it twice."""
        hasil: list[Pemegang] = []
        ada: set[tuple[int | None, int | None]] = {(pegawai_id, None)}
        unit, lewat = self.induk.get(unit_id) if memimpin else unit_id, set[int]()
        while unit is not None and unit not in lewat:
            lewat.add(unit)
            calon = (satu for satu in self.pemimpin.get(unit, ()) if (satu.pegawai_id, satu.pejabat_luar_id) not in ada)
            satu = next(calon, None)
            if satu is not None:
                hasil.append(satu)
                ada.add((satu.pegawai_id, satu.pejabat_luar_id))
            unit = self.induk.get(unit)
        return hasil

    def setingkat(self, pemegang: Pemegang) -> Sequence[Pemegang]:
        """All who hold the same leading post that day: an acting holder and the definitive one."""
        return next((semua for semua in self.pemimpin.values() if any(satu is pemegang for satu in semua)), ())

    def unit_dari(self, pemegang: Pemegang) -> int | None:
        """Unit that this holder leads that day."""
        return next((pk for pk, semua in self.pemimpin.items() if any(satu is pemegang for satu in semua)), None)

    def di_bawah(self, pegawai_id: int | None, luar_id: int | None) -> set[int]:
        """Units that this person leads that day, and every unit below one of them; empty for who leads none."""
        hasil = {pk for pk, semua in self.pemimpin.items() if any(adalah(satu, pegawai_id, luar_id) for satu in semua)}
        while tambahan := {pk for pk, induk in self.induk.items() if induk in hasil} - hasil:
            hasil |= tambahan
        return hasil


def peta_atasan(tanggal: date | None = None) -> PetaAtasan:
    """Read the leaders of a day (today if not given); two queries."""
    return PetaAtasan(UnitKerja.objects.induk_dari(), Penugasan.objects.pemimpin(tanggal or hari_ini()))


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a person works on a day."""

    unit_id: int
    memimpin: bool


def tempat_pada(pegawai_ids: Collection[int], tanggal: date) -> dict[int, Tempat]:
    """Place of each person on a day by the definitive post, else an acting one (as ``Pegawai.penugasan_pada``).

    One query; people without a post that day are absent.
    """
    calon: dict[int, tuple[bool, int, int, bool]] = {}
    for orang_id, pk, sifat, unit_id, pimpinan in (
        Penugasan.objects.pada(tanggal)
        .filter(pegawai_id__in=pegawai_ids)
        .values_list("pegawai_id", "pk", "sifat", "jabatan__unit_id", "jabatan__memimpin")
    ):
        satu = (sifat != SifatPenugasan.DEFINITIF.value, pk, unit_id, pimpinan)
        calon[orang_id] = min(calon.get(orang_id, satu), satu)
    return {orang_id: Tempat(unit_id, pimpinan) for orang_id, (_, _, unit_id, pimpinan) in calon.items()}


def atasan_semua(pegawai_ids: Collection[int], tanggal: date) -> dict[int, Pemegang | None]:
    """Superior of each of these people on a day; who holds no post that day is absent. Three queries for any number."""
    peta = peta_atasan(tanggal)
    return {
        orang_id: peta.atasan(unit_id=tempat.unit_id, memimpin=tempat.memimpin, pegawai_id=orang_id)
        for orang_id, tempat in tempat_pada(pegawai_ids, tanggal).items()
    }


def akun_pemegang(pemegang: Pemegang | None) -> int | None:
    """Account of the derived holder."""
    if pemegang is None:
        return None
    if pemegang.pegawai_id is not None:
        return Pegawai.objects.filter(pk=pemegang.pegawai_id).values_list("pengguna_id", flat=True).first()
    if pemegang.pejabat_luar_id is not None:
        return PejabatLuar.objects.filter(pk=pemegang.pejabat_luar_id).values_list("pengguna_id", flat=True).first()
    return None


def orang_akun(pengguna: Pengguna) -> tuple[int | None, int | None]:
    """Keys of the person and of the outside official behind an account; remembered by the account object."""
    return getattr(getattr(pengguna, "pegawai", None), "pk", None), getattr(
        getattr(pengguna, "pejabat_luar", None), "pk", None
    )


def adalah(pemegang: Pemegang, pegawai_id: int | None, luar_id: int | None) -> bool:
    if pemegang.pegawai_id is not None:
        return pemegang.pegawai_id == pegawai_id
    return pemegang.pejabat_luar_id is not None and pemegang.pejabat_luar_id == luar_id


def boleh_mengelola(pengguna: Siapa) -> bool:
    """Opens runs and periods, records letters; never sets a rating by own judgement."""
    return bool(pengguna.is_authenticated and pengguna.is_active and getattr(pengguna, "pengelola", False))


def atasan_kini(pegawai: Pegawai, tanggal: date | None = None) -> Pemegang | None:
    """Superior of a person derived on a day (today if not given)."""
    tanggal = tanggal or hari_ini()
    tempat = pegawai.penugasan_pada(tanggal)
    if tempat is None:
        return None
    return peta_atasan(tanggal).atasan(
        unit_id=tempat.jabatan.unit_id, memimpin=tempat.jabatan.memimpin, pegawai_id=pegawai.pk
    )


def memimpin(pengguna: Siapa) -> bool:
    """Holds a leading post today (definitive, Plt. or Plh.): the ones who can have somebody to rate."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return bool(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))
