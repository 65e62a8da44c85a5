"""Who answers a report of wrong data.

Any pengelola but the person who reported. Once a report was raised, the head of the office of that person may answer
too: the highest leader within the office in the line upward of today, or for the head himself the first official above.
A person without a superior on record, which is itself what such reports are about, is answered for by whoever leads a
kecamatan today.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from kinerja.enums.laporan_data import StatusLaporanData
from kinerja.models import LaporanData
from kinerja.permissions.atasan import PetaAtasan, boleh_mengelola, memimpin, peta_atasan
from kinerja.permissions.dukungan import baca_rantai
from rakumpit.bacaan import Bacaan, baca, bersama
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Pengguna, Penugasan

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def pengelola_lain(pengguna_id: int | None) -> list[int]:
    """Active accounts of pengelola other than this one."""
    semua = Pengguna.objects.filter(pengelola=True, is_active=True).order_by("pk").values_list("pk", flat=True)
    return [pk for pk in semua if pk != pengguna_id]


def pimpinan_kantor(pegawai_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Active accounts of the head of the office of each person today; three queries for any number of people."""
    return baca(baca_pimpinan_kantor(pegawai_ids, peta_atasan()))


def baca_pimpinan_kantor(pegawai_ids: Collection[int], peta: PetaAtasan) -> Bacaan[dict[int, frozenset[int]]]:
    """``pimpinan_kantor`` in one step, with the ``peta`` of today."""
    semua, camat = yield from bersama([baca_rantai(pegawai_ids, peta), _baca_camat(peta.tanggal)])
    hasil: dict[int, frozenset[int]] = {}
    for pk, rantai in semua.items():
        di_dalam = [satu.akun_id for satu in rantai if satu.pegawai_id is not None]
        if di_dalam:
            hasil[pk] = frozenset(di_dalam[-1:])
        elif rantai:
            hasil[pk] = frozenset({rantai[0].akun_id})
        else:
            hasil[pk] = camat
    return hasil


def _baca_camat(hari: date) -> Bacaan[frozenset[int]]:
    memimpin_kecamatan = Penugasan.objects.pada(hari).filter(
        jabatan__memimpin=True, jabatan__unit__jenis=JenisUnit.KECAMATAN.value, pegawai__pengguna__is_active=True
    )
    (baris,) = yield [memimpin_kecamatan.order_by().values_list("pegawai__pengguna_id")]
    return frozenset(akun_id for (akun_id,) in baris)


def boleh_menjawab_laporan(pengguna: Siapa, laporan: LaporanData) -> bool:
    """A pengelola, after it was raised also the head of the office; never the person who reported."""
    if not pengguna.is_authenticated or not pengguna.is_active or laporan.pegawai.pengguna_id == pengguna.pk:
        return False
    if boleh_mengelola(pengguna):
        return True
    return laporan.dinaikkan and pengguna.pk in pimpinan_kantor([laporan.pegawai_id])[laporan.pegawai_id]


def boleh_membaca_laporan(pengguna: Siapa, laporan: LaporanData) -> bool:
    """The person who reported, and who may answer it."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return laporan.pegawai.pengguna_id == pengguna.pk or boleh_menjawab_laporan(pengguna, laporan)


def laporan_dinaikkan_untuk(pengguna: Siapa) -> list[int]:
    """Keys of the raised reports, answered ones too, whose person has this account as head of the office today."""
    if not pengguna.is_authenticated or not memimpin(pengguna):
        return []
    naik = list(
        LaporanData.objects.filter(dinaikkan=True)
        .exclude(pegawai__pengguna_id=pengguna.pk)
        .exclude(status=StatusLaporanData.DICABUT.value)
        .order_by()
        .values_list("pk", "pegawai_id")
    )
    kepala = pimpinan_kantor({satu[1] for satu in naik}) if naik else {}
    return [pk for pk, pegawai_id in naik if pengguna.pk in kepala[pegawai_id]]
