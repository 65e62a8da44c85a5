"""The city's calendar of surveys, and what was reported to it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from rakumpit.model_dasar import ModelBerkode
from survei.models.hasil import HasilSurvei


class PeriodeSurvei(ModelBerkode):
    """A period of the city with the day by which its results are reported.

    PermenPANRB 14/2017 wants a survey at least once a year; how often and until when is the city's own arrangement, so
    it is data. ``hari_ingat`` and ``hari_rencana`` are choices of the office.
    """

    nama = models.CharField("nama", max_length=100, unique=True)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")
    batas_lapor = models.DateField("batas lapor", help_text="Hari terakhir melaporkan hasil ke Bagian Organisasi.")
    hari_ingat = models.PositiveSmallIntegerField(
        "diingatkan sebelum batas lapor (hari)", default=14, help_text="Pilihan kantor."
    )
    hari_rencana = models.PositiveSmallIntegerField(
        "tenggat rencana tindak lanjut sesudah terbit (hari)", default=30, help_text="Pilihan kantor."
    )

    class Meta:
        verbose_name = "periode survei"
        verbose_name_plural = "periode survei"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai"), batas_lapor__gte=F("selesai")),
                name="periodesurvei_urutan_tanggal",
                violation_error_message="Urutannya: mulai, selesai, lalu batas lapor.",
            )
        ]

    def __str__(self) -> str:
        return self.nama


class Pelaporan(ModelBerkode):
    """A locked result was reported to Bagian Organisasi by this letter."""

    hasil = models.OneToOneField(
        HasilSurvei, verbose_name="hasil survei", on_delete=models.PROTECT, related_name="pelaporan"
    )
    tanggal = models.DateField("tanggal surat")
    nomor_surat = models.CharField("nomor surat", max_length=100)
    # One letter may report several surveys: their rows then name the same file.
    surat = models.FileField("pindaian surat", upload_to="pelaporan/", blank=True)
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "pelaporan"
        verbose_name_plural = "pelaporan"
        ordering = ["-tanggal", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(nomor_surat=""), name="pelaporan_bernomor")]

    def __str__(self) -> str:
        return self.nomor_surat
