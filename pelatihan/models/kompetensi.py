"""Competences, what a post asks, what a person has, and the IP ASN estimate."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from pelatihan.enums import (
    LABEL_RUMPUN_KOMPETENSI,
    LABEL_STATUS_SKEMA,
    LABEL_SUMBER_PENILAIAN,
    StatusSkema,
)
from pelatihan.perhitungan.ip_asn import (
    LABEL_HASIL_KINERJA,
    LABEL_HUKUMAN,
    LABEL_PENDIDIKAN,
    HasilKinerja,
    Hukuman,
    KelompokJabatan,
    Pendidikan,
    Skema,
)
from pelatihan.perhitungan.kompetensi import LABEL_LEVEL
from pelatihan.querysets import BertanggalQuerySet, MilikPegawaiQuerySet, PenilaianQuerySet, SkemaQuerySet
from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.enums import LABEL_JENIS_JABATAN

_LEVEL = Q(level__gte=1, level__lte=5)


class Kompetensi(ModelBerkode):
    """One competence: the nine of PermenPANRB 38/2017, or a technical one of the office's own."""

    kode = models.SlugField("kode", max_length=40, unique=True)
    nama = models.CharField("nama", max_length=120)
    rumpun = models.CharField("rumpun", max_length=16, choices=LABEL_RUMPUN_KOMPETENSI)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    aktif = models.BooleanField("dipakai", default=True)

    class Meta:
        verbose_name = "kompetensi"
        verbose_name_plural = "kompetensi"
        ordering = ["urutan", "nama"]

    def __str__(self) -> str:
        return self.nama


class StandarUmum(ModelBerkode):
    """Level that a kind of post asks in every competence of the nine, from a day on."""

    jenis_jabatan = models.CharField("jenis jabatan", max_length=20, choices=LABEL_JENIS_JABATAN)
    mulai = models.DateField("berlaku mulai")
    level = models.PositiveSmallIntegerField("level", choices=LABEL_LEVEL)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "standar kompetensi menurut jenis jabatan"
        verbose_name_plural = "standar kompetensi menurut jenis jabatan"
        ordering = ["jenis_jabatan", "-mulai"]
        constraints = [
            models.UniqueConstraint(fields=["jenis_jabatan", "mulai"], name="standarumum_sekali"),
            models.CheckConstraint(condition=_LEVEL, name="standarumum_level"),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_jabatan_display()}: level {self.level}"


class StandarKompetensi(ModelBerkode):
    """Level that one post asks in one competence, from a day on; it goes before the general one."""

    jabatan = models.ForeignKey(
        "organisasi.Jabatan", verbose_name="jabatan", on_delete=models.PROTECT, related_name="standar_kompetensi"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, verbose_name="kompetensi", on_delete=models.PROTECT, related_name="standar"
    )
    mulai = models.DateField("berlaku mulai")
    level = models.PositiveSmallIntegerField("level", choices=LABEL_LEVEL)
    dasar_hukum = models.TextField("dasar hukum")

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "standar kompetensi jabatan"
        verbose_name_plural = "standar kompetensi jabatan"
        ordering = ["jabatan", "kompetensi", "-mulai"]
        constraints = [
            models.UniqueConstraint(fields=["jabatan", "kompetensi", "mulai"], name="standarkompetensi_sekali"),
            models.CheckConstraint(condition=_LEVEL, name="standarkompetensi_level"),
        ]

    def __str__(self) -> str:
        return f"{self.jabatan}, {self.kompetensi}: level {self.level}"


