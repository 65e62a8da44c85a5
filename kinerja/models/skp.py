"""Sasaran Kinerja Pegawai: the yearly plan, its results and its measures."""

from __future__ import annotations

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear, Now

from kinerja.enums import (
    LABEL_ASPEK,
    LABEL_BENTUK_SKP,
    LABEL_JENIS_HASIL,
    LABEL_PENDEKATAN,
    LABEL_PERSPEKTIF,
    LABEL_STATUS_SKP,
    STATUS_PERNAH_DISETUJUI,
    BentukSKP,
    JenisHasil,
    Pendekatan,
    StatusSKP,
)
from kinerja.perhitungan import LABEL_ARAH, LABEL_SUMBER, Arah, Sumber
from kinerja.querysets import RencanaHasilKerjaQuerySet, SKPQuerySet
from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.models.struktur import rentang_tanggal


class SKP(ModelBerkode):
    """Plan of one person for a span of days (a year, or the part of it that was spent in one post).

    The database refuses two approved plans of a person on the same day (guard of PermenPANRB 6/2022 practice).
    Exactly one of ``penilai`` and ``penilai_luar`` is set once it is approved.

    A revision is a plan of its own with ``sebelumnya`` and the next ``versi``. Once it is approved, the old one is
    *diganti* from ``diganti_sejak`` on: it keeps the days before, and none when the revision began on its first day.
    ``suntingan`` counts the changes of the content, so that a form opened before another change is refused.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="skp"
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan")
    penilai = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pejabat penilai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="skp_dinilai",
    )
    penilai_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="pejabat penilai di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="skp_dinilai",
    )
    pendekatan = models.CharField(
        "pendekatan", max_length=12, choices=LABEL_PENDEKATAN, default=Pendekatan.KUANTITATIF.value
    )
    bentuk = models.CharField("bentuk SKP", max_length=10, choices=LABEL_BENTUK_SKP, default=BentukSKP.PEGAWAI.value)
    status = models.CharField("keadaan", max_length=14, choices=LABEL_STATUS_SKP, default=StatusSKP.DRAF.value)
    suntingan = models.PositiveIntegerField("suntingan", default=0)
    versi = models.PositiveSmallIntegerField("versi", default=1)
    sebelumnya = models.ForeignKey(
        "self", verbose_name="menggantikan", on_delete=models.PROTECT, null=True, blank=True, related_name="pengganti"
    )
    alasan_perubahan = models.CharField("alasan perubahan", max_length=300, blank=True)
    diganti_sejak = models.DateField("digantikan sejak", null=True, blank=True)
    disetujui_pada = models.DateField("disetujui pada", null=True, blank=True)
    catatan_pengembalian = models.TextField("catatan pengembalian", blank=True)
    surat_persetujuan = models.CharField("nomor surat persetujuan", max_length=100, blank=True)
    pindaian_persetujuan = models.FileField("pindaian surat", upload_to="skp/", blank=True)
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    objects = SKPQuerySet.as_manager()

    class Meta:
        verbose_name = "SKP"
        verbose_name_plural = "SKP"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="skp_urutan_tanggal",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            ),
            # A plan belongs to one year (``perhitungan.penetapan.periksa_masa_skp``). Rows from before this rule stay.
            models.CheckConstraint(
                condition=Q(selesai__year=ExtractYear("mulai")),
                name="skp_dalam_satu_tahun",
                violation_error_message="SKP berlaku dalam satu tahun. Buat SKP tersendiri untuk tahun berikutnya.",
            ),
            models.CheckConstraint(
                condition=~Q(penilai=F("pegawai")),
                name="skp_bukan_penilai_sendiri",
                violation_error_message="Pegawai tidak dapat menilai dirinya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(penilai__isnull=True) | Q(penilai_luar__isnull=True), name="skp_satu_penilai"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[satu.value for satu in STATUS_PERNAH_DISETUJUI])
                | Q(penilai__isnull=False)
                | Q(penilai_luar__isnull=False),
                name="skp_disetujui_berpenilai",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusSKP.DIGANTI.value, diganti_sejak__isnull=False)
                | (~Q(status=StatusSKP.DIGANTI.value) & Q(diganti_sejak__isnull=True)),
                name="skp_diganti_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(sebelumnya__isnull=True) | ~Q(sebelumnya=F("pk")), name="skp_bukan_pengganti_sendiri"
            ),
            # Two revisions of one plan would both take over from it.
            models.UniqueConstraint(fields=["sebelumnya"], name="skp_satu_pengganti"),
            ExclusionConstraint(
                name="skp_satu_disetujui_per_hari",
                expressions=[
                    ("pegawai", RangeOperators.EQUAL),
                    (rentang_tanggal(), RangeOperators.OVERLAPS),
                ],
                condition=Q(status__in=[StatusSKP.DISETUJUI.value, StatusSKP.SELESAI.value])
                | Q(status=StatusSKP.DIGANTI.value, diganti_sejak__gt=F("mulai")),
                violation_error_message="Sudah ada SKP yang disetujui untuk tanggal itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"SKP {self.pegawai} {self.mulai.year}"

    @property
    def disetujui(self) -> bool:
        """Approved at some time: in force, or ended or replaced after that."""
        return self.status in {satu.value for satu in STATUS_PERNAH_DISETUJUI}


class RencanaHasilKerja(ModelBerkode):
    """One planned result; may support a result of the superior (``rhk_pimpinan``).

    In the form for heads of independent units the link upward is ``penugasan_dari`` (PermenPANRB 6/2022, Lampiran).
    ``asal`` is the result of the replaced plan that this one continues, and ``kode_tetap`` names the same result in
    all versions of a plan, so that approved plans of others, which keep their words, support it in each of them.
    ``aksi_forum``: the action of a forum that was taken up, by its code there.
    """

    skp = models.ForeignKey(SKP, verbose_name="SKP", on_delete=models.PROTECT, related_name="rencana")
    urut = models.PositiveSmallIntegerField("urut")
    jenis = models.CharField("jenis", max_length=10, choices=LABEL_JENIS_HASIL, default=JenisHasil.UTAMA.value)
    uraian = models.TextField("rencana hasil kerja")
    rhk_pimpinan = models.ForeignKey(
        "self",
        verbose_name="hasil kerja pimpinan yang didukung",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pendukung",
    )
    penugasan_dari = models.CharField("penugasan dari", max_length=200, blank=True)
    asal = models.ForeignKey(
        "self", verbose_name="lanjutan dari", on_delete=models.PROTECT, null=True, blank=True, related_name="lanjutan"
    )
    kode_tetap = models.UUIDField(
        "kode tetap", default=uuid.uuid4, db_default=RandomUUID(), editable=False, db_index=True
    )
    aksi_forum = models.UUIDField("tindak lanjut forum", null=True, blank=True, editable=False)

    objects = RencanaHasilKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana hasil kerja"
        verbose_name_plural = "rencana hasil kerja"
        ordering = ["skp", "urut"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "urut"], name="rhk_urut_per_skp"),
            models.UniqueConstraint(fields=["skp", "aksi_forum"], name="rhk_aksi_sekali"),
            models.UniqueConstraint(fields=["skp", "kode_tetap"], name="rhk_satu_per_kode_tetap"),
        ]

    def __str__(self) -> str:
        return self.uraian


class Indikator(ModelBerkode):
    """One measure of a planned result. A range target has both bounds, a single target only ``target``.

    Without a target it is the narrative «ukuran keberhasilan» of a qualitative plan, or not yet complete in a draft.
    ``asal`` is the measure of the replaced plan that this one continues: its realisasi moved here.
    ``bobot`` is empty (equal weights) or in (0, 100]; that all set weights total 100 is checked under lock when the
    plan is submitted. ``unit_sumber`` names the unit whose locked survey feeds an ``ikm`` measure, or whose answers to
    reports feed a ``tenggat`` one; empty means the unit in which the person works, or the reports that the person
    holds. ``iku`` ties a measure of a head to the unit's agreement from which it was taken.
    """

    rencana = models.ForeignKey(
        RencanaHasilKerja, verbose_name="rencana hasil kerja", on_delete=models.PROTECT, related_name="indikator"
    )
    urut = models.PositiveSmallIntegerField("urut")
    iku = models.ForeignKey(
        "kinerja.IndikatorUtama",
        verbose_name="indikator kinerja utama",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indikator",
    )
    uraian = models.CharField("indikator", max_length=300)
    aspek = models.CharField("aspek", max_length=12, choices=LABEL_ASPEK, blank=True)
    perspektif = models.CharField("perspektif", max_length=20, choices=LABEL_PERSPEKTIF, blank=True)
    satuan = models.CharField("satuan", max_length=30, blank=True)
    arah = models.CharField("arah", max_length=6, choices=LABEL_ARAH, default=Arah.TINGGI.value)
    target = models.DecimalField(
        "target (batas bawah bila rentang)", max_digits=16, decimal_places=4, null=True, blank=True
    )
    target_atas = models.DecimalField("batas atas rentang", max_digits=16, decimal_places=4, null=True, blank=True)
    sumber = models.CharField("sumber realisasi", max_length=8, choices=LABEL_SUMBER, default=Sumber.MANUAL.value)
    unit_sumber = models.ForeignKey(
        "organisasi.UnitKerja",
        verbose_name="unit sumber",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    bobot = models.DecimalField("bobot", max_digits=5, decimal_places=2, null=True, blank=True)
    asal = models.ForeignKey(
        "self", verbose_name="lanjutan dari", on_delete=models.PROTECT, null=True, blank=True, related_name="lanjutan"
    )

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["rencana", "urut"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "urut"], name="indikator_urut_per_rencana"),
            models.CheckConstraint(
                condition=Q(bobot__isnull=True) | Q(bobot__gt=0, bobot__lte=100),
                name="indikator_bobot_0_100",
                violation_error_message="Bobot harus lebih dari 0 dan paling besar 100, atau dikosongkan.",
            ),
            models.CheckConstraint(
                condition=Q(target__gte=0) & (Q(target_atas__isnull=True) | Q(target_atas__gte=F("target"))),
                name="indikator_rentang_target",
                violation_error_message="Target tidak boleh negatif, dan batas atas tidak boleh di bawah batas bawah.",
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=False) | Q(target_atas__isnull=True),
                name="indikator_batas_atas_bertarget",
                violation_error_message="Isi batas bawah rentang juga.",
            ),
            models.CheckConstraint(condition=Q(aspek="") | Q(perspektif=""), name="indikator_aspek_atau_perspektif"),
            models.UniqueConstraint(fields=["asal"], name="indikator_satu_lanjutan"),
        ]

    def __str__(self) -> str:
        return self.uraian


class RencanaAksi(models.Model):
    """The steps and the target of an indicator within one period.

    Without a target of the period the yearly one is used and the page says so; a qualitative plan has only the text.
    """

    indikator = models.ForeignKey(
        Indikator, verbose_name="indikator", on_delete=models.PROTECT, related_name="rencana_aksi"
    )
    periode = models.ForeignKey("kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="+")
    uraian = models.CharField("rencana aksi", max_length=300, blank=True)
    target = models.DecimalField("target periode", max_digits=16, decimal_places=4, null=True, blank=True)
    target_atas = models.DecimalField("batas atas rentang", max_digits=16, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "rencana aksi"
        verbose_name_plural = "rencana aksi"
        ordering = ["indikator", "periode"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "periode"], name="rencanaaksi_satu_per_periode"),
            models.CheckConstraint(
                condition=Q(target__gte=0) & (Q(target_atas__isnull=True) | Q(target_atas__gte=F("target"))),
                name="rencanaaksi_rentang_target",
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=False) | (Q(target_atas__isnull=True) & ~Q(uraian="")),
                name="rencanaaksi_berisi",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} — {self.periode}"
