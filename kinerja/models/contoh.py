"""Ready examples of planned results, kept by the pengelola."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.enums import LABEL_ASPEK, LABEL_JENIS_HASIL, JenisHasil
from kinerja.perhitungan import LABEL_ARAH, Arah
from kinerja.querysets import ContohHasilKerjaQuerySet
from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.enums import LABEL_JENIS_JABATAN


class ContohHasilKerja(ModelBerkode):
    """A result with one measure that people in a post, or in a kind of post, may take into their draft.

    It has no target: that is what the person promises, so it is typed in the draft.
    """

    jabatan = models.CharField(
        "nama jabatan",
        max_length=200,
        blank=True,
        help_text="Seperti tertulis di daftar jabatan. Kosongkan bila berlaku untuk satu jenis jabatan.",
    )
    jenis_jabatan = models.CharField("jenis jabatan", max_length=20, choices=LABEL_JENIS_JABATAN, blank=True)
    jenis = models.CharField(
        "jenis hasil kerja", max_length=10, choices=LABEL_JENIS_HASIL, default=JenisHasil.UTAMA.value
    )
    uraian = models.TextField("rencana hasil kerja")
    indikator = models.CharField("indikator", max_length=300)
    aspek = models.CharField("aspek", max_length=12, choices=LABEL_ASPEK, blank=True)
    satuan = models.CharField("satuan", max_length=30, blank=True)
    arah = models.CharField("arah", max_length=6, choices=LABEL_ARAH, default=Arah.TINGGI.value)
    aktif = models.BooleanField("ditawarkan", default=True)

    objects = ContohHasilKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "contoh hasil kerja"
        verbose_name_plural = "contoh hasil kerja"
        ordering = ["jabatan", "jenis_jabatan", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(jabatan="") | ~Q(jenis_jabatan=""),
                name="contohhasilkerja_untuk_jabatan",
                violation_error_message="Isi nama jabatan atau jenis jabatan.",
            ),
            models.CheckConstraint(condition=~Q(uraian="") & ~Q(indikator=""), name="contohhasilkerja_berisi"),
        ]

    def __str__(self) -> str:
        return self.uraian
