"""The record of what became of a run, and the word to the technical admins when one fails."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse

from rakumpit.cadangan import basis_data
from rakumpit.cadangan.enums import LABEL_PEKERJAAN, Pekerjaan
from rakumpit.cadangan.models import CatatanCadangan
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna


def catat_hasil(
    jenis: Pekerjaan, *, berhasil: bool, berkas: str = "", bita: int | None = None, keterangan: str = ""
) -> None:
    """Write one line. A failure is told once to every technical admin, until the same work has succeeded again.

    A database older than this code, which is backed up before its migrations run, has no place for the line.
    """
    if basis_data.migrasi_tertunda():
        return
    with transaction.atomic():
        CatatanCadangan.objects.create(
            jenis=jenis.value, berhasil=berhasil, berkas=berkas, bita=bita, keterangan=keterangan
        )
        if not berhasil:
            _kabari(jenis, keterangan)


def _kabari(jenis: Pekerjaan, keterangan: str) -> None:
    baik = CatatanCadangan.objects.filter(jenis=jenis.value, berhasil=True).values_list("pk", flat=True).first()
    for admin in Pengguna.objects.filter(admin_teknis=True, is_active=True).order_by("pk"):
        kirim(
            penerima_id=admin.pk,
            kunci=f"cadangan.{jenis.value}.gagal.{baik or 0}",
            judul=f"{LABEL_PEKERJAAN[jenis]} gagal",
            isi=f"{keterangan}\n\nKabar ini dikirim sekali, sampai berhasil lagi.",
            tautan=reverse("cadangan:keadaan"),
        )
