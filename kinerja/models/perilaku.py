"""Ratings of behaviour: the seven BerAKHLAK values (SE MenPANRB 20/2021)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.perhitungan import LABEL_NILAI_DASAR, LABEL_PENILAI, LABEL_RATING, Penilai, Rating
from kinerja.querysets import PenilaianPerilakuQuerySet
from rakumpit.model_dasar import ModelBerkode


class PenilaianPerilaku(ModelBerkode):
    """One rater's rating of one value of one person in one period. *Sesuai* is usual; an exception needs a sentence."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="perilaku"
    )
    periode = models.ForeignKey(
        "kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="perilaku"
    )
    sebagai = models.CharField("sebagai", max_length=8, choices=LABEL_PENILAI, default=Penilai.ATASAN.value)
    penilai = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="penilai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="perilaku_dinilai",
    )
    penilai_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="penilai di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    nilai_dasar = models.CharField("nilai dasar", max_length=30, choices=LABEL_NILAI_DASAR)
    rating = models.CharField("rating", max_length=10, choices=LABEL_RATING)
    catatan = models.TextField("catatan", blank=True)
    diubah = models.DateTimeField("diubah", db_default=Now())

    objects = PenilaianPerilakuQuerySet.as_manager()

    class Meta:
        verbose_name = "penilaian perilaku"
        verbose_name_plural = "penilaian perilaku"
        ordering = ["pegawai", "periode", "nilai_dasar"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "periode", "nilai_dasar", "penilai", "penilai_luar"],
                name="perilaku_sekali_per_penilai",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(penilai__isnull=False, penilai_luar__isnull=True)
                | Q(penilai__isnull=True, penilai_luar__isnull=False),
                name="perilaku_satu_penilai",
            ),
            models.CheckConstraint(
                condition=~Q(penilai=F("pegawai")),
                name="perilaku_bukan_diri_sendiri",
                violation_error_message="Pegawai tidak dapat menilai perilakunya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(rating=Rating.SESUAI.value) | ~Q(catatan=""),
                name="perilaku_pengecualian_beralasan",
                violation_error_message="Tulis satu kalimat alasan bila rating bukan «sesuai ekspektasi».",
            ),
        ]
        indexes = [models.Index(fields=["periode", "pegawai"])]

    def __str__(self) -> str:
        return f"{self.pegawai} {self.nilai_dasar}: {self.rating}"
