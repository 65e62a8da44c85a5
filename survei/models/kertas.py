"""Paper forms: printed in numbered bundles, typed, partly typed again by somebody else, then counted."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rakumpit.model_dasar import ModelBerkode
from survei.enums.kertas import LABEL_STATUS_BATCH, LABEL_STATUS_LEMBAR, StatusBatch, StatusLembar
from survei.models.survei import Survei
from survei.querysets import BatchKertasQuerySet

LEMBAR_TERBANYAK = 100


class BatchKertas(ModelBerkode):
    """A bundle of printed forms of one survey: sheets 1 … ``jumlah``, shown as «2-0017».

    ``layanan`` keeps the order of the services as printed, since the sheets show their numbers; ``versi_formulir`` is
    the version of the questions. Only ``petugas`` type.
    """

    survei = models.ForeignKey(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="batch_kertas")
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="batch_kertas"
    )
    nomor = models.PositiveSmallIntegerField("nomor bundel")
    jumlah = models.PositiveSmallIntegerField("jumlah lembar")
    layanan = ArrayField(models.UUIDField(), verbose_name="urutan layanan")
    versi_formulir = models.CharField("versi formulir", max_length=60)
    dicetak_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicetak oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicetak_pada = models.DateField("dicetak pada")
    petugas = models.ManyToManyField("organisasi.Pengguna", verbose_name="petugas", related_name="batch_kertas")
    status = models.CharField("keadaan", max_length=10, choices=LABEL_STATUS_BATCH, default=StatusBatch.DIKETIK.value)
    berakhir_pada = models.DateField("dihitung atau dibatalkan pada", null=True, blank=True)
    berakhir_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dihitung atau dibatalkan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)
    # Once the sheets are deleted after their time, what they added up to: keys of ``survei.ringkasan.kertas``.
    rekap_lembar = models.JSONField("rekap lembar", null=True, blank=True, editable=False)

    objects = BatchKertasQuerySet.as_manager()

    class Meta:
        verbose_name = "bundel kertas"
        verbose_name_plural = "bundel kertas"
        ordering = ["survei", "-nomor"]
        constraints = [
            models.UniqueConstraint(fields=["survei", "nomor"], name="batchkertas_nomor"),
            models.CheckConstraint(condition=Q(jumlah__range=(1, LEMBAR_TERBANYAK)), name="batchkertas_jumlah"),
            models.CheckConstraint(
                condition=Q(
                    status__in=[StatusBatch.DIKETIK.value, StatusBatch.DIPERIKSA.value],
                    berakhir_pada__isnull=True,
                    berakhir_oleh__isnull=True,
                    alasan_batal="",
                )
                | Q(
                    status=StatusBatch.DIHITUNG.value,
                    berakhir_pada__isnull=False,
                    berakhir_oleh__isnull=False,
                    alasan_batal="",
                )
                # Without a person where the system gave it up, its time being over.
                | Q(status=StatusBatch.BATAL.value, berakhir_pada__isnull=False) & ~Q(alasan_batal=""),
                name="batchkertas_akhir_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return f"Bundel {self.nomor}"

    def nomor_formulir(self, nomor: int) -> str:
        """What stands on the sheet, such as «2-0017»."""
        return f"{self.nomor}-{nomor:04d}"


class LembarKertas(ModelBerkode):
    """One sheet as it was typed, once or twice.

    What the citizen wrote (``isian``, ``isian_kedua``) stands here only while the bundle is worked on. When the bundle
    is counted the answers become rows of ``Respons`` under new ids in random order, and both fields are emptied: number
    and typist stay, and nothing leads from them to an answer any more.
    """

    batch = models.ForeignKey(BatchKertas, verbose_name="bundel", on_delete=models.PROTECT, related_name="lembar")
    nomor = models.PositiveSmallIntegerField("nomor formulir")
    kiriman = models.UUIDField(
        "kode kiriman", unique=True, help_text="Dibuat halaman; dua kali Enter tetap satu baris."
    )
    petugas_input = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diketik oleh", on_delete=models.PROTECT, related_name="+"
    )
    orang_dalam = models.BooleanField("diketik petugas unit yang disurvei")
    diketik_pada = models.DateField("diketik pada")
    status = models.CharField("keadaan", max_length=10, choices=LABEL_STATUS_LEMBAR, default=StatusLembar.DIKETIK.value)
    isian = models.JSONField("isian", null=True)
    contoh = models.BooleanField("diketik dua kali", default=False)
    petugas_kedua = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diketik lagi oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    isian_kedua = models.JSONField("isian kedua", null=True)
    dibandingkan = models.PositiveSmallIntegerField("isian dibandingkan", null=True, blank=True)
    berbeda = models.PositiveSmallIntegerField("isian berbeda", null=True, blank=True)
    dikoreksi_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diperbaiki oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    alasan_koreksi = models.CharField("alasan perbaikan", max_length=300, blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    class Meta:
        verbose_name = "lembar kertas"
        verbose_name_plural = "lembar kertas"
        ordering = ["batch", "nomor", "pk"]
        constraints = [
            # A voided sheet may be typed again under its number.
            models.UniqueConstraint(
                fields=["batch", "nomor"], condition=~Q(status=StatusLembar.BATAL.value), name="lembarkertas_nomor"
            ),
            models.CheckConstraint(condition=Q(nomor__gte=1), name="lembarkertas_nomor_mulai_satu"),
            models.CheckConstraint(
                condition=Q(petugas_kedua__isnull=True, dibandingkan__isnull=True, berbeda__isnull=True)
                | Q(contoh=True, petugas_kedua__isnull=False, dibandingkan__isnull=False, berbeda__isnull=False),
                name="lembarkertas_kedua_lengkap",
            ),
            models.CheckConstraint(
                condition=~Q(petugas_kedua=F("petugas_input")), name="lembarkertas_orang_kedua_lain"
            ),
            models.CheckConstraint(
                condition=Q(dikoreksi_oleh__isnull=True, alasan_koreksi="")
                | (Q(dikoreksi_oleh__isnull=False, berbeda__gt=0) & ~Q(alasan_koreksi="")),
                name="lembarkertas_koreksi_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(dikoreksi_oleh=F("petugas_input")), name="lembarkertas_koreksi_orang_lain"
            ),
            # The answers are here or in Respons, never in both.
            models.CheckConstraint(
                condition=Q(status=StatusLembar.DIKETIK.value, isian__isnull=False, alasan_batal="")
                | Q(
                    status=StatusLembar.DIHITUNG.value,
                    isian__isnull=True,
                    isian_kedua__isnull=True,
                    alasan_batal="",
                )
                | Q(status=StatusLembar.BATAL.value, isian__isnull=True, isian_kedua__isnull=True)
                & ~Q(alasan_batal=""),
                name="lembarkertas_isian_sampai_dihitung",
            ),
        ]

    def __str__(self) -> str:
        return self.batch.nomor_formulir(self.nomor)

    @property
    def tertulis(self) -> dict[str, Any]:
        """What the first typist read on the paper; only before the bundle is counted."""
        if self.isian is None:
            raise ValueError("Isian lembar ini sudah dikosongkan.")
        return dict(self.isian)

    @property
    def perlu_koreksi(self) -> bool:
        """Typed twice with differences that nobody has looked up on paper."""
        return bool(self.berbeda) and self.dikoreksi_oleh_id is None
