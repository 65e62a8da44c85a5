"""Who does what with a training event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelatihan.permissions import boleh_mengelola
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from pelatihan.models import Kegiatan


def memimpin_unit(pengguna: Pengguna, unit_id: int) -> bool:
    """Whether the account leads the unit or one above it today."""
    return unit_id in UnitKerja.objects.turunan_id(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))


def boleh_menyusun(pengguna: Pengguna | AnonymousUser, unit_id: int) -> bool:
    """Plan, change, open, put off, call off the unit's events: the pengelola, and who leads it or one above it."""
    if not isinstance(pengguna, Pengguna) or not pengguna.is_active:
        return False
    return boleh_mengelola(pengguna) or memimpin_unit(pengguna, unit_id)


def bukan_pengusul(pengguna: Pengguna, kegiatan: Kegiatan) -> bool:
    """Neither who wrote nor who proposed it."""
    return pengguna.pk not in {kegiatan.dibuat_oleh_id, kegiatan.diusulkan_oleh_id}


def boleh_menyetujui(pengguna: Pengguna, kegiatan: Kegiatan) -> bool:
    """One of those who may plan it, but neither who wrote nor who proposed it."""
    return bukan_pengusul(pengguna, kegiatan) and boleh_menyusun(pengguna, kegiatan.unit_id)


def unit_disusun(pengguna: Pengguna) -> QuerySet[UnitKerja]:
    """Active units for which the account may plan events."""
    semua = UnitKerja.objects.filter(aktif=True).order_by("nama", "pk")
    if boleh_mengelola(pengguna):
        return semua
    return semua.filter(pk__in=UnitKerja.objects.turunan_id(Penugasan.objects.unit_dipimpin(pengguna, hari_ini())))
