"""Who is whose superior, and which units stand below whom: pure derivation from posts and dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pemegang:
    """Holder of a leading post on some date: exactly one of ``pegawai_id`` and ``pejabat_luar_id`` is set."""

    pegawai_id: int | None
    pejabat_luar_id: int | None
    jabatan: str
    sifat: str

    def adalah(self, pegawai_id: int | None, luar_id: int | None) -> bool:
        """Whether this is the person, or the outside official, with these keys."""
        if self.pegawai_id is not None:
            return self.pegawai_id == pegawai_id
        return self.pejabat_luar_id is not None and self.pejabat_luar_id == luar_id


def cari_atasan(
    *,
    unit_id: int,
    memimpin: bool,
    pegawai_id: int,
    induk: Mapping[int, int | None],
    pemimpin: Mapping[int, Sequence[Pemegang]],
) -> Pemegang | None:
    """Direct superior of a person who works in ``unit_id``: the nearest leader above, never the person itself.

    ``induk`` maps a unit to its parent; ``pemimpin`` maps a unit to the holders of its leading post on the date, in
    the order in which they act (delegated, Plh., Plt., definitive). A leader (``memimpin``) looks from the parent unit
    on. A vacant post is passed over upwards, so staff of a kelurahan section without head answer to the lurah (PP
    30/2019: the direct superior rates, at lowest a pejabat pengawas). None when nobody is above.
    """
    return cari_pemimpin(
        unit_id=induk.get(unit_id) if memimpin else unit_id,
        induk=induk,
        pemimpin=pemimpin,
        boleh=lambda satu: satu.pegawai_id != pegawai_id,
    )


def cari_pemimpin(
    *,
    unit_id: int | None,
    induk: Mapping[int, int | None],
    pemimpin: Mapping[int, Sequence[Pemegang]],
    boleh: Callable[[Pemegang], bool],
) -> Pemegang | None:
    """The nearest leader from ``unit_id`` upwards whom ``boleh`` accepts; None when nobody is left."""
    kini = unit_id
    dilewati: set[int] = set()
    while kini is not None and kini not in dilewati:
        dilewati.add(kini)
        for pemegang in pemimpin.get(kini, ()):
            if boleh(pemegang):
                return pemegang
        kini = induk.get(kini)
    return None


class Pohon:
    """The tree of units. ``induk`` maps a unit to its parent; parents that are not in the mapping end the way up."""

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

    def leluhur(self, unit: Iterable[int]) -> set[int]:
        """The given units and all above them."""
        hasil: set[int] = set()
        for awal in unit:
            satu: int | None = awal
            while satu is not None and satu not in hasil:
                hasil.add(satu)
                satu = self.induk.get(satu)
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
