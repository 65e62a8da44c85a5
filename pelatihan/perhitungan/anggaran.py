"""Plan against actual of an event's budget. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rakumpit.angka import bulatkan


@dataclass(frozen=True, slots=True)
class RingkasAnggaran:
    """``realisasi`` is of the lines that have one; ``belum`` counts the others. Costs are by the actual sum once every
    line has one, by the plan before; None: nothing to divide by, or no line."""

    rencana: Decimal
    realisasi: Decimal | None
    belum: int
    pagu: Decimal | None
    lebih: Decimal
    per_peserta: Decimal | None
    per_jp: Decimal | None

    @property
    def menurut_rencana(self) -> bool:
        return self.belum > 0


def ringkas_anggaran(
    baris: Sequence[tuple[Decimal, Decimal | None]], *, pagu: Decimal | None, peserta: int, jp: Decimal | None
) -> RingkasAnggaran | None:
    """Sums of the lines (plan, actual); None for an event without a budget, which is as good as any other."""
    if not baris:
        return None
    rencana = sum((satu for satu, _ in baris), Decimal(0))
    ada = [satu for _, satu in baris if satu is not None]
    realisasi = sum(ada, Decimal(0)) if ada else None
    belum = len(baris) - len(ada)
    biaya = rencana if realisasi is None or belum else realisasi
    # Over the ceiling by whichever is larger: a plan that is too dear, or a bill that was.
    lebih = Decimal(0) if pagu is None else max(Decimal(0), max(rencana, realisasi or Decimal(0)) - pagu)
    return RingkasAnggaran(
        rencana=rencana,
        realisasi=realisasi,
        belum=belum,
        pagu=pagu,
        lebih=lebih,
        per_peserta=bulatkan(biaya / peserta, 0) if peserta else None,
        per_jp=bulatkan(biaya / jp, 0) if jp else None,
    )
