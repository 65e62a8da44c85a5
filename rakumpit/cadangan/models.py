"""What became of each backup, rehearsal and restore."""

from __future__ import annotations

from pathlib import PurePath

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from rakumpit.cadangan.enums import LABEL_PEKERJAAN, Pekerjaan


class CatatanCadangan(models.Model):
    """One line per run, good or bad. A restore takes the table back with it, so a line about the restore follows."""

    waktu = models.DateTimeField("waktu", db_default=Now(), editable=False)
    jenis = models.CharField(
        "pekerjaan", max_length=10, choices=[(satu.value, LABEL_PEKERJAAN[satu]) for satu in Pekerjaan]
    )
    berhasil = models.BooleanField("berhasil")
    berkas = models.CharField("berkas", max_length=500, blank=True)
    bita = models.BigIntegerField("bita", null=True)
    keterangan = models.TextField("keterangan", blank=True)

    class Meta:
        verbose_name = "catatan cadangan"
        verbose_name_plural = "catatan cadangan"
        ordering = ["-id"]
        indexes = [models.Index(fields=["jenis", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis__in=[satu.value for satu in Pekerjaan]), name="catatancadangan_jenis"
            ),
            # A failure that says nothing helps nobody.
            models.CheckConstraint(condition=Q(berhasil=True) | ~Q(keterangan=""), name="catatancadangan_sebab"),
        ]

    def __str__(self) -> str:
        return f"{LABEL_PEKERJAAN[Pekerjaan(self.jenis)]} {'baik' if self.berhasil else 'gagal'}"

    @property
    def nama_berkas(self) -> str:
        """Name without its folder."""
        return PurePath(self.berkas).name
