"""The 3×3 of predikat with the real position of one person (PermenPANRB 6/2022: hasil kerja and perilaku kerja)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from rakumpit.angka import format_angka
from rakumpit.tampilan.bagan.geometri import Angka, Skala, letak, periksa_opsional, periksa_skala, periksa_teks, ringkas

# Places on an axis, in the order of the columns; rows run the other way, because up is more.
KATA = {"di_bawah": "di bawah", "sesuai": "sesuai", "di_atas": "di atas"}
TEMPAT = tuple(KATA)
# Where words may break inside a cell of 60 px: a hyphen that is invisible as long as the word fits.
_PENGGALAN = {"Perbaikan": "Per\u00adbaikan", "Sangat": "Sa\u00adngat", "Kurang": "Ku\u00adrang"}


@dataclass(frozen=True, slots=True)
class SelKuadran:
    """One predikat. ``x`` and ``y`` (0…100, y downwards) only in the person's cell and only with both numbers."""

    predikat: str
    di_sini: bool
    x: Decimal | None = None
    y: Decimal | None = None

    @property
    def kata(self) -> list[str]:
        """Words with their possible breaks; each starts a line."""
        return [_PENGGALAN.get(kata, kata) for kata in self.predikat.split()]

    @property
    def titik(self) -> str:
        """Path of the point: a line of no length, whose round caps stay round when the cell is stretched."""
        return "" if self.x is None else f"M{self.x} {self.y}h.01"

    @property
    def teks_di_atas(self) -> bool:
        """The word gives way to the point."""
        return self.y is not None and self.y > 50


@dataclass(frozen=True, slots=True)
class BarisKuadran:
    label: str
    ambang: str
    sel: tuple[SelKuadran, ...]


@dataclass(frozen=True, slots=True)
class KepalaKuadran:
    label: str
    ambang: str


@dataclass(frozen=True, slots=True)
class Kuadran:
    templat: ClassVar[str] = "komponen/bagan/kuadran.html"

    baris: tuple[BarisKuadran, ...]
    kolom: tuple[KepalaKuadran, ...]
    kalimat: str
    keterangan: str


def buat_kuadran(
    *,
    predikat: Sequence[Sequence[str]],
    di: tuple[str, str] | None,
    hasil: Angka | None = None,
    perilaku: Angka | None = None,
    batas_hasil: Skala | None = None,
    batas_perilaku: Skala | None = None,
    skala_hasil: Skala = (0, 120),
    skala_perilaku: Skala = (0, 120),
    sebut: str = "Predikat",
    alasan: str = "",
) -> Kuadran:
    """Quadrant of one person.

    ``predikat``: rows hasil kerja di atas, sesuai, di bawah; columns perilaku di bawah, sesuai, di atas.
    ``di``: the person's (hasil, perilaku) as "di_bawah" | "sesuai" | "di_atas" (values of ``Rating``), or None. It is
    the caller's, because the official may decide otherwise than the numbers; the point then stays at the edge of that
    cell and the text says so. ``batas_*``: where «sesuai» and «di atas» start; without both, no point and no bounds.
    ``sebut`` heads the sentence («Usulan» until decided); ``alasan`` says why there is no place yet.
    """
    if len(predikat) != 3 or any(len(baris) != 3 for baris in predikat):
        raise ValueError("Predikat harus tiga baris dengan tiga kolom.")
    if di is not None and (len(di) != 2 or any(tempat not in TEMPAT for tempat in di)):
        raise ValueError(f"Letak harus dua dari {', '.join(TEMPAT)}, bukan {di}.")
    angka = periksa_opsional(hasil, "Hasil kerja"), periksa_opsional(perilaku, "Perilaku kerja")
    bidang = _bidang(batas_hasil, skala_hasil, "hasil kerja"), _bidang(batas_perilaku, skala_perilaku, "perilaku kerja")
    baris_di, kolom_di = (2 - TEMPAT.index(di[0]), TEMPAT.index(di[1])) if di else (-1, -1)
    titik, keluar = _titik(angka, bidang, di)
    baris = []
    for i, tempat in enumerate(reversed(TEMPAT)):
        sel = []
        for j in range(3):
            nama, di_sini = periksa_teks(predikat[i][j], "Predikat"), (i, j) == (baris_di, kolom_di)
            sel.append(SelKuadran(nama, True, *titik) if di_sini else SelKuadran(nama, False))
        baris.append(BarisKuadran(KATA[tempat], _ambang(bidang[0], tempat), tuple(sel)))
    return Kuadran(
        baris=tuple(baris),
        kolom=tuple(KepalaKuadran(KATA[tempat], _ambang(bidang[1], tempat)) for tempat in TEMPAT),
        kalimat=(
            f"Hasil kerja {_sebut(di[0], angka[0])}. Perilaku kerja {_sebut(di[1], angka[1])}. "
            f"{sebut}: {predikat[baris_di][kolom_di]}."
            if di
            else f"Belum dapat ditempatkan{': ' + alasan if alasan else ''}".rstrip(".") + "."
        ),
        keterangan="Angka berada di luar kotak ini. Titik diletakkan di tepi yang terdekat." if keluar else "",
    )


def _bidang(batas: Skala | None, skala: Skala, nama: str) -> tuple[Decimal, ...] | None:
    """Ends of the three fields of an axis: bottom, start of «sesuai», start of «di atas», top."""
    if batas is None:
        return None
    sesuai, di_atas = periksa_skala(batas, f"Batas {nama}")
    bawah, atas = periksa_skala(skala, f"Skala {nama}")
    if not bawah < sesuai or not di_atas < atas:
        raise ValueError(f"Batas {nama} harus berada di dalam skala {bawah}–{atas}.")
    return bawah, sesuai, di_atas, atas


def _ambang(bidang: tuple[Decimal, ...] | None, tempat: str) -> str:
    if bidang is None:
        return ""
    if tempat == "di_bawah":
        return ringkas(bidang[1])  # reads on from the label: «di bawah 90»
    return f"mulai {ringkas(bidang[1 if tempat == 'sesuai' else 2])}"


def _sebut(tempat: str, angka: Decimal | None) -> str:
    kata = KATA[tempat]
    return f"{kata} ekspektasi" + (f" ({format_angka(angka)})" if angka is not None else "")


def _titik(
    angka: tuple[Decimal | None, Decimal | None],
    bidang: tuple[tuple[Decimal, ...] | None, tuple[Decimal, ...] | None],
    di: tuple[str, str] | None,
) -> tuple[tuple[Decimal | None, Decimal | None], bool]:
    """Point (x, y) inside the person's cell, and whether a number lies in another (beyond the scale is no other)."""
    (hasil, perilaku), (bidang_hasil, bidang_perilaku) = angka, bidang
    if di is None or hasil is None or perilaku is None or bidang_hasil is None or bidang_perilaku is None:
        return (None, None), False
    x, x_keluar = _letak_sumbu(perilaku, bidang_perilaku, di[1], (0, 100))
    y, y_keluar = _letak_sumbu(hasil, bidang_hasil, di[0], (100, 0))
    return (x, y), x_keluar or y_keluar


def _letak_sumbu(nilai: Decimal, ujung: tuple[Decimal, ...], tempat: str, ke: tuple[int, int]) -> tuple[Decimal, bool]:
    k = TEMPAT.index(tempat)
    return letak(nilai, (ujung[k], ujung[k + 1]), ke), k != (nilai >= ujung[1]) + (nilai >= ujung[2])
