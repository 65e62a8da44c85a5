"""Small cells: what may be published without pointing at a person."""

from collections.abc import Mapping

SEL_MINIMUM = 10


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
