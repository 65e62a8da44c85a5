"""Who reads a page that gathers from everywhere, with what all of its parts need to know of today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rakumpit.bacaan import Bacaan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang, Pohon
from rakumpit.organisasi.querysets import susun_pemimpin


@dataclass(frozen=True)
class Pembaca:
    """An active account with the tree of units and the leaders of ``hari``: read once, passed on to everybody."""

    pengguna: Pengguna
    hari: date
    induk: Mapping[int, int | None]
    pemimpin: Mapping[int, Sequence[Pemegang]]

    @property
    def pegawai(self) -> Pegawai | None:
        return getattr(self.pengguna, "pegawai", None)

    @property
    def pejabat_luar(self) -> PejabatLuar | None:
        return getattr(self.pengguna, "pejabat_luar", None)

    @property
    def orang(self) -> tuple[int | None, int | None]:
        """Keys of the person and of the outside official behind the account."""
        return getattr(self.pegawai, "pk", None), getattr(self.pejabat_luar, "pk", None)

    @cached_property
    def dipimpin(self) -> set[int]:
        """Units that the reader leads today."""
        return {pk for pk, semua in self.pemimpin.items() if any(satu.adalah(*self.orang) for satu in semua)}

    @cached_property
    def di_bawah(self) -> set[int]:
        """Those units and all below them."""
        return Pohon(self.induk).turunan(self.dipimpin)


def baca_pembaca(pengguna: Pengguna, hari: date) -> Bacaan[Pembaca]:
    """One step."""
    induk, pemimpin = yield [
        UnitKerja.objects.order_by().values_list("pk", "induk_id"),
        Penugasan.objects.baris_pemimpin(hari),
    ]
    return Pembaca(pengguna, hari, dict(induk), susun_pemimpin(pemimpin))
