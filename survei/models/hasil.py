"""Counters, and the locked result."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from rakumpit.model_dasar import ModelBerkode
from survei.models.survei import Survei
from survei.querysets import HasilSurveiQuerySet


class RekapHarian(models.Model):
    """Forms received and counted per survey, service and day; recomputed from the answers, never incremented."""

    survei = models.ForeignKey(Survei, on_delete=models.PROTECT, related_name="rekap")
    layanan = models.ForeignKey("organisasi.Layanan", on_delete=models.PROTECT, related_name="+")
    hari = models.DateField("hari")
    diterima = models.PositiveIntegerField("formulir diterima")
    dihitung = models.PositiveIntegerField("formulir dihitung")
    lurus = models.PositiveIntegerField("sembilan jawaban sama", default=0)
    terverifikasi = models.PositiveIntegerField("formulir dihitung dengan kode survei", default=0, db_default=0)
    # In units of 1/27.720 of the mean (survei.perhitungan.ketidakpastian); empty from more than 12 elements.
    skor = models.BigIntegerField("jumlah skor", null=True)
    skor_kuadrat = models.BigIntegerField("jumlah kuadrat skor", null=True)
    dihitung_pada = models.DateTimeField("dihitung pada", db_default=Now())

    class Meta:
        verbose_name = "rekap harian"
        verbose_name_plural = "rekap harian"
        constraints = [models.UniqueConstraint(fields=["survei", "layanan", "hari"], name="rekap_per_hari")]

    def __str__(self) -> str:
        return f"{self.survei} {self.hari:%d-%m-%Y}"


class Hitungan(models.Model):
    """Number of answers per survey, service, day, element and value, over the counted forms."""

    survei = models.ForeignKey(Survei, on_delete=models.PROTECT, related_name="hitungan")
    layanan = models.ForeignKey("organisasi.Layanan", on_delete=models.PROTECT, related_name="+")
    hari = models.DateField("hari")
    kode_unsur = models.CharField("kode unsur", max_length=30)
    nilai = models.PositiveSmallIntegerField("nilai")
    jumlah = models.PositiveIntegerField("jumlah")

    class Meta:
        verbose_name = "hitungan"
        verbose_name_plural = "hitungan"
        constraints = [
            models.UniqueConstraint(fields=["survei", "layanan", "hari", "kode_unsur", "nilai"], name="hitungan_sel"),
            models.CheckConstraint(condition=Q(nilai__range=(1, 4)), name="hitungan_nilai_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.kode_unsur}={self.nilai}: {self.jumlah}"


class HitunganButir(models.Model):
    """Answers to questions of a free survey per survey, service, day, field and value, over the counted forms.

    ``kunci`` is the field («p2», «p3-b1» for a row of a table); ``nilai`` the value chosen, the number, or the month
    of a date (202609). «p2.n» with the value 0 counts the forms that answered where the values do not add up to them:
    several choices, and texts, of which nothing but their number is counted.
    """

    survei = models.ForeignKey(Survei, on_delete=models.PROTECT, related_name="hitungan_butir")
    layanan = models.ForeignKey("organisasi.Layanan", on_delete=models.PROTECT, related_name="+")
    hari = models.DateField("hari")
    kunci = models.CharField("isian", max_length=40)
    nilai = models.DecimalField("nilai", max_digits=14, decimal_places=2)
    jumlah = models.PositiveIntegerField("jumlah")

    class Meta:
        verbose_name = "hitungan butir"
        verbose_name_plural = "hitungan butir"
        constraints = [
            models.UniqueConstraint(fields=["survei", "layanan", "hari", "kunci", "nilai"], name="hitungan_butir_sel")
        ]

    def __str__(self) -> str:
        return f"{self.kunci}={self.nilai}: {self.jumlah}"


class HitunganTanda(models.Model):
    """Counted forms per survey, service, day and channel: all (``semua``), those in doubt (``ditandai``), per mark."""

    survei = models.ForeignKey(Survei, on_delete=models.PROTECT, related_name="hitungan_tanda")
    layanan = models.ForeignKey("organisasi.Layanan", on_delete=models.PROTECT, related_name="+")
    hari = models.DateField("hari")
    saluran = models.CharField("saluran", max_length=10)
    tanda = models.CharField("tanda", max_length=20)
    jumlah = models.PositiveIntegerField("jumlah")

    class Meta:
        verbose_name = "hitungan tanda"
        verbose_name_plural = "hitungan tanda"
        constraints = [
            models.UniqueConstraint(fields=["survei", "layanan", "hari", "saluran", "tanda"], name="hitungan_tanda_sel")
        ]

    def __str__(self) -> str:
        return f"{self.saluran}, {self.tanda}: {self.jumlah}"


class HasilSurvei(ModelBerkode):
    """One locked count of a survey; a trigger refuses DELETE and every UPDATE but the one that replaces it.

    A survey that was opened again after a lock gets the next ``versi`` with ``sebab``, the reason that everybody may
    read; the version before stays and is no longer ``berlaku`` (valid) from the day of the opening on.

    ``rincian`` holds sums and counts per element (``{"persyaratan": {"n": 345, "jumlah": 1037, "sebaran": {…}}}``)
    and per service, and the sums of scores with the interval they give, so that every published figure can be
    recomputed exactly. ``tanpa_tanda`` is the same without the forms in doubt; ``kelompok`` breaks down by one
    property of the respondents at a time, and groups that are too small for staff are not even stored.
    """

    survei = models.ForeignKey(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="hasil")
    versi = models.PositiveSmallIntegerField("versi", default=1, db_default=1)
    berlaku = models.BooleanField("berlaku", default=True, db_default=True)
    sebab = models.CharField("sebab diperbaiki", max_length=500, blank=True, default="", db_default="")
    n = models.PositiveIntegerField("jumlah jawaban")
    rincian = models.JSONField("rincian")
    ikm = models.DecimalField("IKM", max_digits=5, decimal_places=2, null=True)
    mutu = models.CharField("mutu", max_length=1, blank=True)
    bendera = ArrayField(models.CharField(max_length=40), verbose_name="catatan mutu data", default=list)
    dikunci_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dikunci oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dikunci_pada = models.DateTimeField("dikunci pada", db_default=Now(), editable=False)

    objects = HasilSurveiQuerySet.as_manager()

    class Meta:
        verbose_name = "hasil survei"
        verbose_name_plural = "hasil survei"
        constraints = [
            models.UniqueConstraint(fields=["survei", "versi"], name="hasil_satu_per_versi"),
            models.UniqueConstraint(fields=["survei"], condition=Q(berlaku=True), name="hasil_satu_yang_berlaku"),
            models.CheckConstraint(
                condition=Q(versi=1, sebab="") | (Q(versi__gt=1) & ~Q(sebab="")), name="hasil_perbaikan_bersebab"
            ),
            models.CheckConstraint(
                condition=Q(ikm__isnull=True, mutu="") | Q(ikm__range=(25, 100), mutu__in=["A", "B", "C", "D"]),
                name="hasil_ikm_dan_mutu",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.survei}: {self.ikm}" + (f" (versi {self.versi})" if self.versi > 1 else "")
