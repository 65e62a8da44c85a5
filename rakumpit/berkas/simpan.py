"""Stored files and their rows: both or neither, and the sweep of what broken machines leave behind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.utils import timezone

# A file without a row is younger than this only while its row is being written.
_UMUR_YATIM = timedelta(days=1)


@contextmanager
def berkas_tersimpan(medan: FieldFile, nama: str, berkas: File) -> Iterator[None]:
    """Store a file for the row that is written inside; when that fails the file goes again, as storage rolls nothing
    back by itself."""
    medan.save(nama, berkas, save=False)
    try:
        yield
    except BaseException:
        medan.delete(save=False)
        raise


def bersihkan_yatim(folder: str, dikenal: Collection[str]) -> int:
    """Remove stored files of ``folder`` that none of the paths ``dikenal`` names; returns how many."""
    if not default_storage.exists(folder):
        return 0
    batas = timezone.now() - _UMUR_YATIM
    dibuang = 0
    for nama in default_storage.listdir(folder)[1]:
        jalur = f"{folder}/{nama}"
        if jalur not in dikenal and default_storage.get_modified_time(jalur) < batas:
            default_storage.delete(jalur)
            dibuang += 1
    return dibuang
