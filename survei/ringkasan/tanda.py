"""Marks per channel for whoever owns the survey, and the locked result with and without the forms in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from survei.enums import LABEL_SALURAN, TANDA_SEMUA
from survei.models import HasilSurvei, HitunganTanda, Survei
from survei.perhitungan import sel_minimum, sembunyikan_sel
from survei.ringkasan.perkembangan import selang_tersimpan


@dataclass(frozen=True, slots=True)
class TandaSaluran:
    """Counted forms of one channel, and how many of them carry which mark; None where the channel is too small."""

    saluran: str
    n: int
    tanda: Mapping[str, int] | None


def tanda_per_saluran(survei: Survei, *, minimum: int, sebelum: date | None = None) -> list[TandaSaluran]:
    """Marks per channel from the counters, the largest channel first; one query.

    A channel with few forms is hidden, and another one with it where its marks followed from the totals.
    """
    baris = HitunganTanda.objects.filter(survei=survei)
    if sebelum is not None:
        baris = baris.filter(hari__lt=sebelum)
    menurut: dict[str, dict[str, int]] = {}
    for saluran, tanda, jumlah in baris.order_by().values_list("saluran", "tanda").annotate(banyak=Sum("jumlah")):
        menurut.setdefault(saluran, {})[tanda] = jumlah
    n = {saluran: isi.pop(TANDA_SEMUA) for saluran, isi in menurut.items()}
    # In the order of the channels, which does not depend on the counts.
    tertutup = sembunyikan_sel({satu.value: n[satu.value] for satu in LABEL_SALURAN if satu.value in n}, minimum)
    return [
        TandaSaluran(LABEL_SALURAN[saluran], n[saluran], None if saluran in tertutup else menurut[saluran])  # type: ignore[index]  # a StrEnum is its value
        for saluran in sorted(n, key=lambda satu: (-n[satu], satu))
    ]


@dataclass(frozen=True, slots=True)
class TanpaTanda:
    """The result without the forms in doubt; figures are None where few forms, or all but few, are in doubt."""

    ditandai: int
    n: int
    ikm: Decimal | None
    mutu: str
    selang: tuple[Decimal, Decimal] | None


def tanpa_tanda(hasil: HasilSurvei, *, minimum: int) -> TanpaTanda | None:
    """Read from the locked result; None where it was locked without it."""
    isi: dict[str, Any] | None = hasil.rincian.get("tanpa_tanda")
    if isi is None:
        return None
    ditandai = hasil.n - isi["n"]
    cukup = isi["ikm"] is not None and sel_minimum(isi["n"], minimum) and sel_minimum(ditandai, minimum)
    return TanpaTanda(
        ditandai=ditandai,
        n=isi["n"],
        ikm=Decimal(isi["ikm"]) if cukup else None,
        mutu=isi["mutu"] if cukup else "",
        selang=selang_tersimpan(isi) if cukup else None,
    )
