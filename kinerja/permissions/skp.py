"""Who approves, edits and fills a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Indikator
from kinerja.permissions.atasan import adalah, akun_pemegang, atasan_kini, orang_akun, peta_atasan
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Penugasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def boleh_menyetujui_skp(pengguna: Siapa, skp: SKP) -> bool:
    """Approves or returns a submitted plan: the superior derived today, and nobody else."""
    if not pengguna.is_authenticated or not pengguna.is_active or skp.pegawai.pengguna_id == pengguna.pk:
        return False
    return skp.status == StatusSKP.DIAJUKAN.value and akun_pemegang(atasan_kini(skp.pegawai)) == pengguna.pk


def boleh_mengubah_skp(pengguna: Siapa, skp: SKP) -> bool:
    """Edits and submits: the owner, while the plan is a draft or was returned."""
    return bool(
        pengguna.is_authenticated
        and pengguna.is_active
        and skp.pegawai.pengguna_id == pengguna.pk
        and skp.status in {StatusSKP.DRAF.value, StatusSKP.DIKEMBALIKAN.value}
    )


def boleh_mengisi_realisasi(pengguna: Siapa, indikator: Indikator) -> bool:
    """Types what was reached: only the owner of the plan."""
    return bool(
        pengguna.is_authenticated and pengguna.is_active and indikator.rencana.skp.pegawai.pengguna_id == pengguna.pk
    )


def skp_menunggu_persetujuan(pengguna: Siapa) -> list[SKP]:
    """Submitted plans that this account approves or returns today; a fixed number of queries."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return []
    pegawai_id, luar_id = orang_akun(pengguna)
    if pegawai_id is None and luar_id is None:
        return []
    diajukan = list(
        SKP.objects.filter(status=StatusSKP.DIAJUKAN.value)
        .exclude(pegawai__pengguna_id=pengguna.pk)
        .select_related("pegawai")
        .order_by("pegawai__nama_urut", "pk")
    )
    if not diajukan:
        return []
    hari = hari_ini()
    tempat: dict[int, tuple[bool, int, int, bool]] = {}
    for orang_id, pk, sifat, unit_id, pimpinan in (
        Penugasan.objects.pada(hari)
        .filter(pegawai_id__in=[satu.pegawai_id for satu in diajukan])
        .values_list("pegawai_id", "pk", "sifat", "jabatan__unit_id", "jabatan__memimpin")
    ):
        # The definitive post places a person, as in Pegawai.penugasan_pada.
        calon = (sifat != SifatPenugasan.DEFINITIF.value, pk, unit_id, pimpinan)
        tempat[orang_id] = min(tempat.get(orang_id, calon), calon)
    peta = peta_atasan(hari)
    hasil = []
    for skp in diajukan:
        if skp.pegawai_id not in tempat:
            continue
        _, _, unit_id, pimpinan = tempat[skp.pegawai_id]
        atasan = peta.atasan(unit_id=unit_id, memimpin=pimpinan, pegawai_id=skp.pegawai_id)
        if atasan is not None and adalah(atasan, pegawai_id, luar_id):
            hasil.append(skp)
    return hasil
