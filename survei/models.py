"""The survey: instrument as versioned data, answers without a person, counters, and the locked result."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from rakumpit.model_dasar import ModelBerkode
from survei.enums import LABEL_SALURAN, LABEL_STATUS_SURVEI, Saluran, StatusSurvei
from survei.querysets import SurveiQuerySet


class Instrumen(models.Model):
    """One version of a question set with its legal base, bands and weight rule.

    Weights are exactly 1/m of the measured elements (PermenPANRB 14/2017 prints 1/9 = 0,11); ``pita`` holds the lower
    bounds of the classes as strings, for example ``{"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}``.
    """

    kode = models.SlugField("kode", max_length=40)
    versi = models.PositiveSmallIntegerField("versi", default=1)
    nama = models.CharField("nama", max_length=200)
    dasar_hukum = models.CharField("dasar hukum", max_length=300)
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)
    pita = models.JSONField("batas bawah tiap mutu", default=dict)
    minimal_terjawab = models.PositiveSmallIntegerField("jawaban terisi paling sedikit agar dihitung", default=5)
    mulai = models.DateField("berlaku mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True)

    class Meta:
        verbose_name = "instrumen"
        verbose_name_plural = "instrumen"
        ordering = ["kode", "-versi"]
        constraints = [models.UniqueConstraint(fields=["kode", "versi"], name="instrumen_kode_versi")]

    def __str__(self) -> str:
        return f"{self.nama} versi {self.versi}"


class Pertanyaan(models.Model):
    """One question. The element is known by its stable ``kode_unsur``; the number U1…U9 belongs to this version only
    (regulation and sample questionnaire number U8 and U9 differently)."""

    instrumen = models.ForeignKey(
        Instrumen, verbose_name="instrumen", on_delete=models.PROTECT, related_name="pertanyaan"
    )
    kode_unsur = models.SlugField("kode unsur", max_length=30)
    nomor = models.CharField("nomor", max_length=5)
    urutan = models.PositiveSmallIntegerField("urutan")
    unsur = models.CharField("unsur", max_length=120)
    teks = models.CharField("pertanyaan", max_length=300)

    class Meta:
        verbose_name = "pertanyaan"
        verbose_name_plural = "pertanyaan"
        ordering = ["instrumen", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "kode_unsur"], name="pertanyaan_unsur_per_instrumen"),
            models.UniqueConstraint(fields=["instrumen", "urutan"], name="pertanyaan_urutan_per_instrumen"),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.unsur}"


class Pilihan(models.Model):
    """One answer of a question. What is stored with a citizen's answer is ``nilai``, never the label."""

    pertanyaan = models.ForeignKey(
        Pertanyaan, verbose_name="pertanyaan", on_delete=models.PROTECT, related_name="pilihan"
    )
    nilai = models.PositiveSmallIntegerField("nilai")
    label = models.CharField("jawaban", max_length=100)

    class Meta:
        verbose_name = "pilihan"
        verbose_name_plural = "pilihan"
        ordering = ["pertanyaan", "nilai"]
        constraints = [
            models.UniqueConstraint(fields=["pertanyaan", "nilai"], name="pilihan_nilai_per_pertanyaan"),
            models.CheckConstraint(condition=Q(nilai__range=(1, 4)), name="pilihan_nilai_1_4"),
        ]

    def __str__(self) -> str:
        return self.label


class Survei(ModelBerkode):
    """One survey of a unit in a period."""

    kode = models.SlugField("kode", max_length=60, unique=True)
    judul = models.CharField("judul", max_length=200)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit kerja", on_delete=models.PROTECT, related_name="survei"
    )
    instrumen = models.ForeignKey(Instrumen, verbose_name="instrumen", on_delete=models.PROTECT, related_name="survei")
    layanan = models.ManyToManyField("organisasi.Layanan", verbose_name="layanan", related_name="survei")
    mulai = models.DateField("dibuka")
    selesai = models.DateField("hari terakhir", help_text="Terbuka sampai pukul 23.59 WIB hari itu.")
    status = models.CharField("status", max_length=20, choices=LABEL_STATUS_SURVEI, default=StatusSurvei.DRAF.value)
    populasi = models.PositiveIntegerField("jumlah pemohon periode lalu (N)", null=True, blank=True)

    objects = SurveiQuerySet.as_manager()

    class Meta:
        verbose_name = "survei"
        verbose_name_plural = "survei"
        ordering = ["-mulai", "kode"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="survei_urutan_tanggal",
                violation_error_message="Hari terakhir mendahului hari dibuka.",
            )
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def hitungan_final(self) -> bool:
        return self.status in {StatusSurvei.DIKUNCI.value, StatusSurvei.DIPUBLIKASI.value}


