"""What is handed out for the items of an agenda."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from forum.models.sesi import AgendaItem
from forum.querysets.sesi import BahanAcaraQuerySet
from rakumpit.berkas import LABEL_TIPE_BERKAS
from rakumpit.model_dasar import ModelBerkode


class BahanAcara(ModelBerkode):
    """A document or picture of one item, for everybody once the session is announced."""

    acara = models.ForeignKey(AgendaItem, verbose_name="acara", on_delete=models.PROTECT, related_name="bahan")
    judul = models.CharField("nama bahan", max_length=150)
    berkas = models.FileField("berkas", upload_to="bahan-forum/")
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sidik = models.CharField("sidik", max_length=64)
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diunggah oleh", on_delete=models.PROTECT, related_name="+"
    )
    diunggah_pada = models.DateField("diunggah pada")

    objects = BahanAcaraQuerySet.as_manager()

    class Meta:
        verbose_name = "bahan acara"
        verbose_name_plural = "bahan acara"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["acara", "sidik"], name="bahanacara_sekali"),
            models.CheckConstraint(condition=~Q(judul=""), name="bahanacara_bernama"),
            models.CheckConstraint(condition=Q(tipe__in=["pdf", "jpg", "png"]), name="bahanacara_tipe"),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="bahanacara_sidik"),
        ]

    def __str__(self) -> str:
        return self.judul