class PenilaianKompetensi(ModelBerkode):
    """Level that a person has reached by somebody else's judgement; the newest counts, older ones stay."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="penilaian_kompetensi"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, verbose_name="kompetensi", on_delete=models.PROTECT, related_name="penilaian"
    )
    level = models.PositiveSmallIntegerField("level", choices=LABEL_LEVEL)
    sumber = models.CharField("sumber", max_length=8, choices=LABEL_SUMBER_PENILAIAN)
    tanggal = models.DateField("tanggal penilaian")
    keterangan = models.CharField("keterangan", max_length=300, blank=True)
    dinilai_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    alasan_batal = models.CharField("alasan dibatalkan", max_length=300, blank=True)

    objects = PenilaianQuerySet.as_manager()

    class Meta:
        verbose_name = "penilaian kompetensi"
        verbose_name_plural = "penilaian kompetensi"
        ordering = ["-tanggal", "-pk"]
        constraints = [models.CheckConstraint(condition=_LEVEL, name="penilaiankompetensi_level")]
        indexes = [models.Index(fields=["pegawai", "kompetensi", "-tanggal"])]

    def __str__(self) -> str:
        return f"{self.kompetensi}: level {self.level}"


class SkemaIPASN(ModelBerkode):
    """Points of one method of the IP ASN. A draft is never used."""

    kode = models.CharField("kode", max_length=30, unique=True)
    nama = models.CharField("nama", max_length=150)
    tahun_mulai = models.PositiveSmallIntegerField("tahun pertama")
    tahun_selesai = models.PositiveSmallIntegerField("tahun terakhir", null=True, blank=True)
    bobot = models.JSONField("nilai", default=dict, blank=True)
    status = models.CharField("keadaan", max_length=5, choices=LABEL_STATUS_SKEMA, default=StatusSkema.DRAF.value)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    objects = SkemaQuerySet.as_manager()

    class Meta:
        verbose_name = "skema IP ASN"
        verbose_name_plural = "skema IP ASN"
        ordering = ["-tahun_mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tahun_selesai__isnull=True) | Q(tahun_selesai__gte=F("tahun_mulai")),
                name="skemaipasn_urutan_tahun",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusSkema.DRAF.value) | Q(bobot__has_keys=["kualifikasi", "kompetensi"]),
                name="skemaipasn_aktif_berpoin",
                violation_error_message="Skema aktif harus berisi semua nilai.",
            ),
        ]

    def __str__(self) -> str:
        return self.kode

    def clean(self) -> None:
        """An active scheme has a number for every class; a draft may be incomplete."""
        if self.status != StatusSkema.AKTIF.value:
            return
        try:
            poin = self.poin
        except (KeyError, TypeError, AttributeError, InvalidOperation):
            raise ValidationError({"bobot": "Nilai harus berisi empat dimensi, dengan angka sebagai teks."}) from None
        perlu = (
            (poin.kualifikasi, Pendidikan),
            (poin.kompetensi, KelompokJabatan),
            (poin.kinerja, HasilKinerja),
            (poin.disiplin, Hukuman),
        )
        kurang = [satu.value for isi, kelas in perlu for satu in kelas if satu.value not in isi]
        if kurang:
            raise ValidationError({"bobot": f"Nilai belum lengkap: {', '.join(kurang)}."})

    @property
    def poin(self) -> Skema:
        """The points as exact numbers; they are stored as text."""
        isi: dict[str, Any] = self.bobot
        return Skema(
            kualifikasi=_angka(isi["kualifikasi"]),
            kompetensi={nama: _angka(nilai) for nama, nilai in isi["kompetensi"].items()},
            kinerja=_angka(isi["kinerja"]),
            disiplin=_angka(isi["disiplin"]),
        )


def _angka(isi: dict[str, str]) -> dict[str, Decimal]:
    return {nama: Decimal(nilai) for nama, nilai in isi.items()}


class PerkiraanIPASN(ModelBerkode):
    """The office's own estimate for one person and year, with the scheme and every input that made it.

    ``bahan`` and ``hasil`` are those of the computation; a closed year is not computed again with another scheme.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="perkiraan_ip"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    skema = models.ForeignKey(SkemaIPASN, verbose_name="skema", on_delete=models.PROTECT, related_name="perkiraan")
    pendidikan = models.CharField("pendidikan terakhir", max_length=5, choices=LABEL_PENDIDIKAN, blank=True)
    diklat_jenjang = models.BooleanField("sudah mengikuti diklat jenjang jabatannya", default=False)
    kinerja = models.CharField("hasil kinerja terakhir", max_length=11, choices=LABEL_HASIL_KINERJA, blank=True)
    hukuman = models.CharField("hukuman disiplin yang berlaku", max_length=12, choices=LABEL_HUKUMAN, blank=True)
    bahan = models.JSONField("bahan", default=dict)
    hasil = models.JSONField("hasil", default=dict)
    total = models.DecimalField("indeks", max_digits=5, decimal_places=2, null=True, blank=True)
    dihitung_pada = models.DateField("dihitung pada")
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    versi = models.PositiveIntegerField("versi", default=1)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "perkiraan IP ASN"
        verbose_name_plural = "perkiraan IP ASN"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="perkiraanip_sekali"),
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(total__gte=0, total__lte=100), name="perkiraanip_rentang"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.tahun}"
