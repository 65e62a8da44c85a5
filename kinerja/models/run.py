"""The run: the database row is the job, a Celery message is only a wake-up."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kinerja.enums import LABEL_STATUS_POTONGAN, LABEL_STATUS_RUN, StatusPotongan, StatusRun
from rakumpit.model_dasar import ModelBerkode


class RunEvaluasi(ModelBerkode):
    """One computation of a period, for the whole office or one unit. One open run per scope (partial unique key)."""

    periode = models.ForeignKey("kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="run")
    unit = models.ForeignKey(
        "organisasi.UnitKerja",
        verbose_name="unit kerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    nomor = models.PositiveIntegerField("nomor")
    status = models.CharField("keadaan", max_length=22, choices=LABEL_STATUS_RUN, default=StatusRun.BERJALAN.value)
    aturan = models.ForeignKey(
        "kinerja.AturanPenilaian", verbose_name="aturan", on_delete=models.PROTECT, related_name="run"
    )
    aturan_beku = models.JSONField("aturan yang dibekukan", default=dict)
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dimulai oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    mulai = models.DateTimeField("dimulai", db_default=Now(), editable=False)
    selesai = models.DateTimeField("selesai", null=True)
    diterima_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="kegagalan diterima oleh",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    alasan_diterima = models.CharField("alasan menerima kegagalan", max_length=300, blank=True)

    class Meta:
        verbose_name = "perhitungan evaluasi"
        verbose_name_plural = "perhitungan evaluasi"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "unit"],
                condition=Q(status=StatusRun.BERJALAN.value),
                name="run_satu_berjalan_per_lingkup",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["periode", "unit", "nomor"], name="run_nomor_per_lingkup", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"Perhitungan {self.nomor} {self.periode}"


class PotonganRun(models.Model):
    """A range of people (primary keys ``dari`` … ``sampai``) that one transaction computes.

    ``percobaan`` is raised in a transaction of its own before the work, so a chunk that kills its worker is set aside
    after three tries.
    """

    run = models.ForeignKey(RunEvaluasi, on_delete=models.PROTECT, related_name="potongan")
    urut = models.PositiveIntegerField("urut")
    dari = models.BigIntegerField("dari")
    sampai = models.BigIntegerField("sampai")
    status = models.CharField(
        "keadaan", max_length=12, choices=LABEL_STATUS_POTONGAN, default=StatusPotongan.MENUNGGU.value
    )
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    pegawai = models.PositiveIntegerField("pegawai", default=0)
    dihitung = models.PositiveIntegerField("dihitung", default=0)
    gagal = models.JSONField("gagal", default=list)
    galat = models.TextField("galat", blank=True)
    selesai = models.DateTimeField("selesai", null=True)

    class Meta:
        verbose_name = "potongan run"
        verbose_name_plural = "potongan run"
        ordering = ["run", "urut"]
        constraints = [models.UniqueConstraint(fields=["run", "urut"], name="potongan_urut_per_run")]
        indexes = [models.Index(fields=["run", "status"])]

    def __str__(self) -> str:
        return f"{self.run} potongan {self.urut}"