class Respons(models.Model):
    """One filled form. Holds a local date and flags, no time of day, no account, no address.

    ``submission_id`` is made by the form page and is the primary key: a running number would tell the order of
    arrival. ``sidik`` is the digest of the content, to tell a repeat from a different form under the same id.
    """

    submission_id = models.UUIDField("kode kiriman", primary_key=True)
    survei = models.ForeignKey(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="respons")
    layanan = models.ForeignKey(
        "organisasi.Layanan", verbose_name="layanan", on_delete=models.PROTECT, related_name="respons"
    )
    versi_formulir = models.CharField("versi formulir", max_length=60)
    jawaban = models.JSONField("jawaban", help_text="Kode unsur ke nilai 1–4 atau kosong.")
    demografi = models.JSONField("data diri berkelompok", default=dict, blank=True)
    saran = models.TextField("saran", blank=True)
    saluran = models.CharField("saluran", max_length=10, choices=LABEL_SALURAN, default=Saluran.DARING.value)
    tanggal = models.DateField("tanggal")
    bendera = ArrayField(models.CharField(max_length=20), verbose_name="bendera", default=list, blank=True)
    sidik = models.CharField("sidik isi", max_length=64)
    dibatalkan = models.BooleanField("dibatalkan", default=False)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    class Meta:
        verbose_name = "jawaban"
        verbose_name_plural = "jawaban"
        ordering = ["submission_id"]
        constraints = [
            models.CheckConstraint(condition=Q(dibatalkan=False) | ~Q(alasan_batal=""), name="respons_batal_beralasan")
        ]
        indexes = [models.Index(fields=["survei", "layanan", "tanggal"])]

    def __str__(self) -> str:
        return str(self.submission_id)


class RekapHarian(models.Model):
    """Forms received and counted per survey, service and day; recomputed from the answers, never incremented."""

    survei = models.ForeignKey(Survei, on_delete=models.PROTECT, related_name="rekap")
    layanan = models.ForeignKey("organisasi.Layanan", on_delete=models.PROTECT, related_name="+")
    hari = models.DateField("hari")
    diterima = models.PositiveIntegerField("formulir diterima")
    dihitung = models.PositiveIntegerField("formulir dihitung")
    lurus = models.PositiveIntegerField("sembilan jawaban sama", default=0)
    dihitung_pada = models.DateTimeField("dihitung pada", db_default=Now())

    class Meta:
        verbose_name = "rekap harian"
        verbose_name_plural = "rekap harian"
        constraints = [models.UniqueConstraint(fields=["survei", "layanan", "hari"], name="rekap_per_hari")]

    def __str__(self) -> str:
        return f"{self.survei} {self.hari:%d-%m-%Y}"


class Hitungan(models.Model):
    """Number of answers per survey, service, day, element and value, over the counted forms."""

    survei = models.ForeignKey(Survei, on_delete=models.PROTECT, related_name="hitungan")
    layanan = models.ForeignKey("organisasi.Layanan", on_delete=models.PROTECT, related_name="+")
    hari = models.DateField("hari")
    kode_unsur = models.CharField("kode unsur", max_length=30)
    nilai = models.PositiveSmallIntegerField("nilai")
    jumlah = models.PositiveIntegerField("jumlah")

    class Meta:
        verbose_name = "hitungan"
        verbose_name_plural = "hitungan"
        constraints = [
            models.UniqueConstraint(fields=["survei", "layanan", "hari", "kode_unsur", "nilai"], name="hitungan_sel"),
            models.CheckConstraint(condition=Q(nilai__range=(1, 4)), name="hitungan_nilai_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.kode_unsur}={self.nilai}: {self.jumlah}"


class HasilSurvei(ModelBerkode):
    """The locked count of a survey; a trigger (migration 0002) refuses UPDATE and DELETE.

    ``rincian`` holds sums and counts per element (``{"persyaratan": {"n": 345, "jumlah": 1037, "sebaran": {…}}}``)
    and per service, so that every published figure can be recomputed exactly.
    """

    survei = models.OneToOneField(Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="hasil")
    n = models.PositiveIntegerField("jumlah jawaban")
    rincian = models.JSONField("rincian")
    ikm = models.DecimalField("IKM", max_digits=5, decimal_places=2, null=True)
    mutu = models.CharField("mutu", max_length=1, blank=True)
    bendera = ArrayField(models.CharField(max_length=40), verbose_name="catatan mutu data", default=list)
    dikunci_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dikunci oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dikunci_pada = models.DateTimeField("dikunci pada", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "hasil survei"
        verbose_name_plural = "hasil survei"
        constraints = [
            models.CheckConstraint(
                condition=Q(ikm__isnull=True, mutu="") | Q(ikm__range=(25, 100), mutu__in=["A", "B", "C", "D"]),
                name="hasil_ikm_dan_mutu",
            )
        ]

    def __str__(self) -> str:
        return f"{self.survei}: {self.ikm}"
