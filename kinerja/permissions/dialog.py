"""Who records a dialog kinerja and who confirms it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.models import DialogKinerja
from kinerja.permissions.atasan import akun_pemegang, atasan_kini
from rakumpit.organisasi.models import Pegawai

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def boleh_mencatat_dialog(pengguna: Siapa, pegawai: Pegawai, tanggal: date) -> bool:
    """One of the two who talked: the person, or the superior derived on that day."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return pegawai.pengguna_id == pengguna.pk or akun_pemegang(atasan_kini(pegawai, tanggal)) == pengguna.pk


def pihak_lain(dialog: DialogKinerja) -> int | None:
    """Account of the one who did not write the row; None for an official without account."""
    if dialog.dicatat_oleh_id != dialog.pegawai.pengguna_id:
        return dialog.pegawai.pengguna_id
    atasan = dialog.atasan or dialog.atasan_luar
    return atasan.pengguna_id if atasan is not None else None


def boleh_mengesahkan_dialog(pengguna: Siapa, dialog: DialogKinerja) -> bool:
    """Confirms that it was so: the other of the two, once."""
    if not pengguna.is_authenticated or not pengguna.is_active or dialog.disahkan_pada is not None:
        return False
    return pihak_lain(dialog) == pengguna.pk


def boleh_mengubah_dialog(pengguna: Siapa, dialog: DialogKinerja) -> bool:
    """Corrects the words: who wrote them, until the other one has confirmed."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return dialog.disahkan_pada is None and dialog.dicatat_oleh_id == pengguna.pk
