"""Reports of citizens: what was said, who handles it, what happened. Who reported stands in a table of its own."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from forum.enums.laporan import (
    LABEL_HASIL,
    LABEL_KADAR,
    LABEL_KANAL,
    LABEL_KLASIFIKASI,
    LABEL_LANGKAH,
    LABEL_PERAN,
    LABEL_STATUS_DISPOSISI,
    LABEL_STATUS_LAPORAN,
    Kanal,
    Klasifikasi,
    StatusDisposisi,
    StatusLaporan,
)
from forum.perhitungan.laporan import DIPEGANG
from forum.querysets.laporan import LaporanQuerySet
from rakumpit.berkas import LABEL_TIPE_BERKAS
from rakumpit.model_dasar import ModelBerkode


class Laporan(ModelBerkode):
    """One report. ``anonim`` and ``rahasia`` are set before the first sending and never loosened (a trigger holds it).

    ``kunci`` is kept as its digest only. ``unit`` and ``penangan`` are those of the present forwarding; they stay when
    the report is closed, and go when it is returned. ``terlapor`` is whom a complaint is about: never who handles it.
    Nothing here names the reporter.
    """

    nomor = models.CharField("nomor laporan", max_length=10, unique=True)
    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    sidik_kunci = models.CharField("sidik kunci", max_length=64, unique=True, editable=False)
    klasifikasi = models.CharField("jenis", max_length=12, choices=LABEL_KLASIFIKASI)
    kadar = models.CharField("penanganan", max_length=15, choices=LABEL_KADAR, blank=True)
    judul = models.CharField("tentang apa", max_length=120)
    isi = models.TextField("isi laporan")
    tempat = models.CharField("tempat kejadian", max_length=200, blank=True)
    tanggal_kejadian = models.DateField("tanggal kejadian", null=True, blank=True)
    kelurahan = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="kelurahan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    layanan = models.ForeignKey(
        "organisasi.Layanan", verbose_name="layanan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    kanal = models.CharField("lewat", max_length=10, choices=LABEL_KANAL, default=Kanal.DARING.value)
    nomor_lapor = models.CharField("nomor LAPOR!", max_length=30, blank=True)
    anonim = models.BooleanField("anonim", default=True)
    rahasia = models.BooleanField("rahasia", default=True)
    tanpa_identitas = models.BooleanField("tanpa identitas", default=True)
    diterima_pada = models.DateTimeField("diterima")
    status = models.CharField(
        "keadaan", max_length=20, choices=LABEL_STATUS_LAPORAN, default=StatusLaporan.DITERIMA.value
    )
    versi = models.PositiveIntegerField("versi", default=1)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, null=True, related_name="laporan"
    )
    penangan = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="petugas", on_delete=models.PROTECT, null=True, related_name="laporan"
    )
    terlapor = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pegawai yang diadukan",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    dijawab_pada = models.DateField("dijawab pada", null=True)
    dibalas_pada = models.DateField("balasan terakhir pelapor", null=True)
    keberatan_pada = models.DateField("keberatan pada", null=True)
    hasil = models.CharField("hasil", max_length=20, choices=LABEL_HASIL, blank=True)
    ditutup_pada = models.DateField("ditutup pada", null=True)
    dibuka_lagi = models.PositiveSmallIntegerField("kali dibuka kembali", default=0)
    duplikat_dari = models.ForeignKey(
        "self", verbose_name="sama dengan", on_delete=models.PROTECT, null=True, related_name="duplikat"
    )
    tujuan = models.CharField("instansi yang berwenang", max_length=200, blank=True)
    kepuasan = models.PositiveSmallIntegerField("kepuasan", null=True)

    objects = LaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan warga"
        verbose_name_plural = "laporan warga"
        ordering = ["-diterima_pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nomor__regex=r"^[0-9]{2}-[0-9]{3}-[0-9]{3}$"), name="laporan_bentuk_nomor"
            ),
            models.CheckConstraint(condition=Q(sidik_kunci__regex=r"^[0-9a-f]{64}$"), name="laporan_bentuk_sidik"),
            models.CheckConstraint(
                condition=Q(unit__isnull=False, penangan__isnull=False)
                | Q(unit__isnull=True, penangan__isnull=True) & ~Q(status__in=[s.value for s in sorted(DIPEGANG)]),
                name="laporan_dipegang_unit_dan_orang",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusLaporan.SELESAI.value) | ~Q(hasil=""), name="laporan_selesai_berhasil"
            ),
            models.CheckConstraint(
                condition=Q(status=StatusLaporan.DUPLIKAT.value, duplikat_dari__isnull=False)
                | ~Q(status=StatusLaporan.DUPLIKAT.value) & Q(duplikat_dari__isnull=True),
                name="laporan_duplikat_bernomor",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusLaporan.DIALIHKAN.value) | ~Q(nomor_lapor=""),
                name="laporan_dialihkan_bernomor",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusLaporan.BUKAN_WEWENANG.value) | ~Q(tujuan=""),
                name="laporan_bukan_wewenang_bertujuan",
            ),
            models.CheckConstraint(
                condition=Q(terlapor__isnull=True) | Q(klasifikasi=Klasifikasi.PENGADUAN.value),
                name="laporan_terlapor_hanya_pengaduan",
            ),
            models.CheckConstraint(
                condition=Q(terlapor__isnull=True) | ~Q(penangan=F("terlapor")),
                name="laporan_tidak_ditangani_terlapor",
                violation_error_message="Pengaduan tidak ditangani pegawai yang diadukan.",
            ),
            models.CheckConstraint(
                condition=Q(kepuasan__isnull=True) | Q(kepuasan__range=(1, 4)), name="laporan_kepuasan_1_4"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-diterima_pada"]),
            models.Index(fields=["unit", "status"]),
        ]

    def __str__(self) -> str:
        return self.nomor

    @property
    def diam_sejak(self) -> date | None:
        """The day of the answer or of the reporter's last word after it; None without an answer."""
        if self.dijawab_pada is None:
            return None
        return max(self.dijawab_pada, self.dibalas_pada or self.dijawab_pada)


