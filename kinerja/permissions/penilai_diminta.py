"""Who is whose peer or subordinate on a day, derived from dated assignments."""

from __future__ import annotations

from datetime import date

from kinerja.perhitungan import Penilai
from kinerja.permissions.atasan import calon_bawahan, peta_atasan, tempat_pada
from rakumpit.organisasi.models import Pegawai


def hubungan_kerja(pegawai: Pegawai, tanggal: date) -> dict[int, Penilai]:
    """Keys of the people with an account who share the person's superior that day, or have the person as superior.

    Five queries for any size of the office.
    """
    peta = peta_atasan(tanggal)
    tempat = tempat_pada([pegawai.pk], tanggal).get(pegawai.pk)
    sendiri = peta.atasan(unit_id=tempat.unit_id, memimpin=tempat.memimpin, pegawai_id=pegawai.pk) if tempat else None
    dipimpin = peta.dipimpin(pegawai.pk, None)
    if sendiri is not None:
        dipimpin |= peta.dipimpin(sendiri.pegawai_id, sendiri.pejabat_luar_id)
    hasil: dict[int, Penilai] = {}
    for pk, atasan in calon_bawahan(peta, dipimpin, tanggal).items():
        if atasan is None or pk == pegawai.pk:
            continue
        if atasan.adalah(pegawai.pk, None):
            hasil[pk] = Penilai.BAWAHAN
        elif sendiri is not None and atasan.adalah(sendiri.pegawai_id, sendiri.pejabat_luar_id):
            hasil[pk] = Penilai.REKAN
    berakun = Pegawai.objects.aktif_pada(tanggal).ber_skp().filter(pk__in=hasil, pengguna__is_active=True)
    return {pk: hasil[pk] for pk in berakun.values_list("pk", flat=True)}
