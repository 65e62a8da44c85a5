"""Who approves, edits and fills a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinerja.enums import STATUS_DISUNTING, JenisPeriode, StatusEvaluasi, StatusSKP
from kinerja.models import SKP, Evaluasi, Indikator
from kinerja.permissions.atasan import PetaAtasan, akun_pemegang, atasan_kini, baca_bawahan, bawahan_dari, orang_akun
from kinerja.querysets import SKPQuerySet
from rakumpit.bacaan import Bacaan
from rakumpit.organisasi.models import Pengguna
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
        and skp.status in {satu.value for satu in STATUS_DISUNTING}
    )


def boleh_menulis_ekspektasi(pengguna: Siapa, skp: SKP) -> bool:
    """Writes the expectations on the behaviour: the superior of today, until the year's evaluation is final."""
    if not pengguna.is_authenticated or not pengguna.is_active or skp.pegawai.pengguna_id == pengguna.pk:
        return False
    if skp.status not in {StatusSKP.DIAJUKAN.value, StatusSKP.DISETUJUI.value}:
        return False
    return akun_pemegang(atasan_kini(skp.pegawai)) == pengguna.pk and not _setahun_ditetapkan(skp)


def _setahun_ditetapkan(skp: SKP) -> bool:
    return Evaluasi.objects.filter(
        pegawai_id=skp.pegawai_id,
        terbaru=True,
        status=StatusEvaluasi.DITETAPKAN.value,
        periode__jenis=JenisPeriode.TAHUNAN.value,
        periode__mulai__lte=skp.selesai,
        periode__selesai__gte=skp.mulai,
    ).exists()


def boleh_mengajukan_perubahan(pengguna: Siapa, skp: SKP) -> bool:
    """Begins a revision: the owner of an approved plan, on one of its days."""
    return bool(
        pengguna.is_authenticated
        and pengguna.is_active
        and skp.pegawai.pengguna_id == pengguna.pk
        and skp.status == StatusSKP.DISETUJUI.value
        and skp.mulai <= hari_ini() <= skp.selesai
    )


def boleh_mengisi_realisasi(pengguna: Siapa, indikator: Indikator) -> bool:
    """Types what was reached: only the owner of the plan."""
    return bool(
        pengguna.is_authenticated and pengguna.is_active and indikator.rencana.skp.pegawai.pengguna_id == pengguna.pk
    )


def skp_menunggu_persetujuan(pengguna: Siapa, peta: PetaAtasan | None = None) -> SKPQuerySet:
    """Submitted plans that this account approves or returns today, by name; three queries to find whose."""
    if not pengguna.is_authenticated or not pengguna.is_active or not any(orang_akun(pengguna)):
        return SKP.objects.none()
    return _diajukan_kepada(pengguna, bawahan_dari(*orang_akun(pengguna), hari_ini(), peta)).select_related("pegawai")


def _diajukan_kepada(pengguna: Pengguna, bawahan: list[int]) -> SKPQuerySet:
    semua: SKPQuerySet = (
        SKP.objects.filter(status=StatusSKP.DIAJUKAN.value, pegawai_id__in=bawahan)
        .exclude(pegawai__pengguna_id=pengguna.pk)
        .order_by("pegawai__nama_urut", "pk")
    )
    return semua


def baca_skp_menunggu(pengguna: Pengguna, *medan: str, peta: PetaAtasan) -> Bacaan[list[tuple[Any, ...]]]:
    """The named fields of ``skp_menunggu_persetujuan`` of an active account, in two steps."""
    bawahan = yield from baca_bawahan(*orang_akun(pengguna), peta.tanggal, peta)
    (baris,) = yield [_diajukan_kepada(pengguna, bawahan).values_list(*medan)]
    return baris
