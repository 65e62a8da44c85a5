"""Who sets the predicate of a unit: whoever leads a unit above it today, never its own head.

The pimpinan of the level above sets it (PermenPANRB 6/2022 Pasal 24-25, as told by one press release). Higher ones may
too: the wali kota for a kecamatan whose next level is the Sekretaris Daerah.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kinerja.permissions.atasan import PetaAtasan, boleh_mengelola, orang_akun, peta_atasan
from rakumpit.organisasi.models import PejabatLuar, Pengguna
from rakumpit.organisasi.perhitungan import Pemegang

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def pemimpin_di_atas(unit_id: int, peta: PetaAtasan) -> Iterator[Pemegang]:
    """Leaders of the units above, the nearest first; acting holders before the definitive one."""
    dilewati: set[int] = set()
    kini = peta.induk.get(unit_id)
    while kini is not None and kini not in dilewati:
        dilewati.add(kini)
        yield from peta.pemimpin.get(kini, ())
        kini = peta.induk.get(kini)


def pejabat_capaian(pengguna: Siapa, unit_id: int) -> Pemegang | None:
    """The post by which this account sets the predicate of the unit today; None for everybody else."""
    if not isinstance(pengguna, Pengguna) or not pengguna.is_active:
        return None
    orang = orang_akun(pengguna)
    peta = peta_atasan()
    if not any(orang) or any(satu.adalah(*orang) for satu in peta.pemimpin.get(unit_id, ())):
        return None
    return next((satu for satu in pemimpin_di_atas(unit_id, peta) if satu.adalah(*orang)), None)


def pejabat_surat(pengguna: Siapa, unit_id: int) -> list[PejabatLuar]:
    """Officials outside the office without an account, whose letter about the unit the pengelola may record.

    None where the level above is inside the office: there the head of that level sets it in person.
    """
    if not boleh_mengelola(pengguna):
        return []
    atas = list(pemimpin_di_atas(unit_id, peta_atasan()))
    if not atas or atas[0].pejabat_luar_id is None:
        return []
    kunci = [satu.pejabat_luar_id for satu in atas if satu.pejabat_luar_id is not None]
    return list(PejabatLuar.objects.filter(pk__in=kunci).exclude(pengguna__is_active=True).order_by("nama"))
