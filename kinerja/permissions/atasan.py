"""Who stands above whom on a day, derived from dated assignments."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from rakumpit.bacaan import Bacaan, baca
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.organisasi.perhitungan import Pemegang, Pohon, cari_atasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    Siapa = Pengguna | AnonymousUser


@dataclass(frozen=True, slots=True)
class Jangkauan:
    """Where direct subordinates are found: ordinary staff of ``anggota``, heads of ``pimpinan``, and ``orang``.

    ``orang`` hold leading posts below: nobody is the own superior, so the line of such a person may pass over the
    nearest post. Nobody outside can be a direct subordinate; of ``orang`` each is to be looked at.
    """

    anggota: frozenset[int]
    pimpinan: frozenset[int]
    orang: frozenset[int]

    def saring(self, *, unit: str, memimpin: str, pegawai: str) -> Q:
        """The same as a condition; the arguments are the fields that hold unit, leading post and person."""
        return (
            Q(**{f"{unit}__in": self.anggota, memimpin: False})
            | Q(**{f"{unit}__in": self.pimpinan, memimpin: True})
            | Q(**{f"{pegawai}__in": self.orang})
        )

    def penghuni(self, tanggal: date) -> QuerySet[Any, Any]:
        """Keys of the people who hold a post there on a day, for a subquery."""
        di_sana = self.saring(unit="jabatan__unit_id", memimpin="jabatan__memimpin", pegawai="pegawai_id")
        hasil: QuerySet[Any, Any] = Penugasan.objects.pada(tanggal).filter(di_sana, pegawai__isnull=False)
        return hasil.order_by().values("pegawai_id")


@dataclass(frozen=True, slots=True)
class PetaAtasan:
    """Tree and leaders of one day: answers for any number of people without another query."""

    induk: Mapping[int, int | None]
    pemimpin: Mapping[int, Sequence[Pemegang]]
    tanggal: date

    def pada(self, tanggal: date) -> PetaAtasan:
        """The leaders of another day; no query for the same day, else one."""
        if tanggal == self.tanggal:
            return self
        return PetaAtasan(self.induk, Penugasan.objects.pemimpin(tanggal), tanggal)

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

    def dipimpin(self, pegawai_id: int | None, luar_id: int | None) -> set[int]:
        """Units that this person leads that day."""
        return {pk for pk, semua in self.pemimpin.items() if any(satu.adalah(pegawai_id, luar_id) for satu in semua)}

    def di_bawah(self, pegawai_id: int | None, luar_id: int | None) -> set[int]:
        """Units that this person leads that day, and every unit below one of them; empty for who leads none."""
        return Pohon(self.induk).turunan(self.dipimpin(pegawai_id, luar_id))

    def jangkauan(self, dipimpin: Collection[int]) -> Jangkauan:
        """Where the direct subordinates of the leaders of these units are found."""
        di_bawah = Pohon(self.induk).turunan(dipimpin)
        terdekat = {pk: self._terdekat(pk) for pk in di_bawah}
        return Jangkauan(
            anggota=frozenset(pk for pk in di_bawah if terdekat[pk] in dipimpin),
            pimpinan=frozenset(pk for pk in di_bawah if self._terdekat(self.induk.get(pk)) in dipimpin),
            orang=frozenset(
                satu.pegawai_id for pk in di_bawah for satu in self.pemimpin.get(pk, ()) if satu.pegawai_id is not None
            ),
        )

    def _terdekat(self, unit_id: int | None) -> int | None:
        """The nearest unit from this one upward whose leading post somebody holds."""
        lewat: set[int] = set()
        while unit_id is not None and unit_id not in lewat:
            if self.pemimpin.get(unit_id):
                return unit_id
            lewat.add(unit_id)
            unit_id = self.induk.get(unit_id)
        return None


def peta_atasan(tanggal: date | None = None) -> PetaAtasan:
    """Read the leaders of a day (today if not given); two queries."""
    tanggal = tanggal or hari_ini()
    return PetaAtasan(UnitKerja.objects.induk_dari(), Penugasan.objects.pemimpin(tanggal), tanggal)


def peta_pembaca(pembaca: Pembaca) -> PetaAtasan:
    """The leaders of today as the reader of a page has them already; no query."""
    return PetaAtasan(pembaca.induk, pembaca.pemimpin, pembaca.hari)


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a person works on a day."""

    unit_id: int
    memimpin: bool


def tempat_pada(pegawai_ids: Collection[int] | QuerySet[Any, Any], tanggal: date) -> dict[int, Tempat]:
    """Place of each person on a day by the definitive post, else an acting one (as ``Pegawai.penugasan_pada``).

    One query; people without a post that day are absent.
    """
    return baca(baca_tempat(pegawai_ids, tanggal))


def baca_tempat(pegawai_ids: Collection[int] | QuerySet[Any, Any], tanggal: date) -> Bacaan[dict[int, Tempat]]:
    """``tempat_pada`` in one step."""
    (baris,) = yield [
        Penugasan.objects.pada(tanggal)
        .filter(pegawai_id__in=pegawai_ids)
        .order_by()
        .values_list("pegawai_id", "pk", "sifat", "jabatan__unit_id", "jabatan__memimpin")
    ]
    calon: dict[int, tuple[bool, int, int, bool]] = {}
    for orang_id, pk, sifat, unit_id, pimpinan in baris:
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


def calon_bawahan(peta: PetaAtasan, dipimpin: Collection[int], tanggal: date) -> dict[int, Pemegang | None]:
    """Everybody whose superior on that day, of ``peta``, may be a leader of these units, with the superior; one query.

    The caller compares the superior: among them are holders of leading posts below who answer to somebody else.
    """
    return baca(_baca_calon(peta, dipimpin, tanggal))


def _baca_calon(peta: PetaAtasan, dipimpin: Collection[int], tanggal: date) -> Bacaan[dict[int, Pemegang | None]]:
    """``calon_bawahan`` in one step."""
    if not dipimpin:
        return {}
    tempat = yield from baca_tempat(peta.jangkauan(dipimpin).penghuni(tanggal), tanggal)
    return {
        orang_id: peta.atasan(unit_id=satu.unit_id, memimpin=satu.memimpin, pegawai_id=orang_id)
        for orang_id, satu in tempat.items()
    }


def bawahan_dari(
    pegawai_id: int | None, luar_id: int | None, tanggal: date, peta: PetaAtasan | None = None
) -> list[int]:
    """Keys of the people whose superior on that day is this person; three queries, one with the ``peta`` of the day."""
    return baca(baca_bawahan(pegawai_id, luar_id, tanggal, peta or peta_atasan(tanggal)))


def baca_bawahan(pegawai_id: int | None, luar_id: int | None, tanggal: date, peta: PetaAtasan) -> Bacaan[list[int]]:
    """``bawahan_dari`` in one step."""
    semua = yield from _baca_calon(peta, peta.dipimpin(pegawai_id, luar_id), tanggal)
    return [pk for pk, atasan in semua.items() if atasan is not None and atasan.adalah(pegawai_id, luar_id)]


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
