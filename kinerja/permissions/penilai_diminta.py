"""Who is whose peer or subordinate on a day, derived from dated assignments."""

from __future__ import annotations

from datetime import date

from kinerja.perhitungan import Penilai
from kinerja.permissions.atasan import adalah, atasan_semua
from rakumpit.organisasi.models import Pegawai


def hubungan_kerja(pegawai: Pegawai, tanggal: date) -> dict[int, Penilai]:
    """Keys of the people with an account who share the person's superior that day, or have the person as superior.

    Four queries for any size of the office.
    """
    ids = Pegawai.objects.aktif_pada(tanggal).ber_skp().filter(pengguna__is_active=True).values_list("pk", flat=True)
    semua = atasan_semua([*ids, pegawai.pk], tanggal)
    sendiri = semua.get(pegawai.pk)
    hasil: dict[int, Penilai] = {}
    for pk, atasan in semua.items():
        if atasan is None or pk == pegawai.pk:
            continue
        if adalah(atasan, pegawai.pk, None):
            hasil[pk] = Penilai.BAWAHAN
        elif sendiri is not None and adalah(atasan, sendiri.pegawai_id, sendiri.pejabat_luar_id):
            hasil[pk] = Penilai.REKAN
    return hasil
