"""Justified complaints of citizens beside a result, with who put them there and why, and the person's own words."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rakumpit.model_dasar import ModelBerkode


class PengaduanTerkait(ModelBerkode):
    """One complaint linked to one person's period, and to the planned result that it says something about.

    Evidence for a talk: nothing is computed from it. ``kunci`` is the complaint's own in the forum, ``nomor``, ``hari``
    and ``layanan`` are copied; no word of the reporter is. A link made by mistake is withdrawn with a reason, not
    deleted.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="pengaduan_terkait"
    )
    periode = models.ForeignKey("kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="+")
    rencana = models.ForeignKey(
        "kinerja.RencanaHasilKerja",
        verbose_name="hasil kerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    kunci = models.CharField("kunci pengaduan", max_length=60)
    nomor = models.CharField("nomor pengaduan", max_length=20)
    hari = models.DateField("selesai pada")
    layanan = models.CharField("layanan", max_length=200)
    tentang_orang = models.BooleanField("tentang pegawai ini")
    pernyataan = models.TextField("pernyataan")
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dikaitkan oleh", on_delete=models.PROTECT, related_name="+"
    )
    pada = models.DateField("dikaitkan pada")
    tanggapan = models.TextField("tanggapan pegawai", blank=True)
    ditanggapi_pada = models.DateField("ditanggapi pada", null=True, blank=True)
    dicabut_pada = models.DateField("dicabut pada", null=True, blank=True)
    alasan_cabut = models.TextField("alasan dicabut", blank=True)

    class Meta:
        verbose_name = "pengaduan terkait"
        verbose_name_plural = "pengaduan terkait"
        ordering = ["hari", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "kunci"], condition=Q(dicabut_pada__isnull=True), name="pengaduanterkait_sekali"
            ),
            models.CheckConstraint(condition=~Q(pernyataan=""), name="pengaduanterkait_berpernyataan"),
            models.CheckConstraint(
                condition=Q(tanggapan="", ditanggapi_pada__isnull=True)
                | ~Q(tanggapan="") & Q(ditanggapi_pada__isnull=False),
                name="pengaduanterkait_tanggapan_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(alasan_cabut="", dicabut_pada__isnull=True)
                | ~Q(alasan_cabut="") & Q(dicabut_pada__isnull=False),
                name="pengaduanterkait_cabut_beralasan",
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "periode"])]

    def __str__(self) -> str:
        return f"Pengaduan {self.nomor}"
