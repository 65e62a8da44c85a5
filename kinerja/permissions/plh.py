"""Who is rated by the holder of a post: what a Plh. takes over."""

from __future__ import annotations

from datetime import date

from kinerja.permissions.atasan import calon_bawahan, peta_atasan
from rakumpit.organisasi.models import Jabatan, Pegawai


def dinilai_pemegang(jabatan: Jabatan, tanggal: date) -> list[str]:
    """Names of the people whose superior on that day is the holder of this leading post; four queries."""
    peta = peta_atasan(tanggal)
    dinilai = [
        orang_id
        for orang_id, atasan in calon_bawahan(peta, [jabatan.unit_id], tanggal).items()
        if atasan is not None and peta.unit_dari(atasan) == jabatan.unit_id
    ]
    return list(
        Pegawai.objects.ber_skp().filter(pk__in=dinilai).order_by("nama_urut", "pk").values_list("nama", flat=True)
    )
