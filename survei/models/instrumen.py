"""The instrument: a question set as versioned data with its legal base."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q

from survei.enums.instrumen import (
    LABEL_ARAH_BUTIR,
    LABEL_JENIS_INSTRUMEN,
    LABEL_STATUS_INSTRUMEN,
    ArahButir,
    JenisInstrumen,
    StatusInstrumen,
)
from survei.perhitungan.butir import LABEL_JENIS_PERTANYAAN, JenisPertanyaan


class Instrumen(models.Model):
    """One version of a question set with its legal base, bands and weight rule.

    A draft is open to any change. Of a published version only the wording may be mended, and triggers (migration 0018)
    keep the rest as soon as there is an answer. ``acak``: each form shows the questions in an order of its own.

    Weights are exactly 1/m of the measured elements (PermenPANRB 14/2017 prints 1/9 = 0,11); ``pita`` holds the lower
    bounds of the classes as strings, for example ``{"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}``.
    """

    # Made by the database, so that rows that were there before got one each.
    uuid = models.UUIDField("pengenal", db_default=RandomUUID(), unique=True, editable=False)
    kode = models.SlugField("kode", max_length=40)
    status = models.CharField(
        "status",
        max_length=6,
        choices=LABEL_STATUS_INSTRUMEN,
        default=StatusInstrumen.TERBIT.value,
        db_default=StatusInstrumen.TERBIT.value,
    )
    acak = models.BooleanField("urutan pertanyaan diacak", default=False, db_default=False)
    versi = models.PositiveSmallIntegerField("versi", default=1)
    nama = models.CharField("nama", max_length=200)
    jenis = models.CharField(
        "jenis",
        max_length=5,
        choices=LABEL_JENIS_INSTRUMEN,
        default=JenisInstrumen.SKM.value,
        db_default=JenisInstrumen.SKM.value,
    )
    judul_formulir = models.CharField("judul formulir", max_length=120, default="Bagaimana layanan kami?")
    teks_anonim = models.TextField(
        "keterangan kerahasiaan", blank=True, help_text="Tampil di atas pertanyaan pertama, di samping yang tetap."
    )
    ada_saran = models.BooleanField("meminta saran tertulis", default=True, db_default=True)
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
        constraints = [
            models.UniqueConstraint(fields=["kode", "versi"], name="instrumen_kode_versi"),
            models.UniqueConstraint(
                fields=["kode"],
                condition=Q(status=StatusInstrumen.DRAF.value),
                name="instrumen_satu_draf",
                violation_error_message="Sudah ada draf versi berikutnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} versi {self.versi}"


class Pertanyaan(models.Model):
    """One question. The element is known by its stable ``kode_unsur``; the number U1…U9 belongs to this version only
    (regulation and sample questionnaire number U8 and U9 differently)."""

    instrumen = models.ForeignKey(
        Instrumen, verbose_name="instrumen", on_delete=models.PROTECT, related_name="pertanyaan"
    )
    kode_unsur = models.SlugField("kode unsur", max_length=30)
    jenis = models.CharField(
        "jenis",
        max_length=8,
        choices=LABEL_JENIS_PERTANYAAN,
        default=JenisPertanyaan.NILAI.value,
        db_default=JenisPertanyaan.NILAI.value,
    )
    nomor = models.CharField("nomor", max_length=5)
    urutan = models.PositiveSmallIntegerField("urutan")
    unsur = models.CharField("unsur", max_length=120)
    teks = models.CharField("pertanyaan", max_length=300)
    bantuan = models.CharField("keterangan di bawah pertanyaan", max_length=300, blank=True)
    wajib = models.BooleanField("wajib dijawab", default=True, db_default=True)
    bawah = models.DecimalField("angka paling kecil", max_digits=12, decimal_places=2, null=True, blank=True)
    atas = models.DecimalField("angka paling besar", max_digits=12, decimal_places=2, null=True, blank=True)
    # Asked only where the earlier question was answered with one of these values.
    bila = models.ForeignKey(
        "self",
        verbose_name="hanya bila pertanyaan ini",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="lanjutan",
    )
    bila_nilai = ArrayField(models.PositiveSmallIntegerField(), verbose_name="dijawab dengan", default=list, blank=True)
    arah = models.CharField(
        "urutan jawaban",
        max_length=10,
        choices=LABEL_ARAH_BUTIR,
        default=ArahButir.SEARAH.value,
        db_default=ArahButir.SEARAH.value,
    )

    # Language of ``teks`` in memory, where a form was put into another one (survei.ringkasan.bahasa); not stored.
    lang: str = ""

    class Meta:
        verbose_name = "pertanyaan"
        verbose_name_plural = "pertanyaan"
        ordering = ["instrumen", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "kode_unsur"], name="pertanyaan_unsur_per_instrumen"),
            models.UniqueConstraint(
                fields=["instrumen", "urutan"],
                name="pertanyaan_urutan_per_instrumen",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(bila__isnull=True, bila_nilai=[]) | (Q(bila__isnull=False) & ~Q(bila_nilai=[])),
                name="pertanyaan_syarat_bernilai",
            ),
            models.CheckConstraint(
                condition=Q(bawah__isnull=True) | Q(atas__isnull=True) | Q(atas__gte=F("bawah")),
                name="pertanyaan_urutan_batas",
                violation_error_message="Angka paling besar lebih kecil daripada angka paling kecil.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.unsur}"


class Pilihan(models.Model):
    """One answer of a question. What is stored with a citizen's answer is ``nilai``, never the label.

    Elements of an index take 1…4 (a trigger of migration 0018), scales and lists of free surveys 0…100.
    """

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
            models.CheckConstraint(condition=Q(nilai__range=(0, 100)), name="pilihan_nilai_0_100"),
        ]

    def __str__(self) -> str:
        return self.label


class BarisMatriks(models.Model):
    """One row of a table question; its answer is stored under ``p3-b1``, like one of a single choice."""

    pertanyaan = models.ForeignKey(
        Pertanyaan, verbose_name="pertanyaan", on_delete=models.PROTECT, related_name="baris"
    )
    kode = models.SlugField("kode", max_length=5)
    urutan = models.PositiveSmallIntegerField("urutan")
    teks = models.CharField("baris", max_length=150)

    class Meta:
        verbose_name = "baris tabel"
        verbose_name_plural = "baris tabel"
        ordering = ["pertanyaan", "urutan"]
        constraints = [models.UniqueConstraint(fields=["pertanyaan", "kode"], name="baris_kode_per_pertanyaan")]

    def __str__(self) -> str:
        return self.teks


class AmbangPersepsi(models.Model):
    """From which value on the scale 1–4 an index of an integrity zone is enough; dated, with its legal base.

    ``predikat`` is what the unit is proposed for (WBK, WBBM).
    """

    jenis = models.CharField(
        "indeks",
        max_length=5,
        choices={satu: LABEL_JENIS_INSTRUMEN[satu] for satu in (JenisInstrumen.SPAK, JenisInstrumen.SPKP)},
    )
    predikat = models.CharField("untuk predikat", max_length=10)
    nilai = models.DecimalField("nilai paling rendah (1–4)", max_digits=3, decimal_places=2)
    mulai = models.DateField("berlaku mulai")
    selesai = models.DateField("sampai dengan", null=True, blank=True)
    dasar_hukum = models.CharField("dasar hukum", max_length=300)
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    class Meta:
        verbose_name = "ambang persepsi"
        verbose_name_plural = "ambang persepsi"
        ordering = ["jenis", "predikat", "-mulai"]
        constraints = [
            models.UniqueConstraint(fields=["jenis", "predikat", "mulai"], name="ambang_per_tanggal"),
            models.CheckConstraint(condition=Q(nilai__range=(1, 4)), name="ambang_nilai_1_4"),
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="ambang_urutan_tanggal",
                violation_error_message="Tanggal akhir mendahului tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.predikat}: {self.nilai}"
