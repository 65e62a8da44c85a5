"""The index: elements, classes, counters, means.

All sums are exact (`int`, `Fraction`); the index is rounded once,
at the end, half up to two decimals, and only then classed. The weight is exactly 1/m (PermenPANRB 14/2017 prints
"1/9 = 0,11"; multiplying by the printed 0,11 takes up to one point off, so it appears only as a labelled comparison).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from rakumpit.angka import bulatkan


class KodeUnsur(StrEnum):
    """The nine elements of PermenPANRB 14/2017 by a stable code, in the order of its sample questionnaire (U1..U9)."""

    PERSYARATAN = "persyaratan"
    PROSEDUR = "prosedur"
    WAKTU = "waktu"
    BIAYA = "biaya"
    PRODUK = "produk"
    KOMPETENSI = "kompetensi"
    PERILAKU = "perilaku"
    SARANA = "sarana"
    PENGADUAN = "pengaduan"


LABEL_UNSUR: dict[KodeUnsur, str] = {
    KodeUnsur.PERSYARATAN: "Persyaratan",
    KodeUnsur.PROSEDUR: "Sistem, Mekanisme, dan Prosedur",
    KodeUnsur.WAKTU: "Waktu Penyelesaian",
    KodeUnsur.BIAYA: "Biaya/Tarif",
    KodeUnsur.PRODUK: "Produk Spesifikasi Jenis Pelayanan",
    KodeUnsur.KOMPETENSI: "Kompetensi Pelaksana",
    KodeUnsur.PERILAKU: "Perilaku Pelaksana",
    KodeUnsur.SARANA: "Sarana dan Prasarana",
    KodeUnsur.PENGADUAN: "Penanganan Pengaduan, Saran, dan Masukan",
}

# The sample questionnaire and nearly every processing sheet have U8 = sarana; the list in the body of the same
# regulation has pengaduan before sarana. The index is equal, the comparison per element is not.
URUTAN_KUESIONER: tuple[KodeUnsur, ...] = tuple(KodeUnsur)
URUTAN_DAFTAR_PERATURAN: tuple[KodeUnsur, ...] = (*URUTAN_KUESIONER[:7], KodeUnsur.PENGADUAN, KodeUnsur.SARANA)
NOMOR_U: dict[str, str] = {kode.value: f"U{nomor}" for nomor, kode in enumerate(URUTAN_KUESIONER, start=1)}

NILAI_SAH: tuple[int, ...] = (1, 2, 3, 4)
PENGALI_KONVERSI = 25  # nilai interval 1..4 -> nilai interval konversi 25..100
BOBOT_TERCETAK = Fraction(11, 100)
JUMLAH_UNSUR_RESMI = 9
MINIMAL_TERJAWAB = 5


class Mutu(StrEnum):
    """Mutu pelayanan."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


LABEL_MUTU: dict[Mutu, str] = {
    Mutu.A: "Sangat baik",
    Mutu.B: "Baik",
    Mutu.C: "Kurang baik",
    Mutu.D: "Tidak baik",
}


@dataclass(frozen=True, slots=True)
class Pita:
    """Class limits as data: the lowest index (2 decimals) of each class, best class first; the last takes the rest."""

    batas_bawah: tuple[tuple[Mutu, Decimal], ...]
    dasar_hukum: str = ""

    def __post_init__(self) -> None:
        """Refuse limits that leave a value without a class or with two."""
        batas = [nilai for _, nilai in self.batas_bawah]
        if not batas or any(atas <= bawah for atas, bawah in pairwise(batas)):
            raise ValueError("Batas bawah mutu harus diisi dan menurun dari mutu terbaik ke terburuk.")


PITA_PERMENPANRB_14_2017 = Pita(
    batas_bawah=(
        (Mutu.A, Decimal("88.31")),
        (Mutu.B, Decimal("76.61")),
        (Mutu.C, Decimal("65.00")),
        (Mutu.D, Decimal("25.00")),
    ),
    dasar_hukum="PermenPANRB 14/2017, tabel nilai interval konversi",
)


