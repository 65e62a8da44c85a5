"""The items of a test as plain text, which is typed on a phone and copied from a letter. Pure.

A line for the question, then its answers: ``*`` before the right one, ``-`` before the others. The next question ends
an item; empty lines do not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SOAL_MAKS, PILIHAN_MAKS, BUTIR_MAKS = 400, 300, 50
_BANYAK_PILIHAN = range(2, 7)


class NaskahTidakSah(ValueError):
    """``str()`` is an Indonesian sentence that names the question and what to do."""


@dataclass(frozen=True, slots=True)
class ButirNaskah:
    """One question with its answers; each with whether it is right."""

    soal: str
    pilihan: tuple[tuple[str, bool], ...]


def baca_naskah(teks: str) -> list[ButirNaskah]:
    """Read and check the items.

    :raises NaskahTidakSah: what is wrong with which question.
    """
    butir: list[tuple[str, list[tuple[str, bool]]]] = []
    for baris in teks.splitlines():
        isi = " ".join(baris.split())
        if not isi:
            continue
        if isi[0] in "*-":
            if not butir:
                raise NaskahTidakSah("Baris pertama adalah soal, tanpa tanda * atau -.")
            butir[-1][1].append((isi[1:].strip(), isi[0] == "*"))
        else:
            butir.append((isi, []))
    if not butir:
        raise NaskahTidakSah("Tulis paling sedikit satu soal dengan jawabannya.")
    if len(butir) > BUTIR_MAKS:
        raise NaskahTidakSah(f"Paling banyak {BUTIR_MAKS} soal.")
    return [_periksa(nomor, soal, pilihan) for nomor, (soal, pilihan) in enumerate(butir, 1)]


def _periksa(nomor: int, soal: str, pilihan: list[tuple[str, bool]]) -> ButirNaskah:
    teks = [satu for satu, _ in pilihan]
    if len(soal) > SOAL_MAKS or any(len(satu) > PILIHAN_MAKS for satu in teks):
        raise NaskahTidakSah(f"Soal {nomor} terlalu panjang: soal {SOAL_MAKS} huruf, jawaban {PILIHAN_MAKS} huruf.")
    if len(pilihan) not in _BANYAK_PILIHAN:
        raise NaskahTidakSah(f"Soal {nomor} memerlukan 2 sampai 6 jawaban, masing-masing diawali * atau -.")
    if not all(teks):
        raise NaskahTidakSah(f"Soal {nomor} mempunyai jawaban yang kosong.")
    if len({satu.casefold() for satu in teks}) != len(teks):
        raise NaskahTidakSah(f"Soal {nomor} mempunyai dua jawaban yang sama.")
    if sum(benar for _, benar in pilihan) != 1:
        raise NaskahTidakSah(f"Soal {nomor} memerlukan tepat satu jawaban benar, yang diawali *.")
    return ButirNaskah(soal, tuple(pilihan))


def tulis_naskah(butir: Iterable[ButirNaskah]) -> str:
    """The same text again."""
    return "\n\n".join(
        "\n".join([satu.soal, *(f"{'*' if benar else '-'} {teks}" for teks, benar in satu.pilihan)]) for satu in butir
    )
