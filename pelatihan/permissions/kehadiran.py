"""Who takes down attendance, and who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.crypto import salted_hmac

from pelatihan.perhitungan.kehadiran import BERPESERTA
from pelatihan.permissions import pemilik
from pelatihan.permissions.kegiatan import boleh_menyusun
from rakumpit.organisasi.models import Pengguna, Penugasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from pelatihan.models import Kegiatan, Pendaftaran


def boleh_mencatat(pengguna: Pengguna, kegiatan: Kegiatan) -> bool:
    """The organiser: who may plan the event, and who works in the unit."""
    if boleh_menyusun(pengguna, kegiatan.unit_id):
        return True
    kini = Penugasan.objects.pada(hari_ini())
    return pengguna.is_active and kini.filter(pegawai__pengguna=pengguna, jabatan__unit=kegiatan.unit_id).exists()


def boleh_menghadirkan(pengguna: Pengguna, pendaftaran: Pendaftaran) -> bool:
    """The organiser, and nobody for himself: he uses the code on the screen as everybody does."""
    return boleh_mencatat(pengguna, pendaftaran.kegiatan) and not pemilik(pengguna, pendaftaran.pegawai)


def pendaftaran_sendiri(pengguna: Pengguna, kegiatan: Kegiatan) -> Pendaftaran | None:
    """The seat of this account in the event; None without one."""
    baris: Pendaftaran | None = (
        kegiatan.pendaftaran.filter(pegawai__pengguna=pengguna, status__in=[satu.value for satu in BERPESERTA])
        .select_related("pegawai", "kegiatan")
        .first()
    )
    return baris


def tanda_peserta(kode: UUID) -> str:
    """Keyed digest of a registration's code: 64 hexadecimal digits that name nobody without the key of the site."""
    return salted_hmac("pelatihan.umpan_balik", str(kode), algorithm="sha256").hexdigest()


def boleh_membaca_umpan_balik(pengguna: Pengguna, kegiatan: Kegiatan) -> bool:
    """The organiser, and who spoke in the event."""
    return boleh_mencatat(pengguna, kegiatan) or (
        pengguna.is_active and kegiatan.sesi.filter(pembicara__narasumber__pegawai__pengguna=pengguna).exists()
    )
