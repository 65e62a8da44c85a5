"""The library of good practice: what worked elsewhere or here, what colleagues say, and who tries it out."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.urls import reverse

from pelatihan.enums.praktik import (
    LABEL_ASAL_PRAKTIK,
    LABEL_KEADAAN_KOMENTAR,
    LABEL_KEYAKINAN,
    LABEL_STATUS_ADOPSI,
    LABEL_STATUS_PRAKTIK,
    LABEL_TEMA_PRAKTIK,
    AsalPraktik,
)
from pelatihan.models.kegiatan import Kegiatan
from pelatihan.models.kompetensi import Kompetensi
from pelatihan.models.rencana import Program
from pelatihan.perhitungan.praktik import KeadaanKomentar, StatusAdopsi, StatusPraktik
from pelatihan.querysets import BertanggalQuerySet
from pelatihan.querysets.praktik import (
    AdopsiPraktikQuerySet,
    BerkasPraktikQuerySet,
    KomentarPraktikQuerySet,
    PraktikManager,
)
from rakumpit.berkas import LABEL_TIPE_BERKAS
from rakumpit.model_dasar import ModelBerkode
from rakumpit.pencarian import BAHASA

_BERALASAN = [StatusPraktik.DITOLAK.value, StatusPraktik.ARSIP.value]


class AturanPraktik(ModelBerkode):
    """When a trial is asked about, and how long a comment may be mended; the office's own choice, from a day on."""

    mulai = models.DateField("berlaku mulai", unique=True)
    hari_tanya = models.PositiveSmallIntegerField("hari sampai percobaan ditanyakan")
    menit_sunting = models.PositiveSmallIntegerField("menit untuk menyunting komentar")
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan praktik baik"
        verbose_name_plural = "aturan praktik baik"
        ordering = ["-mulai"]
        constraints = [models.CheckConstraint(condition=Q(hari_tanya__gte=1), name="aturanpraktik_hari")]

    def __str__(self) -> str:
        return f"ditanya sesudah {self.hari_tanya} hari, sejak {self.mulai:%d-%m-%Y}"

    @classmethod
    def pada(cls, hari: date) -> AturanPraktik:
        """The row in force on a day; ``DoesNotExist`` before the first."""
        aturan: AturanPraktik | None = cls.objects.pada(hari).first()
        if aturan is None:
            raise cls.DoesNotExist("Belum ada aturan praktik baik yang berlaku pada tanggal itu.")
        return aturan


