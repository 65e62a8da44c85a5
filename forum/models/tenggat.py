"""Limits of time as dated rows: a limit that changes is a new row, and a report keeps the row it was received under."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from forum.enums.tenggat import LABEL_JENIS_TENGGAT, LABEL_SATUAN, LABEL_TAHAP_TENGGAT, Satuan
from forum.perhitungan.tenggat import BatasWaktu
from forum.querysets.tenggat import AturanTenggatQuerySet
from rakumpit.model_dasar import ModelBerkode


def _masa() -> Func:
    """``daterange(berlaku_mulai, berlaku_sampai, '[]')``; no end means open."""
    return Func(
        F("berlaku_mulai"),
        F("berlaku_sampai"),
        Value("[]"),
        function="daterange",
        output_field=DateRangeField(),
    )


class AturanTenggat(ModelBerkode):
    """How long one step may take. Seeded by migration; nothing in the code knows a number of days.

    PermenPANRB 5/2025 replaced PermenPANRB 62/2018, whose practice of 3, 5, 14 and 60 working days these rows still
    follow; its articles were not read, so the rows say that they are unverified.
    """

    kode = models.SlugField("kode", max_length=30)
    tahap = models.CharField("tahap", max_length=20, choices=LABEL_TAHAP_TENGGAT)
    jenis = models.CharField("berlaku untuk", max_length=20, choices=LABEL_JENIS_TENGGAT)
    jumlah = models.PositiveSmallIntegerField("batas")
    satuan = models.CharField("satuan", max_length=15, choices=LABEL_SATUAN, default=Satuan.HARI_KERJA.value)
    dasar_hukum = models.TextField("dasar hukum")
    berlaku_mulai = models.DateField("berlaku mulai")
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    terverifikasi = models.BooleanField(
        "sudah diperiksa dengan peraturan",
        default=False,
        help_text="Periksa terhadap PermenPANRB 5/2025 sebelum mencentang.",
    )

    objects = AturanTenggatQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan tenggat"
        verbose_name_plural = "aturan tenggat"
        ordering = ["kode", "-berlaku_mulai"]
        constraints = [
            ExclusionConstraint(
                name="aturantenggat_masa_tidak_bertumpuk",
                expressions=[("kode", RangeOperators.EQUAL), (_masa(), RangeOperators.OVERLAPS)],
                violation_error_message="Masa berlaku aturan berkode ini bertumpuk. Akhiri dulu aturan yang lama.",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_mulai")),
                name="aturantenggat_masa_urut",
                violation_error_message="Hari terakhir berlaku harus sesudah hari pertamanya.",
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gte=1),
                name="aturantenggat_batas_positif",
                violation_error_message="Batas paling kecil 1 hari.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode}: {self.jumlah} {LABEL_SATUAN[Satuan(self.satuan)]}"

    @property
    def batas_waktu(self) -> BatasWaktu:
        """The row as the arithmetic takes it."""
        return BatasWaktu(self.kode, self.jumlah, Satuan(self.satuan), self.dasar_hukum, self.terverifikasi)
