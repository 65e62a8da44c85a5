"""What an office promises after a survey (rencana tindak lanjut), and what became of it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from rakumpit.berkas import LABEL_TIPE_BERKAS
from rakumpit.model_dasar import ModelBerkode
from survei.enums.tindak_lanjut import DIJANJIKAN, LABEL_STATUS_TINDAK_LANJUT, StatusTindakLanjut
from survei.models.hasil import HasilSurvei
from survei.querysets import TindakLanjutQuerySet

_BELUM = Q(disetujui_oleh__isnull=True, disetujui_pada__isnull=True)
_SUDAH = Q(disetujui_oleh__isnull=False, disetujui_pada__isnull=False)


class TindakLanjut(ModelBerkode):
    """One action for one element of a locked result: problem, cause, action, post in charge, due day.

    PermenPANRB 14/2017 wants a plan in which the worst elements come first and whose realisation is reported with the
    next survey. The post is named, not the person: it stays when people change, and it may be published.
    """

    hasil = models.ForeignKey(
        HasilSurvei, verbose_name="hasil survei", on_delete=models.PROTECT, related_name="tindak_lanjut"
    )
    kode_unsur = models.SlugField("kode unsur", max_length=30)
    masalah = models.TextField("masalah")
    akar = models.TextField("akar masalah")
    tindakan = models.TextField("tindakan")
    penanggung_jawab = models.ForeignKey(
        "organisasi.Jabatan", verbose_name="penanggung jawab", on_delete=models.PROTECT, related_name="tindak_lanjut"
    )
    batas = models.DateField("tenggat")
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_TINDAK_LANJUT, default=StatusTindakLanjut.DIUSULKAN.value
    )
    versi = models.PositiveIntegerField("versi", default=1)
    diusulkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diusulkan oleh", on_delete=models.PROTECT, related_name="+"
    )
    diusulkan_pada = models.DateField("diusulkan pada")
    disetujui_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="disetujui oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    disetujui_pada = models.DateField("disetujui pada", null=True, blank=True)
    berakhir_pada = models.DateField("selesai atau dibatalkan pada", null=True, blank=True)
    bukti = models.TextField("hasilnya", blank=True)
    alasan_batal = models.TextField("alasan pembatalan", blank=True)

    objects = TindakLanjutQuerySet.as_manager()

    class Meta:
        verbose_name = "tindak lanjut"
        verbose_name_plural = "tindak lanjut"
        ordering = ["batas", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=StatusTindakLanjut.DIUSULKAN.value) & _BELUM
                | Q(status__in=[*DIJANJIKAN, StatusTindakLanjut.SELESAI.value]) & _SUDAH
                | Q(status=StatusTindakLanjut.BATAL.value) & (_BELUM | _SUDAH),
                name="tindaklanjut_persetujuan_lengkap",
            ),
            models.CheckConstraint(
                condition=~Q(disetujui_oleh=F("diusulkan_oleh")), name="tindaklanjut_bukan_pengusul_sendiri"
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[StatusTindakLanjut.DIUSULKAN.value, *DIJANJIKAN],
                    berakhir_pada__isnull=True,
                    bukti="",
                    alasan_batal="",
                )
                | Q(status=StatusTindakLanjut.SELESAI.value, berakhir_pada__isnull=False, alasan_batal="")
                & ~Q(bukti="")
                | Q(status=StatusTindakLanjut.BATAL.value, berakhir_pada__isnull=False, bukti="") & ~Q(alasan_batal=""),
                name="tindaklanjut_akhir_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(batas__gte=F("diusulkan_pada")), name="tindaklanjut_batas_sesudah_diusulkan"
            ),
        ]
        indexes = [models.Index(fields=["status", "batas"])]

    def __str__(self) -> str:
        return self.tindakan[:80]

    def terlambat(self, hari: date) -> bool:
        """Whether it was promised for a day before ``hari`` and is not done."""
        return self.status in DIJANJIKAN and self.batas < hari


class BerkasTindakLanjut(ModelBerkode):
    """A photo or document behind a follow-up that was done; only for readers inside the office.

    ``tipe`` is told by the content; ``sidik`` is the SHA-256 of the stored bytes, which are the sent ones without a
    picture's metadata (``rakumpit.berkas``). What was uploaded by mistake is voided with a reason.
    """

    tindak = models.ForeignKey(
        TindakLanjut, verbose_name="tindak lanjut", on_delete=models.PROTECT, related_name="berkas"
    )
    judul = models.CharField("judul", max_length=200)
    berkas = models.FileField("berkas", upload_to="tindak-lanjut/")
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sidik = models.CharField("sidik", max_length=64)
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diunggah oleh", on_delete=models.PROTECT, related_name="+"
    )
    diunggah_pada = models.DateField("diunggah pada")
    dibatalkan_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dibatalkan oleh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    class Meta:
        verbose_name = "berkas tindak lanjut"
        verbose_name_plural = "berkas tindak lanjut"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tindak", "sidik"], condition=Q(alasan_batal=""), name="berkastindaklanjut_sekali"
            ),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="berkastindaklanjut_sidik"),
            models.CheckConstraint(
                condition=Q(dibatalkan_oleh__isnull=True, alasan_batal="")
                | (Q(dibatalkan_oleh__isnull=False) & ~Q(alasan_batal="")),
                name="berkastindaklanjut_batal_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return self.judul
