"""What the predicate of an organisation suggests for its people: the head's rating, and the distribution.

PermenPANRB 6/2022 Pasal 24-25 and SE MenPANRB 3/2023, each as told by one secondary source: considerations for the
pimpinan. Nothing here refuses anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.perhitungan.pilihan import LABEL_PREDIKAT, CapaianOrganisasi, Predikat, Rating
from rakumpit.angka import bulatkan

_BAIK_KE_ATAS = (Predikat.SANGAT_BAIK.value, Predikat.BAIK.value)

# If an employee heads the unit, the unit's capaian is that person's rating hasil kerja (SE 3/2023, one press release).
# Which capaian is which rating is inferred, not read: whoever shows it says so.
RATING_PIMPINAN: dict[CapaianOrganisasi, Rating] = {
    CapaianOrganisasi.ISTIMEWA: Rating.DI_ATAS,
    CapaianOrganisasi.BAIK: Rating.SESUAI,
    CapaianOrganisasi.BUTUH_PERBAIKAN: Rating.DI_BAWAH,
    CapaianOrganisasi.KURANG: Rating.DI_BAWAH,
    CapaianOrganisasi.SANGAT_KURANG: Rating.DI_BAWAH,
}


@dataclass(frozen=True, slots=True)
class BatasSebaran:
    """One line of a distribution pattern: the share of these predicates is at least / at most so many tenths.

    ``sebagian_besar``: the pattern says «most» without a number; counted as more than half, the everyday meaning of
    the word and no reading of the circular itself.
    """

    predikat: tuple[Predikat, ...]
    sebagian_besar: bool = False
    minimal: int | None = None  # tenths; None: no lower limit
    maksimal: int | None = None  # tenths; None: no upper limit
    minimal_orang: int = 0


# SE MenPANRB 3/2023 as summarised by one secondary source: a consideration for the pimpinan, so it only warns.
POLA_SEBARAN: dict[CapaianOrganisasi, tuple[BatasSebaran, ...]] = {
    CapaianOrganisasi.ISTIMEWA: (BatasSebaran((Predikat.SANGAT_BAIK,), sebagian_besar=True, maksimal=7),),
    CapaianOrganisasi.BAIK: (
        BatasSebaran((Predikat.BAIK,), sebagian_besar=True, maksimal=7),
        BatasSebaran((Predikat.BUTUH_PERBAIKAN, Predikat.KURANG), minimal_orang=1),
    ),
    CapaianOrganisasi.BUTUH_PERBAIKAN: (
        BatasSebaran((Predikat.BUTUH_PERBAIKAN,), minimal=6),
        BatasSebaran((Predikat.SANGAT_BAIK,), maksimal=1),
    ),
    CapaianOrganisasi.KURANG: (
        BatasSebaran((Predikat.KURANG,), minimal=6),
        BatasSebaran((Predikat.BUTUH_PERBAIKAN,), minimal=1),
        BatasSebaran((Predikat.SANGAT_BAIK,), maksimal=1),
    ),
    CapaianOrganisasi.SANGAT_KURANG: (
        BatasSebaran((Predikat.SANGAT_KURANG,), minimal=6),
        BatasSebaran((Predikat.KURANG, Predikat.BUTUH_PERBAIKAN), minimal=1),
        BatasSebaran((Predikat.SANGAT_BAIK,), maksimal=0),
    ),
}


@dataclass(frozen=True, slots=True)
class BandingSebaran:
    """One limit of a pattern against the people there are.

    ``hitungan`` counts them, ``saran`` is what the pattern suggests with the number of people that it means here,
    ``rumus`` the whole-number comparison behind it as it is («10 × 1 > 1 × 6» where the pattern is left).
    """

    predikat: tuple[Predikat, ...]
    hitungan: str
    saran: str
    rumus: str
    cocok: bool


def banding_sebaran(
    capaian_organisasi: CapaianOrganisasi | str, jumlah: Mapping[Predikat, int]
) -> tuple[BandingSebaran, ...]:
    """Each limit of the organisation's pattern against ``jumlah``, people per predicate. No people, no lines.

    Shares are compared as whole numbers (10 x count against tenths x n), so nothing is rounded: in a unit of six, "at
    most 10%" means nobody.
    """
    n = sum(jumlah.values())
    if n == 0:
        return ()
    return tuple(
        satu for batas in POLA_SEBARAN[CapaianOrganisasi(capaian_organisasi)] for satu in _banding(batas, jumlah, n)
    )


def _banding(batas: BatasSebaran, jumlah: Mapping[Predikat, int], n: int) -> list[BandingSebaran]:
    ada = sum(jumlah.get(p, 0) for p in batas.predikat)
    nama = " atau ".join(LABEL_PREDIKAT[p] for p in batas.predikat)
    hitungan = f"{ada} dari {n} pegawai berpredikat {nama}"
    hasil = []
    if batas.sebagian_besar:
        saran = f"pola menyarankan sebagian besar, dibaca lebih dari separuh ({n // 2 + 1})"
        cocok = 2 * ada > n
        rumus = f"2 × {ada} {'>' if cocok else '≤'} {n}"
        hasil.append(BandingSebaran(batas.predikat, hitungan, saran, rumus, cocok))
    if batas.minimal is not None:
        orang = -(-batas.minimal * n // 10)
        saran = f"pola menyarankan paling sedikit {batas.minimal * 10}% ({orang})"
        cocok = 10 * ada >= batas.minimal * n
        rumus = f"10 × {ada} {'≥' if cocok else '<'} {batas.minimal} × {n}"
        hasil.append(BandingSebaran(batas.predikat, hitungan, saran, rumus, cocok))
    if batas.maksimal is not None:
        orang = batas.maksimal * n // 10
        saran = f"pola menyarankan paling banyak {batas.maksimal * 10}% ({orang})"
        cocok = 10 * ada <= batas.maksimal * n
        rumus = f"10 × {ada} {'≤' if cocok else '>'} {batas.maksimal} × {n}"
        hasil.append(BandingSebaran(batas.predikat, hitungan, saran, rumus, cocok))
    if batas.minimal_orang:
        saran = f"pola menyarankan paling sedikit {batas.minimal_orang} orang"
        cocok = ada >= batas.minimal_orang
        rumus = f"{ada} {'≥' if cocok else '<'} {batas.minimal_orang}"
        hasil.append(BandingSebaran(batas.predikat, hitungan, saran, rumus, cocok))
    return hasil


def kalimat_pola(capaian_organisasi: CapaianOrganisasi | str) -> tuple[tuple[tuple[Predikat, ...], str], ...]:
    """The pattern of an organisation predicate in words, line by line: predicates, and what it suggests for them."""
    return tuple((satu.predikat, _kata_pola(satu)) for satu in POLA_SEBARAN[CapaianOrganisasi(capaian_organisasi)])


def _kata_pola(batas: BatasSebaran) -> str:
    if batas.maksimal == 0:
        return "tidak ada"
    kata = ["sebagian besar"] if batas.sebagian_besar else []
    if batas.minimal is not None:
        kata.append(f"paling sedikit {batas.minimal * 10}%")
    if batas.maksimal is not None:
        kata.append(f"paling banyak {batas.maksimal * 10}%")
    if batas.minimal_orang:
        kata.append(f"paling sedikit {batas.minimal_orang} orang")
    return ", ".join(kata)


def persen_baik(predikat: Mapping[str, int], *, minimum: int) -> Decimal | None:
    """Percent of the final predicates that are Baik or better, one decimal.

    None below ``minimum`` of them: a share of few people tells what each of them got.
    """
    semua = sum(predikat.values())
    if semua < max(minimum, 1):
        return None
    return bulatkan(Fraction(100 * sum(predikat.get(satu, 0) for satu in _BAIK_KE_ATAS), semua), 1)
