"""Actions that follow from agreements: steps, lateness, progress of a parent, and who is told when. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from rakumpit.angka import bulatkan
from rakumpit.waktu import hitung_hari_kerja


class StatusAksi(StrEnum):
    """Only ``diverifikasi`` counts as done; a claim is not yet an end."""

    DIRENCANAKAN = "direncanakan"
    BERJALAN = "berjalan"
    DIKLAIM = "selesai_diklaim"
    DIVERIFIKASI = "diverifikasi"
    TERTUNDA = "tertunda"
    TIDAK_DAPAT = "tidak_dapat_dilaksanakan"
    DIALIHKAN = "dialihkan"


class Tingkat(StrEnum):
    """Who is told that an action is late."""

    PEMILIK = "pemilik"
    ATASAN = "atasan"
    CAMAT = "camat"


_BERHENTI = frozenset({StatusAksi.TERTUNDA, StatusAksi.TIDAK_DAPAT, StatusAksi.DIALIHKAN})
LANJUTAN_AKSI: dict[StatusAksi, frozenset[StatusAksi]] = {
    StatusAksi.DIRENCANAKAN: frozenset({StatusAksi.BERJALAN}) | _BERHENTI,
    StatusAksi.BERJALAN: frozenset({StatusAksi.BERJALAN, StatusAksi.DIKLAIM}) | _BERHENTI,
    StatusAksi.DIKLAIM: frozenset({StatusAksi.DIVERIFIKASI, StatusAksi.BERJALAN}),
    StatusAksi.TERTUNDA: frozenset({StatusAksi.BERJALAN}) | _BERHENTI,
    StatusAksi.DIVERIFIKASI: frozenset(),
    StatusAksi.TIDAK_DAPAT: frozenset(),
    StatusAksi.DIALIHKAN: frozenset(),
}
# At an end: not late, whatever the day.
AKHIR = (StatusAksi.DIVERIFIKASI, StatusAksi.TIDAK_DAPAT, StatusAksi.DIALIHKAN)
TERBUKA = tuple(satu for satu in StatusAksi if satu not in AKHIR)
# Given up or given away: they leave the mean of their parent.
_TIDAK_DIHITUNG = (StatusAksi.TIDAK_DAPAT, StatusAksi.DIALIHKAN)


@dataclass(frozen=True, slots=True)
class Bagian:
    """One child of an action, with its own per cent."""

    status: str
    persen: int


def boleh_beralih_aksi(dari: str, ke: StatusAksi) -> bool:
    """Whether the state ``ke`` may follow ``dari``."""
    return ke in LANJUTAN_AKSI[StatusAksi(dari)]


def terlambat(status: str, tenggat: date, hari: date) -> bool:
    """Past its due day and not at an end; a claim that nobody has verified is late as well (golden case F03)."""
    return tenggat < hari and status in TERBUKA


def kemajuan(persen: int, anak: Sequence[Bagian]) -> int:
    """Per cent of an action: its own, or with children their mean, half up; typed figures do not count then (F04).

    Children that were given up or passed on leave the mean; when all were, the own figure is what is left.
    """
    dihitung = [satu.persen for satu in anak if satu.status not in _TIDAK_DIHITUNG]
    if not dihitung:
        return persen
    return int(bulatkan(Fraction(sum(dihitung), len(dihitung)), 0))


def tingkat_diberi_tahu(
    tenggat: date, hari: date, libur: Collection[date], *, hari_atasan: int, hari_camat: int
) -> list[Tingkat]:
    """Who must have been told by ``hari``: the owner once it is late, then by working days since the due day."""
    if hari <= tenggat:
        return []
    lewat = hitung_hari_kerja(tenggat, hari, libur)
    naik = [Tingkat.PEMILIK]
    if lewat >= hari_atasan:
        naik.append(Tingkat.ATASAN)
    if lewat >= hari_camat:
        naik.append(Tingkat.CAMAT)
    return naik
