"""Encryption of backups in the age format (https://age-encryption.org/v1), which other programs open too."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyrage
from django.conf import settings

from rakumpit.cadangan.galat import CadanganDitolak

_KEPALA = b"age-encryption.org/v1\n"


class _Penadah:
    """A file for pyrage, which tells of a refusal by the disk only in words: the error itself is kept."""

    def __init__(self, berkas: IO[bytes]) -> None:
        self._berkas = berkas
        self.galat: OSError | None = None

    def write(self, isi: bytes) -> int:
        try:
            return self._berkas.write(isi)
        except OSError as galat:
            self.galat = galat
            raise

    def flush(self) -> None:
        try:
            self._berkas.flush()
        except OSError as galat:
            self.galat = galat
            raise


def kunci_baru() -> str:
    """A new key, which opens what it encrypts."""
    return str(pyrage.x25519.Identity.generate())


def tersandi() -> bool:
    """Whether new backups are encrypted."""
    return bool(settings.CADANGAN_KUNCI)


def berkas_polos() -> IO[bytes]:
    """A file without a name for what is not encrypted, gone with the block and with the machine.

    It lies beside the uploads, which are readable there anyway, and not on the disk that is carried away.
    """
    folder = Path(settings.MEDIA_ROOT)
    return tempfile.TemporaryFile(dir=folder if os.access(folder, os.W_OK) else None)


def sandikan(isi: IO[bytes], tujuan: IO[bytes]) -> None:
    """Encrypt with the key of today. Raises `OSError` when the disk refuses."""
    penadah = _Penadah(tujuan)
    try:
        pyrage.encrypt_io(isi, penadah, [_kunci()[0].to_public()])
    except (pyrage.EncryptError, OSError) as galat:
        raise penadah.galat or galat from galat


@contextmanager
def terbuka(berkas: Path) -> Iterator[IO[bytes]]:
    """Content of a backup, encrypted or not.

    Raises `CadanganDitolak` when none of the keys opens it, or when it was cut or changed.
    """
    with berkas.open("rb") as isi:
        kepala = isi.read(len(_KEPALA))
        isi.seek(0)
        if kepala != _KEPALA:
            yield isi
            return
        with berkas_polos() as polos:
            _buka(berkas, isi, polos)
            polos.seek(0)
            yield polos


def _buka(berkas: Path, isi: IO[bytes], polos: IO[bytes]) -> None:
    kunci = _kunci()
    if not kunci:
        raise CadanganDitolak(
            f"{berkas.name} disandikan. Setel RAKUMPIT_CADANGAN_KUNCI dengan kunci yang tersimpan di luar mesin, lalu "
            "ulangi."
        )
    penadah = _Penadah(polos)
    try:
        pyrage.decrypt_io(isi, penadah, kunci)
    except (pyrage.DecryptError, OSError) as galat:
        if penadah.galat is not None:
            raise penadah.galat from galat
        raise CadanganDitolak(
            f"{berkas.name} tidak dapat dibuka: kuncinya lain, atau berkasnya terpotong atau rusak. Periksa "
            "RAKUMPIT_CADANGAN_KUNCI (kunci lama di RAKUMPIT_CADANGAN_KUNCI_LAMA), atau pakai cadangan lain."
        ) from galat


def _kunci() -> list[pyrage.x25519.Identity]:
    """Keys of the settings: that of today first. Raises `CadanganDitolak` for one that is none."""
    semua = [settings.CADANGAN_KUNCI, *settings.CADANGAN_KUNCI_LAMA]
    try:
        return [pyrage.x25519.Identity.from_str(satu) for satu in semua if satu]
    except pyrage.IdentityError as galat:
        raise CadanganDitolak(
            "RAKUMPIT_CADANGAN_KUNCI bukan kunci age yang utuh (AGE-SECRET-KEY-1…). Salin lagi, atau buat yang baru: "
            "manage.py kunci_cadangan."
        ) from galat
