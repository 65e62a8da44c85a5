"""What a state machine of the table of rights is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models.expressions import Combinable


@dataclass(frozen=True, slots=True)
class Benda:
    """One kind of row in a machine: the machine's own, or a part of it.

    ``objek``: names of the objects, with ``{}`` for the state's word; ``khusus`` names those that are called otherwise.
    ``keadaan``: lookup from ``model`` to the state, or an expression where no column holds it. ``medan``: lookups of
    the arguments of the address, of the first ones where there are fewer.
    """

    objek: str
    model: str
    aksi: tuple[str, ...]
    keadaan: str | Combinable = "status"
    khusus: Mapping[StrEnum, str] = field(default_factory=dict)
    medan: tuple[str, ...] = ("uuid",)

    @property
    def ruang(self) -> str:
        """Namespace of the addresses of its actions."""
        app = self.model.split(".")[0]
        return app if app in {"survei", "forum", "pelatihan"} else "kinerja"


@dataclass(frozen=True, slots=True)
class Mesin:
    """States with the word by which their objects are named, and the rows on which pages act."""

    kata: Mapping[StrEnum, str]
    status: type[StrEnum]
    benda: tuple[Benda, ...]

    def objek(self, benda: Benda, status: StrEnum) -> str:
        return benda.khusus.get(status) or benda.objek.format(self.kata[status])

    def pasangan(self) -> Iterator[tuple[Benda, StrEnum, str]]:
        """Each kind of row in each state, with the name of its object."""
        for benda in self.benda:
            for status in self.kata:
                yield benda, status, self.objek(benda, status)
