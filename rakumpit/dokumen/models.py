"""Issued documents: who can prove what, and the very bytes that were issued."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from rakumpit.dokumen.enums import StatusDokumen
from rakumpit.dokumen.kode import tampil_kode
from rakumpit.dokumen.querysets import DokumenQuerySet
from rakumpit.model_dasar import ModelBerkode


class Dokumen(ModelBerkode):
    """One version of one document. Issued once, never changed, never deleted.

    A trigger (migration 0002) lets only two things happen to a row, each once: being replaced by a later version of
    the same document, and being voided. ``jenis`` is a word of the app that issues it («kinerja.skp»), ``fakta`` the
    pairs of label and value that the public verification page shows; they never hold a NIP. ``sidik`` is the SHA-256
    of the file, ``sidik_isi`` that of what it was made from.
    """

    jenis = models.CharField("jenis", max_length=60)
    judul = models.CharField("judul", max_length=200)
    kode = models.CharField("kode verifikasi", max_length=20, unique=True, editable=False)
    fakta = models.JSONField("fakta yang boleh dilihat umum")
    sidik = models.CharField("sidik berkas (SHA-256)", max_length=64)
    sidik_isi = models.CharField("sidik isi (SHA-256)", max_length=64)
    versi = models.PositiveSmallIntegerField("versi", default=1)
    tentang_jenis = models.CharField("jenis objek", max_length=60)
    tentang_kode = models.CharField("pengenal objek", max_length=60)
    diterbitkan_pada = models.DateTimeField("diterbitkan pada")
    diterbitkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="diterbitkan oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    dibatalkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="dibatalkan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    alasan_batal = models.TextField("alasan pembatalan", blank=True)
    digantikan_oleh = models.OneToOneField(
        "self",
        verbose_name="digantikan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="menggantikan",
    )

    objects = DokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tentang_jenis", "tentang_kode", "jenis", "versi"], name="dokumen_satu_per_versi"
            ),
            models.CheckConstraint(
                condition=Q(kode__regex=r"^[ACDEFHJKMNPQRTVWXY2-9]{20}$"), name="dokumen_bentuk_kode"
            ),
            models.CheckConstraint(condition=Q(versi__gte=1), name="dokumen_versi_mulai_satu"),
            models.CheckConstraint(
                condition=Q(dibatalkan_pada__isnull=True, alasan_batal="")
                | (Q(dibatalkan_pada__isnull=False) & ~Q(alasan_batal="")),
                name="dokumen_batal_beralasan",
            ),
            models.CheckConstraint(condition=~Q(digantikan_oleh=F("id")), name="dokumen_bukan_pengganti_sendiri"),
        ]

    def __str__(self) -> str:
        return f"{self.judul} (versi {self.versi})"

    def get_absolute_url(self) -> str:
        return reverse("dokumen:lihat", args=[self.kode])

    @property
    def kode_tampil(self) -> str:
        """The code in groups, as printed."""
        return tampil_kode(self.kode)

    @property
    def status(self) -> StatusDokumen:
        """State today; voided counts before replaced."""
        if self.dibatalkan_pada is not None:
            return StatusDokumen.DIBATALKAN
        return StatusDokumen.SAH if self.digantikan_oleh_id is None else StatusDokumen.DIGANTIKAN


class BerkasDokumen(models.Model):
    """The bytes as issued, in the transaction of their row, so that each later print is the same file.

    Made anew by a later template or typesetter they would no longer have the digest that was recorded.
    """

    dokumen = models.OneToOneField(Dokumen, verbose_name="dokumen", on_delete=models.PROTECT, related_name="berkas")
    isi = models.BinaryField("isi")

    class Meta:
        verbose_name = "berkas dokumen"
        verbose_name_plural = "berkas dokumen"

    def __str__(self) -> str:
        return f"berkas {self.dokumen_id}"
