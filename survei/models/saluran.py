"""Places where answers are collected: a printed QR or short link, and the tablet of the office."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rakumpit.model_dasar import ModelBerkode
from survei.enums.saluran import LABEL_JENIS_TITIK, JenisTitik
from survei.models.survei import Survei


class TitikSurvei(ModelBerkode):
    """One place with a short address. The sheet hangs longer than a survey runs.

    So ``survei`` is the survey for which it was made, and the address leads to whichever survey of the same unit is
    open (``survei.proses.titik.survei_terbuka``). ``pin`` is a digest; only a kiosk has one. ``gagal`` counts wrong
    tries since the last right one.
    """

    kode = models.CharField("kode pendek", max_length=6, unique=True)
    nama = models.CharField("nama tempat", max_length=100)
    jenis = models.CharField("jenis", max_length=5, choices=LABEL_JENIS_TITIK)
    survei = models.ForeignKey(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="titik")
    layanan = models.ForeignKey(
        "organisasi.Layanan",
        verbose_name="layanan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="titik",
    )
    aktif = models.BooleanField("dipakai", default=True)
    pin = models.CharField("PIN keluar (teracak)", max_length=128, blank=True)
    gagal = models.PositiveSmallIntegerField("PIN salah berturut-turut", default=0)
    terkunci_sampai = models.DateTimeField("PIN terkunci sampai", null=True, blank=True)

    class Meta:
        verbose_name = "titik survei"
        verbose_name_plural = "titik survei"
        ordering = ["nama", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis=JenisTitik.QR.value, pin="") | (Q(jenis=JenisTitik.KIOS.value) & ~Q(pin="")),
                name="titik_kios_berpin",
            )
        ]

    def __str__(self) -> str:
        return self.nama
