"""Who drafts and signs an agreement of a unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kinerja.enums import StatusPerjanjian
from kinerja.models import PerjanjianKinerja
from kinerja.permissions.atasan import boleh_mengelola, peta_atasan
from rakumpit.organisasi.models import PejabatLuar, Penugasan
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


@dataclass(frozen=True, slots=True)
class ParaPihak:
    """Head of the unit and official above on a day; None where nobody holds the post."""

    pertama: Pemegang | None
    kedua: Pemegang | None


def para_pihak(unit_id: int, tanggal: date | None = None) -> ParaPihak:
    """Both parties of an agreement that is signed on a day (today if not given); two queries."""
    peta = peta_atasan(tanggal)
    pemimpin = peta.pemimpin.get(unit_id, ())
    pertama = next((satu for satu in pemimpin if satu.pegawai_id is not None), None)
    kedua = peta.atasan(
        unit_id=unit_id, memimpin=True, pegawai_id=pertama.pegawai_id or 0 if pertama is not None else 0
    )
    return ParaPihak(pertama, kedua)


def memimpin_unit(pengguna: Siapa, unit_id: int) -> bool:
    """Holds the leading post of this unit today (definitive, Plt. or Plh.)."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return unit_id in Penugasan.objects.unit_dipimpin(pengguna, hari_ini())


def boleh_melihat_perencanaan(pengguna: Siapa) -> bool:
    """Opens the lists of agreements and the tree: people of the office, its superiors, pengelola and pemeriksa."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return bool(
        pengguna.pengelola
        or pengguna.pemeriksa
        or getattr(pengguna, "pegawai", None) is not None
        or getattr(pengguna, "pejabat_luar", None) is not None
    )


def boleh_mengubah_perjanjian(pengguna: Siapa, perjanjian: PerjanjianKinerja) -> bool:
    """Edits and signs a draft: who leads the unit today."""
    return perjanjian.status == StatusPerjanjian.DRAF.value and memimpin_unit(pengguna, perjanjian.unit_id)


def boleh_mencatat_perjanjian(pengguna: Siapa, perjanjian: PerjanjianKinerja) -> bool:
    """Records the signed paper of a draft: the pengelola, where the official above is outside and has no account."""
    if perjanjian.status != StatusPerjanjian.DRAF.value or not boleh_mengelola(pengguna):
        return False
    return pejabat_tanpa_akun(para_pihak(perjanjian.unit_id).kedua)


def pejabat_tanpa_akun(pemegang: Pemegang | None) -> bool:
    """An official outside the office who cannot act here: what he signed on paper is recorded by the pengelola."""
    if pemegang is None or pemegang.pejabat_luar_id is None:
        return False
    return not PejabatLuar.objects.filter(pk=pemegang.pejabat_luar_id, pengguna__is_active=True).exists()
