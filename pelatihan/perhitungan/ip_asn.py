"""Estimate of the Indeks Profesionalitas ASN (IP ASN) by a versioned scheme. Pure.

Only an estimate of the office: the official number is that of BKN. The points are those of the scheme that is passed
in; a closed year is never computed again with a newer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rakumpit.angka import bulatkan

_NOL = Decimal(0)
JP_TEKNIS = Decimal(20)


class KelompokJabatan(StrEnum):
    """Kinds of posts that the index tells apart."""

    STRUKTURAL = "struktural"
    FUNGSIONAL = "fungsional"
    PELAKSANA = "pelaksana"


class Pendidikan(StrEnum):
    """Last formal education in the personnel record."""

    S3 = "s3"
    S2 = "s2"
    S1 = "s1"
    D3 = "d3"
    SLTA = "slta"
    BAWAH = "bawah"


LABEL_PENDIDIKAN = {
    Pendidikan.S3: "S-3",
    Pendidikan.S2: "S-2",
    Pendidikan.S1: "S-1 atau D-IV",
    Pendidikan.D3: "D-III",
    Pendidikan.SLTA: "D-II, D-I, atau SLTA",
    Pendidikan.BAWAH: "SLTP atau SD",
}


class HasilKinerja(StrEnum):
    """Class of the last yearly result."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    CUKUP = "cukup"
    KURANG = "kurang"
    BURUK = "buruk"


LABEL_HASIL_KINERJA = {
    HasilKinerja.SANGAT_BAIK: "91–100, sangat baik",
    HasilKinerja.BAIK: "76–90, baik",
    HasilKinerja.CUKUP: "61–75, cukup",
    HasilKinerja.KURANG: "51–60, kurang",
    HasilKinerja.BURUK: "50 ke bawah, buruk",
}


class Hukuman(StrEnum):
    """Heaviest disciplinary punishment that is still in force."""

    TIDAK_PERNAH = "tidak_pernah"
    RINGAN = "ringan"
    SEDANG = "sedang"
    BERAT = "berat"


LABEL_HUKUMAN = {
    Hukuman.TIDAK_PERNAH: "Tidak ada",
    Hukuman.RINGAN: "Ringan",
    Hukuman.SEDANG: "Sedang",
    Hukuman.BERAT: "Berat",
}


class Kategori(StrEnum):
    SANGAT_TINGGI = "sangat_tinggi"
    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"
    SANGAT_RENDAH = "sangat_rendah"


LABEL_KATEGORI = {
    Kategori.SANGAT_TINGGI: "Sangat tinggi",
    Kategori.TINGGI: "Tinggi",
    Kategori.SEDANG: "Sedang",
    Kategori.RENDAH: "Rendah",
    Kategori.SANGAT_RENDAH: "Sangat rendah",
}
# By the lower bound and unrounded: the rule itself leaves 60–61, 70–71, 80–81 and 90–91 open.
_BATAS = (
    (Decimal(91), Kategori.SANGAT_TINGGI),
    (Decimal(81), Kategori.TINGGI),
    (Decimal(71), Kategori.SEDANG),
    (Decimal(61), Kategori.RENDAH),
)

DIKLAT_JENJANG = "diklat_jenjang"
DIKLAT_TEKNIS = "diklat_teknis"
SEMINAR = "seminar"
LABEL_INDIKATOR = {
    DIKLAT_JENJANG: "Diklat kepemimpinan atau fungsional sesuai jabatan",
    DIKLAT_TEKNIS: "Diklat teknis, jumlahnya paling sedikit 20 JP dalam setahun terakhir",
    SEMINAR: "Seminar, workshop, kursus, atau magang dalam dua tahun terakhir",
}


@dataclass(frozen=True, slots=True)
class Skema:
    """Points of one scheme: per class and, for competence, per kind of post and indicator."""

    kualifikasi: Mapping[str, Decimal]
    kompetensi: Mapping[str, Mapping[str, Decimal]]
    kinerja: Mapping[str, Decimal]
    disiplin: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class BahanIP:
    """What is known of a person; None where nothing is known. ``jp_teknis``: JP of technical training in one year."""

    kelompok: KelompokJabatan
    pendidikan: Pendidikan | None
    diklat_jenjang: bool
    jp_teknis: Decimal
    seminar: bool
    kinerja: HasilKinerja | None
    hukuman: Hukuman | None


@dataclass(frozen=True, slots=True)
class Peningkat:
    """One thing that would raise the index, with its points."""

    kode: str
    poin: Decimal


@dataclass(frozen=True, slots=True)
class HasilIP:
    """Points per dimension; ``total`` and ``kategori`` are None while ``belum`` names what is not known yet."""

    kualifikasi: Decimal | None
    kompetensi: Decimal
    kinerja: Decimal | None
    disiplin: Decimal | None
    total: Decimal | None
    kategori: Kategori | None
    belum: tuple[str, ...]
    peningkat: tuple[Peningkat, ...]


def kelas_kinerja(nilai: Decimal) -> HasilKinerja:
    """Class of a yearly result on 0–100; 50 itself is buruk, and so is what lies between two classes the lower one."""
    for batas, kelas in ((91, "sangat_baik"), (76, "baik"), (61, "cukup"), (51, "kurang")):
        if nilai >= batas:
            return HasilKinerja(kelas)
    return HasilKinerja.BURUK


def kategori(total: Decimal) -> Kategori:
    """Category of an index."""
    return next((nama for batas, nama in _BATAS if total >= batas), Kategori.SANGAT_RENDAH)


def hitung_ip(bahan: BahanIP, skema: Skema) -> HasilIP:
    """The estimate, and what would raise it, the most valuable first."""
    kualifikasi = skema.kualifikasi[bahan.pendidikan.value] if bahan.pendidikan is not None else None
    kinerja = skema.kinerja[bahan.kinerja.value] if bahan.kinerja is not None else None
    disiplin = skema.disiplin[bahan.hukuman.value] if bahan.hukuman is not None else None
    poin = skema.kompetensi[bahan.kelompok.value]
    ada = {
        DIKLAT_JENJANG: bahan.diklat_jenjang,
        DIKLAT_TEKNIS: bahan.jp_teknis >= JP_TEKNIS,
        SEMINAR: bahan.seminar,
    }
    kompetensi = sum((nilai for kode, nilai in poin.items() if ada[kode]), _NOL)
    peningkat = [Peningkat(kode, nilai) for kode, nilai in poin.items() if not ada[kode]]
    belum = tuple(
        nama
        for nama, nilai in (("pendidikan", kualifikasi), ("hasil kinerja", kinerja), ("hukuman disiplin", disiplin))
        if nilai is None
    )
    total = None
    if kualifikasi is not None and kinerja is not None and disiplin is not None:
        total = kualifikasi + kompetensi + kinerja + disiplin
    return HasilIP(
        kualifikasi=kualifikasi,
        kompetensi=kompetensi,
        kinerja=kinerja,
        disiplin=disiplin,
        total=total,
        kategori=None if total is None else kategori(total),
        belum=belum,
        peningkat=tuple(sorted(peningkat, key=lambda satu: (-satu.poin, satu.kode))),
    )


def indeks_unit(total: Iterable[Decimal]) -> Decimal | None:
    """Mean of persons with two decimals, never a mean of means; None for nobody."""
    semua = list(total)
    return bulatkan(sum(semua, _NOL) / len(semua)) if semua else None
