"""Announced events are read by everybody of the office, drafts by those who may read the unit."""

from __future__ import annotations

from pelatihan.perhitungan.kegiatan import DIUMUMKAN, StatusKegiatan
from tests.dasar import PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, Baris, hak

_KANTOR = (*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR)
_UNIT = (PEGAWAI, *MEMIMPIN, PENGELOLA, PEMERIKSA)


def _keadaan() -> list[Baris]:
    baris = []
    for status in StatusKegiatan:
        objek = f"kegiatan_{status.value}"
        pembaca = _KANTOR if status in DIUMUMKAN else _UNIT
        baris.append(Baris("pelatihan:kegiatan", objek, get=hak(pembaca), post=BUKAN_CARA))
    return baris


KEGIATAN = [
    Baris("pelatihan:kegiatan_daftar", get=hak(_KANTOR), post=BUKAN_CARA),
    *_keadaan(),
]
