"""New ways of working: the idea, the trial, the figures before and after, and who took it over."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.enums.inovasi import LABEL_STATUS_INOVASI, StatusInovasi
from kinerja.querysets import InovasiQuerySet
from rakumpit.model_dasar import ModelBerkode

_BERHASIL_ATAU_TIDAK = (StatusInovasi.BERHASIL.value, StatusInovasi.TIDAK_BERHASIL.value)


class Inovasi(ModelBerkode):
    """One idea of one person and a team.

    It counts as «ide baru atau cara baru» (PP 30/2019 Pasal 41 huruf a) only when it worked and a second person has
    verified it. ``versi`` counts the saves of the description and of the result. ``catatan_pengembalian`` says why the
    second person sent the result back; it is empty again once the team has reported anew.
    """

    pengusul = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pengusul", on_delete=models.PROTECT, related_name="inovasi"
    )
    tim = models.ManyToManyField(
        "organisasi.Pegawai", verbose_name="anggota tim", blank=True, related_name="inovasi_tim"
    )
    judul = models.CharField("judul", max_length=150)
    masalah = models.TextField("masalah")
    gagasan = models.TextField("gagasan")
    status = models.CharField("keadaan", max_length=10, choices=LABEL_STATUS_INOVASI, default=StatusInovasi.IDE.value)
    diusulkan_pada = models.DateField("diusulkan pada")
    dicoba_sejak = models.DateField("dicoba sejak", null=True, blank=True)
    hasil = models.TextField("hasil", blank=True)
    ukuran = models.CharField("yang diukur", max_length=150, blank=True)
    satuan = models.CharField("satuan", max_length=30, blank=True)
    sebelum = models.DecimalField("angka sebelum", max_digits=16, decimal_places=4, null=True, blank=True)
    sesudah = models.DecimalField("angka sesudah", max_digits=16, decimal_places=4, null=True, blank=True)
    bukti = models.ManyToManyField("kinerja.Bukti", verbose_name="bukti", blank=True, related_name="inovasi")
    diverifikasi_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diverifikasi oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    diverifikasi_pada = models.DateField("diverifikasi pada", null=True, blank=True)
    catatan_verifikasi = models.TextField("catatan verifikasi", blank=True)
    catatan_pengembalian = models.TextField("catatan pengembalian", blank=True)
    versi = models.PositiveIntegerField("versi", default=1)

    objects = InovasiQuerySet.as_manager()

    class Meta:
        verbose_name = "inovasi"
        verbose_name_plural = "inovasi"
        ordering = ["-diusulkan_pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=StatusInovasi.IDE.value) | Q(dicoba_sejak__isnull=False),
                name="inovasi_hasil_setelah_dicoba",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_BERHASIL_ATAU_TIDAK) | ~Q(hasil=""), name="inovasi_hasil_ditulis"
            ),
            models.CheckConstraint(
                condition=Q(sebelum__isnull=True, sesudah__isnull=True)
                | (Q(sebelum__isnull=False, sesudah__isnull=False) & ~Q(ukuran="")),
                name="inovasi_angka_berpasangan",
            ),
            models.CheckConstraint(
                condition=Q(diverifikasi_oleh__isnull=True, diverifikasi_pada__isnull=True)
                | Q(
                    diverifikasi_oleh__isnull=False,
                    diverifikasi_pada__isnull=False,
                    status__in=_BERHASIL_ATAU_TIDAK,
                ),
                name="inovasi_verifikasi_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(catatan_pengembalian="") | Q(status=StatusInovasi.DICOBA.value),
                name="inovasi_dikembalikan_dicoba",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "diverifikasi_pada"]),
            models.Index(fields=["-diusulkan_pada", "-id"], name="inovasi_terbaru"),
        ]

    def __str__(self) -> str:
        return self.judul


class Adopsi(models.Model):
    """A unit that took an innovation over."""

    inovasi = models.ForeignKey(Inovasi, verbose_name="inovasi", on_delete=models.PROTECT, related_name="adopsi")
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="adopsi"
    )
    tanggal = models.DateField("dipakai sejak")
    catatan = models.TextField("catatan", blank=True)
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "adopsi"
        verbose_name_plural = "adopsi"
        ordering = ["tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["inovasi", "unit"],
                name="adopsi_sekali_per_unit",
                violation_error_message="Unit itu sudah tercatat memakai inovasi ini.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.inovasi}"
