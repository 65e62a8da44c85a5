"""Names that the masking of free text looks for (``rakumpit.samaran``): those of the office's own people."""

from __future__ import annotations

from rakumpit.organisasi.models import Pegawai, PejabatLuar, UnitKerja
from rakumpit.organisasi.nama import nama_urut
from rakumpit.samaran import PolaNama, pola_nama


def pola_kantor() -> PolaNama:
    """Names of everybody who works or worked here and of officials above; units are no persons. Three queries."""
    nama = [*Pegawai.objects.order_by().values_list("nama_urut", flat=True)]
    nama += [nama_urut(satu) for satu in PejabatLuar.objects.order_by().values_list("nama", flat=True)]
    return pola_nama(nama, tempat=UnitKerja.objects.order_by().values_list("nama", flat=True))
