"""How many people each service of a survey had in the period before."""

from __future__ import annotations

from django.db import models

from survei.models.survei import Survei


class PopulasiLayanan(models.Model):
    """Users of one service in the period before; together they are the N of the survey."""

    survei = models.ForeignKey(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="populasi_layanan")
    layanan = models.ForeignKey(
        "organisasi.Layanan", verbose_name="layanan", on_delete=models.PROTECT, related_name="+"
    )
    jumlah = models.PositiveIntegerField("jumlah pemohon")

    class Meta:
        verbose_name = "jumlah pemohon layanan"
        verbose_name_plural = "jumlah pemohon layanan"
        constraints = [models.UniqueConstraint(fields=["survei", "layanan"], name="populasilayanan_sekali")]

    def __str__(self) -> str:
        return f"{self.layanan}: {self.jumlah}"
