"""Reminders that were sent."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class Pengingat(models.Model):
    """One reminder to one person about one period; the unique key makes it once-only, whatever workers do.

    ``sisa_hari`` are the calendar days left until the closing day (``PilihanKantor.hari_pengingat``).
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="pengingat"
    )
    periode = models.ForeignKey("kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="+")
    sisa_hari = models.PositiveSmallIntegerField("hari sebelum tenggat")
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "pengingat"
        verbose_name_plural = "pengingat"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "periode", "sisa_hari"], name="pengingat_sekali_per_hari")
        ]

    def __str__(self) -> str:
        return f"{self.sisa_hari} hari sebelum tenggat {self.periode}"
