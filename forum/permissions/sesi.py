"""Who may do what with a session of the forum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rakumpit.organisasi.models import Penugasan, UnitKerja
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from rakumpit.organisasi.models import Pengguna


def memimpin_unit(pengguna: Pengguna | AnonymousUser, unit_id: int) -> bool:
    """Whether the account leads the unit or one above it today."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return unit_id in UnitKerja.objects.turunan_id(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))


def boleh_menyelenggarakan(pengguna: Pengguna | AnonymousUser, unit_id: int) -> bool:
    """Plan, invite, open, put off, call off: the pengelola, and who leads the unit or one above it."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return bool(pengguna.pengelola) or memimpin_unit(pengguna, unit_id)


def boleh_mencatat(pengguna: Pengguna | AnonymousUser, unit_id: int) -> bool:
    """Write down who came and what was said: organisers, and who works in the unit."""
    if boleh_menyelenggarakan(pengguna, unit_id):
        return True
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    kini = Penugasan.objects.pada(hari_ini())
    return bool(kini.filter(pegawai__pengguna=pengguna, jabatan__unit_id=unit_id).exists())


def boleh_menandatangani(pengguna: Pengguna | AnonymousUser, unit_id: int) -> bool:
    """Sign for the organiser: who leads the unit or one above it; a role alone signs nothing."""
    return memimpin_unit(pengguna, unit_id)


def unit_diselenggarakan(pengguna: Pengguna | AnonymousUser) -> QuerySet[UnitKerja]:
    """Active units for which the account may plan sessions."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return UnitKerja.objects.none()
    semua = UnitKerja.objects.filter(aktif=True).order_by("nama", "pk")
    if pengguna.pengelola:
        return semua
    return semua.filter(pk__in=UnitKerja.objects.turunan_id(Penugasan.objects.unit_dipimpin(pengguna, hari_ini())))
