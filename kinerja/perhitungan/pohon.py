"""The tree of units: who stands below whom. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Pohon:
    """``induk`` maps a unit to its parent; parents that are not in the mapping end the way up."""

    def __init__(self, induk: Mapping[int, int | None]) -> None:
        self.induk = induk
        self._anak: dict[int, list[int]] = {}
        for unit, atas in induk.items():
            if atas is not None:
                self._anak.setdefault(atas, []).append(unit)

    def anak(self, unit: int) -> list[int]:
        """Units directly below."""
        return self._anak.get(unit, [])

    def turunan(self, akar: Iterable[int]) -> set[int]:
        """The given units and all below them."""
        hasil: set[int] = set()
        sisa = [unit for unit in akar if unit in self.induk]
        while sisa:
            unit = sisa.pop()
            if unit not in hasil:
                hasil.add(unit)
                sisa += self.anak(unit)
        return hasil

    def cabang(self, akar: int) -> dict[int, int]:
        """Unit at or below ``akar`` -> the branch to which it belongs: a unit directly below, or ``akar`` itself."""
        hasil = {akar: akar}
        for anak in self.anak(akar):
            hasil |= dict.fromkeys(self.turunan([anak]), anak)
        return hasil

    def teratas(self, unit: Iterable[int]) -> list[int]:
        """Those of the given units that stand below none of the others, in the order given."""
        semua = list(unit)
        bawah = {satu for atas in semua for satu in self.turunan(self.anak(atas))}
        return [satu for satu in semua if satu not in bawah]
