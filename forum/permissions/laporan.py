"""Who may do what with a citizen's report; what one sees is ``Laporan.objects.terlihat_oleh``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rakumpit.organisasi.models import Penugasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from forum.models import Laporan
    from rakumpit.organisasi.models import Pengguna


def boleh_mengelola_laporan(pengguna: Pengguna | AnonymousUser) -> bool:
    """Examine, forward, set aside; open an identity: the pengelola as administrator of complaints."""
    return bool(pengguna.is_authenticated and pengguna.is_active and getattr(pengguna, "pengelola", False))


def diadukan(pengguna: Pengguna | AnonymousUser, laporan: Laporan) -> bool:
    """Whether the complaint is about this person, who then takes no step of it and does not read it."""
    return laporan.terlapor is not None and laporan.terlapor.pengguna_id == pengguna.pk


def boleh_menangani(pengguna: Pengguna | AnonymousUser, laporan: Laporan) -> bool:
    """Work on a report and answer it: the person it was forwarded to, and who leads that unit today."""
    if not pengguna.is_authenticated or not pengguna.is_active or laporan.penangan_id is None:
        return False
    if diadukan(pengguna, laporan):
        return False
    if laporan.penangan is not None and laporan.penangan.pengguna_id == pengguna.pk:
        return True
    return laporan.unit_id in Penugasan.objects.unit_dipimpin(pengguna, hari_ini())


def boleh_menutup(pengguna: Pengguna | AnonymousUser, laporan: Laporan) -> bool:
    """Close an answered report: who handles it, or the pengelola."""
    return boleh_mengelola_laporan(pengguna) or boleh_menangani(pengguna, laporan)


def boleh_membaca_ukuran(pengguna: Pengguna | AnonymousUser) -> bool:
    """The monthly measures of the whole office: the pengelola, the pemeriksa, and whoever leads a unit."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    if getattr(pengguna, "pengelola", False) or getattr(pengguna, "pemeriksa", False):
        return True
    return bool(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))
