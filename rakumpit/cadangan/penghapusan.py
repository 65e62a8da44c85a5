"""What people have erased themselves: a list beside the backups, so that a restore does not bring it back.

The database knows what was erased, but a backup made before does not, and after a disaster nothing else does. The list
holds random codes of rows that are empty by now, and no content. ``settings.PENGHAPUSAN`` names the modules that erase:
``yang_terhapus() -> codes`` and ``hapus_lagi(code) -> whether there was something left``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from rakumpit.cadangan.arsip import fsync_folder
from rakumpit.cadangan.galat import CadanganDitolak

NAMA = "penghapusan.json"
Daftar = dict[str, set[str]]


def baca(folder: Path) -> Daftar:
    """The list in a folder; empty when there is none. Raises `CadanganDitolak` when it cannot be understood: to go on
    without it would bring back what was promised to be gone."""
    berkas = folder / NAMA
    if not berkas.exists():
        return {}
    try:
        isi = json.loads(berkas.read_text(encoding="utf-8"))
        return {str(jenis): {str(UUID(satu)) for satu in kode} for jenis, kode in isi.items()}
    except (AttributeError, TypeError, ValueError) as galat:
        raise CadanganDitolak(
            f"Daftar penghapusan {berkas} rusak. Ambil salinannya yang lain, atau pindahkan berkas itu bila tidak ada."
        ) from galat


def gabung(semua: Iterable[Daftar]) -> Daftar:
    """Everything that stands in any of the lists."""
    hasil: Daftar = {}
    for satu in semua:
        for jenis, kode in satu.items():
            if kode:
                hasil.setdefault(jenis, set()).update(kode)
    return hasil


def dari_basis_data() -> Daftar:
    """What the database in use knows to be erased."""
    return {jenis: set(_fungsi(modul, "yang_terhapus")()) for jenis, modul in settings.PENGHAPUSAN.items()}


def simpan(folder: Path, daftar: Daftar) -> None:
    """Add to the list in a folder; it never gets shorter, and is there whole or as it was."""
    lama = baca(folder)
    baru = gabung([lama, daftar])
    if baru == lama:
        return
    sementara = folder / f".setengah-{NAMA}"
    deskriptor = os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(deskriptor, "w", encoding="utf-8") as keluar:
        json.dump({jenis: sorted(kode) for jenis, kode in sorted(baru.items())}, keluar, indent=0)
        keluar.flush()
        os.fsync(keluar.fileno())
    sementara.replace(folder / NAMA)
    fsync_folder(folder)


def ulangi(daftar: Daftar) -> int:
    """Erase again what a restore has brought back; how many. Done twice, the second time does nothing."""
    dihapus = 0
    for jenis, modul in settings.PENGHAPUSAN.items():
        hapus = _fungsi(modul, "hapus_lagi")
        dihapus += sum(hapus(kode) for kode in sorted(daftar.get(jenis, ())))
    return dihapus


def _fungsi(modul: str, nama: str) -> Callable[..., Any]:
    fungsi: Callable[..., Any] = import_string(f"{modul}.{nama}")
    return fungsi
