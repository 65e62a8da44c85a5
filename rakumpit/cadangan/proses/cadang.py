"""Making a backup."""

from __future__ import annotations

import logging
import subprocess
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.utils.module_loading import import_string

from rakumpit.cadangan import basis_data, penghapusan
from rakumpit.cadangan.alat import cari_alat, keluaran_program, lingkungan
from rakumpit.cadangan.arsip import (
    Penulis,
    daftar,
    folder_terkunci,
    nama_baru,
    pesan_disk,
    tulis_arsip,
)
from rakumpit.cadangan.enums import Pekerjaan
from rakumpit.cadangan.galat import CadanganDitolak, SalahPakai, SedangBekerja
from rakumpit.cadangan.models import CatatanCadangan
from rakumpit.cadangan.perhitungan import DUMP, MEDIA, Manifes, jalur_aman, malam_terakhir, yang_dibuang
from rakumpit.cadangan.proses.catat import catat_hasil
from rakumpit.cadangan.tanda import rahasia, sidik_kunci
from rakumpit.waktu import sekarang

log = logging.getLogger("rakumpit.cadangan")


class _BerkasPergi(Exception):
    """Files vanished between the look at the database and the copy."""


@dataclass(frozen=True, slots=True)
class HasilCadangan:
    """A finished backup; ``dibuang`` are the names of older ones that made room."""

    berkas: Path
    bita: int
    manifes: Manifes
    dibuang: tuple[str, ...]


def folder_cadangan(ke: Path | None = None) -> Path:
    """Folder of the backups: ``ke``, else the setting. Only the one in the data folder is made when it is missing: a
    disk that is not connected must not be mistaken for an empty folder."""
    if ke is not None or settings.CADANGAN_FOLDER:
        return Path(ke or settings.CADANGAN_FOLDER)
    folder = Path(settings.CADANGAN_FOLDER_BAWAAN)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def cadangkan(*, ke: Path | None = None, simpan: int | None = None) -> HasilCadangan:
    """Write a backup, read it back, then let go of all but the newest ``simpan`` (default: the setting).

    Raises `CadanganDitolak` (disk full, no pg_dump, another backup at work) and `SalahPakai` (no such folder); then
    nothing was written and nothing removed.
    """
    jumlah = settings.CADANGAN_SIMPAN if simpan is None else simpan
    if jumlah < 1:
        raise SalahPakai("Paling sedikit satu cadangan disimpan (--simpan 1).")
    try:
        hasil = _cadangkan(folder_cadangan(ke), jumlah)
    except SedangBekerja:
        raise
    except CadanganDitolak as galat:
        catat_hasil(Pekerjaan.CADANGAN, berhasil=False, keterangan=str(galat))
        raise
    hilang = len(hasil.manifes.hilang)
    kata = f"{hilang} berkas disebut basis data, tetapi tidak ada di penyimpanan." if hilang else ""
    catat_hasil(Pekerjaan.CADANGAN, berhasil=True, berkas=str(hasil.berkas), bita=hasil.bita, keterangan=kata)
    return hasil


def cadangkan_malam(saat: datetime | None = None) -> bool:
    """Make the backup that was due last night if it is not there; whether one was made.

    Without a folder in the settings nothing is due. In between, the list of erasures follows. A failure is recorded
    and told by `cadangkan`; the next call tries again.
    """
    batas = malam_terakhir(saat or sekarang())
    baik = CatatanCadangan.objects.filter(jenis=Pekerjaan.CADANGAN.value, berhasil=True, waktu__gte=batas)
    if not settings.CADANGAN_FOLDER:
        return False
    try:
        if baik.exists():
            _catat_penghapusan(folder_cadangan())
            return False
        cadangkan()
    except CadanganDitolak as galat:
        log.warning("Cadangan malam gagal: %s", galat)
        return False
    return True


def _catat_penghapusan(folder: Path) -> None:
    with folder_terkunci(folder), pesan_disk(folder):
        penghapusan.simpan(folder, penghapusan.dari_basis_data())


