"""What attendees thought of a session: sums for its organiser, never an answer by itself."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Count

from forum.enums.berita_acara import LABEL_NILAI_SESI, LABEL_TERCATAT
from forum.models import SesiForum
from forum.perhitungan.ukuran import MINIMUM_UMUM
from rakumpit.angka import bulatkan
from rakumpit.organisasi.samaran import pola_kantor
from rakumpit.samaran import samarkan


@dataclass(frozen=True, slots=True)
class UmpanBalik:
    """``jumlah`` None: fewer than ``MINIMUM_UMUM`` answers, and then nothing else is told either."""

    jumlah: int | None
    rata_rata: Decimal | None = None
    menurut_nilai: tuple[tuple[str, int], ...] = ()
    menurut_tercatat: tuple[tuple[str, int], ...] = ()
    saran: tuple[str, ...] = ()


def umpan_balik_sesi(sesi: SesiForum) -> UmpanBalik:
    """Mean, counts and masked suggestions, these in no order that tells who answered first; at most six queries."""
    semua = sesi.umpan_balik.order_by()
    nilai = dict(semua.values_list("nilai").annotate(n=Count("pk")))
    jumlah = sum(nilai.values())
    if jumlah < MINIMUM_UMUM:
        return UmpanBalik(None)
    tercatat = dict(semua.values_list("tercatat").annotate(n=Count("pk")))
    pola = pola_kantor()
    saran = semua.exclude(saran="").order_by("kiriman").values_list("saran", flat=True)
    return UmpanBalik(
        jumlah=jumlah,
        rata_rata=bulatkan(Fraction(sum(satu * n for satu, n in nilai.items()), jumlah)),
        menurut_nilai=tuple((label, nilai.get(kode, 0)) for kode, label in LABEL_NILAI_SESI.items()),
        menurut_tercatat=tuple((label, tercatat.get(kode.value, 0)) for kode, label in LABEL_TERCATAT.items()),
        saran=tuple(samarkan(satu, pola) for satu in saran),
    )
