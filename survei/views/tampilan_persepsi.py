"""IPAK and IPKP as pages show them: on the scale 1–4, beside the thresholds of integrity zones."""

from __future__ import annotations

from dataclasses import dataclass

from rakumpit.angka import format_angka
from survei.enums.instrumen import NAMA_INDEKS, PERSEPSI, JenisInstrumen
from survei.models import Survei
from survei.perhitungan import HasilIndeks
from survei.perhitungan.persepsi import mencapai, nilai_empat
from survei.ringkasan.persepsi import ambang_berlaku

HAL = {
    JenisInstrumen.SPAK: "layanan yang bersih dari korupsi",
    JenisInstrumen.SPKP: "mutu layanan kami",
}


@dataclass(frozen=True, slots=True)
class NilaiPersepsi:
    """``nilai`` «3,87»; ``ambang``: predicate, bound, whether reached; ``belum_diperiksa``: not read in the law."""

    nilai: str
    kalimat: str
    ambang: tuple[tuple[str, str, bool], ...]
    belum_diperiksa: bool
    dasar: str


def nama_indeks(survei: Survei) -> dict[str, str]:
    """What the index of this survey is called, long and short; empty for a free one."""
    panjang, singkat = NAMA_INDEKS.get(JenisInstrumen(survei.instrumen.jenis), ("", ""))
    return {"nama_indeks": panjang, "singkatan": singkat}


def nilai_persepsi(survei: Survei, hasil: HasilIndeks) -> NilaiPersepsi | None:
    """The value 1–4 of a survey for integrity zones; None for every other one and without an index. One query."""
    jenis = JenisInstrumen(survei.instrumen.jenis)
    if jenis not in PERSEPSI or hasil.ikm_eksak is None:
        return None
    nilai = nilai_empat(hasil.ikm_eksak)
    ambang = ambang_berlaku(jenis, survei.selesai)
    return NilaiPersepsi(
        nilai=format_angka(nilai),
        kalimat=f"Warga memberi nilai {format_angka(nilai)} dari 4 untuk {HAL[jenis]}.",
        ambang=tuple((satu.predikat, format_angka(satu.nilai), mencapai(nilai, satu.nilai)) for satu in ambang),
        belum_diperiksa=any(not satu.terverifikasi for satu in ambang),
        dasar=", ".join(sorted({satu.dasar_hukum for satu in ambang})),
    )
