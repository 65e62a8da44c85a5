"""The rehearsal: a backup is restored beside the real database, compared, checked and thrown away."""

from __future__ import annotations

import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from rakumpit.cadangan import basis_data, samping
from rakumpit.cadangan.arsip import arsip_terperiksa, daftar, folder_terkunci
from rakumpit.cadangan.enums import Pekerjaan
from rakumpit.cadangan.galat import CadanganDitolak, SalahPakai, SedangBekerja
from rakumpit.cadangan.models import CatatanCadangan
from rakumpit.cadangan.perhitungan import JARAK_UJI, Manifes
from rakumpit.cadangan.proses.cadang import folder_cadangan
from rakumpit.cadangan.proses.catat import catat_hasil
from rakumpit.cadangan.proses.pulih import periksa_nilai
from rakumpit.cadangan.proses.terima import muat_arsip, periksa_boleh
from rakumpit.waktu import sekarang

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HasilUji:
    """What the rehearsal found: sentences, none when the backup can be relied on."""

    berkas: Path
    manifes: Manifes
    migrasi: int
    salah: tuple[str, ...]


def uji_pulih(*, berkas: Path | None = None, kunci_lain: bool = False) -> HasilUji:
    """Restore the named backup, or the newest, into a database of its own beside the real one.

    The database is dropped at the end in every case. Raises `CadanganDitolak` for a backup that cannot be restored,
    `SalahPakai` when there is none.
    """
    folder = folder_cadangan()
    if berkas is None:
        ada = daftar(folder) if folder.is_dir() else []
        if not ada:
            raise CadanganDitolak(f"Belum ada cadangan di {folder}. Buat dahulu: manage.py cadangkan.")
        berkas = ada[0]
    try:
        hasil = _coba(folder, berkas, kunci_lain=kunci_lain)
    except (SalahPakai, SedangBekerja):
        raise
    except CadanganDitolak as galat:
        catat_hasil(Pekerjaan.UJI, berhasil=False, berkas=str(berkas), keterangan=str(galat))
        raise
    kata = "; ".join(hasil.salah)
    catat_hasil(Pekerjaan.UJI, berhasil=not kata, berkas=str(berkas), keterangan=kata)
    return hasil


def uji_malam() -> bool:
    """Try the newest backup when the last good rehearsal is a month old; whether that was done now.

    In a process of its own, because a rehearsal leads all of Django to another database. What it finds it records and
    tells itself; a failed one is repeated after the next backup.
    """
    baik = CatatanCadangan.objects.filter(jenis=Pekerjaan.UJI.value, berhasil=True, waktu__gt=sekarang() - JARAK_UJI)
    if baik.exists():
        return False
    hasil = subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "uji_pulih"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
        check=False,
    )
    if hasil.returncode != 0:
        log.warning("Uji pemulihan gagal (status %s): %s", hasil.returncode, hasil.stderr.strip())
    return True


def _coba(folder: Path, berkas: Path, *, kunci_lain: bool) -> HasilUji:
    # Two rehearsals would drop each other's database.
    with folder_terkunci(folder), arsip_terperiksa(berkas) as arsip:
        periksa_boleh(arsip, kunci_lain=kunci_lain)
        manifes = arsip.manifes
        # A rehearsal that a restore could not follow would be a false comfort.
        samping.periksa_hak()
        with samping.basis_data_samping(samping.UJI) as nama:
            salah = muat_arsip(arsip, nama)
            with samping.memakai(nama):
                tertunda = basis_data.migrasi_tertunda()
                if tertunda:
                    call_command("migrate", interactive=False, verbosity=0)
                kurang = set(basis_data.berkas_dirujuk()) - set(manifes.media) - set(manifes.hilang)
                if kurang:
                    salah.append(f"{len(kurang)} berkas disebut basis data, tetapi tidak ada di cadangan")
                nilai = periksa_nilai()
                if nilai:
                    salah.append(f"verifikasi: {nilai}")
    return HasilUji(berkas, manifes, tertunda, tuple(salah))
