"""Daily notes: one sentence about the work of a day."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kinerja.models.dasar import BarisDapatDibatalkan, batal_beralasan
from kinerja.querysets import CatatanHarianQuerySet


class CatatanHarian(BarisDapatDibatalkan):
    """What one person did on ``tanggal``, which is the day of the work; ``dibuat_pada`` is the moment of the typing.

    ``kiriman_id`` is made on the device when the note is typed: however often a weak line makes the device send it, it
    is one row. A note is never deleted but voided with a reason, and once the evaluation of its day is final nothing
    about it changes (trigger, migration 0020).
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="catatan_harian"
    )
    kiriman_id = models.UUIDField("nomor kiriman", unique=True)
    tanggal = models.DateField("tanggal pekerjaan")
    uraian = models.CharField("uraian", max_length=300)
    indikator = models.ForeignKey(
        "kinerja.Indikator",
        verbose_name="indikator",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="catatan_harian",
    )
    hasil = models.DecimalField("hasil", max_digits=16, decimal_places=4, null=True, blank=True)
    versi = models.PositiveIntegerField("versi", default=1)
    diisi_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diisi oleh", on_delete=models.PROTECT, related_name="+"
    )
    dibuat_pada = models.DateTimeField("dibuat pada", db_default=Now(), editable=False)
    diubah_pada = models.DateTimeField("diubah pada", db_default=Now())

    objects = CatatanHarianQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan harian"
        verbose_name_plural = "catatan harian"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(uraian=""), name="catatanharian_berisi"),
            models.CheckConstraint(
                condition=Q(hasil__isnull=True) | Q(indikator__isnull=False, hasil__gte=0),
                name="catatanharian_hasil_untuk_indikator",
                violation_error_message="Hasil berupa angka perlu indikatornya.",
            ),
            batal_beralasan("catatanharian_batal_beralasan"),
        ]
        indexes = [models.Index(fields=["pegawai", "-tanggal"]), models.Index(fields=["indikator", "tanggal"])]

    def __str__(self) -> str:
        return self.uraian
