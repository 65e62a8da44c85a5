"""What a person says of the own work in a period, before the superior decides."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kinerja.perhitungan import LABEL_NILAI_DASAR, LABEL_RATING
from rakumpit.model_dasar import ModelBerkode


class PenilaianDiri(ModelBerkode):
    """One self-assessment of one person and period: words, and an own view of both ratings.

    Shown beside the proposal; nothing is computed from it. ``versi`` counts the saves, so that two tabs cannot
    overwrite each other unseen.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="penilaian_diri"
    )
    periode = models.ForeignKey(
        "kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="penilaian_diri"
    )
    ringkasan = models.TextField("ringkasan", blank=True)
    rating_hasil = models.CharField(
        "rating hasil kerja menurut sendiri", max_length=10, choices=LABEL_RATING, blank=True
    )
    rating_perilaku = models.CharField(
        "rating perilaku kerja menurut sendiri", max_length=10, choices=LABEL_RATING, blank=True
    )
    versi = models.PositiveIntegerField("versi", default=1)
    diubah = models.DateTimeField("diubah", db_default=Now())

    class Meta:
        verbose_name = "penilaian diri"
        verbose_name_plural = "penilaian diri"
        ordering = ["-periode__mulai", "pegawai__nama_urut"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "periode"], name="penilaiandiri_satu_per_periode"),
        ]

    def __str__(self) -> str:
        return f"Penilaian diri {self.pegawai} {self.periode}"


class IsiPenilaianDiri(models.Model):
    """What was written about one planned result, or about one of the seven values."""

    penilaian = models.ForeignKey(PenilaianDiri, on_delete=models.PROTECT, related_name="isi")
    rencana = models.ForeignKey(
        "kinerja.RencanaHasilKerja",
        verbose_name="rencana hasil kerja",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    nilai_dasar = models.CharField("nilai dasar", max_length=30, choices=LABEL_NILAI_DASAR, blank=True)
    uraian = models.TextField("uraian")

    class Meta:
        verbose_name = "isi penilaian diri"
        verbose_name_plural = "isi penilaian diri"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(rencana__isnull=False, nilai_dasar="") | (Q(rencana__isnull=True) & ~Q(nilai_dasar="")),
                name="isipenilaiandiri_satu_pokok",
            ),
            models.CheckConstraint(condition=~Q(uraian=""), name="isipenilaiandiri_terisi"),
            models.UniqueConstraint(
                fields=["penilaian", "rencana", "nilai_dasar"],
                name="isipenilaiandiri_sekali",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.uraian[:80]
