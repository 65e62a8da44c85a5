"""Continuous feedback (umpan balik berkelanjutan, PermenPANRB 6/2022), signed or without a name."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.perhitungan import LABEL_NILAI_DASAR, LABEL_PENILAI
from kinerja.querysets import UmpanBalikQuerySet
from rakumpit.model_dasar import ModelBerkode


class PermintaanUmpanBalik(ModelBerkode):
    """Somebody asks a colleague for feedback, once in a quarter (``triwulan``: its first day).

    It does not say whether the colleague has answered: an answer without a name must not show here.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="peminta", on_delete=models.PROTECT, related_name="umpan_balik_diminta"
    )
    kepada = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="diminta dari", on_delete=models.PROTECT, related_name="diminta_umpan_balik"
    )
    pertanyaan = models.CharField("yang ditanyakan", max_length=300)
    tanggal = models.DateField("tanggal")
    triwulan = models.DateField("triwulan")

    class Meta:
        verbose_name = "permintaan umpan balik"
        verbose_name_plural = "permintaan umpan balik"
        ordering = ["-tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "kepada", "triwulan"],
                name="mintaumpanbalik_sekali_per_triwulan",
                violation_error_message="Umpan balik dari rekan itu sudah Anda minta dalam triwulan ini.",
            ),
            models.CheckConstraint(condition=~Q(pegawai=F("kepada")), name="mintaumpanbalik_bukan_diri_sendiri"),
        ]

    def __str__(self) -> str:
        return self.pertanyaan


class UmpanBalik(ModelBerkode):
    """One short note about the work of ``pegawai``.

    A note without a name (``anonim``) holds no author, no relation, no day, no time and no request: only its quarter.
    Until the quarter ends ``tanda`` keeps its author from writing twice: a keyed digest of author, receiver and quarter
    that names nobody. Then ``lepaskan_tanpa_nama`` writes the notes again in random order without it, and only then,
    and only from ``PilihanKantor.minimal_tanpa_nama`` notes of a quarter on, can they be read
    (``UmpanBalikQuerySet.terbuka``).

    Stated limit: who holds the key of the site and a live copy of the database can try the digest for each member of
    staff until the quarter ends.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="kepada", on_delete=models.PROTECT, related_name="umpan_balik"
    )
    dari = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="dari",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="umpan_balik_ditulis",
    )
    dari_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="dari pejabat di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    hubungan = models.CharField("sebagai", max_length=8, choices=LABEL_PENILAI, blank=True)
    triwulan = models.DateField("triwulan")
    tanggal = models.DateField("tanggal", null=True, blank=True)
    isi = models.TextField("isi")
    rencana = models.ForeignKey(
        "kinerja.RencanaHasilKerja",
        verbose_name="tentang hasil kerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    nilai_dasar = models.CharField("tentang nilai", max_length=30, choices=LABEL_NILAI_DASAR, blank=True)
    permintaan = models.ForeignKey(
        PermintaanUmpanBalik,
        verbose_name="menjawab permintaan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="jawaban",
    )
    anonim = models.BooleanField("tanpa nama", default=False)
    tanda = models.CharField("tanda", max_length=64, null=True, blank=True, unique=True, editable=False)
    tanggapan = models.TextField("tanggapan", blank=True)
    ditanggapi_pada = models.DateField("ditanggapi pada", null=True, blank=True)

    objects = UmpanBalikQuerySet.as_manager()

    class Meta:
        verbose_name = "umpan balik"
        verbose_name_plural = "umpan balik"
        ordering = ["-triwulan", "-tanggal", "uuid"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(anonim=False, tanda__isnull=True, tanggal__isnull=False)
                    & ~Q(hubungan="")
                    & (Q(dari__isnull=False, dari_luar__isnull=True) | Q(dari__isnull=True, dari_luar__isnull=False))
                )
                | Q(
                    anonim=True,
                    dari__isnull=True,
                    dari_luar__isnull=True,
                    hubungan="",
                    tanggal__isnull=True,
                    rencana__isnull=True,
                    permintaan__isnull=True,
                ),
                name="umpanbalik_bernama_atau_tanpa_jejak",
            ),
            models.CheckConstraint(condition=~Q(dari=F("pegawai")), name="umpanbalik_bukan_diri_sendiri"),
            models.CheckConstraint(
                condition=Q(triwulan__day=1, triwulan__month__in=[1, 4, 7, 10]), name="umpanbalik_hari_pertama_triwulan"
            ),
            models.CheckConstraint(
                condition=Q(ditanggapi_pada__isnull=False) | Q(tanggapan=""), name="umpanbalik_tanggapan_bertanggal"
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "triwulan"])]

    def __str__(self) -> str:
        return f"umpan balik {self.triwulan}"

    @property
    def pemberi(self) -> str:
        """Name of the author, or that there is none."""
        return "Tanpa nama" if self.anonim else str(self.dari or self.dari_luar)
