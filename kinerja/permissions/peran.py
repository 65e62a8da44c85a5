"""Whose rows an account may fill in the matrix of roles."""

from __future__ import annotations

from datetime import date

from kinerja.models import SKP
from kinerja.permissions.atasan import bawahan_dari
from rakumpit.organisasi.models import Pegawai


def bawahan_langsung(atasan: Pegawai, tanggal: date) -> list[int]:
    """Keys of the people with an SKP whose direct superior, derived on a day, is this person; four queries."""
    semua = Pegawai.objects.ber_skp().filter(pk__in=bawahan_dari(atasan.pk, None, tanggal))
    return list(semua.values_list("pk", flat=True))


def hari_matriks(skp: SKP, hari: date) -> date:
    """The day on which the rows of the matrix of a plan are derived: today, within the plan."""
    return min(max(hari, skp.mulai), skp.selesai)
