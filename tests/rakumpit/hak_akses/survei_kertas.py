"""Paper forms: made and counted by the pengelola, typed by who is named for the bundle, read by who sees the survey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from tests.dasar import ATASAN, PEGAWAI, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, PEMBACA_SURVEI, YAKIN, Baris, hak, tetap

_KEADAAN = ("diketik", "diperiksa", "dihitung", "batal")
_PENGETIK = (PEGAWAI, ATASAN)
_KELOLA = hak([PENGELOLA])


def _petugas(k: KantorBernama) -> dict[str, Any]:
    return {"petugas": [str(k.orang[PEGAWAI].uuid)]}


def _batch(k: KantorBernama) -> dict[str, Any]:
    return _petugas(k) | {"unit": str(k.kantor.seksi.uuid), "jumlah": "10", "kiriman": str(uuid4())}


def _lembar(k: KantorBernama) -> dict[str, Any]:
    isi = {"nomor": "3", "tanggal": "14-9-2026", "layanan": "1", "kiriman": str(uuid4())}
    return isi | {f"U{i}": "3" for i in range(1, 10)}


def _per_keadaan() -> Iterator[Baris]:
    alasan = tetap(alasan="Kertas basah.")
    for keadaan in _KEADAAN:
        objek, berjalan = f"bundel_{keadaan}", keadaan in {"diketik", "diperiksa"}
        yield Baris("survei:kertas_batch", objek, get=hak(PEMBACA_SURVEI), post=BUKAN_CARA)
        yield Baris("survei:kertas_formulir", objek, get=hak((*_PENGETIK, PENGELOLA)), post=BUKAN_CARA)
        yield Baris(
            "survei:kertas_petugas",
            objek,
            get=BUKAN_CARA,
            post=hak([PENGELOLA], 302 if berjalan else 409),
            isi=_petugas,
            berubah=berjalan,
        )
        yield Baris(
            "survei:kertas_ketik",
            objek,
            get=hak(_PENGETIK, 200 if keadaan == "diketik" else 302),
            post=hak(_PENGETIK, 302 if keadaan == "diketik" else 409),
            isi=_lembar,
            berubah=keadaan == "diketik",
        )
        yield Baris(
            "survei:kertas_selesai",
            objek,
            get=BUKAN_CARA,
            post=hak((*_PENGETIK, PENGELOLA), 302),
            isi=YAKIN,
            berubah=keadaan == "diketik",
        )
        # The sample of the bundle waits for the head only: *pegawai* typed it.
        yield Baris(
            "survei:kertas_periksa",
            objek,
            get=hak(_PENGETIK, 302, **({ATASAN: 200} if keadaan == "diperiksa" else {})),
            post=hak(_PENGETIK, 409),
            isi=_lembar,
            berubah=False,
        )
        yield Baris("survei:kertas_banding", objek, get=_KELOLA, post=BUKAN_CARA)
        # Its sample is not typed twice yet, or it is at its end.
        yield Baris("survei:kertas_hitung", objek, get=BUKAN_CARA, post=hak([PENGELOLA], 302), isi=YAKIN, berubah=False)
        yield Baris(
            "survei:kertas_batal",
            objek,
            get=BUKAN_CARA,
            post=hak([PENGELOLA], 302 if berjalan else 409),
            isi=alasan,
            berubah=berjalan,
        )
        lembar = f"lembar_{keadaan}"
        yield Baris(
            "survei:kertas_urungkan",
            lembar,
            get=BUKAN_CARA,
            post=hak(_PENGETIK, 302) | ({ATASAN: 404} if keadaan == "diketik" else {}),
            berubah=keadaan == "diketik",
        )
        yield Baris(
            "survei:kertas_lembar_batal",
            lembar,
            get=_KELOLA,
            post=hak([PENGELOLA], 302 if berjalan else 409),
            isi=alasan,
            berubah=berjalan,
        )


SURVEI_KERTAS = [
    Baris("survei:kertas", get=hak(BER_SKP), post=BUKAN_CARA),
    *(
        Baris(
            "survei:kertas_daftar",
            f"survei_{keadaan}",
            get=hak(PEMBACA_SURVEI),
            post=hak([PENGELOLA], 302 if keadaan == "terbuka" else 409),
            isi=_batch,
            berubah=keadaan == "terbuka",
        )
        for keadaan in ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")
    ),
    *_per_keadaan(),
    Baris(
        "survei:kertas_koreksi",
        "lembar_beda",
        get=_KELOLA,
        post=hak([PENGELOLA], 302),
        isi=lambda k: _lembar(k) | {"alasan": "Salah ketik."},
    ),
]