class PraktikBaik(ModelBerkode):
    """One practice: where it is done, against what, how, with which result, and how sure that is.

    ``kunci_asal`` names the innovation from which an own practice was made; offered twice, it is kept once. ``kontak``
    and the names are for the office; the public page shows neither the contact of others nor names without consent.
    """

    kunci_asal = models.CharField("kunci asal", max_length=120, null=True, blank=True, unique=True, editable=False)
    asal = models.CharField("asal", max_length=7, choices=LABEL_ASAL_PRAKTIK, default=AsalPraktik.LUAR.value)
    judul = models.CharField("judul", max_length=150)
    wilayah = models.CharField("daerah asal", max_length=150)
    tautan = models.URLField("tautan sumber", max_length=300, blank=True)
    tema = models.CharField("tema", max_length=12, choices=LABEL_TEMA_PRAKTIK)
    kompetensi = models.ForeignKey(
        Kompetensi, verbose_name="kompetensi", on_delete=models.PROTECT, null=True, blank=True, related_name="praktik"
    )
    unsur = models.CharField("unsur survei", max_length=20, blank=True)
    masalah = models.TextField("masalah")
    langkah = models.TextField("yang dikerjakan")
    hasil = models.TextField("hasil")
    ukuran = models.CharField("yang diukur", max_length=150, blank=True)
    satuan = models.CharField("satuan", max_length=30, blank=True)
    sebelum = models.DecimalField("angka sebelum", max_digits=16, decimal_places=4, null=True, blank=True)
    sesudah = models.DecimalField("angka sesudah", max_digits=16, decimal_places=4, null=True, blank=True)
    keyakinan = models.CharField("keyakinan angka", max_length=10, choices=LABEL_KEYAKINAN, blank=True)
    dasar_angka = models.CharField("dasar angka", max_length=300, blank=True)
    biaya = models.DecimalField("biaya (rupiah)", max_digits=14, decimal_places=2, null=True, blank=True)
    keterangan_biaya = models.CharField("keterangan biaya", max_length=200, blank=True)
    kontak = models.CharField("yang dapat dihubungi", max_length=200, blank=True)
    program = models.ForeignKey(
        Program, verbose_name="program", on_delete=models.PROTECT, null=True, blank=True, related_name="praktik"
    )
    kegiatan = models.ForeignKey(
        Kegiatan, verbose_name="kegiatan", on_delete=models.PROTECT, null=True, blank=True, related_name="praktik"
    )
    status = models.CharField("keadaan", max_length=7, choices=LABEL_STATUS_PRAKTIK, default=StatusPraktik.USULAN.value)
    alasan = models.CharField("alasan", max_length=300, blank=True)
    versi = models.PositiveIntegerField("versi", default=1)
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diusulkan oleh", on_delete=models.PROTECT, related_name="+"
    )
    dibuat_pada = models.DateField("diusulkan pada")
    terbit_pada = models.DateField("dipublikasikan pada", null=True, blank=True)
    cari = models.GeneratedField(
        expression=SearchVector("judul", weight="A", config=BAHASA)
        + SearchVector("wilayah", weight="A", config=BAHASA)
        + SearchVector("masalah", "langkah", "hasil", weight="B", config=BAHASA),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PraktikManager()

    class Meta:
        verbose_name = "praktik baik"
        verbose_name_plural = "praktik baik"
        ordering = ["-dibuat_pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sebelum__isnull=True, sesudah__isnull=True)
                | Q(sebelum__isnull=False, sesudah__isnull=False)
                & ~Q(ukuran="")
                & ~Q(keyakinan="")
                & ~Q(dasar_angka=""),
                name="praktik_angka_lengkap",
                violation_error_message="Isi angka sebelum dan sesudah, yang diukur, keyakinan, dan dasarnya.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=_BERALASAN) & ~Q(alasan="") | ~Q(status__in=_BERALASAN),
                name="praktik_berhenti_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPraktik.UMUM.value, terbit_pada__isnull=False)
                | ~Q(status=StatusPraktik.UMUM.value) & Q(terbit_pada__isnull=True),
                name="praktik_umum_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(asal=AsalPraktik.SENDIRI.value) | ~Q(tautan=""),
                name="praktik_luar_bersumber",
                violation_error_message="Tulis tautan sumbernya.",
            ),
            models.CheckConstraint(
                condition=Q(asal=AsalPraktik.LUAR.value) | Q(kunci_asal__isnull=False), name="praktik_sendiri_berasal"
            ),
            models.CheckConstraint(condition=Q(biaya__isnull=True) | Q(biaya__gte=0), name="praktik_biaya"),
        ]
        indexes = [
            models.Index(fields=["status", "-dibuat_pada", "-id"], name="praktik_daftar"),
            GinIndex(fields=["cari"], name="praktik_cari"),
            # Upper: as the comparison without regard to letter case is written by Django.
            GinIndex(OpClass(Upper("judul"), name="gin_trgm_ops"), name="praktik_judul_trigram"),
            GinIndex(OpClass(Upper("wilayah"), name="gin_trgm_ops"), name="praktik_wilayah_trigram"),
        ]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        return reverse("pelatihan:praktik", args=[self.uuid])

    @property
    def milik_sendiri(self) -> bool:
        """An innovation of this office: its text was verified and is not edited here."""
        return self.asal == AsalPraktik.SENDIRI.value


class PenemuPraktik(models.Model):
    """Somebody who did it. The name stands on the public page only after this person agreed."""

    praktik = models.ForeignKey(PraktikBaik, verbose_name="praktik", on_delete=models.PROTECT, related_name="penemu")
    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="+"
    )
    setuju_pada = models.DateField("setuju disebut namanya pada", null=True, blank=True)

    class Meta:
        verbose_name = "yang mengerjakan"
        verbose_name_plural = "yang mengerjakan"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["praktik", "pegawai"], name="penemupraktik_sekali")]

    def __str__(self) -> str:
        return f"{self.pegawai}"


class KomentarPraktik(ModelBerkode):
    """What somebody of the office says about it. ``kiriman`` is made by the form: sent twice, stored once."""

    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    praktik = models.ForeignKey(PraktikBaik, verbose_name="praktik", on_delete=models.PROTECT, related_name="komentar")
    penulis = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="penulis", on_delete=models.PROTECT, related_name="+"
    )
    isi = models.TextField("isi")
    dibuat = models.DateTimeField("dikirim pada")
    disunting_pada = models.DateTimeField("disunting pada", null=True, blank=True)
    keadaan = models.CharField(
        "keadaan", max_length=13, choices=LABEL_KEADAAN_KOMENTAR, default=KeadaanKomentar.TAYANG.value
    )
    alasan = models.CharField("alasan disembunyikan", max_length=300, blank=True)
    disembunyikan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = KomentarPraktikQuerySet.as_manager()

    class Meta:
        verbose_name = "komentar praktik baik"
        verbose_name_plural = "komentar praktik baik"
        ordering = ["dibuat", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanKomentar.DISEMBUNYIKAN.value, disembunyikan_oleh__isnull=False)
                & ~Q(alasan="")
                | Q(keadaan=KeadaanKomentar.TAYANG.value, disembunyikan_oleh__isnull=True, alasan=""),
                name="komentarpraktik_sembunyi_beralasan",
            )
        ]
        indexes = [models.Index(fields=["praktik", "dibuat"])]

    def __str__(self) -> str:
        return self.isi[:60]


