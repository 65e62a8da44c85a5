"""Texts of an instrument in another language, entered by the office."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from survei.enums.bahasa import LABEL_BAHASA
from survei.models.instrumen import Instrumen


class TeksBahasa(models.Model):
    """One text in one language. What has no row is shown in Indonesian.

    ``kunci`` names the text: «judul», «kerahasiaan», a question by its code («p2»), its help («p2.bantuan»), an answer
    («p2=1») or a row of a table («p7-b1»).
    """

    instrumen = models.ForeignKey(
        Instrumen, verbose_name="instrumen", on_delete=models.PROTECT, related_name="terjemahan"
    )
    bahasa = models.CharField("bahasa", max_length=8, choices=LABEL_BAHASA)
    kunci = models.CharField("teks yang mana", max_length=45)
    teks = models.CharField("teks", max_length=600)

    class Meta:
        verbose_name = "teks bahasa daerah"
        verbose_name_plural = "teks bahasa daerah"
        ordering = ["instrumen", "bahasa", "kunci"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "bahasa", "kunci"], name="teks_bahasa_sekali"),
            models.CheckConstraint(condition=~Q(teks=""), name="teks_bahasa_terisi"),
        ]

    def __str__(self) -> str:
        return self.teks
