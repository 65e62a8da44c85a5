"""The online discussion: categories, topics, replies one level deep, official answers, support, history."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now, Upper

from forum.enums.diskusi import (
    LABEL_JENIS_TOPIK,
    LABEL_KEADAAN_KIRIMAN,
    LABEL_RUMPUN_KATEGORI,
    LABEL_STATUS_TOPIK,
    JenisTopik,
)
from forum.models.moderasi import AlasanModerasi
from forum.models.versi import ModelBerversi
from forum.perhitungan.diskusi import KeadaanKiriman, StatusTopik
from forum.querysets.diskusi import BalasanManager, JawabanResmiManager, TopikManager
from rakumpit.model_dasar import ModelBerkode
from rakumpit.pencarian import BAHASA

PANJANG_JUDUL, PANJANG_ISI = 150, 10_000


class KategoriDiskusi(ModelBerversi):
    """What topics are about, and the unit that answers them."""

    nama = models.CharField("nama", max_length=80, unique=True)
    rumpun = models.CharField("rumpun", max_length=10, choices=LABEL_RUMPUN_KATEGORI)
    keterangan = models.CharField("keterangan", max_length=200, blank=True)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit yang menjawab", on_delete=models.PROTECT, related_name="+"
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=100)
    aktif = models.BooleanField("menerima topik baru", default=True)

    class Meta:
        verbose_name = "kategori diskusi"
        verbose_name_plural = "kategori diskusi"
        ordering = ["urutan", "nama", "pk"]

    def __str__(self) -> str:
        return self.nama


def _sembunyi_beralasan(nama: str) -> models.CheckConstraint:
    """Hidden exactly when there is a reason."""
    sembunyi = Q(keadaan=KeadaanKiriman.DISEMBUNYIKAN.value)
    return models.CheckConstraint(
        condition=(sembunyi & Q(alasan__isnull=False)) | (~sembunyi & Q(alasan__isnull=True)), name=nama
    )


class Kiriman(ModelBerkode):
    """What somebody wrote. ``sebagai`` is post and unit of a member of staff at that time, "" for a citizen.

    ``kiriman`` is made by the form: sent twice, stored once. ``ditahan`` says why it waited for a moderator.
    """

    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    penulis = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="penulis", on_delete=models.PROTECT, related_name="+"
    )
    sebagai = models.CharField("jabatan dan unit", max_length=300, blank=True)
    isi = models.TextField("isi")
    keadaan = models.CharField(
        "keadaan", max_length=15, choices=LABEL_KEADAAN_KIRIMAN, default=KeadaanKiriman.TAYANG.value
    )
    ditahan = ArrayField(models.CharField(max_length=20), verbose_name="sebab ditahan", default=list, blank=True)
    alasan = models.ForeignKey(
        AlasanModerasi,
        verbose_name="alasan disembunyikan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    dibuat = models.DateTimeField("dikirim pada")
    disunting_pada = models.DateTimeField("disunting pada", null=True, blank=True)

    class Meta:
        abstract = True


class Topik(Kiriman):
    """A question, a proposal, a praise, or something to talk about."""

    kategori = models.ForeignKey(
        KategoriDiskusi, verbose_name="kategori", on_delete=models.PROTECT, related_name="topik"
    )
    jenis = models.CharField("jenis", max_length=10, choices=LABEL_JENIS_TOPIK, default=JenisTopik.DISKUSI.value)
    judul = models.CharField("judul", max_length=PANJANG_JUDUL)
    status = models.CharField("status", max_length=15, choices=LABEL_STATUS_TOPIK, default=StatusTopik.BARU.value)
    tautan_tindak = models.URLField("tautan tindak lanjut", max_length=300, blank=True)
    alasan_tutup = models.CharField("alasan ditutup", max_length=300, blank=True)
    digabung_ke = models.ForeignKey(
        "self",
        verbose_name="digabung ke topik",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gabungan",
    )
    aktivitas = models.DateTimeField("kegiatan terakhir")
    cari = models.GeneratedField(
        expression=SearchVector("judul", weight="A", config=BAHASA) + SearchVector("isi", weight="B", config=BAHASA),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = TopikManager()

    class Meta:
        verbose_name = "topik diskusi"
        verbose_name_plural = "topik diskusi"
        ordering = ["-aktivitas", "-pk"]
        constraints = [
            _sembunyi_beralasan("topik_sembunyi_beralasan"),
            models.CheckConstraint(
                condition=~Q(status=StatusTopik.DITINDAKLANJUTI.value) | ~Q(tautan_tindak=""),
                name="topik_tindak_bertautan",
                violation_error_message="Tulis tautan tindak lanjutnya.",
            ),
            models.CheckConstraint(
                condition=(Q(status=StatusTopik.DITUTUP.value) & ~Q(alasan_tutup=""))
                | (~Q(status=StatusTopik.DITUTUP.value) & Q(alasan_tutup="")),
                name="topik_tutup_beralasan",
                violation_error_message="Tulis alasan menutup topik.",
            ),
            models.CheckConstraint(
                condition=Q(digabung_ke__isnull=True) | ~Q(digabung_ke=F("pk")), name="topik_bukan_gabungan_sendiri"
            ),
        ]
        indexes = [
            models.Index(fields=["keadaan", "-aktivitas", "-id"], name="topik_daftar"),
            models.Index(fields=["kategori", "status"], name="topik_kategori_status"),
            # No list of what is still to be sorted in: few write, many search, and each search would read the list.
            GinIndex(fields=["cari"], name="topik_cari", fastupdate=False),
            # Upper: as the comparison without regard to letter case is written by Django.
            GinIndex(OpClass(Upper("judul"), name="gin_trgm_ops"), name="topik_judul_trigram", fastupdate=False),
            GinIndex(OpClass(Upper("isi"), name="gin_trgm_ops"), name="topik_isi_trigram", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.judul


class Balasan(Kiriman):
    """A reply to a topic. Replies have no replies: a talk stays one line that a phone can show."""

    topik = models.ForeignKey(Topik, verbose_name="topik", on_delete=models.PROTECT, related_name="balasan")
    cari = models.GeneratedField(
        expression=SearchVector("isi", config=BAHASA), output_field=SearchVectorField(), db_persist=True
    )

    objects = BalasanManager()

    class Meta:
        verbose_name = "balasan"
        verbose_name_plural = "balasan"
        ordering = ["dibuat", "pk"]
        constraints = [_sembunyi_beralasan("balasan_sembunyi_beralasan")]
        indexes = [
            models.Index(fields=["topik", "dibuat", "id"], name="balasan_urut"),
            GinIndex(fields=["cari"], name="balasan_cari", fastupdate=False),
            GinIndex(OpClass(Upper("isi"), name="gin_trgm_ops"), name="balasan_isi_trigram", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.isi[:60]


class JawabanResmi(ModelBerkode):
    """The answer of a unit. A better answer is the next version; the older ones stay readable."""

    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    topik = models.ForeignKey(Topik, verbose_name="topik", on_delete=models.PROTECT, related_name="jawaban")
    versi = models.PositiveIntegerField("versi")
    isi = models.TextField("isi")
    unit = models.ForeignKey("organisasi.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    sebagai = models.CharField("jabatan dan unit", max_length=300)
    oleh = models.ForeignKey("organisasi.Pengguna", verbose_name="oleh", on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField("dijawab pada")
    berlaku = models.BooleanField("berlaku", default=True)
    cari = models.GeneratedField(
        expression=SearchVector("isi", config=BAHASA), output_field=SearchVectorField(), db_persist=True
    )

    objects = JawabanResmiManager()

    class Meta:
        verbose_name = "jawaban resmi"
        verbose_name_plural = "jawaban resmi"
        ordering = ["-versi"]
        constraints = [
            models.UniqueConstraint(fields=["topik", "versi"], name="jawabanresmi_versi_sekali"),
            models.UniqueConstraint(fields=["topik"], condition=Q(berlaku=True), name="jawabanresmi_satu_yang_berlaku"),
        ]
        indexes = [GinIndex(fields=["cari"], name="jawabanresmi_cari", fastupdate=False)]

    def __str__(self) -> str:
        return f"{self.topik}, versi {self.versi}"


class Dukungan(models.Model):
    """One account's support of a topic; only their number is told. What was withdrawn stays as a row."""

    topik = models.ForeignKey(Topik, verbose_name="topik", on_delete=models.PROTECT, related_name="dukungan")
    pengguna = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="pendukung", on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)

    class Meta:
        verbose_name = "dukungan"
        verbose_name_plural = "dukungan"
        constraints = [
            models.UniqueConstraint(
                fields=["topik", "pengguna"], condition=Q(dicabut_pada__isnull=True), name="dukungan_satu_per_akun"
            )
        ]

    def __str__(self) -> str:
        return f"dukungan {self.topik_id}"


class RiwayatKiriman(models.Model):
    """The words of a post before they were edited."""

    topik = models.ForeignKey(Topik, on_delete=models.PROTECT, null=True, blank=True, related_name="riwayat")
    balasan = models.ForeignKey(Balasan, on_delete=models.PROTECT, null=True, blank=True, related_name="riwayat")
    judul = models.CharField("judul", max_length=PANJANG_JUDUL, blank=True)
    isi = models.TextField("isi")
    sampai = models.DateTimeField("berlaku sampai")

    class Meta:
        verbose_name = "riwayat kiriman"
        verbose_name_plural = "riwayat kiriman"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(topik__isnull=True) ^ Q(balasan__isnull=True), name="riwayatkiriman_satu_kiriman"
            )
        ]

    def __str__(self) -> str:
        return f"sampai {self.sampai:%d-%m-%Y %H:%M}"
