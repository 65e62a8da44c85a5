"""Units, posts and dated assignments."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.enums import (
    LABEL_JENIS_JABATAN,
    LABEL_JENIS_UNIT,
    LABEL_SIFAT_PENUGASAN,
    JenisJabatan,
    SifatPenugasan,
)
from rakumpit.organisasi.nama import sebutan_jabatan
from rakumpit.organisasi.querysets import PenugasanQuerySet, UnitKerjaQuerySet


def rentang_tanggal() -> Func:
    """``daterange(mulai, selesai, '[]')``: both days belong to the range, no end means open.

    A plain ``Func``, so that the migrations do not import this module.
    """
    return Func(F("mulai"), F("selesai"), Value("[]"), function="daterange", output_field=DateRangeField())


class UnitKerja(ModelBerkode):
    """A unit in the tree; a trigger (migration 0002) refuses cycles, also for ``update()``."""

    kode = models.SlugField("kode", max_length=60, unique=True)
    nama = models.CharField("nama", max_length=200)
    jenis = models.CharField("jenis", max_length=20, choices=LABEL_JENIS_UNIT)
    induk = models.ForeignKey(
        "self", verbose_name="unit induk", on_delete=models.PROTECT, null=True, blank=True, related_name="anak"
    )
    aktif = models.BooleanField("aktif", default=True)

    objects = UnitKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["nama", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(induk=F("pk")),
                name="unitkerja_bukan_induk_sendiri",
                violation_error_message="Unit tidak dapat menjadi induknya sendiri.",
            )
        ]

    def __str__(self) -> str:
        return self.nama


class Jabatan(ModelBerkode):
    """One seat. Two people with the same kind of work hold two seats of one name, told apart by ``urut``."""

    unit = models.ForeignKey(UnitKerja, verbose_name="unit kerja", on_delete=models.PROTECT, related_name="jabatan")
    nama = models.CharField("nama jabatan", max_length=200)
    urut = models.PositiveSmallIntegerField("nomor kursi", default=1)
    jenis = models.CharField(
        "jenis jabatan", max_length=20, choices=LABEL_JENIS_JABATAN, default=JenisJabatan.PELAKSANA.value
    )
    eselon = models.CharField("eselon", max_length=10, blank=True)
    jenjang = models.CharField(
        "jenjang fungsional",
        max_length=20,
        blank=True,
        help_text="Hanya untuk jabatan fungsional, misalnya ahli_pertama.",
    )
    memimpin = models.BooleanField("memimpin unit ini", default=False)
    # Whether a camat counts as one was not found in the text of PermenPANRB 6/2022, so it is data.
    pimpinan_mandiri = models.BooleanField(
        "pimpinan unit kerja mandiri",
        default=False,
        help_text="SKP-nya memakai perspektif, bukan aspek. Belum diperiksa dengan peraturan: tanyakan ke BKPSDM.",
    )

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["unit", "nama", "urut"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "nama", "urut"], name="jabatan_satu_kursi"),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(memimpin=True),
                name="jabatan_satu_pemimpin_per_unit",
                violation_error_message="Unit ini sudah mempunyai jabatan pemimpin.",
            ),
        ]

    def __str__(self) -> str:
        return sebutan_jabatan(self.nama, self.urut, self.unit.nama)


class Penugasan(ModelBerkode):
    """Who holds which post from when to when. The database refuses two holders of one post in the same way and two
    definitive posts of one person on the same day."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pegawai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="penugasan",
    )
    pejabat_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="pejabat di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="penugasan",
    )
    jabatan = models.ForeignKey(Jabatan, verbose_name="jabatan", on_delete=models.PROTECT, related_name="penugasan")
    sifat = models.CharField(
        "sifat", max_length=10, choices=LABEL_SIFAT_PENUGASAN, default=SifatPenugasan.DEFINITIF.value
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True, help_text="Kosong berarti masih berlaku.")
    dasar = models.CharField("dasar (nomor surat)", max_length=200, blank=True)

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        verbose_name = "penugasan"
        verbose_name_plural = "penugasan"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pegawai__isnull=False, pejabat_luar__isnull=True)
                | Q(pegawai__isnull=True, pejabat_luar__isnull=False),
                name="penugasan_satu_pemegang",
                violation_error_message="Isi pegawai atau pejabat di luar kantor, salah satu saja.",
            ),
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="penugasan_urutan_tanggal",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            ),
            ExclusionConstraint(
                name="penugasan_satu_pemegang_per_jabatan",
                expressions=[
                    ("jabatan", RangeOperators.EQUAL),
                    ("sifat", RangeOperators.EQUAL),
                    (rentang_tanggal(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=(
                    "Jabatan ini sudah dipegang orang lain pada tanggal itu. Akhiri dulu penugasan lama."
                ),
            ),
            ExclusionConstraint(
                name="penugasan_satu_definitif_per_orang",
                expressions=[
                    ("pegawai", RangeOperators.EQUAL),
                    (rentang_tanggal(), RangeOperators.OVERLAPS),
                ],
                condition=Q(sifat=SifatPenugasan.DEFINITIF.value, pegawai__isnull=False),
                violation_error_message="Pegawai ini sudah memegang jabatan definitif lain pada tanggal itu.",
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "mulai"])]

    def __str__(self) -> str:
        return f"{self.pegawai or self.pejabat_luar} — {self.jabatan}"