def _cadangkan(folder: Path, jumlah: int) -> HasilCadangan:
    with folder_terkunci(folder):
        if not basis_data.migrasi_tertunda():
            for tugas in settings.TUGAS_SEBELUM_CADANGAN:
                import_string(tugas)()
            with pesan_disk(folder):
                penghapusan.simpan(folder, penghapusan.dari_basis_data())
        berkas, manifes = _tulis(folder)
        dibuang = yang_dibuang((satu.name for satu in daftar(folder)), baru=berkas.name, simpan=jumlah)
        for nama in dibuang:
            (folder / nama).unlink()
        return HasilCadangan(berkas, berkas.stat().st_size, manifes, tuple(dibuang))


def _tulis(folder: Path) -> tuple[Path, Manifes]:
    """One new backup in the locked folder."""
    peladen = basis_data.versi_peladen()
    alat, versi_alat = cari_alat(peladen=peladen)
    for terima_hilang in (False, False, True):
        # A row and its file may go while a backup begins; a second look then no longer finds the row either.
        with suppress(_BerkasPergi):
            isi = partial(_isi, alat=alat, postgres=peladen, versi_alat=versi_alat, terima_hilang=terima_hilang)
            return tulis_arsip(folder, nama_baru(folder, sekarang()), isi)
    raise AssertionError("the last look accepts missing files")


def _isi(penulis: Penulis, alat: Path, *, postgres: int, versi_alat: int, terima_hilang: bool) -> None:
    """All parts from one view of the database: files first, as they may be deleted while a long dump runs."""
    dibuat = sekarang()
    with basis_data.potret() as potret:
        dirujuk = basis_data.berkas_dirujuk()
        # Before anything is copied: one that is lost for good must not have all the others copied three times.
        if not terima_hilang and not all(default_storage.exists(nama) for nama in dirujuk if jalur_aman(MEDIA + nama)):
            raise _BerkasPergi
        hilang = [nama for nama in dirujuk if not _salin(penulis, nama)]
        if hilang and not terima_hilang:
            raise _BerkasPergi
        argv = [str(alat / "pg_dump"), "--format=custom", "--no-owner", "--no-privileges"]
        argv += ["--lock-wait-timeout=60000", f"--snapshot={potret}"]
        argv += [f"--exclude-table-data=public.{nama}" for nama in basis_data.TANPA_ISI]
        env = lingkungan(connection.settings_dict, str(connection.settings_dict["NAME"]))
        with keluaran_program(argv, env) as dump:
            penulis.tambah(DUMP, dump)
        baris, migrasi = basis_data.hitung_baris(), basis_data.migrasi_tercatat()
    versi, komit = versi_aplikasi()
    manifes = Manifes(
        dibuat=dibuat,
        versi=versi,
        komit=komit,
        contoh=settings.CONTOH,
        basis_data=str(connection.settings_dict["NAME"]),
        postgres=postgres,
        alat=versi_alat,
        kunci=sidik_kunci(rahasia()[0]),
        migrasi=tuple(migrasi),
        baris=baris,
        bagian=tuple(penulis.bagian),
        hilang=tuple(hilang),
    )
    penulis.tutup(manifes, rahasia()[0])


def _salin(penulis: Penulis, nama: str) -> bool:
    """Copy one stored file; False when the storage does not have it."""
    if not jalur_aman(f"{MEDIA}{nama}"):
        return False
    try:
        isi = default_storage.open(nama, "rb")
    except FileNotFoundError:
        return False
    except OSError as galat:
        raise CadanganDitolak(
            f"Berkas unggahan {nama} tidak dapat dibaca: {galat.strerror}. Jalankan sebagai pengguna aplikasi."
        ) from galat
    with isi:
        penulis.tambah(f"{MEDIA}{nama}", isi)
    return True


def versi_aplikasi() -> tuple[str, str]:
    """Version and commit of this code; "" where it cannot be told."""
    proyek = settings.BASE_DIR / "pyproject.toml"
    versi = tomllib.loads(proyek.read_text(encoding="utf-8"))["project"]["version"] if proyek.is_file() else ""
    try:
        git = subprocess.run(
            ["git", "-C", str(settings.BASE_DIR), "rev-parse", "HEAD"], capture_output=True, text=True, check=False
        )
    except OSError:
        return versi, ""
    return versi, git.stdout.strip() if git.returncode == 0 else ""
