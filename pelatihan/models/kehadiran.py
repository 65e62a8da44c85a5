"""Who was in which session. A correction is a new entry; the old one stays with the reason."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from pelatihan.enums.kehadiran import LABEL_CARA_HADIR
from pelatihan.models.kegiatan import SesiKegiatan
from pelatihan.models.pendaftaran import Pendaftaran
from pelatihan.querysets.kehadiran import KehadiranQuerySet
from rakumpit.model_dasar import ModelBerkode


class Kehadiran(ModelBerkode):
    """One participant in one session. ``berlaku``: not replaced by a correction; ``hadir`` False only by one."""

    pendaftaran = models.ForeignKey(
        Pendaftaran, verbose_name="peserta", on_delete=models.PROTECT, related_name="kehadiran"
    )
    sesi = models.ForeignKey(SesiKegiatan, verbose_name="sesi", on_delete=models.PROTECT, related_name="kehadiran")
    hadir = models.BooleanField("hadir", default=True)
    cara = models.CharField("cara", max_length=6, choices=LABEL_CARA_HADIR)
    datang = models.DateTimeField("datang")
    pulang = models.DateTimeField("pulang", null=True, blank=True)
    terlambat_menit = models.PositiveSmallIntegerField("terlambat (menit)", default=0)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now(), editable=False)
    berlaku = models.BooleanField("berlaku", default=True)
    menggantikan = models.OneToOneField(
        "self",
        verbose_name="memperbaiki",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pengganti",
    )
    alasan = models.CharField("alasan perbaikan", max_length=300, blank=True)

    objects = KehadiranQuerySet.as_manager()

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pendaftaran", "sesi"],
                condition=Q(berlaku=True),
                name="kehadiran_sekali_per_sesi",
                violation_error_message="Kehadiran orang ini dalam sesi ini sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=Q(pulang__isnull=True) | Q(pulang__gte=F("datang")),
                name="kehadiran_pulang_sesudah_datang",
                violation_error_message="Orang pulang sesudah datang.",
            ),
            models.CheckConstraint(
                condition=Q(menggantikan__isnull=True, alasan="") | (Q(menggantikan__isnull=False) & ~Q(alasan="")),
                name="kehadiran_perbaikan_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(hadir=True) | Q(menggantikan__isnull=False), name="kehadiran_tidak_hadir_lewat_perbaikan"
            ),
        ]
        indexes = [models.Index(fields=["sesi", "berlaku"])]

    def __str__(self) -> str:
        return f"{self.pendaftaran}"
