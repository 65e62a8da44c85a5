"""Distribution over ordered categories, beside an expected pattern if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from rakumpit.tampilan.bagan.geometri import (
    BELUM_ADA,
    PERSEN,
    Angka,
    gabung,
    letak,
    periksa_jumlah,
    periksa_opsional,
    periksa_teks,
    persen,
    ringkas,
)


@dataclass(frozen=True, slots=True)
class Kategori:
    """Input: ``harapan`` is the expected share in percent (0…100), None where the pattern says nothing."""

    label: str
    jumlah: int
    harapan: Angka | None = None


@dataclass(frozen=True, slots=True)
class BarisSebaran:
    """``lebar`` (None without a total) and ``tanda``, the tick of the expected share, run 0…100."""

    label: str
    jumlah: int
    teks: str
    bagian: str
    harapan: str
    lebar: Decimal | None
    tanda: Decimal | None


@dataclass(frozen=True, slots=True)
class Sebaran:
    templat: ClassVar[str] = "komponen/bagan/sebaran.html"

    judul: str
    baris: tuple[BarisSebaran, ...]
    total: int
    kalimat: str
    nama_harapan: str

    @property
    def berpola(self) -> bool:
        """Whether some row has a tick; its number is read in the table."""
        return any(satu.tanda is not None for satu in self.baris)


def buat_sebaran(
    judul: str, kategori: Sequence[Kategori], *, satuan: str = "", nama_harapan: str = "pola saran"
) -> Sebaran:
    """Shares of the categories, in the order given. ``satuan`` names what is counted («pegawai»).

    A total of zero has no shares: the rows say «Belum ada data».
    """
    if not kategori:
        raise ValueError("Sebaran memerlukan paling sedikit satu kategori.")
    jumlah = [periksa_jumlah(satu.jumlah, f"Jumlah {satu.label}") for satu in kategori]
    total = sum(jumlah)
    baris = []
    for satu in kategori:
        harapan = periksa_opsional(satu.harapan, f"Harapan {satu.label}")
        if harapan is not None and not 0 <= harapan <= 100:
            raise ValueError(f"Harapan {satu.label} harus 0 sampai 100 persen, bukan {harapan}.")
        baris.append(
            BarisSebaran(
                label=periksa_teks(satu.label, "Label kategori"),
                jumlah=satu.jumlah,
                teks=f"{ringkas(satu.jumlah)} dari {ringkas(total)} ({persen(satu.jumlah, total)})"
                if total
                else BELUM_ADA,
                bagian=persen(satu.jumlah, total) if total else "",
                harapan="" if harapan is None else f"{ringkas(harapan)}{PERSEN}",
                lebar=letak(Decimal(satu.jumlah), (Decimal(0), Decimal(total))) if total else None,
                tanda=None if harapan is None else letak(harapan, (Decimal(0), Decimal(100))),
            )
        )
    return Sebaran(
        judul=periksa_teks(judul, "Judul"),
        baris=tuple(baris),
        total=total,
        kalimat=_kalimat(baris, total, satuan),
        nama_harapan=periksa_teks(nama_harapan, "Nama harapan"),
    )


def _kalimat(baris: Sequence[BarisSebaran], total: int, satuan: str) -> str:
    if not total:
        return f"{BELUM_ADA}."
    besar = max(satu.jumlah for satu in baris)
    puncak = [satu.label for satu in baris if satu.jumlah == besar]
    masing = "masing-masing " if len(puncak) > 1 else ""
    dari = f"{ringkas(total)} {satuan}".rstrip()
    return f"Paling banyak: {gabung(puncak)}, {masing}{ringkas(besar)} dari {dari} ({persen(besar, total)})."
