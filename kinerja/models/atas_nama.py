"""Results and notes that a colleague types for somebody without a phone."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kinerja.enums import LABEL_CARA_SAH, LABEL_JENIS_ISIAN, LABEL_STATUS_ISIAN, CaraSah, StatusIsian
from kinerja.querysets import IsianAtasNamaQuerySet
from rakumpit.model_dasar import ModelBerkode


class IsianAtasNama(ModelBerkode):
    """What ``pengisi`` typed for ``pemilik``; nothing of it counts before the owner has confirmed it, once.

    ``isi`` of a note: kiriman_id, tanggal, uraian, hasil, indikator; of a realisasi: indikator, periode, nilai,
    per_tanggal, catatan, versi (the stored one on which was typed). Indicators by uuid, periods by code, numbers as
    text. After ``berlaku_sampai`` it can no longer be confirmed. On paper a third person, the pengelola, records the
    signed sheet (``pindaian``).
    """

    pemilik = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pemilik", on_delete=models.PROTECT, related_name="isian_atas_nama"
    )
    pengisi = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="diketik oleh", on_delete=models.PROTECT, related_name="isian_untuk_rekan"
    )
    kiriman_id = models.UUIDField("nomor kiriman", unique=True)
    jenis = models.CharField("jenis", max_length=10, choices=LABEL_JENIS_ISIAN)
    isi = models.JSONField("isi", encoder=DjangoJSONEncoder)
    status = models.CharField("keadaan", max_length=12, choices=LABEL_STATUS_ISIAN, default=StatusIsian.MENUNGGU.value)
    cara = models.CharField("cara disahkan", max_length=6, choices=LABEL_CARA_SAH, blank=True)
    pindaian = models.ForeignKey(
        "kinerja.Bukti", verbose_name="pindaian", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_tolak = models.CharField("alasan ditolak", max_length=300, blank=True)
    dibuat_pada = models.DateTimeField("diketik pada", db_default=Now(), editable=False)
    berlaku_sampai = models.DateField("menunggu sampai")
    diputus_pada = models.DateTimeField("diputus pada", null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dicatat lewat akun",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = IsianAtasNamaQuerySet.as_manager()

    class Meta:
        verbose_name = "isian atas nama"
        verbose_name_plural = "isian atas nama"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(pemilik=F("pengisi")), name="isianatasnama_bukan_sendiri"),
            models.CheckConstraint(
                condition=Q(status=StatusIsian.DISAHKAN.value) & ~Q(cara="")
                | ~Q(status=StatusIsian.DISAHKAN.value) & Q(cara=""),
                name="isianatasnama_disahkan_bercara",
            ),
            models.CheckConstraint(
                condition=Q(cara=CaraSah.KERTAS.value, pindaian__isnull=False)
                | ~Q(cara=CaraSah.KERTAS.value) & Q(pindaian__isnull=True),
                name="isianatasnama_kertas_berpindaian",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[StatusIsian.DISAHKAN.value, StatusIsian.DITOLAK.value],
                    diputus_pada__isnull=False,
                    diputus_oleh__isnull=False,
                )
                | Q(
                    status__in=[StatusIsian.MENUNGGU.value, StatusIsian.KEDALUWARSA.value],
                    diputus_pada__isnull=True,
                    diputus_oleh__isnull=True,
                ),
                name="isianatasnama_diputus_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} atas nama {self.pemilik}"


class PinPegawai(models.Model):
    """The six digits by which a person confirms on a colleague's device; only their hash is stored.

    ``gagal`` counts wrong tries since the last right one; see ``kinerja.proses.pin`` for the limits.
    """

    pegawai = models.OneToOneField(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="pin"
    )
    sandi = models.CharField("PIN (teracak)", max_length=128)
    gagal = models.PositiveSmallIntegerField("percobaan salah", default=0)
    terkunci_sampai = models.DateTimeField("terkunci sampai", null=True, blank=True)
    diubah_pada = models.DateTimeField("diubah pada", db_default=Now())

    class Meta:
        verbose_name = "PIN pegawai"
        verbose_name_plural = "PIN pegawai"

    def __str__(self) -> str:
        return f"PIN {self.pegawai}"
