"""The file of a backup: written under a temporary name, checked part by part before anything is believed."""

from __future__ import annotations

import errno
import hashlib
import hmac
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from rakumpit.cadangan import sandi
from rakumpit.cadangan.galat import CadanganDitolak, SalahPakai, SedangBekerja
from rakumpit.cadangan.perhitungan import (
    DUMP,
    MANIFES,
    MEDIA,
    TANDA,
    Bagian,
    Manifes,
    ManifesRusak,
    baca_manifes,
    nama_cadangan,
    urut_cadangan,
)
from rakumpit.cadangan.tanda import tanda_manifes
from rakumpit.lokal.galat import LokalError
from rakumpit.lokal.kunci import Kunci

_SEMENTARA = ".setengah-"
_BARU = os.O_RDWR | os.O_CREAT | os.O_EXCL
_SEKALI = 1024 * 1024
_PENUH = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# A manifest names each stored file in some 150 bytes.
_MANIFES_MAKS = 256 * 1024 * 1024


@contextmanager
def folder_terkunci(folder: Path) -> Iterator[None]:
    """Hold the folder of backups alone, and clear away what a killed backup has left there."""
    if not folder.is_dir():
        raise SalahPakai(f"Folder cadangan {folder} tidak ada. Sambungkan disknya, atau buat folder itu lebih dahulu.")
    try:
        with Kunci(folder / ".kunci") as kunci:
            if not kunci.coba(bersama=False):
                raise SedangBekerja(
                    f"Perintah cadangan lain sedang bekerja di {folder}. Tunggu sampai selesai, lalu ulangi."
                )
            for sisa in folder.glob(f"{_SEMENTARA}*"):
                sisa.unlink()
            yield
    except LokalError as galat:
        raise CadanganDitolak(f"Folder cadangan {folder} tidak dapat ditulis. {galat}") from galat


def daftar(folder: Path) -> list[Path]:
    """Backups in a folder, the newest first."""
    return [folder / nama for nama in urut_cadangan(satu.name for satu in folder.iterdir())]


class Penulis:
    """Adds parts to a new archive and keeps their digests."""

    def __init__(self, zipf: zipfile.ZipFile) -> None:
        self._zip = zipf
        self.bagian: list[Bagian] = []

    def tambah(self, nama: str, isi: IO[bytes]) -> None:
        """Copy one part. Stored as it is: dumps, photos and PDF files are compressed already."""
        sidik, bita = hashlib.sha256(), 0
        with self._zip.open(zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0)), "w", force_zip64=True) as keluar:
            while potong := isi.read(_SEKALI):
                sidik.update(potong)
                bita += len(potong)
                keluar.write(potong)
        self.bagian.append(Bagian(nama, bita, sidik.hexdigest()))

    def tutup(self, manifes: Manifes, rahasia: bytes) -> None:
        """Write the manifest and its signature, the last of all."""
        teks = manifes.ke_json().encode()
        self._zip.writestr(zipfile.ZipInfo(MANIFES, (1980, 1, 1, 0, 0, 0)), teks)
        self._zip.writestr(zipfile.ZipInfo(TANDA, (1980, 1, 1, 0, 0, 0)), tanda_manifes(teks, rahasia))


def tulis_arsip(folder: Path, nama: str, isi: Callable[[Penulis], None]) -> tuple[Path, Manifes]:
    """Write an archive by ``isi``, read it back, and only then give it its name; the folder is locked.

    With a key in the settings it is encrypted.
    Whatever stops it, nothing is left that looks like a backup. Raises `CadanganDitolak` when the disk refuses.
    """
    sementara = folder / f"{_SEMENTARA}{nama}"
    try:
        with pesan_disk(folder), os.fdopen(os.open(sementara, _BARU, 0o600), "w+b") as berkas:
            if sandi.tersandi():
                with sandi.berkas_polos() as polos:
                    _tulis_zip(polos, isi)
                    polos.seek(0)
                    sandi.sandikan(polos, berkas)
            else:
                _tulis_zip(berkas, isi)
            berkas.flush()
            os.fsync(berkas.fileno())
        try:
            with arsip_terperiksa(sementara) as arsip:
                manifes = arsip.manifes
        except CadanganDitolak as galat:
            raise CadanganDitolak(
                f"Cadangan yang baru ditulis ke {folder} tidak terbaca lagi. Periksa disknya."
            ) from galat
        with pesan_disk(folder):
            sementara.rename(folder / nama)
            fsync_folder(folder)
    finally:
        sementara.unlink(missing_ok=True)
    return folder / nama, manifes


