"""Invitations, registrations and attendance of a session."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from forum.enums.sesi import (
    LABEL_CARA_HADIR,
    LABEL_JENIS_KELAMIN,
    LABEL_SALURAN_UNDANGAN,
    LABEL_STATUS_PENDAFTARAN,
    LABEL_STATUS_UNDANGAN,
    SaluranUndangan,
    StatusPendaftaran,
    StatusUndangan,
)
from forum.models.sesi import SesiForum, UnsurPeserta
from forum.models.versi import ModelBerversi
from forum.querysets.sesi import PendaftaranQuerySet, UndanganQuerySet
from rakumpit.model_dasar import ModelBerkode

PENDAMPING_TERBANYAK = 4


class Undangan(ModelBerversi):
    """One person or institution that is asked to come, for one element of the public.

    With an address it is mailed by itself, ``percobaan`` times at most ``PERCOBAAN_TERBANYAK``; without one, or where
    the mail was refused each time, somebody telephones or prints the letter.
    """

    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="undangan")
    penerima = models.CharField("orang atau lembaga", max_length=150)
    unsur = models.ForeignKey(UnsurPeserta, verbose_name="unsur", on_delete=models.PROTECT, related_name="+")
    saluran = models.CharField(
        "cara mengundang", max_length=10, choices=LABEL_SALURAN_UNDANGAN, default=SaluranUndangan.SURAT.value
    )
    email = models.EmailField("email", blank=True)
    nomor_surat = models.CharField("nomor surat", max_length=100, blank=True)
    status = models.CharField(
        "keadaan", max_length=20, choices=LABEL_STATUS_UNDANGAN, default=StatusUndangan.DRAF.value
    )
    diwakilkan_kepada = models.CharField("diwakilkan kepada", max_length=150, blank=True)
    dikirim_pada = models.DateField("dikirim pada", null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField("percobaan mengirim", default=0, editable=False)

    objects = UndanganQuerySet.as_manager()

    class Meta:
        verbose_name = "undangan"
        verbose_name_plural = "undangan"
        ordering = ["unsur__urutan", "penerima", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=StatusUndangan.DIWAKILKAN.value) & ~Q(diwakilkan_kepada="")
                | ~Q(status=StatusUndangan.DIWAKILKAN.value) & Q(diwakilkan_kepada=""),
                name="undangan_wakil_bernama",
                violation_error_message="Tulis siapa yang mewakili, hanya bila diwakilkan.",
            ),
            models.CheckConstraint(
                condition=~Q(saluran=SaluranUndangan.EMAIL.value, status=StatusUndangan.DRAF.value) | ~Q(email=""),
                name="undangan_email_beralamat",
                violation_error_message="Tulis alamat email, atau pilih cara mengundang yang lain.",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusUndangan.DRAF.value) | Q(dikirim_pada__isnull=False),
                name="undangan_terkirim_bertanggal",
            ),
        ]

    def __str__(self) -> str:
        return self.penerima


class Pendaftaran(ModelBerkode):
    """A citizen's place, without an account. Cancelled by its own secret link, of which only the digest is stored.

    ``kunci_kontak`` is the address or number in one spelling: one person has one place. ``tampil_nama`` is the consent
    to be named in public; nobody is named without it. Contact and special needs go after ``hari_simpan_kontak`` of the
    rule in force; the row stays, so that seats and counts do.
    """

    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    sidik_kunci = models.CharField("sidik kunci", max_length=64, unique=True, editable=False)
    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="pendaftaran")
    nama = models.CharField("nama", max_length=150)
    unsur = models.ForeignKey(UnsurPeserta, verbose_name="unsur", on_delete=models.PROTECT, related_name="+")
    instansi = models.CharField("lembaga atau alamat RT/RW", max_length=150, blank=True)
    kontak = models.CharField("telepon atau email", max_length=150)
    kunci_kontak = models.CharField("kontak dalam satu ejaan", max_length=150, editable=False)
    kebutuhan = models.CharField("kebutuhan khusus", max_length=300, blank=True)
    pendamping = models.PositiveSmallIntegerField("pendamping", default=0)
    tampil_nama = models.BooleanField("nama boleh tampil untuk umum", default=False)
    status = models.CharField("keadaan", max_length=10, choices=LABEL_STATUS_PENDAFTARAN, editable=False)
    dibuat = models.DateTimeField("didaftarkan pada", db_default=Now(), editable=False)
    kontak_dihapus_pada = models.DateField("kontak dihapus pada", null=True, editable=False)

    objects = PendaftaranQuerySet.as_manager()

    class Meta:
        verbose_name = "pendaftaran"
        verbose_name_plural = "pendaftaran"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sesi", "kunci_kontak"],
                condition=~Q(status=StatusPendaftaran.BATAL.value) & ~Q(kunci_kontak=""),
                name="pendaftaran_satu_per_orang",
            ),
            models.CheckConstraint(
                condition=Q(kontak_dihapus_pada__isnull=True) & ~Q(kontak="") & ~Q(kunci_kontak="")
                | Q(kontak_dihapus_pada__isnull=False, kontak="", kunci_kontak="", kebutuhan=""),
                name="pendaftaran_kontak_ada_atau_dihapus",
            ),
            models.CheckConstraint(
                condition=Q(pendamping__lte=PENDAMPING_TERBANYAK), name="pendaftaran_pendamping_wajar"
            ),
        ]
        indexes = [models.Index(fields=["sesi", "status"])]

    def __str__(self) -> str:
        return self.nama

    @property
    def kursi(self) -> int:
        """Seats that it takes: the person and those who come along."""
        return 1 + self.pendamping


class Kehadiran(ModelBerkode):
    """Somebody who was there. Fixed by a trigger once the berita acara is signed; what was wrong is voided."""

    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="kehadiran")
    pendaftaran = models.ForeignKey(
        Pendaftaran,
        verbose_name="pendaftaran",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="kehadiran",
    )
    nama = models.CharField("nama", max_length=150)
    unsur = models.ForeignKey(UnsurPeserta, verbose_name="unsur", on_delete=models.PROTECT, related_name="+")
    instansi = models.CharField("lembaga atau alamat RT/RW", max_length=150, blank=True)
    jenis_kelamin = models.CharField("jenis kelamin", max_length=1, choices=LABEL_JENIS_KELAMIN, blank=True)
    cara = models.CharField("dicatat dari", max_length=10, choices=LABEL_CARA_HADIR)
    bertanda_tangan = models.BooleanField("menandatangani daftar hadir", default=False)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now(), editable=False)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        ordering = ["nama", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pendaftaran"], condition=Q(alasan_batal=""), name="kehadiran_sekali_per_pendaftaran"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KabarPeserta(models.Model):
    """A message to one registered person; ``kunci`` makes it once-only, the mail goes out through the outbox."""

    pendaftaran = models.ForeignKey(
        Pendaftaran, verbose_name="pendaftaran", on_delete=models.PROTECT, related_name="kabar"
    )
    kunci = models.CharField("kunci", max_length=60)
    judul = models.CharField("judul", max_length=200)
    isi = models.TextField("isi")
    terkirim = models.DateTimeField("terkirim", null=True)

    class Meta:
        verbose_name = "kabar peserta"
        verbose_name_plural = "kabar peserta"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["pendaftaran", "kunci"], name="kabarpeserta_sekali")]

    def __str__(self) -> str:
        return self.judul
