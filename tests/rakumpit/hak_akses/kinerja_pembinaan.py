"""Follow-up of final results."""

from __future__ import annotations

from tests.dasar import ATASAN
from tests.rakumpit.hak_akses.dasar import PEMBACA, TIDAK_ADA, Baris, hak, per_objek, tetap

_RENCANA = tetap(
    sasaran="Laporan bulanan tepat waktu.",
    langkah="Diperiksa bersama setiap Jumat.",
    mulai="15 September 2026",
    tinjau_pada="15 Maret 2027",
    versi="1",
)
_TINJAU = tetap(hasil="membaik", catatan="Tiga laporan terakhir tepat waktu.")
KINERJA_PEMBINAAN = [
    Baris("kinerja:tindak_lanjut", "eval_rendah", get=hak(PEMBACA), post=hak([ATASAN], 302), isi=_RENCANA),
    # Predicate Baik, or not final: there is nothing to follow up.
    Baris("kinerja:tindak_lanjut", "eval_final", get=TIDAK_ADA, post=TIDAK_ADA, isi=_RENCANA),
    Baris("kinerja:tindak_lanjut", "eval_menunggu", get=TIDAK_ADA, post=TIDAK_ADA, isi=_RENCANA),
    Baris("kinerja:tindak_lanjut", "eval_diputus", get=TIDAK_ADA, post=TIDAK_ADA, isi=_RENCANA),
    *per_objek(
        "kinerja:pembinaan_tinjau",
        ("eval_menunggu", "eval_diputus", "eval_final"),
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=_TINJAU,
    ),
    Baris(
        "kinerja:pembinaan_tinjau",
        "eval_rendah",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=_TINJAU,
    ),
]
