"""Rows that several people change: locked, compared with the version that was on screen, saved with one audit entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from forum.models.versi import ModelBerversi
from rakumpit.audit.models import catat
from rakumpit.waktu import format_waktu

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

M = TypeVar("M", bound=ModelBerversi)


def kunci_baris(baris: M, versi: int | None) -> M:
    """The row as it is now, locked. ``ValidationError`` when somebody saved since ``versi`` (None: not compared)."""
    kini: M = type(baris)._default_manager.select_for_update(of=("self",)).get(pk=baris.pk)
    if versi is not None and kini.versi != versi:
        oleh = kini.diubah_oleh.nama if kini.diubah_oleh else "orang lain"
        raise ValidationError(
            f"Sudah diubah oleh {oleh}, {format_waktu(kini.diubah_pada)}. Tulisan Anda masih di formulir ini. "
            "Buka halamannya di tab lain, bandingkan, lalu simpan lagi dari sana."
        )
    return kini


def simpan_baris(baris: ModelBerversi, oleh: Pengguna, aksi: str, *, keterangan: str = "", **isi: Any) -> None:
    """Write these fields, the next version and the audit entry ``forum.<aksi>``."""
    sebelum = {nama: polos(getattr(baris, nama)) for nama in isi}
    for nama, nilai in isi.items():
        setattr(baris, nama, nilai)
    baris.versi += 1
    baris.diubah_oleh, baris.diubah_pada = oleh, timezone.now()
    baris.save(update_fields=[*isi, "versi", "diubah_oleh", "diubah_pada"])
    sesudah = {nama: polos(nilai) for nama, nilai in isi.items()}
    beda = {nama for nama in isi if sebelum[nama] != sesudah[nama]}
    catat(
        pelaku=oleh,
        aksi=f"forum.{aksi}",
        objek=baris,
        sebelum={nama: sebelum[nama] for nama in beda},
        sesudah={nama: sesudah[nama] for nama in beda},
        keterangan=keterangan,
    )


def polos(nilai: Any) -> Any:
    """A value for the audit: rows by their number, moments and days as text."""
    nilai = getattr(nilai, "pk", nilai)
    return nilai.isoformat() if hasattr(nilai, "isoformat") else nilai


def wajib(teks: str, kurang: str) -> str:
    """The text without blanks around it; ``ValidationError(kurang)`` when nothing is left."""
    isi = teks.strip()
    if not isi:
        raise ValidationError(kurang)
    return isi
