"""Who writes daily notes; who reads them is ``CatatanHarianQuerySet.terlihat_oleh``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import CatatanHarian

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def pemilik_catatan(pengguna: Siapa, catatan: CatatanHarian) -> bool:
    """Changes and voids a note: only the person whose work it tells."""
    return bool(pengguna.is_authenticated and pengguna.is_active and catatan.pegawai.pengguna_id == pengguna.pk)
