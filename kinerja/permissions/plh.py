"""Who is rated by the holder of a post: what a Plh. takes over."""

from __future__ import annotations

from datetime import date

from kinerja.permissions.atasan import peta_atasan, tempat_pada
from rakumpit.organisasi.models import Jabatan, Pegawai, Penugasan, UnitKerja


def dinilai_pemegang(jabatan: Jabatan, tanggal: date) -> list[str]:
    """Names of the people whose superior on that day is the holder of this leading post; five queries."""
    peta = peta_atasan(tanggal)
    unit = UnitKerja.objects.turunan_id([jabatan.unit_id])
    ada = set(
        Penugasan.objects.pada(tanggal)
        .filter(jabatan__unit_id__in=unit, pegawai__isnull=False)
        .values_list("pegawai_id", flat=True)
    )
    dinilai = []
    for orang_id, tempat in tempat_pada(ada, tanggal).items():
        atasan = peta.atasan(unit_id=tempat.unit_id, memimpin=tempat.memimpin, pegawai_id=orang_id)
        if atasan is not None and peta.unit_dari(atasan) == jabatan.unit_id:
            dinilai.append(orang_id)
    return list(
        Pegawai.objects.ber_skp().filter(pk__in=dinilai).order_by("nama_urut", "pk").values_list("nama", flat=True)
    )
