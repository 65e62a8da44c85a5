"""The stored evaluation of one person in one period."""

from __future__ import annotations

from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Now

from kinerja.enums import LABEL_STATUS_EVALUASI, StatusEvaluasi
from kinerja.perhitungan import LABEL_PREDIKAT, LABEL_RATING, Predikat, Rating
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.model_dasar import ModelBerkode

# The nine cells of the quadrant (PermenPANRB 6/2022), so that no row can hold a predicate that its ratings do not give.
_SEL_KUADRAN = (
    Q(predikat=Predikat.SANGAT_BAIK.value, rating_hasil=Rating.DI_ATAS.value, rating_perilaku=Rating.DI_ATAS.value)
    | Q(predikat=Predikat.BAIK.value, rating_hasil=Rating.DI_ATAS.value, rating_perilaku=Rating.SESUAI.value)
    | Q(
        predikat=Predikat.BAIK.value,
        rating_hasil=Rating.SESUAI.value,
        rating_perilaku__in=[Rating.SESUAI.value, Rating.DI_ATAS.value],
    )
    | Q(
        predikat=Predikat.KURANG.value,
        rating_hasil__in=[Rating.SESUAI.value, Rating.DI_ATAS.value],
        rating_perilaku=Rating.DI_BAWAH.value,
    )
    | Q(
        predikat=Predikat.BUTUH_PERBAIKAN.value,
        rating_hasil=Rating.DI_BAWAH.value,
        rating_perilaku__in=[Rating.SESUAI.value, Rating.DI_ATAS.value],
    )
    | Q(
        predikat=Predikat.SANGAT_KURANG.value, rating_hasil=Rating.DI_BAWAH.value, rating_perilaku=Rating.DI_BAWAH.value
    )
)


