"""What stands in the way of a result, and what was asked of the superior about it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from kinerja.enums.dukungan import (
    LABEL_JAWABAN_DUKUNGAN,
    LABEL_JENIS_KENDALA,
    LABEL_LANGKAH_DUKUNGAN,
    LABEL_STATUS_KENDALA,
    LABEL_STATUS_PERMINTAAN,
    JawabanDukungan,
    StatusKendala,
    StatusPermintaan,
)
from kinerja.models.dasar import Langkah
from kinerja.querysets import BarisPegawaiQuerySet, PermintaanDukunganQuerySet
from rakumpit.model_dasar import ModelBerkode


class Kendala(ModelBerkode):
    """One obstacle: of one indicator, of a whole planned result (``indikator`` empty), or of the work in general."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="kendala"
    )
    rencana = models.ForeignKey(
        "kinerja.RencanaHasilKerja",
        verbose_name="rencana hasil kerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kendala",
    )
    indikator = models.ForeignKey(
        "kinerja.Indikator",
        verbose_name="indikator",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kendala",
    )
    jenis = models.CharField("jenis", max_length=10, choices=LABEL_JENIS_KENDALA)
    uraian = models.TextField("uraian")
    sejak = models.DateField("sejak")
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_KENDALA, default=StatusKendala.TERBUKA.value
    )
    teratasi_pada = models.DateField("teratasi pada", null=True, blank=True)
    catatan_akhir = models.TextField("cara mengatasinya", blank=True)

    objects = BarisPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "kendala"
        verbose_name_plural = "kendala"
        ordering = ["-sejak", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(indikator__isnull=True) | Q(rencana__isnull=False), name="kendala_indikator_berencana"
            ),
            models.CheckConstraint(
                condition=Q(status=StatusKendala.TERBUKA.value, teratasi_pada__isnull=True, catatan_akhir="")
                | (Q(status=StatusKendala.TERATASI.value, teratasi_pada__gte=F("sejak")) & ~Q(catatan_akhir="")),
                name="kendala_teratasi_lengkap",
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "status"])]

    def __str__(self) -> str:
        return self.uraian


class PermintaanDukungan(ModelBerkode):
    """One request to the superior. ``tingkat`` counts the steps upward after silence, 0 for the direct superior.

    ``diminta_dari`` is a copy of who was derived on the day of the last step; who may answer is derived anew each
    time (``permissions.dukungan``).
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="peminta", on_delete=models.PROTECT, related_name="permintaan_dukungan"
    )
    kendala = models.ForeignKey(
        Kendala, verbose_name="kendala", on_delete=models.PROTECT, null=True, blank=True, related_name="permintaan"
    )
    jenis = models.CharField("jenis", max_length=10, choices=LABEL_JENIS_KENDALA)
    uraian = models.TextField("yang diminta")
    diajukan_pada = models.DateField("diajukan pada")
    tingkat = models.PositiveSmallIntegerField("tingkat", default=0)
    diminta_dari = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="diminta dari",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    diminta_dari_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="diminta dari pejabat di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    tenggat = models.DateField("tenggat jawaban")
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_PERMINTAAN, default=StatusPermintaan.DIAJUKAN.value
    )
    jawaban = models.CharField("jawaban", max_length=10, choices=LABEL_JAWABAN_DUKUNGAN, blank=True)
    alasan = models.TextField("penjelasan jawaban", blank=True)
    dijanjikan = models.DateField("dijanjikan pada", null=True, blank=True)
    dijawab_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dijawab oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    dijawab_pada = models.DateField("dijawab pada", null=True, blank=True)

    objects = PermintaanDukunganQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan dukungan"
        verbose_name_plural = "permintaan dukungan"
        ordering = ["tenggat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kendala"],
                condition=Q(status=StatusPermintaan.DIAJUKAN.value),
                name="permintaan_satu_terbuka_per_kendala",
                violation_error_message="Untuk kendala ini sudah ada permintaan yang menunggu jawaban.",
            ),
            models.CheckConstraint(
                condition=Q(diminta_dari__isnull=False, diminta_dari_luar__isnull=True)
                | Q(diminta_dari__isnull=True, diminta_dari_luar__isnull=False),
                name="permintaan_satu_yang_diminta",
            ),
            models.CheckConstraint(
                condition=~Q(diminta_dari=F("pegawai")), name="permintaan_bukan_kepada_diri_sendiri"
            ),
            models.CheckConstraint(condition=Q(tenggat__gte=F("diajukan_pada")), name="permintaan_urutan_tanggal"),
            models.CheckConstraint(
                condition=Q(
                    status__in=[StatusPermintaan.DIAJUKAN.value, StatusPermintaan.DIBATALKAN.value],
                    jawaban="",
                    dijawab_oleh__isnull=True,
                    dijawab_pada__isnull=True,
                )
                | (
                    ~Q(status=StatusPermintaan.DIAJUKAN.value)
                    & ~Q(jawaban="")
                    & Q(dijawab_oleh__isnull=False, dijawab_pada__isnull=False)
                ),
                name="permintaan_jawaban_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(jawaban__in=["", JawabanDukungan.DITOLAK.value], dijanjikan__isnull=True)
                | Q(
                    jawaban__in=[JawabanDukungan.DISETUJUI.value, JawabanDukungan.SEBAGIAN.value],
                    dijanjikan__isnull=False,
                ),
                name="permintaan_disetujui_berjanji",
            ),
            models.CheckConstraint(
                condition=Q(jawaban__in=["", JawabanDukungan.DISETUJUI.value]) | ~Q(alasan=""),
                name="permintaan_penolakan_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPermintaan.DIPENUHI.value) | ~Q(jawaban=JawabanDukungan.DITOLAK.value),
                name="permintaan_ditolak_tidak_dipenuhi",
            ),
        ]
        indexes = [models.Index(fields=["status", "tenggat"]), models.Index(fields=["pegawai", "status"])]

    def __str__(self) -> str:
        return self.uraian

    @property
    def menunggu_janji(self) -> bool:
        """Promised, and not yet said to have come."""
        return self.status == StatusPermintaan.DIJAWAB.value and self.dijanjikan is not None

    def janji_lewat(self, hari: date) -> bool:
        """Whether the promised day is over and nothing was said to have come."""
        return self.menunggu_janji and self.dijanjikan is not None and self.dijanjikan < hari

    @property
    def yang_diminta(self) -> str:
        """Name of the superior of the last step."""
        return str(self.diminta_dari or self.diminta_dari_luar)


class LangkahPermintaan(Langkah):
    """History of a request: one row for each thing that happened."""

    permintaan = models.ForeignKey(
        PermintaanDukungan, verbose_name="permintaan", on_delete=models.PROTECT, related_name="langkah"
    )
    langkah = models.CharField("langkah", max_length=10, choices=LABEL_LANGKAH_DUKUNGAN)
    kepada = models.CharField("kepada", max_length=400, blank=True)

    class Meta:
        verbose_name = "langkah permintaan"
        verbose_name_plural = "langkah permintaan"
        ordering = ["permintaan", "urut"]
        constraints = [
            # Two workers that raise the same request cannot both write its next step.
            models.UniqueConstraint(fields=["permintaan", "urut"], name="langkahpermintaan_sekali_per_urut")
        ]

    def __str__(self) -> str:
        return f"{self.permintaan_id} {self.urut}: {self.langkah}"
