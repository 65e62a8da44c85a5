"""Predicates: quadrant of PermenPANRB 6/2022, classes of PP 30/2019."""

from __future__ import annotations

from kinerja.perhitungan.pilihan import (
    Predikat,
    PredikatPP30,
    Rating,
)
from kinerja.perhitungan.ukuran import Angka, ke_desimal

# Key: (hasil kerja, perilaku kerja). The two axes are not interchangeable: good results never outweigh behaviour
# below expectation, while good behaviour lifts weak results to Butuh Perbaikan only.
KUADRAN: dict[tuple[Rating, Rating], Predikat] = {
    (Rating.DI_ATAS, Rating.DI_ATAS): Predikat.SANGAT_BAIK,
    (Rating.DI_ATAS, Rating.SESUAI): Predikat.BAIK,
    (Rating.DI_ATAS, Rating.DI_BAWAH): Predikat.KURANG,
    (Rating.SESUAI, Rating.DI_ATAS): Predikat.BAIK,
    (Rating.SESUAI, Rating.SESUAI): Predikat.BAIK,
    (Rating.SESUAI, Rating.DI_BAWAH): Predikat.KURANG,
    (Rating.DI_BAWAH, Rating.DI_ATAS): Predikat.BUTUH_PERBAIKAN,
    (Rating.DI_BAWAH, Rating.SESUAI): Predikat.BUTUH_PERBAIKAN,
    (Rating.DI_BAWAH, Rating.DI_BAWAH): Predikat.SANGAT_KURANG,
}


def predikat_kinerja(hasil: Rating | str, perilaku: Rating | str) -> Predikat:
    """Predicate from the two ratings (PermenPANRB 6/2022, kuadran kinerja). ValueError: unknown rating."""
    return KUADRAN[Rating(hasil), Rating(perilaku)]


def predikat_pp30(nilai: Angka, ide_baru: bool) -> PredikatPP30:
    """Class of a yearly value (PP 30/2019 Pasal 41 ayat (5)); Sangat Baik needs a new idea that benefits the state.

    The value counts at most 120, so more than 120 is read as 120. ValueError: negative or not a number.
    """
    x = ke_desimal(nilai)
    if x < 0:
        raise ValueError(f"Nilai kinerja tidak boleh negatif ({x}).")
    if x >= 110 and ide_baru:
        return PredikatPP30.SANGAT_BAIK
    if x >= 90:
        return PredikatPP30.BAIK
    if x >= 70:
        return PredikatPP30.CUKUP
    if x >= 50:
        return PredikatPP30.KURANG
    return PredikatPP30.SANGAT_KURANG
