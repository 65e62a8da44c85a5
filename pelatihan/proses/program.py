"""The catalogue: kept by the unit kepegawaian, never deleted."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import transaction

from pelatihan.models import Program
from pelatihan.permissions import boleh_mengelola
from pelatihan.proses.galat import ProsesDitolak
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna

_MEDAN = (
    *("judul", "bentuk", "moda", "kompetensi", "level_tujuan", "jp"),
    *("tujuan", "silabus", "prasyarat", "bahan", "penyelenggara", "aktif"),
)


def _teks(isi: dict[str, Any]) -> dict[str, Any]:
    return {nama: str(nilai) if nilai is not None else None for nama, nilai in isi.items()}


@transaction.atomic
def simpan_program(*, program: Program | None, oleh: Pengguna, versi: int | None, isi: dict[str, Any]) -> Program:
    """Add a programme (None), or change the one that was seen in ``versi``."""
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Katalog diurus pengelola.")
    baru = {nama: isi[nama] for nama in _MEDAN}
    if program is None:
        baris = Program.objects.create(kode=f"program-{uuid4().hex[:12]}", **baru)
        catat(pelaku=oleh, aksi="pelatihan.program.tambah", objek=baris, sesudah=_teks(baru))
        return baris
    baris = Program.objects.select_for_update(of=("self",)).get(pk=program.pk)
    if baris.versi != versi:
        raise ProsesDitolak("Program ini baru saja diubah orang lain. Buka lagi, lalu ulangi.")
    lama = {nama: getattr(baris, nama) for nama in _MEDAN}
    for nama, nilai in baru.items():
        setattr(baris, nama, nilai)
    baris.versi += 1
    baris.save()
    beda = [nama for nama in _MEDAN if lama[nama] != baru[nama]]
    catat(
        pelaku=oleh,
        aksi="pelatihan.program.ubah",
        objek=baris,
        sebelum=_teks({nama: lama[nama] for nama in beda}),
        sesudah=_teks({nama: baru[nama] for nama in beda}),
    )
    return baris
