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

    Every cell below the minimum is hidden, but for empty ones: nobody is no person. Where one hidden cell stands
    alone, where the hidden ones together hold less than the minimum, or where each of them must be at one or at its
    largest (minimum − 1), «total minus the rest» would give them away: then the first other cell in the order of `sel`
    is hidden too. That order must not depend on the counts, for a reader who knows this rule would learn from a choice
    of the smallest. A total below the minimum must not be published at all.

    Staff, who have a lower minimum, read the published page as well. They see the cells between the two minimums only
    where no cell is below the lower one: a second choice of what to hide beside it would tell what it hides to whoever
    holds both pages side by side.
    """
    if minimum < SEL_MINIMUM:
        umum = sembunyikan_sel(sel, SEL_MINIMUM)
        return umum if any(0 < sel[kunci] < minimum for kunci in umum) else set()
    tersembunyi = {kunci for kunci, n in sel.items() if 0 < n < minimum}
    if not tersembunyi:
        return set()
    isi = sum(sel[kunci] for kunci in tersembunyi)
    banyak = len(tersembunyi)
    if banyak < 2 or isi < minimum or isi in {banyak, banyak * (minimum - 1)}:
        tersembunyi |= set([kunci for kunci, n in sel.items() if n >= minimum][:1])
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
