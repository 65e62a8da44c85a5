"""Who answers a request for support."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, Value

from kinerja.enums import StatusPermintaan
from kinerja.models import PermintaanDukungan
from kinerja.permissions.atasan import Jangkauan, PetaAtasan, Tempat, orang_akun, peta_atasan, tempat_pada
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


@dataclass(frozen=True, slots=True)
class Penjawab:
    """One step of the line upward: a leader with an active account. Exactly one of the first two is set."""

    pegawai_id: int | None
    pejabat_luar_id: int | None
    akun_id: int
    nama: str
    jabatan: str


_Akun = Mapping[tuple[int | None, int | None], tuple[int, str]]


def _akun_pemimpin(peta: PetaAtasan) -> _Akun:
    """Leader (person or outside official) -> active account and name; one query."""
    pemegang = [satu for semua in peta.pemimpin.values() for satu in semua]
    medan = ("pk", "luar", "pengguna_id", "nama")
    pegawai = (
        Pegawai.objects.filter(pk__in=[satu.pegawai_id for satu in pemegang], pengguna__is_active=True)
        .order_by()
        .annotate(luar=Value(value=False))
        .values_list(*medan)
    )
    luar = (
        PejabatLuar.objects.filter(pk__in=[satu.pejabat_luar_id for satu in pemegang], pengguna__is_active=True)
        .order_by()
        .annotate(luar=Value(value=True))
        .values_list(*medan)
    )
    return {
        (None, pk) if di_luar else (pk, None): (akun_id, nama)
        for pk, di_luar, akun_id, nama in pegawai.union(luar, all=True)
    }


def _rantai(peta: PetaAtasan, akun: _Akun, tempat: Tempat | None, orang_id: int) -> list[Penjawab]:
    if tempat is None:
        return []
    return [
        Penjawab(satu.pegawai_id, satu.pejabat_luar_id, *akun[kunci], satu.jabatan)
        for satu in peta.rantai(unit_id=tempat.unit_id, memimpin=tempat.memimpin, pegawai_id=orang_id)
        if (kunci := (satu.pegawai_id, satu.pejabat_luar_id)) in akun
    ]


def rantai_atasan(pegawai_ids: Collection[int], tanggal: date | None = None) -> dict[int, list[Penjawab]]:
    """The line upward of each person on a day (today if not given); four queries for any number of people.

    Leaders without an active account are passed over: a request to them would wait for ever.
    """
    hari = tanggal or hari_ini()
    peta = peta_atasan(hari)
    tempat, akun = tempat_pada(pegawai_ids, hari), _akun_pemimpin(peta)
    return {pk: _rantai(peta, akun, tempat.get(pk), pk) for pk in pegawai_ids}


def _di_bawah_akun(pengguna: Pengguna, peta: PetaAtasan, akun: _Akun) -> dict[int, Jangkauan]:
    """Step of the line upward (0: the first who can answer) -> where the people are in whose line this account stands
    at that step. Leaders below stand at step 0: they may be passed over in their own line."""
    di_bawah = peta.di_bawah(*orang_akun(pengguna))
    langkah: dict[int, tuple[set[int], set[int]]] = {0: (set(), set())}
    for unit_id in di_bawah:
        for memimpin in (False, True):
            for urut, satu in enumerate(_rantai(peta, akun, Tempat(unit_id, memimpin), 0)):
                if satu.akun_id == pengguna.pk:
                    langkah.setdefault(urut, (set(), set()))[memimpin].add(unit_id)
    pemimpin = {satu.pegawai_id for pk in di_bawah for satu in peta.pemimpin.get(pk, ()) if satu.pegawai_id}
    return {
        urut: Jangkauan(frozenset(anggota), frozenset(pimpinan), frozenset(() if urut else pemimpin))
        for urut, (anggota, pimpinan) in langkah.items()
    }


def boleh_menjawab(pengguna: Siapa, permintaan: PermintaanDukungan) -> bool:
    """Answers: every leader of today's line from the direct superior to the level that the request has reached."""
    if not pengguna.is_authenticated or not pengguna.is_active or permintaan.pegawai.pengguna_id == pengguna.pk:
        return False
    rantai = rantai_atasan([permintaan.pegawai_id])[permintaan.pegawai_id]
    return any(satu.akun_id == pengguna.pk for satu in rantai[: permintaan.tingkat + 1])


def permintaan_menunggu(pengguna: Siapa, peta: PetaAtasan | None = None) -> list[PermintaanDukungan]:
    """Open requests that this account may answer today, the most urgent first; five queries at most."""
    if not pengguna.is_authenticated or not pengguna.is_active or not any(orang_akun(pengguna)):
        return []
    hari = hari_ini()
    peta = peta or peta_atasan(hari)
    if not peta.dipimpin(*orang_akun(pengguna)):
        return []
    akun = _akun_pemimpin(peta)
    sampai = Q()
    for urut, jangkauan in _di_bawah_akun(pengguna, peta, akun).items():
        sampai |= Q(pegawai_id__in=jangkauan.penghuni(hari), tingkat__gte=urut)
    terbuka = list(
        PermintaanDukungan.objects.filter(sampai, status=StatusPermintaan.DIAJUKAN.value)
        .exclude(pegawai__pengguna_id=pengguna.pk)
        .select_related("pegawai")
        .order_by("tenggat", "pk")
    )
    tempat = tempat_pada({satu.pegawai_id for satu in terbuka}, hari) if terbuka else {}
    return [
        satu
        for satu in terbuka
        if any(
            atasan.akun_id == pengguna.pk
            for atasan in _rantai(peta, akun, tempat.get(satu.pegawai_id), satu.pegawai_id)[: satu.tingkat + 1]
        )
    ]


def penanya_langsung(pengguna: Pengguna, peta: PetaAtasan | None = None) -> set[int]:
    """Keys of the people in whose line upward this account is the first who can answer today; four queries."""
    if not any(orang_akun(pengguna)):
        return set()
    hari = hari_ini()
    peta = peta or peta_atasan(hari)
    if not peta.dipimpin(*orang_akun(pengguna)):
        return set()
    akun = _akun_pemimpin(peta)
    calon = tempat_pada(_di_bawah_akun(pengguna, peta, akun)[0].penghuni(hari), hari)
    return {
        pk
        for pk, tempat in calon.items()
        if (rantai := _rantai(peta, akun, tempat, pk)) and rantai[0].akun_id == pengguna.pk
    }
