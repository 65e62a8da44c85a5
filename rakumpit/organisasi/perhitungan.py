"""Who is whose superior: pure derivation from posts and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pemegang:
    """Holder of a leading post on some date: exactly one of ``pegawai_id`` and ``pejabat_luar_id`` is set."""

    pegawai_id: int | None
    pejabat_luar_id: int | None
    jabatan: str
    sifat: str


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
