"""What follows a final evaluation: its delivery, the objection, and the dated rule of their days."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.enums import (
    KEBERATAN_TERBUKA,
    LABEL_CARA_PENYAMPAIAN,
    LABEL_PUTUSAN_KEBERATAN,
    LABEL_STATUS_KEBERATAN,
    CaraPenyampaian,
    PutusanKeberatan,
    StatusKeberatan,
)
from kinerja.perhitungan import LABEL_RATING
from kinerja.querysets import AturanTindakLanjutQuerySet, KeberatanQuerySet
from rakumpit.berkas import LABEL_TIPE_BERKAS
from rakumpit.model_dasar import ModelBerkode


class AturanTindakLanjut(ModelBerkode):
    """Days of objection and improvement with their legal base and dates.

    PP 30/2019 Pasal 59 gives 14 days from receipt without saying which kind of days; Pasal 56 gives six months to
    improve. The days for the decision are the office's own choice. Rows not yet compared with the regulation say so.
    """

    nama = models.CharField("nama", max_length=100)
    mulai = models.DateField("berlaku mulai", unique=True)
    selesai = models.DateField("sampai dengan", null=True, blank=True)
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)
    hari_keberatan = models.PositiveSmallIntegerField("hari untuk mengajukan keberatan")
    hari_kerja = models.BooleanField("hari keberatan dihitung sebagai hari kerja", default=False)
    hari_putusan = models.PositiveSmallIntegerField("hari kalender untuk memutus keberatan")
    bulan_pembinaan = models.PositiveSmallIntegerField("bulan untuk memperbaiki kinerja")
    bulan_sementara = models.PositiveSmallIntegerField("bulan penempatan sementara paling lama", default=12)

    objects = AturanTindakLanjutQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan tindak lanjut"
        verbose_name_plural = "aturan tindak lanjut"
        ordering = ["-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hari_keberatan__gte=1, hari_putusan__gte=1, bulan_pembinaan__gte=1, bulan_sementara__gte=1),
                name="aturan_tindak_lanjut_lebih_dari_nol",
                violation_error_message="Jumlah hari dan bulan paling sedikit 1.",
            ),
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="aturan_tindak_lanjut_urutan_tanggal",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class HasilDiterima(ModelBerkode):
    """Delivery of one final evaluation; a row of its own because the evaluation itself never changes.

    Made when the evaluation becomes final. Who has an account is told at once; for the others ``disampaikan_pada``
    stays empty until the pengelola records the signed paper. ``batas_keberatan`` is computed on delivery and kept: a
    later rule or holiday does not move it. It is empty where no objection is possible, because the result already is
    the answer to one.
    """

    evaluasi = models.OneToOneField(
        "kinerja.Evaluasi", verbose_name="evaluasi", on_delete=models.PROTECT, related_name="penyampaian"
    )
    # The unit whose leader rated: the objection goes to the leader above it, whoever leads it by then.
    unit_penilai = models.ForeignKey(
        "organisasi.UnitKerja",
        verbose_name="unit pejabat penilai",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    siap_pada = models.DateField("dapat disampaikan sejak")
    cara = models.CharField("cara penyampaian", max_length=10, choices=LABEL_CARA_PENYAMPAIAN, blank=True)
    disampaikan_pada = models.DateField("disampaikan pada", null=True)
    aturan = models.ForeignKey(
        AturanTindakLanjut, verbose_name="aturan", on_delete=models.PROTECT, null=True, related_name="penyampaian"
    )
    batas_keberatan = models.DateField("hari terakhir mengajukan keberatan", null=True)
    diterima_pada = models.DateTimeField("diterima pegawai pada", null=True)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicatat oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    pindaian = models.FileField("pindaian tanda terima", upload_to="penyampaian/", blank=True)

    class Meta:
        verbose_name = "penyampaian hasil"
        verbose_name_plural = "penyampaian hasil"
        ordering = ["siap_pada", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(cara="", disampaikan_pada__isnull=True, batas_keberatan__isnull=True, pindaian="")
                | Q(
                    cara=CaraPenyampaian.APLIKASI.value,
                    disampaikan_pada__isnull=False,
                    aturan__isnull=False,
                    pindaian="",
                )
                | (
                    Q(
                        cara=CaraPenyampaian.KERTAS.value,
                        disampaikan_pada__isnull=False,
                        aturan__isnull=False,
                        dicatat_oleh__isnull=False,
                    )
                    & ~Q(pindaian="")
                ),
                name="penyampaian_lengkap_menurut_caranya",
            ),
            models.CheckConstraint(
                condition=Q(disampaikan_pada__isnull=True) | Q(disampaikan_pada__gte=F("siap_pada")),
                name="penyampaian_sesudah_ditetapkan",
            ),
            models.CheckConstraint(
                condition=Q(batas_keberatan__isnull=True) | Q(batas_keberatan__gt=F("disampaikan_pada")),
                name="penyampaian_batas_sesudah_disampaikan",
            ),
            models.CheckConstraint(
                condition=Q(diterima_pada__isnull=True) | Q(cara=CaraPenyampaian.APLIKASI.value),
                name="penyampaian_diterima_di_aplikasi",
            ),
        ]
        indexes = [models.Index(fields=["siap_pada"], condition=Q(disampaikan_pada=None), name="penyampaian_menunggu")]

    def __str__(self) -> str:
        return f"Penyampaian {self.evaluasi}"


class Keberatan(ModelBerkode):
    """An objection to one final result (PP 30/2019 Pasal 59): at most one for each, and none to its decision.

    Who decides is derived on the day (``permissions.pemutus_keberatan``). The decision is final: a decided or
    withdrawn row never changes (trigger), a changed result is the next revision of the evaluation.
    """

    evaluasi = models.OneToOneField(
        "kinerja.Evaluasi", verbose_name="evaluasi", on_delete=models.PROTECT, related_name="keberatan"
    )
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_KEBERATAN, default=StatusKeberatan.DIAJUKAN.value
    )
    alasan = models.TextField("alasan keberatan")
    diajukan_pada = models.DateField("diajukan pada")
    diajukan_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diajukan oleh", on_delete=models.PROTECT, related_name="+"
    )
    batas_putusan = models.DateField("tenggat keputusan")
    keterangan_pegawai = models.TextField("keterangan pegawai", blank=True)
    keterangan_penilai = models.TextField("keterangan pejabat penilai", blank=True)
    putusan = models.CharField("keputusan", max_length=8, choices=LABEL_PUTUSAN_KEBERATAN, blank=True)
    rating_hasil = models.CharField("rating hasil kerja", max_length=10, choices=LABEL_RATING, blank=True)
    rating_perilaku = models.CharField("rating perilaku", max_length=10, choices=LABEL_RATING, blank=True)
    alasan_putusan = models.TextField("alasan keputusan", blank=True)
    evaluasi_baru = models.OneToOneField(
        "kinerja.Evaluasi",
        verbose_name="hasil baru",
        on_delete=models.PROTECT,
        null=True,
        related_name="asal_keberatan",
    )
    pemutus_nama = models.CharField("nama pejabat pemutus", max_length=200, blank=True)
    pemutus_jabatan = models.CharField("jabatan pejabat pemutus", max_length=200, blank=True)
    ditutup_pada = models.DateField("diputus atau dicabut pada", null=True)
    ditutup_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diputus atau dicabut oleh",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    surat_nomor = models.CharField("nomor surat keputusan", max_length=100, blank=True)
    surat_pindaian = models.FileField("pindaian surat keputusan", upload_to="keberatan/", blank=True)
    versi = models.PositiveIntegerField("versi", default=1)
    diubah = models.DateTimeField("diubah")
    diubah_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diubah oleh", on_delete=models.PROTECT, related_name="+"
    )

    objects = KeberatanQuerySet.as_manager()

    class Meta:
        verbose_name = "keberatan"
        verbose_name_plural = "keberatan"
        ordering = ["batas_putusan", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(alasan=""), name="keberatan_beralasan"),
            models.CheckConstraint(condition=~Q(evaluasi_baru=F("evaluasi")), name="keberatan_hasil_lain"),
            models.CheckConstraint(
                condition=Q(status=StatusKeberatan.DICABUT.value)
                | (Q(status=StatusKeberatan.DIAJUKAN.value) & (Q(keterangan_pegawai="") | Q(keterangan_penilai="")))
                | (
                    Q(status__in=[StatusKeberatan.DIDENGAR.value, StatusKeberatan.DIPUTUS.value])
                    & ~Q(keterangan_pegawai="")
                    & ~Q(keterangan_penilai="")
                ),
                name="keberatan_didengar_keduanya",
            ),
            models.CheckConstraint(
                condition=Q(status__in=KEBERATAN_TERBUKA, ditutup_pada__isnull=True, ditutup_oleh__isnull=True)
                | Q(
                    status__in=[StatusKeberatan.DIPUTUS.value, StatusKeberatan.DICABUT.value],
                    ditutup_pada__isnull=False,
                    ditutup_oleh__isnull=False,
                ),
                name="keberatan_ditutup_lengkap",
            ),
            models.CheckConstraint(
                condition=(~Q(status=StatusKeberatan.DIPUTUS.value) & Q(putusan="", evaluasi_baru__isnull=True))
                | (
                    Q(status=StatusKeberatan.DIPUTUS.value)
                    & ~Q(alasan_putusan="")
                    & ~Q(pemutus_nama="")
                    & (
                        Q(
                            putusan=PutusanKeberatan.TETAP.value,
                            evaluasi_baru__isnull=True,
                            rating_hasil="",
                            rating_perilaku="",
                        )
                        | (
                            Q(putusan=PutusanKeberatan.BERUBAH.value, evaluasi_baru__isnull=False)
                            & ~Q(rating_hasil="")
                            & ~Q(rating_perilaku="")
                        )
                    )
                ),
                name="keberatan_putusan_lengkap",
            ),
        ]
        indexes = [models.Index(fields=["status", "batas_putusan"])]

    def __str__(self) -> str:
        return f"Keberatan {self.evaluasi}"

    @property
    def terbuka(self) -> bool:
        """Neither decided nor withdrawn."""
        return self.status in KEBERATAN_TERBUKA


class BerkasKeberatan(ModelBerkode):
    """One file that supports an objection, or its signed letter; stored with the objection and never changed (trigger).

    ``tipe`` is told by the content and ``judul`` is the sender's name of the file; the stored name is random.
    """

    keberatan = models.ForeignKey(Keberatan, verbose_name="keberatan", on_delete=models.PROTECT, related_name="berkas")
    judul = models.CharField("judul", max_length=200)
    berkas = models.FileField("berkas", upload_to="keberatan/")
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS)

    class Meta:
        verbose_name = "berkas keberatan"
        verbose_name_plural = "berkas keberatan"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.judul
