"""Sets of events, sessions and registrations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from pelatihan.perhitungan.kegiatan import BERKURSI, DIUMUMKAN, StatusPendaftaran
from pelatihan.querysets import MilikPegawaiQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


class KegiatanQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> Self:
        """Announced events for everybody of the office; drafts for the pengelola and the units that one may read."""
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        unit: Any = apps.get_model("organisasi", "UnitKerja")
        return self.filter(
            Q(status__in=[satu.value for satu in DIUMUMKAN])
            | Q(unit__in=unit.objects.terlihat_oleh(pengguna).order_by().values("pk"))
        )


class SesiKegiatanQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> Self:
        """Sessions that take place."""
        return self.filter(batal=False)


class PendaftaranQuerySet(MilikPegawaiQuerySet):
    def berkursi(self) -> Self:
        """Those who hold a seat."""
        return self.filter(status__in=[satu.value for satu in BERKURSI])

    def antre(self) -> Self:
        """The waiting list in its order: rows are made under the lock of the event, so their numbers are that order."""
        return self.filter(status=StatusPendaftaran.DAFTAR_TUNGGU.value).order_by("pk")
