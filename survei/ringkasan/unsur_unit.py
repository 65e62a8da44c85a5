"""One element of a unit's surveys before and after something else happened, for other apps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from rakumpit.angka import bulatkan
from survei.models import HasilSurvei, Survei
from survei.perhitungan import (
    LABEL_ARAH,
    SAMPEL_KECIL,
    Ketidakpastian,
    KodeUnsur,
    bandingkan,
    ketidakpastian_unsur,
)
from survei.ringkasan.perkembangan import sebaran_tersimpan


@dataclass(frozen=True, slots=True)
class UnsurMasa:
    """One element in one locked survey: ``nilai`` 25…100 with 2 decimals and its 95 % interval.

    Both are None from fewer than 30 answers: few people give one service, and each could be told apart.
    """

    judul: str
    mulai: date
    selesai: date
    n: int
    nilai: Decimal | None
    selang: tuple[Decimal, Decimal] | None


@dataclass(frozen=True, slots=True)
class BandingUnsur:
    """The last locked survey before and the newest one after; None where there is none yet.

    ``arah`` says what may be said about the two («belum dapat disebut naik»), "" while one is missing.
    """

    sebelum: UnsurMasa | None
    sesudah: UnsurMasa | None
    arah: str


def banding_unsur(unit_id: int, kode: str, *, sebelum: date, sesudah: date) -> BandingUnsur:
    """The element in the unit's own locked surveys that ended before ``sebelum`` and that began after ``sesudah``.

    Only surveys with the same questions are held against each other. One query.
    """
    semua = list(
        HasilSurvei.objects.terkunci()
        .filter(survei__in=Survei.objects.terkunci().kepuasan(), survei__unit=unit_id)
        .select_related("survei")
        .order_by("survei__selesai", "pk")
    )
    akhir = next((satu for satu in reversed(semua) if satu.survei.mulai > sesudah), None)
    awal = next(
        (
            satu
            for satu in reversed(semua)
            if satu.survei.selesai < sebelum
            and (akhir is None or satu.survei.instrumen_id == akhir.survei.instrumen_id)
        ),
        None,
    )
    dulu, kini = (None if satu is None else _hitung(satu, KodeUnsur(kode)) for satu in (awal, akhir))
    arah = ""
    if dulu is not None and kini is not None:
        cukup = min(dulu[0].n, kini[0].n) >= SAMPEL_KECIL
        arah = LABEL_ARAH[bandingkan(dulu[1], dulu[2], kini[1], kini[2]).arah] if cukup else "belum dapat dibandingkan"
    return BandingUnsur(None if dulu is None else dulu[0], None if kini is None else kini[0], arah)


def _hitung(hasil: HasilSurvei, kode: KodeUnsur) -> tuple[UnsurMasa, Fraction | None, Ketidakpastian]:
    sebaran = sebaran_tersimpan(hasil.rincian).get(kode, {})
    eksak, tak_tentu = ketidakpastian_unsur(sebaran, (hasil.rincian.get("selang") or {}).get("populasi"))
    n = sum(sebaran.values())
    cukup = n >= SAMPEL_KECIL and eksak is not None
    selang = None
    if cukup and tak_tentu.bawah is not None and tak_tentu.atas is not None:
        selang = (tak_tentu.bawah, tak_tentu.atas)
    satu = UnsurMasa(
        judul=hasil.survei.judul,
        mulai=hasil.survei.mulai,
        selesai=hasil.survei.selesai,
        n=n,
        nilai=bulatkan(eksak, 2) if cukup and eksak is not None else None,
        selang=selang,
    )
    return satu, eksak, tak_tentu
