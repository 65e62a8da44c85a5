"""Behaviour and result after an event (Kirkpatrick levels 3 and 4): what is looked at, by whom, until when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from pelatihan.enums.sesudah import LABEL_PERAN_PENILAI, LABEL_SKALA
from pelatihan.models.kegiatan import Kegiatan
from pelatihan.perhitungan.sesudah import PERILAKU_MAKS, SKALA_MAKS, SKALA_MIN
from pelatihan.querysets.sesudah import EvaluasiPerilakuQuerySet
from rakumpit.model_dasar import ModelBerkode


class PerilakuKegiatan(ModelBerkode):
    """One behaviour that the participants agreed to show at work."""

    kegiatan = models.ForeignKey(Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="perilaku")
    urutan = models.PositiveSmallIntegerField("urutan")
    pernyataan = models.CharField("perilaku", max_length=200)

    class Meta:
        verbose_name = "perilaku yang disepakati"
        verbose_name_plural = "perilaku yang disepakati"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["kegiatan", "urutan"], name="perilakukegiatan_urutan_sekali"),
            models.CheckConstraint(
                condition=Q(urutan__range=(1, PERILAKU_MAKS)) & ~Q(pernyataan=""), name="perilakukegiatan_sah"
            ),
        ]

    def __str__(self) -> str:
        return self.pernyataan


class EvaluasiPerilaku(ModelBerkode):
    """One person asked about one participant: the participant, the superior, or a peer."""

    kegiatan = models.ForeignKey(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="evaluasi_perilaku"
    )
    peserta = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="peserta", on_delete=models.PROTECT, related_name="evaluasi_perilaku"
    )
    peran = models.CharField("sebagai", max_length=7, choices=LABEL_PERAN_PENILAI)
    penilai = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="pengisi", on_delete=models.PROTECT, related_name="evaluasi_perilaku"
    )
    mulai = models.DateField("dapat diisi sejak")
    batas = models.DateField("diisi paling lambat")
    diisi_pada = models.DateTimeField("diisi pada", null=True, blank=True)
    catatan = models.CharField("contoh dari pekerjaan", max_length=500, blank=True)
    # The participant's certificate was revoked before anybody answered: nothing is asked any more.
    ditutup_pada = models.DateTimeField("ditutup pada", null=True, blank=True)

    objects = EvaluasiPerilakuQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluasi perilaku"
        verbose_name_plural = "evaluasi perilaku"
        ordering = ["batas", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kegiatan", "peserta", "peran"], name="evaluasiperilaku_sekali"),
            models.CheckConstraint(condition=Q(batas__gte=F("mulai")), name="evaluasiperilaku_urutan_hari"),
            models.CheckConstraint(
                condition=Q(diisi_pada__isnull=True) | Q(ditutup_pada__isnull=True),
                name="evaluasiperilaku_diisi_atau_ditutup",
            ),
        ]
        indexes = [models.Index(fields=["penilai", "diisi_pada", "mulai"])]

    def __str__(self) -> str:
        return f"{self.peserta}, {self.kegiatan}"


class NilaiPerilaku(models.Model):
    """How often one behaviour was seen; ``sebelum`` as remembered, None where it is not."""

    evaluasi = models.ForeignKey(
        EvaluasiPerilaku, verbose_name="evaluasi", on_delete=models.PROTECT, related_name="nilai"
    )
    perilaku = models.ForeignKey(
        PerilakuKegiatan, verbose_name="perilaku", on_delete=models.PROTECT, related_name="nilai"
    )
    sebelum = models.PositiveSmallIntegerField("sebelum pelatihan", choices=LABEL_SKALA, null=True, blank=True)
    kini = models.PositiveSmallIntegerField("sekarang", choices=LABEL_SKALA)

    class Meta:
        verbose_name = "nilai perilaku"
        verbose_name_plural = "nilai perilaku"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "perilaku"], name="nilaiperilaku_sekali"),
            models.CheckConstraint(
                condition=Q(kini__range=(SKALA_MIN, SKALA_MAKS))
                & (Q(sebelum__isnull=True) | Q(sebelum__range=(SKALA_MIN, SKALA_MAKS))),
                name="nilaiperilaku_skala",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kini}"


class EvaluasiHasil(ModelBerkode):
    """Whether the service became better after an event: which element of which unit, and what was concluded.

    ``unsur`` is a code of the survey's elements. ``angka`` holds the figures as they stood when it was concluded.
    """

    kegiatan = models.OneToOneField(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="evaluasi_hasil"
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit yang melayani", on_delete=models.PROTECT, related_name="+"
    )
    unsur = models.CharField("unsur survei", max_length=40)
    mulai = models.DateField("dapat disimpulkan sejak", null=True, blank=True)
    batas = models.DateField("disimpulkan paling lambat", null=True, blank=True)
    simpulan = models.CharField("simpulan", max_length=1000, blank=True)
    angka = models.JSONField("angka saat disimpulkan", default=dict, blank=True)
    diisi_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="disimpulkan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    diisi_pada = models.DateTimeField("disimpulkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "evaluasi hasil"
        verbose_name_plural = "evaluasi hasil"
        ordering = ["batas", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(mulai__isnull=True, batas__isnull=True)
                | Q(mulai__isnull=False, batas__isnull=False, batas__gte=F("mulai")),
                name="evaluasihasil_urutan_hari",
            ),
            models.CheckConstraint(
                condition=Q(diisi_pada__isnull=True, diisi_oleh__isnull=True, simpulan="")
                | (Q(diisi_pada__isnull=False, diisi_oleh__isnull=False) & ~Q(simpulan="")),
                name="evaluasihasil_simpulan_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return f"Hasil {self.kegiatan}"
