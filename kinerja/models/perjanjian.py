"""Perjanjian kinerja: what the head of a unit promises the level above for one year."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.enums import LABEL_STATUS_PERJANJIAN, StatusPerjanjian
from kinerja.perhitungan import LABEL_ARAH, Arah
from kinerja.querysets import PerjanjianKinerjaQuerySet
from rakumpit.model_dasar import ModelBerkode

_TIDAK_DRAF = ~Q(status=StatusPerjanjian.DRAF.value)


class PerjanjianKinerja(ModelBerkode):
    """Agreement of one unit for one year; ``versi`` counts its changed forms, each with its own signatures.

    Both parties are derived from the dated assignments on the day of signing and copied with their posts. A signed
    agreement and everything below it never changes (triggers of the migration); a change is a new version that
    replaces it when it is signed.
    """

    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="perjanjian"
    )
    tahun = models.PositiveSmallIntegerField("tahun", validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    versi = models.PositiveSmallIntegerField("versi", default=1)
    status = models.CharField(
        "keadaan", max_length=14, choices=LABEL_STATUS_PERJANJIAN, default=StatusPerjanjian.DRAF.value
    )
    sebelumnya = models.OneToOneField(
        "self", verbose_name="menggantikan", on_delete=models.PROTECT, null=True, blank=True, related_name="pengganti"
    )
    alasan_perubahan = models.CharField("alasan perubahan", max_length=300, blank=True)
    nomor = models.CharField("nomor", max_length=100, blank=True)
    tanggal = models.DateField("tanggal ditandatangani", null=True, blank=True)
    pihak_pertama = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pihak pertama",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    pihak_pertama_nama = models.CharField("nama pihak pertama", max_length=200, blank=True)
    pihak_pertama_jabatan = models.CharField("jabatan pihak pertama", max_length=220, blank=True)
    pihak_kedua = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pihak kedua",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    pihak_kedua_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="pihak kedua di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    pihak_kedua_nama = models.CharField("nama pihak kedua", max_length=200, blank=True)
    pihak_kedua_jabatan = models.CharField("jabatan pihak kedua", max_length=220, blank=True)
    pindaian = models.FileField("pindaian perjanjian", upload_to="perjanjian/", blank=True)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    objects = PerjanjianKinerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "perjanjian kinerja"
        verbose_name_plural = "perjanjian kinerja"
        ordering = ["-tahun", "unit", "-versi"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "tahun", "versi"], name="perjanjian_satu_per_versi"),
            models.UniqueConstraint(
                fields=["unit", "tahun"],
                condition=Q(status=StatusPerjanjian.DITANDATANGANI.value),
                name="perjanjian_satu_berlaku",
                violation_error_message="Unit ini sudah mempunyai perjanjian kinerja yang ditandatangani.",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun"],
                condition=Q(status=StatusPerjanjian.DRAF.value),
                name="perjanjian_satu_draf",
                violation_error_message="Unit ini sudah mempunyai draf perjanjian kinerja untuk tahun itu.",
            ),
            models.CheckConstraint(
                condition=~_TIDAK_DRAF
                | (
                    ~Q(nomor="")
                    & Q(tanggal__isnull=False, pihak_pertama__isnull=False, dicatat_oleh__isnull=False)
                    & (
                        Q(pihak_kedua__isnull=False, pihak_kedua_luar__isnull=True)
                        | Q(pihak_kedua__isnull=True, pihak_kedua_luar__isnull=False)
                    )
                ),
                name="perjanjian_tanda_tangan_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(pihak_kedua__isnull=True) | ~Q(pihak_kedua=F("pihak_pertama")),
                name="perjanjian_dua_pihak_berbeda",
            ),
            models.CheckConstraint(condition=Q(tahun__gte=2000, tahun__lte=2100), name="perjanjian_tahun_wajar"),
        ]

    def __str__(self) -> str:
        return f"Perjanjian kinerja {self.unit} {self.tahun}"


class BarisBerversi(ModelBerkode):
    """A row of a draft that two acting heads may edit: ``versi`` counts the saves, see ``KonflikVersi``."""

    versi = models.PositiveIntegerField("versi", default=1)
    diubah_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diubah oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    diubah = models.DateTimeField("diubah", db_default=Now())

    class Meta:
        abstract = True


class Sasaran(BarisBerversi):
    """One strategic goal of the agreement with its place in the plan of the region (RPJMD) or office (Renstra)."""

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, verbose_name="perjanjian kinerja", on_delete=models.PROTECT, related_name="sasaran"
    )
    urut = models.PositiveSmallIntegerField("urut")
    uraian = models.TextField("sasaran")
    tujuan = models.TextField("tujuan yang didukung", blank=True)
    rujukan = models.CharField("letak dalam RPJMD atau Renstra", max_length=200, blank=True)

    class Meta:
        verbose_name = "sasaran"
        verbose_name_plural = "sasaran"
        ordering = ["perjanjian", "urut"]
        constraints = [models.UniqueConstraint(fields=["perjanjian", "urut"], name="sasaran_urut_per_perjanjian")]

    def __str__(self) -> str:
        return self.uraian


class IndikatorUtama(BarisBerversi):
    """Indikator kinerja utama (IKU) of a goal with its target for the year; a range has both bounds.

    ``kode_tetap`` names the same measure through the changed versions of an agreement, so that plans made from an
    older version stay under it.
    """

    sasaran = models.ForeignKey(Sasaran, verbose_name="sasaran", on_delete=models.PROTECT, related_name="iku")
    urut = models.PositiveSmallIntegerField("urut")
    uraian = models.CharField("indikator kinerja utama", max_length=300)
    satuan = models.CharField("satuan", max_length=30)
    arah = models.CharField("arah", max_length=6, choices=LABEL_ARAH, default=Arah.TINGGI.value)
    target = models.DecimalField("target setahun (batas bawah bila rentang)", max_digits=16, decimal_places=4)
    target_atas = models.DecimalField("batas atas rentang", max_digits=16, decimal_places=4, null=True, blank=True)
    kode_tetap = models.UUIDField("kode tetap", default=uuid.uuid4, editable=False, db_index=True)

    class Meta:
        verbose_name = "indikator kinerja utama"
        verbose_name_plural = "indikator kinerja utama"
        ordering = ["sasaran", "urut"]
        constraints = [
            models.UniqueConstraint(fields=["sasaran", "urut"], name="iku_urut_per_sasaran"),
            models.UniqueConstraint(fields=["sasaran", "kode_tetap"], name="iku_satu_per_kode_tetap"),
            models.CheckConstraint(
                condition=Q(target__gte=0) & (Q(target_atas__isnull=True) | Q(target_atas__gte=F("target"))),
                name="iku_rentang_target",
                violation_error_message="Target tidak boleh negatif, dan batas atas tidak boleh di bawah batas bawah.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian


class TargetTriwulan(models.Model):
    """Rencana aksi of an IKU for one quarter, with the target at its end."""

    iku = models.ForeignKey(
        IndikatorUtama, verbose_name="indikator kinerja utama", on_delete=models.PROTECT, related_name="triwulan"
    )
    triwulan = models.PositiveSmallIntegerField("triwulan")
    uraian = models.CharField("rencana aksi", max_length=300, blank=True)
    target = models.DecimalField("target triwulan (batas bawah bila rentang)", max_digits=16, decimal_places=4)
    target_atas = models.DecimalField("batas atas rentang", max_digits=16, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "target triwulan"
        verbose_name_plural = "target triwulan"
        ordering = ["iku", "triwulan"]
        constraints = [
            models.UniqueConstraint(fields=["iku", "triwulan"], name="targettriwulan_satu_per_triwulan"),
            models.CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="targettriwulan_1_4"),
            models.CheckConstraint(
                condition=Q(target__gte=0) & (Q(target_atas__isnull=True) | Q(target_atas__gte=F("target"))),
                name="targettriwulan_rentang_target",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.iku} — triwulan {self.triwulan}"
