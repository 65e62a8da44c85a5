"""Sample size of a survey (Krejcie & Morgan)."""

from collections.abc import Mapping
from fractions import Fraction

from rakumpit.angka import bulatkan

# Krejcie & Morgan (1970), "Determining Sample Size for Research Activities", table 1, as PermenPANRB 14/2017 takes it
# over: population N -> sample S. Where N is listed the printed value holds (at 100000 it differs from the formula).
# fmt: off
TABEL_KREJCIE_MORGAN: dict[int, int] = {
    10: 10, 15: 14, 20: 19, 25: 24, 30: 28, 35: 32, 40: 36, 45: 40, 50: 44, 55: 48, 60: 52, 65: 56, 70: 59, 75: 63,
    80: 66, 85: 70, 90: 73, 95: 76, 100: 80, 110: 86, 120: 92, 130: 97, 140: 103, 150: 108, 160: 113, 170: 118,
    180: 123, 190: 127, 200: 132, 210: 136, 220: 140, 230: 144, 240: 148, 250: 152, 260: 155, 270: 159, 280: 162,
    290: 165, 300: 169, 320: 175, 340: 181, 360: 186, 380: 191, 400: 196, 420: 201, 440: 205, 460: 210, 480: 214,
    500: 217, 550: 226, 600: 234, 650: 242, 700: 248, 750: 254, 800: 260, 850: 265, 900: 269, 950: 274, 1000: 278,
    1100: 285, 1200: 291, 1300: 297, 1400: 302, 1500: 306, 1600: 310, 1700: 313, 1800: 317, 1900: 320, 2000: 322,
    2200: 327, 2400: 331, 2600: 335, 2800: 338, 3000: 341, 3500: 346, 4000: 351, 4500: 354, 5000: 357, 6000: 361,
    7000: 364, 8000: 367, 9000: 368, 10000: 370, 15000: 375, 20000: 377, 30000: 379, 40000: 380, 50000: 381,
    75000: 382, 100000: 384,
}
# fmt: on


def target_sampel(populasi: int) -> int:
    """Return the sample size for N service users: the printed table where N is listed, else its formula.

    S = λ²NPQ / (d²(N−1) + λ²PQ) with λ² = 3,841, P = Q = 0,5, d = 0,05; nearest integer, at least 1, at most N.
    """
    if populasi < 1:
        raise ValueError("Jumlah pengguna layanan (populasi) harus paling sedikit 1.")
    if populasi in TABEL_KREJCIE_MORGAN:
        return TABEL_KREJCIE_MORGAN[populasi]
    lambda_pq = Fraction(3841, 1000) / 4
    sampel = lambda_pq * populasi / (Fraction(25, 10000) * (populasi - 1) + lambda_pq)
    return min(max(int(bulatkan(sampel, 0)), 1), populasi)


def bagi_target(target: int, populasi: Mapping[str, int]) -> dict[str, int]:
    """Share a target over services in proportion to their users, by the largest remainder (Hamilton).

    The shares add up to the target; equal remainders go to the first in the order of `populasi`. No share exceeds the
    users of its service as long as the target does not exceed all of them. Without any user every share is 0.
    """
    if target < 0 or any(n < 0 for n in populasi.values()):
        raise ValueError("Target dan jumlah pengguna layanan tidak boleh negatif.")
    seluruh = sum(populasi.values())
    if not seluruh:
        return dict.fromkeys(populasi, 0)
    bagian = {kunci: target * n // seluruh for kunci, n in populasi.items()}
    sisa = target - sum(bagian.values())
    urut = sorted(populasi, key=lambda kunci: -(target * populasi[kunci] % seluruh))
    return {kunci: n + (kunci in urut[:sisa]) for kunci, n in bagian.items()}


def kuota_harian(target: int, hari: int) -> int:
    """Forms a day so that a target is reached over so many days of service, rounded up; at least 1."""
    return max(-(-target // max(hari, 1)), 1)
