"""Registrations for events, with their waiting list."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from pelatihan.enums.kegiatan import LABEL_STATUS_PENDAFTARAN
from pelatihan.models.kegiatan import Kegiatan
from pelatihan.perhitungan.kegiatan import BERAKHIR, StatusPendaftaran
from pelatihan.querysets.kegiatan import PendaftaranQuerySet
from rakumpit.model_dasar import ModelBerkode


class Pendaftaran(ModelBerkode):
    """One person's registration for one event. The waiting list goes by the row's number."""

    kegiatan = models.ForeignKey(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="pendaftaran"
    )
    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="pendaftaran"
    )
    status = models.CharField("keadaan", max_length=13, choices=LABEL_STATUS_PENDAFTARAN)
    mendaftar_pada = models.DateTimeField("mendaftar pada", db_default=Now(), editable=False)
    tawaran_sampai = models.DateTimeField("tawaran berlaku sampai", null=True, blank=True)
    alasan = models.CharField("alasan", max_length=300, blank=True)
    alasan_melampaui = models.CharField("alasan melampaui batas JP", max_length=300, blank=True)
    didaftarkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="didaftarkan oleh", on_delete=models.PROTECT, related_name="+"
    )
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diputus oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    objects = PendaftaranQuerySet.as_manager()

    class Meta:
        verbose_name = "pendaftaran"
        verbose_name_plural = "pendaftaran"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kegiatan", "pegawai"],
                condition=~Q(status__in=[satu.value for satu in BERAKHIR]),
                name="pendaftaran_sekali",
                violation_error_message="Pegawai ini sudah terdaftar pada kegiatan ini.",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPendaftaran.DITAWARI.value, tawaran_sampai__isnull=False)
                | (~Q(status=StatusPendaftaran.DITAWARI.value) & Q(tawaran_sampai__isnull=True)),
                name="pendaftaran_tawaran_berbatas",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPendaftaran.DITOLAK.value) | ~Q(alasan=""), name="pendaftaran_tolak_beralasan"
            ),
        ]
        indexes = [models.Index(fields=["kegiatan", "status"]), models.Index(fields=["pegawai", "status"])]

    def __str__(self) -> str:
        return f"{self.pegawai}"
