"""What goes into an evaluation and what comes out: frozen records, nothing but data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja.perhitungan.pilihan import Arah, NilaiDasar, Penilai, Predikat, Rating, Sumber


@dataclass(frozen=True, slots=True)
class AturanNilai:
    """Values of one version of the dated rule table; all weights and thresholds are percent.

    ValueError: weights of one formula that do not add up to 100, thresholds or rating values that do not ascend.
    """

    batas_capaian: Decimal
    bobot_hasil: Decimal
    bobot_perilaku: Decimal
    bobot_hasil_360: Decimal  # where peers or subordinates took part (PP 30/2019 Pasal 41)
    bobot_perilaku_360: Decimal
    ambang_hasil_sesuai: Decimal  # from this value on: sesuai ekspektasi
    ambang_hasil_di_atas: Decimal
    ambang_perilaku_sesuai: Decimal
    ambang_perilaku_di_atas: Decimal
    nilai_di_bawah: Decimal  # what one behaviour rating counts
    nilai_sesuai: Decimal
    nilai_di_atas: Decimal
    bobot_atasan: Decimal
    bobot_rekan: Decimal
    bobot_bawahan: Decimal
    minimal_jawaban: int  # citizens' answers below this number are not used
    batas_kinerja: Decimal = Decimal(120)  # PP 30/2019 Pasal 41
    # The defaults are what rules meant that were frozen before these values existed.
    hari_minimal_atasan: int = 0  # a superior of fewer days leaves the behaviour to the one before; 0: no limit
    minimal_penilai_lain: int = 1  # peers or subordinates of one kind count from this number on

    def __post_init__(self) -> None:
        seratus = {
            "hasil kerja dan perilaku": (self.bobot_hasil, self.bobot_perilaku),
            "hasil kerja dan perilaku dengan rekan/bawahan": (self.bobot_hasil_360, self.bobot_perilaku_360),
            "atasan, rekan, dan bawahan": (self.bobot_atasan, self.bobot_rekan, self.bobot_bawahan),
        }
        for nama, bobot in seratus.items():
            if any(b < 0 for b in bobot) or sum(bobot) != 100:
                raise ValueError(f"Bobot {nama} harus berjumlah tepat 100 dan tidak boleh negatif.")
        naik = {
            "Ambang rating hasil kerja": (self.ambang_hasil_sesuai, self.ambang_hasil_di_atas),
            "Ambang rating perilaku": (self.ambang_perilaku_sesuai, self.ambang_perilaku_di_atas),
            "Nilai rating perilaku": (self.nilai_di_bawah, self.nilai_sesuai, self.nilai_di_atas),
        }
        for nama, nilai in naik.items():
            if nilai[0] < 0 or any(kiri >= kanan for kiri, kanan in pairwise(nilai)):
                raise ValueError(f"{nama} harus naik dari yang terendah dan tidak boleh negatif.")
        if self.batas_capaian < 100 or self.batas_kinerja < 100:
            raise ValueError("Batas capaian dan batas angka bantu paling kecil 100.")
        if self.minimal_jawaban < 1 or self.minimal_penilai_lain < 1:
            raise ValueError("Jumlah jawaban dan jumlah penilai lain minimal paling kecil 1.")


@dataclass(frozen=True, slots=True)
class BahanIndikator:
    """One indicator with the realisasi of the period."""

    id: int | str
    nama: str
    rhk: str
    arah: Arah
    sumber: Sumber
    target: tuple[Decimal | None, Decimal | None]  # lower and upper bound; one of them alone is a single number
    asal_target: str
    satuan: str
    realisasi: Decimal | None
    bobot: Decimal | None
    n: int | None  # number of answers behind a realisasi that the run filled in
    bendera: tuple[str, ...] = ()
    keterangan: str = ""  # why there is no target or realisasi, or what a reader should know of it


@dataclass(frozen=True, slots=True)
class BahanPerilaku:
    """How many raters of one kind gave one rating for one BerAKHLAK value."""

    nilai_dasar: NilaiDasar
    penilai: Penilai
    rating: Rating
    jumlah: int


@dataclass(frozen=True, slots=True)
class BahanRekomendasi:
    """Ratings of a superior whose ratings do not count: a recommendation, shown beside the behaviour only."""

    siapa: str
    perilaku: tuple[tuple[Rating, int], ...]  # how many values got which rating


@dataclass(frozen=True, slots=True)
class BahanWarga:
    """Mean of a survey element (1 to 4) for the services of the person's team: evidence beside the behaviour only."""

    unsur: str
    n: int
    nrr: Decimal | None


@dataclass(frozen=True, slots=True)
class BahanEvaluasi:
    """Everything one evaluation is computed from; stored with the result."""

    pegawai_id: int | str
    indikator: tuple[BahanIndikator, ...]
    perilaku: tuple[BahanPerilaku, ...]
    warga: tuple[BahanWarga, ...] = ()
    alasan_tanpa_skp: str | None = None
    rekomendasi: tuple[BahanRekomendasi, ...] = ()


@dataclass(frozen=True, slots=True)
class Baris:
    """One line of the derivation: a value with 4 decimals, or the reason why there is none; never both."""

    # capaian.<id>, hasil, perilaku.<nilai>[.<penilai>], perilaku, penilai_lain.<penilai>, rekomendasi.<urut>,
    # warga.<unsur>, kinerja
    kode: str
    label: str
    rumus: str
    nilai: Decimal | None
    alasan: str | None


@dataclass(frozen=True, slots=True)
class HasilEvaluasi:
    """The proposal of the system: the official decides, with ``rincian`` in view.

    ``alasan`` pairs the name of each field that is None with the reason.
    """

    nilai_hasil: Decimal | None
    nilai_perilaku: Decimal | None
    nilai_kinerja: Decimal | None
    usulan_hasil: Rating | None
    usulan_perilaku: Rating | None
    usulan_predikat: Predikat | None
    rincian: tuple[Baris, ...]
    alasan: tuple[tuple[str, str], ...]
