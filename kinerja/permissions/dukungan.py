"""Who answers a request for support."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from kinerja.enums import StatusPermintaan
from kinerja.models import PermintaanDukungan
from kinerja.permissions.atasan import Jangkauan, PetaAtasan, Tempat, baca_tempat, orang_akun, peta_atasan
from rakumpit.bacaan import Bacaan, Baris, baca, bersama
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


def _baca_akun_pemimpin(peta: PetaAtasan) -> Bacaan[_Akun]:
    """Leader (person or outside official) -> active account and name; one step."""
    pemegang = [satu for semua in peta.pemimpin.values() for satu in semua]
    model: tuple[tuple[Any, list[int | None]], ...] = (
        (Pegawai, [satu.pegawai_id for satu in pemegang]),
        (PejabatLuar, [satu.pejabat_luar_id for satu in pemegang]),
    )
    pegawai, luar = yield [
        satu.objects.filter(pk__in=kunci, pengguna__is_active=True).order_by().values_list("pk", "pengguna_id", "nama")
        for satu, kunci in model
    ]
    akun: dict[tuple[int | None, int | None], tuple[int, str]] = {
        (pk, None): (kode, nama) for pk, kode, nama in pegawai
    }
    return akun | {(None, pk): (kode, nama) for pk, kode, nama in luar}


def _rantai(peta: PetaAtasan, akun: _Akun, tempat: Tempat | None, orang_id: int) -> list[Penjawab]:
    if tempat is None:
        return []
    return [
        Penjawab(satu.pegawai_id, satu.pejabat_luar_id, *akun[kunci], satu.jabatan)
        for satu in peta.rantai(unit_id=tempat.unit_id, memimpin=tempat.memimpin, pegawai_id=orang_id)
        if (kunci := (satu.pegawai_id, satu.pejabat_luar_id)) in akun
    ]


def rantai_atasan(pegawai_ids: Collection[int], tanggal: date | None = None) -> dict[int, list[Penjawab]]:
    """The line upward of each person on a day (today if not given); three queries for any number of people.

    Leaders without an active account are passed over: a request to them would wait for ever.
    """
    return baca(baca_rantai(pegawai_ids, peta_atasan(tanggal or hari_ini())))


def baca_rantai(
    pegawai_ids: Collection[int] | QuerySet[Any, Any], peta: PetaAtasan
) -> Bacaan[dict[int, list[Penjawab]]]:
    """``rantai_atasan`` on the day of ``peta``, in one step; from a query, only people who hold a post that day."""
    tempat, akun = yield from bersama([baca_tempat(pegawai_ids, peta.tanggal), _baca_akun_pemimpin(peta)])
    orang = tempat if isinstance(pegawai_ids, QuerySet) else pegawai_ids
    return {pk: _rantai(peta, akun, tempat.get(pk), pk) for pk in orang}


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


def permintaan_menunggu(pengguna: Siapa, *medan: str, peta: PetaAtasan | None = None) -> list[tuple[Any, ...]]:
    """The named fields of the open requests that this account may answer today, the most urgent first.

    Five queries at most.
    """
    if not pengguna.is_authenticated or not pengguna.is_active or not any(orang_akun(pengguna)):
        return []
    return baca(baca_permintaan_menunggu(pengguna, *medan, peta=peta or peta_atasan()))


def baca_permintaan_menunggu(pengguna: Pengguna, *medan: str, peta: PetaAtasan) -> Bacaan[list[tuple[Any, ...]]]:
    """``permintaan_menunggu`` of an active account and the ``peta`` of today, in two steps."""
    hari = peta.tanggal
    if not peta.dipimpin(*orang_akun(pengguna)):
        return []
    akun = yield from _baca_akun_pemimpin(peta)
    sampai = Q()
    for urut, jangkauan in _di_bawah_akun(pengguna, peta, akun).items():
        sampai |= Q(pegawai_id__in=jangkauan.penghuni(hari), tingkat__gte=urut)
    terbuka = PermintaanDukungan.objects.filter(sampai, status=StatusPermintaan.DIAJUKAN.value).exclude(
        pegawai__pengguna_id=pengguna.pk
    )
    baris, tempat = yield from bersama(
        [
            _baca_baris(terbuka.order_by("tenggat", "pk").values_list("pegawai_id", "tingkat", *medan)),
            baca_tempat(terbuka.order_by().values("pegawai_id"), hari),
        ]
    )
    return [
        tuple(isi)
        for pegawai_id, tingkat, *isi in baris
        if any(
            atasan.akun_id == pengguna.pk
            for atasan in _rantai(peta, akun, tempat.get(pegawai_id), pegawai_id)[: tingkat + 1]
        )
    ]


def _baca_baris(kueri: QuerySet[Any, Any]) -> Bacaan[Baris]:
    (baris,) = yield [kueri]
    return baris
