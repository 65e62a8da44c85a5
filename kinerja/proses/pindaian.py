"""Uploaded files under the manners of the processes. Scans are known by their first bytes, never by their name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.core.files.base import File
from django.db.models.fields.files import FieldFile

from kinerja.proses.galat import ProsesDitolak
from rakumpit.berkas import BerkasDiperiksa, BerkasDitolak, baca_berkas, berkas_tersimpan

UKURAN_MAKS = 5 * 1024 * 1024
_AWALAN = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}


def periksa_berkas(berkas: File) -> BerkasDiperiksa:
    """``baca_berkas`` for evidence; what it refuses is a ProsesDitolak like any other."""
    try:
        return baca_berkas(berkas)
    except BerkasDitolak as galat:
        raise ProsesDitolak(str(galat)) from galat


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


@contextmanager
def pindaian_tersimpan(medan: FieldFile, berkas: File | None) -> Iterator[None]:
    """``berkas_tersimpan`` for a scan, under a random name. ProsesDitolak: see ``periksa_pindaian``."""
    nama, isi = periksa_pindaian(berkas)
    with berkas_tersimpan(medan, nama, isi):
        yield