class AdopsiPraktik(ModelBerkode):
    """A unit or a person who tries it out: intention, plan, result with what shows it.

    ``kegiatan`` is the seminar from which the intention came. ``tanya_pada`` was computed when it was written down.
    """

    praktik = models.ForeignKey(PraktikBaik, verbose_name="praktik", on_delete=models.PROTECT, related_name="adopsi")
    unit = models.ForeignKey(
        "organisasi.UnitKerja",
        verbose_name="unit kerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="adopsi_praktik",
    )
    pegawai = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pegawai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="adopsi_praktik",
    )
    kegiatan = models.ForeignKey(
        Kegiatan,
        verbose_name="sesudah kegiatan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="adopsi_praktik",
    )
    niat = models.TextField("yang akan dicoba")
    rencana = models.TextField("rencana", blank=True)
    mulai = models.DateField("mulai dicoba", null=True, blank=True)
    selesai = models.DateField("hasil dinilai pada", null=True, blank=True)
    hasil = models.TextField("hasil", blank=True)
    bukti = models.CharField("bukti", max_length=300, blank=True)
    alasan = models.CharField("alasan dibatalkan", max_length=300, blank=True)
    status = models.CharField("keadaan", max_length=11, choices=LABEL_STATUS_ADOPSI, default=StatusAdopsi.AKAN.value)
    versi = models.PositiveIntegerField("versi", default=1)
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateField("dicatat pada")
    tanya_pada = models.DateField("ditanyakan mulai")
    ditanya_pada = models.DateField("sudah ditanyakan pada", null=True, blank=True)

    objects = AdopsiPraktikQuerySet.as_manager()

    class Meta:
        verbose_name = "percobaan praktik baik"
        verbose_name_plural = "percobaan praktik baik"
        ordering = ["-dicatat_pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=True) ^ Q(pegawai__isnull=True), name="adopsipraktik_unit_atau_pegawai"
            ),
            models.UniqueConstraint(
                fields=["praktik", "unit"],
                condition=Q(status__in=[StatusAdopsi.AKAN.value, StatusAdopsi.RENCANA.value], unit__isnull=False),
                name="adopsipraktik_satu_per_unit",
            ),
            models.UniqueConstraint(
                fields=["praktik", "pegawai"],
                condition=Q(status__in=[StatusAdopsi.AKAN.value, StatusAdopsi.RENCANA.value], pegawai__isnull=False),
                name="adopsipraktik_satu_per_pegawai",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[StatusAdopsi.AKAN.value, StatusAdopsi.BATAL.value])
                | Q(mulai__isnull=False, selesai__gte=F("mulai")) & ~Q(rencana=""),
                name="adopsipraktik_rencana_lengkap",
                violation_error_message="Isi rencana, hari mulai, dan hari hasilnya dinilai.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[StatusAdopsi.BERHASIL.value, StatusAdopsi.TIDAK_COCOK.value])
                | ~Q(hasil="") & ~Q(bukti=""),
                name="adopsipraktik_hasil_berbukti",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusAdopsi.BATAL.value) & ~Q(alasan="")
                | ~Q(status=StatusAdopsi.BATAL.value) & Q(alasan=""),
                name="adopsipraktik_batal_beralasan",
            ),
        ]
        indexes = [models.Index(fields=["status", "tanya_pada"])]

    def __str__(self) -> str:
        return f"{self.sasaran}: {self.praktik}"

    @property
    def sasaran(self) -> str:
        """Who tries it out, as the page names it."""
        return str(self.unit or self.pegawai)


class BerkasPraktik(ModelBerkode):
    """A file that belongs to a practice, or stands behind the result of a trial.

    ``umum``: offered on the public page as well, once the practice is published.
    """

    praktik = models.ForeignKey(PraktikBaik, verbose_name="praktik", on_delete=models.PROTECT, related_name="berkas")
    adopsi = models.ForeignKey(
        AdopsiPraktik, verbose_name="percobaan", on_delete=models.PROTECT, null=True, blank=True, related_name="berkas"
    )
    judul = models.CharField("judul", max_length=150)
    berkas = models.FileField("berkas", upload_to="praktik/")
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sidik = models.CharField("sidik", max_length=64)
    umum = models.BooleanField("juga di halaman umum", default=False)
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diunggah oleh", on_delete=models.PROTECT, related_name="+"
    )
    diunggah_pada = models.DateField("diunggah pada")
    dibatalkan_pada = models.DateField("dibatalkan pada", null=True, blank=True)
    alasan = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = BerkasPraktikQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas praktik baik"
        verbose_name_plural = "berkas praktik baik"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["praktik", "sidik"],
                condition=Q(dibatalkan_pada__isnull=True, adopsi__isnull=True),
                name="berkaspraktik_sekali",
            ),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="berkaspraktik_sidik"),
            models.CheckConstraint(
                condition=Q(dibatalkan_pada__isnull=True, alasan="") | Q(dibatalkan_pada__isnull=False) & ~Q(alasan=""),
                name="berkaspraktik_batal_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return self.judul
