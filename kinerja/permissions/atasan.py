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

    def setingkat(self, pemegang: Pemegang) -> Sequence[Pemegang]:
        """All who hold the same leading post that day: an acting holder and the definitive one."""
        return next((semua for semua in self.pemimpin.values() if any(satu is pemegang for satu in semua)), ())


def peta_atasan(tanggal: date | None = None) -> PetaAtasan:
    """Read the leaders of a day (today if not given); two queries."""
    return PetaAtasan(UnitKerja.objects.induk_dari(), Penugasan.objects.pemimpin(tanggal or hari_ini()))


def atasan_semua(pegawai_ids: Collection[int], tanggal: date) -> dict[int, Pemegang | None]:
    """Superior of each of these people on a day; who holds no post that day is absent. Three queries for any number."""
    tempat: dict[int, tuple[bool, int, int, bool]] = {}
    for orang_id, pk, sifat, unit_id, pimpinan in (
        Penugasan.objects.pada(tanggal)
        .filter(pegawai_id__in=pegawai_ids)
        .values_list("pegawai_id", "pk", "sifat", "jabatan__unit_id", "jabatan__memimpin")
    ):
        # The definitive post places a person, as in Pegawai.penugasan_pada.
        calon = (sifat != SifatPenugasan.DEFINITIF.value, pk, unit_id, pimpinan)
        tempat[orang_id] = min(tempat.get(orang_id, calon), calon)
    peta = peta_atasan(tanggal)
    return {
        orang_id: peta.atasan(unit_id=unit_id, memimpin=pimpinan, pegawai_id=orang_id)
        for orang_id, (_, _, unit_id, pimpinan) in tempat.items()
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
