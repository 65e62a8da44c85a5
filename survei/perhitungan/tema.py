"""Which themes a suggestion may be about, by the words that the office wrote down for each; a person decides."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

USULAN_TERBANYAK = 3
_KATA = re.compile(r"[^\W_]+")
_AKHIRAN = ("nya", "ku", "mu", "lah", "kah")
Kunci = TypeVar("Kunci", bound=Hashable)


def _pecah(teks: str) -> list[str]:
    return [_dasar(satu) for satu in _KATA.findall(teks.casefold())]


def _dasar(kata: str) -> str:
    """Without the short endings that Indonesian hangs on a word: «kursinya» is «kursi»."""
    for akhiran in _AKHIRAN:
        if kata.endswith(akhiran) and len(kata) - len(akhiran) >= 3:
            return kata[: -len(akhiran)]
    return kata


def usulkan_tema(teks: str, kata_kunci: Mapping[Kunci, Sequence[str]]) -> list[Kunci]:
    """At most ``USULAN_TERBANYAK`` themes whose words or phrases stand in the text, the most hits first.

    Whole words only, endings aside; whether the citizen praises or complains is not read. Themes with equally many
    hits keep the order in which they were given.
    """
    kata = _pecah(teks)
    nilai: dict[Kunci, int] = {}
    for kunci, frasa in kata_kunci.items():
        banyak = sum(_muncul(kata, _pecah(satu)) for satu in frasa)
        if banyak:
            nilai[kunci] = banyak
    return sorted(nilai, key=lambda kunci: -nilai[kunci])[:USULAN_TERBANYAK]


def _muncul(kata: list[str], cari: list[str]) -> int:
    if not cari:
        return 0
    return sum(kata[i : i + len(cari)] == cari for i in range(len(kata) - len(cari) + 1))
