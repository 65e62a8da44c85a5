"""What participants think of an event, without a name."""

from __future__ import annotations

from django.db import models

from pelatihan.models.kegiatan import Kegiatan
from rakumpit.model_dasar import ModelBerkode


class UmpanBalikKegiatan(ModelBerkode):
    """One answer: no author, no day, no time. ``nilai``: item → 1 to 4.

    While answers come in they are not shown to anybody. Afterwards they are written again in random order
    (``proses.umpan_balik.lepaskan``), so that neither the numbers nor the transactions of the rows tell who answered
    when. Stated limit: who reads the live database or its log during those days sees the order of arrival.
    """

    kegiatan = models.ForeignKey(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="umpan_balik"
    )
    nilai = models.JSONField("nilai")
    saran = models.TextField("saran", blank=True)
    dilepas = models.BooleanField("dapat dibaca", default=False, editable=False)

    class Meta:
        verbose_name = "umpan balik kegiatan"
        verbose_name_plural = "umpan balik kegiatan"
        ordering = ["uuid"]
        indexes = [models.Index(fields=["kegiatan", "dilepas"])]

    def __str__(self) -> str:
        return f"umpan balik {self.kegiatan}"


class TandaUmpanBalik(models.Model):
    """That somebody has answered, by a keyed digest that names nobody without the key of the site.

    The digest is the primary key: the rows have no running number. They are removed when the answers are released.
    """

    tanda = models.CharField("tanda", max_length=64, primary_key=True, editable=False)
    kegiatan = models.ForeignKey(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="tanda_umpan_balik"
    )

    class Meta:
        verbose_name = "tanda umpan balik"
        verbose_name_plural = "tanda umpan balik"
        ordering = ["tanda"]

    def __str__(self) -> str:
        return "tanda umpan balik"
