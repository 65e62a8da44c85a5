"""The instrument: a question set as versioned data with its legal base."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Instrumen(models.Model):
    """One version of a question set with its legal base, bands and weight rule.

    Weights are exactly 1/m of the measured elements (PermenPANRB 14/2017 prints 1/9 = 0,11); ``pita`` holds the lower
    bounds of the classes as strings, for example ``{"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}``.
    """

    kode = models.SlugField("kode", max_length=40)
    versi = models.PositiveSmallIntegerField("versi", default=1)
    nama = models.CharField("nama", max_length=200)
    dasar_hukum = models.CharField("dasar hukum", max_length=300)
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)
    pita = models.JSONField("batas bawah tiap mutu", default=dict)
    minimal_terjawab = models.PositiveSmallIntegerField("jawaban terisi paling sedikit agar dihitung", default=5)
    mulai = models.DateField("berlaku mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True)

    class Meta:
        verbose_name = "instrumen"
        verbose_name_plural = "instrumen"
        ordering = ["kode", "-versi"]
        constraints = [models.UniqueConstraint(fields=["kode", "versi"], name="instrumen_kode_versi")]

    def __str__(self) -> str:
        return f"{self.nama} versi {self.versi}"


class Pertanyaan(models.Model):
    """One question. The element is known by its stable ``kode_unsur``; the number U1…U9 belongs to this version only
    (regulation and sample questionnaire number U8 and U9 differently)."""

    instrumen = models.ForeignKey(
        Instrumen, verbose_name="instrumen", on_delete=models.PROTECT, related_name="pertanyaan"
    )
    kode_unsur = models.SlugField("kode unsur", max_length=30)
    nomor = models.CharField("nomor", max_length=5)
    urutan = models.PositiveSmallIntegerField("urutan")
    unsur = models.CharField("unsur", max_length=120)
    teks = models.CharField("pertanyaan", max_length=300)

    class Meta:
        verbose_name = "pertanyaan"
        verbose_name_plural = "pertanyaan"
        ordering = ["instrumen", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "kode_unsur"], name="pertanyaan_unsur_per_instrumen"),
            models.UniqueConstraint(fields=["instrumen", "urutan"], name="pertanyaan_urutan_per_instrumen"),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.unsur}"


class Pilihan(models.Model):
    """One answer of a question. What is stored with a citizen's answer is ``nilai``, never the label."""

    pertanyaan = models.ForeignKey(
        Pertanyaan, verbose_name="pertanyaan", on_delete=models.PROTECT, related_name="pilihan"
    )
    nilai = models.PositiveSmallIntegerField("nilai")
    label = models.CharField("jawaban", max_length=100)

    class Meta:
        verbose_name = "pilihan"
        verbose_name_plural = "pilihan"
        ordering = ["pertanyaan", "nilai"]
        constraints = [
            models.UniqueConstraint(fields=["pertanyaan", "nilai"], name="pilihan_nilai_per_pertanyaan"),
            models.CheckConstraint(condition=Q(nilai__range=(1, 4)), name="pilihan_nilai_1_4"),
        ]

    def __str__(self) -> str:
        return self.label
