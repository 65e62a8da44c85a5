"""Whether number and word of an old letter belong together: a hint for who copies it, never a conversion."""

from __future__ import annotations

from decimal import Decimal

from kinerja.enums.arsip import LABEL_SKEMA_ARSIP, SkemaArsip
from kinerja.perhitungan.pilihan import LABEL_PREDIKAT_PP30
from kinerja.perhitungan.predikat import predikat_pp30
from kinerja.perhitungan.skema_lama import sebutan_2013
from rakumpit.angka import AngkaTidakSah, baca_angka


def sebutan_menurut_aturan(skema: SkemaArsip, nilai: Decimal) -> tuple[str, ...]:
    """Words that a rule has for a yearly value; none where its classes are not known or it has no number.

    PP 30/2019 has two from 110 on: Sangat Baik also needs a new idea, of which the number says nothing.
    """
    if skema is SkemaArsip.PP_46_2011:
        return (sebutan_2013(nilai),)
    if skema is SkemaArsip.PP_30_2019:
        return tuple(dict.fromkeys(LABEL_PREDIKAT_PP30[predikat_pp30(nilai, ide)] for ide in (True, False)))
    return ()


def peringatan_sebutan(skema: str, nilai: str, sebutan: str) -> str:
    """A sentence when the printed word is another than the rule has for the printed number; "" when all is well.

    Also "" where there is nothing to compare, or the number is not written as one.
    """
    try:
        angka = baca_angka(nilai)
    except AngkaTidakSah:
        return ""
    if not sebutan.strip() or angka < 0 or skema not in set(SkemaArsip):
        return ""
    aturan = SkemaArsip(skema)
    benar = sebutan_menurut_aturan(aturan, angka)
    if not benar or " ".join(sebutan.split()).casefold() in {satu.casefold() for satu in benar}:
        return ""
    return (
        f"Menurut {LABEL_SKEMA_ARSIP[aturan]}, nilai {nilai.strip()} bersebutan {' atau '.join(benar)}, sedangkan "
        f"tertulis {sebutan.strip()}. Cocokkan lagi dengan dokumennya."
    )
