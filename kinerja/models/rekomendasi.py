"""Recommendations to the official who rates (2021 rules, one source; under PermenPANRB 6/2022 not verified)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.enums.rekomendasi import (
    LABEL_PERAN_PEMBERI,
    LABEL_STATUS_REKOMENDASI,
    StatusRekomendasi,
)
from rakumpit.model_dasar import ModelBerkode


class Rekomendasi(ModelBerkode):
    """One request of the superior to somebody else for whom the person worked in the period, and the answer.

    Words only: no rating is asked and nothing is computed from it, since whoever gives it sets no predicate. Always
    with the name, and the rated person reads it.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="yang dinilai", on_delete=models.PROTECT, related_name="rekomendasi"
    )
    periode = models.ForeignKey("kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="+")
    dari = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pemberi rekomendasi",
        on_delete=models.PROTECT,
        related_name="rekomendasi_diminta",
    )
    peran = models.CharField("sebagai", max_length=10, choices=LABEL_PERAN_PEMBERI)
    tugas = models.CharField("tugas atau tim", max_length=300)
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_REKOMENDASI, default=StatusRekomendasi.DIMINTA.value
    )
    isi = models.TextField("rekomendasi", blank=True)
    diminta_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diminta oleh", on_delete=models.PROTECT, related_name="+"
    )
    diminta_pada = models.DateTimeField("diminta pada", db_default=Now(), editable=False)
    diisi_pada = models.DateField("diisi pada", null=True, blank=True)

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering = ["pegawai", "periode", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "periode", "dari"], name="rekomendasi_sekali"),
            models.CheckConstraint(
                condition=~Q(dari=F("pegawai")),
                name="rekomendasi_bukan_diri_sendiri",
                violation_error_message="Pegawai tidak dapat merekomendasikan dirinya sendiri.",
            ),
            models.CheckConstraint(condition=~Q(tugas=""), name="rekomendasi_bertugas"),
            models.CheckConstraint(
                condition=(Q(status=StatusRekomendasi.DIISI.value, diisi_pada__isnull=False) & ~Q(isi=""))
                | (~Q(status=StatusRekomendasi.DIISI.value) & Q(isi="", diisi_pada__isnull=True)),
                name="rekomendasi_diisi_lengkap",
            ),
        ]
        indexes = [models.Index(fields=["dari", "status"])]

    def __str__(self) -> str:
        return f"Rekomendasi {self.dari} untuk {self.pegawai}, {self.periode}"
