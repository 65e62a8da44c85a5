"""Who changes evidence; who reads it is ``BuktiQuerySet.terlihat_oleh``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import Bukti

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def pemilik_bukti(pengguna: Siapa, bukti: Bukti) -> bool:
    """Voids a piece of evidence: only the person whose evidence it is."""
    return bool(pengguna.is_authenticated and pengguna.is_active and bukti.pegawai.pengguna_id == pengguna.pk)
