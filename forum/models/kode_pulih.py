"""The way back into an account without an address."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class KodePulih(models.Model):
    """The one recovery code of an account: shown once, kept as its digest, replaced when it was used.

    ``kiriman`` is made by the form, so that sending it twice makes one account and shows the same code.
    """

    pengguna = models.OneToOneField(
        "organisasi.Pengguna", verbose_name="pengguna", on_delete=models.PROTECT, related_name="kode_pulih"
    )
    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    sidik = models.CharField("sidik", max_length=64, unique=True, editable=False)
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "kode pemulihan"
        verbose_name_plural = "kode pemulihan"
        constraints = [
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="kodepulih_bentuk_sidik")
        ]

    def __str__(self) -> str:
        # Whatever prints a row must not print whose it is.
        return f"kode pemulihan {self.pk}"
