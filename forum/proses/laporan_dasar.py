"""What every step of a report shares: the row locked and checked, then moved with its history and one audit entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from forum.enums.laporan import LABEL_STATUS_LAPORAN, Langkah, Peran, StatusLaporan
from forum.models import Laporan, RiwayatLaporan
from forum.perhitungan.laporan import PERALIHAN, boleh_beralih
from forum.permissions.laporan import diadukan
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import sekarang


def wajib(teks: str, kurang: str) -> str:
    """The text without spaces at its ends. ``ValidationError`` with ``kurang`` when nothing is left."""
    isi = teks.strip()
    if not isi:
        raise ValidationError(kurang)
    return isi


def kunci_laporan(laporan: Laporan) -> Laporan:
    """The row as it is now, locked."""
    baris: Laporan = (
        Laporan.objects.select_for_update(of=("self",))
        .select_related("penangan", "unit", "terlapor")
        .get(pk=laporan.pk)
    )
    return baris


def periksa_keadaan(baris: Laporan, langkah: Langkah) -> None:
    """``ValidationError`` when the step does not begin where the report stands."""
    if not boleh_beralih(langkah, StatusLaporan(baris.status)):
        kini = LABEL_STATUS_LAPORAN[StatusLaporan(baris.status)].lower()
        raise ValidationError(f"Laporan ini sekarang {kini}, jadi langkah itu tidak dapat diambil.")


def periksa_versi(baris: Laporan, versi: int) -> None:
    """``ValidationError`` when somebody changed the report since the person saw it."""
    if baris.versi != versi:
        raise ValidationError("Laporan ini baru saja diubah orang lain. Periksa yang baru, lalu ulangi.")


def ambil(
    laporan: Laporan, *, langkah: Langkah, oleh: Pengguna, versi: int, boleh: Callable[[Pengguna, Laporan], bool]
) -> Laporan:
    """The locked row for a step of staff. ``PermissionDenied``, or ``ValidationError`` for state and version."""
    baris = kunci_laporan(laporan)
    if not boleh(oleh, baris) or diadukan(oleh, baris):
        raise PermissionDenied
    periksa_keadaan(baris, langkah)
    periksa_versi(baris, versi)
    return baris


def pindah(
    baris: Laporan,
    langkah: Langkah,
    *,
    peran: Peran,
    oleh: Pengguna | None = None,
    teks: str = "",
    catatan: str = "",
    **isi: Any,
) -> Laporan:
    """Save the step with its new values, one line of history and one audit entry without words."""
    dari = baris.status
    ke = PERALIHAN[langkah][1].value if langkah in PERALIHAN else dari
    for nama, nilai in (isi | {"status": ke}).items():
        setattr(baris, nama, nilai)
    baris.versi += 1
    baris.save(update_fields=[*isi, "status", "versi"])
    RiwayatLaporan.objects.create(
        laporan=baris,
        saat=sekarang(),
        langkah=langkah.value,
        peran=peran.value,
        pelaku=oleh,
        dari=dari,
        ke=ke,
        teks=teks,
        catatan=catatan,
    )
    catat(
        pelaku=oleh,
        aksi=f"forum.laporan.{langkah.value}",
        objek=baris,
        sebelum={"status": dari},
        sesudah={"status": ke},
    )
    return baris
