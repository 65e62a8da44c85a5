"""Capaian organisasi: the predicate of a unit in a period, set from the level above."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kinerja.perhitungan import LABEL_CAPAIAN_ORGANISASI
from rakumpit.model_dasar import ModelBerkode


class CapaianOrganisasi(ModelBerkode):
    """What the pimpinan of the level above said of a unit in a period (PermenPANRB 6/2022 Pasal 24-25).

    Rows are never changed or deleted (trigger): whoever sets it again adds a ``revisi``, and only the newest carries
    ``terbaru``. ``surat_nomor`` and the scan are there when the pengelola recorded a letter of an official outside.
    """

    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="capaian_organisasi"
    )
    periode = models.ForeignKey(
        "kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="capaian_organisasi"
    )
    revisi = models.PositiveSmallIntegerField("revisi", default=0)
    terbaru = models.BooleanField("revisi terbaru", default=True)
    predikat = models.CharField("capaian organisasi", max_length=16, choices=LABEL_CAPAIAN_ORGANISASI)
    dasar = models.TextField("dasar penetapan")
    pejabat = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pejabat yang menetapkan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    pejabat_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="pejabat di luar kantor yang menetapkan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    pejabat_nama = models.CharField("nama pejabat", max_length=200)
    pejabat_jabatan = models.CharField("jabatan pejabat", max_length=220)
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="ditetapkan atau dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField("ditetapkan pada", db_default=Now(), editable=False)
    surat_nomor = models.CharField("nomor surat", max_length=100, blank=True)
    surat_pindaian = models.FileField("pindaian surat", upload_to="capaian/", blank=True)

    class Meta:
        verbose_name = "capaian organisasi"
        verbose_name_plural = "capaian organisasi"
        ordering = ["-periode__mulai", "unit", "-revisi"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "periode", "revisi"], name="capaianorganisasi_satu_per_revisi"),
            models.UniqueConstraint(
                fields=["unit", "periode"], condition=Q(terbaru=True), name="capaianorganisasi_satu_terbaru"
            ),
            models.CheckConstraint(
                condition=Q(pejabat__isnull=False, pejabat_luar__isnull=True)
                | Q(pejabat__isnull=True, pejabat_luar__isnull=False),
                name="capaianorganisasi_satu_pejabat",
            ),
            models.CheckConstraint(condition=~Q(dasar=""), name="capaianorganisasi_berdasar"),
            models.CheckConstraint(
                condition=Q(surat_nomor="", surat_pindaian="") | (~Q(surat_nomor="") & ~Q(surat_pindaian="")),
                name="capaianorganisasi_surat_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return f"Capaian organisasi {self.unit} {self.periode}"
