"""Public holidays and joint leave, from the yearly joint decree (SKB)."""

from __future__ import annotations

from django.db import models

from rakumpit.organisasi.enums import LABEL_JENIS_LIBUR, LABEL_STATUS_LIBUR, StatusLibur


class HariLibur(models.Model):
    """One day on which the office is closed. Seeded by migration 0003; the pengelola adds local days."""

    tanggal = models.DateField("tanggal", unique=True)
    nama = models.CharField("nama", max_length=200)
    jenis = models.CharField("jenis", max_length=20, choices=LABEL_JENIS_LIBUR)
    dasar_hukum = models.CharField("dasar hukum", max_length=200, blank=True)
    status = models.CharField("status", max_length=10, choices=LABEL_STATUS_LIBUR, default=StatusLibur.RESMI.value)

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ["tanggal"]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y} {self.nama}"
