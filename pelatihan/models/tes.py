"""Tests before and after an event: the same items twice, answered once each."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from pelatihan.enums.kehadiran import LABEL_JENIS_TES
from pelatihan.models.kegiatan import Kegiatan
from pelatihan.models.pendaftaran import Pendaftaran
from pelatihan.models.rencana import Program
from rakumpit.model_dasar import ModelBerkode


class NaskahTes(ModelBerkode):
    """The items of a test, of a programme or for one event alone. Once somebody has answered them they never change."""

    program = models.ForeignKey(
        Program, verbose_name="program", on_delete=models.PROTECT, null=True, blank=True, related_name="naskah_tes"
    )
    judul = models.CharField("judul", max_length=200)
    aktif = models.BooleanField("dipakai", default=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dibuat oleh",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        verbose_name = "naskah tes"
        verbose_name_plural = "naskah tes"
        ordering = ["judul", "pk"]

    def __str__(self) -> str:
        return self.judul


class ButirTes(ModelBerkode):
    """One item."""

    naskah = models.ForeignKey(NaskahTes, verbose_name="naskah", on_delete=models.CASCADE, related_name="butir")
    urutan = models.PositiveSmallIntegerField("urutan")
    soal = models.CharField("soal", max_length=400)

    class Meta:
        verbose_name = "butir tes"
        verbose_name_plural = "butir tes"
        ordering = ["urutan", "pk"]
        constraints = [models.UniqueConstraint(fields=["naskah", "urutan"], name="butirtes_urutan_sekali")]

    def __str__(self) -> str:
        return self.soal


class PilihanTes(ModelBerkode):
    """One answer that an item offers; one of them is right."""

    butir = models.ForeignKey(ButirTes, verbose_name="butir", on_delete=models.CASCADE, related_name="pilihan")
    teks = models.CharField("jawaban", max_length=300)
    benar = models.BooleanField("benar", default=False)

    class Meta:
        verbose_name = "pilihan jawaban"
        verbose_name_plural = "pilihan jawaban"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["butir"], condition=Q(benar=True), name="pilihantes_satu_benar"),
            models.UniqueConstraint(fields=["butir", "teks"], name="pilihantes_teks_sekali"),
        ]

    def __str__(self) -> str:
        return self.teks


class TesKegiatan(ModelBerkode):
    """The test of one event. ``skor_lulus``: what the second one must reach for the certificate; None: nothing."""

    kegiatan = models.OneToOneField(Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="tes")
    naskah = models.ForeignKey(NaskahTes, verbose_name="naskah", on_delete=models.PROTECT, related_name="dipakai")
    skor_lulus = models.DecimalField(
        "skor paling sedikit",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    class Meta:
        verbose_name = "tes kegiatan"
        verbose_name_plural = "tes kegiatan"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(skor_lulus__isnull=True) | Q(skor_lulus__gte=1, skor_lulus__lte=100),
                name="teskegiatan_skor",
            )
        ]

    def __str__(self) -> str:
        return f"Tes {self.kegiatan}"


class PengerjaanTes(ModelBerkode):
    """What one participant answered, once before and once after. ``jawaban``: item → option, by their codes."""

    tes = models.ForeignKey(TesKegiatan, verbose_name="tes", on_delete=models.PROTECT, related_name="pengerjaan")
    pendaftaran = models.ForeignKey(
        Pendaftaran, verbose_name="peserta", on_delete=models.PROTECT, related_name="pengerjaan_tes"
    )
    jenis = models.CharField("jenis", max_length=5, choices=LABEL_JENIS_TES)
    jawaban = models.JSONField("jawaban")
    benar = models.PositiveSmallIntegerField("jawaban benar")
    butir = models.PositiveSmallIntegerField("banyaknya soal")
    skor = models.DecimalField("skor", max_digits=5, decimal_places=2)
    dikirim_pada = models.DateTimeField("dikirim pada")

    class Meta:
        verbose_name = "pengerjaan tes"
        verbose_name_plural = "pengerjaan tes"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pendaftaran", "jenis"],
                name="pengerjaantes_sekali",
                violation_error_message="Tes ini sudah Anda kerjakan.",
            ),
            models.CheckConstraint(
                condition=Q(butir__gte=1, benar__lte=F("butir"), skor__gte=0, skor__lte=100),
                name="pengerjaantes_angka",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.pendaftaran}"
