"""Training events with their sessions. Clashes of rooms and speakers are refused by the database itself."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse

from pelatihan.enums import LABEL_MODA, Moda
from pelatihan.enums.kegiatan import LABEL_JENIS_ANGGARAN, LABEL_STATUS_KEGIATAN
from pelatihan.models.rencana import KebutuhanPelatihan, Program
from pelatihan.models.tempat import Narasumber, Ruang
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.querysets.kegiatan import KegiatanQuerySet, SesiKegiatanQuerySet
from rakumpit.model_dasar import ModelBerkode
from rakumpit.waktu import tanggal_lokal


class SeriPelatihan(ModelBerkode):
    """Routine training: each month's draft is made from it, and lives its own life afterwards."""

    nama = models.CharField("nama", max_length=150)
    program = models.ForeignKey(
        Program, verbose_name="program", on_delete=models.PROTECT, related_name="seri_pelatihan"
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit penyelenggara", on_delete=models.PROTECT, related_name="+"
    )
    ruang = models.ForeignKey(Ruang, verbose_name="ruang", on_delete=models.PROTECT, null=True, blank=True)
    selang_bulan = models.PositiveSmallIntegerField("selang (bulan)", default=1)
    jadwal_acuan = models.DateField("tanggal pertama")
    jam_mulai = models.TimeField("jam mulai (WIB)")
    lama_menit = models.PositiveSmallIntegerField("lama (menit)", default=90)
    kuota_maks = models.PositiveSmallIntegerField("kursi", null=True, blank=True)
    aktif = models.BooleanField("masih berjalan", default=True)
    versi = models.PositiveIntegerField("versi", default=1)

    class Meta:
        verbose_name = "seri pelatihan"
        verbose_name_plural = "seri pelatihan"
        ordering = ["nama", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(selang_bulan__range=(1, 12)), name="seripelatihan_selang"),
            models.CheckConstraint(condition=Q(lama_menit__range=(15, 720)), name="seripelatihan_lama"),
        ]

    def __str__(self) -> str:
        return self.nama


class Kegiatan(ModelBerkode):
    """One run of a programme, from the draft to its result.

    ``urutan_kalender`` is the SEQUENCE of the calendar feeds; ``ambang_hadir`` the share of sessions (percent) from
    which a participant is credited.
    """

    program = models.ForeignKey(Program, verbose_name="program", on_delete=models.PROTECT, related_name="kegiatan")
    seri = models.ForeignKey(
        SeriPelatihan, verbose_name="seri", on_delete=models.PROTECT, null=True, blank=True, related_name="kegiatan"
    )
    tanggal_acuan = models.DateField("tanggal menurut seri", null=True, blank=True, editable=False)
    kebutuhan = models.ForeignKey(
        KebutuhanPelatihan,
        verbose_name="kebutuhan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kegiatan",
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit penyelenggara", on_delete=models.PROTECT, related_name="kegiatan"
    )
    judul = models.CharField("judul", max_length=200)
    moda = models.CharField("moda", max_length=7, choices=LABEL_MODA, default=Moda.LURING.value)
    internasional = models.BooleanField("kegiatan internasional", default=False)
    wajib = models.BooleanField("wajib diikuti", default=False)
    perlu_persetujuan = models.BooleanField("pendaftaran disetujui atasan", default=True)
    kuota_min = models.PositiveSmallIntegerField("peserta paling sedikit", null=True, blank=True)
    kuota_maks = models.PositiveSmallIntegerField("kursi", null=True, blank=True)
    tutup_pendaftaran = models.DateTimeField("pendaftaran ditutup pada", null=True, blank=True)
    ambang_hadir = models.PositiveSmallIntegerField(
        "kehadiran paling sedikit (persen)", default=80, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    jp = models.DecimalField("JP", max_digits=6, decimal_places=2, null=True, blank=True)
    pagu = models.DecimalField("pagu anggaran (rupiah)", max_digits=14, decimal_places=2, null=True, blank=True)
    sumber_dana = models.CharField("sumber dana", max_length=100, blank=True)
    keterangan = models.TextField("keterangan", blank=True)
    status = models.CharField(
        "keadaan",
        max_length=11,
        choices=LABEL_STATUS_KEGIATAN,
        default=StatusKegiatan.DRAF.value,
        editable=False,
    )
    alasan = models.CharField("alasan ditunda atau dibatalkan", max_length=300, blank=True, editable=False)
    urutan_kalender = models.PositiveIntegerField("urutan kalender", default=0, editable=False)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)
    diubah_pada = models.DateTimeField("diubah pada", db_default=Now(), editable=False)
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dibuat oleh",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    diusulkan_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diusulkan oleh",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    disetujui_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="disetujui oleh",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = KegiatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan pelatihan"
        verbose_name_plural = "kegiatan pelatihan"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["seri", "tanggal_acuan"], name="kegiatan_sekali_per_acuan"),
            models.CheckConstraint(
                condition=(Q(kuota_maks__isnull=True) | Q(kuota_maks__gte=1))
                & (Q(kuota_min__isnull=True) | Q(kuota_maks__isnull=True) | Q(kuota_min__lte=F("kuota_maks"))),
                name="kegiatan_kuota",
                violation_error_message="Peserta paling sedikit melebihi jumlah kursi.",
            ),
            models.CheckConstraint(condition=Q(ambang_hadir__range=(1, 100)), name="kegiatan_ambang"),
            models.CheckConstraint(
                condition=(Q(jp__isnull=True) | Q(jp__gt=0)) & (Q(pagu__isnull=True) | Q(pagu__gte=0)),
                name="kegiatan_angka",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[StatusKegiatan.DITUNDA.value, StatusKegiatan.DIBATALKAN.value]) & ~Q(alasan="")
                | ~Q(status__in=[StatusKegiatan.DITUNDA.value, StatusKegiatan.DIBATALKAN.value]),
                name="kegiatan_berhenti_beralasan",
            ),
        ]
        indexes = [models.Index(fields=["status", "tutup_pendaftaran"])]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        return reverse("pelatihan:kegiatan", args=[self.uuid])


