"""Who issues, revokes and reads the certificates of own events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelatihan.permissions import boleh_mengelola, pemilik
from pelatihan.permissions.kegiatan import boleh_menyusun

if TYPE_CHECKING:
    from pelatihan.models import Kegiatan, SertifikatKegiatan
    from rakumpit.organisasi.models import Pengguna


def boleh_menerbitkan(pengguna: Pengguna, kegiatan: Kegiatan) -> bool:
    """Who may plan the event: attendance and test decide who gets a certificate, not the one who presses."""
    return boleh_menyusun(pengguna, kegiatan.unit_id)


def boleh_mencabut(pengguna: Pengguna, sertifikat: SertifikatKegiatan) -> bool:
    """The pengelola, and nobody for himself."""
    return boleh_mengelola(pengguna) and not pemilik(pengguna, sertifikat.pegawai)
