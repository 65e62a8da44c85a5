"""What hangs on posts of the discussion."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from forum.models.moderasi import Sasaran
from rakumpit.berkas import LABEL_TIPE_BERKAS


class LampiranDiskusi(Sasaran):
    """A picture or PDF of one post, read by whoever may read the post. Its name is the forum's own."""

    judul = models.CharField("judul", max_length=40)
    berkas = models.FileField("berkas", upload_to="diskusi/")
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sidik = models.CharField("sidik", max_length=64)
    pada = models.DateField("diterima pada")

    class Meta:
        verbose_name = "lampiran diskusi"
        verbose_name_plural = "lampiran diskusi"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(topik__isnull=True) ^ Q(balasan__isnull=True), name="lampirandiskusi_satu_kiriman"
            ),
            models.UniqueConstraint(
                fields=["topik", "balasan", "sidik"], nulls_distinct=False, name="lampirandiskusi_sekali"
            ),
            models.CheckConstraint(condition=Q(tipe__in=["pdf", "jpg", "png"]), name="lampirandiskusi_tipe"),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="lampirandiskusi_sidik"),
        ]

    def __str__(self) -> str:
        return self.judul
