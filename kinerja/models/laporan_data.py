"""«Laporkan data salah»: what a person says is wrong in the own data, and what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.enums.laporan_data import (
    LABEL_HAL_DATA,
    LABEL_LANGKAH_LAPORAN,
    LABEL_STATUS_LAPORAN_DATA,
    LAPORAN_DIJAWAB,
    StatusLaporanData,
)
from kinerja.models.dasar import Langkah
from rakumpit.model_dasar import ModelBerkode


class LaporanData(ModelBerkode):
    """One report of a person about the own data; the pengelola answers it.

    ``tertulis`` is a copy of what stood there when it was reported, "" where nothing is copied (the NIP stands only
    with the account). ``skp`` or ``evaluasi`` is the page where it was seen, neither for the own account.
    ``dinaikkan``: the pengelola kept silent, or there is none who may answer, so the head of the office may answer
    too; who that is is derived anew each time (``permissions.laporan_data``). ``perubahan``: the recorded change that
    mended it.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pelapor", on_delete=models.PROTECT, related_name="laporan_data"
    )
    hal = models.CharField("yang salah", max_length=10, choices=LABEL_HAL_DATA)
    skp = models.ForeignKey(
        "kinerja.SKP", verbose_name="SKP", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    evaluasi = models.ForeignKey(
        "kinerja.Evaluasi", verbose_name="evaluasi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tertulis = models.CharField("tertulis saat dilaporkan", max_length=500, blank=True)
    seharusnya = models.TextField("yang seharusnya")
    bukti = models.ManyToManyField("kinerja.Bukti", verbose_name="bukti", blank=True, related_name="laporan_data")
    diajukan_pada = models.DateField("diajukan pada")
    tenggat = models.DateField("tenggat jawaban")
    dinaikkan = models.BooleanField("diteruskan ke pimpinan kantor", default=False)
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_LAPORAN_DATA, default=StatusLaporanData.DIAJUKAN.value
    )
    jawaban = models.TextField("yang diubah, atau alasannya", blank=True)
    perubahan = models.ForeignKey(
        "audit.CatatanAudit",
        verbose_name="perubahan yang tercatat",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    dijawab_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dijawab oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    dijawab_pada = models.DateField("dijawab pada", null=True, blank=True)

    class Meta:
        verbose_name = "laporan data"
        verbose_name_plural = "laporan data"
        ordering = ["tenggat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "hal", "evaluasi"],
                condition=Q(status=StatusLaporanData.DIAJUKAN.value),
                nulls_distinct=False,
                name="laporandata_satu_terbuka",
                violation_error_message="Laporan tentang hal ini sudah menunggu jawaban.",
            ),
            models.CheckConstraint(
                condition=Q(skp__isnull=True) | Q(evaluasi__isnull=True), name="laporandata_satu_tempat"
            ),
            models.CheckConstraint(condition=~Q(seharusnya=""), name="laporandata_berisi"),
            models.CheckConstraint(condition=Q(tenggat__gte=F("diajukan_pada")), name="laporandata_urutan_tanggal"),
            models.CheckConstraint(
                condition=Q(
                    status__in=[StatusLaporanData.DIAJUKAN.value, StatusLaporanData.DICABUT.value],
                    jawaban="",
                    dijawab_oleh__isnull=True,
                    dijawab_pada__isnull=True,
                )
                | (
                    Q(status__in=LAPORAN_DIJAWAB, dijawab_oleh__isnull=False, dijawab_pada__isnull=False)
                    & ~Q(jawaban="")
                ),
                name="laporandata_jawaban_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(perubahan__isnull=True) | Q(status=StatusLaporanData.DIPERBAIKI.value),
                name="laporandata_perubahan_bila_diperbaiki",
            ),
        ]
        indexes = [models.Index(fields=["status", "tenggat"])]

    def __str__(self) -> str:
        return f"{self.get_hal_display()}: {self.pegawai}"

    @property
    def terbuka(self) -> bool:
        """Waits for an answer."""
        return self.status == StatusLaporanData.DIAJUKAN.value


class LangkahLaporanData(Langkah):
    """History of a report: one row for each thing that happened."""

    laporan = models.ForeignKey(LaporanData, verbose_name="laporan", on_delete=models.PROTECT, related_name="langkah")
    langkah = models.CharField("langkah", max_length=10, choices=LABEL_LANGKAH_LAPORAN)

    class Meta:
        verbose_name = "langkah laporan data"
        verbose_name_plural = "langkah laporan data"
        ordering = ["laporan", "urut"]
        constraints = [
            # Two workers that raise the same report cannot both write its next step.
            models.UniqueConstraint(fields=["laporan", "urut"], name="langkahlaporandata_sekali_per_urut")
        ]

    def __str__(self) -> str:
        return f"{self.laporan_id} {self.urut}: {self.langkah}"
