"""Peers and subordinates whom a superior asks to rate somebody's behaviour (PP 30/2019 Pasal 41)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.enums import LABEL_STATUS_PENILAI, StatusPenilai
from kinerja.perhitungan import LABEL_PENILAI, Penilai
from rakumpit.model_dasar import ModelBerkode


class PenilaiDiminta(ModelBerkode):
    """One request: who rates whom in which period, and as what. The ratings themselves are ``PenilaianPerilaku``.

    What the rater stands in (peer or subordinate) was derived from the assignments on the day of the request.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="yang dinilai", on_delete=models.PROTECT, related_name="penilai_diminta"
    )
    periode = models.ForeignKey("kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="+")
    penilai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="penilai", on_delete=models.PROTECT, related_name="permintaan_menilai"
    )
    sebagai = models.CharField("sebagai", max_length=8, choices=LABEL_PENILAI)
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_PENILAI, default=StatusPenilai.DIMINTA.value
    )
    diminta_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diminta oleh", on_delete=models.PROTECT, related_name="+"
    )
    diminta_pada = models.DateTimeField("diminta pada", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "penilai yang diminta"
        verbose_name_plural = "penilai yang diminta"
        ordering = ["pegawai", "periode", "penilai__nama_urut"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "periode", "penilai"], name="penilaidiminta_sekali"),
            models.CheckConstraint(
                condition=~Q(penilai=F("pegawai")),
                name="penilaidiminta_bukan_diri_sendiri",
                violation_error_message="Pegawai tidak dapat menilai perilakunya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(sebagai__in=[Penilai.REKAN.value, Penilai.BAWAHAN.value]),
                name="penilaidiminta_rekan_atau_bawahan",
            ),
        ]
        indexes = [models.Index(fields=["penilai", "status"])]

    def __str__(self) -> str:
        return f"{self.penilai} menilai {self.pegawai} {self.periode}"
