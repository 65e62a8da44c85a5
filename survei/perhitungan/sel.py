"""Small cells: what may be published without pointing at a person."""

from collections.abc import Iterable, Mapping
from datetime import date

# Below ten answers no figure is published, inside the office below five.
SEL_MINIMUM = 10
SEL_MINIMUM_DALAM = 5


def sel_minimum(n: int, minimum: int = SEL_MINIMUM) -> bool:
    """Say whether a figure over `n` respondents may be published; below the minimum it reads «data belum cukup»."""
    return n >= minimum


def sembunyikan_sel(sel: Mapping[str, int], minimum: int = SEL_MINIMUM) -> set[str]:
    """Return the keys of a breakdown (`{kelompok: n}`) that must not be shown beside its published total.

    Every cell below the minimum is hidden. Then the smallest shown cells are hidden too until at least two are
    hidden and together hold the minimum, for otherwise «total minus the rest» would give the hidden cell away. Where
    nothing is left to hide, all keys are returned and the total itself must not be published if it is below the
    minimum. Assumes a reader who knows the total and the minimum.
    """
    tersembunyi = {kunci for kunci, n in sel.items() if n < minimum}
    if not tersembunyi:
        return set()
    terlihat = sorted((kunci for kunci in sel if kunci not in tersembunyi), key=lambda kunci: (sel[kunci], kunci))
    for kunci in terlihat:
        if len(tersembunyi) >= 2 and sum(sel[lain] for lain in tersembunyi) >= minimum:
            break
        tersembunyi.add(kunci)
    return tersembunyi


def hari_terakhir_tampil(per_hari: Iterable[tuple[date, int]], minimum: int = SEL_MINIMUM_DALAM) -> date | None:
    """Return the last day whose answers may enter a figure that is looked at again and again; None before there is one.

    `per_hari` are (day, forms counted) in ascending order. A reader who notes the figure each day and subtracts would
    else see single answers, at a counter with a few visitors a day the answers of a known person. So days are taken
    together until they hold the minimum, and the figure moves on by whole groups. The newest group waits, for the few
    forms after it would follow from the final figure.
    """
    akhir: list[date] = []
    terkumpul = 0
    for hari, n in per_hari:
        terkumpul += n
        if terkumpul >= minimum:
            akhir.append(hari)
            terkumpul = 0
    return akhir[-2] if len(akhir) > 1 else None
