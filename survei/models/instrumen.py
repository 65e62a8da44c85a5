"""The instrument: a question set as versioned data with its legal base."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from survei.enums.instrumen import LABEL_ARAH_BUTIR, LABEL_JENIS_INSTRUMEN, ArahButir, JenisInstrumen


class Instrumen(models.Model):
    """One version of a question set with its legal base, bands and weight rule.

    Weights are exactly 1/m of the measured elements (PermenPANRB 14/2017 prints 1/9 = 0,11); ``pita`` holds the lower
    bounds of the classes as strings, for example ``{"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}``.
    """

    kode = models.SlugField("kode", max_length=40)
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
    arah = models.CharField(
        "urutan jawaban",
        max_length=10,
        choices=LABEL_ARAH_BUTIR,
        default=ArahButir.SEARAH.value,
        db_default=ArahButir.SEARAH.value,
    )

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
