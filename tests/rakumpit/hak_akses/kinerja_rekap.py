"""Recapitulation for the pengelola only; workbooks of what leaders and the pengelola read anyway."""

from __future__ import annotations

from tests.dasar import PENGELOLA
from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, MEMIMPIN, Baris, hak

_EKSPOR = hak([*MEMIMPIN, PENGELOLA])

KINERJA_REKAP = [
    Baris("kinerja:rekap", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:rekap_lembar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:ekspor_skp", get=_EKSPOR, post=BUKAN_CARA),
    Baris("kinerja:ekspor_evaluasi", kueri="?periode=tw1-2026", get=_EKSPOR, post=BUKAN_CARA),
]
