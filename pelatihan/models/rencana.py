"""The catalogue, needs, and the yearly plan of a person."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from pelatihan.enums import (
    LABEL_MODA,
    LABEL_PRIORITAS,
    LABEL_STATUS_KEBUTUHAN,
    LABEL_STATUS_RENCANA,
    LABEL_SUMBER_KEBUTUHAN,
    Moda,
    Prioritas,
    StatusKebutuhan,
    StatusRencana,
)
from pelatihan.models.bentuk import BentukPengembangan
from pelatihan.models.kompetensi import Kompetensi
from pelatihan.perhitungan.kompetensi import LABEL_LEVEL
from pelatihan.querysets import KebutuhanQuerySet, RencanaQuerySet
from rakumpit.model_dasar import ModelBerkode

_BERAKHIR_BERALASAN = [StatusRencana.DITOLAK.value, StatusRencana.DITARIK.value]


class Program(ModelBerkode):
    """A programme of the catalogue, which can be held many times."""

    kode = models.SlugField("kode", max_length=60, unique=True)
    judul = models.CharField("judul", max_length=200)
    bentuk = models.ForeignKey(
        BentukPengembangan, verbose_name="bentuk", on_delete=models.PROTECT, related_name="program"
    )
    moda = models.CharField("moda", max_length=7, choices=LABEL_MODA, default=Moda.LURING.value)
    kompetensi = models.ForeignKey(
        Kompetensi,
        verbose_name="kompetensi",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="program",
    )
    level_tujuan = models.PositiveSmallIntegerField("level tujuan", choices=LABEL_LEVEL, null=True, blank=True)
    jp = models.DecimalField(
        "JP", max_digits=6, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(1)]
    )
    tujuan = models.TextField("tujuan")
    silabus = models.TextField("silabus")
    prasyarat = models.CharField("prasyarat", max_length=300, blank=True)
    bahan = models.TextField("bahan", blank=True)
    penyelenggara = models.CharField("penyelenggara", max_length=200, blank=True)
    aktif = models.BooleanField("ditawarkan", default=True)
    versi = models.PositiveIntegerField("versi", default=1)

    class Meta:
        verbose_name = "program pelatihan"
        verbose_name_plural = "program pelatihan"
        ordering = ["judul", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(jp__isnull=True) | Q(jp__gt=0), name="program_jp_positif"),
            models.CheckConstraint(
                condition=Q(level_tujuan__isnull=True)
                | Q(level_tujuan__gte=1, level_tujuan__lte=5, kompetensi__isnull=False),
                name="program_level_berkompetensi",
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class KebutuhanPelatihan(ModelBerkode):
    """What somebody, or a unit, needs to learn, and from where that is known.

    ``kunci_asal`` names the row elsewhere from which the need comes; told twice, it is kept once.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pegawai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kebutuhan_pelatihan",
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja",
        verbose_name="unit kerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kebutuhan_pelatihan",
    )
    sumber = models.CharField("asal kebutuhan", max_length=11, choices=LABEL_SUMBER_KEBUTUHAN)
    judul = models.CharField("yang perlu dipelajari", max_length=200)
    uraian = models.TextField("alasan", blank=True)
    kompetensi = models.ForeignKey(
        Kompetensi, verbose_name="kompetensi", on_delete=models.PROTECT, null=True, blank=True, related_name="kebutuhan"
    )
    prioritas = models.CharField("prioritas", max_length=6, choices=LABEL_PRIORITAS, default=Prioritas.SEDANG.value)
    status = models.CharField(
        "keadaan", max_length=12, choices=LABEL_STATUS_KEBUTUHAN, default=StatusKebutuhan.TERBUKA.value
    )
    kunci_asal = models.CharField("kunci asal", max_length=120, null=True, blank=True, unique=True, editable=False)
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dibuat oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dibuat_pada = models.DateField("dibuat pada")
    alasan_tutup = models.CharField("alasan ditutup", max_length=300, blank=True)

    objects = KebutuhanQuerySet.as_manager()

    class Meta:
        verbose_name = "kebutuhan pelatihan"
        verbose_name_plural = "kebutuhan pelatihan"
        ordering = ["-dibuat_pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pegawai__isnull=False) | Q(unit__isnull=False), name="kebutuhan_ada_sasaran"
            ),
            models.CheckConstraint(
                condition=Q(status=StatusKebutuhan.DITUTUP.value) & ~Q(alasan_tutup="")
                | ~Q(status=StatusKebutuhan.DITUTUP.value) & Q(alasan_tutup=""),
                name="kebutuhan_tutup_beralasan",
            ),
        ]
        indexes = [models.Index(fields=["status", "dibuat_pada"])]

    def __str__(self) -> str:
        return self.judul

    def penuhi(self) -> None:
        """What was planned for it has been followed."""
        self.status = StatusKebutuhan.TERPENUHI.value
        self.save(update_fields=["status"])