class SesiKegiatan(ModelBerkode):
    """One meeting of an event. ``waktu`` is half-open: a session may begin the minute another one ends.

    ``waktu_ruang`` is ``waktu`` with the pause of the room behind it.
    """

    kegiatan = models.ForeignKey(Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="sesi")
    judul = models.CharField("judul", max_length=200)
    waktu = DateTimeRangeField("waktu")
    waktu_ruang = DateTimeRangeField("waktu ruang dipakai", editable=False)
    ruang = models.ForeignKey(
        Ruang, verbose_name="ruang", on_delete=models.PROTECT, null=True, blank=True, related_name="sesi"
    )
    tempat = models.CharField("tempat lain", max_length=200, blank=True)
    tautan = models.URLField("tautan", blank=True)
    istirahat_menit = models.PositiveSmallIntegerField("istirahat dan pembukaan (menit)", default=0)
    batal = models.BooleanField("dibatalkan", default=False, editable=False)

    objects = SesiKegiatanQuerySet.as_manager()

    class Meta:
        verbose_name = "sesi kegiatan"
        verbose_name_plural = "sesi kegiatan"
        ordering = ["waktu", "pk"]
        constraints = [
            ExclusionConstraint(
                name="sesikegiatan_ruang_tidak_bentrok",
                expressions=[("ruang", RangeOperators.EQUAL), ("waktu_ruang", RangeOperators.OVERLAPS)],
                condition=Q(batal=False, ruang__isnull=False),
                violation_error_message="Ruang ini sudah dipakai pada waktu itu.",
            ),
            models.CheckConstraint(
                condition=Q(
                    waktu__isempty=False,
                    waktu__lower_inf=False,
                    waktu__upper_inf=False,
                    waktu__lower_inc=True,
                    waktu__upper_inc=False,
                ),
                name="sesikegiatan_waktu_setengah_terbuka",
                violation_error_message="Sesi berakhir sesudah dimulai.",
            ),
            models.CheckConstraint(
                condition=Q(waktu_ruang__contains=F("waktu")), name="sesikegiatan_ruang_meliputi_waktu"
            ),
        ]
        indexes = [models.Index(fields=["kegiatan", "batal"])]

    def __str__(self) -> str:
        return self.judul

    @property
    def mulai(self) -> datetime:
        mulai: datetime = self.waktu.lower
        return mulai

    @property
    def selesai(self) -> datetime:
        selesai: datetime = self.waktu.upper
        return selesai

    @property
    def hari(self) -> date:
        """Its day in WIB."""
        return tanggal_lokal(self.mulai)

    @property
    def menit_belajar(self) -> int:
        """Without pauses, opening and registration."""
        return max(0, int((self.selesai - self.mulai).total_seconds() // 60) - self.istirahat_menit)


class NarasumberSesi(models.Model):
    """Who speaks in a session. ``waktu`` and ``batal`` follow the session (with the speaker's own pause behind it)."""

    sesi = models.ForeignKey(SesiKegiatan, verbose_name="sesi", on_delete=models.CASCADE, related_name="pembicara")
    narasumber = models.ForeignKey(Narasumber, verbose_name="narasumber", on_delete=models.PROTECT, related_name="sesi")
    waktu = DateTimeRangeField("waktu", editable=False)
    batal = models.BooleanField("dibatalkan", default=False, editable=False)

    class Meta:
        verbose_name = "narasumber sesi"
        verbose_name_plural = "narasumber sesi"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["sesi", "narasumber"], name="narasumbersesi_sekali"),
            ExclusionConstraint(
                name="narasumbersesi_tidak_bentrok",
                expressions=[("narasumber", RangeOperators.EQUAL), ("waktu", RangeOperators.OVERLAPS)],
                condition=Q(batal=False),
                violation_error_message="Narasumber ini sudah berbicara di tempat lain pada waktu itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.narasumber}"


class AnggaranKegiatan(ModelBerkode):
    """One line of an event's budget, planned and spent."""

    kegiatan = models.ForeignKey(Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, related_name="anggaran")
    jenis = models.CharField("jenis", max_length=10, choices=LABEL_JENIS_ANGGARAN)
    uraian = models.CharField("uraian", max_length=200)
    rencana = models.DecimalField("rencana (rupiah)", max_digits=14, decimal_places=2)
    realisasi = models.DecimalField("realisasi (rupiah)", max_digits=14, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "anggaran kegiatan"
        verbose_name_plural = "anggaran kegiatan"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(rencana__gte=0) & (Q(realisasi__isnull=True) | Q(realisasi__gte=0)),
                name="anggarankegiatan_angka",
            )
        ]

    def __str__(self) -> str:
        return self.uraian
