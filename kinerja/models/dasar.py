"""What several models share: rows that are voided instead of deleted, and the steps of rows that wait for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from rakumpit.model_dasar import ModelBerkode

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


class BarisDapatDibatalkan(ModelBerkode):
    """A row by which somebody may have counted or rated: it is never deleted but voided once, with a reason."""

    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    dibatalkan_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dibatalkan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    alasan_batal = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    class Meta:
        abstract = True

    def batalkan(self, *, oleh: Pengguna, alasan: str) -> None:
        """Void the row, which the caller has locked, found valid, and asked who."""
        self.dibatalkan_pada, self.dibatalkan_oleh, self.alasan_batal = timezone.now(), oleh, alasan[:300]
        self.save(update_fields=["dibatalkan_pada", "dibatalkan_oleh", "alasan_batal"])


def batal_beralasan(nama: str) -> models.CheckConstraint:
    """The three fields of ``BarisDapatDibatalkan`` are filled together."""
    return models.CheckConstraint(
        condition=Q(dibatalkan_pada__isnull=True, dibatalkan_oleh__isnull=True, alasan_batal="")
        | (Q(dibatalkan_pada__isnull=False, dibatalkan_oleh__isnull=False) & ~Q(alasan_batal="")),
        name=nama,
    )


class Langkah(models.Model):
    """One thing that happened to a row that waits for an answer, never changed. ``oleh`` is empty for the system."""

    urut = models.PositiveSmallIntegerField("urut")
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="oleh", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tenggat = models.DateField("tenggat jawaban", null=True, blank=True)
    catatan = models.TextField("catatan", blank=True)
    pada = models.DateTimeField("pada", db_default=Now(), editable=False)

    class Meta:
        abstract = True
