"""What was reached."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kinerja.querysets import RealisasiQuerySet
from rakumpit.model_dasar import ModelBerkode


class Realisasi(ModelBerkode):
    """Reached value of one indicator in one period. ``per_tanggal`` is the day of the work, ``diubah`` of the typing.

    ``versi`` counts the saves: a form that was opened on an older version is refused, so two people cannot overwrite
    each other unseen.
    """

    indikator = models.ForeignKey(
        "kinerja.Indikator", verbose_name="indikator", on_delete=models.PROTECT, related_name="realisasi"
    )
    periode = models.ForeignKey(
        "kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="realisasi"
    )
    nilai = models.DecimalField("realisasi", max_digits=16, decimal_places=4, null=True, blank=True)
    per_tanggal = models.DateField("per tanggal", null=True, blank=True)
    catatan = models.TextField("catatan", blank=True)
    bukti = models.URLField("tautan bukti", max_length=500, blank=True)
    versi = models.PositiveIntegerField("versi", default=1)
    diisi_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diisi oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    diubah = models.DateTimeField("diubah", db_default=Now())

    objects = RealisasiQuerySet.as_manager()

    class Meta:
        verbose_name = "realisasi"
        verbose_name_plural = "realisasi"
        ordering = ["periode", "indikator"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "periode"], name="realisasi_satu_per_periode"),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0),
                name="realisasi_tidak_negatif",
                violation_error_message="Realisasi tidak boleh negatif.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} — {self.periode}"
