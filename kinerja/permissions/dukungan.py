"""Who answers a request for support."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kinerja.enums import StatusPermintaan
from kinerja.models import PermintaanDukungan
from kinerja.permissions.atasan import peta_atasan, tempat_pada
from rakumpit.organisasi.models import Pegawai, PejabatLuar
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


def rantai_atasan(pegawai_ids: Collection[int], tanggal: date | None = None) -> dict[int, list[Penjawab]]:
    """The line upward of each person on a day (today if not given); five queries for any number of people.

    Leaders without an active account are passed over: a request to them would wait for ever.
    """
    hari = tanggal or hari_ini()
    tempat = tempat_pada(pegawai_ids, hari)
    peta = peta_atasan(hari)
    pemegang = [satu for semua in peta.pemimpin.values() for satu in semua]
    akun = {
        (pk, None): (akun_id, nama)
        for pk, akun_id, nama in Pegawai.objects.filter(
            pk__in=[satu.pegawai_id for satu in pemegang], pengguna__is_active=True
        ).values_list("pk", "pengguna_id", "nama")
    } | {
        (None, pk): (akun_id, nama)
        for pk, akun_id, nama in PejabatLuar.objects.filter(
            pk__in=[satu.pejabat_luar_id for satu in pemegang], pengguna__is_active=True
        ).values_list("pk", "pengguna_id", "nama")
    }
    hasil: dict[int, list[Penjawab]] = {}
    for orang_id in pegawai_ids:
        satu_tempat = tempat.get(orang_id)
        rantai = (
            peta.rantai(unit_id=satu_tempat.unit_id, memimpin=satu_tempat.memimpin, pegawai_id=orang_id)
            if satu_tempat is not None
            else []
        )
        hasil[orang_id] = [
            Penjawab(satu.pegawai_id, satu.pejabat_luar_id, *akun[kunci], satu.jabatan)
            for satu in rantai
            if (kunci := (satu.pegawai_id, satu.pejabat_luar_id)) in akun
        ]
    return hasil


def boleh_menjawab(pengguna: Siapa, permintaan: PermintaanDukungan) -> bool:
    """Answers: every leader of today's line from the direct superior to the level that the request has reached."""
    if not pengguna.is_authenticated or not pengguna.is_active or permintaan.pegawai.pengguna_id == pengguna.pk:
        return False
    rantai = rantai_atasan([permintaan.pegawai_id])[permintaan.pegawai_id]
    return any(satu.akun_id == pengguna.pk for satu in rantai[: permintaan.tingkat + 1])


def permintaan_menunggu(pengguna: Siapa) -> list[PermintaanDukungan]:
    """Open requests that this account may answer today, the most urgent first; a fixed number of queries."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return []
    terbuka = list(
        PermintaanDukungan.objects.filter(status=StatusPermintaan.DIAJUKAN.value)
        .exclude(pegawai__pengguna_id=pengguna.pk)
        .select_related("pegawai")
        .order_by("tenggat", "pk")
    )
    if not terbuka:
        return []
    rantai = rantai_atasan({satu.pegawai_id for satu in terbuka})
    return [
        satu
        for satu in terbuka
        if any(atasan.akun_id == pengguna.pk for atasan in rantai[satu.pegawai_id][: satu.tingkat + 1])
    ]
