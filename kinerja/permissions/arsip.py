"""Who keeps and who reads results of older schemes.

The pengelola records them from letters, never the own ones; the person, everybody who leads a unit above today and the
pengelola read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.permissions.atasan import boleh_mengelola
from rakumpit.organisasi.models import Pegawai, Pengguna

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    Siapa = Pengguna | AnonymousUser


def boleh_mencatat_arsip(pengguna: Siapa, pegawai: Pegawai) -> bool:
    """Records and voids: the pengelola, for everybody else."""
    return boleh_mengelola(pengguna) and pegawai.pengguna_id != pengguna.pk


def boleh_membaca_arsip(pengguna: Siapa, pegawai: Pegawai) -> bool:
    """The person, leaders above, the pengelola; the pemeriksa reads no single results. At most three queries."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    if pegawai.pengguna_id == pengguna.pk or boleh_mengelola(pengguna):
        return True
    # The pemeriksa sees every person, but not what anybody was given.
    return (
        not getattr(pengguna, "pemeriksa", False)
        and Pegawai.objects.terlihat_oleh(pengguna).filter(pk=pegawai.pk).exists()
    )
