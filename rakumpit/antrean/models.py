"""The outbox: everything that leaves the process is first a row, written in the transaction that asks for it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.functions import Now


class Antrean(models.Model):
    """An insert-only request to send one Celery task; Beat drains the table every two seconds.

    Rows with equal ``tugas`` and ``kunci`` are sent once per drain, with the newest ``muatan``.
    """

    tugas = models.CharField("tugas", max_length=120)
    kunci = models.CharField("kunci", max_length=200)
    muatan = models.JSONField("muatan", default=dict)
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "antrean keluar"
        verbose_name_plural = "antrean keluar"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.tugas} {self.kunci}"


def antrekan(*, tugas: str, kunci: str, **muatan: Any) -> None:
    """Ask for ``tugas`` (a Celery task name) to run after this transaction commits.

    ``muatan`` are the task's keyword arguments, plain JSON. Nothing touches the broker here, so a stopped Redis
    cannot fail the caller.
    """
    Antrean.objects.create(tugas=tugas, kunci=kunci, muatan=muatan)
