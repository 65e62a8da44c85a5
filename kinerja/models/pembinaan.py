"""Follow-up of a final result: a plan to improve after a low predicate, a proposed award after a high one.

PP 30/2019 Pasal 56-58 (one source each part, not yet compared with the text): six months to improve, then a competency
test, then another or a lower post. Nothing of that is done by the program: it keeps what the superior and the employee
agreed and reminds of the day of review; sanctions are decided elsewhere.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.enums import LABEL_HASIL_PEMBINAAN, LABEL_LANJUTAN_PEMBINAAN, LanjutanPembinaan
from rakumpit.model_dasar import ModelBerkode


class RencanaPembinaan(ModelBerkode):
    """What is to improve, the steps, and the review on ``tinjau_pada``; a reviewed plan is kept as it was."""

    evaluasi = models.OneToOneField(
        "kinerja.Evaluasi", verbose_name="evaluasi", on_delete=models.PROTECT, related_name="pembinaan"
    )
    aturan = models.ForeignKey(
        "kinerja.AturanTindakLanjut", verbose_name="aturan", on_delete=models.PROTECT, related_name="pembinaan"
    )
    sasaran = models.TextField("yang perlu membaik")
    langkah = models.TextField("langkah dan dukungan")
    mulai = models.DateField("mulai")
    tinjau_pada = models.DateField("ditinjau pada")
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dibuat oleh", on_delete=models.PROTECT, related_name="+"
    )
    hasil = models.CharField("hasil peninjauan", max_length=8, choices=LABEL_HASIL_PEMBINAAN, blank=True)
    catatan_hasil = models.TextField("catatan peninjauan", blank=True)
    ditinjau_pada = models.DateField("selesai ditinjau pada", null=True)
    ditinjau_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="ditinjau oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    versi = models.PositiveIntegerField("versi", default=1)
    diubah = models.DateTimeField("diubah")
    diubah_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diubah oleh", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "rencana pembinaan"
        verbose_name_plural = "rencana pembinaan"
        ordering = ["tinjau_pada", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(tinjau_pada__gt=F("mulai")), name="pembinaan_urutan_tanggal"),
            models.CheckConstraint(condition=~Q(sasaran="") & ~Q(langkah=""), name="pembinaan_berisi"),
            models.CheckConstraint(
                condition=Q(hasil="", catatan_hasil="", ditinjau_pada__isnull=True, ditinjau_oleh__isnull=True)
                | (~Q(hasil="") & ~Q(catatan_hasil="") & Q(ditinjau_pada__isnull=False, ditinjau_oleh__isnull=False)),
                name="pembinaan_tinjauan_lengkap",
            ),
        ]
        indexes = [models.Index(fields=["tinjau_pada"], condition=Q(hasil=""), name="pembinaan_berjalan")]

    def __str__(self) -> str:
        return f"Rencana pembinaan {self.evaluasi}"


class KeputusanPembinaan(ModelBerkode):
    """A decision of the authority after a plan that ended without improvement, copied from its letter.

    Rows are kept as they were written; the next decision is the next row. Nothing follows from a row here: a move is
    recorded at the desk of the pengelola by its own letter. A temporary placement has a last day; that it is within a
    year of its first one is the rule of ``AturanTindakLanjut.bulan_sementara``.
    """

    rencana = models.ForeignKey(
        RencanaPembinaan, verbose_name="rencana pembinaan", on_delete=models.PROTECT, related_name="keputusan"
    )
    jenis = models.CharField("keputusan", max_length=10, choices=LABEL_LANJUTAN_PEMBINAAN)
    tanggal = models.DateField("tanggal surat")
    surat_nomor = models.CharField("nomor surat", max_length=100)
    pejabat = models.CharField("diputuskan oleh", max_length=200)
    sampai = models.DateField("sampai dengan", null=True, blank=True)
    uraian = models.TextField("isi keputusan")
    pindaian = models.FileField("pindaian surat", upload_to="pembinaan/")
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dicatat_pada = models.DateTimeField("dicatat pada", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "keputusan sesudah pembinaan"
        verbose_name_plural = "keputusan sesudah pembinaan"
        ordering = ["tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "surat_nomor", "jenis"], name="keputusanpembinaan_sekali"),
            models.CheckConstraint(
                condition=~Q(surat_nomor="") & ~Q(pejabat="") & ~Q(uraian="") & ~Q(pindaian=""),
                name="keputusanpembinaan_berisi",
            ),
            models.CheckConstraint(
                condition=Q(jenis=LanjutanPembinaan.SEMENTARA.value, sampai__gte=F("tanggal"))
                | (~Q(jenis=LanjutanPembinaan.SEMENTARA.value) & Q(sampai__isnull=True)),
                name="keputusanpembinaan_sementara_berakhir",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}, {self.surat_nomor}"


class UsulanPenghargaan(ModelBerkode):
    """The superior's proposal after a high predicate; who grants it decides outside this program."""

    evaluasi = models.OneToOneField(
        "kinerja.Evaluasi", verbose_name="evaluasi", on_delete=models.PROTECT, related_name="usulan_penghargaan"
    )
    usulan = models.TextField("usulan")
    diusulkan_pada = models.DateField("diusulkan pada")
    diusulkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diusulkan oleh", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "usulan penghargaan"
        verbose_name_plural = "usulan penghargaan"
        ordering = ["-diusulkan_pada", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(usulan=""), name="penghargaan_berisi")]

    def __str__(self) -> str:
        return f"Usulan penghargaan {self.evaluasi}"
