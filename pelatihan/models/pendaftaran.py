"""Registrations for events, with their waiting list."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from pelatihan.enums.kegiatan import LABEL_STATUS_PENDAFTARAN, LABEL_URUTAN_TUNGGU, UrutanTunggu
from pelatihan.models.kegiatan import Kegiatan
from pelatihan.perhitungan.kegiatan import BERAKHIR, StatusPendaftaran
from pelatihan.querysets import BertanggalQuerySet
from pelatihan.querysets.kegiatan import PesertaQuerySet
from rakumpit.model_dasar import ModelBerkode


class Pendaftaran(ModelBerkode):
    """One person's registration for one event.

    The waiting list goes by ``prioritas`` (0 for everybody unless the event chose a rule), then by the row's number:
    rows are made under the lock of the event. ``diputus_oleh`` is the superior who agreed or refused; one who agreed
    while the person still waits for a seat is not asked again.
    """

    kegiatan = models.ForeignKey(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="pendaftaran"
    )
    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="pendaftaran"
    )
    status = models.CharField("keadaan", max_length=13, choices=LABEL_STATUS_PENDAFTARAN)
    mendaftar_pada = models.DateTimeField("mendaftar pada", db_default=Now(), editable=False)
    prioritas = models.PositiveSmallIntegerField("urutan khusus", default=0, editable=False)
    batas_atasan = models.DateField("atasan menjawab paling lambat", null=True, blank=True)
    tawaran_sampai = models.DateTimeField("tawaran berlaku sampai", null=True, blank=True)
    alasan = models.CharField("alasan", max_length=300, blank=True)
    alasan_melampaui = models.CharField("alasan melampaui batas JP", max_length=300, blank=True)
    didaftarkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="didaftarkan oleh", on_delete=models.PROTECT, related_name="+"
    )
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diputus oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    objects = PesertaQuerySet.as_manager()

    class Meta:
        verbose_name = "pendaftaran"
        verbose_name_plural = "pendaftaran"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kegiatan", "pegawai"],
                condition=~Q(status__in=[satu.value for satu in BERAKHIR]),
                name="pendaftaran_sekali",
                violation_error_message="Pegawai ini sudah terdaftar pada kegiatan ini.",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPendaftaran.DITAWARI.value, tawaran_sampai__isnull=False)
                | (~Q(status=StatusPendaftaran.DITAWARI.value) & Q(tawaran_sampai__isnull=True)),
                name="pendaftaran_tawaran_berbatas",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPendaftaran.DITOLAK.value) | ~Q(alasan=""), name="pendaftaran_tolak_beralasan"
            ),
        ]
        indexes = [models.Index(fields=["kegiatan", "status"]), models.Index(fields=["pegawai", "status"])]

    def __str__(self) -> str:
        return f"{self.pegawai}"

    @property
    def jawab_paling_lambat(self) -> datetime | None:
        """Last minute in which the offered seat may be taken: an offer holds until the end of a day."""
        return None if self.tawaran_sampai is None else self.tawaran_sampai - timedelta(minutes=1)


def _menit() -> models.PositiveIntegerField:
    # A month is far enough; the field of the page takes whole hours and days.
    return models.PositiveIntegerField(validators=[MinValueValidator(5), MaxValueValidator(31 * 24 * 60)])


class AturanPendaftaran(models.Model):
    """Working days that an offered seat is held, and how long before a session people are reminded, from a day on."""

    mulai = models.DateField("berlaku mulai", unique=True)
    hari_tawaran = models.PositiveSmallIntegerField("hari kerja tawaran kursi berlaku")
    pengingat_menit = ArrayField(_menit(), verbose_name="pengingat (menit sebelum mulai)", size=5)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan pendaftaran pelatihan"
        verbose_name_plural = "aturan pendaftaran pelatihan"
        ordering = ["-mulai"]
        constraints = [models.CheckConstraint(condition=Q(hari_tawaran__gte=1), name="aturanpendaftaran_hari")]

    def __str__(self) -> str:
        return f"{self.hari_tawaran} hari kerja sejak {self.mulai:%d-%m-%Y}"


class PilihanPendaftaran(models.Model):
    """What one event chose otherwise: the order of its waiting list and its reminders.

    ``pengingat_menit`` is empty where the office's own times hold.
    """

    kegiatan = models.OneToOneField(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="pilihan_pendaftaran"
    )
    urutan = models.CharField(
        "urutan daftar tunggu", max_length=12, choices=LABEL_URUTAN_TUNGGU, default=UrutanTunggu.WAKTU.value
    )
    pengingat = models.BooleanField("kirim pengingat", default=True)
    setiap_sesi = models.BooleanField("ingatkan sebelum setiap sesi", default=True)
    pengingat_menit = ArrayField(
        _menit(), verbose_name="pengingat (menit sebelum mulai)", size=5, default=list, blank=True
    )
    teks_pengingat = models.CharField("pesan dalam pengingat", max_length=300, blank=True)
    versi = models.PositiveIntegerField("versi", default=1)

    class Meta:
        verbose_name = "pilihan pendaftaran"
        verbose_name_plural = "pilihan pendaftaran"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kegiatan}"
