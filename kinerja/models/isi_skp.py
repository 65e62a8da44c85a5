"""What stands beside the results of a plan: expectations on the behaviour, and the appendices."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kinerja.enums import LABEL_JENIS_LAMPIRAN
from kinerja.models.skp import SKP
from kinerja.perhitungan import LABEL_NILAI_DASAR


class EkspektasiPerilaku(models.Model):
    """«Ekspektasi khusus pimpinan» for one BerAKHLAK value (PermenPANRB 6/2022; values: SE MenPANRB 20/2021).

    Written by the superior of the day, from the submission of the plan until the year's evaluation is final: the
    owner's draft says what will be done, the superior's words how. An expectation that was taken back is an empty one.
    """

    skp = models.ForeignKey(SKP, verbose_name="SKP", on_delete=models.PROTECT, related_name="ekspektasi")
    nilai_dasar = models.CharField("nilai dasar", max_length=30, choices=LABEL_NILAI_DASAR)
    isi = models.TextField("ekspektasi khusus pimpinan", blank=True)
    ditulis_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="ditulis oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    diubah = models.DateTimeField("diubah", db_default=Now())

    class Meta:
        verbose_name = "ekspektasi perilaku"
        verbose_name_plural = "ekspektasi perilaku"
        ordering = ["skp", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "nilai_dasar"], name="ekspektasi_satu_per_nilai"),
            models.CheckConstraint(
                condition=Q(nilai_dasar__in=[nilai.value for nilai in LABEL_NILAI_DASAR]), name="ekspektasi_nilai_dasar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skp}: {self.get_nilai_dasar_display()}"


class ButirLampiran(models.Model):
    """One line of one of the three lists of the Lampiran SKP."""

    skp = models.ForeignKey(SKP, verbose_name="SKP", on_delete=models.PROTECT, related_name="lampiran")
    jenis = models.CharField("jenis", max_length=12, choices=LABEL_JENIS_LAMPIRAN)
    urut = models.PositiveSmallIntegerField("urut")
    isi = models.CharField("isi", max_length=500)

    class Meta:
        verbose_name = "butir lampiran SKP"
        verbose_name_plural = "butir lampiran SKP"
        ordering = ["skp", "jenis", "urut"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "jenis", "urut"], name="lampiran_urut_per_jenis"),
            models.CheckConstraint(condition=~Q(isi=""), name="lampiran_berisi"),
        ]

    def __str__(self) -> str:
        return self.isi
