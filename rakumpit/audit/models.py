"""Append-only record of who did what, written in the same transaction as the change it describes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


class CatatanAudit(models.Model):
    """One state change. A trigger in the database refuses UPDATE and DELETE (migration 0001).

    Order is the running number, not the clock. The values stand in ``NilaiAudit``, so that a person's data can be
    erased there while the evidence that something was done stays whole.
    """

    waktu = models.DateTimeField("waktu", db_default=Now(), editable=False)
    pelaku = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="pelaku", on_delete=models.PROTECT, null=True, related_name="+"
    )
    aksi = models.CharField("aksi", max_length=80, help_text="Misalnya kinerja.evaluasi.tetapkan")
    objek_jenis = models.CharField("jenis objek", max_length=60)
    objek_id = models.CharField("pengenal objek", max_length=60)
    keterangan = models.TextField("keterangan", blank=True)

    class Meta:
        verbose_name = "catatan audit"
        verbose_name_plural = "catatan audit"
        ordering = ["-id"]
        indexes = [models.Index(fields=["objek_jenis", "objek_id"])]

    def __str__(self) -> str:
        return f"{self.aksi} {self.objek_jenis} {self.objek_id}"


class NilaiAudit(models.Model):
    """Values before and after one change."""

    catatan = models.OneToOneField(CatatanAudit, on_delete=models.PROTECT, related_name="nilai")
    sebelum = models.JSONField("sebelum", default=dict, encoder=DjangoJSONEncoder)
    sesudah = models.JSONField("sesudah", default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = "nilai audit"
        verbose_name_plural = "nilai audit"

    def __str__(self) -> str:
        return f"nilai {self.catatan_id}"


def catat(
    *,
    pelaku: Pengguna | None,
    aksi: str,
    objek: models.Model,
    sebelum: dict[str, Any] | None = None,
    sesudah: dict[str, Any] | None = None,
    keterangan: str = "",
) -> CatatanAudit:
    """Write one audit entry; call it inside the transaction of the change.

    ``pelaku`` is None when the system itself acted (Celery). ``objek`` is named by its ``uuid`` where it has one.
    """
    catatan = CatatanAudit.objects.create(
        pelaku=pelaku,
        aksi=aksi,
        objek_jenis=objek._meta.label_lower,
        objek_id=str(getattr(objek, "uuid", objek.pk)),
        keterangan=keterangan,
    )
    if sebelum or sesudah:
        NilaiAudit.objects.create(catatan=catatan, sebelum=sebelum or {}, sesudah=sesudah or {})
    return catatan
