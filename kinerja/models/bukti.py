"""Evidence: what stands behind a result."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kinerja.enums import LABEL_JENIS_BUKTI, JenisBukti
from kinerja.models.dasar import BarisDapatDibatalkan, batal_beralasan
from kinerja.querysets import BuktiQuerySet
from rakumpit.berkas import LABEL_TIPE_BERKAS
from rakumpit.model_dasar import ModelBerkode

_SIDIK = r"^[0-9a-f]{64}$"


class KirimanBukti(ModelBerkode):
    """One press of «Unggah bukti» with ``jumlah`` files; its ``uuid`` is made by the form.

    Over a weak line only some files arrive. The page says «3 dari 5 berkas diterima» until all are there or the owner
    says that these are enough; sending the same files again completes the same row and doubles none. ``diterima`` and
    ``ditolak`` hold the SHA-256 of what was sent.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="kiriman_bukti"
    )
    indikator = models.ForeignKey(
        "kinerja.Indikator", verbose_name="indikator", on_delete=models.PROTECT, related_name="kiriman_bukti"
    )
    periode = models.ForeignKey("kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="+")
    jumlah = models.PositiveSmallIntegerField("jumlah berkas")
    diterima = ArrayField(models.CharField(max_length=64), verbose_name="diterima", default=list, blank=True)
    ditolak = ArrayField(models.CharField(max_length=64), verbose_name="ditolak", default=list, blank=True)
    cukup = models.BooleanField("dinyatakan cukup", default=False)
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "kiriman bukti"
        verbose_name_plural = "kiriman bukti"
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=Q(jumlah__gte=1), name="kirimanbukti_paling_sedikit_satu")]

    def __str__(self) -> str:
        return f"{len(self.diterima)} dari {self.jumlah} berkas diterima"

    @property
    def belum_lengkap(self) -> bool:
        """Files were announced that neither arrived nor were refused."""
        return not self.cukup and len(self.diterima) + len(self.ditolak) < self.jumlah


class Bukti(BarisDapatDibatalkan):
    """A file or a link of one person: for an indicator in a period, of a daily note, or of something that points to it.

    ``tipe`` is told by the content, never by the name; ``sidik`` is the SHA-256 of the stored bytes, which are the
    sent ones without the picture's metadata (``rakumpit.berkas``). The stored name is random and has no
    address of its own: the file leaves only through a view that asks who reads. A row is never deleted, since
    somebody may have rated by it; it is voided with a reason.

    ``Realisasi.bukti`` stays beside this: the one link that is typed together with the number.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="bukti"
    )
    indikator = models.ForeignKey(
        "kinerja.Indikator",
        verbose_name="indikator",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bukti",
    )
    periode = models.ForeignKey(
        "kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, null=True, blank=True, related_name="bukti"
    )
    catatan_harian = models.ForeignKey(
        "kinerja.CatatanHarian",
        verbose_name="catatan harian",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bukti",
    )
    judul = models.CharField("judul", max_length=200)
    jenis = models.CharField("jenis", max_length=6, choices=LABEL_JENIS_BUKTI)
    berkas = models.FileField("berkas", upload_to="bukti/", blank=True)
    tautan = models.URLField("tautan", max_length=500, blank=True)
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS, blank=True)
    ukuran = models.PositiveIntegerField("ukuran (bita)", null=True, blank=True)
    sidik = models.CharField("sidik", max_length=64, blank=True)
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diunggah oleh", on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    objects = BuktiQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti"
        verbose_name_plural = "bukti"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(jenis=JenisBukti.BERKAS.value, tautan="", ukuran__isnull=False, sidik__regex=_SIDIK)
                    & ~Q(berkas="")
                    & ~Q(tipe="")
                )
                | (
                    Q(jenis=JenisBukti.TAUTAN.value, berkas="", tipe="", ukuran__isnull=True, sidik="")
                    & Q(tautan__regex=r"^https?://")
                ),
                name="bukti_berkas_atau_tautan",
            ),
            models.CheckConstraint(
                condition=Q(indikator__isnull=True, periode__isnull=True)
                | Q(indikator__isnull=False, periode__isnull=False),
                name="bukti_indikator_dengan_periode",
            ),
            # A photo of a note belongs to the note's indicator, and moves with it.
            models.CheckConstraint(
                condition=Q(indikator__isnull=True) | Q(catatan_harian__isnull=True), name="bukti_satu_tempat"
            ),
            batal_beralasan("bukti_batal_beralasan"),
            # The same file or link for the same result is one piece of evidence, however often it is sent.
            models.UniqueConstraint(
                fields=["indikator", "periode", "sidik"],
                condition=Q(jenis=JenisBukti.BERKAS.value, dibatalkan_pada__isnull=True),
                name="bukti_berkas_sekali",
            ),
            models.UniqueConstraint(
                fields=["catatan_harian", "sidik"],
                condition=Q(jenis=JenisBukti.BERKAS.value, dibatalkan_pada__isnull=True),
                name="bukti_foto_catatan_sekali",
            ),
            models.UniqueConstraint(
                fields=["indikator", "periode", "tautan"],
                condition=Q(jenis=JenisBukti.TAUTAN.value, dibatalkan_pada__isnull=True),
                name="bukti_tautan_sekali",
            ),
        ]

    def __str__(self) -> str:
        return self.judul
