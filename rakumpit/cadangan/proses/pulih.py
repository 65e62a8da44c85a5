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
from rakumpit.cadangan import basis_data, penghapusan, samping
from rakumpit.cadangan.arsip import Arsip, arsip_terperiksa, folder_terkunci, tulis_media
from rakumpit.cadangan.enums import Pekerjaan
from rakumpit.cadangan.galat import CadanganDitolak, SalahPakai
from rakumpit.cadangan.perhitungan import Manifes
from rakumpit.cadangan.proses.cadang import cadangkan, folder_cadangan
from rakumpit.cadangan.proses.catat import catat_hasil
from rakumpit.cadangan.proses.terima import muat_arsip, periksa_boleh


@dataclass(frozen=True, slots=True)
class HasilPulih:
    """What a restore did. ``pengaman``: the backup of what was replaced, "" if that was empty. ``salah``: what
    `verifikasi` found, "" for nothing."""

    manifes: Manifes
    pengaman: str
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
    """Restore a backup: stored files, and a new database beside the present one, which takes its name at the end.

    The new one is loaded, migrated and gone through by `verifikasi` first; until the names change, in one transaction,
    the present one is as it was. The files come first: random names stand beside what is there, and once the database
    is in place nothing that it names is missing. Broken off at any point, the same call does it anew. ``timpa``: the
    typed name of the database whose content may go; a safety backup is made before. Raises `CadanganDitolak` and
    `SalahPakai`; the database is then as it was.
    """
    with arsip_terperiksa(berkas) as arsip:
        periksa_boleh(arsip, kunci_lain=kunci_lain)
        _periksa_contoh(arsip)
        samping.periksa_hak()
        pengaman = _siapkan(timpa, kabarkan)
        # Made by the safety backup, if the database knew of erasures that no list has yet.
        terhapus = penghapusan.gabung(penghapusan.baca(folder) for folder in {berkas.parent, folder_cadangan()})
        kabarkan("Menaruh berkas …")
        ditulis = tulis_media(arsip, Path(default_storage.path("")))
        kabarkan("Memuat basis data …")
        # Two restores would drop each other's database.
        with folder_terkunci(folder_cadangan()), samping.basis_data_samping(samping.PULIH) as nama:
            beda = muat_arsip(arsip, nama)
            if beda:
                raise CadanganDitolak(
                    "Jumlah baris yang termuat tidak sama dengan daftar isi, dan basis data tidak berubah: "
                    + "; ".join(beda)
                )
            with samping.memakai(nama):
                hasil = _selesaikan(arsip, pengaman, terhapus, kabarkan, ditulis=ditulis)
            samping.tukar(nama)
        return hasil


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
    lain = basis_data.sambungan_lain()
    if lain:
        raise CadanganDitolak(
            f"Basis data «{nama}» masih dipakai {lain} sambungan lain. Hentikan server web, pekerja, dan penjadwal "
            "lebih dahulu, lalu ulangi."
        )
    if not basis_data.tabel():
        return ""
    if timpa is None:
        raise CadanganDitolak(
            f"Basis data «{nama}» tidak kosong. Pulihkan ke basis data kosong, atau ganti isinya dengan "
            f"--timpa {nama}; cadangan pengaman dibuat lebih dahulu."
        )
    if timpa != nama:
        raise SalahPakai(f"--timpa menyebut «{timpa}», padahal basis datanya «{nama}». Tidak ada yang diubah.")
    kabarkan("Membuat cadangan pengaman …")
    # It must not push out the very backup that is to be restored.
    return cadangkan(simpan=1_000_000).berkas.name


def _selesaikan(
    arsip: Arsip,
    pengaman: str,
    terhapus: penghapusan.Daftar,
    kabarkan: Callable[[str], None],
    *,
    ditulis: int,
) -> HasilPulih:
    """What follows once the rows are in the new database."""
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
    catat_hasil(Pekerjaan.PULIH, berhasil=not salah, berkas=str(arsip.berkas), keterangan=salah)
    return HasilPulih(arsip.manifes, pengaman, ditulis, tertunda, dibuang, dihapus_lagi, salah)


def periksa_nilai() -> str:
    """What `verifikasi` finds wrong in the database that is in use, "" for nothing."""
    try:
        call_command("verifikasi", stdout=StringIO(), stderr=StringIO())
    except CommandError as galat:
        return str(galat)
    return ""
