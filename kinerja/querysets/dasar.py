"""What the sets share: rules with dates, and who reads a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.models import Q

from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna

S = TypeVar("S", bound="models.QuerySet[Any]")


class AturanQuerySet(models.QuerySet[Any]):
    """Rules with dates."""

    def pada(self, tanggal: date) -> Any:
        """The rule in force on a date; LookupError with an Indonesian sentence when there is none."""
        aturan = (
            self.filter(Q(selesai__isnull=True) | Q(selesai__gte=tanggal), mulai__lte=tanggal)
            .order_by("-mulai")
            .first()
        )
        if aturan is None:
            nama = str(self.model._meta.verbose_name)
            raise LookupError(
                f"Belum ada {nama} yang berlaku pada {tanggal:%d-%m-%Y}. Tambahkan di admin, {nama.capitalize()}."
            )
        return aturan


def terbaca(semua: S, pengguna: Pengguna | AnonymousUser, syarat: Callable[[Pengguna], Q]) -> S:
    """All rows for the pengelola, for other accounts those of ``syarat``, which names no technical admin."""
    if not pengguna.is_authenticated:
        return semua.none()
    return semua if pengguna.pengelola else semua.filter(syarat(pengguna))


def dinilai(pengguna: Pengguna) -> Q:
    """Own rows, those that the account rates, and those of people in the led units."""
    return sendiri_atau_unit(pengguna) | Q(penilai__pengguna=pengguna) | Q(penilai_luar__pengguna=pengguna)


def sendiri_atau_unit(pengguna: Pengguna) -> Q:
    """Own rows and those of people in the led units."""
    return Q(pegawai__pengguna=pengguna) | _di_unit_pimpinan(pengguna)


def _di_unit_pimpinan(pengguna: Pengguna) -> Q:
    """Rows of people in the units that the account leads today.

    Not of another holder of the same leading post: who stands in for a head for a week is not that head's superior.
    """
    from rakumpit.organisasi.models import Penugasan, UnitKerja

    hari = hari_ini()
    dipimpin = Penugasan.objects.unit_dipimpin(pengguna, hari)
    anggota = (
        Penugasan.objects.pada(hari)
        .filter(jabatan__unit_id__in=UnitKerja.objects.turunan_id(dipimpin))
        .exclude(jabatan__memimpin=True, jabatan__unit_id__in=dipimpin)
        .values("pegawai_id")
    )
    return Q(pegawai_id__in=anggota)
