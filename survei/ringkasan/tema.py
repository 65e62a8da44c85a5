"""Themes of a survey's suggestions with their counts."""

from __future__ import annotations

from dataclasses import dataclass

from survei.models import HitunganTema, KutipanSaran, Survei
from survei.perhitungan import SEL_MINIMUM


@dataclass(frozen=True, slots=True)
class TemaTercatat:
    """A theme with the number of suggestions about it, and the sentences that were edited for the public."""

    nama: str
    jumlah: int
    kutipan: tuple[str, ...] = ()


def tema_umum(survei: Survei) -> list[TemaTercatat]:
    """Themes that the public may see: those of at least ``SEL_MINIMUM`` suggestions, the most frequent first.

    Smaller ones are left out without a trace: a suggestion may have several themes, so no sum gives them away. Two
    queries.
    """
    hitungan = HitunganTema.objects.filter(survei=survei, jumlah__gte=SEL_MINIMUM).select_related("tema")
    kutipan: dict[int, list[str]] = {}
    for satu in KutipanSaran.objects.filter(survei=survei, ditarik_pada__isnull=True).order_by("terbit_pada", "pk"):
        kutipan.setdefault(satu.tema_id, []).append(satu.teks)
    return [
        TemaTercatat(satu.tema.nama, satu.jumlah, tuple(kutipan.get(satu.tema_id, ())))
        for satu in hitungan.order_by("-jumlah", "tema__nama")
    ]
