"""Matriks peran hasil (MPH): which employee will stand for which result of the pimpinan."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.models.perjanjian import BarisBerversi


class PeranHasil(BarisBerversi):
    """One planned cell of the matrix, filled by the superior before the employee's plan exists.

    Rows are employees, columns the results of the pimpinan, and a cell is that employee's result (layout of the
    official form not verified). ``diambil`` is the result in the employee's plan that was made from the cell.
    """

    rhk_pimpinan = models.ForeignKey(
        "kinerja.RencanaHasilKerja",
        verbose_name="hasil kerja pimpinan",
        on_delete=models.PROTECT,
        related_name="peran",
    )
    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="peran_hasil"
    )
    uraian = models.CharField("hasil kerja yang diharapkan", max_length=500)
    diambil = models.OneToOneField(
        "kinerja.RencanaHasilKerja",
        verbose_name="diambil menjadi",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="asal_peran",
    )

    class Meta:
        verbose_name = "peran hasil"
        verbose_name_plural = "peran hasil"
        ordering = ["rhk_pimpinan", "pegawai", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rhk_pimpinan", "pegawai", "uraian"], name="peranhasil_tidak_rangkap"),
            models.CheckConstraint(condition=~Q(uraian=""), name="peranhasil_berisi"),
        ]

    def __str__(self) -> str:
        return self.uraian
