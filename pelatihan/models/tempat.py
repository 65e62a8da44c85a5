"""Rooms and speakers, which two sessions cannot have at one time."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rakumpit.model_dasar import ModelBerkode


class Ruang(ModelBerkode):
    """A room of the office. ``jeda_menit`` stays free after every use."""

    nama = models.CharField("nama", max_length=100)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="ruang"
    )
    kapasitas = models.PositiveSmallIntegerField("kapasitas")
    fasilitas = models.CharField("fasilitas", max_length=300, blank=True)
    akses_disabilitas = models.BooleanField("dapat dimasuki kursi roda", default=False)
    jeda_menit = models.PositiveSmallIntegerField("jeda sesudah dipakai (menit)", default=0)
    aktif = models.BooleanField("masih dipakai", default=True)
    versi = models.PositiveIntegerField("versi", default=1)

    class Meta:
        verbose_name = "ruang"
        verbose_name_plural = "ruang"
        ordering = ["nama", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "nama"], name="ruang_nama_sekali"),
            models.CheckConstraint(condition=Q(kapasitas__gte=1), name="ruang_ada_kursi"),
            models.CheckConstraint(condition=Q(jeda_menit__lte=240), name="ruang_jeda_wajar"),
        ]

    def __str__(self) -> str:
        return self.nama


class Narasumber(ModelBerkode):
    """Who speaks: a member of the office or somebody from outside. ``jeda_menit`` stays free after every session."""

    nama = models.CharField("nama", max_length=150)
    pegawai = models.OneToOneField(
        "organisasi.Pegawai",
        verbose_name="pegawai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="narasumber",
    )
    instansi = models.CharField("instansi", max_length=150, blank=True)
    keahlian = models.CharField("keahlian", max_length=300, blank=True)
    kontak = models.CharField("telepon atau email", max_length=100, blank=True)
    jeda_menit = models.PositiveSmallIntegerField("jeda sesudah berbicara (menit)", default=0)
    aktif = models.BooleanField("masih bersedia", default=True)
    versi = models.PositiveIntegerField("versi", default=1)

    class Meta:
        verbose_name = "narasumber"
        verbose_name_plural = "narasumber"
        ordering = ["nama", "pk"]
        constraints = [models.CheckConstraint(condition=Q(jeda_menit__lte=240), name="narasumber_jeda_wajar")]

    def __str__(self) -> str:
        return self.nama