def _tulis_zip(berkas: IO[bytes], isi: Callable[[Penulis], None]) -> None:
    with zipfile.ZipFile(berkas, "w") as zipf:
        isi(Penulis(zipf))
    berkas.flush()


@contextmanager
def pesan_disk(folder: Path) -> Iterator[None]:
    """What the disk refuses, as a sentence for people."""
    try:
        yield
    except OSError as galat:
        sebab = "disknya penuh" if galat.errno in _PENUH else galat.strerror or type(galat).__name__
        raise CadanganDitolak(
            f"Cadangan tidak dapat ditulis ke {folder}: {sebab}. Kosongkan ruang atau pilih folder lain dengan --ke; "
            "cadangan yang sudah ada tidak tersentuh."
        ) from galat


def fsync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    deskriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(deskriptor)
    finally:
        os.close(deskriptor)


def nama_baru(folder: Path, saat: datetime) -> str:
    """Name for a backup that begins now."""
    terpakai = [satu.name for satu in folder.iterdir()]
    return nama_cadangan(saat, terpakai, tersandi=sandi.tersandi())


@dataclass(frozen=True, slots=True)
class Arsip:
    """An archive whose parts all have the digests of its manifest."""

    berkas: Path
    manifes: Manifes
    _zip: zipfile.ZipFile
    _tanda: str
    _teks: bytes

    def bertanda(self, rahasia: bytes) -> bool:
        """Whether an installation with that secret has written this manifest."""
        return hmac.compare_digest(self._tanda, tanda_manifes(self._teks, rahasia))

    def buka(self, nama: str) -> IO[bytes]:
        """Content of a part."""
        return self._zip.open(nama)


@contextmanager
def arsip_terperiksa(berkas: Path) -> Iterator[Arsip]:
    """Open a backup after reading all of it once.

    Raises `SalahPakai` when there is no such file, `CadanganDitolak` when it is torn, changed or no backup.
    """
    if not berkas.is_file():
        raise SalahPakai(f"Berkas {berkas} tidak ada.")
    try:
        with sandi.terbuka(berkas) as isi, zipfile.ZipFile(isi) as zipf:
            yield _periksa(berkas, zipf)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ManifesRusak) as galat:
        sebab = str(galat) if isinstance(galat, ManifesRusak) else "berkasnya terpotong atau rusak"
        raise CadanganDitolak(f"{berkas.name} bukan cadangan yang utuh: {sebab}. Pakai cadangan lain.") from galat


def _periksa(berkas: Path, zipf: zipfile.ZipFile) -> Arsip:
    isi = zipf.infolist()
    nama = [satu.filename for satu in isi]
    if MANIFES not in nama or TANDA not in nama:
        raise ManifesRusak("tidak ada daftar isinya")
    if zipf.getinfo(MANIFES).file_size > _MANIFES_MAKS or zipf.getinfo(TANDA).file_size != 64:
        raise ManifesRusak("daftar isinya tidak wajar")
    teks = zipf.read(MANIFES)
    manifes = baca_manifes(teks.decode(errors="replace"))
    if sorted(nama) != sorted([MANIFES, TANDA, *(satu.nama for satu in manifes.bagian)]):
        raise ManifesRusak("bagiannya tidak sama dengan daftar isinya")
    for satu in manifes.bagian:
        with zipf.open(satu.nama) as masuk:
            if _sidik(masuk) != satu.sha256:
                raise ManifesRusak(f"isi {satu.nama} berubah sesudah dibuat")
    return Arsip(berkas, manifes, zipf, zipf.read(TANDA).decode("latin-1"), teks)


def tulis_media(arsip: Arsip, folder: Path) -> int:
    """Put the stored files of a backup into ``folder``, those alike already there left alone; returns how many were
    written. Each appears whole or not at all; files that the backup does not have stay."""
    ditulis = 0
    for satu in arsip.manifes.bagian:
        if satu.nama == DUMP:
            continue
        tujuan = folder / satu.nama.removeprefix(MEDIA)
        if tujuan.is_file():
            with tujuan.open("rb") as ada:
                if _sidik(ada) == satu.sha256:
                    continue
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        sementara = tujuan.with_name(f"{_SEMENTARA}{tujuan.name}")
        with arsip.buka(satu.nama) as masuk, sementara.open("wb") as keluar:
            shutil.copyfileobj(masuk, keluar, _SEKALI)
            keluar.flush()
            os.fsync(keluar.fileno())
        sementara.replace(tujuan)
        fsync_folder(tujuan.parent)
        ditulis += 1
    return ditulis


def _sidik(isi: IO[bytes]) -> str:
    sidik = hashlib.sha256()
    while potong := isi.read(_SEKALI):
        sidik.update(potong)
    return sidik.hexdigest()
