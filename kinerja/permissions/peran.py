"""Whose rows an account may fill in the matrix of roles."""

from __future__ import annotations

from datetime import date

from kinerja.models import SKP
from kinerja.permissions.atasan import adalah, atasan_semua
from rakumpit.organisasi.models import Pegawai, Penugasan, UnitKerja


def bawahan_langsung(atasan: Pegawai, tanggal: date) -> list[int]:
    """Keys of the people with an SKP whose direct superior, derived on a day, is this person; five queries."""
    dipimpin = list(
        Penugasan.objects.pada(tanggal)
        .filter(pegawai=atasan, jabatan__memimpin=True)
        .values_list("jabatan__unit_id", flat=True)
    )
    if not dipimpin:
        return []
    # A superior leads the unit of the person or one above it, so nobody else needs to be looked at.
    di_bawah = Penugasan.objects.pada(tanggal).filter(jabatan__unit_id__in=UnitKerja.objects.turunan_id(dipimpin))
    calon = Pegawai.objects.ber_skp().filter(pk__in=di_bawah.values("pegawai_id")).exclude(pk=atasan.pk)
    return [
        orang_id
        for orang_id, pemegang in atasan_semua(calon.values_list("pk", flat=True), tanggal).items()
        if pemegang is not None and adalah(pemegang, atasan.pk, None)
    ]


def hari_matriks(skp: SKP, hari: date) -> date:
    """The day on which the rows of the matrix of a plan are derived: today, within the plan."""
    return min(max(hari, skp.mulai), skp.selesai)
