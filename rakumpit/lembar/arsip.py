"""Limits on ZIP archives (XLSX, DOCX) that are looked at before anything inside is unpacked."""

from __future__ import annotations

import zipfile

MIB = 1024 * 1024
ANGGOTA_MAKS = 500
UKURAN_TERURAI_MAKS = 150 * MIB
RASIO_MAKS = 150
RASIO_MULAI = MIB  # small members may compress well; a ratio tells nothing there


class ArsipDitolak(ValueError):
    """An archive that is not opened; ``str()`` of it is an Indonesian sentence that says what to do."""


def periksa_arsip(arsip: zipfile.ZipFile) -> None:
    """Refuse bombs: too many members, or far more inside than the file's own size. ArsipDitolak.

    Reading a member never yields more than its declared size, so the declared sizes bind.
    """
    anggota = arsip.infolist()
    if len(anggota) > ANGGOTA_MAKS:
        raise ArsipDitolak(f"Berkas berisi lebih dari {ANGGOTA_MAKS} bagian. Salin isinya ke berkas baru.")
    if sum(a.file_size for a in anggota) > UKURAN_TERURAI_MAKS or any(
        a.file_size > RASIO_MULAI and a.file_size > RASIO_MAKS * a.compress_size for a in anggota
    ):
        raise ArsipDitolak(
            "Isi berkas ini jauh lebih besar daripada berkasnya, sehingga tidak dibuka. "
            "Salin isinya ke berkas baru, lalu unggah lagi."
        )
