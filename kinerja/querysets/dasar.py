"""What the sets share: rules with dates, and who reads a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models import Q

from rakumpit.organisasi.querysets import kunci_orang
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


class DapatDibatalkanQuerySet(models.QuerySet[Any]):
    """Rows that are voided instead of deleted."""

    def berlaku(self) -> Self:
        """Not voided."""
        return self.filter(dibatalkan_pada__isnull=True)


def terbaca(semua: S, pengguna: Pengguna | AnonymousUser, syarat: Callable[[Pengguna], Q]) -> S:
    """All rows for the pengelola, for other accounts those of ``syarat``, which names no technical admin."""
    if not pengguna.is_authenticated:
        return semua.none()
    return semua if pengguna.pengelola else semua.filter(syarat(pengguna))


def orang(pengguna: Pengguna, *pegawai: str, luar: Sequence[str] = ()) -> Q:
    """Rows in which one of these fields holds the person, or one of ``luar`` the outside official, of the account."""
    from rakumpit.organisasi.models import Pegawai, PejabatLuar

    hasil = Q()
    for model, medan in ((Pegawai, pegawai), (PejabatLuar, luar)):
        for nama in medan:
            hasil |= Q(**{nama: kunci_orang(model, pengguna)})
    return hasil


def dinilai(pengguna: Pengguna) -> Q:
    """Own rows, those that the account rates, and those of people in the led units."""
    return sendiri_atau_unit(pengguna) | orang(pengguna, "penilai", luar=["penilai_luar"])


def sendiri_atau_unit(pengguna: Pengguna) -> Q:
    """Own rows and those of people in the led units."""
    return orang(pengguna, "pegawai") | _di_unit_pimpinan(pengguna)


def _di_unit_pimpinan(pengguna: Pengguna) -> Q:
    """Rows of people in the units that the account leads today.

    Not of another holder of the same leading post: who stands in for a head for a week is not that head's superior.
    """
    from rakumpit.organisasi.models import Penugasan, UnitKerja

    hari = hari_ini()
    di_bawah = UnitKerja.objects.di_bawah_akun(pengguna, hari)
    anggota = (
        Penugasan.objects.pada(hari)
        .filter(jabatan__unit_id__in=list(di_bawah), pegawai__isnull=False)
        .exclude(jabatan__memimpin=True, jabatan__unit_id__in=[pk for pk, sendiri in di_bawah.items() if sendiri])
        .order_by()
        .values("pegawai_id")
    )
    return Q(pegawai_id__in=anggota)
