"""What the counter records: one service given, without the citizen; and the one-time codes that it hands out."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rakumpit.model_dasar import ModelBerkode
from survei.models.survei import Survei
from survei.querysets import PelayananLoketQuerySet


class PelayananLoket(ModelBerkode):
    """One service from «Mulai» to «Selesai» at a counter. No name, number or address of the citizen.

    ``unit`` is the unit of the service on that day; ``hari`` the WIB date of ``mulai``. A visit is open, finished or
    voided; only finished ones are counted.
    """

    layanan = models.ForeignKey(
        "organisasi.Layanan", verbose_name="layanan", on_delete=models.PROTECT, related_name="pelayanan"
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="pelayanan"
    )
    petugas = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="petugas", on_delete=models.PROTECT, related_name="pelayanan"
    )
    kiriman = models.UUIDField("kode kiriman", unique=True, help_text="Dibuat halaman; ketukan ganda tetap satu baris.")
    hari = models.DateField("hari")
    mulai = models.DateTimeField("mulai")
    selesai = models.DateTimeField("selesai", null=True, blank=True)
    batal = models.DateTimeField("dibatalkan", null=True, blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    objects = PelayananLoketQuerySet.as_manager()

    class Meta:
        verbose_name = "pelayanan loket"
        verbose_name_plural = "pelayanan loket"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai"), batal__isnull=True),
                name="pelayanan_selesai_sesudah_mulai",
            ),
            models.CheckConstraint(
                condition=Q(batal__isnull=True, alasan_batal="") | (Q(batal__isnull=False) & ~Q(alasan_batal="")),
                name="pelayanan_batal_beralasan",
            ),
        ]
        indexes = [
            models.Index(fields=["layanan", "hari"]),
            models.Index(fields=["petugas", "hari"]),
            models.Index(
                fields=["mulai"],
                condition=Q(selesai__isnull=True, batal__isnull=True),
                name="pelayanan_belum_selesai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.layanan} {self.hari:%d-%m-%Y}"


class TokenLayanan(models.Model):
    """A one-time code that was handed out and not used yet.

    Only the keyed digest of the code, and days instead of moments: nothing here names the visit or its officer. The
    row is deleted by the very statement that stores the answer.
    """

    sidik = models.CharField("sidik kode", max_length=64, primary_key=True)
    survei = models.ForeignKey(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="token")
    layanan = models.ForeignKey(
        "organisasi.Layanan", verbose_name="layanan", on_delete=models.PROTECT, related_name="token"
    )
    berlaku_sampai = models.DateField("berlaku sampai")

    class Meta:
        verbose_name = "kode survei"
        verbose_name_plural = "kode survei"
        ordering = ["sidik"]
        indexes = [models.Index(fields=["berlaku_sampai"])]

    def __str__(self) -> str:
        return f"kode survei {self.survei} sampai {self.berlaku_sampai:%d-%m-%Y}"
