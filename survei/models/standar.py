"""The published standard of a service, in versions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rakumpit.model_dasar import ModelBerkode
from survei.enums.standar import LABEL_STATUS_STANDAR, StatusStandar
from survei.querysets import StandarPelayananQuerySet

MENIT_TERLAMA = 480


class StandarPelayanan(ModelBerkode):
    """One version. ``komponen`` maps the codes of ``survei.enums.standar.KOMPONEN`` to texts; missing is not written.

    ``menit`` is the promise that the counter can measure: minutes from «Mulai» to «Selesai». None where the service
    ends elsewhere or on another day; then nothing is compared. A trigger refuses any change of a published version.
    """

    layanan = models.ForeignKey(
        "organisasi.Layanan", verbose_name="layanan", on_delete=models.PROTECT, related_name="standar"
    )
    versi = models.PositiveSmallIntegerField("versi")
    status = models.CharField("status", max_length=10, choices=LABEL_STATUS_STANDAR, default=StatusStandar.DRAF.value)
    mulai = models.DateField("berlaku mulai")
    menit = models.PositiveSmallIntegerField("paling lama di loket (menit)", null=True, blank=True)
    komponen = models.JSONField("komponen", default=dict)
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)
    diterbitkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diterbitkan oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    diterbitkan_pada = models.DateTimeField("diterbitkan pada", null=True)

    objects = StandarPelayananQuerySet.as_manager()

    class Meta:
        verbose_name = "standar pelayanan"
        verbose_name_plural = "standar pelayanan"
        ordering = ["layanan", "-versi"]
        constraints = [
            models.UniqueConstraint(fields=["layanan", "versi"], name="standar_versi_unik"),
            models.UniqueConstraint(
                fields=["layanan"], condition=Q(status=StatusStandar.DRAF.value), name="standar_satu_draf"
            ),
            models.UniqueConstraint(
                fields=["layanan", "mulai"],
                condition=Q(status=StatusStandar.TERBIT.value),
                name="standar_satu_terbit_per_hari",
            ),
            models.CheckConstraint(
                condition=Q(menit__isnull=True) | Q(menit__range=(1, MENIT_TERLAMA)), name="standar_menit_wajar"
            ),
            models.CheckConstraint(
                condition=Q(status=StatusStandar.TERBIT.value, diterbitkan_pada__isnull=False)
                | Q(status=StatusStandar.DRAF.value, diterbitkan_pada__isnull=True),
                name="standar_terbit_bertanggal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.layanan} versi {self.versi}"
