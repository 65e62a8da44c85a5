"""Daily notes: the owner writes, changes and voids until the evaluation is final; superiors and the pengelola read."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.dasar import PEGAWAI, KantorBernama
from tests.kinerja.isi_keadaan import HARI_DIBUKA, HARI_DITUTUP
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, PEMBACA, Baris, Isi, hak, per_objek, tetap


def _baru(tanggal: str) -> Isi:
    def isi(k: KantorBernama) -> dict[str, Any]:
        return {"kiriman_id": str(uuid4()), "tanggal": tanggal, "uraian": "Melayani surat keterangan."}

    return isi


def _ubah(tanggal: str) -> Isi:
    return tetap(tanggal=tanggal, uraian="Melayani 23 surat keterangan.", versi="1")


_UBAH = _ubah("2026-09-14")
_ALASAN = tetap(alasan="Salah tanggal.")

KINERJA_CATATAN = [
    Baris("kinerja:catatan", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_baru("2026-09-15")),
    # Everybody for the own work, but not of a day whose period is closed; final is that of pegawai only.
    Baris("kinerja:catatan", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_baru(HARI_DIBUKA.isoformat())),
    Baris("kinerja:catatan", get=hak(BER_SKP), post=hak(BER_SKP, 409), isi=_baru(HARI_DITUTUP.isoformat())),
    Baris("kinerja:catatan", get=hak(BER_SKP), post=hak(BER_SKP, 409), isi=_baru("2026-02-02")),
    Baris("kinerja:catatan_orang", "orang_pegawai", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:catatan_ubah", "catatan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_UBAH),
    Baris("kinerja:catatan_ubah", "catatan_final", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_UBAH),
    Baris("kinerja:catatan_batalkan", "catatan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_ALASAN),
    Baris("kinerja:catatan_batalkan", "catatan_final", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_ALASAN),
    Baris(
        "kinerja:catatan_ubah",
        "catatan_dibuka",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 302),
        isi=_ubah(HARI_DIBUKA.isoformat()),
    ),
    # The day to which it would move is open: the day of the note is not.
    *per_objek(
        "kinerja:catatan_ubah",
        ("catatan_ditutup", "catatan_batal"),
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=_UBAH,
    ),
    Baris("kinerja:catatan_batalkan", "catatan_dibuka", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_ALASAN),
    *per_objek(
        "kinerja:catatan_batalkan",
        ("catatan_ditutup", "catatan_batal"),
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=_ALASAN,
    ),
]
