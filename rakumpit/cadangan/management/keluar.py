"""What the three commands share: errors as exit status, counts in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError

from rakumpit.angka import format_angka
from rakumpit.cadangan.galat import CadanganDitolak, SalahPakai

DITOLAK, SALAH_PAKAI = 1, 2


@contextmanager
def pesan_galat() -> Iterator[None]:
    """Errors of this package as those of a command, with their exit status."""
    try:
        yield
    except CadanganDitolak as galat:
        kode = SALAH_PAKAI if isinstance(galat, SalahPakai) else DITOLAK
        raise CommandError(str(galat), returncode=kode) from galat
    except OSError as galat:
        raise CommandError(
            f"{galat.filename or 'Berkas'} tidak dapat dibaca atau ditulis: {galat.strerror}.", returncode=DITOLAK
        ) from galat
    except DatabaseError as galat:
        raise CommandError(f"Basis data menolak: {str(galat).strip()}", returncode=DITOLAK) from galat


def jumlah(nilai: int) -> str:
    """A count with dots between thousands."""
    return format_angka(nilai, 0)
