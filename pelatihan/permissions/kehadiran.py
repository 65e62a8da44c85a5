"""Who takes down attendance, and who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelatihan.perhitungan.kehadiran import BERPESERTA
from pelatihan.permissions import boleh_mengelola, pemilik
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from pelatihan.models import Kegiatan, Pendaftaran


def boleh_mencatat(pengguna: Pengguna, kegiatan: Kegiatan) -> bool:
    """The organiser: the pengelola, who leads the unit or one above it, and who works in the unit."""
    if not pengguna.is_active:
        return False
    if boleh_mengelola(pengguna):
        return True
    hari = hari_ini()
    if kegiatan.unit_id in UnitKerja.objects.turunan_id(Penugasan.objects.unit_dipimpin(pengguna, hari)):
        return True
    return Penugasan.objects.pada(hari).filter(pegawai__pengguna=pengguna, jabatan__unit=kegiatan.unit_id).exists()


def boleh_menghadirkan(pengguna: Pengguna, pendaftaran: Pendaftaran) -> bool:
    """The organiser, and nobody for himself: he uses the code on the screen as everybody does."""
    return boleh_mencatat(pengguna, pendaftaran.kegiatan) and not pemilik(pengguna, pendaftaran.pegawai)


def pendaftaran_sendiri(pengguna: Pengguna, kegiatan: Kegiatan) -> Pendaftaran | None:
    """The seat of this account in the event; None without one."""
    baris: Pendaftaran | None = (
        kegiatan.pendaftaran.filter(pegawai__pengguna=pengguna, status__in=[satu.value for satu in BERPESERTA])
        .select_related("pegawai")
        .first()
    )
    return baris
