"""Whose figures an account may read.

Figures of a unit are counts, never names. Leaders read the units that they lead today and all below them; the
pengelola and the pemeriksa read every office (kecamatan) with its units.

Predicates say something about a person as soon as the group is small. So they are counted only for readers who may
open the single results anyway (leaders, pengelola). Others, the pemeriksa, see them for a whole office alone and from
``PilihanKantor.minimal_sebaran`` people on: smaller groups could be worked out by taking one unit's counts from
another's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pohon
from rakumpit.waktu import hari_ini


@dataclass(frozen=True, slots=True)
class LingkupUnit:
    """``akar``: where the reader begins; ``dibaca``: all units that may be opened; ``rinci``: of which predicates are
    counted whatever the size."""

    akar: tuple[int, ...]
    dibaca: frozenset[int]
    rinci: frozenset[int]

    def boleh_sebaran(self, unit_id: int, jumlah: int, minimum: int) -> bool:
        """Whether the predicates of ``jumlah`` people of a unit are shown to this reader; ``minimum``: the office's."""
        return unit_id in self.rinci or (unit_id in self.akar and jumlah >= minimum)


def lingkup_unit(pengguna: Pengguna, unit: Iterable[UnitKerja]) -> LingkupUnit:
    """Units that this account may read, of all units given; one query. Empty for everybody else."""
    semua = list(unit)
    pohon = Pohon({satu.pk: satu.induk_id for satu in semua})
    dipimpin = Penugasan.objects.unit_dipimpin(pengguna, hari_ini()) if pengguna.is_active else []
    rinci = pohon.turunan(dipimpin)
    akar = pohon.teratas(dipimpin)
    if pengguna.is_active and (pengguna.pengelola or pengguna.pemeriksa):
        kantor = [satu.pk for satu in semua if satu.jenis == JenisUnit.KECAMATAN.value]
        akar = pohon.teratas([*akar, *(kantor or [satu.pk for satu in semua if satu.induk_id is None])])
    dibaca = pohon.turunan(akar)
    return LingkupUnit(tuple(akar), frozenset(dibaca), frozenset(dibaca if pengguna.pengelola else rinci))
