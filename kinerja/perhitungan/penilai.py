"""Whose behaviour ratings count when a person had several superiors in one period. Pure.

The official of the person's last day in the period rates; who was superior earlier only recommends. PermenPANRB 8/2021
forbade a superior of under one month to rate behaviour and let the one before do it (secondary source); whether
PermenPANRB 6/2022 keeps that could not be read, so the number of days is a value of the rule table (0: no such limit)
and the rule is marked as not checked with the regulation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

# Key of a rater: (pegawai, pejabat luar), exactly one of them set.
Kunci = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class MasaAtasan:
    """Days ``mulai`` … ``selesai`` (both included) on which one official was the person's superior."""

    penilai: Kunci
    mulai: date
    selesai: date

    @property
    def hari(self) -> int:
        return (self.selesai - self.mulai).days + 1


@dataclass(frozen=True, slots=True)
class PilihanPenilai:
    """``penilai`` is whose ratings count (None: nobody who may has rated), ``dasar`` the reason in words."""

    penilai: Kunci | None
    dasar: str


def pilih_penilai(masa: Sequence[MasaAtasan], menilai: Mapping[Kunci, datetime], hari_minimal: int) -> PilihanPenilai:
    """Choose among those who rated (rater -> time of the newest rating).

    ``masa`` are the superiors of the person's days in the period, in order. Ratings of somebody who was superior on
    none of these days are those of a successor: the right to rate passed on after the period (``permissions``).
    """
    pengganti = sorted(set(menilai) - {satu.penilai for satu in masa}, key=lambda satu: menilai[satu], reverse=True)
    akhir = masa[-1] if masa else None
    sebelum = next((satu for satu in reversed(masa) if akhir is not None and satu.penilai != akhir.penilai), None)
    if akhir is not None and sebelum is not None and akhir.hari < hari_minimal and sebelum.penilai in menilai:
        dasar = f"atasan pada hari terakhir baru {akhir.hari} hari menjabat, paling sedikit {hari_minimal} hari"
        return PilihanPenilai(sebelum.penilai, dasar)
    if akhir is not None and akhir.penilai in menilai:
        return PilihanPenilai(akhir.penilai, "atasan pada hari terakhir dalam periode")
    if pengganti:
        return PilihanPenilai(pengganti[0], "pengganti atasan yang tidak lagi menjabat")
    return PilihanPenilai(None, "atasan pada hari terakhir belum menilai")


def susun_masa(bagian: Sequence[MasaAtasan]) -> list[MasaAtasan]:
    """Join neighbouring stretches of the same superior; the input is in order and has no overlaps."""
    hasil: list[MasaAtasan] = []
    for satu in bagian:
        if hasil and hasil[-1].penilai == satu.penilai and (satu.mulai - hasil[-1].selesai).days == 1:
            hasil[-1] = MasaAtasan(satu.penilai, hasil[-1].mulai, satu.selesai)
        else:
            hasil.append(satu)
    return hasil