def mutu(ikm: Decimal | Fraction | int, pita: Pita = PITA_PERMENPANRB_14_2017) -> Mutu:
    """Return the class of an index on the scale 25..100: round to 2 decimals first, then compare lower limits only.

    The printed bands leave gaps (88,30 … 88,31), so an unrounded value could fall in none. A value of at most 4 is
    refused: it is a mean on the scale 1..4 that was not multiplied by 25.
    """
    if ikm <= max(NILAI_SAH) or ikm > 100:
        raise ValueError(f"Nilai {ikm} bukan indeks pada skala 25–100. Kalikan nilai rata-rata (1–4) dengan 25 dahulu.")
    bulat = bulatkan(ikm, 2)
    for kelas, batas in pita.batas_bawah:
        if bulat >= batas:
            return kelas
    return pita.batas_bawah[-1][0]


@dataclass(frozen=True, slots=True)
class SebaranUnsur:
    """How often each value was given to one element: counts of the answers 1, 2, 3, 4 in that order."""

    kode: str
    jumlah_per_nilai: tuple[int, int, int, int]

    def __post_init__(self) -> None:
        """Refuse negative counts."""
        if any(cacah < 0 for cacah in self.jumlah_per_nilai):
            raise ValueError(f"Jumlah jawaban unsur {self.kode} tidak boleh negatif.")

    @property
    def n(self) -> int:
        """Number of answers to this element (blank answers are not in it)."""
        return sum(self.jumlah_per_nilai)

    @property
    def jumlah(self) -> int:
        """Sum of the answers."""
        return sum(nilai * cacah for nilai, cacah in zip(NILAI_SAH, self.jumlah_per_nilai, strict=True))

    @property
    def nrr(self) -> Fraction | None:
        """Exact mean (NRR), or None where nobody answered."""
        return Fraction(self.jumlah, self.n) if self.n else None

    def terbalik(self) -> "SebaranUnsur":
        """Return the counts of an item whose options run the other way (1 is best)."""
        n1, n2, n3, n4 = self.jumlah_per_nilai
        return SebaranUnsur(self.kode, (n4, n3, n2, n1))


Pencacah = Mapping[str, Mapping[int, int]]
Sebaran = Pencacah | Iterable[SebaranUnsur]


@dataclass(frozen=True, slots=True)
class RincianUnsur:
    """One line of the processing table: answers, sum, NRR (4 decimals for display, exact beside it) and class."""

    kode: str
    n: int
    jumlah: int
    nrr: Decimal | None
    nrr_eksak: Fraction | None
    mutu: Mutu | None


@dataclass(frozen=True, slots=True)
class HasilIndeks:
    """An index with all that explains it.

    `n` forms counted; `tidak_dihitung` forms kept but not counted (fewer than the least number of answers);
    `ikm` is None together with `mutu`, and then `alasan` says why.
    """

    n: int
    unsur: Mapping[str, RincianUnsur]
    ikm_eksak: Fraction | None
    ikm: Decimal | None
    mutu: Mutu | None
    alasan: str
    pembanding_011: Decimal | None
    catatan: tuple[str, ...] = ()
    tidak_dihitung: int = 0


def _sebaran_unsur(kode: str, cacah: Mapping[int, int]) -> SebaranUnsur:
    per_nilai = {int(nilai): jumlah for nilai, jumlah in cacah.items()}
    asing = sorted(set(per_nilai) - set(NILAI_SAH))
    if asing:
        raise ValueError(f"Nilai {asing[0]} pada unsur {kode} tidak sah. Jawaban SKM hanya 1 sampai 4.")
    return SebaranUnsur(kode, (per_nilai.get(1, 0), per_nilai.get(2, 0), per_nilai.get(3, 0), per_nilai.get(4, 0)))


