"""Coaching sessions (bimbingan kinerja, PermenPANRB 6/2022)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.querysets import BimbinganQuerySet
from rakumpit.model_dasar import ModelBerkode


class Bimbingan(ModelBerkode):
    """One session. ``tanggapan`` is the employee's own word on it (form B.1.8), given once."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="bimbingan"
    )
    pembimbing = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pembimbing",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bimbingan_diberikan",
    )
    pembimbing_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="pembimbing di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    tanggal = models.DateField("tanggal")
    topik = models.CharField("topik", max_length=150)
    ringkasan = models.TextField("ringkasan")
    tindak_lanjut = models.TextField("tindak lanjut", blank=True)
    tanggapan = models.TextField("tanggapan pegawai", blank=True)
    ditanggapi_pada = models.DateField("ditanggapi pada", null=True, blank=True)

    objects = BimbinganQuerySet.as_manager()

    class Meta:
        verbose_name = "bimbingan"
        verbose_name_plural = "bimbingan"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pembimbing__isnull=False, pembimbing_luar__isnull=True)
                | Q(pembimbing__isnull=True, pembimbing_luar__isnull=False),
                name="bimbingan_satu_pembimbing",
            ),
            models.CheckConstraint(condition=~Q(pembimbing=F("pegawai")), name="bimbingan_bukan_diri_sendiri"),
            models.CheckConstraint(
                condition=Q(ditanggapi_pada__isnull=True, tanggapan="")
                | (Q(ditanggapi_pada__isnull=False) & ~Q(tanggapan="")),
                name="bimbingan_tanggapan_lengkap",
            ),
        ]
        indexes = [models.Index(fields=["-tanggal", "-id"], name="bimbingan_terbaru")]

    def __str__(self) -> str:
        return self.topik

    @property
    def nama_pembimbing(self) -> str:
        return str(self.pembimbing or self.pembimbing_luar)


class NilaiKompetensi(models.Model):
    """One competency as the coach saw it in a session, on the scale 1 to 5 of form B.1.9."""

    bimbingan = models.ForeignKey(
        Bimbingan, verbose_name="bimbingan", on_delete=models.PROTECT, related_name="kompetensi"
    )
    kompetensi = models.CharField("kompetensi", max_length=100)
    skala = models.PositiveSmallIntegerField("skala 1 sampai 5")

    class Meta:
        verbose_name = "nilai kompetensi"
        verbose_name_plural = "nilai kompetensi"
        ordering = ["bimbingan", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["bimbingan", "kompetensi"], name="nilaikompetensi_sekali"),
            models.CheckConstraint(condition=Q(skala__gte=1, skala__lte=5), name="nilaikompetensi_skala_1_5"),
        ]

    def __str__(self) -> str:
        return f"{self.kompetensi}: {self.skala}"
