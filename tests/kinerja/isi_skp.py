"""Objects of the rights table about the parts and versions of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import SKP

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_skp(k: KantorBernama) -> None:
    """The head's own approved plan, which may be revised: no other plan of that person is open."""
    k.objek["skp_atasan"] = (SKP.objects.get(pegawai=k.kantor.kasi).uuid,)
