"""The planned results that hold today, as choices of a form."""

from __future__ import annotations

from kinerja.models import SKP, RencanaHasilKerja
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini


def rencana_berlaku(pegawai: Pegawai) -> list[RencanaHasilKerja]:
    """Planned results of the person's approved plans of today, with their indicators; two queries."""
    hari = hari_ini()
    skp = SKP.objects.disetujui().filter(pegawai=pegawai, mulai__lte=hari, selesai__gte=hari)
    return list(
        RencanaHasilKerja.objects.filter(skp__in=skp).order_by("skp__mulai", "urut").prefetch_related("indikator")
    )
