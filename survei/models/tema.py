"""What suggestions are about: themes of the office, which suggestion has which, their counts, edited quotes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from rakumpit.model_dasar import ModelBerkode
from survei.models.respons import Respons
from survei.models.survei import Survei


class TemaSaran(ModelBerkode):
    """One theme. ``kata_kunci`` has one word or phrase a line; they only propose."""

    nama = models.CharField("tema", max_length=60)
    kode_unsur = models.SlugField(
        "kode unsur", max_length=30, blank=True, help_text="Bila temanya satu unsur survei, misalnya sarana."
    )
    kata_kunci = models.TextField(
        "kata kunci", blank=True, help_text="Satu kata atau frasa tiap baris. Dipakai untuk mengusulkan tema saja."
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=100)
    aktif = models.BooleanField("dipakai", default=True)

    class Meta:
        verbose_name = "tema saran"
        verbose_name_plural = "tema saran"
        ordering = ["urutan", "nama"]
        constraints = [
            models.UniqueConstraint(
                Lower("nama"), name="tema_nama_unik", violation_error_message="Tema dengan nama itu sudah ada."
            )
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def daftar_kata(self) -> list[str]:
        return [satu.strip() for satu in self.kata_kunci.splitlines() if satu.strip()]


class SaranDitandai(ModelBerkode):
    """A suggestion that somebody has looked at; without themes it fits none."""

    respons = models.OneToOneField(Respons, verbose_name="jawaban", on_delete=models.PROTECT, related_name="ditandai")
    tema = models.ManyToManyField(TemaSaran, verbose_name="tema", through="TandaTema", related_name="+")
    versi = models.PositiveIntegerField("versi", default=1)

    class Meta:
        verbose_name = "saran yang ditandai"
        verbose_name_plural = "saran yang ditandai"
        ordering = ["uuid"]

    def __str__(self) -> str:
        return str(self.uuid)


class TandaTema(models.Model):
    """One theme of one suggestion."""

    ditandai = models.ForeignKey(SaranDitandai, on_delete=models.PROTECT, related_name="tanda")
    tema = models.ForeignKey(TemaSaran, on_delete=models.PROTECT, related_name="tanda")

    class Meta:
        verbose_name = "tema sebuah saran"
        verbose_name_plural = "tema sebuah saran"
        constraints = [models.UniqueConstraint(fields=["ditandai", "tema"], name="tanda_tema_sekali")]

    def __str__(self) -> str:
        return f"{self.ditandai_id}: {self.tema_id}"


class HitunganTema(models.Model):
    """Suggestions of a survey with that theme; recounted, never incremented, and kept when the texts are deleted."""

    survei = models.ForeignKey(Survei, on_delete=models.PROTECT, related_name="hitungan_tema")
    tema = models.ForeignKey(TemaSaran, on_delete=models.PROTECT, related_name="hitungan")
    jumlah = models.PositiveIntegerField("jumlah saran")

    class Meta:
        verbose_name = "hitungan tema"
        verbose_name_plural = "hitungan tema"
        constraints = [models.UniqueConstraint(fields=["survei", "tema"], name="hitungan_tema_sel")]

    def __str__(self) -> str:
        return f"{self.tema}: {self.jumlah}"


class KutipanSaran(ModelBerkode):
    """A sentence for the public, rewritten by an officer; it names no suggestion, so nothing leads back to one."""

    survei = models.ForeignKey(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="kutipan")
    tema = models.ForeignKey(TemaSaran, verbose_name="tema", on_delete=models.PROTECT, related_name="kutipan")
    teks = models.CharField("kutipan", max_length=300)
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="disunting oleh", on_delete=models.PROTECT, related_name="+"
    )
    terbit_pada = models.DateField("tampil sejak")
    ditarik_pada = models.DateField("ditarik pada", null=True, blank=True)
    alasan_tarik = models.CharField("alasan ditarik", max_length=300, blank=True)

    class Meta:
        verbose_name = "kutipan saran"
        verbose_name_plural = "kutipan saran"
        ordering = ["terbit_pada", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ditarik_pada__isnull=True, alasan_tarik="")
                | (Q(ditarik_pada__isnull=False) & ~Q(alasan_tarik="")),
                name="kutipan_tarik_beralasan",
            )
        ]

    def __str__(self) -> str:
        return self.teks[:80]
