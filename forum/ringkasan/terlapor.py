"""To whom a complaint about somebody of the office may go."""

from __future__ import annotations

from rakumpit.organisasi.models import Pegawai, Penugasan, UnitKerja
from rakumpit.waktu import hari_ini


def atasan_terlapor(pegawai: Pegawai) -> list[Penugasan]:
    """Today's holders of the leading posts of the person's units and of those above, the nearest first; three queries.

    Never the person, also where he stands in for his own superior; only people with an account. Empty for who has
    no superior inside the office: such a complaint goes to another institution.
    """
    hari = hari_ini()
    induk = UnitKerja.objects.induk_dari()
    jarak: dict[int, int] = {}
    for awal in Penugasan.objects.pada(hari).filter(pegawai=pegawai).values_list("jabatan__unit_id", flat=True):
        unit: int | None = awal
        langkah = 0
        while unit is not None:
            jarak[unit] = min(langkah, jarak.get(unit, langkah))
            unit, langkah = induk.get(unit), langkah + 1
    pemimpin = (
        Penugasan.objects.pada(hari)
        .filter(jabatan__memimpin=True, jabatan__unit__in=jarak, jabatan__unit__aktif=True)
        .filter(pegawai__pengguna__is_active=True)
        .exclude(pegawai=pegawai)
        .select_related("pegawai", "jabatan__unit")
    )
    return sorted(pemimpin, key=lambda satu: (jarak[satu.jabatan.unit_id], satu.pk))
