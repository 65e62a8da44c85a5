"""Services, who serves them when, and service programmes."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.models.struktur import rentang_tanggal


class Layanan(ModelBerkode):
    """What a citizen can have done at one unit."""

    kode = models.CharField("kode", max_length=20)
    nama = models.CharField("nama layanan", max_length=200)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="layanan"
    )
    gratis = models.BooleanField("tidak dipungut biaya", default=True)
    aktif = models.BooleanField("aktif", default=True)

    class Meta:
        verbose_name = "layanan"
        verbose_name_plural = "layanan"
        ordering = ["unit", "kode"]
        constraints = [models.UniqueConstraint(fields=["unit", "kode"], name="layanan_kode_per_unit")]

    def __str__(self) -> str:
        return self.nama


class PetugasLayanan(models.Model):
    """Who serves a service from when to when; links a citizen's answers to a team, never to one officer."""

    layanan = models.ForeignKey(Layanan, verbose_name="layanan", on_delete=models.PROTECT, related_name="petugas")
    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="layanan_dilayani"
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True)

    class Meta:
        verbose_name = "petugas layanan"
        verbose_name_plural = "petugas layanan"
        ordering = ["layanan", "-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")), name="petugaslayanan_urutan_tanggal"
            ),
            ExclusionConstraint(
                name="petugaslayanan_tidak_rangkap",
                expressions=[
                    ("layanan", RangeOperators.EQUAL),
                    ("pegawai", RangeOperators.EQUAL),
                    (rentang_tanggal(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} — {self.layanan}"


class ProgramPelayanan(ModelBerkode):
    """A service programme with an owner and dates; citizens are asked about it when it has ended."""

    nama = models.CharField("nama program", max_length=200)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="program"
    )
    pemilik = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="penanggung jawab", on_delete=models.PROTECT, related_name="program"
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")
    sasaran = models.CharField("kelompok sasaran", max_length=200, blank=True)
    tempat = models.CharField("tempat", max_length=200, blank=True)
    hasil_diharapkan = models.CharField(
        "hasil yang diharapkan",
        max_length=300,
        blank=True,
        help_text="Misalnya: warga lansia mendapat KTP-el tanpa ke kota.",
    )

    class Meta:
        verbose_name = "program pelayanan"
        verbose_name_plural = "program pelayanan"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="program_urutan_tanggal",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            )
        ]

    def __str__(self) -> str:
        return self.nama
