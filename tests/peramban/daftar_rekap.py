"""Pages of the monthly recapitulation."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, Halaman

HALAMAN = [
    Halaman("kinerja:rekap", "pengelola", kueri="?bulan=2026-09"),
    Halaman("kinerja:rekap", "pengelola", sebutan="kosong", kueri="?bulan=2026-09&q=zzzz"),
]
KECUALI = {"kinerja:rekap_lembar": BERKAS, "kinerja:ekspor_skp": BERKAS, "kinerja:ekspor_evaluasi": BERKAS}
