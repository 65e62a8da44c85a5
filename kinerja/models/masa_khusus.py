"""Long leave and studies: days on which a person does not work here in the usual way."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kinerja.enums import LABEL_MASA_KHUSUS
from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.models.struktur import rentang_tanggal


class MasaKhusus(ModelBerkode):
    """One span of days with its letter. Spans of a person never overlap.

    Whether such days are rated is not settled by the sources at hand (dialog kinerja also holds for *tugas belajar*,
    by a BKN answer), so ``dinilai`` says it per letter and the pages mark the rule as not checked.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="masa_khusus"
    )
    jenis = models.CharField("jenis", max_length=24, choices=LABEL_MASA_KHUSUS)
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan")
    dasar = models.CharField("nomor surat", max_length=200)
    dinilai = models.BooleanField(
        "tetap dinilai",
        default=False,
        help_text="Centang bila surat atau aturan mewajibkan penilaian. Belum diperiksa dengan peraturan.",
    )

    class Meta:
        verbose_name = "masa khusus"
        verbose_name_plural = "masa khusus"
        ordering = ["-mulai", "pegawai__nama_urut"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="masakhusus_urutan_tanggal",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            ),
            ExclusionConstraint(
                name="masakhusus_tidak_bertumpuk",
                expressions=[("pegawai", RangeOperators.EQUAL), (rentang_tanggal(), RangeOperators.OVERLAPS)],
                violation_error_message="Sudah ada masa khusus lain untuk tanggal itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.pegawai}"
