"""A locked survey is opened again only when two people agree."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from rakumpit.model_dasar import ModelBerkode
from survei.enums.buka_kembali import LABEL_STATUS_PERMINTAAN, StatusPermintaanBuka
from survei.models.hasil import HasilSurvei

_DIPUTUS = Q(diputus_oleh__isnull=False, diputus_pada__isnull=False)


class PermintaanBuka(ModelBerkode):
    """A request to open a locked survey again, and what another person decided.

    ``hasil`` is the version that would be replaced; ``alasan`` is read by everybody once the next version is published.
    Once it is agreed to, the answers that came after the lock may be taken in, all together and once (``disertakan``).
    """

    hasil = models.ForeignKey(
        HasilSurvei, verbose_name="hasil survei", on_delete=models.PROTECT, related_name="permintaan_buka"
    )
    alasan = models.CharField("alasan", max_length=500)
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_PERMINTAAN, default=StatusPermintaanBuka.DIAJUKAN.value
    )
    diajukan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diajukan oleh", on_delete=models.PROTECT, related_name="+"
    )
    diajukan_pada = models.DateTimeField("diajukan pada", db_default=Now(), editable=False)
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diputus oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    diputus_pada = models.DateTimeField("diputus pada", null=True, blank=True)
    catatan = models.CharField("catatan keputusan", max_length=500, blank=True)
    disertakan_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="jawaban terlambat disertakan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    disertakan_pada = models.DateTimeField("jawaban terlambat disertakan pada", null=True, blank=True)
    alasan_sertakan = models.CharField(
        "alasan menyertakan jawaban terlambat", max_length=500, blank=True, default="", db_default=""
    )

    class Meta:
        verbose_name = "permintaan buka kembali"
        verbose_name_plural = "permintaan buka kembali"
        ordering = ["-diajukan_pada", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["hasil"],
                condition=Q(status=StatusPermintaanBuka.DIAJUKAN.value),
                name="permintaanbuka_satu_menunggu",
            ),
            models.CheckConstraint(condition=~Q(alasan=""), name="permintaanbuka_beralasan"),
            models.CheckConstraint(
                condition=Q(status=StatusPermintaanBuka.DITARIK.value)
                | ~Q(diputus_oleh=F("diajukan_oleh"))
                | Q(diputus_oleh__isnull=True),
                name="permintaanbuka_dua_orang",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPermintaanBuka.DIAJUKAN.value, diputus_oleh=None, diputus_pada=None)
                | Q(status__in=[StatusPermintaanBuka.DISETUJUI.value, StatusPermintaanBuka.DITARIK.value]) & _DIPUTUS
                | Q(status=StatusPermintaanBuka.DITOLAK.value) & _DIPUTUS & ~Q(catatan=""),
                name="permintaanbuka_putusan_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(disertakan_oleh=None, disertakan_pada=None, alasan_sertakan="")
                | Q(
                    status=StatusPermintaanBuka.DISETUJUI.value,
                    disertakan_oleh__isnull=False,
                    disertakan_pada__isnull=False,
                )
                & ~Q(alasan_sertakan=""),
                name="permintaanbuka_penyertaan_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hasil}: {self.status}"
