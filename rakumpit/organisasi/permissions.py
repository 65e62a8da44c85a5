"""Who may do what with the organisation and its accounts. Views, admin and processes ask here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rakumpit.organisasi.models import Penugasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna

    Orang: TypeAlias = Pengguna | AnonymousUser


def boleh_kelola_organisasi(pengguna: Orang) -> bool:
    """People, assignments, import and the desk of the pengelola."""
    return bool(pengguna.is_authenticated and pengguna.is_active and pengguna.pengelola)


def boleh_menugaskan(pengguna: Orang, pegawai: Pegawai, jabatan: Jabatan) -> bool:
    """Give ``pegawai`` a post: the pengelola, but nobody gives himself a leading one, since its holder rates others."""
    return boleh_kelola_organisasi(pengguna) and not (jabatan.memimpin and pegawai.pengguna_id == pengguna.pk)


def boleh_kelola_akun(pengguna: Orang) -> bool:
    """Accounts, units, posts, services and holidays in the admin: the technical admin or the pengelola."""
    return bool(pengguna.is_authenticated and pengguna.is_active and (pengguna.admin_teknis or pengguna.pengelola))


def boleh_ubah_akun(pengguna: Orang, sasaran: Pengguna) -> bool:
    """Name, address and state of an account; those of admins and pengelola only the technical admin changes."""
    if not boleh_kelola_akun(pengguna):
        return False
    return bool(getattr(pengguna, "admin_teknis", False)) or not (sasaran.admin_teknis or sasaran.pengelola)


def boleh_ubah_jalan_masuk(pengguna: Orang, sasaran: Pengguna) -> bool:
    """NIP, e-mail address and codes of somebody else's account: whoever holds them can replace its password.

    The technical admin for accounts of admins and pengelola, the pengelola for all others. The technical admin resets
    second factors, so he must not also hold the first one of those who rate.
    """
    if not boleh_kelola_akun(pengguna) or sasaran.pk == pengguna.pk:
        return False
    if sasaran.admin_teknis or sasaran.pengelola:
        return bool(getattr(pengguna, "admin_teknis", False))
    return boleh_kelola_organisasi(pengguna)


def boleh_reset_faktor(pengguna: Orang, sasaran: Pengguna) -> bool:
    """Remove a lost second factor of somebody else: the technical admin."""
    return bool(boleh_kelola_akun(pengguna) and getattr(pengguna, "admin_teknis", False) and sasaran.pk != pengguna.pk)


def boleh_ubah_peran(pengguna: Orang, sasaran: Pengguna | None) -> bool:
    """Roles are given by a technical admin, never to himself."""
    if not boleh_kelola_akun(pengguna) or not getattr(pengguna, "admin_teknis", False):
        return False
    return sasaran is None or sasaran.pk != pengguna.pk


def boleh_menunjuk_plh(pengguna: Orang, jabatan: Jabatan) -> bool:
    """Hand a post to a Plh. and take it back: who holds it today, definitively or as Plt."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return bool(Penugasan.objects.kursi_sendiri(pengguna, hari_ini()).filter(jabatan=jabatan).exists())
