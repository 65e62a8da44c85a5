"""Evaluation periods and the dated rules of rating."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from kinerja.enums import LABEL_JENIS_PERIODE
from kinerja.querysets import AturanPenilaianQuerySet, PeriodeQuerySet
from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.enums import LABEL_STATUS_PEGAWAI
from rakumpit.organisasi.models.struktur import rentang_tanggal


class Periode(ModelBerkode):
    """One evaluation period. ``jalan_pada`` says when Celery computes it; the admin may change it at any time.

    Results of the period may be typed until ``batas_isi`` (last day, until 23.59 WIB), later only after the period was
    reopened with a reason.
    """

    kode = models.SlugField("kode", max_length=30, unique=True, help_text="Misalnya tw3-2026")
    nama = models.CharField("nama", max_length=100)
    jenis = models.CharField("jenis", max_length=10, choices=LABEL_JENIS_PERIODE)
    berlaku_untuk = ArrayField(
        models.CharField(max_length=20, choices=LABEL_STATUS_PEGAWAI), verbose_name="berlaku untuk status pegawai"
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai dengan")
    batas_isi = models.DateField("hari terakhir mengisi realisasi")
    jalan_pada = models.DateTimeField("dihitung pada (WIB)", null=True, blank=True)
    dibuka_kembali_sampai = models.DateField("dibuka kembali sampai", null=True, blank=True)
    alasan_dibuka_kembali = models.CharField("alasan dibuka kembali", max_length=300, blank=True)
    penilaian_360 = models.BooleanField(
        "rekan dan bawahan ikut menilai",
        default=False,
        help_text="Atasan dapat meminta rekan dan bawahan menilai perilaku kerja (PP 30/2019 Pasal 41).",
    )

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "periode"
        verbose_name_plural = "periode"
        ordering = ["-mulai", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["jenis", "mulai", "selesai"], name="periode_tidak_rangkap"),
            # Two periods of one kind never hold for the same people on the same day: they would be rated twice.
            ExclusionConstraint(
                name="periode_tidak_bertumpuk",
                expressions=[
                    ("jenis", RangeOperators.EQUAL),
                    (rentang_tanggal(), RangeOperators.OVERLAPS),
                    (Func(F("berlaku_untuk"), function="kinerja_rentang_status"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=(
                    "Masa ini bertumpuk dengan periode sejenis untuk pegawai yang sama. Periksa tanggal dan statusnya."
                ),
            ),
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai"), batas_isi__gte=F("mulai")),
                name="periode_urutan_tanggal",
                violation_error_message="Tanggal selesai dan batas mengisi tidak boleh mendahului tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(dibuka_kembali_sampai__isnull=True) | ~Q(alasan_dibuka_kembali=""),
                name="periode_buka_kembali_beralasan",
                violation_error_message="Isi alasan membuka kembali periode.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def triwulan(self) -> int:
        """Number of the quarter in which the period ends, 1 to 4."""
        return (self.selesai.month + 2) // 3


class AturanPenilaian(ModelBerkode):
    """Weights, thresholds and caps with their legal base and dates. A run freezes the row that it used.

    PermenPANRB 6/2022 has ratings but no numbers; the numbers below only propose a rating, so rows that rest on an
    analogy stay ``terverifikasi = False`` and say so on every page.
    """

    nama = models.CharField("nama", max_length=100)
    mulai = models.DateField("berlaku mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)
    batas_capaian = models.DecimalField("batas capaian (persen)", max_digits=6, decimal_places=2)
    bobot_hasil = models.DecimalField("bobot hasil kerja", max_digits=5, decimal_places=2)
    bobot_perilaku = models.DecimalField("bobot perilaku", max_digits=5, decimal_places=2)
    bobot_hasil_360 = models.DecimalField(
        "bobot hasil kerja bila rekan/bawahan ditanya", max_digits=5, decimal_places=2
    )
    bobot_perilaku_360 = models.DecimalField(
        "bobot perilaku bila rekan/bawahan ditanya", max_digits=5, decimal_places=2
    )
    bobot_atasan = models.DecimalField("bobot nilai atasan", max_digits=5, decimal_places=2)
    bobot_rekan = models.DecimalField("bobot nilai rekan", max_digits=5, decimal_places=2)
    bobot_bawahan = models.DecimalField("bobot nilai bawahan", max_digits=5, decimal_places=2)
    nilai_di_bawah = models.DecimalField("nilai rating di bawah ekspektasi", max_digits=6, decimal_places=2)
    nilai_sesuai = models.DecimalField("nilai rating sesuai ekspektasi", max_digits=6, decimal_places=2)
    nilai_di_atas = models.DecimalField("nilai rating di atas ekspektasi", max_digits=6, decimal_places=2)
    ambang_hasil_sesuai = models.DecimalField("ambang hasil: sesuai", max_digits=6, decimal_places=2)
    ambang_hasil_di_atas = models.DecimalField("ambang hasil: di atas", max_digits=6, decimal_places=2)
    ambang_perilaku_sesuai = models.DecimalField("ambang perilaku: sesuai", max_digits=6, decimal_places=2)
    ambang_perilaku_di_atas = models.DecimalField("ambang perilaku: di atas", max_digits=6, decimal_places=2)
    minimal_jawaban = models.PositiveSmallIntegerField("jawaban warga paling sedikit", default=30)
    hari_minimal_atasan = models.PositiveSmallIntegerField(
        "hari menjabat sebelum menilai perilaku",
        default=0,
        help_text="Atasan yang lebih singkat menyerahkan penilaian perilaku kepada atasan sebelumnya; 0 berarti tanpa "
        "batas. PermenPANRB 8/2021 memakai satu bulan; untuk PermenPANRB 6/2022 belum diperiksa dengan peraturan.",
    )
    minimal_penilai_lain = models.PositiveSmallIntegerField(
        "rekan atau bawahan paling sedikit",
        default=3,
        help_text="Penilaian rekan dan bawahan dipakai mulai sekian orang, agar tidak dikenali siapa menilai apa.",
    )
    tampilkan_angka_bantu = models.BooleanField("tampilkan angka bantu", default=True)

    objects = AturanPenilaianQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan penilaian"
        verbose_name_plural = "aturan penilaian"
        ordering = ["-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bobot_hasil=100 - F("bobot_perilaku")) & Q(bobot_hasil_360=100 - F("bobot_perilaku_360")),
                name="aturan_bobot_berjumlah_100",
                violation_error_message="Bobot hasil kerja dan perilaku harus berjumlah 100.",
            ),
            models.CheckConstraint(
                condition=Q(ambang_hasil_di_atas__gt=F("ambang_hasil_sesuai"))
                & Q(ambang_perilaku_di_atas__gt=F("ambang_perilaku_sesuai")),
                name="aturan_ambang_naik",
                violation_error_message="Ambang «di atas» harus lebih besar daripada ambang «sesuai».",
            ),
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="aturan_urutan_tanggal",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(minimal_penilai_lain__gte=1),
                name="aturan_penilai_lain_ada",
                violation_error_message="Jumlah rekan atau bawahan paling sedikit 1.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
