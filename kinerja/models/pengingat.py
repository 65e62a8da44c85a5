"""Reminders that were sent."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from kinerja.enums.pengingat import LABEL_JENIS_PENGINGAT


class Pengingat(models.Model):
    """One reminder to one person about one period; the unique key makes it once-only, whatever workers do."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="pengingat"
    )
    periode = models.ForeignKey("kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField("jenis", max_length=4, choices=LABEL_JENIS_PENGINGAT)
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "pengingat"
        verbose_name_plural = "pengingat"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "periode", "jenis"], name="pengingat_sekali_per_jenis")
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.periode}"
