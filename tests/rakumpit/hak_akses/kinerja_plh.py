"""«Tunjuk Plh»."""

from __future__ import annotations

from typing import Any

from rakumpit.organisasi.models import Jabatan
from tests.dasar import ATASAN, ATASAN_KEDUA, KantorBernama
from tests.rakumpit.hak_akses.dasar import Baris, hak, tetap


def _plh(k: KantorBernama) -> dict[str, Any]:
    return {
        "jabatan": str(Jabatan.objects.get(unit=k.kantor.seksi, memimpin=True).uuid),
        "pegawai": str(k.pegawai.uuid),
        "mulai": "1 Oktober 2026",
        "selesai": "5 Oktober 2026",
    }


# The post of *atasan*: the camat has a page too, but not that post among the choices.
KINERJA_PLH = [
    Baris("kinerja:plh", get=hak([ATASAN, ATASAN_KEDUA]), post=hak([ATASAN], 302, atasan_kedua=422), isi=_plh),
    Baris(
        "kinerja:plh_akhiri",
        "plh",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=tetap(hari_terakhir="15 September 2026"),
    ),
    Baris(
        "kinerja:plh_akhiri",
        "plh_berjalan",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=tetap(hari_terakhir="15 September 2026"),
    ),
    # Over by itself: what was decided under it stays.
    Baris(
        "kinerja:plh_akhiri",
        "plh_lewat",
        get=hak([ATASAN]),
        post=hak([ATASAN], 409),
        isi=tetap(hari_terakhir="14 September 2026"),
    ),
]
