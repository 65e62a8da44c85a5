"""Participants who do not work in this office: a name and where it comes from, and nothing else about them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now

from pelatihan.models.kegiatan import Kegiatan
from pelatihan.querysets.kegiatan import PesertaLuarQuerySet
from rakumpit.model_dasar import ModelBerkode


class PesertaLuar(ModelBerkode):
    """One guest with a seat in an event. Attendance is signed on paper; hours and certificates are for staff."""

    kegiatan = models.ForeignKey(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="peserta_luar"
    )
    nama = models.CharField("nama", max_length=200)
    asal = models.CharField("jabatan atau asal", max_length=200, blank=True)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now(), editable=False)
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    alasan_batal = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = PesertaLuarQuerySet.as_manager()

    class Meta:
        verbose_name = "peserta luar"
        verbose_name_plural = "peserta luar"
        ordering = ["nama", "pk"]
        constraints = [
            models.UniqueConstraint(
                "kegiatan",
                Lower("nama"),
                Lower("asal"),
                condition=Q(dibatalkan_pada__isnull=True),
                name="pesertaluar_sekali",
            ),
            models.CheckConstraint(
                condition=~Q(nama="")
                & (
                    Q(dibatalkan_pada__isnull=True, alasan_batal="")
                    | Q(dibatalkan_pada__isnull=False) & ~Q(alasan_batal="")
                ),
                name="pesertaluar_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
