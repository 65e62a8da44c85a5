"""Service programmes: the owner, whoever leads the unit or above, the pengelola and the inspectors."""

from __future__ import annotations

from tests.dasar import PEGAWAI, PEMERIKSA, PENGELOLA
from tests.rakumpit.hak_akses.dasar import BER_AKUN, BUKAN_CARA, MEMIMPIN, Baris, hak

SURVEI_PROGRAM = [
    Baris("survei:program", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("survei:program_lihat", "program", get=hak([PEGAWAI, *MEMIMPIN, PENGELOLA, PEMERIKSA]), post=BUKAN_CARA),
]
