"""The ledger of training hours, and certificates from elsewhere that feed it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from pelatihan.enums import LABEL_MODA, LABEL_STATUS_SERTIFIKAT, Moda, StatusSertifikat
from pelatihan.models.bentuk import BentukPengembangan
from pelatihan.querysets import RiwayatJPQuerySet, SertifikatLuarQuerySet
from rakumpit.berkas import LABEL_TIPE_BERKAS
from rakumpit.model_dasar import ModelBerkode

_HIDUP = Q(status__in=[StatusSertifikat.MENUNGGU.value, StatusSertifikat.TERVERIFIKASI.value])


class SertifikatLuar(ModelBerkode):
    """A certificate of another organiser, sent by its owner and checked by somebody else.

    ``kunci_*`` are the number, the issuer and the activity without case, blanks and punctuation: the same certificate,
    and the same activity under another form, is refused by the database however it is typed.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="sertifikat_luar"
    )
    bentuk = models.ForeignKey(
        BentukPengembangan, verbose_name="bentuk", on_delete=models.PROTECT, related_name="sertifikat"
    )
    judul = models.CharField("judul kegiatan", max_length=200)
    penyelenggara = models.CharField("penyelenggara", max_length=200)
    nomor = models.CharField("nomor sertifikat", max_length=100, blank=True)
    moda = models.CharField("moda", max_length=7, choices=LABEL_MODA, default=Moda.LURING.value)
    internasional = models.BooleanField("kegiatan internasional", default=False)
    mulai = models.DateField("hari pertama")
    selesai = models.DateField("hari terakhir")
    tanggal_sertifikat = models.DateField("tanggal sertifikat")
    hari = models.PositiveSmallIntegerField("jumlah hari kegiatan")
    jp_program = models.DecimalField("JP di sertifikat", max_digits=6, decimal_places=2, null=True, blank=True)
    menit = models.PositiveIntegerField("menit belajar", null=True, blank=True)
    berkas = models.FileField("berkas", upload_to="sertifikat/")
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sidik = models.CharField("sidik", max_length=64)
    kunci_nomor = models.CharField("kunci nomor", max_length=100, blank=True, editable=False)
    kunci_penerbit = models.CharField("kunci penerbit", max_length=200, editable=False)
    kunci_kegiatan = models.CharField("kunci kegiatan", max_length=460, editable=False)
    status = models.CharField(
        "keadaan", max_length=13, choices=LABEL_STATUS_SERTIFIKAT, default=StatusSertifikat.MENUNGGU.value
    )
    diajukan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diajukan oleh", on_delete=models.PROTECT, related_name="+"
    )
    diajukan_pada = models.DateField("diajukan pada")
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diperiksa oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    diputus_pada = models.DateField("diperiksa pada", null=True, blank=True)
    alasan = models.CharField("alasan", max_length=300, blank=True)

    objects = SertifikatLuarQuerySet.as_manager()

    class Meta:
        verbose_name = "sertifikat luar"
        verbose_name_plural = "sertifikat luar"
        ordering = ["-selesai", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "sidik"], condition=_HIDUP, name="sertifikatluar_berkas_sekali"),
            models.UniqueConstraint(
                fields=["pegawai", "kunci_nomor", "kunci_penerbit"],
                condition=_HIDUP & ~Q(kunci_nomor=""),
                name="sertifikatluar_nomor_sekali",
            ),
            models.UniqueConstraint(
                fields=["pegawai", "kunci_kegiatan"], condition=_HIDUP, name="sertifikatluar_kegiatan_sekali"
            ),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="sertifikatluar_sidik"),
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai"), hari__gte=1), name="sertifikatluar_urutan_tanggal"
            ),
            models.CheckConstraint(
                condition=~Q(diputus_oleh=F("diajukan_oleh")) | Q(status=StatusSertifikat.DIBATALKAN.value),
                name="sertifikatluar_orang_kedua",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusSertifikat.MENUNGGU.value, diputus_oleh__isnull=True, alasan="")
                | Q(status=StatusSertifikat.TERVERIFIKASI.value, diputus_oleh__isnull=False)
                | Q(
                    status__in=[StatusSertifikat.DITOLAK.value, StatusSertifikat.DIBATALKAN.value],
                    diputus_oleh__isnull=False,
                )
                & ~Q(alasan=""),
                name="sertifikatluar_putusan_lengkap",
            ),
        ]
        indexes = [models.Index(fields=["status", "diajukan_pada"])]

    def __str__(self) -> str:
        return self.judul


class RiwayatJP(ModelBerkode):
    """One entry of the ledger. It belongs to the person and follows a transfer; nothing in it is deleted.

    A correction is a new entry that names the old one (``menggantikan``); the old one is voided with the reason.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="riwayat_jp"
    )
    bentuk = models.ForeignKey(
        BentukPengembangan, verbose_name="bentuk", on_delete=models.PROTECT, related_name="riwayat"
    )
    sertifikat = models.ForeignKey(
        SertifikatLuar,
        verbose_name="sertifikat luar",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="riwayat",
    )
    sertifikat_kegiatan = models.ForeignKey(
        "pelatihan.SertifikatKegiatan",
        verbose_name="sertifikat kegiatan sendiri",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="riwayat",
    )
    rencana = models.ForeignKey(
        "pelatihan.RencanaPengembangan",
        verbose_name="baris rencana",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="riwayat",
    )
    judul = models.CharField("judul kegiatan", max_length=200)
    penyelenggara = models.CharField("penyelenggara", max_length=200)
    nomor = models.CharField("nomor sertifikat", max_length=100, blank=True)
    mulai = models.DateField("hari pertama")
    selesai = models.DateField("hari terakhir")
    jp = models.DecimalField("JP", max_digits=6, decimal_places=2)
    rincian = models.CharField("cara menghitung", max_length=200)
    alasan_melampaui = models.CharField("alasan melampaui batas", max_length=300, blank=True)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now(), editable=False)
    menggantikan = models.OneToOneField(
        "self", verbose_name="menggantikan", on_delete=models.PROTECT, null=True, blank=True, related_name="pengganti"
    )
    dibatalkan_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dibatalkan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    dibatalkan_pada = models.DateTimeField("dibatalkan pada", null=True, blank=True)
    alasan_batal = models.CharField("alasan dibatalkan atau diperbaiki", max_length=300, blank=True)

    objects = RiwayatJPQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat JP"
        verbose_name_plural = "riwayat JP"
        ordering = ["-selesai", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sertifikat"], condition=Q(dibatalkan_pada__isnull=True), name="riwayatjp_sertifikat_sekali"
            ),
            models.UniqueConstraint(
                fields=["sertifikat_kegiatan"],
                condition=Q(dibatalkan_pada__isnull=True),
                name="riwayatjp_sertifikat_kegiatan_sekali",
            ),
            models.CheckConstraint(
                condition=Q(sertifikat__isnull=True) | Q(sertifikat_kegiatan__isnull=True),
                name="riwayatjp_satu_sertifikat",
            ),
            models.CheckConstraint(condition=Q(jp__gt=0), name="riwayatjp_jp_positif"),
            models.CheckConstraint(condition=Q(selesai__gte=F("mulai")), name="riwayatjp_urutan_tanggal"),
            models.CheckConstraint(
                condition=Q(dibatalkan_pada__isnull=True, dibatalkan_oleh__isnull=True, alasan_batal="")
                | (Q(dibatalkan_pada__isnull=False, dibatalkan_oleh__isnull=False) & ~Q(alasan_batal="")),
                name="riwayatjp_batal_beralasan",
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "selesai"])]

    def __str__(self) -> str:
        return self.judul
