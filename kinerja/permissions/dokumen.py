"""Who has an official document issued; whoever may read the row may look at its preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import SKP, Evaluasi
from kinerja.permissions.atasan import PetaAtasan, akun_pemegang, atasan_kini, boleh_mengelola
from kinerja.permissions.evaluasi import boleh_memutuskan

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def boleh_menerbitkan_skp(pengguna: Siapa, skp: SKP) -> bool:
    """The owner, the official who approved it or stands above the owner today, and the pengelola."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    penilai = skp.penilai or skp.penilai_luar
    pihak = {skp.pegawai.pengguna_id, penilai.pengguna_id if penilai else None}
    return pengguna.pk in pihak or boleh_mengelola(pengguna) or akun_pemegang(atasan_kini(skp.pegawai)) == pengguna.pk


def boleh_menerbitkan_evaluasi(pengguna: Siapa, evaluasi: Evaluasi, peta: PetaAtasan | None = None) -> bool:
    """The person rated, the official of the row or who decides on it today, and the pengelola."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    penilai = evaluasi.penilai or evaluasi.penilai_luar
    pihak = {evaluasi.pegawai.pengguna_id, penilai.pengguna_id if penilai else None}
    return pengguna.pk in pihak or boleh_mengelola(pengguna) or boleh_memutuskan(pengguna, evaluasi, peta)
