"""Who may do what with an action of the forum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forum.permissions.sesi import boleh_menyelenggarakan, memimpin_unit

if TYPE_CHECKING:
    from forum.models import AksiForum
    from rakumpit.organisasi.models import Pengguna


def boleh_mengerjakan_aksi(pengguna: Pengguna, aksi: AksiForum) -> bool:
    """Begin, report, claim, put off: who holds the post in charge today, and who leads its unit or one above it."""
    if not pengguna.is_active:
        return False
    dijabat = type(aksi).objects.filter(pk=aksi.pk).dikerjakan_oleh(pengguna).exists()
    return bool(dijabat or memimpin_unit(pengguna, aksi.penanggung_jawab.unit_id))


def boleh_memverifikasi_aksi(pengguna: Pengguna, aksi: AksiForum) -> bool:
    """See with own eyes that it is done: who leads the unit of the post or one above it, never who claimed it (F05)."""
    return aksi.diklaim_oleh_id != pengguna.pk and memimpin_unit(pengguna, aksi.penanggung_jawab.unit_id)


def boleh_meminta_wakil(pengguna: Pengguna, aksi: AksiForum) -> bool:
    """Hand the link to a citizen: an organiser of the session who did not claim, so that nobody looks for himself."""
    return aksi.diklaim_oleh_id != pengguna.pk and boleh_menyelenggarakan(pengguna, aksi.kesepakatan.sesi.unit_id)
