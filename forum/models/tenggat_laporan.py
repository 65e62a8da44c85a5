"""The running limits of one report, with every former last day."""

from __future__ import annotations

from dataclasses import replace

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from forum.enums.tenggat import LABEL_TAHAP_TENGGAT
from forum.models.laporan import Laporan
from forum.models.tenggat import AturanTenggat
from forum.perhitungan.tenggat import BatasWaktu, Jeda
from forum.querysets.laporan import TenggatLaporanQuerySet


class TenggatLaporan(models.Model):
    """One limit: ``mulai`` is day 0, ``batas`` the last day, the earlier of the two rules that the row keeps.

    ``ke`` counts the clocks of a step: an objection and a reopening begin a new one. While ``dijeda_pada`` stands, the
    office waits for the reporter; the days of finished pauses are kept in both units. ``aturan_panjang``: the one
    extension that was granted.
    """

    laporan = models.ForeignKey(Laporan, verbose_name="laporan", on_delete=models.PROTECT, related_name="tenggat")
    tahap = models.CharField("tahap", max_length=20, choices=LABEL_TAHAP_TENGGAT)
    ke = models.PositiveSmallIntegerField("ke", default=1)
    aturan = models.ForeignKey(AturanTenggat, verbose_name="aturan", on_delete=models.PROTECT, related_name="+")
    aturan_hukum = models.ForeignKey(
        AturanTenggat, verbose_name="batas terluar", on_delete=models.PROTECT, null=True, related_name="+"
    )
    aturan_panjang = models.ForeignKey(
        AturanTenggat, verbose_name="perpanjangan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    mulai = models.DateField("mulai")
    batas = models.DateField("tenggat")
    sementara = models.BooleanField("sementara", default=False)
    jeda_kerja = models.PositiveSmallIntegerField("hari kerja dijeda", default=0)
    jeda_kalender = models.PositiveSmallIntegerField("hari dijeda", default=0)
    dijeda_pada = models.DateField("dijeda sejak", null=True)
    terpenuhi_pada = models.DateField("dipenuhi pada", null=True)
    gugur_pada = models.DateField("tidak berlaku lagi sejak", null=True)

    objects = TenggatLaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "tenggat laporan"
        verbose_name_plural = "tenggat laporan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["laporan", "tahap", "ke"], name="tenggatlaporan_satu_per_putaran"),
            models.UniqueConstraint(
                fields=["laporan", "tahap"],
                condition=Q(terpenuhi_pada__isnull=True, gugur_pada__isnull=True),
                name="tenggatlaporan_satu_berjalan",
            ),
            models.UniqueConstraint(
                fields=["laporan"],
                condition=Q(aturan_panjang__isnull=False),
                name="tenggatlaporan_satu_perpanjangan",
            ),
            models.CheckConstraint(condition=Q(batas__gte=F("mulai")), name="tenggatlaporan_urut"),
            models.CheckConstraint(
                condition=Q(terpenuhi_pada__isnull=True) | Q(gugur_pada__isnull=True), name="tenggatlaporan_satu_akhir"
            ),
        ]
        indexes = [
            models.Index(
                fields=["batas"],
                condition=Q(terpenuhi_pada__isnull=True, gugur_pada__isnull=True),
                name="tenggatlaporan_berjalan",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tahap} {self.batas:%d-%m-%Y}"

    @property
    def jeda(self) -> Jeda:
        return Jeda(self.jeda_kerja, self.jeda_kalender)

    @property
    def batas_waktu(self) -> list[BatasWaktu]:
        """The one or two limits that the row keeps; an extension lengthens the first, never the outer one."""
        panjang = self.aturan_panjang.batas_waktu if self.aturan_panjang is not None else None
        utama = replace(self.aturan.batas_waktu, panjang=panjang)
        return [utama, self.aturan_hukum.batas_waktu] if self.aturan_hukum is not None else [utama]

    @property
    def tepat_waktu(self) -> bool | None:
        """Whether it was met in time; None while it runs or when it lapsed."""
        return None if self.terpenuhi_pada is None else self.terpenuhi_pada <= self.batas


class TenggatLama(models.Model):
    """A last day that held before, and why it changed. Insert-only (a trigger holds it)."""

    tenggat = models.ForeignKey(TenggatLaporan, verbose_name="tenggat", on_delete=models.PROTECT, related_name="lama")
    batas = models.DateField("tenggat semula")
    sebab = models.CharField("sebab", max_length=200)
    saat = models.DateTimeField("waktu", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "tenggat semula"
        verbose_name_plural = "tenggat semula"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.batas:%d-%m-%Y}"


class EskalasiLaporan(models.Model):
    """A level that was told about a limit, again when the limit has moved away from that day since."""

    tenggat = models.ForeignKey(
        TenggatLaporan, verbose_name="tenggat", on_delete=models.PROTECT, related_name="eskalasi"
    )
    tingkat = models.PositiveSmallIntegerField("tingkat")
    pada = models.DateField("pada")

    class Meta:
        verbose_name = "eskalasi laporan"
        verbose_name_plural = "eskalasi laporan"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["tenggat", "tingkat", "pada"], name="eskalasi_sekali_sehari")]

    def __str__(self) -> str:
        return f"{self.tenggat_id}: {self.tingkat}"
