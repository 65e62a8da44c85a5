"""Scans of signed letters: what they are is read from their first bytes, never from their name."""

from __future__ import annotations

from uuid import uuid4

from django.core.files.base import File

from kinerja.proses.galat import ProsesDitolak

UKURAN_MAKS = 5 * 1024 * 1024
_AWALAN = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}


def periksa_pindaian(berkas: File | None) -> tuple[str, File]:
    """A random name with the ending of what the file really is, and the file.

    ProsesDitolak: no file, too large, another kind.
    """
    if berkas is None or not berkas.size:
        raise ProsesDitolak("Lampirkan pindaian surat yang sudah ditandatangani (PDF, JPG, atau PNG).")
    if berkas.size > UKURAN_MAKS:
        raise ProsesDitolak("Pindaian lebih besar dari 5 MB. Perkecil, misalnya dengan resolusi 150 dpi, lalu ulangi.")
    berkas.seek(0)
    awal = berkas.read(8)
    berkas.seek(0)
    for tanda, akhiran in _AWALAN.items():
        if awal.startswith(tanda):
            return f"{uuid4()}.{akhiran}", berkas
    raise ProsesDitolak("Berkas ini bukan PDF, JPG, atau PNG. Pindai suratnya lalu pilih berkas itu.")