class IdentitasPelapor(models.Model):
    """Who reported. Read by the pengelola alone, with a reason that the audit keeps; never joined by a list."""

    laporan = models.OneToOneField(
        Laporan, verbose_name="laporan", on_delete=models.PROTECT, related_name="identitas", primary_key=True
    )
    nama = models.CharField("nama", max_length=120, blank=True)
    telepon = models.CharField("telepon", max_length=30, blank=True)
    email = models.EmailField("email", blank=True)

    class Meta:
        verbose_name = "identitas pelapor"
        verbose_name_plural = "identitas pelapor"
        constraints = [
            models.CheckConstraint(
                condition=~Q(nama="") | ~Q(telepon="") | ~Q(email=""), name="identitaspelapor_tidak_kosong"
            )
        ]

    def __str__(self) -> str:
        # Whatever prints a row must not print a name.
        return f"identitas {self.laporan_id}"


class RiwayatLaporan(models.Model):
    """What was done with a report, by whom, when, from which state to which. Insert-only (a trigger holds it).

    ``teks`` is what the reporter and, where the report is public, everybody may read; ``catatan`` stays in the office.
    """

    laporan = models.ForeignKey(Laporan, verbose_name="laporan", on_delete=models.PROTECT, related_name="riwayat")
    langkah = models.CharField("langkah", max_length=20, choices=LABEL_LANGKAH)
    peran = models.CharField("oleh", max_length=10, choices=LABEL_PERAN)
    pelaku = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="pelaku", on_delete=models.PROTECT, null=True, related_name="+"
    )
    saat = models.DateTimeField("waktu", db_default=Now(), editable=False)
    dari = models.CharField("dari", max_length=20, choices=LABEL_STATUS_LAPORAN, blank=True)
    ke = models.CharField("ke", max_length=20, choices=LABEL_STATUS_LAPORAN)
    teks = models.TextField("teks untuk pelapor", blank=True)
    catatan = models.TextField("catatan kantor", blank=True)

    class Meta:
        verbose_name = "riwayat laporan"
        verbose_name_plural = "riwayat laporan"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.langkah} {self.laporan_id}"


class Disposisi(ModelBerkode):
    """A report in the hands of a unit and a person, one at a time."""

    laporan = models.ForeignKey(Laporan, verbose_name="laporan", on_delete=models.PROTECT, related_name="disposisi")
    unit = models.ForeignKey("organisasi.UnitKerja", verbose_name="unit", on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="petugas", on_delete=models.PROTECT, related_name="+"
    )
    catatan = models.TextField("catatan")
    batas = models.DateField("tenggat")
    oleh = models.ForeignKey("organisasi.Pengguna", verbose_name="oleh", on_delete=models.PROTECT, related_name="+")
    pada = models.DateField("pada")
    status = models.CharField(
        "keadaan", max_length=15, choices=LABEL_STATUS_DISPOSISI, default=StatusDisposisi.TERBUKA.value
    )
    alasan_kembali = models.TextField("alasan dikembalikan", blank=True)

    class Meta:
        verbose_name = "penerusan laporan"
        verbose_name_plural = "penerusan laporan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["laporan"], condition=Q(status=StatusDisposisi.TERBUKA.value), name="disposisi_satu_terbuka"
            ),
            models.CheckConstraint(
                condition=Q(status=StatusDisposisi.DIKEMBALIKAN.value) & ~Q(alasan_kembali="")
                | ~Q(status=StatusDisposisi.DIKEMBALIKAN.value) & Q(alasan_kembali=""),
                name="disposisi_kembali_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.laporan_id} ke {self.unit_id}"


class LampiranLaporan(ModelBerkode):
    """A photo behind a report, without its place and time. Its name is the office's own: the sender's may name him."""

    laporan = models.ForeignKey(Laporan, verbose_name="laporan", on_delete=models.PROTECT, related_name="lampiran")
    judul = models.CharField("judul", max_length=40)
    berkas = models.FileField("berkas", upload_to="laporan/")
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sidik = models.CharField("sidik", max_length=64)
    pada = models.DateField("diterima pada")

    class Meta:
        verbose_name = "foto laporan"
        verbose_name_plural = "foto laporan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["laporan", "sidik"], name="lampiranlaporan_sekali"),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="lampiranlaporan_sidik"),
        ]

    def __str__(self) -> str:
        return self.judul