def susun_sebaran(sebaran: Sebaran) -> tuple[SebaranUnsur, ...]:
    """Bring counters `{kode: {nilai: jumlah}}` or a series of `SebaranUnsur` into one checked form."""
    if isinstance(sebaran, Mapping):
        return tuple(_sebaran_unsur(str(kode), cacah) for kode, cacah in sebaran.items())
    daftar = tuple(sebaran)
    if len({butir.kode for butir in daftar}) != len(daftar):
        raise ValueError("Satu unsur muncul dua kali dalam sebaran jawaban.")
    return daftar


def _rincian(butir: SebaranUnsur, pita: Pita) -> RincianUnsur:
    nrr = butir.nrr
    return RincianUnsur(
        kode=butir.kode,
        n=butir.n,
        jumlah=butir.jumlah,
        nrr=None if nrr is None else bulatkan(nrr, 4),
        nrr_eksak=nrr,
        mutu=None if nrr is None else mutu(nrr * PENGALI_KONVERSI, pita),
    )


def indeks(
    sebaran: Sebaran,
    *,
    n: int | None = None,
    pita: Pita = PITA_PERMENPANRB_14_2017,
    terbalik: Collection[str] = (),
    tidak_dihitung: int = 0,
) -> HasilIndeks:
    """Compute the IKM from counters: per element Σ/n_u, mean of the elements with weight exactly 1/m, × 25.

    `n` is the number of forms counted; without it the largest n_u is taken. An element that nobody answered is left
    out of the index with a note (never counted as 0). `terbalik` names elements whose values run the other way.
    The comparison with weight 0,11 exists only where all nine elements were measured.
    """
    daftar = [butir.terbalik() if butir.kode in terbalik else butir for butir in susun_sebaran(sebaran)]
    unsur = {butir.kode: _rincian(butir, pita) for butir in daftar}
    terukur = [rincian.nrr_eksak for rincian in unsur.values() if rincian.nrr_eksak is not None]
    banyak_formulir = max((butir.n for butir in daftar), default=0) if n is None else n
    if not terukur:
        return HasilIndeks(
            n=banyak_formulir,
            unsur=unsur,
            ikm_eksak=None,
            ikm=None,
            mutu=None,
            alasan="Belum ada jawaban yang dapat dihitung.",
            pembanding_011=None,
            tidak_dihitung=tidak_dihitung,
        )
    jumlah_nrr = sum(terukur, Fraction(0))
    eksak = jumlah_nrr / len(terukur) * PENGALI_KONVERSI
    catatan = []
    if len(terukur) < len(unsur):
        kosong = ", ".join(kode for kode, rincian in unsur.items() if not rincian.n)
        catatan.append(
            f"Unsur tanpa jawaban: {kosong}. Indeks dihitung dari {len(terukur)} unsur dengan bobot 1/{len(terukur)}; "
            "hanya dapat dibandingkan dengan indeks dari unsur yang sama."
        )
    ikm = bulatkan(eksak, 2)
    return HasilIndeks(
        n=banyak_formulir,
        unsur=unsur,
        ikm_eksak=eksak,
        ikm=ikm,
        mutu=mutu(ikm, pita),
        alasan="",
        pembanding_011=(
            bulatkan(jumlah_nrr * BOBOT_TERCETAK * PENGALI_KONVERSI, 2) if len(terukur) == JUMLAH_UNSUR_RESMI else None
        ),
        catatan=tuple(catatan),
        tidak_dihitung=tidak_dihitung,
    )


def indeks_tanpa(
    kode: str, sebaran: Sebaran, *, n: int | None = None, pita: Pita = PITA_PERMENPANRB_14_2017
) -> HasilIndeks:
    """Compute the index without one element, for «IKM tanpa U4» beside the official figure of a free service."""
    return indeks([butir for butir in susun_sebaran(sebaran) if butir.kode != kode], n=n, pita=pita)


@dataclass(frozen=True, slots=True)
class JawabanTercacah:
    """Rows folded into counters: forms counted, forms kept but not counted, `{kode: {nilai: jumlah}}`."""

    n: int
    tidak_dihitung: int
    sebaran: dict[str, dict[int, int]]


