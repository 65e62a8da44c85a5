"""Categories of the discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from forum.models import KategoriDiskusi
from forum.permissions.diskusi import boleh_mengatur_kategori
from rakumpit.audit.models import catat
from rakumpit.waktu import sekarang

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

_MEDAN = ("nama", "rumpun", "keterangan", "unit", "urutan", "aktif")


def _tulis(baris: KategoriDiskusi) -> dict[str, Any]:
    return {nama: getattr(getattr(baris, nama), "pk", getattr(baris, nama)) for nama in _MEDAN}


@transaction.atomic
def simpan_kategori(
    *, kategori: KategoriDiskusi | None, oleh: Pengguna, versi: int | None, isi: dict[str, Any]
) -> KategoriDiskusi:
    """Add a category, or change one that still has the version that the form showed."""
    if not boleh_mengatur_kategori(oleh):
        raise PermissionDenied
    baris = KategoriDiskusi() if kategori is None else KategoriDiskusi.objects.select_for_update().get(pk=kategori.pk)
    sebelum = _tulis(baris) if kategori is not None else {}
    if kategori is not None and baris.versi != versi:
        raise ValidationError("Kategori ini baru saja diubah orang lain. Periksa isi yang baru, lalu ulangi.")
    for nama in _MEDAN:
        setattr(baris, nama, isi[nama])
    baris.versi = 1 if kategori is None else baris.versi + 1
    baris.diubah_oleh, baris.diubah_pada = oleh, sekarang()
    baris.validate_unique()
    baris.save()
    aksi = "tambah" if kategori is None else "ubah"
    catat(pelaku=oleh, aksi=f"forum.kategori.{aksi}", objek=baris, sebelum=sebelum, sesudah=_tulis(baris))
    return baris
