"""Sets of good practice, of its files and comments, and of trying it out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from pelatihan.perhitungan.praktik import ADOPSI_TERBUKA, TERBIT, KeadaanKomentar, StatusPraktik

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


class PraktikQuerySet(models.QuerySet[Any]):
    def terbit(self) -> Self:
        """What the whole office reads."""
        return self.filter(status__in=[satu.value for satu in TERBIT])

    def umum(self) -> Self:
        """What everybody reads, without an account."""
        return self.filter(status=StatusPraktik.UMUM.value)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> Self:
        """The library for the office, one's own proposals in any state, everything for pengelola and pemeriksa."""
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        return self.filter(Q(status__in=[satu.value for satu in TERBIT]) | Q(dibuat_oleh=pengguna))


class PraktikManager(models.Manager.from_queryset(PraktikQuerySet)):  # type: ignore[misc]  # a class made at run time
    """Never reads the search vector, which is larger than the text."""

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("cari")


class BerkasPraktikQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> Self:
        """Files that were not taken back."""
        return self.filter(dibatalkan_pada__isnull=True)

    def umum(self) -> Self:
        """Files of published practice that were released with it."""
        return self.berlaku().filter(umum=True, adopsi__isnull=True, praktik__status=StatusPraktik.UMUM.value)


class KomentarPraktikQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna) -> Self:
        """What is shown, one's own, and everything for the pengelola, who hides."""
        if pengguna.pengelola:
            return self
        return self.filter(Q(keadaan=KeadaanKomentar.TAYANG.value) | Q(penulis=pengguna))


class AdopsiPraktikQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> Self:
        """With the practice; a person's own trial beside that."""
        praktik: Any = apps.get_model("pelatihan", "PraktikBaik")
        return self.filter(praktik__in=praktik.objects.terlihat_oleh(pengguna).order_by().values("pk"))

    def terbuka(self) -> Self:
        """Of which nothing came yet."""
        return self.filter(status__in=[satu.value for satu in ADOPSI_TERBUKA])

    def perlu_ditanya(self, hari: date) -> Self:
        """Open ones whose day has come, and that were not asked about."""
        return self.terbuka().filter(tanya_pada__lte=hari, ditanya_pada__isnull=True)
