"""Working hours by date, and the address of each person's own calendar feed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from pelatihan.querysets import BertanggalQuerySet
from rakumpit.model_dasar import ModelBerkode


class JamKerja(models.Model):
    """Hours of the office from ``mulai`` on; a row with ``selesai`` (Ramadan) holds before one without an end."""

    nama = models.CharField("nama", max_length=100)
    mulai = models.DateField("berlaku mulai")
    selesai = models.DateField("berlaku sampai", null=True, blank=True)
    masuk = models.TimeField("masuk")
    pulang = models.TimeField("pulang, Senin sampai Kamis")
    pulang_jumat = models.TimeField("pulang, Jumat")
    menit_seminggu = models.PositiveSmallIntegerField("menit kerja seminggu")
    dasar_hukum = models.CharField("dasar hukum", max_length=200, blank=True)
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "jam kerja"
        verbose_name_plural = "jam kerja"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="jamkerja_rentang",
                violation_error_message="Tanggal akhir mendahului tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(pulang__gt=F("masuk")) & Q(pulang_jumat__gt=F("masuk")),
                name="jamkerja_urut",
                violation_error_message="Jam pulang sesudah jam masuk.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KalenderPribadi(ModelBerkode):
    """Whose feed an address opens. The address carries the signed ``uuid``; a new one ends the old address."""

    pengguna = models.OneToOneField(
        "organisasi.Pengguna", verbose_name="pengguna", on_delete=models.PROTECT, related_name="kalender_pelatihan"
    )

    class Meta:
        verbose_name = "kalender pribadi"
        verbose_name_plural = "kalender pribadi"

    def __str__(self) -> str:
        return f"{self.pengguna}"
