"""Restoring a backup into the real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from rakumpit.antrean.models import Antrean, antrekan
from rakumpit.cadangan import basis_data, penghapusan
from rakumpit.cadangan.arsip import Arsip, arsip_terperiksa, tulis_media
from rakumpit.cadangan.enums import Pekerjaan
from rakumpit.cadangan.galat import CadanganDitolak, SalahPakai
from rakumpit.cadangan.perhitungan import Manifes
from rakumpit.cadangan.proses.cadang import cadangkan, folder_cadangan
from rakumpit.cadangan.proses.catat import catat_hasil
from rakumpit.cadangan.proses.terima import muat_arsip, periksa_boleh


@dataclass(frozen=True, slots=True)
class HasilPulih:
    """What a restore did. ``pengaman``: the backup of what was replaced. ``dilanjutkan``: the database was restored by
    an earlier try that was broken off. ``salah``: what `verifikasi` found, "" for nothing."""

    manifes: Manifes
    pengaman: str
    dilanjutkan: bool
    media_ditulis: int
    migrasi: int
    surat_dibuang: int
    dihapus_lagi: int
    salah: str


def _bisu(_: str) -> None:
    """Nobody wants to know."""


def pulihkan(
    *, berkas: Path, timpa: str | None = None, kunci_lain: bool = False, kabarkan: Callable[[str], None] = _bisu
) -> HasilPulih:
    """Restore a backup: stored files, then the database in one transaction, migrations, and `verifikasi`.

    The files come first: random names stand beside what is there, and once the database is in place nothing that it
    names is missing. Broken off at any point, the same call goes on where it stopped. ``timpa``: the typed name of
    the database whose content may go; a safety backup is made before. Raises `CadanganDitolak` and `SalahPakai`; the
    database is then as it was, unless the text says otherwise.
    """
    with arsip_terperiksa(berkas) as arsip:
        periksa_boleh(arsip, kunci_lain=kunci_lain)
        _periksa_contoh(arsip)
        dilanjutkan = basis_data.penanda() == arsip.sidik
        pengaman = "" if dilanjutkan else _siapkan(timpa, kabarkan)
        # Made by the safety backup, if the database knew of erasures that no list has yet.
        terhapus = penghapusan.gabung(penghapusan.baca(folder) for folder in {berkas.parent, folder_cadangan()})
        kabarkan("Menaruh berkas …")
        ditulis = tulis_media(arsip, Path(default_storage.path("")))
        if not dilanjutkan:
            kabarkan("Memuat basis data …")
            muat_arsip(arsip, str(connection.settings_dict["NAME"]))
        return _selesaikan(arsip, pengaman, terhapus, kabarkan, dilanjutkan=dilanjutkan, ditulis=ditulis)


def _periksa_contoh(arsip: Arsip) -> None:
    """Invented people must be called so on every page, and real ones must not."""
    if arsip.manifes.contoh and not settings.CONTOH:
        raise CadanganDitolak(
            f"{arsip.berkas.name} berisi kantor contoh: nama dan angka rekaan. Hanya dapat dipulihkan dengan "
            "RAKUMPIT_CONTOH=1, supaya setiap halaman menyebutnya."
        )
    if settings.CONTOH and not arsip.manifes.contoh:
        raise CadanganDitolak(
            f"{arsip.berkas.name} berisi data sungguhan, sedangkan instalasi ini kantor contoh. Pulihkan di tempat "
            "lain."
        )


def _siapkan(timpa: str | None, kabarkan: Callable[[str], None]) -> str:
    """Refuse to overwrite without the name of the database; name of the safety backup, "" for an empty database."""
    nama = str(connection.settings_dict["NAME"])
    if not basis_data.tabel():
        return ""
    if timpa is None:
        raise CadanganDitolak(
            f"Basis data «{nama}» tidak kosong. Pulihkan ke basis data kosong, atau ganti isinya dengan "
            f"--timpa {nama}; cadangan pengaman dibuat lebih dahulu."
        )
    if timpa != nama:
        raise SalahPakai(f"--timpa menyebut «{timpa}», padahal basis datanya «{nama}». Tidak ada yang diubah.")
    lain = basis_data.sambungan_lain()
    if lain:
        raise CadanganDitolak(
            f"Basis data «{nama}» masih dipakai {lain} sambungan lain. Hentikan server web, pekerja, dan penjadwal "
            "lebih dahulu, lalu ulangi."
        )
    kabarkan("Membuat cadangan pengaman …")
    # It must not push out the very backup that is to be restored.
    return cadangkan(simpan=1_000_000).berkas.name


def _selesaikan(
    arsip: Arsip,
    pengaman: str,
    terhapus: penghapusan.Daftar,
    kabarkan: Callable[[str], None],
    *,
    dilanjutkan: bool,
    ditulis: int,
) -> HasilPulih:
    """What follows once the database is in place; each step may be done twice."""
    tertunda = basis_data.migrasi_tertunda()
    if tertunda:
        kabarkan(f"Menjalankan {tertunda} migrasi …")
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    kabarkan("Memeriksa nilai dan hitungan …")
    # Before anything is erased again: the counts follow by tasks, once the services are up.
    salah = periksa_nilai()
    with transaction.atomic():
        # What waited to be sent when the backup was made was sent since, or is too old to be sent now.
        dibuang, _ = Antrean.objects.filter(tugas__in=settings.TUGAS_SURAT).delete()
        for tugas in settings.TUGAS_SESUDAH_PULIH:
            antrekan(tugas=tugas, kunci="pulih")
        dihapus_lagi = penghapusan.ulangi(terhapus)
        basis_data.hapus_penanda()
    catat_hasil(Pekerjaan.PULIH, berhasil=not salah, berkas=str(arsip.berkas), keterangan=salah)
    return HasilPulih(arsip.manifes, pengaman, dilanjutkan, ditulis, tertunda, dibuang, dihapus_lagi, salah)


def periksa_nilai() -> str:
    """What `verifikasi` finds wrong in the database that is in use, "" for nothing."""
    try:
        call_command("verifikasi", stdout=StringIO(), stderr=StringIO())
    except CommandError as galat:
        return str(galat)
    return ""
