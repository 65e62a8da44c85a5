"""The survey that follows a service programme."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from survei.models.survei import Survei


class SurveiProgram(models.Model):
    """Which survey was opened after which programme; one each, so that no programme is asked about twice."""

    program = models.OneToOneField(
        "organisasi.ProgramPelayanan", verbose_name="program", on_delete=models.PROTECT, related_name="survei_program"
    )
    survei = models.OneToOneField(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="program")
    dibuka_pada = models.DateTimeField("dibuka pada", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "survei program"
        verbose_name_plural = "survei program"
        ordering = ["-dibuka_pada", "pk"]

    def __str__(self) -> str:
        return str(self.program)
