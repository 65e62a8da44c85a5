"""Who types for whom.

A colleague of the same unit of today, because people who share an office know whether the sentence is true. Never
somebody who leads that unit or stands above it: who will rate a result does not type it. Neither pengelola nor
technical admin types for others; the pengelola only records a sheet that the owner signed. What the colleague gets to
see of the owner are the names of the owner's indicators, nothing that was reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.permissions.atasan import tempat_pada
from rakumpit.organisasi.models import Pegawai, Penugasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def rekan_yang_dibantu(pengguna: Siapa) -> list[Pegawai]:
    """People for whom this account may type today, by name; four queries for any number."""
    pengisi = getattr(pengguna, "pegawai", None)
    if not pengguna.is_authenticated or not pengguna.is_active or not isinstance(pengisi, Pegawai):
        return []
    hari = hari_ini()
    if not pengisi.ber_skp or Penugasan.objects.unit_dipimpin(pengguna, hari):
        return []
    tempat = tempat_pada([pengisi.pk], hari).get(pengisi.pk)
    if tempat is None:
        return []
    sekantor = list(
        Pegawai.objects.ber_skp()
        .aktif_pada(hari)
        .filter(pk__in=Penugasan.objects.pada(hari).filter(jabatan__unit_id=tempat.unit_id).values("pegawai_id"))
        .exclude(pk=pengisi.pk)
        .order_by("nama_urut", "pk")
    )
    semua = tempat_pada([satu.pk for satu in sekantor], hari)
    return [satu for satu in sekantor if semua[satu.pk].unit_id == tempat.unit_id and not semua[satu.pk].memimpin]


def boleh_mengisi_atas_nama(pengguna: Siapa, pemilik: Pegawai) -> bool:
    """Types for this person today."""
    return any(satu.pk == pemilik.pk for satu in rekan_yang_dibantu(pengguna))