class RencanaPengembangan(ModelBerkode):
    """One line of a person's plan for a year (human capital development plan); many activities may realise it."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="rencana_pengembangan"
    )
    tahun = models.PositiveSmallIntegerField("tahun", validators=[MinValueValidator(2020), MaxValueValidator(2100)])
    judul = models.CharField("yang akan dipelajari", max_length=200)
    bentuk = models.ForeignKey(
        BentukPengembangan, verbose_name="bentuk", on_delete=models.PROTECT, related_name="rencana"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, verbose_name="kompetensi", on_delete=models.PROTECT, null=True, blank=True, related_name="rencana"
    )
    level_kini = models.PositiveSmallIntegerField("level sekarang", choices=LABEL_LEVEL, null=True, blank=True)
    level_tujuan = models.PositiveSmallIntegerField("level tujuan", choices=LABEL_LEVEL, null=True, blank=True)
    program = models.ForeignKey(
        Program, verbose_name="program", on_delete=models.PROTECT, null=True, blank=True, related_name="rencana"
    )
    kebutuhan = models.ForeignKey(
        KebutuhanPelatihan,
        verbose_name="kebutuhan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rencana",
    )
    sumber = models.CharField("asal kebutuhan", max_length=11, choices=LABEL_SUMBER_KEBUTUHAN)
    penyelenggara = models.CharField("penyelenggara", max_length=200, blank=True)
    jp = models.DecimalField("JP", max_digits=6, decimal_places=2, null=True, blank=True)
    triwulan = models.PositiveSmallIntegerField("triwulan")
    anggaran = models.DecimalField("anggaran (rupiah)", max_digits=14, decimal_places=2, null=True, blank=True)
    prioritas = models.CharField("prioritas", max_length=6, choices=LABEL_PRIORITAS, default=Prioritas.SEDANG.value)
    alasan_usul = models.TextField("alasan", blank=True)
    status = models.CharField(
        "keadaan", max_length=12, choices=LABEL_STATUS_RENCANA, default=StatusRencana.DIUSULKAN.value
    )
    versi = models.PositiveIntegerField("versi", default=1)
    diusulkan_pada = models.DateField("diusulkan pada")
    batas_atasan = models.DateField("atasan menjawab paling lambat")
    diverifikasi_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diverifikasi oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    divalidasi_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="divalidasi oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="ditetapkan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    alasan = models.CharField("alasan ditolak atau ditarik", max_length=300, blank=True)
    realisasi_pada = models.DateField("selesai diikuti pada", null=True, blank=True)

    objects = RencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana pengembangan"
        verbose_name_plural = "rencana pengembangan"
        ordering = ["-tahun", "triwulan", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="rencana_triwulan"),
            models.CheckConstraint(
                condition=(Q(jp__isnull=True) | Q(jp__gt=0)) & (Q(anggaran__isnull=True) | Q(anggaran__gte=0)),
                name="rencana_angka",
            ),
            models.CheckConstraint(
                condition=Q(batas_atasan__gte=F("diusulkan_pada")), name="rencana_batas_sesudah_usul"
            ),
            models.CheckConstraint(
                condition=Q(status__in=_BERAKHIR_BERALASAN) & ~Q(alasan="")
                | ~Q(status__in=_BERAKHIR_BERALASAN) & Q(alasan=""),
                name="rencana_tolak_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[StatusRencana.DIUSULKAN.value, *_BERAKHIR_BERALASAN])
                | Q(diverifikasi_oleh__isnull=False),
                name="rencana_diverifikasi",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[StatusRencana.DIUSULKAN.value, StatusRencana.DIVERIFIKASI.value, *_BERAKHIR_BERALASAN]
                )
                | Q(divalidasi_oleh__isnull=False),
                name="rencana_divalidasi",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[StatusRencana.DITETAPKAN.value, StatusRencana.TEREALISASI.value])
                | Q(ditetapkan_oleh__isnull=False),
                name="rencana_ditetapkan",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusRencana.TEREALISASI.value, realisasi_pada__isnull=False)
                | ~Q(status=StatusRencana.TEREALISASI.value) & Q(realisasi_pada__isnull=True),
                name="rencana_realisasi_bertanggal",
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "tahun"]), models.Index(fields=["status", "batas_atasan"])]

    def __str__(self) -> str:
        return self.judul
