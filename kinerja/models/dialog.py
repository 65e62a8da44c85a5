"""Talks between superior and employee, recorded by one and confirmed by the other."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.enums import LABEL_JENIS_DIALOG
from kinerja.querysets import DialogKinerjaQuerySet
from rakumpit.model_dasar import ModelBerkode


class DialogKinerja(ModelBerkode):
    """One dialog kinerja. Either side writes it down; it counts as recorded by both once the other side confirmed it.

    ``atasan`` or ``atasan_luar`` is the superior derived on the day of the talk. A plan is not needed: who is on tugas
    belajar has the talk as well (BKN, FAQ). A confirmed row does not change any more.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="dialog"
    )
    atasan = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="atasan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dialog_tim",
    )
    atasan_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="atasan di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dialog_tim",
    )
    skp = models.ForeignKey(
        "kinerja.SKP", verbose_name="SKP", on_delete=models.PROTECT, null=True, blank=True, related_name="dialog"
    )
    jenis = models.CharField("tentang", max_length=12, choices=LABEL_JENIS_DIALOG)
    tanggal = models.DateField("tanggal")
    tugas_belajar = models.BooleanField("pegawai sedang tugas belajar", default=False)
    ringkasan = models.TextField("yang dibicarakan")
    kesepakatan = models.TextField("kesepakatan")
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now())
    disahkan_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="disahkan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    disahkan_pada = models.DateTimeField("disahkan pada", null=True, blank=True)
    tanggapan = models.TextField("tanggapan pihak lain", blank=True)
    versi = models.PositiveIntegerField("versi", default=1)

    objects = DialogKinerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "dialog kinerja"
        verbose_name_plural = "dialog kinerja"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(atasan__isnull=False, atasan_luar__isnull=True)
                | Q(atasan__isnull=True, atasan_luar__isnull=False),
                name="dialog_satu_atasan",
            ),
            models.CheckConstraint(condition=~Q(atasan=F("pegawai")), name="dialog_dua_orang"),
            models.CheckConstraint(condition=~Q(ringkasan="") & ~Q(kesepakatan=""), name="dialog_berisi"),
            models.CheckConstraint(
                condition=Q(disahkan_oleh__isnull=True, disahkan_pada__isnull=True, tanggapan="")
                | (Q(disahkan_oleh__isnull=False, disahkan_pada__isnull=False) & ~Q(disahkan_oleh=F("dicatat_oleh"))),
                name="dialog_disahkan_pihak_lain",
            ),
        ]
        indexes = [
            models.Index(fields=["pegawai", "-tanggal"]),
            models.Index(fields=["-tanggal", "-id"], name="dialog_terbaru"),
        ]

    def __str__(self) -> str:
        return f"Dialog kinerja {self.pegawai} {self.tanggal:%d-%m-%Y}"

    @property
    def nama_atasan(self) -> str:
        return str(self.atasan or self.atasan_luar)
