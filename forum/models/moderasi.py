"""Reports of readers, decisions of moderators, objections of authors. All of them stay."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from forum.enums.diskusi import LABEL_PUTUSAN_KEBERATAN, LABEL_TINDAKAN_MODERASI, PutusanKeberatan, TindakanModerasi
from rakumpit.model_dasar import ModelBerkode


class AlasanModerasi(models.Model):
    """Why a post is reported or hidden; seeded, told to its author."""

    kode = models.SlugField("kode", max_length=30, unique=True)
    nama = models.CharField("alasan", max_length=80)
    keterangan = models.CharField("penjelasan untuk penulis", max_length=200)
    urutan = models.PositiveSmallIntegerField("urutan")
    aktif = models.BooleanField("dipakai", default=True)

    class Meta:
        verbose_name = "alasan moderasi"
        verbose_name_plural = "alasan moderasi"
        ordering = ["urutan", "pk"]

    def __str__(self) -> str:
        return self.nama

    def clean(self) -> None:
        """``ValidationError`` for switching off the last reason: nobody could report or hide anything any more."""
        if not self.aktif and not AlasanModerasi.objects.filter(aktif=True).exclude(pk=self.pk).exists():
            raise ValidationError({"aktif": "Ini alasan terakhir yang dipakai. Tambah alasan lain lebih dulu."})

    @property
    def sudah_dipakai(self) -> bool:
        """Whether a reader or an author was given these words, which then stay as they were told."""
        return Penandaan.objects.filter(alasan=self).exists() or KeputusanModerasi.objects.filter(alasan=self).exists()


def _satu_kiriman(nama: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(topik__isnull=True) ^ Q(balasan__isnull=True), name=nama)


class Sasaran(ModelBerkode):
    """A row about one post: a topic or a reply."""

    topik = models.ForeignKey("forum.Topik", on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)s")
    balasan = models.ForeignKey(
        "forum.Balasan", on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)s"
    )

    class Meta:
        abstract = True


class Penandaan(Sasaran):
    """A reader's sign that something is wrong with a post; no account needed, and none is kept."""

    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    alasan = models.ForeignKey(AlasanModerasi, verbose_name="alasan", on_delete=models.PROTECT, related_name="+")
    catatan = models.CharField("catatan", max_length=300, blank=True)
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)
    selesai_pada = models.DateTimeField("selesai diperiksa pada", null=True, blank=True)

    class Meta:
        verbose_name = "tanda dari pembaca"
        verbose_name_plural = "tanda dari pembaca"
        ordering = ["pk"]
        constraints = [_satu_kiriman("penandaan_satu_kiriman")]
        indexes = [models.Index(fields=["topik"], condition=Q(selesai_pada__isnull=True), name="penandaan_terbuka")]

    def __str__(self) -> str:
        return f"{self.alasan}"


class KeputusanModerasi(Sasaran):
    """What a moderator decided; the author reads tindakan, alasan and catatan, never who."""

    tindakan = models.CharField("tindakan", max_length=15, choices=LABEL_TINDAKAN_MODERASI)
    alasan = models.ForeignKey(
        AlasanModerasi, verbose_name="alasan", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    catatan = models.CharField("catatan untuk penulis", max_length=300, blank=True)
    oleh = models.ForeignKey("organisasi.Pengguna", verbose_name="oleh", on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField("pada")

    class Meta:
        verbose_name = "keputusan moderasi"
        verbose_name_plural = "keputusan moderasi"
        ordering = ["-pk"]
        constraints = [
            _satu_kiriman("keputusanmoderasi_satu_kiriman"),
            models.CheckConstraint(
                condition=~Q(tindakan=TindakanModerasi.SEMBUNYIKAN.value) | Q(alasan__isnull=False),
                name="keputusanmoderasi_sembunyi_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_tindakan_display()} {self.pada:%d-%m-%Y}"


class KeberatanModerasi(ModelBerkode):
    """The author's objection to a hiding: once, decided by somebody other than who hid it."""

    keputusan = models.OneToOneField(
        KeputusanModerasi, verbose_name="keputusan", on_delete=models.PROTECT, related_name="keberatan"
    )
    diputus_moderator = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="yang menyembunyikan", on_delete=models.PROTECT, related_name="+"
    )
    isi = models.CharField("keberatan", max_length=1000)
    diajukan_pada = models.DateTimeField("diajukan pada")
    putusan = models.CharField(
        "putusan", max_length=10, choices=LABEL_PUTUSAN_KEBERATAN, default=PutusanKeberatan.MENUNGGU.value
    )
    catatan = models.CharField("penjelasan putusan", max_length=300, blank=True)
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diputus oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    diputus_pada = models.DateTimeField("diputus pada", null=True, blank=True)

    class Meta:
        verbose_name = "keberatan moderasi"
        verbose_name_plural = "keberatan moderasi"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    putusan=PutusanKeberatan.MENUNGGU.value,
                    diputus_oleh__isnull=True,
                    diputus_pada__isnull=True,
                    catatan="",
                )
                | ~Q(putusan=PutusanKeberatan.MENUNGGU.value)
                & Q(diputus_oleh__isnull=False, diputus_pada__isnull=False)
                & ~Q(catatan=""),
                name="keberatanmoderasi_putusan_lengkap",
            ),
            models.CheckConstraint(
                condition=~Q(diputus_oleh=F("diputus_moderator")), name="keberatanmoderasi_orang_lain"
            ),
        ]

    def __str__(self) -> str:
        return self.isi[:60]
