"""Answers that came after the lock: how many, and nothing else about them."""

from __future__ import annotations

from dataclasses import dataclass

from survei.enums import STATUS_TERKUNCI, StatusSurvei
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.models import PermintaanBuka, Respons, Survei
from survei.perhitungan import SEL_MINIMUM, SEL_MINIMUM_DALAM, sel_minimum


@dataclass(frozen=True, slots=True)
class JawabanTerlambat:
    """``sebutan``: their number in words, without the number itself below ``SEL_MINIMUM_DALAM``.

    ``sedikit``: so few that what they add can be told from two published results. ``dibuka``: the request by which the
    survey stands open again, None while it is locked.
    """

    sebutan: str
    sedikit: bool
    dibuka: PermintaanBuka | None


def jawaban_terlambat(survei: Survei) -> JawabanTerlambat | None:
    """Late answers of one survey that nobody has decided on; None without any. At most two queries."""
    if survei.status not in {*STATUS_TERKUNCI, StatusSurvei.DITUTUP}:
        return None
    banyak = Respons.objects.terlambat().filter(survei=survei).count()
    if not banyak:
        return None
    dibuka = None
    if survei.status == StatusSurvei.DITUTUP:
        disetujui = PermintaanBuka.objects.filter(hasil__survei=survei, status=StatusPermintaanBuka.DISETUJUI.value)
        dibuka = disetujui.order_by("-hasil__versi").first()
    cukup = sel_minimum(banyak, SEL_MINIMUM_DALAM)
    return JawabanTerlambat(
        sebutan=f"{banyak} jawaban terlambat" if cukup else f"Kurang dari {SEL_MINIMUM_DALAM} jawaban terlambat",
        sedikit=not sel_minimum(banyak, SEL_MINIMUM),
        dibuka=dibuka,
    )
