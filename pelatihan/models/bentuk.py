"""Forms of development with their conversion, and what a year asks of each kind of employment."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value

from pelatihan.enums import LABEL_PERAN_IP, LABEL_RUMPUN_BENTUK
from pelatihan.perhitungan.jp import LABEL_CARA_HITUNG, LABEL_JENDELA, Aturan, CaraHitung, Jendela, Konversi, Perjanjian
from pelatihan.querysets import BertanggalQuerySet, MilikPegawaiQuerySet
from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.enums import LABEL_STATUS_PEGAWAI


class BentukPengembangan(ModelBerkode):
    """One form of development (Peraturan LAN 10/2018) and its conversion to JP.

    A conversion that nobody has compared with the annex stays inactive: the form can be planned, its hours are not
    counted.
    """

    kode = models.SlugField("kode", max_length=40, unique=True)
    nama = models.CharField("nama", max_length=120)
    rumpun = models.CharField("rumpun", max_length=12, choices=LABEL_RUMPUN_BENTUK)
    cara = models.CharField("cara menghitung", max_length=12, choices=LABEL_CARA_HITUNG)
    nasional = models.DecimalField("JP nasional", max_digits=6, decimal_places=2, null=True, blank=True)
    internasional = models.DecimalField("JP internasional", max_digits=6, decimal_places=2, null=True, blank=True)
    tambahan = models.DecimalField(
        "tambahan internasional (persen)", max_digits=5, decimal_places=2, null=True, blank=True
    )
    peran_ip = models.CharField("indikator IP ASN", max_length=8, choices=LABEL_PERAN_IP, blank=True)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)
    konversi_aktif = models.BooleanField("konversi dipakai", default=False)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "bentuk pengembangan"
        verbose_name_plural = "bentuk pengembangan"
        ordering = ["urutan", "nama"]
        constraints = [
            models.CheckConstraint(
                condition=Q(konversi_aktif=False) | Q(terverifikasi=True),
                name="bentuk_aktif_terverifikasi",
                violation_error_message="Konversi baru dipakai setelah diperiksa dengan peraturan.",
            ),
            models.CheckConstraint(
                condition=(Q(nasional__isnull=True) | Q(nasional__gt=0))
                & (Q(internasional__isnull=True) | Q(internasional__gt=0))
                & (Q(tambahan__isnull=True) | Q(tambahan__gte=0)),
                name="bentuk_angka_positif",
            ),
            models.CheckConstraint(
                condition=Q(cara=CaraHitung.PROGRAM.value) | Q(nasional__isnull=False) | Q(konversi_aktif=False),
                name="bentuk_konversi_lengkap",
                violation_error_message="Isi JP nasional per hari atau per kegiatan.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def konversi(self) -> Konversi:
        return Konversi(CaraHitung(self.cara), self.nasional, self.internasional, self.tambahan)


class AturanJP(ModelBerkode):
    """What a year asks of one kind of employment, from a day on."""

    status_pegawai = models.CharField("jenis pegawai", max_length=20, choices=LABEL_STATUS_PEGAWAI)
    mulai = models.DateField("berlaku mulai")
    minimum = models.DecimalField("paling sedikit (JP)", max_digits=5, decimal_places=2, null=True, blank=True)
    maksimum = models.DecimalField("paling banyak (JP)", max_digits=5, decimal_places=2, null=True, blank=True)
    jendela = models.CharField("tahun yang dihitung", max_length=8, choices=LABEL_JENDELA)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan JP"
        verbose_name_plural = "aturan JP"
        ordering = ["status_pegawai", "-mulai"]
        constraints = [
            models.UniqueConstraint(fields=["status_pegawai", "mulai"], name="aturanjp_sekali"),
            models.CheckConstraint(
                condition=Q(minimum__gt=0) | Q(maksimum__gt=0),
                name="aturanjp_ada_batas",
                violation_error_message="Isi paling sedikit, paling banyak, atau keduanya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_pegawai_display()} sejak {self.mulai.year}"

    @property
    def aturan(self) -> Aturan:
        return Aturan(self.minimum, self.maksimum)

    @property
    def per_kontrak(self) -> bool:
        return self.jendela == Jendela.KONTRAK.value


class PerjanjianKerja(ModelBerkode):
    """A contract of a PPPK; its anniversaries bound the year in which hours count. Two never overlap."""

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="perjanjian_kerja"
    )
    nomor = models.CharField("nomor perjanjian", max_length=100, blank=True)
    mulai = models.DateField("berlaku mulai")
    selesai = models.DateField("sampai dengan")

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "perjanjian kerja"
        verbose_name_plural = "perjanjian kerja"
        ordering = ["pegawai", "mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="perjanjiankerja_urutan",
                violation_error_message="Hari terakhir mendahului hari pertama.",
            ),
            ExclusionConstraint(
                name="perjanjiankerja_tidak_bertumpuk",
                expressions=[
                    ("pegawai", RangeOperators.EQUAL),
                    (
                        Func(
                            F("mulai"),
                            F("selesai"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Pegawai ini sudah punya perjanjian lain pada masa itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.mulai:%d-%m-%Y}"

    def clean(self) -> None:
        if self.mulai and self.selesai and self.selesai < self.mulai:
            raise ValidationError({"selesai": "Hari terakhir mendahului hari pertama."})

    @property
    def masa(self) -> Perjanjian:
        return Perjanjian(self.mulai, self.selesai)


class AturanRencana(ModelBerkode):
    """Working days in which a superior answers a wish, from a day on."""

    mulai = models.DateField("berlaku mulai", unique=True)
    hari_atasan = models.PositiveSmallIntegerField("hari kerja bagi atasan")
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    objects = BertanggalQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan rencana pengembangan"
        verbose_name_plural = "aturan rencana pengembangan"
        ordering = ["-mulai"]
        constraints = [models.CheckConstraint(condition=Q(hari_atasan__gte=1), name="aturanrencana_hari")]

    def __str__(self) -> str:
        return f"{self.hari_atasan} hari kerja sejak {self.mulai:%d-%m-%Y}"


def aturan_jp(status: str, hari: date) -> AturanJP | None:
    """The rule of a kind of employment on a day; None where no rule is entered."""
    aturan: AturanJP | None = AturanJP.objects.pada(hari).filter(status_pegawai=status).first()
    return aturan
