"""Who follows a topic or a category, and which digests went out."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from forum.enums.diskusi import LABEL_IRAMA
from forum.models.diskusi import KategoriDiskusi, Topik
from rakumpit.model_dasar import ModelBerkode


class LanggananDiskusi(ModelBerkode):
    """One account follows one topic or one category; ended rows stay."""

    pengguna = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="pelanggan", on_delete=models.PROTECT, related_name="+"
    )
    topik = models.ForeignKey(Topik, on_delete=models.PROTECT, null=True, blank=True, related_name="langganan")
    kategori = models.ForeignKey(
        KategoriDiskusi, on_delete=models.PROTECT, null=True, blank=True, related_name="langganan"
    )
    irama = models.CharField("dikirim", max_length=10, choices=LABEL_IRAMA)
    mulai = models.DateTimeField("mulai", db_default=Now(), editable=False)
    berhenti_pada = models.DateTimeField("berhenti pada", null=True, blank=True)

    class Meta:
        verbose_name = "langganan diskusi"
        verbose_name_plural = "langganan diskusi"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(topik__isnull=True) ^ Q(kategori__isnull=True), name="langganandiskusi_satu_sasaran"
            ),
            models.UniqueConstraint(
                fields=["pengguna", "topik", "kategori"],
                condition=Q(berhenti_pada__isnull=True),
                nulls_distinct=False,
                name="langganandiskusi_sekali",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topik or self.kategori}, {self.get_irama_display().lower()}"


class RingkasanDiskusi(models.Model):
    """One digest of one account and period; the unique key lets it go out once, however often the task runs."""

    pengguna = models.ForeignKey("organisasi.Pengguna", on_delete=models.PROTECT, related_name="+")
    irama = models.CharField(max_length=10, choices=LABEL_IRAMA)
    periode = models.CharField(max_length=10)
    dibuat = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        verbose_name = "ringkasan diskusi"
        verbose_name_plural = "ringkasan diskusi"
        constraints = [models.UniqueConstraint(fields=["pengguna", "irama", "periode"], name="ringkasandiskusi_sekali")]

    def __str__(self) -> str:
        return f"{self.irama} {self.periode}"
