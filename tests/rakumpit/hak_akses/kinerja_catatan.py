"""Daily notes: the owner writes, changes and voids until the evaluation is final; superiors and the pengelola read."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.dasar import PEGAWAI, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, PEMBACA, Baris, hak, tetap


def _baru(k: KantorBernama) -> dict[str, Any]:
    return {"kiriman_id": str(uuid4()), "tanggal": "2026-09-15", "uraian": "Melayani surat keterangan."}


_UBAH = tetap(tanggal="2026-09-14", uraian="Melayani 23 surat keterangan.", versi="1")
_ALASAN = tetap(alasan="Salah tanggal.")

KINERJA_CATATAN = [
    Baris("kinerja:catatan", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_baru),
    Baris("kinerja:catatan_orang", "orang_pegawai", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:catatan_ubah", "catatan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_UBAH),
    Baris("kinerja:catatan_ubah", "catatan_final", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_UBAH),
    Baris("kinerja:catatan_batalkan", "catatan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_ALASAN),
    Baris("kinerja:catatan_batalkan", "catatan_final", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_ALASAN),
]
