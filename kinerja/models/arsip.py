"""Evaluations of earlier years as they were printed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.enums.arsip import LABEL_SKEMA_ARSIP, SkemaArsip
from kinerja.querysets import BarisPegawaiQuerySet
from rakumpit.model_dasar import ModelBerkode


class EvaluasiArsip(ModelBerkode):
    """One result of an older scheme, or of another office, with the words and the number of its letter.

    Nothing is computed from it and nothing is turned into a predicate of today: ``nilai`` and ``sebutan`` are copies
    (one of them may be empty, as in the letter). A wrong row is voided with a reason and recorded again.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="evaluasi_arsip"
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan")
    skema = models.CharField("aturan", max_length=20, choices=LABEL_SKEMA_ARSIP, default=SkemaArsip.PP_30_2019.value)
    nilai = models.CharField("nilai seperti tercetak", max_length=20, blank=True)
    sebutan = models.CharField("sebutan seperti tercetak", max_length=60, blank=True)
    sumber = models.CharField("nomor surat atau nama berkas", max_length=200)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now(), editable=False)
    dibatalkan = models.BooleanField("dibatalkan", default=False)
    alasan_batal = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = BarisPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "arsip evaluasi"
        verbose_name_plural = "arsip evaluasi"
        ordering = ["-selesai", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="arsip_urutan_tanggal",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(nilai="") | ~Q(sebutan=""),
                name="arsip_bernilai_atau_bersebutan",
                violation_error_message="Isi nilai, sebutan, atau keduanya seperti yang tercetak.",
            ),
            models.CheckConstraint(
                condition=Q(dibatalkan=False, alasan_batal="") | (Q(dibatalkan=True) & ~Q(alasan_batal="")),
                name="arsip_batal_beralasan",
            ),
            models.UniqueConstraint(
                fields=["pegawai", "mulai", "selesai", "skema"],
                condition=Q(dibatalkan=False),
                name="arsip_sekali_per_masa",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_skema_display()} {self.mulai.year} {self.pegawai}"
