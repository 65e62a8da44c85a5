"""Counts that are shown to the public without telling who reported. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from statistics import median

MINIMUM_UMUM = 5
DIGABUNG = "Lainnya, digabung"
# Age of open reports in working days: label, last day of the band (None: no end).
PITA_UMUR: tuple[tuple[str, int | None], ...] = (
    ("0–3 hari kerja", 3),
    ("4–14 hari kerja", 14),
    ("15–60 hari kerja", 60),
    ("Lebih dari 60 hari kerja", None),
)


def gabungkan_kecil(pasangan: Iterable[tuple[str, int]], minimum: int = MINIMUM_UMUM) -> list[tuple[str, int | None]]:
    """Counts by label, the small ones joined so that none can be worked out; None stands for «fewer than minimum».

    A single small count beside a total could be subtracted, so the joined row takes in the next larger one until it
    reaches the minimum. Zeros are left out.
    """
    urut = sorted(((label, n) for label, n in pasangan if n), key=lambda satu: (satu[1], satu[0]))
    kecil = [satu for satu in urut if satu[1] < minimum]
    besar = [satu for satu in urut if satu[1] >= minimum]
    while kecil and besar and sum(n for _, n in kecil) < minimum:
        kecil.append(besar.pop(0))
    hasil: list[tuple[str, int | None]] = [*sorted(besar, key=lambda satu: (-satu[1], satu[0]))]
    if kecil:
        jumlah = sum(n for _, n in kecil)
        hasil.append(
            (kecil[0][0] if len(kecil) == 1 and not besar else DIGABUNG, jumlah if jumlah >= minimum else None)
        )
    return hasil


def pita_umur(umur: Iterable[int]) -> list[tuple[str, int]]:
    """How many open reports are in each band of age."""
    daftar = list(umur)
    hasil, bawah = [], -1
    for label, batas in PITA_UMUR:
        atas = batas if batas is not None else max([*daftar, 0])
        hasil.append((label, sum(bawah < satu <= atas for satu in daftar)))
        bawah = atas
    return hasil


def tengah(nilai: Iterable[int]) -> Decimal | None:
    """Median; None without values."""
    daftar = [Decimal(satu) for satu in nilai]
    return median(daftar) if daftar else None