def cacah_jawaban(
    jawaban: Iterable[Mapping[str, int | None]],
    *,
    unsur: Sequence[str] = URUTAN_KUESIONER,
    minimal_terjawab: int = MINIMAL_TERJAWAB,
) -> JawabanTercacah:
    """Fold rows of answers (1..4, None = not answered) into counters; codes that are not in `unsur` are ignored."""
    sebaran: dict[str, dict[int, int]] = {str(kode): dict.fromkeys(NILAI_SAH, 0) for kode in unsur}
    n = tidak_dihitung = 0
    for baris in jawaban:
        terjawab = {kode: nilai for kode in sebaran if (nilai := baris.get(kode)) is not None}
        for kode, nilai in terjawab.items():
            if isinstance(nilai, bool) or nilai not in NILAI_SAH:
                raise ValueError(f"Nilai {nilai} pada unsur {kode} tidak sah. Jawaban SKM hanya 1 sampai 4.")
        if len(terjawab) < minimal_terjawab:
            tidak_dihitung += 1
            continue
        n += 1
        for kode, nilai in terjawab.items():
            sebaran[kode][nilai] += 1
    return JawabanTercacah(n, tidak_dihitung, sebaran)


def indeks_dari_jawaban(
    jawaban: Iterable[Mapping[str, int | None]],
    minimal_terjawab: int = MINIMAL_TERJAWAB,
    *,
    unsur: Sequence[str] = URUTAN_KUESIONER,
    pita: Pita = PITA_PERMENPANRB_14_2017,
    terbalik: Collection[str] = (),
) -> HasilIndeks:
    """Compute the index from rows of answers; forms with fewer than `minimal_terjawab` answers are not counted."""
    tercacah = cacah_jawaban(jawaban, unsur=unsur, minimal_terjawab=minimal_terjawab)
    return indeks(tercacah.sebaran, n=tercacah.n, pita=pita, terbalik=terbalik, tidak_dihitung=tercacah.tidak_dihitung)


def gabungkan(daftar: Iterable[Pencacah]) -> dict[str, dict[int, int]]:
    """Pool the counters of several services or periods: the unit's index is that of all respondents together."""
    gabungan: dict[str, dict[int, int]] = {}
    for sebaran in daftar:
        for kode, cacah in sebaran.items():
            tujuan = gabungan.setdefault(str(kode), dict.fromkeys(NILAI_SAH, 0))
            for nilai, jumlah in cacah.items():
                tujuan[int(nilai)] = tujuan.get(int(nilai), 0) + jumlah
    return gabungan


@dataclass(frozen=True, slots=True)
class TandaLurus:
    """Straight-lining among the forms counted: all answers equal, of these all 4, and the share in percent."""

    n: int
    lurus: int
    semua_empat: int
    persen: Decimal | None


def jawaban_lurus(nilai: Mapping[str, int | None], minimal_terjawab: int = MINIMAL_TERJAWAB) -> bool:
    """Say whether a form that counts gives one and the same value everywhere."""
    terjawab = [jawaban for jawaban in nilai.values() if jawaban is not None]
    return len(terjawab) >= minimal_terjawab and len(set(terjawab)) == 1


def tanda_lurus(jawaban: Iterable[Mapping[str, int | None]], minimal_terjawab: int = MINIMAL_TERJAWAB) -> TandaLurus:
    """Measure straight-lining; a sign for the survey owner to look at, never a reason to drop a form silently."""
    n = lurus = semua_empat = 0
    for baris in jawaban:
        terjawab = [nilai for nilai in baris.values() if nilai is not None]
        if len(terjawab) < minimal_terjawab:
            continue
        n += 1
        if jawaban_lurus(baris, minimal_terjawab):
            lurus += 1
            semua_empat += terjawab[0] == max(NILAI_SAH)
    return TandaLurus(n, lurus, semua_empat, bulatkan(Fraction(100 * lurus, n), 1) if n else None)
