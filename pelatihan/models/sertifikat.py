"""Certificates of the office's own events, and what follows an event by office rule."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse

from pelatihan.models.kegiatan import Kegiatan
from pelatihan.perhitungan.sertifikat import POLA_BAWAAN, susun_nomor
from pelatihan.querysets import BertanggalQuerySet, SertifikatKegiatanQuerySet
from rakumpit.model_dasar import ModelBerkode


class AturanSesudahPelatihan(ModelBerkode):
    """What follows an event, from a day on: the scheme of numbers, and when behaviour and result are looked at."""

    mulai = models.DateField("berlaku mulai", unique=True)
    pola_nomor = models.CharField(
        "pola nomor sertifikat",
        max_length=60,
        default=POLA_BAWAAN,
        help_text="{urut} diganti nomor urut dalam tahun, {tahun} diganti tahunnya.",
    )
    hari_perilaku_mulai = models.PositiveSmallIntegerField("perilaku dapat dinilai sesudah (hari)", default=60)
    hari_perilaku_batas = models.PositiveSmallIntegerField("perilaku dinilai paling lambat (hari)", default=90)
    hari_hasil = models.PositiveSmallIntegerField(
        "hasil dilihat sesudah (hari)", default=180, validators=[MinValueValidator(1), MaxValueValidator(730)]
    )
    hari_hasil_batas = models.PositiveSmallIntegerField("hasil disimpulkan paling lambat (hari)", default=210)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan sesudah pelatihan"
        verbose_name_plural = "aturan sesudah pelatihan"
        ordering = ["-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    hari_perilaku_mulai__gte=1,
                    hari_perilaku_batas__gte=F("hari_perilaku_mulai"),
                    hari_hasil__gte=1,
                    hari_hasil_batas__gte=F("hari_hasil"),
                ),
                name="aturansesudah_urutan_hari",
                violation_error_message="Hari terakhir mendahului hari pertama.",
            ),
            models.CheckConstraint(
                condition=Q(pola_nomor__contains="{urut}") & Q(pola_nomor__contains="{tahun}"),
                name="aturansesudah_pola_lengkap",
                violation_error_message="Pola nomor memuat {urut} dan {tahun}.",
            ),
        ]

    def __str__(self) -> str:
        return f"Sesudah pelatihan, sejak {self.mulai:%d-%m-%Y}"

    def clean(self) -> None:
        try:
            susun_nomor(self.pola_nomor, 1, 2000)
        except ValueError as galat:
            raise ValidationError({"pola_nomor": str(galat)}) from galat


class SertifikatKegiatan(ModelBerkode):
    """What one participant of one event got, as it was printed: later changes of names or posts do not reach it.

    ``urut`` counts within ``tahun``. ``jp`` is None where no hours were counted, and ``rincian_jp`` says how they were
    found or why not. ``dokumen`` is the newest printed version, None until it is typeset. Nothing here holds a NIP.
    """

    kegiatan = models.ForeignKey(Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="sertifikat")
    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="sertifikat_kegiatan"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    urut = models.PositiveIntegerField("nomor urut")
    nomor = models.CharField("nomor sertifikat", max_length=80, unique=True)
    tanggal = models.DateField("tanggal sertifikat")
    nama = models.CharField("nama dan gelar", max_length=200)
    judul = models.CharField("judul kegiatan", max_length=200)
    bentuk = models.CharField("bentuk", max_length=120)
    kompetensi = models.CharField("kompetensi dan level", max_length=200, blank=True)
    mulai = models.DateField("hari pertama")
    selesai = models.DateField("hari terakhir")
    jp = models.DecimalField("JP", max_digits=6, decimal_places=2, null=True, blank=True)
    rincian_jp = models.CharField("cara menghitung JP", max_length=300)
    penyelenggara = models.CharField("penyelenggara", max_length=200)
    penanda = models.CharField("nama penanda tangan", max_length=200)
    jabatan_penanda = models.CharField("jabatan penanda tangan", max_length=300)
    diterbitkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diterbitkan oleh", on_delete=models.PROTECT, related_name="+"
    )
    diterbitkan_pada = models.DateTimeField("diterbitkan pada", db_default=Now(), editable=False)
    dokumen = models.OneToOneField(
        "dokumen.Dokumen", verbose_name="dokumen", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    menggantikan = models.OneToOneField(
        "self", verbose_name="menggantikan", on_delete=models.PROTECT, null=True, blank=True, related_name="pengganti"
    )
    dicabut_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dicabut oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)
    alasan_cabut = models.CharField("alasan dicabut", max_length=300, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    objects = SertifikatKegiatanQuerySet.as_manager()

    class Meta:
        verbose_name = "sertifikat kegiatan"
        verbose_name_plural = "sertifikat kegiatan"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["tahun", "urut"], name="sertifikatkegiatan_urut_sekali"),
            models.UniqueConstraint(
                fields=["kegiatan", "pegawai"],
                condition=Q(dicabut_pada__isnull=True),
                name="sertifikatkegiatan_sekali",
                violation_error_message="Peserta ini sudah punya sertifikat kegiatan ini.",
            ),
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai"), tanggal__gte=F("selesai")),
                name="sertifikatkegiatan_urutan_tanggal",
            ),
            models.CheckConstraint(condition=Q(jp__isnull=True) | Q(jp__gt=0), name="sertifikatkegiatan_jp_positif"),
            models.CheckConstraint(
                condition=Q(dicabut_pada__isnull=True, dicabut_oleh__isnull=True, alasan_cabut="")
                | (Q(dicabut_pada__isnull=False, dicabut_oleh__isnull=False) & ~Q(alasan_cabut="")),
                name="sertifikatkegiatan_cabut_beralasan",
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "selesai"])]

    def __str__(self) -> str:
        return self.nomor

    def get_absolute_url(self) -> str:
        return reverse("pelatihan:sertifikat_kami", args=[self.uuid])

    @property
    def dicabut(self) -> bool:
        return self.dicabut_pada is not None
