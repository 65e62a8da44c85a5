"""Who may write, answer and moderate in the discussion. Reading: ``terlihat_oleh`` of the query sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.querysets import pemegang_akun
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from forum.models import KeberatanModerasi, Topik
    from forum.models.diskusi import Kiriman

    Orang: TypeAlias = Pengguna | AnonymousUser


def sebagai(pengguna: Pengguna) -> str:
    """Post and unit of today under which staff write, never a NIP; "" for everybody else."""
    if pengguna.warga:
        return ""
    tugas = (
        Penugasan.objects.pada(hari_ini())
        .filter(pemegang_akun(pengguna))
        .select_related("jabatan__unit")
        .order_by("sifat", "pk")
        .first()
    )
    return f"{tugas.jabatan.nama}, {tugas.jabatan.unit.nama}" if tugas else ""


def boleh_menulis(pengguna: Orang) -> bool:
    """Citizens with an account (its address is verified), and staff who hold a post today."""
    if not isinstance(pengguna, Pengguna) or not pengguna.is_active:
        return False
    return pengguna.warga or bool(sebagai(pengguna))


def boleh_menyunting(pengguna: Orang, kiriman: Kiriman) -> bool:
    """The author; the time for it is the process's matter."""
    return boleh_menulis(pengguna) and kiriman.penulis_id == pengguna.pk


def _unit_sendiri(pengguna: Pengguna, unit_id: int) -> bool:
    bekerja = Penugasan.objects.pada(hari_ini()).filter(pemegang_akun(pengguna), jabatan__unit_id=unit_id).exists()
    return bool(bekerja) or unit_id in UnitKerja.objects.di_bawah_akun(pengguna, hari_ini())


def boleh_menjawab(pengguna: Orang, topik: Topik) -> bool:
    """Answer officially, set the status, merge: who works in the category's unit, leads it, or leads one above."""
    if not isinstance(pengguna, Pengguna) or not pengguna.is_active or pengguna.warga:
        return False
    return _unit_sendiri(pengguna, topik.kategori.unit_id)


def boleh_memoderasi(pengguna: Orang) -> bool:
    """Decide about posts: the pengelola."""
    return bool(pengguna.is_authenticated and pengguna.is_active and pengguna.pengelola)


def boleh_memutus_kiriman(pengguna: Orang, kiriman: Kiriman) -> bool:
    """Nobody decides about the own post."""
    return boleh_memoderasi(pengguna) and kiriman.penulis_id != pengguna.pk


def boleh_memutus_keberatan(pengguna: Orang, keberatan: KeberatanModerasi) -> bool:
    """Another moderator than who hid the post, or who leads the unit of the category or one above."""
    if not isinstance(pengguna, Pengguna) or not pengguna.is_active or pengguna.warga:
        return False
    if pengguna.pk == keberatan.diputus_moderator_id:
        return False
    if pengguna.pengelola:
        return True
    keputusan = keberatan.keputusan
    topik = keputusan.balasan.topik if keputusan.balasan else keputusan.topik
    return topik is not None and topik.kategori.unit_id in UnitKerja.objects.di_bawah_akun(pengguna, hari_ini())


def boleh_mengatur_kategori(pengguna: Orang) -> bool:
    """Categories of the forum: the pengelola."""
    return boleh_memoderasi(pengguna)
