"""What an import of staff did, so that the last one can be undone."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now

from rakumpit.model_dasar import ModelBerkode


class ImporPegawai(ModelBerkode):
    """One stored import: its report, and for every touched row what it was before."""

    nama_berkas = models.CharField("nama berkas", max_length=200)
    sidik = models.CharField("sidik berkas", max_length=64)
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    waktu = models.DateTimeField("waktu", db_default=Now(), editable=False)
    laporan = models.JSONField("laporan", default=dict, encoder=DjangoJSONEncoder)
    jejak = models.JSONField("jejak untuk urungkan", default=list, encoder=DjangoJSONEncoder)
    diurungkan = models.DateTimeField("diurungkan", null=True, blank=True)

    class Meta:
        verbose_name = "impor pegawai"
        verbose_name_plural = "impor pegawai"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.nama_berkas
