"""Whom an account leads directly today."""

from __future__ import annotations

from kinerja.permissions.atasan import bawahan_dari, orang_akun
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini


def bawahan_langsung(pengguna: Pengguna) -> list[int]:
    """Keys of the people with an SKP whose superior, derived today, is the person behind the account.

    A fixed number of queries; empty for those who lead nobody, and always without themselves.
    """
    pegawai_id, luar_id = orang_akun(pengguna)
    if not pengguna.is_active or (pegawai_id is None and luar_id is None):
        return []
    hari = hari_ini()
    semua = Pegawai.objects.filter(pk__in=bawahan_dari(pegawai_id, luar_id, hari)).ber_skp().aktif_pada(hari)
    return list(semua.exclude(pk=pegawai_id).values_list("pk", flat=True))
