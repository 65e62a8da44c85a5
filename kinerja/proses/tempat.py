"""Where people worked within a period, from their dated assignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.models import Periode
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Penugasan


@dataclass(frozen=True, slots=True)
class Tempat:
    """One assignment that touches the period."""

    pk: int
    unit_id: int
    jabatan: str
    memimpin: bool
    definitif: bool
    mulai: date
    selesai: date | None

    def pada(self, tanggal: date) -> bool:
        return self.mulai <= tanggal and (self.selesai is None or self.selesai >= tanggal)


def baca_tempat(periode: Periode, ids: Sequence[int]) -> dict[int, list[Tempat]]:
    """Person -> assignments that touch the period, by their first day; one query."""
    hasil: dict[int, list[Tempat]] = {}
    baris = (
        Penugasan.objects.dalam(periode.mulai, periode.selesai)
        .filter(pegawai_id__in=ids)
        .order_by("pegawai_id", "mulai", "pk")
        .values_list(
            *("pegawai_id", "pk", "jabatan__unit_id", "jabatan__nama", "jabatan__memimpin", "sifat", "mulai", "selesai")
        )
    )
    for pegawai_id, pk, unit_id, jabatan, memimpin, sifat, mulai, selesai in baris:
        definitif = sifat == SifatPenugasan.DEFINITIF.value
        hasil.setdefault(pegawai_id, []).append(Tempat(pk, unit_id, jabatan, memimpin, definitif, mulai, selesai))
    return hasil


def tempat_terakhir(semua: Sequence[Tempat]) -> Tempat | None:
    """The last definitive assignment; an acting one if there is no other."""
    calon = [satu for satu in semua if satu.definitif] or semua
    return calon[-1] if calon else None


def tempat_pada(semua: Sequence[Tempat], tanggal: date) -> Tempat | None:
    """The assignment that places the person on a date, as ``Pegawai.penugasan_pada``."""
    ada = [satu for satu in semua if satu.pada(tanggal)]
    return min(ada, key=lambda satu: (not satu.definitif, satu.pk), default=None)