class Evaluasi(ModelBerkode):
    """Computed proposal and the official's decision.

    ``bahan`` are the inputs as used, ``rincian`` the lines of the derivation (4 decimals each); the page shows them
    and recomputes nothing. Unit, post, rank and superior are copied when the run computes the row. A row that is
    *ditetapkan* never changes again (trigger, migration 0002); a correction is a new ``revisi``.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="evaluasi"
    )
    periode = models.ForeignKey(
        "kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="evaluasi"
    )
    revisi = models.PositiveSmallIntegerField("revisi", default=0)
    terbaru = models.BooleanField("revisi terbaru", default=True)
    run = models.ForeignKey(
        "kinerja.RunEvaluasi", verbose_name="run", on_delete=models.PROTECT, related_name="evaluasi"
    )
    aturan = models.ForeignKey(
        "kinerja.AturanPenilaian", verbose_name="aturan", on_delete=models.PROTECT, related_name="+"
    )
    skema = models.CharField("skema", max_length=30, default="permenpanrb_6_2022")
    # history as it was on the last day in the period
    unit = models.ForeignKey(
        "organisasi.UnitKerja",
        verbose_name="unit kerja",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )
    unit_nama = models.CharField("unit kerja", max_length=200, blank=True)
    jabatan_nama = models.CharField("jabatan", max_length=200, blank=True)
    golongan = models.CharField("golongan", max_length=10, blank=True)
    # Taken from the inputs by the database: who decides depends on it, and lists cannot read every row's inputs.
    memimpin = models.GeneratedField(
        expression=Case(When(bahan__konteks__memimpin=True, then=True), default=False),
        output_field=models.BooleanField("memimpin unit itu"),
        db_persist=True,
    )
    penilai = models.ForeignKey(
        "organisasi.Pegawai",
        verbose_name="pejabat penilai",
        on_delete=models.PROTECT,
        null=True,
        related_name="evaluasi_dinilai",
    )
    penilai_luar = models.ForeignKey(
        "organisasi.PejabatLuar",
        verbose_name="pejabat penilai di luar kantor",
        on_delete=models.PROTECT,
        null=True,
        related_name="evaluasi_dinilai",
    )
    penilai_nama = models.CharField("nama pejabat penilai", max_length=200, blank=True)
    penilai_jabatan = models.CharField("jabatan pejabat penilai", max_length=200, blank=True)
    # proposal
    nilai_hasil = models.DecimalField("nilai hasil kerja", max_digits=9, decimal_places=4, null=True)
    nilai_perilaku = models.DecimalField("nilai perilaku", max_digits=9, decimal_places=4, null=True)
    nilai_kinerja = models.DecimalField("angka bantu", max_digits=9, decimal_places=4, null=True)
    usulan_hasil = models.CharField("usulan rating hasil", max_length=10, choices=LABEL_RATING, blank=True)
    usulan_perilaku = models.CharField("usulan rating perilaku", max_length=10, choices=LABEL_RATING, blank=True)
    usulan_predikat = models.CharField("usulan predikat", max_length=16, choices=LABEL_PREDIKAT, blank=True)
    # By a *masa khusus* over all days of the period; the reason stands in ``bahan``.
    tidak_dinilai = models.BooleanField("tidak dinilai", default=False)
    bahan = models.JSONField("bahan", default=dict)
    rincian = models.JSONField("rincian", default=list)
    # decision
    status = models.CharField(
        "keadaan", max_length=12, choices=LABEL_STATUS_EVALUASI, default=StatusEvaluasi.MENUNGGU.value
    )
    rating_hasil = models.CharField("rating hasil kerja", max_length=10, choices=LABEL_RATING, blank=True)
    rating_perilaku = models.CharField("rating perilaku", max_length=10, choices=LABEL_RATING, blank=True)
    predikat = models.CharField("predikat kinerja", max_length=16, choices=LABEL_PREDIKAT, blank=True)
    alasan = models.TextField("alasan keputusan", blank=True)
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diputus oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    diputus_pada = models.DateTimeField("diputus pada", null=True)
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="ditetapkan oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField("ditetapkan pada", null=True)
    surat_nomor = models.CharField("nomor surat keputusan", max_length=100, blank=True)
    surat_pindaian = models.FileField("pindaian surat keputusan", upload_to="evaluasi/", blank=True)
    versi = models.PositiveIntegerField("versi", default=1)
    dihitung_pada = models.DateTimeField("dihitung pada", db_default=Now())

    objects = EvaluasiQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluasi"
        verbose_name_plural = "evaluasi"
        ordering = ["-periode__mulai", "pegawai__nama_urut", "-revisi"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "periode", "revisi"], name="evaluasi_satu_per_revisi"),
            models.UniqueConstraint(
                fields=["pegawai", "periode"], condition=Q(terbaru=True), name="evaluasi_satu_terbaru"
            ),
            models.CheckConstraint(
                condition=Q(penilai__isnull=True) | Q(penilai_luar__isnull=True), name="evaluasi_satu_penilai"
            ),
            models.CheckConstraint(condition=~Q(penilai=F("pegawai")), name="evaluasi_bukan_penilai_sendiri"),
            models.CheckConstraint(
                condition=Q(status=StatusEvaluasi.MENUNGGU.value, rating_hasil="", rating_perilaku="", predikat="")
                | (~Q(status=StatusEvaluasi.MENUNGGU.value) & _SEL_KUADRAN),
                name="evaluasi_predikat_menurut_kuadran",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusEvaluasi.MENUNGGU.value)
                | Q(rating_hasil=F("usulan_hasil"), rating_perilaku=F("usulan_perilaku"))
                | ~Q(alasan=""),
                name="evaluasi_beda_usulan_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusEvaluasi.DITETAPKAN.value)
                | Q(ditetapkan_pada__isnull=False, ditetapkan_oleh__isnull=False),
                name="evaluasi_ditetapkan_lengkap",
            ),
        ]
        indexes = [
            models.Index(fields=["periode", "status"]),
            models.Index(fields=["penilai", "periode"]),
            models.Index(fields=["periode", "unit"], name="evaluasi_unit"),
            # Whom a leader rates (``PetaAtasan.jangkauan``); in place of an index of the unit alone.
            models.Index(fields=["unit", "memimpin"], name="evaluasi_jangkauan"),
        ]

    def __str__(self) -> str:
        return f"Evaluasi {self.pegawai} {self.periode}"

    @property
    def tampil_angka_bantu(self) -> bool:
        """Whether the «Angka bantu» is shown: switched on when the run was opened, and still. Needs run and aturan."""
        return bool(self.run.aturan_beku.get("tampilkan_angka_bantu", True) and self.aturan.tampilkan_angka_bantu)
