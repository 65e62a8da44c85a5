"""What citizens worded under the questions of a free survey, as people may read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform

from rakumpit.waktu import format_tanggal, tanggal_lokal
from survei.enums import LABEL_STATUS_SURVEI, StatusSurvei
from survei.models import Pertanyaan, Respons, Survei
from survei.perhitungan import SEL_MINIMUM_DALAM
from survei.perhitungan.butir import JenisPertanyaan

TERBACA = (StatusSurvei.DITUTUP, StatusSurvei.DIKUNCI, StatusSurvei.DIPUBLIKASI)


@dataclass(frozen=True, slots=True)
class TeksTanya:
    """A question that takes words: answers that may be read, and why they are not shown ("" when they are)."""

    tanya: Pertanyaan
    jumlah: int
    tertutup: str


def pertanyaan_teks(survei: Survei) -> list[TeksTanya]:
    """The questions of the survey that take words, in their order; two statements, however many there are."""
    semua = list(survei.instrumen.pertanyaan.filter(jenis=JenisPertanyaan.TEKS.value).order_by("urutan"))
    if not semua:
        return []
    # Each number under its place: a code is data and no name for a column.
    isi = {f"teks{urut}": KeyTextTransform(satu.kode_unsur, "teks_tersamar") for urut, satu in enumerate(semua)}
    hitung = {f"n{urut}": Count("pk", filter=Q(**{f"teks{urut}__gt": ""})) for urut in range(len(semua))}
    jumlah = Respons.objects.terhitung().filter(survei=survei).annotate(**isi).aggregate(**hitung)
    return [
        TeksTanya(satu, jumlah[f"n{urut}"], sebab_tertutup(survei, jumlah[f"n{urut}"]))
        for urut, satu in enumerate(semua)
    ]


def sebab_tertutup(survei: Survei, jumlah: int) -> str:
    """Why ``jumlah`` answers in words to one question are not shown; "" when they are.

    Only after the closing, and from ``SEL_MINIMUM_DALAM`` on, as for counts inside the office (survei 9.1).
    """
    if survei.status not in TERBACA:
        kini = LABEL_STATUS_SURVEI[StatusSurvei(survei.status)].lower()
        return f"Survei ini {kini}. Jawaban teks dapat dibaca sesudah survei ditutup."
    if survei.saran_dihapus_pada:
        return (
            f"Jawaban teks dihapus menurut masa simpan pada {format_tanggal(tanggal_lokal(survei.saran_dihapus_pada))}."
        )
    if jumlah < SEL_MINIMUM_DALAM:
        return f"Jawaban masih sedikit. Tulisan tampil mulai {SEL_MINIMUM_DALAM} jawaban."
    return ""


def tulisan(survei: Survei, tanya: Pertanyaan) -> QuerySet[Any]:
    """The answers in words to one question, as ``terbaca``, in an order that tells nothing."""
    semua: QuerySet[Any] = Respons.objects.berteks(tanya.kode_unsur)
    return semua.filter(survei=survei).order_by("urut")
