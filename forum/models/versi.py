"""Rows that several people edit: the second save of an old version is stopped, never silently last."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from rakumpit.model_dasar import ModelBerkode


class ModelBerversi(ModelBerkode):
    """``versi`` grows with each change; a form sends the one that it showed (``forum.proses.versi``)."""

    versi = models.PositiveIntegerField("versi", default=1, editable=False)
    diubah_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diubah oleh",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    diubah_pada = models.DateTimeField("diubah pada", db_default=Now(), editable=False)

    class Meta:
        abstract = True
