"""One survey of a unit in a period."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from rakumpit.model_dasar import ModelBerkode
from survei.enums import LABEL_STATUS_SURVEI, STATUS_TERKUNCI, StatusSurvei
from survei.models.instrumen import Instrumen
from survei.querysets import SurveiQuerySet


class Survei(ModelBerkode):
    """One survey of a unit in a period."""

    kode = models.SlugField("kode", max_length=60, unique=True)
    judul = models.CharField("judul", max_length=200)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="survei"
    )
    instrumen = models.ForeignKey(Instrumen, verbose_name="instrumen", on_delete=models.PROTECT, related_name="survei")
    periode = models.ForeignKey(
        "survei.PeriodeSurvei",
        verbose_name="periode",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="survei",
    )
    layanan = models.ManyToManyField("organisasi.Layanan", verbose_name="layanan", related_name="survei")
    mulai = models.DateField("dibuka")
    selesai = models.DateField("hari terakhir", help_text="Terbuka sampai pukul 23.59 WIB hari itu.")
    status = models.CharField("status", max_length=20, choices=LABEL_STATUS_SURVEI, default=StatusSurvei.DRAF.value)
    ditutup_pada = models.DateTimeField("ditutup pada", null=True, blank=True, editable=False)
    dipublikasi_pada = models.DateTimeField("dipublikasikan pada", null=True, blank=True, editable=False)
    # What citizens wrote was deleted after its time; from then on only counters and the result are there.
    saran_dihapus_pada = models.DateTimeField("tulisan warga dihapus pada", null=True, blank=True, editable=False)
    jawaban_dihapus_pada = models.DateTimeField("jawaban dihapus pada", null=True, blank=True, editable=False)
    populasi = models.PositiveIntegerField("jumlah pemohon periode lalu (N)", null=True, blank=True)

    objects = SurveiQuerySet.as_manager()

    class Meta:
        verbose_name = "survei"
        verbose_name_plural = "survei"
        ordering = ["-mulai", "kode"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="survei_urutan_tanggal",
                violation_error_message="Hari terakhir mendahului hari dibuka.",
            )
        ]

    def __str__(self) -> str:
        return self.judul

    def dapat_diisi_pada(self, hari: date) -> bool:
        """Whether it takes forms on a local date; as ``SurveiQuerySet.dapat_diisi``."""
        return self.status == StatusSurvei.TERBUKA and self.mulai <= hari <= self.selesai

    @property
    def hitungan_final(self) -> bool:
        return self.status in STATUS_TERKUNCI
