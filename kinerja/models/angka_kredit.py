"""Angka kredit of functional staff: the dated tables, opening balances, and what was set from evaluations."""

from __future__ import annotations

from fractions import Fraction

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.models.dasar import BarisDapatDibatalkan, batal_beralasan
from kinerja.perhitungan import LABEL_JENJANG_FUNGSIONAL, LABEL_PREDIKAT, Kebutuhan, Predikat, angka_kredit
from kinerja.querysets import AturanAngkaKreditQuerySet, PenetapanAngkaKreditQuerySet
from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.models.struktur import rentang_tanggal


class AturanAngkaKredit(ModelBerkode):
    """Percent of each predicate, with its dates and legal base; coefficients and needs are its ``KoefisienJenjang``."""

    nama = models.CharField("nama", max_length=100)
    mulai = models.DateField("berlaku mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)
    persen_sangat_baik = models.PositiveSmallIntegerField("persen Sangat Baik")
    persen_baik = models.PositiveSmallIntegerField("persen Baik")
    persen_butuh_perbaikan = models.PositiveSmallIntegerField("persen Butuh Perbaikan")
    persen_kurang = models.PositiveSmallIntegerField("persen Kurang")
    persen_sangat_kurang = models.PositiveSmallIntegerField("persen Sangat Kurang")

    objects = AturanAngkaKreditQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan angka kredit"
        verbose_name_plural = "aturan angka kredit"
        ordering = ["-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")), name="aturanak_urutan_tanggal"
            ),
            ExclusionConstraint(
                name="aturanak_satu_per_hari", expressions=[(rentang_tanggal(), RangeOperators.OVERLAPS)]
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def persen(self, predikat: str) -> int:
        """Percent of a predicate; ValueError: unknown predicate."""
        nilai: int = getattr(self, f"persen_{Predikat(predikat).value}")
        return nilai


class KoefisienJenjang(models.Model):
    """Yearly coefficient of one jenjang, and the cumulative need in it for the next pangkat and the next jenjang."""

    aturan = models.ForeignKey(
        AturanAngkaKredit, verbose_name="aturan", on_delete=models.PROTECT, related_name="koefisien"
    )
    jenjang = models.CharField("jenjang", max_length=20, choices=LABEL_JENJANG_FUNGSIONAL)
    koefisien = models.DecimalField("koefisien setahun", max_digits=6, decimal_places=2)
    kebutuhan_pangkat = models.PositiveSmallIntegerField("kebutuhan kenaikan pangkat", null=True, blank=True)
    kebutuhan_jenjang = models.PositiveSmallIntegerField("kebutuhan kenaikan jenjang", null=True, blank=True)

    class Meta:
        verbose_name = "koefisien jenjang"
        verbose_name_plural = "koefisien jenjang"
        ordering = ["aturan", "koefisien"]
        constraints = [
            models.UniqueConstraint(fields=["aturan", "jenjang"], name="koefisien_satu_per_jenjang"),
            models.CheckConstraint(condition=Q(koefisien__gt=0), name="koefisien_positif"),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenjang_display()}: {self.koefisien}"

    @property
    def kebutuhan(self) -> Kebutuhan:
        return Kebutuhan(self.kebutuhan_pangkat, self.kebutuhan_jenjang)


class SaldoAwalAngkaKredit(ModelBerkode):
    """What a person brought along in one jenjang, by a letter. Rows are only added; the newest of a jenjang counts."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="saldo_angka_kredit"
    )
    jenjang = models.CharField("jenjang", max_length=20, choices=LABEL_JENJANG_FUNGSIONAL)
    nilai = models.DecimalField("angka kredit", max_digits=8, decimal_places=3)
    per_tanggal = models.DateField("sampai tanggal")
    surat_nomor = models.CharField("nomor surat penetapan", max_length=100)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now())

    class Meta:
        verbose_name = "saldo awal angka kredit"
        verbose_name_plural = "saldo awal angka kredit"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(nilai__gte=0), name="saldoak_tidak_negatif"),
            models.CheckConstraint(condition=~Q(surat_nomor=""), name="saldoak_bersurat"),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} {self.get_jenjang_display()}: {self.nilai}"


class PenetapanAngkaKredit(BarisDapatDibatalkan):
    """Whole months of a final evaluation turned into angka kredit. Immutable (trigger), but for being voided once.

    Percent and coefficient are copied, so a new rule changes nothing that was set. The database refuses two that hold
    for the same month of a person. ``nilai`` is derived and exact; it is printed with two decimals.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="penetapan_angka_kredit"
    )
    evaluasi = models.ForeignKey(
        "kinerja.Evaluasi", verbose_name="evaluasi", on_delete=models.PROTECT, related_name="penetapan_angka_kredit"
    )
    aturan = models.ForeignKey(AturanAngkaKredit, verbose_name="aturan", on_delete=models.PROTECT, related_name="+")
    jenjang = models.CharField("jenjang", max_length=20, choices=LABEL_JENJANG_FUNGSIONAL)
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan")
    bulan = models.PositiveSmallIntegerField("jumlah bulan")
    predikat = models.CharField("predikat kinerja", max_length=16, choices=LABEL_PREDIKAT)
    persen = models.PositiveSmallIntegerField("persen predikat")
    koefisien = models.DecimalField("koefisien setahun", max_digits=6, decimal_places=2)
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="ditetapkan oleh", on_delete=models.PROTECT, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField("ditetapkan pada")

    objects = PenetapanAngkaKreditQuerySet.as_manager()

    class Meta:
        verbose_name = "penetapan angka kredit"
        verbose_name_plural = "penetapan angka kredit"
        ordering = ["-mulai", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gt=F("mulai"), bulan__gte=1, bulan__lte=12), name="penetapanak_bulan_1_12"
            ),
            batal_beralasan("penetapanak_batal_beralasan"),
            ExclusionConstraint(
                name="penetapanak_sekali_per_bulan",
                expressions=[("pegawai", RangeOperators.EQUAL), (rentang_tanggal(), RangeOperators.OVERLAPS)],
                condition=Q(dibatalkan_pada__isnull=True),
                violation_error_message="Bulan itu sudah dihitung angka kreditnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Angka kredit {self.pegawai} {self.mulai:%m-%Y}–{self.selesai:%m-%Y}"

    @property
    def nilai(self) -> Fraction:
        """Exact angka kredit of these months."""
        return angka_kredit(persen=self.persen, koefisien=self.koefisien, bulan=self.bulan)
