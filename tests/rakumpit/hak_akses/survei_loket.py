"""The counter and its codes. Whoever works at a unit gives its services; a foreign visit does not exist."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.dasar import ATASAN, PEGAWAI, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, TERTUTUP, YAKIN, Baris, hak, terbuka, tetap

# Staff of the seksi, its head among them. The camat and the others work in another unit.
_MELAYANI = (PEGAWAI, ATASAN)


def _mulai(k: KantorBernama) -> dict[str, Any]:
    return {"layanan": str(k.contoh["layanan_loket"].uuid), "kiriman": str(uuid4())}


def _ketuk(k: KantorBernama) -> dict[str, Any]:
    return {"kiriman": str(uuid4())}


_ALASAN = tetap(alasan="Salah pilih layanan.")
_KELOLA = hak([PENGELOLA])
_STANDAR = [
    Baris("survei:layanan", get=terbuka(), post=TERTUTUP),
    Baris("survei:layanan_lihat", "layanan_berstandar", get=terbuka(), post=TERTUTUP),
    Baris("survei:layanan_lihat", "layanan_draf", get=terbuka(), post=TERTUTUP),
    Baris("survei:standar_kelola", get=_KELOLA, post=BUKAN_CARA),
    Baris(
        "survei:standar_ubah",
        "layanan_berstandar",
        get=_KELOLA,
        post=hak([PENGELOLA], 302),
        isi=tetap(mulai="1 Oktober 2026", menit="15", persyaratan="KTP"),
    ),
    Baris("survei:standar_terbitkan", "layanan_draf", get=BUKAN_CARA, post=hak([PENGELOLA], 302), isi=YAKIN),
    # Nothing waits for publication.
    Baris("survei:standar_terbitkan", "layanan_berstandar", get=BUKAN_CARA, post=hak([]), isi=YAKIN),
]
SURVEI_LOKET = [
    Baris("survei:loket", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("survei:loket_mulai", get=BUKAN_CARA, post=hak(_MELAYANI, 302), isi=_mulai),
    Baris("survei:loket_selesai", "pelayanan_berjalan", get=BUKAN_CARA, post=hak(_MELAYANI), isi=_ketuk),
    Baris(
        "survei:loket_selesai", "pelayanan_selesai", get=BUKAN_CARA, post=hak(_MELAYANI, 302), isi=_ketuk, berubah=False
    ),
    Baris("survei:loket_batal", "pelayanan_berjalan", get=hak(_MELAYANI), post=hak(_MELAYANI, 302), isi=_ALASAN),
    Baris("survei:loket_batal", "pelayanan_selesai", get=hak(_MELAYANI), post=hak(_MELAYANI, 409), isi=_ALASAN),
    *_STANDAR,
    Baris("survei:kode", get=terbuka(), post=TERTUTUP),
    Baris("survei:kode_buka", "kode_survei", get=terbuka(302), post=TERTUTUP),
    Baris("survei:kode_buka", "kode_mati", get=terbuka(404), post=TERTUTUP),
]
