"""What was said, what was agreed, and the signed record of both."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from forum.enums.berita_acara import (
    LABEL_CARA_TANDA_TANGAN,
    LABEL_JENIS_KESEPAKATAN,
    LABEL_KEPUTUSAN_MASUKAN,
    LABEL_NILAI_SESI,
    LABEL_PIHAK_TANDA_TANGAN,
    LABEL_STATUS_BERITA_ACARA,
    LABEL_TERCATAT,
    CaraTandaTangan,
    JenisKesepakatan,
    KeputusanMasukan,
    PihakTandaTangan,
    StatusBeritaAcara,
)
from forum.models.sesi import AgendaItem, SesiForum, UnsurPeserta
from forum.models.versi import ModelBerversi
from rakumpit.model_dasar import ModelBerkode


class Masukan(ModelBerversi):
    """One thing that somebody said, with the answer. In public the element speaks, never the person."""

    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="masukan")
    nomor = models.PositiveSmallIntegerField("nomor", editable=False)
    agenda = models.ForeignKey(
        AgendaItem, verbose_name="acara", on_delete=models.PROTECT, null=True, blank=True, related_name="masukan"
    )
    unsur = models.ForeignKey(UnsurPeserta, verbose_name="unsur", on_delete=models.PROTECT, related_name="+")
    penyampai = models.CharField("penyampai", max_length=150, blank=True)
    uraian = models.TextField("masukan")
    jawaban = models.TextField("jawaban kantor", blank=True)
    keputusan = models.CharField(
        "keputusan", max_length=10, choices=LABEL_KEPUTUSAN_MASUKAN, default=KeputusanMasukan.BELUM.value
    )

    class Meta:
        verbose_name = "masukan"
        verbose_name_plural = "masukan"
        ordering = ["nomor"]
        constraints = [
            models.UniqueConstraint(fields=["sesi", "nomor"], name="masukan_satu_nomor"),
            models.CheckConstraint(
                condition=Q(keputusan=KeputusanMasukan.BELUM.value) | ~Q(jawaban=""), name="masukan_putusan_berjawab"
            ),
        ]

    def __str__(self) -> str:
        return self.uraian[:80]


class Kesepakatan(ModelBerversi):
    """What was agreed, or what was not and why."""

    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="kesepakatan")
    nomor = models.PositiveSmallIntegerField("nomor", editable=False)
    uraian = models.TextField("kesepakatan")
    disepakati = models.BooleanField("disepakati", default=True)
    alasan = models.TextField("mengapa tidak disepakati", blank=True)
    jenis = models.CharField(
        "menjadi", max_length=10, choices=LABEL_JENIS_KESEPAKATAN, default=JenisKesepakatan.BIASA.value
    )
    layanan = models.ForeignKey(
        "organisasi.Layanan",
        verbose_name="layanan yang standarnya diperbarui",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = "kesepakatan"
        verbose_name_plural = "kesepakatan"
        ordering = ["nomor"]
        constraints = [
            models.UniqueConstraint(fields=["sesi", "nomor"], name="kesepakatan_satu_nomor"),
            models.CheckConstraint(
                condition=Q(disepakati=True, alasan="") | (Q(disepakati=False) & ~Q(alasan="")),
                name="kesepakatan_tidak_beralasan",
                violation_error_message="Tulis mengapa tidak disepakati, hanya bila memang tidak disepakati.",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisKesepakatan.STANDAR.value, layanan__isnull=False)
                | (~Q(jenis=JenisKesepakatan.STANDAR.value) & Q(layanan__isnull=True)),
                name="kesepakatan_standar_berlayanan",
                violation_error_message="Pilih layanan hanya untuk pembaruan standar pelayanan.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian[:80]


class BeritaAcara(ModelBerkode):
    """The record of a session as it was when it was put up for signing; a trigger keeps it once it is signed.

    ``isi`` holds the words as they are printed (``forum.proses.isi_berita_acara``), so that later changes elsewhere
    reach no signed record. A correction is the next version and names the one that it replaces.
    """

    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="berita_acara")
    nomor_versi = models.PositiveSmallIntegerField("versi")
    menggantikan = models.OneToOneField(
        "self", verbose_name="menggantikan", on_delete=models.PROTECT, null=True, related_name="pengganti"
    )
    alasan_koreksi = models.TextField("alasan koreksi", blank=True)
    nomor_surat = models.CharField("nomor", max_length=100)
    isi = models.JSONField("isi")
    status = models.CharField(
        "keadaan", max_length=15, choices=LABEL_STATUS_BERITA_ACARA, default=StatusBeritaAcara.DISIAPKAN.value
    )
    disiapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="disiapkan oleh", on_delete=models.PROTECT, related_name="+"
    )
    disiapkan_pada = models.DateTimeField("disiapkan pada", db_default=Now(), editable=False)
    ditandatangani_pada = models.DateTimeField("lengkap ditandatangani pada", null=True)
    sidik = models.CharField("sidik berkas (SHA-256)", max_length=64, blank=True)
    dokumen = models.OneToOneField(
        "dokumen.Dokumen", verbose_name="dokumen lengkap", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dokumen_umum = models.OneToOneField(
        "dokumen.Dokumen", verbose_name="dokumen untuk umum", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "berita acara"
        verbose_name_plural = "berita acara"
        ordering = ["-nomor_versi"]
        constraints = [
            models.UniqueConstraint(fields=["sesi", "nomor_versi"], name="beritaacara_satu_versi"),
            models.CheckConstraint(
                condition=Q(nomor_versi=1, menggantikan__isnull=True, alasan_koreksi="")
                | (Q(nomor_versi__gt=1, menggantikan__isnull=False) & ~Q(alasan_koreksi="")),
                name="beritaacara_koreksi_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=StatusBeritaAcara.DISIAPKAN.value,
                    ditandatangani_pada__isnull=True,
                    sidik="",
                    dokumen__isnull=True,
                    dokumen_umum__isnull=True,
                )
                | Q(
                    status=StatusBeritaAcara.DITANDATANGANI.value,
                    ditandatangani_pada__isnull=False,
                    sidik__regex=r"^[0-9a-f]{64}$",
                    dokumen__isnull=False,
                    dokumen_umum__isnull=False,
                ),
                name="beritaacara_tertanda_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return f"Berita acara {self.nomor_surat} (versi {self.nomor_versi})"


class TandaTangan(ModelBerkode):
    """One signature, asked for and given. A citizen signs by the own link or on paper that is scanned."""

    berita_acara = models.ForeignKey(
        BeritaAcara, verbose_name="berita acara", on_delete=models.PROTECT, related_name="tanda_tangan"
    )
    pihak = models.CharField("pihak", max_length=15, choices=LABEL_PIHAK_TANDA_TANGAN)
    nama = models.CharField("nama", max_length=150)
    jabatan = models.CharField("jabatan atau lembaga", max_length=200, blank=True)
    unsur = models.ForeignKey(
        UnsurPeserta, verbose_name="unsur", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sidik_kunci = models.CharField("sidik kunci", max_length=64, blank=True, editable=False)
    cara = models.CharField("cara", max_length=10, choices=LABEL_CARA_TANDA_TANGAN, blank=True)
    akun = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="akun", on_delete=models.PROTECT, null=True, related_name="+"
    )
    pada = models.DateTimeField("ditandatangani pada", null=True)
    pindaian = models.FileField("pindaian", upload_to="berita-acara/", blank=True)

    class Meta:
        verbose_name = "tanda tangan"
        verbose_name_plural = "tanda tangan"
        ordering = ["pihak", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pada__isnull=True, cara="") | (Q(pada__isnull=False) & ~Q(cara="")),
                name="tandatangan_bercara",
            ),
            models.CheckConstraint(
                condition=~Q(cara=CaraTandaTangan.AKUN.value) | Q(akun__isnull=False), name="tandatangan_berakun"
            ),
            models.CheckConstraint(
                condition=Q(pihak=PihakTandaTangan.PENYELENGGARA.value, unsur__isnull=True)
                | Q(pihak=PihakTandaTangan.WAKIL.value, unsur__isnull=False),
                name="tandatangan_wakil_berunsur",
            ),
            models.UniqueConstraint(
                fields=["sidik_kunci"], condition=~Q(sidik_kunci=""), name="tandatangan_satu_tautan"
            ),
            models.UniqueConstraint(
                fields=["berita_acara"],
                condition=Q(pihak=PihakTandaTangan.PENYELENGGARA.value),
                name="tandatangan_satu_penyelenggara",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class UmpanBalikSesi(models.Model):
    """What an attendee thinks of the session; linked to nobody, shown only as sums."""

    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="umpan_balik")
    nilai = models.PositiveSmallIntegerField("kepuasan", choices=LABEL_NILAI_SESI)
    tercatat = models.CharField("masukan tercatat", max_length=10, choices=LABEL_TERCATAT)
    saran = models.TextField("saran", blank=True)
    tanggal = models.DateField("tanggal")

    class Meta:
        verbose_name = "umpan balik sesi"
        verbose_name_plural = "umpan balik sesi"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(nilai__range=(1, 4)), name="umpanbaliksesi_satu_sampai_empat"),
        ]

    def __str__(self) -> str:
        return f"umpan balik {self.tanggal:%d-%m-%Y}"
