"""What a final evaluation says somebody could learn. Proposals for the superior; nothing here writes a need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja.perhitungan.bahan import BahanEvaluasi
from kinerja.perhitungan.pilihan import (
    LABEL_NILAI_DASAR,
    LABEL_PREDIKAT,
    PREDIKAT_RENDAH,
    Penilai,
    Predikat,
    Rating,
)
from kinerja.perhitungan.ukuran import teks_angka

_TARGET = Decimal(100)
_JUDUL_MAKS = 200


@dataclass(frozen=True, slots=True)
class UsulanBelajar:
    """One proposed need: ``butir`` names it within the evaluation, ``penting`` says that the predicate is low.

    ``judul`` is read by everybody who reads the person's training, so it tells no rating and no number; ``uraian``
    does, and stands on the page of the evaluation only.
    """

    butir: str
    judul: str
    uraian: str
    penting: bool


def usulan_belajar(
    predikat: Predikat, bahan: BahanEvaluasi, capaian: Iterable[tuple[str, Decimal | None]]
) -> list[UsulanBelajar]:
    """From a predicate below Baik, behaviour that the superior rated below expectation, and results below target.

    ``capaian``: code («capaian.<id>») and percent of each indicator as stored; one without a number proposes nothing.
    Ratings of peers and subordinates propose nothing either: a need would tell what they said.
    """
    rendah = predikat in PREDIKAT_RENDAH
    hasil = []
    if rendah:
        label = LABEL_PREDIKAT[predikat]
        hasil.append(
            UsulanBelajar("predikat", "Meningkatkan hasil kerja dan perilaku kerja", f"Predikat {label}.", True)
        )
    di_bawah = {
        satu.nilai_dasar
        for satu in bahan.perilaku
        if satu.penilai == Penilai.ATASAN and satu.rating == Rating.DI_BAWAH and satu.jumlah
    }
    for nilai, label in LABEL_NILAI_DASAR.items():
        if nilai in di_bawah:
            judul = f"Perilaku kerja: {label}"
            hasil.append(UsulanBelajar(f"perilaku.{nilai}", judul, f"{label}: di bawah ekspektasi.", rendah))
    persen = dict(capaian)
    for satu in bahan.indikator:
        nilai_capaian = persen.get(f"capaian.{satu.id}")
        if nilai_capaian is not None and nilai_capaian < _TARGET:
            judul = f"Mencapai target: {satu.nama}"[:_JUDUL_MAKS]
            uraian = f"Capaian {teks_angka(nilai_capaian)} persen untuk «{satu.rhk}»."
            hasil.append(UsulanBelajar(f"capaian.{satu.id}", judul, uraian, rendah))
    return hasil
