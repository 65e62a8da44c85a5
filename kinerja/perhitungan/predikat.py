"""Predicates: quadrant of PermenPANRB 6/2022, classes of PP 30/2019, angka kredit."""

from __future__ import annotations

from decimal import Decimal, localcontext

from kinerja.perhitungan.pilihan import (
    JenjangFungsional,
    Predikat,
    PredikatPP30,
    Rating,
)
from kinerja.perhitungan.ukuran import KONTEKS, Angka, ke_desimal

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


# Peraturan BKN 3/2023: percent of the yearly coefficient. Cukup is the older word for Butuh Perbaikan.
PERSEN_ANGKA_KREDIT: dict[str, int] = {
    Predikat.SANGAT_BAIK: 150,
    Predikat.BAIK: 100,
    Predikat.BUTUH_PERBAIKAN: 75,
    PredikatPP30.CUKUP: 75,
    Predikat.KURANG: 50,
    Predikat.SANGAT_KURANG: 25,
}
# PermenPANRB 1/2023: yearly coefficient of each level.
KOEFISIEN_TAHUNAN: dict[JenjangFungsional, Decimal] = {
    JenjangFungsional.PEMULA: Decimal("3.75"),
    JenjangFungsional.TERAMPIL: Decimal(5),
    JenjangFungsional.MAHIR: Decimal("12.5"),
    JenjangFungsional.PENYELIA: Decimal(25),
    JenjangFungsional.AHLI_PERTAMA: Decimal("12.5"),
    JenjangFungsional.AHLI_MUDA: Decimal(25),
    JenjangFungsional.AHLI_MADYA: Decimal("37.5"),
    JenjangFungsional.AHLI_UTAMA: Decimal(50),
}


def angka_kredit(jenjang: JenjangFungsional | str, predikat: Predikat | str, bulan: int) -> Decimal:
    """Angka kredit of ``bulan`` months (1 to 12): percent x coefficient x bulan/12, not rounded.

    Exact where the quotient ends, else 28 significant digits (2/12 of 12.5 is 2.08333...); printed with 2 decimals.
    """
    if bulan not in range(1, 13):
        raise ValueError(f"Jumlah bulan {bulan} tidak sah: isi bilangan bulat 1 sampai 12.")
    tingkat = JenjangFungsional(jenjang)
    kata = PredikatPP30.CUKUP if str(predikat).lower() == PredikatPP30.CUKUP else Predikat(predikat)
    with localcontext(KONTEKS):
        return PERSEN_ANGKA_KREDIT[kata] * KOEFISIEN_TAHUNAN[tingkat] * int(bulan) / 1200
